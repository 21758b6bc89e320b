import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import type { ChargeType } from '../catalogue/index.js';
import type { RequestedTerms } from './requested-charges.js';
import { sendOut } from './pricing-order-jobs.js';
import { pricingOrderLifecycle } from './pricing-order.lifecycle.js';
import { PricingOrder } from './pricing-order.js';

/** Days that billing has for its reply. */
const DAYS = 5;

/** When the reply of billing is expected. */
export function replyLimit(tx: Transaction, given: string | null | undefined): Date {
  const dueAt = given ? new Date(given) : new Date(tx.at.getTime() + DAYS * 86_400_000);
  if (dueAt <= tx.at) refuse('IN_THE_PAST', 'The moment has passed.', ['input', 'dueAt']);
  return dueAt;
}

/** Writes an order to billing, which gets it after the transaction (PRD-51, PRD-91). */
export async function writePricingOrder(
  tx: Transaction,
  content: Pick<PricingOrder, 'offering' | 'tariffPlan' | 'dueAt' | 'remark'> & {
    chargeTypes: ChargeType[];
  } & RequestedTerms &
    Partial<Pick<PricingOrder, 'repricing' | 'cause'>>,
): Promise<PricingOrder> {
  const orderNo = formatNumber('PO', await takeNumber(tx, 'pricing-order'));
  const order = tx.add(Object.assign(new PricingOrder(), { orderNo, ...content, requestedBy: tx.caller.subject }));
  const data = { offering: content.offering.code, chargeTypes: content.chargeTypes };
  pricingOrderLifecycle.begin(tx, order, { data });
  sendOut(tx, order);
  return order;
}
