import type { ApolloServerPlugin } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import { rawJson, stringifyResult } from './raw-json.js';
import { post, startServer, token, type TestContext, type TestServer } from './testing/server.js';

describe('errors', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  it.each(['broken', 'uncoded'])(
    'hides what nobody expected (%s) and logs it under the id the caller gets',
    async (field) => {
      const answer = await post(server, { query: `{ who ${field} }` });
      expect(answer.status).toBe(200);
      expect(answer.body.data).toEqual({ who: 'anna', [field]: null });
      const error = answer.body.errors?.[0];
      expect(error).toMatchObject({
        message: 'Internal error',
        path: [field],
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      });
      expect(Object.keys(error?.extensions ?? {}).sort()).toEqual(['code', 'correlationId']);
      const line = server.lines.find((text) => text.includes(String(error?.extensions.correlationId)));
      expect(JSON.parse(line ?? '{}')).toMatchObject({
        level: 'error',
        err: { stack: expect.stringMatching(/password of|table customer/) },
      });
    },
  );

  it('passes errors that carry a code', async () => {
    const { body } = await post(server, { query: '{ missing }' });
    expect(body.errors).toEqual([
      {
        message: 'no such thing',
        locations: [{ line: 1, column: 3 }],
        path: ['missing'],
        extensions: { code: 'NOT_FOUND' },
      },
    ]);
  });
});

describe('the request log', () => {
  it('says who asked for what and how long it took, never the token or the variables', async () => {
    const server = await startServer();
    const query = 'query Echo($text: String!) { echo(text: $text) }';
    await post(server, { query, variables: { text: 'my-identity-number' } }, { 'x-request-id': 'r-1' });
    await post(server, { query: '{' }, { 'x-request-id': 'r-2' });
    await server.close();
    const lines = server.lines.map((text) => JSON.parse(text)).filter(({ msg }) => msg === 'request');
    expect(lines).toMatchObject([
      {
        requestId: 'r-1',
        method: 'POST',
        path: '/graphql',
        status: 200,
        operationName: 'Echo',
        sub: 'anna',
        ms: expect.any(Number),
      },
      { requestId: 'r-2', status: 200, sub: 'anna' },
    ]);
    expect(server.lines.join('')).not.toMatch(/my-identity-number|eyJ/);
  });
});

describe('rawJson', () => {
  const text = '{ "data":{"b" : 1,\n"a":{ "x":"é" } }}';

  it('is sent as it is, between the hooks of the plugins', async () => {
    const plugin: ApolloServerPlugin<TestContext> = {
      requestDidStart: async () => ({
        responseForOperation: async () => ({
          http: { headers: new HeaderMap([['x-compiled', 'yes']]) },
          body: { kind: 'single', singleResult: rawJson(text) },
        }),
      }),
    };
    const server = await startServer({ plugins: [plugin] });
    const response = await fetch(`${server.origin}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
      body: '{"query":"{ who }"}',
    });
    expect(await response.text()).toBe(text);
    expect(response.headers.get('x-compiled')).toBe('yes');
    await server.close();
  });

  it('can be part of a larger message', () => {
    expect(JSON.stringify({ id: '1', payload: rawJson(text) })).toBe(
      '{"id":"1","payload":{"data":{"b":1,"a":{"x":"é"}}}}',
    );
  });

  it('leaves other results alone', () => {
    expect(stringifyResult({ data: { a: 1 } })).toBe('{"data":{"a":1}}');
  });
});
