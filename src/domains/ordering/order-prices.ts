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

/** By the tariffs of now (ORD-105, ORD-107). */
export function tariffPrices(items: readonly CheckedItem[]): OrderPrices {
  const lines = items.map(({ price, quantity }) => ({
    oneTime: price && times(price.oneTime, quantity),
    recurring: price?.recurring ? times(price.recurring, quantity) : null,
  }));
  return {
    lines,
    oneTime: sum(lines.map((line) => line.oneTime)),
    recurring: sum(lines.map((line) => line.recurring)),
  };
}

/** As they were agreed with the customer, each amount of its own. */
export const agreedPrices = ({ lines, oneTime, recurring }: OrderPrices): OrderPrices => ({
  lines: lines.map((line) => ({ oneTime: copy(line.oneTime), recurring: copy(line.recurring) })),
  ...{ oneTime: copy(oneTime), recurring: copy(recurring) },
});
