import { text } from '../../kernel/events/event-type.js';
import { describeEnum } from '../../kernel/model/index.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { secondPersonObjection } from './maintenance.js';
import { CatalogueEntry } from './catalogue-entry.js';
import { OfferingComponent } from './offering-component.js';
import { OfferingTariff } from './offering-tariff.js';
import { type Offering, OfferingStatus as S } from './offering.js';
import { readinessObjection } from './product-readiness.js';
import { ProductStatus } from './product.js';
import { TariffPlanStatus } from './tariff-plan.js';

/** Steps of an offering from one state to another. */
export enum OfferingAction {
  APPROVE = 'APPROVE',
  RETURN = 'RETURN',
  REQUEST_PRICING = 'REQUEST_PRICING',
  ACCEPT_PRICE = 'ACCEPT_PRICE',
  REFUSE_PRICE = 'REFUSE_PRICE',
  WITHDRAW_PRICING = 'WITHDRAW_PRICING',
  PUBLISH = 'PUBLISH',
  OPEN_TO_CUSTOMER = 'OPEN_TO_CUSTOMER',
  EXPIRE = 'EXPIRE',
}

describeEnum(OfferingAction, 'OfferingAction', 'A step of an offering from one state to another (PRD-32).', {
  APPROVE:
    'PENDING_APPROVAL becomes APPROVED; by someone other than who configured it, with the permission `catalogue.approve`.',
  RETURN: 'Sent back for correction, with a reason; stays PENDING_APPROVAL; with the permission `catalogue.approve`.',
  REQUEST_PRICING:
    'APPROVED becomes PENDING_PRICING: `offeringPricingRequest` takes this step with an order to billing (PRD-51).',
  ACCEPT_PRICE:
    'PENDING_PRICING becomes BILLING_PRICED: the reply of billing to the pricing order takes this step (PRD-52).',
  REFUSE_PRICE: 'PENDING_PRICING becomes APPROVED again: the reply of billing to the pricing order takes this step.',
  WITHDRAW_PRICING: 'PENDING_PRICING becomes APPROVED again, with a reason: billing is not asked any more.',
  PUBLISH: 'BILLING_PRICED becomes IN_USE.',
  OPEN_TO_CUSTOMER:
    'BILLING_PRICED becomes INDIVIDUAL: the reply of billing opens it to the one customer that a contract made it for (PRD-118).',
  EXPIRE: 'IN_USE becomes EXPIRED.',
});

const managers = ['STAFF'] as const;
const headquarters = [] as const;

/** States and steps of an offering (PRD-32, PRD-51, PRD-52). */
export const offeringLifecycle = defineLifecycle<Offering, S, OfferingAction>({
  name: 'offering',
  data: {
    orderNo: text('Number of the pricing order.'),
    approvalNo: text('Number of the approval that decided.'),
  },
  states: Object.values(S),
  initial: S.PENDING_APPROVAL,
  final: [S.EXPIRED, S.INDIVIDUAL],
  read: (offering) => offering.status,
  write: (offering, status) => {
    offering.status = status;
  },
  scope: () => ({}),
  transitions: [
    {
      action: OfferingAction.APPROVE,
      from: [S.PENDING_APPROVAL],
      to: S.APPROVED,
      who: managers,
      guard: 'secondPerson',
    },
    { action: OfferingAction.RETURN, from: [S.PENDING_APPROVAL], to: S.PENDING_APPROVAL, who: managers },
    { action: OfferingAction.REQUEST_PRICING, from: [S.APPROVED], to: S.PENDING_PRICING, who: managers },
    { action: OfferingAction.ACCEPT_PRICE, from: [S.PENDING_PRICING], to: S.BILLING_PRICED, who: headquarters },
    { action: OfferingAction.REFUSE_PRICE, from: [S.PENDING_PRICING], to: S.APPROVED, who: headquarters },
    { action: OfferingAction.WITHDRAW_PRICING, from: [S.PENDING_PRICING], to: S.APPROVED, who: managers },
    { action: OfferingAction.PUBLISH, from: [S.BILLING_PRICED], to: S.IN_USE, who: managers, guard: 'sellable' },
    {
      action: OfferingAction.OPEN_TO_CUSTOMER,
      from: [S.BILLING_PRICED],
      to: S.INDIVIDUAL,
      who: headquarters,
    },
    { action: OfferingAction.EXPIRE, from: [S.IN_USE], to: S.EXPIRED, who: managers },
  ],
  guards: { sellable, secondPerson: secondPersonObjection },
});

/** Two products of an offering that have come to exclude each other since they were bundled (PRD-56). */
const EXCLUDING = `
  select "f"."code" "one", "t"."code" "other" from "offering_component" "a"
  join "offering_component" "b" on "b"."offering_id" = "a"."offering_id"
  join "product_relation" "r" on "r"."from_id" = "a"."product_id" and "r"."to_id" = "b"."product_id" and "r"."kind" = 'EXCLUDE'
  join "product" "f" on "f"."id" = "a"."product_id" join "product" "t" on "t"."id" = "b"."product_id"
  where "a"."offering_id" = ? and ("r"."validity_to" is null or "r"."validity_to" > ?) limit 1`;

/** An offering is published with a price, in a catalogue, and made of products in use that go together and are ready for whom they are for. */
async function sellable(offering: Offering, tx: Transaction): Promise<string | undefined> {
  const parts = await tx.em.find(OfferingComponent, { offering: offering.id }, { populate: ['product'] });
  const unready = parts.find((part) => part.product.status !== ProductStatus.IN_USE);
  if (unready) return `Its product ${unready.product.code} is not in use.`;
  for (const { product } of parts) {
    const objection = await readinessObjection(product, tx);
    if (objection) return objection;
  }
  const [excluding] = await tx.em.execute<{ one: string; other: string }[]>(EXCLUDING, [offering.id, tx.at]);
  if (excluding) return `Its products ${excluding.one} and ${excluding.other} exclude each other.`;
  const tariffs = await tx.em.find(OfferingTariff, { offering: offering.id }, { populate: ['tariffPlan'] });
  const valid = tariffs.some(
    ({ tariffPlan }) =>
      tariffPlan.status === TariffPlanStatus.ACTIVE && (!tariffPlan.validity.to || tariffPlan.validity.to > tx.at),
  );
  if (!valid) return 'It has no tariff plan in force (MOD-26).';
  return (await tx.em.findOne(CatalogueEntry, { offering: offering.id })) ? undefined : 'It stands in no catalogue.';
}
