import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import type { PointsAccount } from './points-account.js';
import { PointsEntry } from './points-entry.js';
import { PointsOperation, type PointsSource } from './points-enums.js';
import { PointsUse } from './points-use.js';
import { remainingOf } from './remaining.js';

type Entered = Pick<PointsEntry, 'operation' | 'points' | 'source' | 'key'> &
  Partial<Pick<PointsEntry, 'type' | 'expiresAt' | 'reversalOf' | 'campaign' | 'mode' | 'item' | 'reason'>>;

const EVENTS = {
  EARNED: 'points.earned',
  REDEEMED: 'points.redeemed',
  ADJUSTED: 'points.adjusted',
  EXPIRED: 'points.expired',
  REVERSED: 'points.reversed',
  TRANSFERRED: 'points.transferred',
} as const;

/** Writes an entry of a locked account and brings its balance up to date; the database refuses a balance below 0. */
export async function enter(tx: Transaction, account: PointsAccount, entered: Entered): Promise<PointsEntry> {
  await tx.em.populate(account, ['scheme', 'customer.region']);
  account.balance += entered.points;
  account.lastEntryAt = tx.at;
  const {
    type = null,
    expiresAt = null,
    reversalOf = null,
    campaign = null,
    mode = null,
    item = null,
    reason = null,
  } = entered;
  const entry = tx.add(
    Object.assign(new PointsEntry(), {
      ...entered,
      ...{ account, type, expiresAt, reversalOf, campaign, mode, item, reason, balanceAfter: account.balance },
      entryNo: formatNumber('PE', await takeNumber(tx, 'points-entry')),
      ...{ occurredAt: tx.at, recordedBy: tx.caller.subject },
    }),
  );
  const { customer, scheme, balance } = account;
  tx.record({
    ...{ kind: 'BUSINESS_FACT', type: EVENTS[entered.operation], subject: entry, reason },
    ...{ customerId: customer.id, regionId: customer.region.id },
    data: { scheme: scheme.code, entryNo: entry.entryNo, points: entered.points, balance },
  });
  // Lots are read by statements.
  await tx.em.flush();
  return entry;
}

/** Notes that an entry took points of another one, or gave them back when negative. */
export async function use(tx: Transaction, entry: PointsEntry, lotId: string, points: number): Promise<void> {
  tx.add(Object.assign(new PointsUse(), { entry, lot: tx.em.getReference(PointsEntry, lotId), points }));
  await tx.em.flush();
}

/** Points that are left of the entries of an account, those that end first before the others, then the oldest (PTS-12). */
export async function lotsOf(tx: Transaction, account: PointsAccount): Promise<{ id: string; left: number }[]> {
  await tx.em.flush();
  const left = remainingOf('"e"');
  const sql = `select * from (select "e"."id", ${left} "left", "e"."expires_at", "e"."occurred_at" from "points_entry" "e"
    where "e"."account_id" = ? and "e"."points" > 0 and ("e"."expires_at" is null or "e"."expires_at" > ?)) "lot"
    where "left" > 0 order by "expires_at" nulls last, "occurred_at", "id"`;
  return tx.em.execute(sql, [account.id, tx.at]);
}

/** Takes points of a locked account. Refuses with NOT_ENOUGH_POINTS, and then nothing is written. */
export async function take(
  tx: Transaction,
  account: PointsAccount,
  points: number,
  entered: Omit<Entered, 'points'>,
  path: InputPath,
): Promise<PointsEntry> {
  const lots = await lotsOf(tx, account);
  const available = lots.reduce((sum, { left }) => sum + left, 0);
  if (available < points) refuse('NOT_ENOUGH_POINTS', `Only ${available} points are available.`, path, { available });
  const entry = await enter(tx, account, { ...entered, points: -points });
  let open = points;
  for (const { id, left } of lots) {
    const taken = Math.min(left, open);
    if (taken === 0) break;
    await use(tx, entry, id, taken);
    open -= taken;
  }
  return entry;
}

/** The entry that a source made with a key; refuses with KEY_USED when it was something else. */
export async function known(
  tx: Transaction,
  account: PointsAccount,
  source: PointsSource,
  key: string,
  points: number,
): Promise<PointsEntry | null> {
  const entry = await tx.em.findOne(PointsEntry, { source, key });
  if (!entry) return null;
  if (entry.points !== points || !(await ofOneCustomer(tx, entry, account)))
    refuse('KEY_USED', 'Something else was done with this key.', ['input', 'key']);
  return entry;
}

/** Whether an entry is of the customer of an account, or of one that was merged into it. */
async function ofOneCustomer(tx: Transaction, entry: PointsEntry, account: PointsAccount): Promise<boolean> {
  if (entry.account.id === account.id) return true;
  const [found] = await tx.em.execute<{ same: boolean }[]>(
    `with recursive "up"("id") as (select "customer_id" from "points_account" where "id" = ? and "scheme_id" = ?
       union select "c"."merged_into_id" from "customer" "c" join "up" on "up"."id" = "c"."id" where "c"."merged_into_id" is not null)
     select exists (select from "up" where "id" = ?) "same"`,
    [entry.account.id, account.scheme.id, account.customer.id],
  );
  return found!.same;
}

/** Whether an entry gave points that count as earned. */
export const earned = ({ operation }: Pick<PointsEntry, 'operation'>): boolean => operation === PointsOperation.EARNED;
