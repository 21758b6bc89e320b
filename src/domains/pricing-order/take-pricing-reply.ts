import { individualPlanOf, settleIndividualPlan } from './individual-plan.service.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { Offering, OfferingAction, offeringLifecycle, OfferingStatus } from '../catalogue/index.js';
import type { PricingReplyInput } from './pricing-order.input.js';
import { pricingOrderLifecycle } from './pricing-order.lifecycle.js';
import { PricingOrder, PricingOrderStatus } from './pricing-order.js';
import { PricingReply, PricingReplyResult } from './pricing-reply.js';

const waiting: readonly PricingOrderStatus[] = [PricingOrderStatus.CREATED, PricingOrderStatus.DISPATCHED];

/**
 * Takes a reply of billing, matched by the number of the order (PRD-52). Each is kept: one that comes twice changes nothing, one that
 * comes too late or names no order is kept unapplied, for somebody to look into.
 */
export async function takePricingReply(context: CallContext, input: PricingReplyInput): Promise<PricingReply> {
  return context.database.write(context, async (tx) => {
    if (input.result === PricingReplyResult.REFUSED && !input.reason)
      refuse('REQUIRED', 'A refusal needs a reason.', ['input', 'reason']);
    const { orderNo, replyId } = input;
    // Two copies of one reply may come at once, also for an order that does not exist and so cannot be locked.
    await tx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`pricing-reply:${orderNo}`]);
    const before = await tx.em.findOne(PricingReply, { orderNo, replyId });
    if (before) return before;
    const found = await tx.em.findOne(PricingOrder, { orderNo });
    const reply = tx.add(
      Object.assign(new PricingReply(), {
        ...{ orderNo, replyId, pricingOrder: found, result: input.result },
        reason: input.reason ?? null,
        repliedAt: input.repliedAt ? new Date(input.repliedAt) : tx.at,
        applied: false,
      }),
    );
    if (found) reply.applied = await apply(tx, found, reply);
    else
      tx.record({
        kind: 'BUSINESS_FACT',
        type: 'pricingReply.unmatched',
        subject: reply,
        data: { orderNo, replyId, result: input.result },
      });
    return reply;
  });
}

/** @returns whether the order waited for it */
async function apply(tx: Transaction, named: PricingOrder, reply: PricingReply): Promise<boolean> {
  const offering = (await tx.find(Offering, named.offering.id))!;
  const order = (await tx.find(PricingOrder, named.id))!;
  const individual = await individualPlanOf(tx, order);
  if (!waiting.includes(order.status)) return false;
  const isPriced = reply.result === PricingReplyResult.PRICED;
  const reason = reply.reason ?? null;
  order.repliedAt = reply.repliedAt;
  order.replyReason = reason;
  await pricingOrderLifecycle.move(tx, order, isPriced ? 'accept' : 'refuse', { reason });
  // The headquarters may have decided for billing meanwhile.
  if (!order.repricing && offering.status === OfferingStatus.PENDING_PRICING && individual?.ownOffering !== false) {
    const action = isPriced ? OfferingAction.ACCEPT_PRICE : OfferingAction.REFUSE_PRICE;
    await offeringLifecycle.move(tx, offering, action, { reason, data: { orderNo: order.orderNo } });
  }
  if (individual) await settleIndividualPlan(tx, individual, offering, { isPriced, reason });
  return true;
}
