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

type PlanRelation = PlanRows['planRelations'][number];

/** The plans of offerings, to be judged for one sale. */
export interface PlansOfSale {
  facts: SaleFacts;
  offerings: ReadonlyMap<string, PlanRows['offerings'][number]>;
  /** By the product whose template they stand in. */
  attributes: ReadonlyMap<string, PlanRows['attributes']>;
  plans: ReadonlyMap<string, PlanRows['plans'][number]>;
  /** By the plan from which they start. */
  relations: ReadonlyMap<string, readonly PlanRelation[]>;
  /** By the offering that is the upgrade. */
  upgrades: ReadonlyMap<string, PlanRows['upgrades']>;
}

/** Reads the plans of offerings for {@link judgePlans}, in one statement. */
export async function readPlansOfSale(
  context: Pick<CallContext, 'database' | 'caller'>,
  facts: SaleFacts,
  offeringIds: readonly string[],
): Promise<PlansOfSale> {
  // As of a cart: partners do not see what was made for one customer.
  const customerId = context.caller.kind === 'PARTNER' ? null : (facts.customer?.id ?? null);
  const rows = await readPlanRows(context, { offeringIds, customerId }, facts.at);
  return {
    facts,
    offerings: new Map(rows.offerings.map((offering) => [offering.id, offering])),
    attributes: Map.groupBy(rows.attributes, ({ productId }) => productId),
    plans: new Map(rows.plans.map((plan) => [plan.id, plan])),
    relations: Map.groupBy(rows.planRelations, ({ from }) => from),
    upgrades: Map.groupBy(rows.upgrades, ({ offeringId }) => offeringId),
  };
}

/** What is known of some of the offerings: pages are long, and each offering is judged by itself. */
function rowsOf(sale: PlansOfSale, offeringIds: readonly string[]): PlanRows {
  const { offerings, attributes, plans, relations, upgrades } = sale;
  const some = offeringIds.flatMap((id) => offerings.get(id) ?? []);
  const planIds = new Set(
    some.flatMap(({ tariffs, slas }) => [...tariffs, ...slas].flatMap(({ planId }) => planId ?? [])),
  );
  return {
    offerings: some,
    attributes: [...new Set(some.flatMap(({ products }) => products.map(({ id }) => id)))].flatMap(
      (id) => attributes.get(id) ?? [],
    ),
    plans: [...planIds].flatMap((id) => plans.get(id) ?? []),
    planRelations: [...planIds].flatMap((id) => relations.get(id) ?? []),
    upgrades: offeringIds.flatMap((id) => upgrades.get(id) ?? []),
  };
}

/**
 * Judges the plans of an offering, as a cart with one of it would be judged, by what is asked of plans alone (PRD-84, PRD-88, PRD-89).
 * @param offeringIds the offering, then those that are bought with it
 * @param orderedPlanIds keys of plans that the customer has ordered and not yet got
 */
export function judgePlans(
  sale: PlansOfSale,
  offeringIds: readonly [string, ...string[]],
  orderedPlanIds: ReadonlySet<string>,
): JudgedPlans {
  const { facts, offerings, plans } = sale;
  const offering = offerings.get(offeringIds[0]);
  if (!offering) return { planIds: [], objections: [] };
  const defaults = offering.tariffs
    .filter(({ isDefault }) => isDefault)
    .map(({ planId }) => plans.get(planId)!.currency);
  const asked = facts.customer?.currency ?? null;
  const currency = defaults.find((each) => !asked || each === asked);
  if (!currency) return { planIds: [], objections: [notPriced(offering, asked)] };
  const bought = offeringIds.filter((id) => offerings.has(id));
  const rows = rowsOf(sale, bought);
  const lines = cartLines({ lines: bought.map((id) => ({ offeringId: encodeId('of', id) })) } as CartPriceInput, rows, {
    facts,
    currency,
    holdings: NO_HOLDINGS,
  });
  const planned = lines.map((line) => ({ line, ...choosePlans(line, rows, currency) }));
  const ended = upgradedPlans(lines, rows, facts.customer, []);
  const unrelated = planObjections(planned, rows, heldPlans(facts.customer), ended, orderedPlanIds);
  const { line, planIds, objections } = planned[0]!;
  return {
    planIds,
    objections: [...objections, ...(unrelated.get(line) ?? [])].map((error) => ({ ...error, path: [] })),
  };
}

/** Which of what a customer has an offering would take the place of, by the relations of its plans and of offerings (PRD-54, PRD-84). */
export function formersOf(
  { facts, relations, upgrades }: PlansOfSale,
  offeringId: string,
  planIds: readonly string[],
): NonNullable<SaleFacts['customer']>['held'] {
  const offerings = new Set((upgrades.get(offeringId) ?? []).map(({ formerId }) => formerId));
  const plans = new Set(
    planIds
      .flatMap((id) => relations.get(id) ?? [])
      .filter(({ kind, offeringId: only }) => {
        return kind === TariffPlanRelationKind.UPGRADE && (!only || only === offeringId);
      })
      .map(({ to }) => to),
  );
  return (facts.customer?.held ?? []).filter((held) => offerings.has(held.offeringId) || plans.has(held.planId ?? ''));
}
