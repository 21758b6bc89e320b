import { Decimal } from 'decimal.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** Refuses with BAD_VALUE what is no currency of ISO 4217. */
export function requireCurrency(currency: string, path: InputPath): void {
  if (!currencies.has(currency)) refuse('BAD_VALUE', 'This is no currency of ISO 4217.', path);
}

/**
 * Currencies of ISO 4217 whose smallest unit is not a hundredth. What the platform's own tables say is not this: they round many a currency to
 * what people carry in their purses, such as the forint and the Iraqi dinar to whole ones.
 */
const UNUSUAL: readonly (readonly [digits: number, currencies: readonly string[]])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ')],
  [3, 'BHD IQD JOD KWD LYD OMR TND'.split(' ')],
  [4, 'CLF UYW'.split(' ')],
];
const USUAL = 2;
const digits = new Map(UNUSUAL.flatMap(([count, list]) => list.map((currency) => [currency, count] as const)));

/** Digits behind the point of a currency's smallest unit (ISO 4217). */
export const digitsOf = (currency: string): number => digits.get(currency) ?? USUAL;

/** The same in SQL. @param currency expression that yields the code */
export const digitsIn = (currency: string): string =>
  `case ${UNUSUAL.map(([count, list]) => `when ${currency} in ('${list.join("', '")}') then ${count}`).join(' ')} else ${USUAL} end`;

/** An amount of money in whole coins, half up. */
export const toCoins = (amount: Decimal, currency: string): Decimal =>
  amount.toDecimalPlaces(digitsOf(currency), Decimal.ROUND_HALF_UP);

/** Refuses with TOO_PRECISE money that is charged as it stands and is no whole number of the smallest coins of its currency. */
export function requireCoins(amount: string, currency: string, path: InputPath): void {
  const most = digitsOf(currency);
  if (new Decimal(amount).decimalPlaces() > most)
    refuse('TOO_PRECISE', `${currency} has at most ${most} decimal places.`, path, { digits: most });
}
