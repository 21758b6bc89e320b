import { gzipSync } from 'node:zlib';
import { post, startServer, token, type TestServer } from './testing/server.js';

const graphqlJson = { accept: 'application/graphql-response+json' };

describe('GraphQL over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  const get = async (search: string, headers: Record<string, string> = {}) =>
    fetch(`${server.origin}/graphql${search}`, { headers: { authorization: `Bearer ${await token()}`, ...headers } });

  it('answers a query by POST with variables and operation name', async () => {
    const query = 'query A { who } query B($text: String!) { echo(text: $text) }';
    const answer = await post(server, { query, variables: { text: 'é漢' }, operationName: 'B' });
    expect(answer).toMatchObject({ status: 200, body: { data: { echo: 'é漢' } } });
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  it('answers a query by GET, and refuses a mutation by GET', async () => {
    const answer = await get(
      `?query=${encodeURIComponent('query($t: String!) { echo(text: $t) }')}&variables={"t":"x"}`,
    );
    expect(await answer.json()).toEqual({ data: { echo: 'x' } });
    const mutation = await get('?query=mutation{touch}');
    expect(mutation.status).toBe(405);
    expect(mutation.headers.get('allow')).toBe('POST');
  });

  it('answers application/graphql-response+json to who accepts it, 400 when validation fails', async () => {
    const accept = 'application/graphql-response+json';
    const good = await post(server, { query: '{ who }' }, { accept });
    expect(good.headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
    const bad = await post(server, { query: '{ nothing }' }, { accept });
    expect(bad).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] },
    });
    expect(bad.body).not.toHaveProperty('data');
  });

  it.each([
    ['malformed JSON', '{"query": "{ who }"', {}, 400, 'BAD_REQUEST'],
    ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), {}, 400, 'BAD_REQUEST'],
    ['an empty body', '', {}, 400, 'BAD_REQUEST'],
    ['a batch', [{ query: '{ who }' }], {}, 400, 'BAD_REQUEST'],
    ['no query', { operationName: 'A' }, {}, 400, 'BAD_REQUEST'],
    ['a syntax error', { query: '{ who' }, graphqlJson, 400, 'GRAPHQL_PARSE_FAILED'],
    ['endless tokens', { query: `{ ${'a '.repeat(10_001)} }` }, graphqlJson, 400, 'GRAPHQL_PARSE_FAILED'],
    [
      'an unknown operation',
      { query: 'query A { who }', operationName: 'B' },
      graphqlJson,
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'a variable of the wrong type',
      { query: 'query($t: String!) { echo(text: $t) }', variables: { t: 1 } },
      graphqlJson,
      400,
      'BAD_USER_INPUT',
    ],
    ['a form', 'query={who}', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['no content type', new Uint8Array([0x7b, 0x7d]), { 'content-type': undefined }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['another charset', '{}', { 'content-type': 'application/json; charset=utf-16' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a compressed body', gzipSync('{"query":"{who}"}'), { 'content-encoding': 'gzip' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a caller who accepts images only', { query: '{ who }' }, { accept: 'image/png' }, 406, 'NOT_ACCEPTABLE'],
    [
      'a persisted query',
      { extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } },
      {},
      200,
      'PERSISTED_QUERY_NOT_FOUND',
    ],
  ])('refuses %s', async (_what, body, headers, status, code) => {
    const answer = await post(server, body, headers);
    expect(answer).toMatchObject({ status, body: { errors: [{ message: expect.any(String), extensions: { code } }] } });
  });

  it.each([
    ['a syntax error', { query: '{ who' }],
    ['an unknown field', { query: '{ nothing }' }],
    ['an unknown operation', { query: 'query A { who }', operationName: 'B' }],
    ['a variable of the wrong type', { query: 'query($t: String!) { echo(text: $t) }', variables: { t: 1 } }],
  ])(
    'says with status 200 under plain JSON that the request was sound, and only the operation was not: %s',
    async (_what, body) => {
      const answer = await post(server, body, { accept: 'application/json' });
      expect(answer).toMatchObject({ status: 200, body: { errors: [{ extensions: { code: expect.any(String) } }] } });
      expect(answer.body).not.toHaveProperty('data');
    },
  );

  it('refuses an argument that a null variable leaves empty, naming the field', async () => {
    const answer = await post(server, { query: 'query($t: String = "x") { echo(text: $t) }', variables: { t: null } });
    expect(answer.body).toMatchObject({
      data: { echo: null },
      errors: [{ path: ['echo'], extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });

  it.each([
    ['announced', () => 'x'.repeat(32_001)],
    ['announced and huge', () => 'x'.repeat(30_000_000)],
    [
      'streamed',
      () =>
        new ReadableStream({
          pull(controller) {
            if (sent++ < 100) controller.enqueue(new Uint8Array(10_000).fill(0x20));
            else controller.close();
          },
        }),
    ],
  ])('refuses a body over the limit (%s) and goes on', async (_how, body) => {
    sent = 0;
    const init: RequestInit = { method: 'POST', body: body(), duplex: 'half' };
    const headers = { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' };
    const answer = await fetch(`${server.origin}/graphql`, { ...init, headers });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }] });
    expect((await post(server, { query: '{ who }' })).status).toBe(200);
  });
  let sent = 0;

  it('answers unknown paths with 404 and unknown methods with 405, as JSON', async () => {
    const missing = await fetch(`${server.origin}/graphql/../etc/passwd`);
    expect(missing.status).toBe(404);
    expect(await missing.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    const put = await fetch(`${server.origin}/graphql`, { method: 'PUT', body: '{}' });
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST']);
    const health = await fetch(`${server.origin}/health/live`, { method: 'POST' });
    expect([health.status, health.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    const head = await fetch(`${server.origin}/health/live`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('sends security headers with every answer', async () => {
    for (const response of [await get('?query={who}'), await fetch(`${server.origin}/nowhere`)]) {
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'cache-control': 'no-store',
      });
    }
  });

  it('lets pages of configured origins call, and no others', async () => {
    const preflight = (origin: string) =>
      fetch(`${server.origin}/graphql`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
    const known = await preflight('https://portal.example');
    expect(known.status).toBe(204);
    expect(known.headers.get('access-control-allow-origin')).toBe('https://portal.example');
    expect(known.headers.get('access-control-allow-headers')).toContain('authorization');
    expect((await preflight('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('keeps a sane request id and replaces any other', async () => {
    expect((await get('?query={who}', { 'x-request-id': 'abc-1.2' })).headers.get('x-request-id')).toBe('abc-1.2');
    expect((await get('?query={who}', { 'x-request-id': '{"a":1}' })).headers.get('x-request-id')).toMatch(
      /^[0-9a-f-]{36}$/,
    );
  });
});
