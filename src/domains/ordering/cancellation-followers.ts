import type { Transaction } from '../../kernel/database/transaction.js';
import type { Order } from './order.js';

type Follower = (tx: Transaction, order: Order) => Promise<void>;
const followers: Follower[] = [];

/** Lets another domain do what follows from the cancellation of an order, in the same transaction (ORD-97). */
export function followCancellation(follower: Follower): void {
  followers.push(follower);
}

/** Does what follows from the cancellation of an order. */
export async function afterCancellation(tx: Transaction, order: Order): Promise<void> {
  for (const follower of followers) await follower(tx, order);
}
