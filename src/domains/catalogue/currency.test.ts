import { Decimal } from 'decimal.js';
import { graph, useCatalogueDesk } from '../../testing/catalogue-desk.js';
import { digitsIn, digitsOf, toCoins } from './currency.js';

useCatalogueDesk();

test('MOD-83 amounts are rounded to the minor unit that ISO 4217 gives a currency, whatever purses hold', () => {
  expect(['JPY', 'KRW', 'CNY', 'HUF', 'COP', 'IDR', 'KWD', 'IQD', 'CLF'].map(digitsOf)).toEqual([
    ...[0, 0, 2, 2, 2, 2, 3, 3, 4],
  ]);
  const rounded = (currency: string) => toCoins(new Decimal('1.23455'), currency).toFixed();
  expect(['JPY', 'HUF', 'IQD', 'CLF'].map(rounded)).toEqual(['1', '1.23', '1.235', '1.2346']);
});

test('MOD-83 SQL knows the same minor units', async () => {
  const currencies = Intl.supportedValuesOf('currency');
  const { rows } = await graph.database.pool.query<{ currency: string; digits: number }>(
    `select "currency", ${digitsIn('"currency"')} "digits" from unnest($1::text[]) "currency"`,
    [currencies],
  );
  expect(new Map(rows.map(({ currency, digits }) => [currency, digits]))).toEqual(
    new Map(currencies.map((currency) => [currency, digitsOf(currency)])),
  );
});
