import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { Contract, ContractStatus } from '../agreement/index.js';
import {
  ChargeType,
  Offering,
  OfferingAction,
  OfferingComponent,
  offeringLifecycle,
  OfferingStatus,
  ProductStatus,
  refuseUnsoldParts,
  requireMaintainer,
  TariffPlan,
  TariffPlanAction,
  tariffPlanLifecycle,
  TariffPlanStatus,
} from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import type { IndividualPlanEndInput, IndividualPlanRequestInput } from './individual-plan.input.js';
import { individualPlanLifecycle } from './individual-plan.lifecycle.js';
import { IndividualPlan, IndividualPlanStatus as S } from './individual-plan.js';
import type { PricingOrder } from './pricing-order.js';
import { requestedTerms } from './requested-charges.js';
import { replyLimit, writePricingOrder } from './write-pricing-order.js';

const CONTRACT = ['input', 'contractId'];
const OFFERING = ['input', 'offeringId'];
const PLAN = ['input', 'tariffPlanId'];

/**
 * Asks billing to configure a plan that a contract gives its customer alone (PRD-118). From now on the plan, and an offering that is
 * made for the customer, cannot be opened to anyone else; once billing replies the customer may buy under it.
 */
export function requestIndividualPlan(
  context: CallContext,
  input: IndividualPlanRequestInput,
): Promise<IndividualPlan> {
  return context.database.write(context, async (tx) => {
    // The offering first, as everywhere.
    const offering = await tx.get(Offering, input.offeringId, OFFERING);
    const tariffPlan = await tx.get(TariffPlan, input.tariffPlanId, PLAN);
    const contract = await bindingContract(tx, input.contractId);
    const customer = await tx.em.findOneOrFail(Customer, { id: contract.customer.id });
    await requireFreePlan(tx, tariffPlan, customer);
    await refuseUnsoldParts(tx, tariffPlan, PLAN);
    const ownOffering = await takesOffering(tx, offering, customer);
    const dueAt = replyLimit(tx, input.dueAt);
    const chargeTypes = Object.values(ChargeType);
    const terms = await requestedTerms(tx, { offering: ownOffering ? offering : null, tariffPlan }, chargeTypes);
    if (terms.charges.length === 0) refuse('NOTHING_TO_PRICE', 'The plan has no charges.', PLAN);
    const pricingOrder = await writePricingOrder(tx, {
      ...{ offering, tariffPlan, chargeTypes, ...terms, dueAt, remark: input.remark ?? null },
    });
    const data = { orderNo: pricingOrder.orderNo };
    if (ownOffering && offering.status === OfferingStatus.APPROVED)
      await offeringLifecycle.move(tx, offering, OfferingAction.REQUEST_PRICING, { data });
    if (tariffPlan.status === TariffPlanStatus.APPROVED)
      await tariffPlanLifecycle.move(tx, tariffPlan, TariffPlanAction.RESERVE, { reason: contract.contractNo });
    const plan = Object.assign(new IndividualPlan(), {
      ...{ customer, contract, offering, tariffPlan, ownOffering, pricingOrder },
      ...{ inForceSince: null, endedAt: null, endReason: null },
    });
    individualPlanLifecycle.begin(tx, tx.add(plan), { data: { contractNo: contract.contractNo, ...data } });
    return plan;
  });
}

async function bindingContract(tx: Transaction, id: string): Promise<Contract> {
  const contract = await tx.get(Contract, id, CONTRACT);
  const { status, validity } = contract;
  const binds =
    status === ContractStatus.SIGNED && validity && validity.from <= tx.at && !(validity.to && validity.to <= tx.at);
  if (!binds) refuse('NOT_BINDING', 'Only a contract that binds now gives a plan.', CONTRACT, { status });
  return contract;
}

/** A plan is sold to one customer or to all, never to one after another. */
async function requireFreePlan(tx: Transaction, plan: TariffPlan, customer: Customer): Promise<void> {
  if (plan.status !== TariffPlanStatus.APPROVED && plan.status !== TariffPlanStatus.INDIVIDUAL)
    refuse('INVALID_STATE', 'It is no plan that is approved and not sold yet.', PLAN, { state: plan.status });
  const uses = await tx.em.find(IndividualPlan, { tariffPlan: plan.id });
  if (uses.some((use) => use.customer.id !== customer.id))
    refuse('OF_ANOTHER_CUSTOMER', 'The plan was contracted for another customer.', PLAN);
  if (uses.some(({ status }) => status === S.REQUESTED || status === S.IN_FORCE))
    refuse('DUPLICATE', 'The plan has been contracted already.', PLAN);
}

/** @returns whether the offering is the customer's alone */
async function takesOffering(tx: Transaction, offering: Offering, customer: Customer): Promise<boolean> {
  if (offering.status === OfferingStatus.IN_USE) return false;
  if (offering.status === OfferingStatus.INDIVIDUAL) {
    const others = await tx.em.count(IndividualPlan, { offering: offering.id, customer: { $ne: customer.id } });
    if (others > 0) refuse('OF_ANOTHER_CUSTOMER', 'The offering was made for another customer.', OFFERING);
    return true;
  }
  if (offering.status !== OfferingStatus.APPROVED)
    refuse('INVALID_STATE', 'It is neither sold nor approved.', OFFERING, { state: offering.status });
  await requireMaintainer(tx, offering, OFFERING);
  const parts = await tx.em.find(OfferingComponent, { offering: offering.id }, { populate: ['product'] });
  const unready = parts.find(({ product }) => product.status !== ProductStatus.IN_USE);
  if (unready) refuse('NOT_SELLABLE', `Its product ${unready.product.code} is not in use.`, OFFERING);
  return true;
}

/** Ends the sale under an individual plan; what the customer has keeps it (PRD-118). */
export function endIndividualPlan(context: CallContext, input: IndividualPlanEndInput): Promise<IndividualPlan> {
  return context.database.write(context, async (tx) => {
    const plan = await tx.get(IndividualPlan, input.individualPlanId, ['input', 'individualPlanId']);
    await individualPlanLifecycle.move(tx, plan, 'end', { reason: input.reason });
    return Object.assign(plan, { endedAt: tx.at, endReason: input.reason });
  });
}

/** The individual plan that a pricing order asks for, locked; null for an order about an offering for all. */
export async function individualPlanOf(tx: Transaction, order: PricingOrder): Promise<IndividualPlan | null> {
  return tx.em.findOne(IndividualPlan, { pricingOrder: order.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

/** Billing has configured the plan, or will not: the customer may buy under it, or it is refused (PRD-118). */
export async function settleIndividualPlan(
  tx: Transaction,
  plan: IndividualPlan,
  offering: Offering,
  { isPriced, reason }: { isPriced: boolean; reason: string | null },
): Promise<void> {
  await individualPlanLifecycle.move(tx, plan, isPriced ? 'accept' : 'refuse', { reason });
  if (!isPriced) return void Object.assign(plan, { endedAt: tx.at, endReason: reason });
  plan.inForceSince = tx.at;
  if (plan.ownOffering && offering.status === OfferingStatus.BILLING_PRICED)
    await offeringLifecycle.move(tx, offering, OfferingAction.OPEN_TO_CUSTOMER);
}
