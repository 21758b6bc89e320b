import { Decimal } from 'decimal.js';
import { TierBasis } from './tariff-tier.js';

/** A price from a quantity on. */
export interface Tier {
  basis: TierBasis;
  threshold: number;
  value: string;
}

/** Quantities by what is counted. */
export type Quantities = Readonly<Record<TierBasis, number>>;

/**
 * The tier that holds: of each basis the highest threshold reached (bounds included), of those the lowest value (PRD-76, PRD-77).
 * Null below all thresholds.
 */
export function tierFor(tiers: readonly Tier[], quantities: Quantities): Tier | null {
  const reached = Object.values(TierBasis).flatMap((basis) => {
    const own = tiers.filter((tier) => tier.basis === basis && tier.threshold <= quantities[basis]);
    return own.length > 0 ? [own.reduce((high, tier) => (tier.threshold > high.threshold ? tier : high))] : [];
  });
  if (reached.length === 0) return null;
  return reached.reduce((low, tier) => (new Decimal(tier.value).lt(low.value) ? tier : low));
}
