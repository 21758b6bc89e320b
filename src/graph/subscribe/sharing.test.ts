/** @isolated: its server has a noun of its own. */
import { systemCaller } from '../../kernel/access/caller.js';
import { v7 } from '../../kernel/model/uuid.js';
import { until } from '../../testing/until.js';
import { type EventServer, startEventServer } from '../../testing/event-server.js';

const CHANGES =
  'subscription Changes($subject: String, $size: Int, $after: String) { changes(subjectId: $subject, size: $size, after: $after) { type cursor } }';

let server: EventServer;
beforeAll(async () => {
  server = await startEventServer();
});
afterAll(async () => {
  await server?.close();
});
beforeEach(() => {
  server.executions.length = 0;
});

describe('subscribers with the same operation, variables and rights', () => {
  it('share one execution for each event, whoever they are, and get the same bytes but for the id', async () => {
    const subject = await server.create();
    const [one, two] = [await server.connect('admin-1'), await server.connect('admin-2')];
    for (const socket of [one, two]) {
      for (let n = 0; n < 25; n++) socket.subscribe(`op-${n}`, CHANGES, { subject: subject.id });
      await socket.settle();
    }
    await server.record(subject, 'first');
    await server.record(subject, 'second');
    await until(() => [one, two].every((socket) => socket.results('op-24').length === 2));
    expect(server.executions).toEqual(['first', 'second']);
    for (const socket of [one, two]) {
      for (let n = 0; n < 25; n++)
        expect(socket.results(`op-${n}`).map(({ data }) => data.changes.type)).toEqual(['first', 'second']);
    }
    const bytes = new Set(
      [...one.texts, ...two.texts]
        .filter((text) => text.includes('"first"'))
        .map((text) => text.replace(/"op-\d+"/, '')),
    );
    expect(bytes.size).toBe(1);
  });

  it('share it also when they go on after different cursors', async () => {
    const subject = await server.create();
    const socket = await server.connect();
    socket.subscribe('a', CHANGES, { subject: subject.id });
    await socket.settle();
    for (const type of ['1', '2', '3']) await server.record(subject, type);
    await until(() => socket.results('a').length === 3);
    const cursors = socket.results('a').map(({ data }) => data.changes.cursor as string);
    cursors.forEach((after, n) => socket.subscribe(`after-${n}`, CHANGES, { subject: subject.id, after }));
    await socket.settle();
    await server.record(subject, '4');
    await until(() => socket.results('after-2').length === 1);
    const seen = (id: string) => socket.results(id).map(({ data }) => data.changes.type);
    expect([seen('after-0'), seen('after-1'), seen('after-2')]).toEqual([['2', '3', '4'], ['3', '4'], ['4']]);
    expect(server.executions).toEqual(['1', '2', '3', '4']);
  });

  it('carry the cursor in the extensions of every message', async () => {
    const subject = await server.create();
    const socket = await server.connect();
    socket.subscribe('a', 'subscription($s: String) { changes(subjectId: $s) { type cursor } }', { s: subject.id });
    await socket.settle();
    await server.record(subject, 'x');
    await until(() => socket.results('a').length === 1);
    const [{ data, extensions }] = socket.results('a');
    expect(extensions).toEqual({ cursor: data.changes.cursor });
  });
});

describe('what is not shared', () => {
  it.each([
    ['other variables', CHANGES, { size: 3 }],
    ['another document', CHANGES.replace('{ type cursor }', '{ type }'), {}],
    ['a default and a null', CHANGES, { size: null }],
  ])('executes %s by themselves', async (_what, query, variables) => {
    const subject = await server.create();
    const socket = await server.connect();
    socket.subscribe('a', CHANGES, { subject: subject.id });
    socket.subscribe('b', query, { subject: subject.id, ...variables });
    await socket.settle();
    await server.record(subject, 'x');
    await until(() => socket.results('a').length === 1 && socket.results('b').length === 1);
    expect(server.executions).toEqual(['x', 'x']);
  });

  it('applies the policy of each scope of rights to each event', async () => {
    const [north, south] = [v7(), v7()];
    for (const [sub, regionIds] of Object.entries({ n1: [north], n2: [north], s: [south], both: [south, north] }))
      server.rights.set(sub, { kind: 'STAFF', regionIds });
    const subject = await server.create();
    const sockets = Object.fromEntries(
      await Promise.all(['n1', 'n2', 's', 'both'].map(async (sub) => [sub, await server.connect(sub)] as const)),
    );
    for (const socket of Object.values(sockets)) {
      socket.subscribe('a', CHANGES, { subject: subject.id });
      await socket.settle();
    }
    await server.record(subject, 'in the north', { regionId: north });
    await server.record(subject, 'in the south', { regionId: south });
    await server.record(subject, 'nowhere');
    await until(
      () =>
        sockets['both']!.results('a').length === 2 &&
        ['s', 'n1', 'n2'].every((sub) => sockets[sub]!.results('a').length === 1),
    );
    const seen = (sub: string) => sockets[sub]!.results('a').map(({ data }) => data.changes.type);
    expect([seen('n1'), seen('n2'), seen('s'), seen('both')]).toEqual([
      ['in the north'],
      ['in the north'],
      ['in the south'],
      ['in the north', 'in the south'],
    ]);
    expect([...server.executions].sort()).toEqual(['in the north', 'in the north', 'in the south', 'in the south']);
  });
});

describe('faults', () => {
  it('ends no stream for errors within a message', async () => {
    const subject = await server.create();
    const socket = await server.connect();
    socket.subscribe('a', 'subscription($s: String) { changes(subjectId: $s) { type broken } }', { s: subject.id });
    await socket.settle();
    await server.record(subject, '1');
    await server.record(subject, '2');
    await until(() => socket.results('a').length === 2);
    expect(socket.results('a')[1]).toMatchObject({
      data: { changes: { type: '2', broken: null } },
      errors: [{ path: ['changes', 'broken'], extensions: { code: 'NOT_FOUND' } }],
    });
    expect(socket.end('a')).toBeUndefined();
  });

  it('lets a subscriber leave without disturbing the others, and forgets a stream that all have left', async () => {
    const subject = await server.create();
    const socket = await server.connect();
    for (const id of ['a', 'b']) socket.subscribe(id, CHANGES, { subject: subject.id });
    await socket.settle();
    socket.send({ type: 'complete', id: 'a' });
    await socket.settle();
    await server.record(subject, '1');
    await until(() => socket.results('b').length === 1);
    expect(socket.results('a')).toEqual([]);
    socket.send({ type: 'complete', id: 'b' });
    await socket.settle();
    server.executions.length = 0;
    await server.record(subject, '2');
    const end = server.database.feed.watch({ caller: systemCaller('test'), match: { subjectId: subject.id } });
    await server.record(subject, '3');
    await end.next();
    await end.return!();
    expect(server.executions).toEqual([]);
  });
});
