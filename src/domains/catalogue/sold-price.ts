import type { Transaction } from '../../kernel/database/transaction.js';
import { OfferingSla } from './offering-sla.js';
import { Product, ProductStatus } from './product.js';
import { type TariffPlan, TariffPlanStatus } from './tariff-plan.js';
import type { TariffRule } from './tariff-rule.js';

/** The plans that a rule is a part of, kept from being approved until the end: what is not sold yet is changed by one person. */
const PLANS = `
  select "p"."status" <> 'DRAFT' or exists (select 1 from "offering_sla" "s" where "s"."tariff_plan_id" = "p"."id") "sold"
  from "tariff_plan" "p" where "p"."id" in (select "plan_id" from "tariff_plan_member" where "rule_id" = ?) order by "p"."id" for share of "p"`;

/**
 * Whether a plan has been approved, or prices a service level: what it costs then changes by approval of somebody else only (PRD-82).
 * A draft inside of a plan that is sold prices nothing until it is approved itself.
 * @param plan locked
 */
export async function isSoldPlan(tx: Transaction, plan: TariffPlan): Promise<boolean> {
  return plan.status !== TariffPlanStatus.DRAFT || (await tx.em.count(OfferingSla, { tariffPlan: plan.id })) > 0;
}

/** Whether a rule is part of such a plan; those that are drafts stay so until the end. */
export async function isInSoldPlan(tx: Transaction, ruleId: string): Promise<boolean> {
  await tx.em.flush();
  return (await tx.em.execute<{ sold: boolean }[]>(PLANS, [ruleId])).some(({ sold }) => sold);
}

/** Rules of a draft that nobody has approved yet, as parts of another plan: they are approved along with it. */
const UNAPPROVED = `
  select "m"."rule_id" "id" from "tariff_plan_member" "m" where "m"."plan_id" = ? and "m"."rule_id" is not null and not exists (
    select 1 from "tariff_plan_member" "o" join "tariff_plan" "p" on "p"."id" = "o"."plan_id"
    where "o"."rule_id" = "m"."rule_id" and "p"."status" <> 'DRAFT')`;

/** Keys of the rules that are approved along with a locked draft of a plan: whoever wrote them does not approve it (PRD-82). */
export async function rulesApprovedWith(tx: Transaction, plan: TariffPlan): Promise<string[]> {
  await tx.em.flush();
  return (await tx.em.execute<{ id: string }[]>(UNAPPROVED, [plan.id])).map(({ id }) => id);
}

/** Whether a rule is the standard price of a product that has been approved (PRD-62). */
export async function isSoldStandard(tx: Transaction, { product }: TariffRule): Promise<boolean> {
  // Locked, so that nobody approves it meanwhile.
  const found = product && (await tx.find(Product, product.id));
  return Boolean(found) && found!.status !== ProductStatus.PENDING_APPROVAL;
}
