/** @isolated: its server has a noun of its own. */
import { encodeCursor } from '../../kernel/events/index.js';
import { sleep, until } from '../../testing/until.js';
import { type EventServer, startEventServer } from '../../testing/event-server.js';

const CHANGES =
  'subscription Changes($subject: String, $after: String, $size: Int) { changes(subjectId: $subject, after: $after, size: $size) { type cursor } }';

let server: EventServer;
beforeAll(async () => {
  server = await startEventServer();
});
afterAll(async () => {
  await server?.close();
});

describe('a client that comes back after its last cursor', () => {
  it('sees every event exactly once while several writers write and connections are cut at random', async () => {
    const subjects = await Promise.all(Array.from({ length: 4 }, () => server.create()));
    const start = await present();
    const total = 4 * 120;
    let written = 0;
    const clients = Array.from({ length: 8 }, async (_none, client) => {
      const seen: string[] = [];
      let after: string | undefined;
      for (let visits = 0; seen.length < total; visits++) {
        if (visits > 200) throw new Error(`Client ${client} has seen ${seen.length} of ${total}.`);
        const socket = await server.connect();
        socket.subscribe('a', CHANGES, { after: after ?? start });
        const leave = Date.now() + 20 + Math.random() * 150;
        // Most stay until something has come, however long that takes; some are cut before.
        const least = Math.random() < 0.8 ? 1 : 0;
        const got = () => socket.results('a').length;
        await until(() => seen.length + got() >= total || (Date.now() > leave && got() >= least));
        socket.socket.terminate();
        for (const { data } of socket.results('a')) {
          seen.push(data.changes.type);
          after = data.changes.cursor as string;
        }
      }
      return seen;
    });
    await Promise.all(
      subjects.map(async (subject, writer) => {
        for (let n = 0; n < 120; n++, written++) await server.record(subject, `${writer}.${n}`);
      }),
    );
    expect(written).toBe(total);
    const results = await Promise.all(clients);
    for (const seen of results) {
      expect(new Set(seen).size).toBe(total);
      expect(seen).toEqual(results[0]);
      for (const writer of [0, 1, 2, 3])
        expect(seen.filter((type) => type.startsWith(`${writer}.`))).toEqual(
          Array.from({ length: 120 }, (_n, n) => `${writer}.${n}`),
        );
    }
  }, 60_000);

  it('goes through a past that is longer than what is held, and on into the present', async () => {
    const subject = await server.create();
    const after = await present();
    const many = (from: number, to: number) =>
      server.database.write(
        { caller: { kind: 'SYSTEM', subject: 't', name: 't', regionIds: [] }, requestId: 't' },
        async (tx) => {
          for (let n = from; n < to; n++) tx.recordAny({ kind: 'BUSINESS_FACT', type: `n${n}`, subject });
        },
      );
    await many(0, 1_500);
    const socket = await server.connect();
    socket.subscribe('a', CHANGES, { subject: subject.id, after });
    socket.subscribe('b', CHANGES, { subject: subject.id, after });
    await many(1_500, 3_000);
    await until(() => socket.results('a').length >= 3_000 && socket.results('b').length >= 3_000, 20_000);
    await sleep(50);
    for (const id of ['a', 'b'])
      expect(socket.results(id).map(({ data }) => data.changes.type)).toEqual(
        Array.from({ length: 3_000 }, (_n, n) => `n${n}`),
      );
  }, 40_000);
});

describe('cursors that cannot be honoured', () => {
  it.each([
    ['no cursor', 'nonsense', 'next', 'CURSOR_INVALID'],
    ['one that was never given', encodeCursor(10 ** 12), 'error', 'CURSOR_INVALID'],
  ])('refuses %s with a code', async (_what, after, type, code) => {
    const socket = await server.connect();
    socket.subscribe('a', CHANGES, { after });
    await until(() => socket.end('a') !== undefined);
    const refusal = type === 'next' ? socket.results('a')[0].errors : socket.end('a')!.payload;
    expect(refusal).toMatchObject([{ extensions: { code } }]);
    expect(socket.socket.readyState).toBe(socket.socket.OPEN);
  });

  it('refuses one whose events are no longer kept, while others go on', async () => {
    const subject = await server.create();
    await server.record(subject, 'old');
    const socket = await server.connect();
    socket.subscribe('other', CHANGES, { subject: subject.id });
    await socket.settle();
    await server.database.pool.query('delete from history_entry where position <= 3');
    socket.subscribe('a', CHANGES, { after: encodeCursor(1) });
    await until(() => socket.end('a') !== undefined);
    expect(socket.end('a')).toMatchObject({
      type: 'error',
      payload: [{ message: expect.stringContaining('no longer kept'), extensions: { code: 'CURSOR_EXPIRED' } }],
    });
    await server.record(subject, 'new');
    await until(() => socket.results('other').length === 1);
  });
});

/** The cursor of an event that is recorded now: whatever was waiting for its number has one before it. */
async function present(): Promise<string> {
  const subject = await server.create();
  await server.record(subject, 'mark');
  const position = async () => {
    const { rows } = await server.database.pool.query<{ position: string | null }>(
      'select position from history_entry where subject_id = $1',
      [subject.id],
    );
    return rows[0]!.position;
  };
  await until(async () => (await position()) !== null);
  return encodeCursor(Number(await position()));
}
