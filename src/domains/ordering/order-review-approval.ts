import { actingUnder, refuseMisuse, requirePermission } from '../../kernel/access/index.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import type { InputPath } from '../../kernel/errors/index.js';
import { type ApprovalRequest, keepAsking, onVerdict } from '../../kernel/process/index.js';
import { ruleNumber } from '../../kernel/rules/index.js';
import { OrderItem } from './order-item.js';
import { moveOrder } from './order-process.js';
import { ExceptionCause } from './order.enums.js';
import { Order } from './order.js';
import { sumOf } from './pricing.js';

/** Kind of approval of an order that a rule sends to a reviewer (ORD-77). */
export const ORDER_REVIEW = 'ORDER_REVIEW';

/** What a reviewer is asked. */
export const reviewOf = (order: Order): ApprovalRequest => ({
  ...{ kind: ORDER_REVIEW, subject: order, title: `${order.orderNo} ${order.customerName}` },
  ...{ regionId: order.region.id, askedBy: order.enteredBy },
  variables: { amount: ruleNumber(order.oneTimeTotal?.amount ?? '0'), channel: order.source },
});

/** Has an order reviewed; one that is asked for already stays as it is. */
export const askReview = (tx: Transaction, order: Order): Promise<void> => keepAsking(tx, reviewOf(order));

/** Who approves must be allowed the whole order, like who submits it. */
export async function checkReviewer(tx: Transaction, order: Order, path: InputPath): Promise<void> {
  const caller = actingUnder(tx.caller, 'orderReview');
  if (!caller.acting) return;
  const populate = ['offering', 'offeringInstance.offering', 'productInstance.product'] as never;
  const items = await tx.em.find(OrderItem, { order: order.id }, { populate });
  const amount = sumOf([{ oneTime: order.oneTimeTotal ?? null, recurring: order.recurringTotal ?? null }]);
  for (const { offering, offeringInstance, productInstance } of items) {
    const line = offering ?? offeringInstance?.offering ?? productInstance?.product;
    refuseMisuse(caller, { regionId: order.region.id, productLineId: line?.productLine?.id ?? null, amount }, path);
  }
}

onVerdict<Order>(ORDER_REVIEW, {
  subject: Order,
  admit: async (tx) => requirePermission(tx.caller, 'orderReview'),
  decided: async (tx, { subject: order, result, remark }) => {
    if (result === 'WITHDRAWN') return;
    const approved = result === 'APPROVED';
    if (approved) await checkReviewer(tx, order, []);
    else order.exceptionCause = ExceptionCause.REVIEW;
    await moveOrder(tx, order, approved ? 'approve' : 'return', { reason: remark });
  },
});
