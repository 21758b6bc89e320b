import { Decimal } from 'decimal.js';
import { evaluateRule, ruleDecimal, ruleHolds } from '../../kernel/rules/index.js';
import type { CustomerServiceType } from '../catalogue/index.js';
import { ChargeType, EquivalentKind, toCoins } from '../catalogue/index.js';
import type { DiscountRow } from './cart-rows.js';
import { ChargeSource } from './charge-source.js';
import { type Charge, ZERO } from './charge.js';
import type { DiscountBasis } from './discount.js';
import { DiscountKind } from './discount.js';
import { type DiscountLink, grantDiscounts } from './grant-discounts.js';

/** A line with the charges that discounts lower. */
export interface DiscountedLine {
  service: CustomerServiceType;
  charges: readonly Charge[];
}

/** What discounts are measured against: a line, or the whole cart. */
export interface Discountable {
  lines: readonly DiscountedLine[];
  values: Readonly<Record<string, unknown>>;
  currency: string;
  /** Amounts and numbers that thresholds are compared with, for a discount on one service or, null, on any. */
  reached: (basis: DiscountBasis, service: CustomerServiceType | null) => Decimal;
}

/** Absolute amounts come before percentages, those before what is taken off the whole. */
const STEPS: readonly DiscountKind[] = [
  DiscountKind.WAIVE,
  DiscountKind.AMOUNT,
  DiscountKind.PERCENT,
  DiscountKind.TOTAL,
  DiscountKind.FREE_PERIODS,
  DiscountKind.GIFT,
  DiscountKind.POINTS,
];

/** Applies the discounts that are granted; charges are lowered, never below 0. @returns what each discount gave */
export function applyDiscounts(
  of: Discountable,
  discounts: readonly DiscountRow[],
  links: readonly DiscountLink[],
): Charge[] {
  const granted = grantDiscounts(
    discounts.filter((discount) => applies(discount, of)),
    links,
  );
  return [...granted]
    .sort((a, b) => STEPS.indexOf(a.kind) - STEPS.indexOf(b.kind))
    .flatMap((discount) => give(discount, of));
}

function applies(discount: DiscountRow, of: Discountable): boolean {
  const { basis, threshold, currency, service, condition } = discount;
  if (currency && currency !== of.currency) return false;
  if (service && !of.lines.some((line) => line.service === service)) return false;
  if (basis && of.reached(basis, service).lt(threshold ?? 0)) return false;
  if (lowers(discount) && !lowered(discount, of).some(({ left }) => left.gt(0))) return false;
  return !condition || ruleHolds(condition, of.values);
}

const lowers = ({ kind }: DiscountRow): boolean => STEPS.indexOf(kind) <= STEPS.indexOf(DiscountKind.FREE_PERIODS);

/**
 * Charges that a discount lowers, line by line. Those of other services than its own are none of them, nor, but for periods free
 * of charge, is what begins later: it would take from the total what stands in no total.
 */
const loweredLines = ({ kind, chargeType, feeItem, service }: DiscountRow, { lines }: Discountable): Charge[][] =>
  lines
    .filter((line) => !service || line.service === service)
    .map(({ charges }) =>
      charges.filter(
        (charge) =>
          charge.type === chargeType &&
          charge.equivalent === EquivalentKind.MONEY &&
          (!charge.afterMonths || kind === DiscountKind.FREE_PERIODS) &&
          charge.amount !== null &&
          (!feeItem || charge.feeItem === feeItem),
      ),
    );

const lowered = (discount: DiscountRow, of: Discountable): Charge[] => loweredLines(discount, of).flat();

function give(discount: DiscountRow, of: Discountable): Charge[] {
  const targets = lowered(discount, of);
  const before = targets.reduce((sum, { left }) => sum.plus(left), ZERO);
  const value = valueOf(discount, of, before);
  if (!value) return [];
  switch (discount.kind) {
    case DiscountKind.WAIVE:
      return [
        taken(
          discount,
          of,
          take(targets, () => before, of.currency),
          null,
        ),
      ];
    case DiscountKind.AMOUNT: {
      // Off each piece of every line; what one line costs less than that is not taken off another.
      const parts = loweredLines(discount, of)
        .filter((charges) => charges.some(({ left }) => left.gt(0)))
        .map((charges) => ({ charges, pieces: Math.max(...charges.map(({ quantity }) => quantity)) }));
      const amounts = parts.map(({ charges, pieces }) => take(charges, () => value.times(pieces), of.currency));
      const pieces = parts.reduce((sum, part) => sum + part.pieces, 0);
      return [taken(discount, of, Decimal.sum(ZERO, ...amounts), value, Math.max(1, pieces))];
    }
    case DiscountKind.PERCENT:
      return [taken(discount, of, takeShare(targets, value, of.currency), value)];
    case DiscountKind.TOTAL:
      return [
        taken(
          discount,
          of,
          take(targets, () => value, of.currency),
          value,
        ),
      ];
    case DiscountKind.FREE_PERIODS: {
      // A formula may yield a part of a period, which is not free.
      const quantity = value.floor().toNumber();
      if (quantity === 0) return [];
      return [{ ...taken(discount, of, null, null), quantity, period: targets[0]?.period ?? null }];
    }
    case DiscountKind.GIFT:
      return [{ ...taken(discount, of, null, null), name: `${discount.name}: ${discount.gift}` }];
    case DiscountKind.POINTS:
      return [
        { ...taken(discount, of, null, value), equivalent: EquivalentKind.POINTS, currency: null, amount: value },
      ];
  }
}

function valueOf(discount: DiscountRow, of: Discountable, amount: Decimal): Decimal | null {
  if (!discount.formula) return new Decimal(discount.value ?? 0);
  const found = ruleDecimal(evaluateRule(discount.formula, { ...of.values, amount: amount.toNumber() }));
  return found && Decimal.max(found, 0);
}

/** Takes an amount off charges, one after another, until it is used up. @returns what was taken */
function take(targets: readonly Charge[], amount: () => Decimal, currency: string): Decimal {
  let rest = toCoins(amount(), currency);
  let sum = ZERO;
  for (const charge of targets) {
    const part = Decimal.min(rest, charge.left);
    charge.left = charge.left.minus(part);
    rest = rest.minus(part);
    sum = sum.plus(part);
  }
  return sum;
}

/** Takes a percentage off each charge. @returns what was taken */
export function takeShare(targets: readonly Charge[], percent: Decimal, currency: string): Decimal {
  let sum = ZERO;
  for (const charge of targets) {
    const part = toCoins(charge.left.times(Decimal.min(percent, 100)).div(100), currency);
    charge.left = charge.left.minus(part);
    sum = sum.plus(part);
  }
  return sum;
}

function taken(
  discount: DiscountRow,
  of: Discountable,
  amount: Decimal | null,
  unitPrice: Decimal | null,
  quantity = 1,
): Charge {
  return {
    source: ChargeSource.DISCOUNT,
    ruleId: null,
    planId: null,
    discountId: discount.id,
    versionNumber: null,
    code: discount.code,
    name: discount.name,
    type: discount.chargeType,
    equivalent: EquivalentKind.MONEY,
    feeItem: discount.feeItem,
    currency: of.currency,
    unit: discount.kind === DiscountKind.PERCENT ? '%' : null,
    period: discount.chargeType === ChargeType.PERIODIC ? (lowered(discount, of)[0]?.period ?? null) : null,
    quantity,
    unitPrice,
    amount: amount?.neg() ?? null,
    left: ZERO,
    tier: null,
    formula: discount.formula,
    afterMonths: null,
    forMonths: null,
  };
}
