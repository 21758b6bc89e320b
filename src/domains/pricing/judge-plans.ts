import type { CallContext } from '../../kernel/database/context.js';
import type { UserError } from '../../kernel/errors/index.js';
import { encodeId } from '../../kernel/model/index.js';
import { type PlanRows, readPlanRows } from './cart-rows.js';
import { cartLines } from './cart-lines.js';
import type { CartPriceInput } from './cart-price.input.js';
import { choosePlans, notPriced, planObjections } from './choose-plans.js';
import { heldPlans, upgradedPlans } from './held-plans.js';
import type { SaleFacts } from './sale-facts.js';
import { NO_HOLDINGS } from './sold-line.js';
import { TariffPlanRelationKind } from './tariff-plan-relation.js';

/** The plans with which an offering would be bought, the main one first, and what speaks against them. */
export interface JudgedPlans {
  planIds: readonly string[];
  /** NOT_PRICED, or as of a line of a cart: PLAN_CONDITION, PLAN_EXCLUDED, PLAN_REQUIRED, UPGRADE_ONLY. */
  objections: UserError[];
}

/** The plans of offerings, to be judged for one sale. */
export interface PlansOfSale {
  facts: SaleFacts;
  rows: PlanRows;
}

/** Reads the plans of offerings for {@link judgePlans}, in one statement. */
export async function readPlansOfSale(
  context: Pick<CallContext, 'database' | 'caller'>,
  facts: SaleFacts,
  offeringIds: readonly string[],
): Promise<PlansOfSale> {
  // As of a cart: partners do not see what was made for one customer.
  const customerId = context.caller.kind === 'PARTNER' ? null : (facts.customer?.id ?? null);
  return { facts, rows: await readPlanRows(context, { offeringIds, customerId }, facts.at) };
}

/**
 * Judges the plans of an offering, as a cart with one of it would be judged, by what is asked of plans alone (PRD-84, PRD-88, PRD-89).
 * @param offeringIds the offering, then those that are bought with it
 * @param orderedPlanIds keys of plans that the customer has ordered and not yet got
 */
export function judgePlans(
  { facts, rows }: PlansOfSale,
  offeringIds: readonly [string, ...string[]],
  orderedPlanIds: ReadonlySet<string>,
): JudgedPlans {
  const known = new Map(rows.offerings.map((offering) => [offering.id, offering]));
  const offering = known.get(offeringIds[0]);
  if (!offering) return { planIds: [], objections: [] };
  const currencyOf = new Map(rows.plans.map((plan) => [plan.id, plan.currency]));
  const defaults = offering.tariffs.filter(({ isDefault }) => isDefault).map(({ planId }) => currencyOf.get(planId)!);
  const asked = facts.customer?.currency ?? null;
  const currency = defaults.find((each) => !asked || each === asked);
  if (!currency) return { planIds: [], objections: [notPriced(offering, asked)] };
  const bought = offeringIds.filter((id) => known.has(id));
  const lines = cartLines({ lines: bought.map((id) => ({ offeringId: encodeId('of', id) })) } as CartPriceInput, rows, {
    facts,
    currency,
    holdings: NO_HOLDINGS,
  });
  const planned = lines.map((line) => ({ line, ...choosePlans(line, rows, currency) }));
  const ended = upgradedPlans(lines, rows, facts.customer?.held ?? [], []);
  const unrelated = planObjections(planned, rows, heldPlans(facts.customer), ended, orderedPlanIds);
  const { line, planIds, objections } = planned[0]!;
  return {
    planIds,
    objections: [...objections, ...(unrelated.get(line) ?? [])].map((error) => ({ ...error, path: [] })),
  };
}

/** Which of what a customer has an offering would take the place of, by the relations of its plans and of offerings (PRD-54, PRD-84). */
export function formersOf(
  { facts, rows }: PlansOfSale,
  offeringId: string,
  planIds: readonly string[],
): NonNullable<SaleFacts['customer']>['held'] {
  return (facts.customer?.held ?? []).filter(
    (held) =>
      rows.upgrades.some((each) => each.offeringId === offeringId && each.formerId === held.offeringId) ||
      rows.planRelations.some(
        ({ kind, from, to, offeringId: only }) =>
          kind === TariffPlanRelationKind.UPGRADE &&
          to === held.planId &&
          planIds.includes(from) &&
          (!only || only === offeringId),
      ),
  );
}
