import { LockMode } from '@mikro-orm/postgresql';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/refusal.js';
import { withdrawOrder } from './cancel-order.js';
import type { Conflict } from './in-flight.js';
import { OrderItem } from './order-item.js';
import { OrderStatus } from './order.enums.js';
import { Order } from './order.js';

/**
 * Cancels the orders that a new one overrides (ORD-10), and says so in their history.
 * @returns numbers of those that provisioning must let go first; the new order waits for them.
 */
export async function overrideRunning(
  tx: Transaction,
  order: Order,
  conflicts: readonly Conflict[],
): Promise<string[]> {
  const pending: string[] = [];
  for (const orderId of new Set(conflicts.map((conflict) => conflict.orderId))) {
    const running = await tx.em.findOneOrFail(Order, orderId, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
    // With several lines, more than what is overridden would be lost.
    if ((await tx.em.count(OrderItem, { order: orderId })) > 1) {
      const message = `Order ${running.orderNo} does more than what this one overrides; cancel it first or wait for its end.`;
      return refuse('IN_FLIGHT_CONFLICT', message, ['input', 'items'], { orderNo: running.orderNo });
    }
    if (running.status === OrderStatus.CANCEL_PENDING) pending.push(running.orderNo);
    else {
      await withdrawOrder(tx, running, `Overridden by order ${order.orderNo}.`);
      if (running.status !== OrderStatus.CANCELLED) pending.push(running.orderNo);
    }
  }
  return pending;
}
