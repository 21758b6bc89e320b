import { LockMode } from '@mikro-orm/postgresql';
import type { Transaction } from '../../kernel/database/transaction.js';
import { lockBalances } from './balances.js';
import { ResourceItem, ResourceStatus } from './resource-item.js';
import { ResourceCategory } from './resource-type.js';

/** Who asks for a number. */
export interface NumberApplicant {
  customerId: string;
  /** Who sells it: what they keep for somebody not yet known is free for them. */
  subject: string;
  /** Product instances that may have it already. */
  instanceIds: readonly string[];
}

const TAKEN = `
  select "i"."status" from "resource_item" "i" join "resource_type" "t" on "t"."id" = "i"."type_id" and "t"."category" = 'NUMBER'
  where "i"."resource_no" = ? and "i"."status" <> 'IN_STOCK' and not ("i"."status" = 'ALLOCATED' and "i"."instance_id" = any(?::uuid[]))
    and not exists (
      select 1 from "reservation" "r" where "r"."item_id" = "i"."id" and "r"."status" = 'ACTIVE' and "r"."order_hold" is null
      and ("r"."customer_id" = ? or "r"."customer_id" is null and "r"."reserved_by" = ?))
  limit 1`;

/**
 * State of a number in stock that is not free for somebody; null when it is, and of a number that is not in stock at all. What an order keeps
 * is free for nobody (RES-31, RES-42).
 */
export async function takenNumber(
  em: Pick<Transaction['em'], 'execute'>,
  number: string,
  { customerId, subject, instanceIds }: NumberApplicant,
): Promise<ResourceStatus | null> {
  const values = [number, `{${instanceIds.join(',')}}`, customerId, subject];
  const [found] = await em.execute<{ status: ResourceStatus }[]>(TAKEN, values);
  return found?.status ?? null;
}

/** States of numbers that count in the balance of their holder. */
const ON_HAND: readonly ResourceStatus[] = [ResourceStatus.IN_STOCK, ResourceStatus.RESERVED];

/**
 * Lets whoever else wants one of these numbers wait until the transaction ends: other orders, whether it is in stock or not, and all who move
 * the stock. Locks the numbers, the balances of who holds them, and then the pieces, each in a fixed order.
 * @returns the numbers that are in stock, with their types and holders
 */
export async function lockNumbers(tx: Transaction, numbers: readonly string[]): Promise<ResourceItem[]> {
  const wanted = [...new Set(numbers)].sort();
  for (const number of wanted)
    await tx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`number:${number}`]);
  const inStock = { resourceNo: wanted, type: { category: ResourceCategory.NUMBER } };
  const seen = await tx.em.find(ResourceItem, inStock, { populate: ['type', 'holder'] });
  const counted = seen.filter(({ status }) => ON_HAND.includes(status));
  const types = [...new Set(counted.map(({ type }) => type))].sort((one, other) => (one.id < other.id ? -1 : 1));
  for (const type of types) {
    const holders = counted.filter((item) => item.type === type).map(({ holder }) => holder);
    await lockBalances(tx, type, holders, { closedToo: true });
  }
  if (seen.length === 0) return [];
  return lockItems(
    tx,
    seen.map(({ id }) => id),
  );
}

/** Pieces as they are now, locked in the order of their keys, with their types and holders. */
export async function lockItems(tx: Transaction, ids: readonly string[]): Promise<ResourceItem[]> {
  await tx.em.flush();
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  const items = await tx.em.find(ResourceItem, { id: [...ids] }, { ...lock, orderBy: { id: 'asc' } });
  await tx.em.populate(items, ['type', 'holder']);
  return items;
}
