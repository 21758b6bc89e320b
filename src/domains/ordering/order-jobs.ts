import type { Transaction } from '../../kernel/database/transaction.js';
import type { Order } from './order.js';
import type { ServiceOrderIntervention } from './service-order-intervention.js';
import type { ServiceOrder } from './service-order.js';

/** Names of the jobs of this domain; `ordering.jobs.ts` has the handlers. */
export const OrderJob = {
  advance: 'ordering.advance',
  dispatch: 'ordering.dispatch',
  dispatchTogether: 'ordering.dispatch-together',
  cancel: 'ordering.cancel',
  release: 'ordering.release',
  intervene: 'ordering.intervene',
  removeFormer: 'ordering.remove-former',
} as const;

/** Sends a service order to provisioning; one that completes with others together with them (WFL-68). */
export function dispatchLater(tx: Transaction, serviceOrder: ServiceOrder): void {
  const { id, completesTogether } = serviceOrder.order;
  if (completesTogether) {
    const name = OrderJob.dispatchTogether;
    return tx.enqueue({ name, payload: { orderId: id }, key: `${name}:${id}` });
  }
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

/** Tells provisioning of an intervention, or that it is withdrawn (WFL-73). */
export function interveneLater(tx: Transaction, { id }: ServiceOrderIntervention): void {
  const name = OrderJob.intervene;
  tx.enqueue({ name, payload: { interventionId: id }, key: `${name}:${id}` });
}

/** Has what a line was an upgrade of taken away (PRD-84). @param orderItemId primary key of the line */
export function removeFormerLater(tx: Transaction, orderItemId: string): void {
  const name = OrderJob.removeFormer;
  tx.enqueue({ name, payload: { orderItemId }, key: `${name}:${orderItemId}` });
}
