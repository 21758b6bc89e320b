/** @isolated: it declares a noun of its own. */
import { createKernelDatabase, type KernelDatabase, Sample } from '../../testing/kernel-database.js';
import { until } from '../../testing/until.js';
import { pino } from 'pino';
import { systemCaller } from '../access/caller.js';
import { encodeCursor } from './cursor.js';
import { dropExpiredHistory, ensureHistoryPartitions } from './history-partitions.js';
import { startEvents } from './start-events.js';

const caller = systemCaller('test');
let kernel: KernelDatabase;
let events: { stop: () => Promise<void> };

beforeAll(async () => {
  kernel = await createKernelDatabase();
  events = await startEvents({ database: kernel.database, log: pino({ level: 'silent' }) });
});
afterAll(async () => {
  await events?.stop();
  await kernel?.end();
});

const pool = () => kernel.database.pool;
const names = async () =>
  (
    await pool().query<{ name: string }>(
      `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'history_entry'::regclass order by 1`,
    )
  ).rows.map(({ name }) => name);

/** Records an event as if at another time; waits until it has its place. */
async function happen(at: string): Promise<number> {
  const subject = new Sample();
  await kernel.database.write({ caller, requestId: 'r' }, async (tx) => {
    tx.add(subject);
    Object.assign(tx, { at: new Date(at) });
    tx.recordAny({ kind: 'BUSINESS_FACT', type: 'sample.made', subject });
  });
  let position: string | null = null;
  await until(async () => {
    const { rows } = await pool().query('select position from history_entry where subject_id = $1', [subject.id]);
    position = rows[0].position;
    return position !== null;
  });
  return Number(position);
}

const whereIs = async (position: number) =>
  (await pool().query('select tableoid::regclass::text as name from history_entry where position = $1', [position]))
    .rows[0]?.name;

describe('partitions of the history', () => {
  it('are there for this month and the next from the first start', async () => {
    const month = (offset: number) => {
      const now = new Date();
      return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1))
        .toISOString()
        .slice(0, 7)
        .replace('-', '');
    };
    expect(await names()).toEqual([
      'history_entry_default',
      `history_entry_p${month(0)}`,
      `history_entry_p${month(1)}`,
    ]);
  });

  it('take what came before they were made, and what comes after', async () => {
    const early = await happen('2031-03-15T00:00:00Z');
    const other = await happen('2031-02-28T23:59:59.999Z');
    expect(await whereIs(early)).toBe('history_entry_default');
    await Promise.all([1, 2, 3].map(() => ensureHistoryPartitions(pool(), new Date('2031-03-31T23:00:00Z'))));
    const late = await happen('2031-04-01T00:00:00Z');
    expect(await Promise.all([early, other, late].map(whereIs))).toEqual([
      'history_entry_p203103',
      'history_entry_default',
      'history_entry_p203104',
    ]);
  });

  it('are vacuumed early', async () => {
    const { rows } = await pool().query(
      `select reloptions from pg_class where relname in ('history_entry_p203103', 'history_entry_default')`,
    );
    expect(rows).toHaveLength(2);
    for (const { reloptions } of rows)
      expect(reloptions).toEqual(['autovacuum_vacuum_scale_factor=0', 'autovacuum_vacuum_threshold=20000']);
  });

  it('let the relay touch only the partition that holds the entry', async () => {
    // Settings hold for one connection.
    const client = await pool().connect();
    const { rows } = await client
      .query(`set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off;`)
      .then(() =>
        client.query(`explain (analyze, costs off, timing off, summary off)
        update history_entry h set reason = 'x' from (select id, created_at from history_entry where position = 1 offset 0) p
        where h.id = p.id and h.created_at = p.created_at`),
      )
      .finally(() => client.release(true));
    const plan = rows.map((row) => Object.values(row)[0]).join('\n');
    expect(plan).toContain('never executed');
  });

  it('go when their time is over, and with them the cursors before', async () => {
    const first = await happen('2020-01-10T00:00:00Z');
    await ensureHistoryPartitions(pool(), new Date('2020-02-01T00:00:00Z'));
    const [january, kept] = [await happen('2020-02-10T00:00:00Z'), await happen('2031-03-20T00:00:00Z')];
    expect(await whereIs(january)).toBe('history_entry_p202002');
    expect(await dropExpiredHistory(pool(), 30, new Date('2020-05-05T00:00:00Z'))).toEqual([
      'history_entry_p202002',
      'history_entry_p202003',
    ]);
    expect(await Promise.all([first, january, kept].map(whereIs))).toEqual([
      undefined,
      undefined,
      'history_entry_p203103',
    ]);
    const oldest = await happen('2032-01-10T00:00:00Z');
    expect(await dropExpiredHistory(pool(), 30, new Date('2032-02-01T00:00:00Z'))).toContain('history_entry_p203104');
    expect((await pool().query('select position from history_entry')).rows).toEqual([{ position: String(oldest) }]);
    const watch = (after: number) => kernel.database.feed.watch({ caller, after: encodeCursor(after) });
    await expect(watch(oldest - 2).next()).rejects.toMatchObject({ extensions: { code: 'CURSOR_EXPIRED' } });
    const allowed = watch(oldest - 1);
    expect((await allowed.next()).value.position).toBe(oldest);
    await allowed.return!();
  });
});
