import type { CallContext } from '../../kernel/database/context.js';
import { refuse } from '../../kernel/errors/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import {
  ChargeType,
  Offering,
  OfferingAction,
  offeringLifecycle,
  OfferingStatus,
  requireMaintainer,
} from '../catalogue/index.js';
import type { OfferingPricingRequestInput, PricingOrderWithdrawInput } from './pricing-order.input.js';
import { sendOut, takeBack } from './pricing-order-jobs.js';
import { pricingOrderLifecycle } from './pricing-order.lifecycle.js';
import { PricingOrder } from './pricing-order.js';
import { requestedCharges } from './requested-charges.js';

/** Days that billing has for its reply. */
const DAYS = 5;

/**
 * Asks billing to configure the charges of an offering: the order is written and the offering PENDING_PRICING in one transaction, and
 * billing is told after it (PRD-51, PRD-91).
 */
export async function requestPricing(context: CallContext, input: OfferingPricingRequestInput): Promise<PricingOrder> {
  return context.database.write(context, async (tx) => {
    const offering = await tx.get(Offering, input.offeringId, ['input', 'offeringId']);
    await requireMaintainer(tx, offering, ['input', 'offeringId']);
    const dueAt = input.dueAt ? new Date(input.dueAt) : new Date(tx.at.getTime() + DAYS * 86_400_000);
    if (dueAt <= tx.at) refuse('IN_THE_PAST', 'The moment has passed.', ['input', 'dueAt']);
    const chargeTypes = typesOf(input.chargeTypes);
    const charges = await requestedCharges(tx, offering, chargeTypes);
    if (charges.length === 0)
      refuse('NOTHING_TO_PRICE', 'The offering has no charges of these classes.', ['input', 'chargeTypes']);
    const orderNo = formatNumber('PO', await takeNumber(context.database, 'pricing-order'));
    await offeringLifecycle.move(tx, offering, OfferingAction.REQUEST_PRICING, { data: { orderNo } });
    const order = tx.add(
      Object.assign(new PricingOrder(), {
        ...{ orderNo, offering, chargeTypes, charges, dueAt },
        requestedBy: tx.caller.subject,
        remark: input.remark ?? null,
      }),
    );
    pricingOrderLifecycle.begin(tx, order, { data: { offering: offering.code, chargeTypes } });
    sendOut(tx, order);
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
    await requireMaintainer(tx, offering, ['input', 'pricingOrderId']);
    const order = await tx.get(PricingOrder, input.pricingOrderId, ['input', 'pricingOrderId']);
    await pricingOrderLifecycle.move(tx, order, 'withdraw', { reason: input.reason });
    order.replyReason = input.reason;
    if (offering.status === OfferingStatus.PENDING_PRICING)
      await offeringLifecycle.move(tx, offering, OfferingAction.WITHDRAW_PRICING, { reason: input.reason });
    takeBack(tx, order);
    return order;
  });
}
