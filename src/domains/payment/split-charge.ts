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
 * is left; what charges of the same type have taken of them before in the bill period counts, so that several charges of a period
 * take no more of an amount than one of their sum. Of the rest each percentage gets its whole coins, and so does who pays the remainder; coins that are left over go to
 * the largest fractions, of equal ones to the first. A credit is split as the charge of the same size would be.
 * @param charge whole coins of its currency
 * @param digits digits behind the point of the smallest coin
 * @param remainderPayer pays what no share covers
 * @param before sum of the charges of the same type and bill period that were split before, credits with their sign
 */
export function splitCharge(
  charge: Decimal,
  digits: number,
  shares: readonly Share[],
  remainderPayer: string,
  before: Decimal = new Decimal(0),
): Part[] {
  const sign = charge.isNegative() ? -1 : 1;
  const amounts = shares.filter(({ type }) => type === ShareType.AMOUNT);
  const taken = byAmounts(before, digits, amounts);
  const parts = byAmounts(before.plus(charge), digits, amounts).map(({ payer, amount }, index) => ({
    payer,
    // Both grow with the sum, so that the part has the sign of the charge.
    amount: amount.minus(taken[index]!.amount).times(sign),
  }));
  const rest = parts.reduce((left, { amount }) => left.minus(amount), charge.abs());
  const percentages = shares.filter(({ type }) => type === ShareType.PERCENT);
  const given = percentages.reduce((sum, { value }) => sum.plus(value), new Decimal(0));
  const all = [
    ...percentages.map(({ payer, value }) => ({ payer, value })),
    { payer: remainderPayer, value: new Decimal(100).minus(given) },
  ];
  parts.push(...byLargestRemainder(rest, digits, all));
  return together(parts).map(({ payer, amount }) => ({ payer, amount: amount.times(sign) }));
}

/** What amounts take of a sum, or of a credit, in their order. */
function byAmounts(sum: Decimal, digits: number, shares: readonly Share[]): Part[] {
  const sign = sum.isNegative() ? -1 : 1;
  let rest = sum.abs();
  return shares.map(({ payer, value }) => {
    const amount = Decimal.min(value.toDecimalPlaces(digits, Decimal.ROUND_DOWN), rest);
    rest = rest.minus(amount);
    return { payer, amount: amount.times(sign) };
  });
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
