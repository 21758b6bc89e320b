import { Decimal } from 'decimal.js';
import { ChargeType, CustomerServiceType } from '../catalogue/index.js';
import { applyDiscounts, type Discountable } from './apply-discounts.js';
import type { CartRows } from './cart-rows.js';
import { type CartLine, type Charge, dueFromStart, type PricedLine, ZERO } from './charge.js';
import { chargeLine, quantitiesOf, type RuledLine } from './charge-lines.js';
import { choosePlans, planObjections, runsWithoutPlan } from './choose-plans.js';
import { chooseRules } from './choose-rules.js';
import { DiscountBasis, DiscountScope } from './discount.js';
import type { HeldPieces } from './held-pieces.js';
import type { HeldPlans } from './held-plans.js';
import { type DiscountRange, staffDiscount } from './staff-discount.js';

/** What prices depend on besides the rows of the catalogue. */
export interface Surroundings {
  currency: string;
  /** Money and months paid in advance. */
  prepaidAmount: Decimal;
  prepaidMonths: number;
  /** The plans that the customer holds. */
  heldPlans: HeldPlans;
  /** Keys of those that end with the cart, once for each time. */
  endedPlanIds: readonly string[];
  /** What the customer, and all of the groups of the customer, hold of the offerings that a rule prices, by its key. */
  held: ReadonlyMap<string, readonly HeldPieces[]>;
  /** How many pieces of an offering end with the cart, of those in `held`. */
  ended: (offeringId: string) => number;
  ranges: readonly DiscountRange[];
}

/** All lines with their charges, and the discounts on the whole. */
export interface PricedCart {
  lines: PricedLine[];
  discounts: Charge[];
}

/**
 * Prices the lines of a cart. In this order: the fee items that fit, their price by quantity, discounts of the offering, the discount
 * of the seller, discounts on the whole.
 */
export function priceLines(lines: readonly CartLine[], rows: CartRows, around: Surroundings): PricedCart {
  const { currency } = around;
  const planned = lines.map((line) => ({ line, ...choosePlans(line, rows, currency) }));
  const unrelated = planObjections(planned, rows, around.heldPlans, around.endedPlanIds);
  const ruled: RuledLine[] = planned.map(({ line, planIds }) => ({
    line,
    chosen: planIds.length > 0 || runsWithoutPlan(line) ? chooseRules(line, planIds, rows, currency) : [],
  }));
  const priced = planned.map(({ line, planIds, objections }, index): PricedLine => {
    const charged = chargeLine(ruled[index]!, (rule) =>
      quantitiesOf(rule, ruled, around.held.get(rule.id) ?? [], around.ended),
    );
    return {
      line,
      planIds,
      charges: charged.charges,
      objections: [...objections, ...(unrelated.get(line) ?? []), ...charged.objections],
    };
  });
  const orderTotal = sumOf(
    priced.flatMap(({ charges }) => charges),
    ChargeType.ONE_TIME,
  );
  for (const each of priced) {
    discountLine(each, rows, around, orderTotal);
    const given = staffDiscount(each.line, each.charges, around.ranges, currency);
    if (given && 'message' in given) each.objections.push(given);
    else if (given) each.charges.push(given);
  }
  return { lines: priced, discounts: discountCart(priced, rows, around, orderTotal) };
}

function discountLine(priced: PricedLine, rows: CartRows, around: Surroundings, orderTotal: Decimal): void {
  const { line, charges } = priced;
  const own = rows.discounts.filter(({ offeringIds }) => offeringIds?.includes(line.offering.id));
  priced.charges.push(
    ...applyDiscounts(
      {
        lines: [{ service: line.service, charges }],
        values: line.values,
        currency: around.currency,
        reached: reached(around, orderTotal, () => line.quantity),
      },
      own,
      rows.discountRelations,
    ),
  );
}

function discountCart(
  priced: readonly PricedLine[],
  rows: CartRows,
  around: Surroundings,
  orderTotal: Decimal,
): Charge[] {
  // What is taken away counts for those discounts only that are about it.
  const quantity = (service: CustomerServiceType | null) =>
    priced
      .filter(({ line }) => (service ? line.service === service : line.service !== CustomerServiceType.REMOVE))
      .reduce((sum, { line }) => sum + line.quantity, 0);
  return applyDiscounts(
    {
      lines: priced.map(({ line, charges }) => ({ service: line.service, charges })),
      values: priced[0]!.line.values,
      currency: around.currency,
      reached: reached(around, orderTotal, quantity),
    },
    rows.discounts.filter(({ scope }) => scope === DiscountScope.CART),
    rows.discountRelations,
  );
}

const reached =
  (
    around: Surroundings,
    orderTotal: Decimal,
    quantity: (service: CustomerServiceType | null) => number,
  ): Discountable['reached'] =>
  (basis, service) => {
    switch (basis) {
      case DiscountBasis.PREPAID_AMOUNT:
        return around.prepaidAmount;
      case DiscountBasis.PREPAID_MONTHS:
        return new Decimal(around.prepaidMonths);
      case DiscountBasis.ORDER_TOTAL:
        return orderTotal;
      case DiscountBasis.QUANTITY:
        return new Decimal(quantity(service));
    }
  };

/** Sum of the money of a class of charges, of PERIODIC ones that of the first period. */
export function sumOf(charges: readonly Charge[], type: ChargeType): Decimal {
  return charges
    .filter((charge) => dueFromStart(charge, type))
    .reduce((sum, { amount }) => sum.plus(amount ?? 0), ZERO);
}
