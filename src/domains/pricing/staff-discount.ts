import { Decimal } from 'decimal.js';
import type pg from 'pg';
import { userError, type UserError } from '../../kernel/errors/index.js';
import { ChargeType, EquivalentKind } from '../catalogue/index.js';
import { takeShare } from './apply-discounts.js';
import { ChargeSource } from './charge-source.js';
import { type CartLine, type Charge, dueFromStart, ZERO } from './charge.js';

/** How much a seller may take off lines of an offering; null for all that have no range of their own. */
export interface DiscountRange {
  offeringId: string | null;
  min: string;
  max: string;
}

const RANGES = `
  select "offering_id" "offeringId", min("min_percent")::text "min", max("max_percent")::text "max" from "staff_discount_range"
  where "position_id" = any($1::uuid[]) and ("offering_id" is null or "offering_id" = any($2::uuid[])) group by 1`;

/** Ranges of the positions that a seller holds; of several the widest (PRD-69). */
export async function readDiscountRanges(
  pool: pg.Pool,
  positionIds: readonly string[],
  offeringIds: readonly string[],
): Promise<DiscountRange[]> {
  const { rows } = await pool.query<DiscountRange>({
    name: 'discount_ranges',
    text: RANGES,
    values: [positionIds, offeringIds],
  });
  return rows;
}

/** Applies the discount that a seller gives on a line to its one-time charges, or says why not (PRD-69). */
export function staffDiscount(
  line: CartLine,
  charges: readonly Charge[],
  ranges: readonly DiscountRange[],
  currency: string,
): Charge | UserError | null {
  if (line.discountPercent === null) return null;
  const percent = new Decimal(line.discountPercent);
  if (percent.isZero()) return null;
  const range =
    ranges.find(({ offeringId }) => offeringId === line.offering.id) ??
    ranges.find(({ offeringId }) => offeringId === null);
  if (!range || percent.lt(range.min) || percent.gt(range.max))
    return userError(
      'DISCOUNT_OUT_OF_RANGE',
      range ? `You may give ${range.min} to ${range.max} per cent.` : 'You may give no discount.',
      ['input', 'lines', line.index, 'discountPercent'],
      { min: range?.min ?? '0', max: range?.max ?? '0' },
    );
  const once = charges.filter((charge) => dueFromStart(charge, ChargeType.ONE_TIME) && charge.amount);
  const amount = takeShare(once, percent, currency).neg();
  return {
    source: ChargeSource.STAFF_DISCOUNT,
    ruleId: null,
    planId: null,
    discountId: null,
    versionNumber: null,
    code: 'STAFF_DISCOUNT',
    name: 'Discount of the seller',
    type: ChargeType.ONE_TIME,
    equivalent: EquivalentKind.MONEY,
    feeItem: null,
    currency,
    unit: '%',
    period: null,
    quantity: 1,
    unitPrice: percent,
    amount,
    left: ZERO,
    tier: null,
    formula: null,
    afterMonths: null,
    forMonths: null,
  };
}
