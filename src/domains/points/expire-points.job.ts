import { LockMode } from '@mikro-orm/postgresql';
import type { Transaction } from '../../kernel/database/transaction.js';
import { defineJob, type Schedule } from '../../kernel/jobs/index.js';
import { enter, use } from './ledger.js';
import { PointsAccount } from './points-account.js';
import { PointsOperation, PointsSource } from './points-enums.js';
import { remainingOf } from './remaining.js';

const EXPIRE = 'points.expire';
const BATCH = 500;

export const expirySchedule: Schedule = {
  name: EXPIRE,
  cron: '20 16 * * *',
  job: EXPIRE,
  description: 'Takes off points whose validity is over.',
};

const OVER = `"e"."points" > 0 and "e"."expires_at" <= $1
  and not exists (select from "points_entry" "x" where "x"."source" = 'EXPIRY' and "x"."key" = "e"."id"::text) and ${remainingOf('"e"')} > 0`;

const DUE = `select distinct "e"."account_id" "id" from "points_entry" "e" where ${OVER} and ($2::uuid is null or "e"."account_id" > $2) order by 1 limit ${BATCH}`;

/** Takes off points that have ended, an account at a time; run again, it takes nothing twice (PTS-25). */
export const expirePoints = defineJob(EXPIRE, async (_payload, context, { signal }) => {
  const { database } = context;
  for (let after: string | null = null; ;) {
    const { rows }: { rows: { id: string }[] } = await database.pool.query(DUE, [database.clock(), after]);
    if (rows.length === 0) return;
    for (const { id } of rows) {
      signal.throwIfAborted();
      await database.write(context, (tx) => expireOf(tx, id));
    }
    after = rows.at(-1)!.id;
  }
});

async function expireOf(tx: Transaction, accountId: string): Promise<void> {
  const how = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true };
  const account = await tx.em.findOneOrFail(PointsAccount, { id: accountId }, how);
  const sql = `select "e"."id", ${remainingOf('"e"')} "left" from "points_entry" "e" where "e"."account_id" = ? and ${OVER.replace('$1', '?')} order by "e"."expires_at", "e"."id"`;
  for (const { id, left } of await tx.em.execute<{ id: string; left: number }[]>(sql, [accountId, tx.at])) {
    const expired = { operation: PointsOperation.EXPIRED, source: PointsSource.EXPIRY, key: id };
    await use(tx, await enter(tx, account, { ...expired, points: -left }), id, left);
  }
}
