import type { DiscountRow } from './cart-rows.js';
import { DiscountRelationKind as Kind } from './discount-relation.js';

/** A relation between two discounts, by their keys. */
export interface DiscountLink {
  from: string;
  to: string;
  kind: Kind;
}

/**
 * Which of the discounts that might apply are granted together: of a ladder the highest step, then by priority what is not excluded
 * by, and may be combined with, those granted before; last, those that need another one which is not granted fall away.
 * @param eligible in the order of their priorities
 */
export function grantDiscounts(eligible: readonly DiscountRow[], links: readonly DiscountLink[]): DiscountRow[] {
  const related = (one: DiscountRow, other: DiscountRow, kind: Kind) =>
    links.some(
      (link) =>
        link.kind === kind &&
        ((link.from === one.id && link.to === other.id) || (link.from === other.id && link.to === one.id)),
    );
  const granted: DiscountRow[] = [];
  for (const discount of highestSteps(eligible)) {
    const fits = granted.every((other) => {
      if (related(discount, other, Kind.EXCLUDE)) return false;
      return (discount.combinable && other.combinable) || related(discount, other, Kind.COMBINE);
    });
    if (fits) granted.push(discount);
  }
  return withTheirNeeds(granted, links);
}

function highestSteps(eligible: readonly DiscountRow[]): DiscountRow[] {
  return eligible.filter(
    ({ ladder, threshold, id }) =>
      !ladder ||
      !eligible.some(
        (other) => other.ladder === ladder && other.id !== id && Number(other.threshold ?? 0) > Number(threshold ?? 0),
      ),
  );
}

function withTheirNeeds(granted: readonly DiscountRow[], links: readonly DiscountLink[]): DiscountRow[] {
  const needs = links.filter(({ kind }) => kind === Kind.REQUIRE);
  const kept = granted.filter(({ id }) =>
    needs.every(({ from, to }) => from !== id || granted.some((other) => other.id === to)),
  );
  return kept.length === granted.length ? kept : withTheirNeeds(kept, links);
}
