/** @isolated: its server has a noun of its own. */
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../../testing/until.js';
import { type EventServer, startEventServer } from '../../testing/event-server.js';

const CHANGES =
  'subscription($subject: String, $size: Int, $after: String) { changes(subjectId: $subject, size: $size, after: $after) { type cursor padding } }';

let server: EventServer;
beforeAll(async () => {
  server = await startEventServer({ limits: { bufferBytes: 200_000, lastWordsMs: 60_000 } });
});
afterAll(async () => {
  await server?.close();
});

describe('a client that does not read', () => {
  it('is closed with 4413 when too much waits for it; others lose nothing, and it can go on after its last cursor', async () => {
    const subject = await server.create();
    const [slow, quick] = [await server.connect(), await server.connect()];
    for (const socket of [slow, quick]) {
      socket.subscribe('a', CHANGES, { subject: subject.id, size: 50_000 });
      await socket.settle();
    }
    slow.socket.pause();
    // Far more than the buffers of two operating systems' sockets and ours hold together.
    for (let n = 0; n < 300; n++) await server.record(subject, `n${n}`);
    await until(() => quick.results('a').length === 300, 20_000);
    slow.socket.resume();
    expect(await slow.closed).toMatchObject({ code: 4413, reason: expect.stringMatching(/^Too slow/) });
    const types = (socket: typeof slow) => socket.results('a').map(({ data }) => data.changes.type as string);
    expect(types(quick)).toEqual(Array.from({ length: 300 }, (_n, n) => `n${n}`));
    const got = types(slow);
    expect(got.length).toBeLessThan(300);
    expect(got).toEqual(types(quick).slice(0, got.length));
    const again = await server.connect();
    again.subscribe('a', CHANGES, {
      subject: subject.id,
      size: 50_000,
      after: slow.results('a').at(-1).data.changes.cursor,
    });
    await until(() => got.length + again.results('a').length >= 300, 20_000);
    expect([...got, ...types(again)]).toEqual(types(quick));
  }, 60_000);

  it('holds back the past that it asked for instead of being closed', async () => {
    const subject = await server.create();
    await server.record(subject, 'first');
    const socket = await server.connect();
    socket.subscribe('a', CHANGES, { subject: subject.id, size: 50_000 });
    await socket.settle();
    await server.record(subject, 'n0');
    await until(() => socket.results('a').length === 1);
    const { cursor } = socket.results('a')[0].data.changes;
    for (let n = 1; n <= 300; n++) await server.record(subject, `n${n}`);
    await until(() => socket.results('a').length === 301, 20_000);
    const slow = await server.connect();
    slow.subscribe('a', CHANGES, { subject: subject.id, size: 50_000, after: cursor });
    await slow.settle();
    slow.socket.pause();
    await sleep(500);
    slow.socket.resume();
    await until(() => slow.results('a').length === 300, 20_000);
    expect(slow.socket.readyState).toBe(slow.socket.OPEN);
  }, 60_000);
});

describe('one message larger than the buffer', () => {
  it('reaches a client that reads', async () => {
    const subject = await server.create();
    const socket = await server.connect();
    socket.subscribe('a', CHANGES, { subject: subject.id, size: 1_000_000 });
    await socket.settle();
    await server.record(subject, 'large');
    await until(() => socket.results('a').length === 1);
    expect(socket.results('a')[0].data.changes.padding).toHaveLength(1_000_000);
  });
});
