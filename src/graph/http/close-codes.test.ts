import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { until } from '../../testing/until.js';
import { TestSocket } from '../../testing/test-socket.js';
import { config, startServer, token, type TestServer } from './testing/server.js';

const limits = { operationsPerSocket: 3, connectionsPerCaller: 5, pingIntervalMs: 300 };

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ limits });
});
afterAll(async () => {
  await server?.close();
});

function open(protocol = 'graphql-transport-ws', options: ConstructorParameters<typeof WebSocket>[2] = {}): TestSocket {
  return new TestSocket(new WebSocket(`ws://127.0.0.1:${server.port}/graphql`, protocol, options));
}

async function introduced(options?: ConstructorParameters<typeof WebSocket>[2]): Promise<TestSocket> {
  const socket = open(undefined, options);
  await socket.introduce({ authorization: `Bearer ${await token()}` });
  return socket;
}

describe('close codes of the protocol', () => {
  it.each<[number, string, (socket: TestSocket) => void]>([
    [4400, 'what is not JSON', ({ socket }) => socket.send('hello')],
    [4400, 'an unknown type of message', (socket) => socket.send({ type: 'start', id: '1' })],
    [4400, 'an operation without an id', (socket) => socket.send({ type: 'subscribe', payload: { query: '{ who }' } })],
    [4400, 'an id that is too long', (socket) => socket.subscribe('x'.repeat(200), '{ who }')],
    [
      4409,
      'an id that is in use',
      (socket) => {
        socket.subscribe('1', 'subscription { count(to: 100000) }');
        socket.subscribe('1', 'subscription { count(to: 100000) }');
      },
    ],
    [4429, 'a second introduction', (socket) => socket.send({ type: 'connection_init' })],
  ])('%i for %s', async (code, _what, act) => {
    const socket = await introduced();
    act(socket);
    expect((await socket.closed).code).toBe(code);
  });

  it('4401 for an operation before the introduction, and for one without a token', async () => {
    const early = await open().opened();
    early.subscribe('1', '{ who }');
    expect((await early.closed).code).toBe(4401);
    const anonymous = await open().opened();
    anonymous.send({ type: 'connection_init' });
    expect((await anonymous.closed).code).toBe(4401);
  });

  it('4403 for a token that is refused', async () => {
    const socket = await open().opened();
    socket.send({ type: 'connection_init', payload: { authorization: 'Bearer x' } });
    expect((await socket.closed).code).toBe(4403);
  });

  it('4406 for a client that speaks another protocol', async () => {
    const socket = new TestSocket(new WebSocket(`ws://127.0.0.1:${server.port}/graphql`));
    expect((await socket.closed).code).toBe(4406);
  });

  it('4408 for a client that does not introduce itself in time', async () => {
    const hasty = await startServer({ limits: { initTimeoutMs: 200 } });
    const started = Date.now();
    const socket = new TestSocket(new WebSocket(`ws://127.0.0.1:${hasty.port}/graphql`, 'graphql-transport-ws'));
    expect((await socket.closed).code).toBe(4408);
    expect(Date.now() - started).toBeGreaterThanOrEqual(190);
    await hasty.close();
  });

  it('4500 for a fault of ours, which it does not explain', async () => {
    const failing = await startServer({
      authenticate: () => Promise.reject(new Error('password of the directory is 1234')),
    });
    const socket = new TestSocket(new WebSocket(`ws://127.0.0.1:${failing.port}/graphql`, 'graphql-transport-ws'));
    await socket.introduce({ authorization: `Bearer ${await token()}` });
    expect(await socket.closed).toEqual({ code: 4500, reason: 'Internal server error' });
    await failing.close();
  });
});

describe('quotas', () => {
  it('4430 for more connections than a caller may hold, until one is closed', async () => {
    const sockets = await Promise.all([1, 2, 3, 4, 5].map(() => introduced()));
    const sixth = await introduced();
    expect(await sixth.closed).toEqual({ code: 4430, reason: 'The caller holds too many connections.' });
    sockets[0]!.socket.close();
    await sockets[0]!.closed;
    // The server hears of it a moment later.
    let again = await introduced();
    await until(async () => {
      if (again.messages.length > 0) return true;
      await again.closed;
      again = await introduced();
      return false;
    });
    expect(again.messages).toEqual([{ type: 'connection_ack' }]);
    for (const { socket, closed } of [...sockets, again]) {
      socket.close();
      await closed;
    }
  });

  it('refuses more operations than a connection may run, and only those', async () => {
    const socket = await introduced();
    for (const id of ['1', '2', '3', '4']) socket.subscribe(id, 'subscription { count(to: 100000) }');
    await until(() => socket.end('4') !== undefined);
    expect(socket.end('4')).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'TOO_MANY_OPERATIONS', limit: 3 } }],
    });
    socket.send({ type: 'complete', id: '1' });
    await socket.settle();
    socket.subscribe('5', '{ who }');
    await until(() => socket.end('5') !== undefined);
    expect(socket.results('5')).toEqual([{ data: { who: 'anna' } }]);
    expect(['1', '2', '3'].map((id) => socket.end(id))).toEqual([undefined, undefined, undefined]);
    socket.socket.close();
    await socket.closed;
  });
});

describe('heartbeat', () => {
  it('drops a peer that no longer answers, and keeps one that does', async () => {
    const dead = await introduced({ autoPong: false });
    const alive = await introduced();
    expect((await dead.closed).code).toBe(1006);
    await sleep(700);
    expect(alive.socket.readyState).toBe(alive.socket.OPEN);
    alive.socket.close();
  });

  it('answers pings of the client with their payload', async () => {
    const socket = await introduced();
    socket.send({ type: 'ping', payload: { n: 1 } });
    socket.send({ type: 'ping' });
    await until(() => socket.messages.length === 3);
    expect(socket.messages.slice(1)).toEqual([{ type: 'pong', payload: { n: 1 } }, { type: 'pong' }]);
    socket.socket.close();
  });
});

describe('shutdown', () => {
  it('waits for queries and mutations on sockets, tells each client when to return, and completes no subscription', async () => {
    const leaving = await startServer({ config: { ...config, http: { ...config.http, drainTimeoutMs: 5_000 } } });
    const sockets = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const socket = new TestSocket(new WebSocket(`ws://127.0.0.1:${leaving.port}/graphql`, 'graphql-transport-ws'));
        await socket.introduce({ authorization: `Bearer ${await token()}` });
        socket.subscribe('sub', 'subscription { count(to: 100000) }');
        socket.subscribe('query', '{ slow(ms: 400) }');
        return socket;
      }),
    );
    for (const socket of sockets) await socket.settle();
    const closing = leaving.close();
    const reasons = await Promise.all(sockets.map(({ closed }) => closed));
    await closing;
    for (const socket of sockets) {
      expect(socket.results('query')).toEqual([{ data: { slow: 'done' } }]);
      expect(socket.end('query')).toEqual({ type: 'complete', id: 'query' });
      expect(socket.end('sub')).toBeUndefined();
    }
    expect(reasons.every(({ code }) => code === 1001)).toBe(true);
    const delays = reasons.map(({ reason }) => Number(/reconnect after (\d+) ms$/.exec(reason)?.[1]));
    expect(delays.every((delay) => delay >= 500)).toBe(true);
    expect(new Set(delays).size).toBeGreaterThan(3);
  });
});
