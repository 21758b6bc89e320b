import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { afterCancellation } from './cancellation-followers.js';
import { releaseInstance } from './instance-effects.js';
import { cancelLater, releaseLater } from './order-jobs.js';
import type { OrderCancelInput } from './order.inputs.js';
import { withdrawApproval } from '../../kernel/process/index.js';
import { moveOrder } from './order-process.js';
import { ORDER_REVIEW } from './order-review-approval.js';
import { Order } from './order.js';
import { OrderStatus } from './order.enums.js';
import { orderLifecycle } from './order.lifecycle.js';
import { finalServiceOrderStates, ServiceOrderStatus } from './service-order-status.js';
import { ServiceOrder } from './service-order.js';
import { moveServiceOrder } from './service-order.lifecycle.js';

/** Cancels an order with all its service orders (ORD-59); what provisioning has must first be let go by it (ORD-62). */
export async function cancelOrder(context: CallContext, input: OrderCancelInput): Promise<Order> {
  return context.database.write(context, async (tx) => {
    const order = await tx.get(Order, input.orderId, ['input', 'orderId']);
    await withdrawOrder(tx, order, input.reason);
    return order;
  });
}

/** Takes an order back, at once where provisioning has nothing of it, otherwise after asking provisioning. The order must be locked. */
export async function withdrawOrder(tx: Transaction, order: Order, reason: string): Promise<void> {
  order.cancelReason = reason;
  if (orderLifecycle.actionsFrom(order.status).includes('withdraw')) {
    const reviewed = order.status === OrderStatus.PENDING_REVIEW;
    await moveOrder(tx, order, 'withdraw', { reason });
    if (reviewed) await withdrawApproval(tx, ORDER_REVIEW, order, reason);
    await closeCancelled(tx, order, reason);
    return;
  }
  await moveOrder(tx, order, 'requestCancel', { reason });
  const open = await openServiceOrders(tx, order);
  const outside = open.filter(
    ({ status }) => status === ServiceOrderStatus.DISPATCHED || status === ServiceOrderStatus.IN_PROGRESS,
  );
  for (const serviceOrder of outside) await moveServiceOrder(tx, serviceOrder, 'requestCancel', { reason });
  if (outside.length > 0) return cancelLater(tx, order);
  await confirmCancel(tx, order);
}

/** Provisioning has let go of everything, or never had it. */
export async function confirmCancel(tx: Transaction, order: Order): Promise<void> {
  await moveOrder(tx, order, 'confirmCancel', { reason: order.cancelReason ?? null });
  await closeCancelled(tx, order, order.cancelReason ?? null);
}

async function closeCancelled(tx: Transaction, order: Order, reason: string | null): Promise<void> {
  await cancelServiceOrders(tx, order, reason);
  const data = { orderNo: order.orderNo };
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'order.cancelled',
    subject: order,
    reason,
    customerId: order.customer.id,
    regionId: order.region.id,
    data,
  });
  releaseLater(tx, order);
  await afterCancellation(tx, order);
}

/** Withdraws the service orders of a locked order that are not final; what they were about is as it was before. */
export async function cancelServiceOrders(tx: Transaction, order: Order, reason: string | null): Promise<void> {
  for (const serviceOrder of await openServiceOrders(tx, order)) {
    await moveServiceOrder(tx, serviceOrder, 'cancel', { reason });
    await releaseInstance(tx, serviceOrder, reason);
    // The bundle that the instance belonged to is looked at again with each one that goes.
    await tx.em.flush();
  }
}

/** Service orders of a locked order that are not final, with what they work on. */
export async function openServiceOrders(tx: Transaction, order: Order): Promise<ServiceOrder[]> {
  // What this transaction has changed so far counts; the unit of work does not write changes before a query by itself.
  await tx.em.flush();
  return tx.em.find(
    ServiceOrder,
    { order: order.id, status: { $nin: [...finalServiceOrderStates] } },
    { populate: ['productInstance', 'orderItem'], orderBy: { serviceOrderNo: 'asc' } },
  );
}
