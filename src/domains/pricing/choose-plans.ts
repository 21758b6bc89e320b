import { userError, type UserError } from '../../kernel/errors/index.js';
import { ruleHolds } from '../../kernel/rules/index.js';
import type { CartRows, PlanRow } from './cart-rows.js';
import type { CartLine } from './charge.js';
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
export function choosePlans(line: CartLine, rows: CartRows, currency: string): ChosenPlans {
  const plans = new Map(rows.plans.map((plan) => [plan.id, plan]));
  const sold = line.offering.tariffs.filter(({ planId }) => plans.get(planId)?.currency === currency);
  const path = ['input', 'lines', line.index];
  const main = line.planId
    ? sold.find(({ planId }) => planId === line.planId)?.planId
    : (special(line, sold, plans) ?? sold.find(({ isDefault }) => isDefault)?.planId);
  if (!main)
    return {
      planIds: [],
      objections: [
        line.planId
          ? userError('NOT_SOLD_WITH', 'The offering is not sold with this tariff plan now.', [...path, 'tariffPlanId'])
          : userError('NOT_PRICED', `Offering ${line.offering.code} has no default tariff plan in ${currency} now.`, [
              ...path,
              'offeringId',
            ]),
      ],
    };
  const condition = plans.get(main)!.condition;
  const objections =
    condition && !ruleHolds(condition, line.values)
      ? [
          userError('PLAN_CONDITION', `The condition of plan ${plans.get(main)!.code} does not hold.`, path, {
            condition,
          }),
        ]
      : [];
  const required = sold.filter((tariff) => tariff.required).map(({ planId }) => planId);
  const level = line.sla?.planId;
  const ofLevel = level && plans.get(level)?.currency === currency ? [level] : [];
  return { planIds: [...new Set([main, ...required, ...ofLevel])], objections };
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
 * Why the plans of the lines do not go together, or not with those that the customer holds (PRD-84, PRD-89).
 * @param chosen the lines with their plans
 * @param held keys of the plans that the customer holds
 */
export function planObjections(
  chosen: readonly { line: CartLine; planIds: readonly string[] }[],
  rows: CartRows,
  held: readonly string[],
): Map<CartLine, UserError[]> {
  const code = new Map(rows.plans.map((plan) => [plan.id, plan.code]));
  const present = new Set([...held, ...chosen.flatMap(({ planIds }) => planIds)]);
  return new Map(
    chosen.map(({ line, planIds }) => {
      const here = rows.planRelations.filter(({ offeringId }) => !offeringId || offeringId === line.offering.id);
      const path = ['input', 'lines', line.index];
      const found = here.flatMap(({ from, to, toCode, kind }) => {
        if (!planIds.includes(from)) return [];
        const together = here.some(
          (other) => other.kind === Relation.COEXIST && other.from === from && other.to === to,
        );
        if (kind === Relation.EXCLUDE && present.has(to) && !together)
          return [
            userError('PLAN_EXCLUDED', `Plan ${code.get(from)} cannot be had with ${toCode}.`, path, { plan: toCode }),
          ];
        if (kind === Relation.REQUIRE && !present.has(to))
          return [userError('PLAN_REQUIRED', `Plan ${code.get(from)} needs ${toCode}.`, path, { plan: toCode })];
        if (kind === Relation.UPGRADE && !held.includes(to))
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
