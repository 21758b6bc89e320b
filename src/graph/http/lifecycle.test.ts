import { connect as connectTcp } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { config, createServer, post, startServer, token, type TestServer } from './testing/server.js';

async function health(server: TestServer) {
  const response = await fetch(`${server.origin}/health/ready`);
  return { status: response.status, body: await response.json() };
}

describe('readiness', () => {
  it('names what is not ready', async () => {
    const checks = { database: 'ok', events: 'ok' };
    const server = await startServer({ ready: async () => checks });
    expect(await health(server)).toEqual({ status: 200, body: { status: 'ok', checks: { server: 'ok', ...checks } } });
    checks.events = 'relay is 900 events behind';
    expect(await health(server)).toMatchObject({ status: 503, body: { status: 'unavailable', checks } });
    expect((await fetch(`${server.origin}/health/live`)).status).toBe(200);
    await server.close();
  });

  it('counts a check that fails or hangs as not ready, and leaks nothing', async () => {
    const failing = await startServer({ ready: () => Promise.reject(new Error('password is 1234')) });
    expect(await health(failing)).toMatchObject({ status: 503, body: { checks: { server: 'ok', checks: 'failed' } } });
    await failing.close();
    const hanging = await startServer({ ready: () => new Promise(() => undefined) });
    expect(await health(hanging)).toMatchObject({
      status: 503,
      body: { checks: { checks: 'no answer within 2000 ms' } },
    });
    await hanging.close();
  });
});

describe('close', () => {
  /** A connection that notes what it receives and when it ends. */
  function openConnection(server: TestServer) {
    const socket = connectTcp(server.port, '127.0.0.1');
    const chunks: string[] = [];
    socket.on('data', (chunk) => void chunks.push(String(chunk)));
    const received = new Promise<string>((resolve) => socket.once('close', () => resolve(chunks.join(''))));
    return { socket, received };
  }

  it('finishes running requests and accepts no new connections', async () => {
    const server = await startServer();
    const { socket, received } = openConnection(server);
    const body = '{"query":"{ slow(ms: 200) }"}';
    const head = ['POST /graphql HTTP/1.1', 'Host: x', `Authorization: Bearer ${await token()}`];
    const type = ['Content-Type: application/json', `Content-Length: ${body.length}`];
    socket.write([...head, ...type, '', body].join('\r\n'));
    await sleep(50);
    const closing = server.close();
    await expect(fetch(`${server.origin}/health/live`)).rejects.toThrow();
    await closing;
    expect(await received).toContain('{"data":{"slow":"done"}}');
    expect((await received).toLowerCase()).toContain('connection: close');
  });

  it('is not ready while it drains', async () => {
    const server = await startServer();
    const { socket, received } = openConnection(server);
    socket.write('GET /health/ready HTTP/1.1\r\n');
    await sleep(50);
    const closing = server.close();
    socket.write('Host: x\r\n\r\n');
    expect(await received).toMatch(/^HTTP\/1.1 503 [^]*"server":"draining"/);
    await closing;
  });

  it('sends sockets away with 1001 and a reason, and may be called twice', async () => {
    const server = await startServer();
    const authorization = `Bearer ${await token()}`;
    const closed = new Promise((resolve) => {
      const client = createClient({
        url: `ws://127.0.0.1:${server.port}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { authorization },
        retryAttempts: 0,
        on: { closed: resolve },
      });
      client.subscribe(
        { query: 'subscription { count(to: 100000) }' },
        { next: () => undefined, error: () => undefined, complete: () => undefined },
      );
    });
    await sleep(100);
    await Promise.all([server.close(), server.close()]);
    expect(await closed).toMatchObject({
      code: 1001,
      reason: expect.stringMatching(/^The server is shutting down; reconnect after \d+ ms$/),
    });
  });

  it('does not wait for connections that were opened and never used', async () => {
    const server = await startServer();
    const { received } = openConnection(server);
    await sleep(50);
    const started = Date.now();
    await server.close();
    expect(await received).toBe('');
    expect(Date.now() - started).toBeLessThan(config.http.drainTimeoutMs / 2);
  });

  it('cuts what outlasts the drain timeout', async () => {
    const server = await startServer({ config: { ...config, http: { ...config.http, drainTimeoutMs: 100 } } });
    const stuck = post(server, { query: '{ slow(ms: 800) }' }).then(
      () => 'answered',
      () => 'cut',
    );
    await sleep(50);
    const started = Date.now();
    await server.close();
    expect(Date.now() - started).toBeLessThan(700);
    expect(await stuck).toBe('cut');
  });
});

describe('listen', () => {
  it('leaves a server that can be closed when it fails', async () => {
    const first = await startServer();
    const second = createServer({ config: { ...config, port: first.port } }).server;
    await expect(second.listen()).rejects.toThrow();
    await expect(second.close()).resolves.toBeUndefined();
    await first.close();
  });

  it('says what to do when the port is taken', async () => {
    const first = await startServer();
    await expect(startServer({ config: { ...config, port: first.port } })).rejects.toThrow(
      `PORT ${first.port} is taken by another process: stop it, or set PORT to another one`,
    );
    await first.close();
  });
});
