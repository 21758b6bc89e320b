import type { Database } from '../../kernel/database/database.js';
import { defineJob, type NewJob, type Schedule } from '../../kernel/jobs/index.js';
import { Customer } from '../customer/index.js';
import { CustomerMerge, CustomerMergeStatus } from './customer-merge.js';
import { moveLateRows } from './merge-customers.js';
import { customerReferences } from './merge-references.js';

const NAME = 'customer.merge.late-rows';
const STRAY = 'customer.merge.stray-rows';

/** Waiting times between looks, in milliseconds: most operations are over at the second, few take longer than the last. */
const PAUSES = [2_000, 5_000, 30_000, 120_000, 600_000];

/** The moment of the first look after a merge: what had begun before it may still name the absorbed customer. */
interface Mark {
  /** PostgreSQL's time, as text. */
  at: string;
  /** The first transaction that had not begun. */
  xid: string;
}

type Payload = { mergeId: string; look?: number; mark?: Mark };

/** The job that looks after a merge, again and again, for what came to the absorbed customer. */
export const lateRowsJob = (mergeId: string, at: Date, look = 0, mark?: Mark): NewJob => ({
  ...{ name: NAME, key: `${NAME}:${mergeId}:${look}`, payload: { mergeId, look, ...(mark && { mark }) } },
  runAt: new Date(at.getTime() + PAUSES[Math.min(look, PAUSES.length - 1)]!),
});

const MARK = `select clock_timestamp()::text "at", pg_snapshot_xmax(pg_current_snapshot())::text "xid"`;

/** Sessions hide from other roles when they began, writers do not: their numbers are seen by all. */
const ALIVE = `
  select pg_snapshot_xmin(pg_current_snapshot()) < $2::xid8 or exists (
    select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and xact_start <= $1::timestamptz) "alive"`;

/** Whether an operation is still under way that had begun before a mark. */
async function underWay({ pool }: Database, { at, xid }: Mark): Promise<boolean> {
  const { rows } = await pool.query<{ alive: boolean }>(ALIVE, [at, xid]);
  return rows[0]!.alive;
}

/**
 * Moves what operations left with the absorbed customer that had read it before the merge. However long they take, it looks until the
 * last of them has ended, and then once more: none can come later (CUS-80).
 */
export const lateRows = defineJob<Payload>(NAME, async ({ mergeId, look = 0, mark: known }, context) => {
  const { database } = context;
  const mark = known ?? (await database.pool.query<Mark>(MARK)).rows[0]!;
  // Asked before the look, so that whatever has ended is seen by it.
  const again = await underWay(database, mark);
  await database.write(context, async (tx) => {
    const merge = await tx.find(CustomerMerge, mergeId);
    if (merge?.status !== CustomerMergeStatus.MERGED) return;
    const found = new Map<string, Customer>();
    for (const key of [merge.survivor.id, merge.absorbed.id].toSorted())
      found.set(key, (await tx.findExactly(Customer, key))!);
    // Where the survivor was merged too, what comes late goes to where all went.
    const survivor = (await tx.find(Customer, merge.survivor.id))!;
    await moveLateRows(tx, merge, survivor, found.get(merge.absorbed.id)!);
    if (again) tx.enqueue(lateRowsJob(mergeId, tx.at, look + 1, mark));
  });
});

export const strayRowsSchedule: Schedule = {
  name: STRAY,
  cron: '50 18 * * *',
  job: STRAY,
  description: 'Looks whether anything names a customer that was merged into another.',
};

const MERGES = `select "id" from "customer_merge" where "status" = 'MERGED' and "absorbed_id" in (`;

/** Looks through all that refers to customers, for what work of several transactions left with a merged one (CUS-80). */
export const strayRows = defineJob(STRAY, async (_payload, context, { signal }) => {
  const { database } = context;
  const absorbed = `(select "absorbed_id" from "customer_merge" where "status" = 'MERGED')`;
  const named = customerReferences().map(
    ({ table, column }) => `select "${column}" from "${table}" where "${column}" in ${absorbed}`,
  );
  const { rows } = await database.pool.query<{ id: string }>(`${MERGES}${named.join(' union ')})`);
  for (const { id } of rows) {
    signal.throwIfAborted();
    await database.write(context, (tx) => {
      tx.enqueue(lateRowsJob(id, tx.at));
      return Promise.resolve();
    });
  }
});
