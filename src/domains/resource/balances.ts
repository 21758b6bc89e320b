import { LockMode } from '@mikro-orm/postgresql';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { v7 } from '../../kernel/model/index.js';
import type { ResourceType } from './resource-type.js';
import { StockBalance } from './stock-balance.js';
import type { StockHolder } from './stock-holder.js';

/**
 * The balances of a type at holders, locked in the order of their keys so that two movements between the same holders cannot wait for each
 * other; one that does not exist yet is made. Refused with CLOSED where one has been closed, unless that does not matter (`closedToo`).
 */
export async function lockBalances(
  tx: Transaction,
  type: ResourceType,
  holders: readonly StockHolder[],
  { closedToo = false }: { closedToo?: boolean } = {},
): Promise<Map<string, StockBalance>> {
  await tx.em.flush();
  const keys = [...new Set(holders.map(({ id }) => id))].sort();
  // Who closes a holder waits for this, or is seen here.
  const open = await tx.em.execute<{ closed: boolean }[]>(
    `select "closed_at" is not null "closed" from "stock_holder" where "id" in (${keys.map(() => '?').join(', ')}) order by "id" for share`,
    keys,
  );
  if (!closedToo && open.some(({ closed }) => closed)) refuse('CLOSED', 'The holder has been closed.', ['input']);
  for (const holderId of keys)
    await tx.em.execute(
      `insert into "stock_balance" ("id", "created_at", "updated_at", "holder_id", "type_id", "on_hand", "reserved") values (?, ?, ?, ?, ?, 0, 0) on conflict do nothing`,
      [v7(), tx.at, tx.at, holderId, type.id],
    );
  const balances = await tx.em.find(
    StockBalance,
    { type: type.id, holder: keys },
    { orderBy: { holder: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  return new Map(balances.map((balance) => [balance.holder.id, balance]));
}

/** Refuses with OUT_OF_STOCK what a holder does not have free; what is reserved for others does not count (RES-08, RES-14). */
export function requireAvailable(balance: StockBalance, quantity: number, path: InputPath): void {
  const available = balance.onHand - balance.reserved;
  if (available < quantity)
    refuse('OUT_OF_STOCK', `Only ${available} are available.`, path, { available, wanted: quantity });
}

/** Changes what a holder has, and warns when it falls below the minimum or is above it again (RES-19, RES-20). */
export function adjust(
  tx: Transaction,
  type: ResourceType,
  holder: StockHolder,
  balance: StockBalance,
  change: { onHand?: number; reserved?: number },
): void {
  const free = () => balance.onHand - balance.reserved;
  const before = free();
  balance.onHand += change.onHand ?? 0;
  balance.reserved += change.reserved ?? 0;
  const low = free() < type.minStock;
  if (low === before < type.minStock) return;
  tx.record({
    kind: 'BUSINESS_FACT',
    type: low ? 'stock.low' : 'stock.low.cleared',
    subject: balance,
    regionId: holder.region.id,
    data: { type: type.code, holder: holder.code, available: free(), minimum: type.minStock },
  });
}
