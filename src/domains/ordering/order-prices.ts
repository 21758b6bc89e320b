import { Money } from '../../kernel/model/index.js';
import type { CheckedItem } from './checked-item.js';
import { times, total } from './pricing.js';

/** What one line costs once and in its first period, all its pieces together; null where nothing is charged or known. */
export interface LinePrice {
  oneTime: Money | null;
  recurring: Money | null;
}

/** What an order costs: its lines, and their sums, which may be less than that when several lines together are cheaper. */
export interface OrderPrices {
  lines: readonly LinePrice[];
  oneTime: Money | null;
  recurring: Money | null;
}

const copy = (money: Money | null | undefined): Money | null => (money ? Money.of(money.amount, money.currency) : null);
const sum = (amounts: readonly (Money | null | undefined)[]): Money | null =>
  copy(total(amounts.flatMap((amount) => amount ?? [])));

/** What a line costs, all its pieces: as it was quoted, else by its plan. */
export function costOf({ quoted, price, quantity }: CheckedItem): LinePrice {
  if (quoted) return { oneTime: copy(quoted.oneTime), recurring: copy(quoted.recurring) };
  return {
    oneTime: price && times(price.oneTime, quantity),
    recurring: price?.recurring ? times(price.recurring, quantity) : null,
  };
}

/**
 * By the tariffs of now (ORD-105, ORD-107).
 * @param off what discounts on the whole order take off besides
 */
export function tariffPrices(items: readonly CheckedItem[], off: LinePrice): OrderPrices {
  const lines = items.map(costOf);
  const part = (name: 'oneTime' | 'recurring') => {
    const costs = lines.map((line) => line[name]);
    return sum(costs.some((cost) => cost) ? [...costs, off[name]] : costs);
  };
  return { lines, oneTime: part('oneTime'), recurring: part('recurring') };
}

/** As they were agreed with the customer, each amount of its own. */
export const agreedPrices = ({ lines, oneTime, recurring }: OrderPrices): OrderPrices => ({
  lines: lines.map((line) => ({ oneTime: copy(line.oneTime), recurring: copy(line.recurring) })),
  ...{ oneTime: copy(oneTime), recurring: copy(recurring) },
});
