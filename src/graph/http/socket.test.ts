import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, type Client } from 'graphql-ws';
import type { GraphQLFormattedError } from 'graphql';
import { WebSocket } from 'ws';
import { rawJson } from './raw-json.js';
import { startServer, token, type TestServer } from './testing/server.js';

interface Closed {
  code: number;
  reason: string;
}

function connect(
  server: TestServer,
  connectionParams: Record<string, unknown>,
): { client: Client; closed: Promise<Closed> } {
  let client: Client | undefined;
  const closed = new Promise<Closed>((resolve) => {
    client = createClient({
      url: `ws://127.0.0.1:${server.port}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams,
      lazy: false,
      retryAttempts: 0,
      onNonLazyError: () => undefined,
      on: { closed: (event) => resolve(event as Closed) },
    });
  });
  if (!client) throw new Error('no client');
  return { client, closed };
}

/** Everything one operation sends, or the errors it ends with. */
async function collect(client: Client, query: string, variables?: Record<string, unknown>) {
  const results: unknown[] = [];
  try {
    for await (const result of client.iterate({ query, variables })) results.push(result);
  } catch (errors) {
    return { results, errors: errors as readonly GraphQLFormattedError[] };
  }
  return { results, errors: [] };
}

/** A socket that speaks the protocol by hand. */
async function raw(server: TestServer, protocol = 'graphql-transport-ws', headers: Record<string, string> = {}) {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/graphql`, protocol, { headers });
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return { socket, closed };
}

describe('GraphQL over WebSocket', () => {
  let server: TestServer;
  let client: Client;
  beforeAll(async () => {
    server = await startServer();
    client = connect(server, { authorization: `Bearer ${await token()}` }).client;
  });
  afterAll(async () => {
    await client.dispose();
    await server.close();
  });

  it('streams a subscription to its end', async () => {
    const { results } = await collect(client, 'subscription($to: Int) { count(to: $to) }', { to: 3 });
    expect(results).toEqual([1, 2, 3].map((count) => ({ data: { count } })));
  });

  it('answers queries and mutations with the same context as HTTP', async () => {
    expect((await collect(client, '{ who }')).results).toEqual([{ data: { who: 'anna' } }]);
    expect((await collect(client, 'mutation { touch }')).results).toEqual([{ data: { touch: 'touched' } }]);
  });

  it.each([
    ['a syntax error', '{ who', 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', 'subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['two operations and no name', 'query A { who } query B { who }', 'OPERATION_RESOLUTION_FAILURE'],
  ])('refuses %s and stays open', async (_what, query, code) => {
    const { errors } = await collect(client, query);
    expect(errors).toMatchObject([{ extensions: { code } }]);
    expect((await collect(client, '{ who }')).results).toHaveLength(1);
  });

  it.each([
    ['a wrong variable', 'subscription($to: Int) { count(to: $to) }', { to: 'x' }, 'BAD_USER_INPUT', /\$to/],
    ['a coded error', '{ missing }', {}, 'NOT_FOUND', /no such thing/],
    ['a failing resolver', '{ broken }', {}, 'INTERNAL_SERVER_ERROR', /^Internal error$/],
    ['a failing subscription', 'subscription { fails }', {}, 'INTERNAL_SERVER_ERROR', /^Internal error$/],
  ])('formats %s as HTTP does', async (_what, query, variables, code, message) => {
    const { results } = await collect(client, query, variables);
    expect(results).toMatchObject([{ errors: [{ message: expect.stringMatching(message), extensions: { code } }] }]);
  });

  it('accepts the token under its other names', async () => {
    for (const params of [{ token: await token() }, { Authorization: `bearer ${await token()}` }]) {
      const other = connect(server, params).client;
      expect((await collect(other, '{ who }')).results).toEqual([{ data: { who: 'anna' } }]);
      await other.dispose();
    }
  });

  it.each([
    ['no token', async () => ({}), 4401],
    ['an invalid token', async () => ({ token: 'x' }), 4403],
    ['another scheme', async () => ({ authorization: 'Basic x' }), 4403],
    ['an expired token', async () => ({ token: await token(-10) }), 4403],
  ])('closes for %s', async (_what, params, code) => {
    expect((await connect(server, await params()).closed).code).toBe(code);
  });

  it('closes when the token expires', async () => {
    const opened = Date.now();
    const { closed } = connect(server, { token: await token(1) });
    expect(await closed).toMatchObject({ code: 4403, reason: 'The token has expired.' });
    expect(Date.now() - opened).toBeLessThan(6_000);
  });

  it('closes for operations before the introduction, and for what is not the protocol', async () => {
    const early = await raw(server);
    early.socket.send('{"id":"1","type":"subscribe","payload":{"query":"{ who }"}}');
    expect(await early.closed).toBe(4401);
    const noise = await raw(server);
    noise.socket.send('hello');
    expect(await noise.closed).toBe(4400);
    const long = await raw(server);
    long.socket.send('x'.repeat(32_001));
    expect(await long.closed).toBe(1009);
  });

  it.each([
    ['another path', '/else', {}, 404],
    ['a page of another site', '/graphql', { origin: 'https://evil.example' }, 403],
  ])('refuses the connection to %s', async (_what, path, headers, status) => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, 'graphql-transport-ws', { headers });
    const error = await new Promise<Error>((resolve) => socket.once('error', resolve));
    expect(error.message).toContain(String(status));
  });

  it('accepts pages of its own and of configured origins', async () => {
    for (const origin of [server.origin, 'https://portal.example']) {
      const { socket, closed } = await raw(server, 'graphql-transport-ws', { origin });
      socket.close();
      expect(await closed).toBe(1005);
    }
  });

  it('logs the operations, not the token or the variables', async () => {
    await collect(client, 'query Spied($t: String!) { echo(text: $t) }', { t: 'my-identity-number' });
    await sleep(10);
    expect(server.lines.map((text) => JSON.parse(text))).toContainEqual(
      expect.objectContaining({ msg: 'operation', type: 'query', operationName: 'Spied', sub: 'anna' }),
    );
    expect(server.lines.join('')).not.toMatch(/my-identity-number|eyJ/);
  });
});

describe('own execution over WebSocket', () => {
  it('replaces that of graphql-js; what it or a source throws ends the operation only', async () => {
    const server = await startServer({
      execute: ({ operationName }) => {
        if (operationName === 'Bad') throw new Error('out of order');
        return rawJson('{"data":{"compiled":true}}');
      },
    });
    const { client } = connect(server, { token: await token() });
    expect((await collect(client, '{ who }')).results).toEqual([{ data: { compiled: true } }]);
    for await (const result of client.iterate({ query: 'query Bad { who }', operationName: 'Bad' })) {
      expect(result).toMatchObject({ errors: [{ message: 'Internal error' }] });
    }
    const { results, errors } = await collect(client, 'subscription { breaks }');
    expect(results).toEqual([{ data: { breaks: 1 } }]);
    expect(errors).toMatchObject([{ message: 'Internal error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    await client.dispose();
    await server.close();
  });
});
