import { refuseMisuse } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/refusal.js';
import { advanceLater } from './order-jobs.js';
import { ExceptionCause, ReviewResult } from './order.enums.js';
import type { OrderReviewInput } from './order.inputs.js';
import { OrderItem } from './order-item.js';
import { Order } from './order.js';
import { orderLifecycle } from './order.lifecycle.js';
import { sumOf } from './pricing.js';

/** Records the decision of a reviewer (ORD-78): on it goes to decomposition, or back to be corrected (ORD-79). */
export async function reviewOrder(context: CallContext, input: OrderReviewInput): Promise<Order> {
  return context.database.write(context, async (tx) => {
    const order = await tx.get(Order, input.orderId, ['input', 'orderId']);
    const approved = input.result === ReviewResult.APPROVE;
    if (approved) await checkPermission(tx, order);
    if (!approved && !input.reason) refuse('REQUIRED', 'Say what is wrong with the order.', ['input', 'reason']);
    await orderLifecycle.move(tx, order, approved ? 'approve' : 'return', { reason: input.reason ?? null });
    if (approved) advanceLater(tx, order);
    else order.exceptionCause = ExceptionCause.REVIEW;
    return order;
  });
}

/** Who approves must be allowed the whole order, like who submits it. */
async function checkPermission(tx: Transaction, order: Order): Promise<void> {
  if (!tx.caller.acting) return;
  const populate = ['offering', 'offeringInstance.offering', 'productInstance.product'] as never;
  const items = await tx.em.find(OrderItem, { order: order.id }, { populate });
  const amount = sumOf([{ oneTime: order.oneTimeTotal ?? null, recurring: order.recurringTotal ?? null }]);
  for (const { offering, offeringInstance, productInstance } of items) {
    const line = offering ?? offeringInstance?.offering ?? productInstance?.product;
    const use = { regionId: order.region.id, productLineId: line?.productLine?.id ?? null, amount };
    refuseMisuse(tx.caller, use, ['input', 'orderId']);
  }
}
