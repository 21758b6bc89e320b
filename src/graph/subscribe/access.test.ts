/** @isolated: its server has a noun of its own. */
import { v7 } from '../../kernel/model/uuid.js';
import { until } from '../../testing/until.js';
import { type EventServer, startEventServer } from '../../testing/event-server.js';

const CHANGES =
  'subscription($subject: String, $after: String) { changes(subjectId: $subject, after: $after) { type cursor } }';
const [north, south] = [v7(), v7()];

let server: EventServer;
beforeAll(async () => {
  server = await startEventServer({ limits: { renewIntervalMs: 100 } });
});
afterAll(async () => {
  await server?.close();
});

describe('rights that change while a subscription runs', () => {
  it('narrow it, and widen it again, without a gap in what may be seen', async () => {
    server.rights.set('anna', { kind: 'STAFF', regionIds: [north, south] });
    const subject = await server.create();
    const socket = await server.connect('anna');
    socket.subscribe('a', CHANGES, { subject: subject.id });
    await socket.settle();
    const seen = () => socket.results('a').map(({ data }) => data.changes.type);
    await server.record(subject, 'n1', { regionId: north });
    await server.record(subject, 's1', { regionId: south });
    await until(() => seen().length === 2);
    await server.change('anna', { kind: 'STAFF', regionIds: [north] });
    await server.record(subject, 's2', { regionId: south });
    await server.record(subject, 'n2', { regionId: north });
    await until(() => seen().length === 3);
    await server.change('anna', { kind: 'STAFF', regionIds: [north, south] });
    await server.record(subject, 's3', { regionId: south });
    await until(() => seen().length === 4);
    expect(seen()).toEqual(['n1', 's1', 'n2', 's3']);
  });

  it('lose and repeat nothing while they change again and again under load', async () => {
    const subject = await server.create();
    const socket = await server.connect('berta');
    const extra = () => ({ kind: 'STAFF' as const, regionIds: [north, v7()] });
    server.rights.set('berta', extra());
    socket.subscribe('a', CHANGES, { subject: subject.id });
    await socket.settle();
    for (let n = 0; n < 150; n++) {
      await server.record(subject, `e${n}`, { regionId: north });
      if (n % 10 === 0) server.rights.set('berta', extra());
    }
    await until(() => socket.results('a').length >= 150);
    expect(socket.results('a').map(({ data }) => data.changes.type)).toEqual(
      Array.from({ length: 150 }, (_n, n) => `e${n}`),
    );
  });

  it('end it with a code when the caller is no longer known; others go on', async () => {
    server.rights.set('carl', { kind: 'STAFF', regionIds: [north] });
    server.rights.set('dora', { kind: 'STAFF', regionIds: [north] });
    const subject = await server.create();
    const [carl, dora] = [await server.connect('carl'), await server.connect('dora')];
    for (const socket of [carl, dora]) {
      socket.subscribe('a', CHANGES, { subject: subject.id });
      await socket.settle();
    }
    server.rights.delete('carl');
    await until(() => carl.end('a') !== undefined, 5_000);
    expect(carl.end('a')).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    await server.record(subject, 'x', { regionId: north });
    await until(() => dora.results('a').length === 1);
    expect(carl.results('a')).toEqual([]);
    carl.subscribe('again', CHANGES, { subject: subject.id });
    await until(() => carl.end('again') !== undefined);
    expect(carl.end('again')).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });
});

describe('tokens', () => {
  it('end the connection when they expire, within seconds', async () => {
    const socket = await server.connect('admin', 1);
    socket.subscribe('a', CHANGES, {});
    const started = Date.now();
    expect(await socket.closed).toEqual({ code: 4403, reason: 'The token has expired.' });
    expect(Date.now() - started).toBeLessThan(6_000);
  });

  it('can be renewed on the open socket by a ping', async () => {
    const socket = await server.connect('admin', 5);
    const expiry = Date.now() + 5_000;
    const subject = await server.create();
    socket.subscribe('a', CHANGES, { subject: subject.id });
    await socket.settle();
    socket.send({ type: 'ping', payload: { authorization: `Bearer ${await server.token('admin', 600)}` } });
    await until(() => socket.messages.some(({ type, payload }) => type === 'pong' && payload?.renewed === true));
    expect(socket.messages.find(({ payload }) => payload?.renewed)!.payload.expiresAt).toMatch(/^\d{4}-.*Z$/);
    await until(() => Date.now() > expiry + 1_500);
    expect(socket.socket.readyState).toBe(socket.socket.OPEN);
    await server.record(subject, 'later');
    await until(() => socket.results('a').length === 1);
  });

  it.each([
    ['another person', async () => `Bearer ${await server.token('admin-2')}`],
    ['nobody', async () => 'Bearer nonsense'],
    ['another scheme', async () => 'Basic x'],
    ['the past', async () => `Bearer ${await server.token('admin', -10)}`],
  ])('are not replaced by one of %s', async (_what, authorization) => {
    const socket = await server.connect('admin', 2);
    socket.send({ type: 'ping', payload: { authorization: await authorization() } });
    await until(() => socket.messages.some(({ type }) => type === 'pong'));
    expect(socket.messages.at(-1)!.payload).toMatchObject({ renewed: false, code: 'UNAUTHENTICATED' });
    expect(await socket.closed).toMatchObject({ code: 4403 });
  });

  it('bring their new rights to what runs already', async () => {
    server.rights.set('emil', { kind: 'STAFF', regionIds: [north] });
    const subject = await server.create();
    const socket = await server.connect('emil');
    socket.subscribe('a', CHANGES, { subject: subject.id });
    await socket.settle();
    server.rights.set('emil', { kind: 'STAFF', regionIds: [south] });
    socket.send({ type: 'ping', payload: { authorization: `Bearer ${await server.token('emil')}` } });
    await until(() => socket.messages.some(({ payload }) => payload?.renewed === true));
    await server.record(subject, 'north', { regionId: north });
    await server.record(subject, 'south', { regionId: south });
    await until(() => socket.results('a').length === 1);
    expect(socket.results('a')[0].data.changes.type).toBe('south');
  });
});
