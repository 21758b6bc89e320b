import type { Transaction } from '../../kernel/database/transaction.js';
import type { PricingOrder } from './pricing-order.js';

/** Names of the jobs of pricing orders. */
export const PricingOrderJob = {
  dispatch: 'pricing-order.dispatch',
  withdraw: 'pricing-order.withdraw',
  overdue: 'pricing-order.overdue',
  follow: 'pricing-order.follow',
} as const;

/** Hands the order to billing after the transaction, and looks after it when the reply is due. */
export function sendOut(tx: Transaction, { id, dueAt }: PricingOrder): void {
  const payload = { pricingOrderId: id };
  tx.enqueue({ name: PricingOrderJob.dispatch, payload, key: `${PricingOrderJob.dispatch}:${id}` });
  tx.enqueue({ name: PricingOrderJob.overdue, payload, key: `${PricingOrderJob.overdue}:${id}`, runAt: dueAt });
}

/** Tells billing after the transaction that the order is withdrawn. */
export function takeBack(tx: Transaction, { id }: PricingOrder): void {
  const payload = { pricingOrderId: id };
  tx.enqueue({ name: PricingOrderJob.withdraw, payload, key: `${PricingOrderJob.withdraw}:${id}` });
}
