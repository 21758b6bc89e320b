import type { Transaction } from '../../kernel/database/transaction.js';
import type { Order } from './order.js';
import type { ServiceOrder } from './service-order.js';

/** Names of the jobs of this domain; `ordering.jobs.ts` has the handlers. */
export const OrderJob = {
  advance: 'ordering.advance',
  dispatch: 'ordering.dispatch',
  cancel: 'ordering.cancel',
  release: 'ordering.release',
} as const;

/** Takes the steps that the order can take by itself: approval by rule, decomposition. */
export function advanceLater(tx: Transaction, order: Order): void {
  tx.enqueue({ name: OrderJob.advance, payload: { orderId: order.id }, key: `${OrderJob.advance}:${order.id}` });
}

/** Sends a service order to provisioning. */
export function dispatchLater(tx: Transaction, serviceOrder: ServiceOrder): void {
  tx.enqueue({
    name: OrderJob.dispatch,
    payload: { serviceOrderId: serviceOrder.id },
    key: `${OrderJob.dispatch}:${serviceOrder.id}`,
  });
}

/** Asks provisioning whether an order may be cancelled. */
export function cancelLater(tx: Transaction, order: Order): void {
  tx.enqueue({ name: OrderJob.cancel, payload: { orderId: order.id }, key: `${OrderJob.cancel}:${order.id}` });
}

/** Lets go what waited for an order of the customer that has ended (ORD-10). */
export function releaseLater(tx: Transaction, ended: Order): void {
  tx.enqueue({
    name: OrderJob.release,
    payload: { customerId: ended.customer.id },
    key: `${OrderJob.release}:${ended.customer.id}`,
  });
}
