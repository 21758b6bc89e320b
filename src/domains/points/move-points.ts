import { LockMode } from '@mikro-orm/postgresql';
import type { Transaction } from '../../kernel/database/transaction.js';
import type { Customer } from '../customer/index.js';
import { type CustomerMerge, type MergePart } from '../customer-merge/index.js';
import { accountOf } from './account-of.js';
import { enter, lotsOf, use } from './ledger.js';
import { countEarned } from './lifetime.js';
import { PointsAccount } from './points-account.js';
import { PointsEntry } from './points-entry.js';
import { PointsOperation, PointsSource } from './points-enums.js';

const SEPARATOR = ':';
const MOVED = { operation: PointsOperation.TRANSFERRED, source: PointsSource.MERGE };
const locked = { lockMode: LockMode.PESSIMISTIC_WRITE as const, refresh: true };

/** Numbers the movements of one lot by one merge: points may come back to it and go again. */
async function nextKey(tx: Transaction, merge: CustomerMerge, lotId: string): Promise<string> {
  const key = [merge.id, lotId].join(SEPARATOR);
  const known = await tx.em.count(PointsEntry, { source: PointsSource.MERGE, key: { $like: `${key}${SEPARATOR}%` } });
  return [key, known].join(SEPARATOR);
}

/**
 * Moves what is left of the points of an absorbed customer to the accounts of the survivor, each lot by an entry that takes and one that
 * gives, with the end, the type and the campaign that they had (CUS-80, PTS-11). Entries stay where they were made; what was earned in
 * all counts for the survivor, so that a level that follows from it is kept.
 */
async function merged(tx: Transaction, merge: CustomerMerge, survivor: Customer, absorbed: Customer): Promise<void> {
  const accounts = await tx.em.find(PointsAccount, { customer: absorbed.id }, { ...locked, orderBy: { id: 'asc' } });
  for (const from of accounts) {
    await tx.em.populate(from, ['scheme']);
    const lots = await lotsOf(tx, from);
    if (lots.length === 0 && from.lifetimeEarned === 0) continue;
    const to = await accountOf(tx, survivor, from.scheme);
    for (const { id, left } of lots) {
      const lot = await tx.em.findOneOrFail(PointsEntry, { id });
      const key = await nextKey(tx, merge, id);
      const taken = await enter(tx, from, {
        ...MOVED,
        key: `${key}${SEPARATOR}out`,
        points: -left,
        reason: merge.reason,
      });
      await use(tx, taken, id, left);
      const { type = null, expiresAt = null, campaign = null } = lot;
      const given = { ...MOVED, key: `${key}${SEPARATOR}in`, points: left, type, expiresAt, campaign };
      await enter(tx, to, { ...given, reason: merge.reason });
    }
    from.lifetimeEarned = 0;
    await countEarned(tx, to);
  }
}

/**
 * Gives back to the lots they came from what is left of the points that a merge moved, and has not ended (CUS-80). What was spent
 * meanwhile stays spent, and what came meanwhile stays with the survivor; each has earned again what its own entries say.
 */
async function split(tx: Transaction, merge: CustomerMerge, survivor: Customer, absorbed: Customer): Promise<void> {
  const key = { $like: `${merge.id}${SEPARATOR}%${SEPARATOR}in` };
  const moved = await tx.em.find(PointsEntry, { source: PointsSource.MERGE, key }, { orderBy: { id: 'asc' } });
  const origins = new Map<string, PointsEntry>();
  for (const { key: of } of moved) {
    const lotId = of.split(SEPARATOR)[1]!;
    origins.set(lotId, await tx.em.findOneOrFail(PointsEntry, { id: lotId }));
  }
  const ids = [...moved, ...origins.values()].map(({ account }) => account.id);
  const accounts = new Map<string, PointsAccount>();
  for (const id of [...new Set(ids)].toSorted())
    accounts.set(id, await tx.em.findOneOrFail(PointsAccount, { id }, locked));
  for (const given of moved) {
    const holder = accounts.get(given.account.id)!;
    const left = (await lotsOf(tx, holder)).find(({ id }) => id === given.id)?.left ?? 0;
    if (left === 0) continue;
    const origin = origins.get(given.key.split(SEPARATOR)[1]!)!;
    const reason = merge.undoReason ?? null;
    const taken = await enter(tx, holder, { ...MOVED, key: `${given.key}${SEPARATOR}back`, points: -left, reason });
    await use(tx, taken, given.id, left);
    const home = accounts.get(origin.account.id)!;
    const back = await enter(tx, home, { ...MOVED, key: `${given.key}${SEPARATOR}returned`, points: left, reason });
    // The points are those of the lot again, with its end; the entry itself holds none.
    await use(tx, back, origin.id, -left);
    await use(tx, back, back.id, left);
  }
  const both = { customer: { $in: [survivor.id, absorbed.id] } };
  for (const account of await tx.em.find(PointsAccount, both, { ...locked, orderBy: { id: 'asc' } }))
    await countEarned(tx, account);
}

/** How points go through merges and splits of customers. */
export const pointsInMerges: MergePart = { merged, split };
