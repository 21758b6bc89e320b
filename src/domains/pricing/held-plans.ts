import type { PlanRows } from './cart-rows.js';
import type { CartLine } from './charge.js';
import type { CustomerFacts, Holding } from './customer-facts.js';

/** How often a customer holds each plan, by its key. */
export function heldPlans(customer: CustomerFacts | null): ReadonlyMap<string, number> {
  const times = new Map((customer?.planIds ?? []).map((id) => [id, 1]));
  const main = (customer?.held ?? []).filter(({ planId }) => planId);
  for (const { planId } of main)
    times.set(
      planId!,
      main.filter((held) => held.planId === planId).reduce((sum, { count }) => sum + count, 0),
    );
  return times;
}

/** Plans of offerings that lines are upgrades of, once for each piece; those that end anyway are left out (PRD-54). */
export function upgradedPlans(
  lines: readonly CartLine[],
  { upgrades }: Pick<PlanRows, 'upgrades'>,
  held: readonly Holding[],
  ended: readonly string[],
): string[] {
  return lines.flatMap(({ offering, sold, quantity }) => {
    const formers = sold ? [] : upgrades.filter(({ offeringId }) => offeringId === offering.id);
    const plans = formers.flatMap(({ formerId }) =>
      held
        .filter(({ offeringId, planId }) => offeringId === formerId && planId && !ended.includes(planId))
        .flatMap(({ planId, count }) => Array.from({ length: count }, () => planId!)),
    );
    return plans.slice(0, quantity);
  });
}
