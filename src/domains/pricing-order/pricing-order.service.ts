import type { CallContext } from '../../kernel/database/context.js';
import { refuse } from '../../kernel/errors/index.js';
import { encodeId } from '../../kernel/model/index.js';
import {
  ChargeType,
  Offering,
  OfferingAction,
  offeringLifecycle,
  OfferingStatus,
  requireMaintainer,
} from '../catalogue/index.js';
import { individualPlanOf, settleIndividualPlan } from './individual-plan.service.js';
import { IndividualPlan } from './individual-plan.js';
import type { OfferingPricingRequestInput, PricingOrderWithdrawInput } from './pricing-order.input.js';
import { takeBack } from './pricing-order-jobs.js';
import { pricingOrderLifecycle } from './pricing-order.lifecycle.js';
import { PricingOrder } from './pricing-order.js';
import { requestedTerms } from './requested-charges.js';
import { supersede } from './supersede.js';
import { replyLimit, writePricingOrder } from './write-pricing-order.js';

/**
 * Asks billing to configure the charges of an offering: the order is written and the offering PENDING_PRICING in one transaction, and
 * billing is told after it (PRD-51, PRD-91). An offering that is in sale, or was, stays as it is, and its prices are asked for anew.
 */
export async function requestPricing(context: CallContext, input: OfferingPricingRequestInput): Promise<PricingOrder> {
  return context.database.write(context, async (tx) => {
    const offering = await tx.get(Offering, input.offeringId, ['input', 'offeringId']);
    await requireMaintainer(tx, offering, ['input', 'offeringId']);
    const dueAt = replyLimit(tx, input.dueAt);
    const chargeTypes = typesOf(input.chargeTypes);
    const terms = await requestedTerms(tx, { offering }, chargeTypes);
    if (terms.charges.length === 0)
      refuse('NOTHING_TO_PRICE', 'The offering has no charges of these classes.', ['input', 'chargeTypes']);
    const remark = input.remark ?? null;
    // What is sold, or still runs, goes on by what billing has, until it has the new.
    const repricing = offering.status === OfferingStatus.IN_USE || offering.status === OfferingStatus.EXPIRED;
    const order = await writePricingOrder(tx, {
      offering,
      tariffPlan: null,
      chargeTypes,
      ...terms,
      dueAt,
      remark,
      repricing,
    });
    await supersede(tx, order);
    const data = { orderNo: order.orderNo };
    if (!repricing) await offeringLifecycle.move(tx, offering, OfferingAction.REQUEST_PRICING, { data });
    return order;
  });
}

function typesOf(given: readonly string[] | null | undefined): ChargeType[] {
  const all = Object.values(ChargeType);
  for (const [index, type] of (given ?? []).entries())
    if (!(all as string[]).includes(type))
      refuse('BAD_VALUE', `One of ${all.join(', ')} is expected.`, ['input', 'chargeTypes', index], { allowed: all });
  return given?.length ? all.filter((type) => given.includes(type)) : all;
}

/** Takes a pricing order back; the offering is APPROVED again, so that it may be changed and sent anew. */
export async function withdrawPricing(context: CallContext, input: PricingOrderWithdrawInput): Promise<PricingOrder> {
  return context.database.write(context, async (tx) => {
    const { offering: named } = await tx.get(PricingOrder, input.pricingOrderId, ['input', 'pricingOrderId'], {
      lock: false,
    });
    // The offering first, as everywhere, so that a reply and a withdrawal wait for each other.
    const offering = (await tx.find(Offering, named.id))!;
    const order = await tx.get(PricingOrder, input.pricingOrderId, ['input', 'pricingOrderId']);
    const individual = await individualPlanOf(tx, order);
    // Whoever sees the contract may take back what it asks for; the offering of all stays as it is.
    if (individual) await tx.get(IndividualPlan, encodeId('yv', individual.id), ['input', 'pricingOrderId']);
    if (individual?.ownOffering !== false) await requireMaintainer(tx, offering, ['input', 'pricingOrderId']);
    await pricingOrderLifecycle.move(tx, order, 'withdraw', { reason: input.reason });
    order.replyReason = input.reason;
    if (!order.repricing && offering.status === OfferingStatus.PENDING_PRICING && individual?.ownOffering !== false)
      await offeringLifecycle.move(tx, offering, OfferingAction.WITHDRAW_PRICING, { reason: input.reason });
    if (individual) await settleIndividualPlan(tx, individual, offering, { isPriced: false, reason: input.reason });
    takeBack(tx, order);
    return order;
  });
}
