import { Money } from '../../kernel/model/index.js';
import type { PricedCharge } from '../pricing/index.js';
import type { CheckedItem } from './checked-item.js';
import { times, total } from './pricing.js';

/** What one line costs once and in its first period, all its pieces together; null where nothing is charged or known. */
export interface LinePrice {
  oneTime: Money | null;
  recurring: Money | null;
}

/** A single charge or discount, as the price of a cart lists it. */
export type SoldCharge = Pick<
  PricedCharge,
  'source' | 'code' | 'name' | 'type' | 'equivalent' | 'currency' | 'quantity' | 'amount'
> &
  Partial<PricedCharge>;

/** A price with what it is made of. */
export interface LineCost extends LinePrice {
  /** Charges, then discounts, in the order in which they applied. */
  charges: readonly SoldCharge[];
}

/** What an order costs: its lines, and their sums, which may be less than that when several lines together are cheaper. */
export interface OrderPrices {
  lines: readonly LineCost[];
  oneTime: Money | null;
  recurring: Money | null;
  /** Discounts on the whole, one by one. */
  discounts: readonly SoldCharge[];
}

const copy = (money: Money | null | undefined): Money | null => (money ? Money.of(money.amount, money.currency) : null);
const sum = (amounts: readonly (Money | null | undefined)[]): Money | null =>
  copy(total(amounts.flatMap((amount) => amount ?? [])));

/** What a line costs, all its pieces: as it was quoted, else by its plan. */
export function costOf({ quoted, price, quantity }: CheckedItem): LineCost {
  if (quoted) return { oneTime: copy(quoted.oneTime), recurring: copy(quoted.recurring), charges: quoted.charges };
  return {
    oneTime: price && times(price.oneTime, quantity),
    recurring: price?.recurring ? times(price.recurring, quantity) : null,
    charges: [],
  };
}

/**
 * By the tariffs of now (ORD-105, ORD-107).
 * @param whole what discounts on the whole order take off besides, and those discounts
 */
export function tariffPrices(
  items: readonly CheckedItem[],
  { off, discounts }: { off: LinePrice; discounts: readonly SoldCharge[] },
): OrderPrices {
  const lines = items.map(costOf);
  const part = (name: 'oneTime' | 'recurring') => {
    const costs = lines.map((line) => line[name]);
    return sum(costs.some((cost) => cost) ? [...costs, off[name]] : costs);
  };
  return { lines, oneTime: part('oneTime'), recurring: part('recurring'), discounts };
}

/** As they were agreed with the customer, each amount of its own. */
export const agreedPrices = ({ lines, oneTime, recurring, discounts }: OrderPrices): OrderPrices => ({
  lines: lines.map((line) => ({ ...line, oneTime: copy(line.oneTime), recurring: copy(line.recurring) })),
  ...{ oneTime: copy(oneTime), recurring: copy(recurring), discounts },
});
