import type { Transaction } from '../../kernel/database/transaction.js';
import { ordersOfNumbers, ResourceStatus } from '../resource/index.js';
import { OrderItem } from './order-item.js';
import { ExceptionCause, OrderStatus } from './order.enums.js';

/** Number of an order under way, other than one, that wants a number; null when none does. What was sent back has let it go. */
export async function openOrderOf(tx: Transaction, number: string, exceptId: string | null): Promise<string | null> {
  const open = {
    status: { $nin: [OrderStatus.COMPLETED, OrderStatus.CANCELLED] },
    $or: [
      { status: { $ne: OrderStatus.EXCEPTION } },
      { exceptionCause: null },
      { exceptionCause: { $ne: ExceptionCause.REVIEW } },
    ],
    ...(exceptId ? { id: { $ne: exceptId } } : {}),
  };
  const line = await tx.em.findOne(OrderItem, { number, order: open }, { populate: ['order'], orderBy: { id: 'asc' } });
  return line?.order.orderNo ?? null;
}

// What is reserved for an order is refused by its reservation.
ordersOfNumbers.add((tx, { resourceNo, status }) =>
  status === ResourceStatus.RESERVED ? Promise.resolve(null) : openOrderOf(tx, resourceNo, null),
);
