import type { Transaction } from '../../kernel/database/transaction.js';
import { OfferingStatus } from '../catalogue/index.js';
import { takeBack } from './pricing-order-jobs.js';
import { pricingOrderLifecycle } from './pricing-order.lifecycle.js';
import { PricingOrder, PricingOrderStatus as S } from './pricing-order.js';

/** States of offerings whose charges billing has configured, or is asked to: it must hear of every change of them. */
export const CONFIGURED: readonly OfferingStatus[] = [
  OfferingStatus.PENDING_PRICING,
  OfferingStatus.BILLING_PRICED,
  OfferingStatus.IN_USE,
];

/**
 * Takes back what billing was asked about the same charges before and has not answered, so that it cannot configure the former ones after the
 * new ones. An order whose reply an offering waits for stays.
 * @param order the new one, of an offering that is locked
 */
export async function supersede(tx: Transaction, order: PricingOrder): Promise<void> {
  const open = await tx.em.find(PricingOrder, {
    ...{ offering: order.offering.id, tariffPlan: order.tariffPlan?.id ?? null, status: [S.CREATED, S.DISPATCHED] },
    ...{ id: { $ne: order.id }, ...(order.repricing ? { repricing: true } : {}) },
  });
  for (const { id } of open) {
    const former = (await tx.find(PricingOrder, id))!;
    // Of what the new one does not ask for, the former one still asks.
    if (!former.chargeTypes.every((type) => order.chargeTypes.includes(type))) continue;
    if (former.status !== S.CREATED && former.status !== S.DISPATCHED) continue;
    const reason = `${order.orderNo} asks for it anew.`;
    former.replyReason = reason;
    await pricingOrderLifecycle.move(tx, former, 'withdraw', { reason });
    takeBack(tx, former);
  }
}
