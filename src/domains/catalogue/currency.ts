import { Decimal } from 'decimal.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** Refuses with BAD_VALUE what is no currency of ISO 4217. */
export function requireCurrency(currency: string, path: InputPath): void {
  if (!currencies.has(currency)) refuse('BAD_VALUE', 'This is no currency of ISO 4217.', path);
}

const digits = new Map<string, number>();

/** Digits behind the point of a currency's smallest coin. */
export function digitsOf(currency: string): number {
  const known = digits.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const found = format.resolvedOptions().maximumFractionDigits ?? 2;
  digits.set(currency, found);
  return found;
}

/** An amount of money in whole coins, half up. */
export const toCoins = (amount: Decimal, currency: string): Decimal =>
  amount.toDecimalPlaces(digitsOf(currency), Decimal.ROUND_HALF_UP);

/** Refuses with TOO_PRECISE money that is charged as it stands and is no whole number of the smallest coins of its currency. */
export function requireCoins(amount: string, currency: string, path: InputPath): void {
  const most = digitsOf(currency);
  if (new Decimal(amount).decimalPlaces() > most)
    refuse('TOO_PRECISE', `${currency} has at most ${most} decimal places.`, path, { digits: most });
}
