import type pg from 'pg';
import { defineJob, type JobDefinition, type Schedule } from '../jobs/job.js';

const JOB = 'history.partitions';
const DAY_MS = 86_400_000;
const BATCH = 10_000;

/** How long the history is kept. */
export interface HistorySettings {
  /** Days after which entries may go; undefined keeps them for good. */
  retentionDays: number | undefined;
}

interface Partition {
  name: string;
  /** First moment after its month. */
  end: Date;
}

const monthStart = (at: Date, offset = 0): Date =>
  new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + offset, 1));
const nameOf = (month: Date): string => `history_entry_p${month.toISOString().slice(0, 7).replace('-', '')}`;

/**
 * Partitions that are to be vacuumed early: the relay touches each entry once, and the index of the waiting ones would fill with
 * dead rows long before a fifth of a large table has changed.
 */
const STORAGE = 'autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000';

/** Runs a change of partitions by itself, and not for long while others write: it is tried again by the next run. */
async function alone<T>(pool: pg.Pool, change: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query(`begin; set local lock_timeout = '3s'; set local statement_timeout = 0`);
    await client.query(`select pg_advisory_xact_lock(hashtextextended('${JOB}', 0))`);
    const result = await change(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** Makes the partitions of this month and the next, where they are missing. Entries that came too early move into them. */
export async function ensureHistoryPartitions(pool: pg.Pool, now = new Date()): Promise<void> {
  for (const offset of [0, 1]) {
    const [from, to] = [monthStart(now, offset), monthStart(now, offset + 1)];
    const name = nameOf(from);
    if (!(await isKnown(pool, name))) await alone(pool, (client) => addPartition(client, name, from, to));
  }
}

async function isKnown(on: pg.Pool | pg.PoolClient, name: string): Promise<boolean> {
  const { rowCount } = await on.query(
    `select 1 from "pg_class" where "relname" = $1 and "relnamespace" = current_schema()::regnamespace`,
    [name],
  );
  return rowCount === 1;
}

async function addPartition(client: pg.PoolClient, name: string, from: Date, to: Date): Promise<void> {
  if (await isKnown(client, name)) return;
  const [first, end] = [from.toISOString(), to.toISOString()];
  await client.query(`
    create table "${name}" (like "history_entry" including defaults including constraints) with (${STORAGE});
    lock table "history_entry_default" in share row exclusive mode;
    with "moved" as (delete from "history_entry_default" where "created_at" >= '${first}' and "created_at" < '${end}' returning *)
    insert into "${name}" select * from "moved";
    alter table "history_entry" attach partition "${name}" for values from ('${first}') to ('${end}')`);
}

/** Drops the partitions of months that ended more than the given number of days ago. @returns their names */
export async function dropExpiredHistory(pool: pg.Pool, retentionDays: number, now = new Date()): Promise<string[]> {
  const cutoff = new Date(now.getTime() - retentionDays * DAY_MS);
  const expired = (await partitions(pool)).filter(({ end }) => end <= cutoff);
  for (const { name } of expired)
    await alone(pool, (client) =>
      client.query(`alter table "history_entry" detach partition "${name}"; drop table "${name}"`),
    );
  // What was imported from before the first partition goes by rows: its oldest position would make old cursors look valid.
  const rest = `delete from "history_entry_default" where ("id", "created_at") in
    (select "id", "created_at" from "history_entry_default" where "created_at" < $1 limit ${BATCH})`;
  for (let deleted: number | null = BATCH; deleted === BATCH;)
    ({ rowCount: deleted } = await pool.query(rest, [cutoff]));
  return expired.map(({ name }) => name);
}

/** The partitions of months, oldest first. */
async function partitions(pool: pg.Pool): Promise<Partition[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select "child"."relname" as "name" from "pg_inherits" join "pg_class" "child" on "child"."oid" = "inhrelid"
     where "inhparent" = 'history_entry'::regclass and "child"."relname" ~ '^history_entry_p[0-9]{6}$' order by 1`,
  );
  return rows.map(({ name }) => ({
    name,
    end: new Date(Date.UTC(Number(name.slice(-6, -2)), Number(name.slice(-2)), 1)),
  }));
}

/** The job that keeps partitions ahead of time and drops those that are over, and when it runs. */
export function historyUpkeep({ retentionDays }: HistorySettings): { jobs: JobDefinition[]; schedules: Schedule[] } {
  const keep = defineJob(JOB, async (_payload, { database }) => {
    await ensureHistoryPartitions(database.pool);
    if (retentionDays !== undefined) await dropExpiredHistory(database.pool, retentionDays);
  });
  const description = 'Makes the partitions of the history for the coming month, and drops those whose time is over.';
  return { jobs: [keep], schedules: [{ name: JOB, cron: '23 2 * * *', job: JOB, description }] };
}
