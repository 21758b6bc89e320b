import { userError, type UserError } from '../../kernel/errors/index.js';
import { ruleHolds } from '../../kernel/rules/index.js';
import type { PlanRow, PlanRows } from './cart-rows.js';
import type { CartLine } from './charge.js';
import type { HeldPlans } from './held-plans.js';
import { TariffPlanRelationKind as Relation } from './tariff-plan-relation.js';

/** The plans of a line, the main one first, or why it has none. */
export interface ChosenPlans {
  planIds: string[];
  objections: UserError[];
}

/**
 * Chooses the plans that price a line in a currency: the one asked for, else the one whose condition holds (PRD-83), else the
 * default (PRD-88); with it those that every instance must have, and that of the service level (PRD-60).
 */
export function choosePlans(line: CartLine, rows: PlanRows, currency: string): ChosenPlans {
  if (runsWithoutPlan(line)) return { planIds: [], objections: [] };
  const plans = new Map(rows.plans.map((plan) => [plan.id, plan]));
  const inCurrency = (id: string | null | undefined): id is string => !!id && plans.get(id)?.currency === currency;
  const sold = line.offering.tariffs.filter(({ planId }) => inCurrency(planId));
  const path = ['input', 'lines', line.index];
  const main = mainPlan(line, sold, plans, inCurrency);
  if (!main)
    return {
      planIds: [],
      objections: [
        line.planId
          ? userError('NOT_SOLD_WITH', 'The offering is not sold with this tariff plan now.', [...path, 'tariffPlanId'])
          : { ...notPriced(line.offering, currency), path: [...path, 'offeringId'].map(String) },
      ],
    };
  const condition = plans.get(main)!.condition;
  const objections =
    condition && !line.sold && !ruleHolds(condition, line.values)
      ? [
          userError('PLAN_CONDITION', `The condition of plan ${plans.get(main)!.code} does not hold.`, path, {
            condition,
          }),
        ]
      : [];
  const besides = line.sold?.planIds ?? sold.filter(({ required }) => required).map(({ planId }) => planId);
  const planIds = [main, ...besides, line.sla?.planId].filter(inCurrency);
  return { planIds: [...new Set(planIds)], objections };
}

/** Why an offering cannot be sold at a price; a null currency stands for any. */
export const notPriced = ({ code }: { code: string }, currency: string | null): UserError =>
  userError('NOT_PRICED', `Offering ${code} has no default tariff plan${currency ? ` in ${currency}` : ''} now.`);

/** Why a plan cannot be had: the customer has, or has ordered, one that excludes it (PRD-84). */
export const planExcluded = (code: string | undefined, other: string): UserError =>
  userError('PLAN_EXCLUDED', `Plan ${code} cannot be had with ${other}.`, [], { plan: other });

/** Whether a line is about something that the customer has without a plan: then it costs the standard prices of its products (PRD-62). */
export const runsWithoutPlan = ({ sold }: Pick<CartLine, 'sold'>): boolean => sold?.planIds.length === 0;

/** What the customer has stays on the plan that it was sold with; otherwise the one asked for, the special one, or the default. */
function mainPlan(
  line: CartLine,
  sold: CartLine['offering']['tariffs'],
  plans: ReadonlyMap<string, PlanRow>,
  inCurrency: (id: string | undefined) => boolean,
): string | undefined {
  if (line.sold) return inCurrency(line.sold.planIds[0]) ? line.sold.planIds[0] : undefined;
  if (line.planId) return sold.find(({ planId }) => planId === line.planId)?.planId;
  return special(line, sold, plans) ?? sold.find(({ isDefault }) => isDefault)?.planId;
}

/** The plan whose condition holds for the line; of several the one of the first priority. */
function special(
  line: CartLine,
  sold: CartLine['offering']['tariffs'],
  plans: ReadonlyMap<string, PlanRow>,
): string | undefined {
  return sold
    .filter(({ planId }) => plans.get(planId)!.condition)
    .sort((a, b) => (a.priority ?? Infinity) - (b.priority ?? Infinity) || 0)
    .find(({ planId }) => ruleHolds(plans.get(planId)!.condition!, line.values))?.planId;
}

/**
 * Why the plans of the lines do not go together, or not with those that the customer holds (PRD-84, PRD-89). What acts on something held
 * is not asked again whether it may be. What an upgrade takes the place of, and what ends with the cart, stands in nobody's way.
 * @param chosen the lines with their plans
 * @param held the plans that the customer holds
 * @param ended keys of those that end, once for each time
 * @param ordered keys of those that the customer has ordered and not yet got: nothing comes that excludes them
 */
export function planObjections(
  chosen: readonly { line: CartLine; planIds: readonly string[] }[],
  rows: PlanRows,
  held: HeldPlans,
  ended: readonly string[],
  ordered: ReadonlySet<string> = new Set(),
): Map<CartLine, UserError[]> {
  const code = new Map(rows.plans.map((plan) => [plan.id, plan.code]));
  const added = chosen.filter(({ line }) => !line.sold);
  const kept = keptPlans(added, rows, held, ended);
  const present = new Set([...kept, ...added.flatMap(({ planIds }) => planIds)]);
  return new Map(
    added.map(({ line, planIds }) => {
      const here = relationsAt(line, rows);
      const path = ['input', 'lines', line.index];
      const found = here.flatMap(({ from, to, toCode, kind }) => {
        if (!planIds.includes(from)) return [];
        const together = here.some(
          (other) => other.kind === Relation.COEXIST && other.from === from && other.to === to,
        );
        if (kind === Relation.EXCLUDE && (present.has(to) || ordered.has(to)) && !together)
          return [{ ...planExcluded(code.get(from), toCode), path: path.map(String) }];
        if (kind === Relation.REQUIRE && !present.has(to))
          return [userError('PLAN_REQUIRED', `Plan ${code.get(from)} needs ${toCode}.`, path, { plan: toCode })];
        if (kind === Relation.UPGRADE && !held.times.has(to))
          return [
            userError('UPGRADE_ONLY', `Plan ${code.get(from)} is only for those who have ${toCode}.`, path, {
              plan: toCode,
            }),
          ];
        return [];
      });
      return [line, found];
    }),
  );
}

const relationsAt = (line: CartLine, rows: PlanRows) =>
  rows.planRelations.filter(({ offeringId }) => !offeringId || offeringId === line.offering.id);

/** Plans that the customer still holds when the cart is bought. */
function keptPlans(
  added: readonly { line: CartLine; planIds: readonly string[] }[],
  rows: PlanRows,
  held: HeldPlans,
  ended: readonly string[],
): string[] {
  const left = new Map(held.times);
  const end = (id: string, times: number) => left.set(id, Math.max(0, (left.get(id) ?? 0) - times));
  for (const id of ended) end(id, 1);
  for (const { line, planIds } of added)
    for (const { kind, from, to } of relationsAt(line, rows))
      if (kind === Relation.UPGRADE && planIds.includes(from) && !ended.includes(to))
        for (const id of [to, ...(held.with.get(to) ?? [])]) end(id, line.quantity);
  return [...left].flatMap(([id, times]) => (times > 0 ? [id] : []));
}
