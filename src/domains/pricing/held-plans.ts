import type { PlanRows } from './cart-rows.js';
import type { CartLine } from './charge.js';
import type { CustomerFacts } from './customer-facts.js';

/** The plans that a customer holds. */
export interface HeldPlans {
  /** How often a plan is held, main or further, by its key. */
  times: ReadonlyMap<string, number>;
  /** Keys of the further plans that come with a main one, by its key: they go when it goes. */
  with: ReadonlyMap<string, readonly string[]>;
}

/** How often a customer holds each plan, and what goes with which. */
export function heldPlans(customer: CustomerFacts | null): HeldPlans {
  const times = new Map<string, number>();
  const add = (id: string, count: number) => times.set(id, (times.get(id) ?? 0) + count);
  for (const { planId, count } of customer?.held ?? []) if (planId) add(planId, count);
  const further = customer?.further ?? [];
  for (const { id, count } of further) add(id, count);
  const byMain = Map.groupBy(further, ({ mainId }) => mainId ?? '');
  return { times, with: new Map([...byMain].map(([main, plans]) => [main, plans.map(({ id }) => id)])) };
}

/** Plans of offerings that lines are upgrades of, once for each piece; those that end anyway are left out (PRD-54). */
export function upgradedPlans(
  lines: readonly CartLine[],
  { upgrades }: Pick<PlanRows, 'upgrades'>,
  customer: CustomerFacts | null,
  ended: readonly string[],
): string[] {
  const plans = heldPlans(customer);
  return lines.flatMap(({ offering, sold, quantity }) => {
    const formers = sold ? [] : upgrades.filter(({ offeringId }) => offeringId === offering.id);
    const replaced = formers.flatMap(({ formerId }) =>
      (customer?.held ?? [])
        .filter(({ offeringId, planId }) => offeringId === formerId && planId && !ended.includes(planId))
        .flatMap(({ planId, count }) => Array.from({ length: count }, () => planId!)),
    );
    return replaced.slice(0, quantity).flatMap((id) => [id, ...(plans.with.get(id) ?? [])]);
  });
}
