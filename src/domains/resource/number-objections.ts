import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import type { Reservation } from './reservation.js';
import type { ResourceItem } from './resource-item.js';

/** Finds the number of the order under way that wants a number without having it reserved; null when none does. */
export type OrderOfNumber = (tx: Transaction, item: ResourceItem) => Promise<string | null>;

/** Domains that order numbers register here at load, so that this one need not know them. */
export const ordersOfNumbers = new Set<OrderOfNumber>();

const orderedBy = (path: InputPath, details?: Record<string, unknown>): never =>
  refuse(
    'HELD_BY_ORDER',
    'An order under way has it, and gives it out or lets it go; cancel the order first.',
    path,
    details,
  );

/** Refuses with HELD_BY_ORDER a number that an order under way wants, such as one that it hands over from another instance. The piece is locked. */
export async function refuseOrdered(tx: Transaction, item: ResourceItem, path: InputPath): Promise<void> {
  for (const find of ordersOfNumbers) {
    const orderNo = await find(tx, item);
    if (orderNo) orderedBy(path, { orderNo });
  }
}

/** Refuses with HELD_BY_ORDER to use or end by hand what an order under way keeps (RES-31, RES-42). */
export function refuseHeldByOrder({ orderHold }: Reservation, path: InputPath): void {
  if (orderHold) orderedBy(path);
}
