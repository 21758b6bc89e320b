import { Decimal } from 'decimal.js';
import { ShareType } from '../inventory/index.js';

/** A share of a charge, in the order in which shares are taken. */
export interface Share {
  /** Who pays it. */
  payer: string;
  type: ShareType;
  /** Per cent of what the amounts leave, or money. */
  value: Decimal;
}

/** A part of a charge. */
export interface Part {
  payer: string;
  amount: Decimal;
}

/**
 * Splits a charge among payers so that the parts add up to it exactly. Amounts are taken first, in their order, each at most what
 * is left. Of the rest each percentage gets its whole coins, and so does who pays the remainder; coins that are left over go to
 * the largest fractions, of equal ones to the first. A credit is split as the charge of the same size would be.
 * @param charge whole coins of its currency
 * @param digits digits behind the point of the smallest coin
 * @param remainderPayer pays what no share covers
 */
export function splitCharge(charge: Decimal, digits: number, shares: readonly Share[], remainderPayer: string): Part[] {
  const sign = charge.isNegative() ? -1 : 1;
  let rest = charge.abs();
  const parts: Part[] = [];
  for (const { payer, value } of shares.filter(({ type }) => type === ShareType.AMOUNT)) {
    const amount = Decimal.min(value.toDecimalPlaces(digits, Decimal.ROUND_DOWN), rest);
    parts.push({ payer, amount });
    rest = rest.minus(amount);
  }
  const percentages = shares.filter(({ type }) => type === ShareType.PERCENT);
  const given = percentages.reduce((sum, { value }) => sum.plus(value), new Decimal(0));
  const all = [
    ...percentages.map(({ payer, value }) => ({ payer, value })),
    { payer: remainderPayer, value: new Decimal(100).minus(given) },
  ];
  parts.push(...byLargestRemainder(rest, digits, all));
  return together(parts).map(({ payer, amount }) => ({ payer, amount: amount.times(sign) }));
}

function byLargestRemainder(
  rest: Decimal,
  digits: number,
  shares: readonly { payer: string; value: Decimal }[],
): Part[] {
  const coin = new Decimal(10).pow(-digits);
  const exact = shares.map(({ payer, value }, index) => {
    const quota = rest.times(value).div(100);
    const amount = quota.toDecimalPlaces(digits, Decimal.ROUND_DOWN);
    return { payer, amount, fraction: quota.minus(amount), index };
  });
  const left = rest.minus(exact.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0)));
  const coins = left.div(coin).toNumber();
  const luckiest = exact.toSorted((a, b) => b.fraction.comparedTo(a.fraction) || a.index - b.index).slice(0, coins);
  for (const part of luckiest) part.amount = part.amount.plus(coin);
  return exact;
}

/** Parts of one payer added up, and payers of nothing left out. */
function together(parts: readonly Part[]): Part[] {
  const sums = new Map<string, Decimal>();
  for (const { payer, amount } of parts) sums.set(payer, (sums.get(payer) ?? new Decimal(0)).plus(amount));
  return [...sums].filter(([, amount]) => !amount.isZero()).map(([payer, amount]) => ({ payer, amount }));
}
