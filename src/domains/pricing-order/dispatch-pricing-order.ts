import { IndividualPlan } from './individual-plan.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { ChargeType } from '../catalogue/index.js';
import {
  billing,
  type PricingRequest,
  type RequestedCharge,
  type RequestedDiscount,
  type RequestedPlan,
} from './billing.port.js';
import { pricingOrderLifecycle } from './pricing-order.lifecycle.js';
import { PricingOrder, PricingOrderStatus as S } from './pricing-order.js';

/**
 * Hands a pricing order to billing and notes its reference. Billing is called outside any transaction, so what happened meanwhile is
 * looked at again: its reply may have come first, or the order may have been withdrawn. May be repeated.
 */
export async function dispatchPricingOrder(context: CallContext, id: string): Promise<void> {
  const found = await context.database.orm.em.fork().findOne(PricingOrder, id, { populate: ['offering'] });
  if (found?.status !== S.CREATED) return;
  const { externalRef } = await billing.adapter.requestPricing(
    requestOf(found, await individualOf(context, found)),
    context,
  );
  const withdrawn = await context.database.write(context, async (tx) => {
    const order = (await tx.find(PricingOrder, id))!;
    order.attempt += 1;
    order.externalRef = externalRef;
    order.dispatchedAt ??= tx.at;
    if (order.status === S.CREATED) await pricingOrderLifecycle.move(tx, order, 'dispatch', { data: { externalRef } });
    return order.status === S.WITHDRAWN;
  });
  if (withdrawn) await billing.adapter.withdrawPricing(found.orderNo, context);
}

async function individualOf({ database }: CallContext, order: PricingOrder): Promise<PricingRequest['individual']> {
  const { id, offering, tariffPlan: plan } = order;
  if (!plan) return null;
  // Of a plan that was contracted already and costs otherwise now, the last contract counts.
  const of = order.repricing ? { offering: offering.id, tariffPlan: plan.id } : { pricingOrder: id };
  const [found] = await database.orm.em
    .fork()
    .find(IndividualPlan, of, { populate: ['tariffPlan', 'customer', 'contract'], orderBy: { id: 'desc' }, limit: 1 });
  if (!found) return null;
  const { tariffPlan, customer, contract } = found;
  return { tariffPlanCode: tariffPlan.code, customerCode: customer.code, contractNo: contract.contractNo };
}

function requestOf(order: PricingOrder, individual: PricingRequest['individual']): PricingRequest {
  return {
    orderNo: order.orderNo,
    attempt: order.attempt + 1,
    offeringCode: order.offering.code,
    offeringName: order.offering.name,
    individual,
    chargeTypes: order.chargeTypes as ChargeType[],
    charges: order.charges as RequestedCharge[],
    plans: (order.plans ?? []) as RequestedPlan[],
    discounts: (order.discounts ?? []) as RequestedDiscount[],
    dueAt: order.dueAt,
    remark: order.remark ?? null,
  };
}

/** Tells billing that an order is withdrawn. May be repeated. */
export async function withdrawFromBilling(context: CallContext, id: string): Promise<void> {
  const found = await context.database.orm.em.fork().findOne(PricingOrder, id);
  if (found?.status === S.WITHDRAWN) await billing.adapter.withdrawPricing(found.orderNo, context);
}

/** Says of an order that its reply did not come in time, once. */
export async function markOverdue(context: CallContext, id: string): Promise<void> {
  await context.database.write(context, async (tx) => {
    const order = await tx.find(PricingOrder, id);
    if (!order || order.overdue || (order.status !== S.CREATED && order.status !== S.DISPATCHED)) return;
    order.overdue = true;
    const data = { orderNo: order.orderNo, dueAt: order.dueAt.toISOString() };
    tx.record({ kind: 'BUSINESS_FACT', type: 'pricingOrder.overdue', subject: order, data });
  });
}
