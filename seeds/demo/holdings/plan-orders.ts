import type { Random } from '../../bulk/random.js';
import type { Holding } from './holding.js';

/** What an order is to contain. */
export interface OrderPlan {
  /** Offerings bought with it. */
  installs: Holding[];
  /** Lines about what the customer has already. */
  changes: number;
  /** It gives everything up. */
  removesAll: boolean;
}

/**
 * Spreads offerings and further lines over the orders of a customer. The first order buys something, each has a line at least.
 * @param items lines of all orders together
 * @param leaves whether the last order gives everything up; left out where the lines do not suffice
 */
export function planOrders(
  random: Random,
  holdings: readonly Holding[],
  orders: number,
  items: number,
  leaves: boolean,
): OrderPlan[] {
  let extra = Math.max(items, orders, holdings.length) - holdings.length;
  const plans = Array.from({ length: orders }, (): OrderPlan => ({ installs: [], changes: 0, removesAll: false }));
  const removes =
    leaves &&
    orders >= 2 &&
    (orders > 2 || extra === holdings.length) &&
    extra >= holdings.length + Math.max(0, orders - 1 - holdings.length);
  const buying = removes ? orders - 1 : orders;
  if (removes) {
    plans.at(-1)!.removesAll = true;
    extra -= holdings.length;
  }
  const most = Math.min(holdings.length, buying);
  const buyers = Math.min(most, Math.max(random.int(1, most), buying - extra, 1));
  const places = [
    0,
    ...shuffled(
      random,
      Array.from({ length: buying - 1 }, (_, index) => index + 1),
    ).slice(0, buyers - 1),
  ];
  holdings.forEach((holding, index) =>
    plans[places[index < buyers ? index : random.int(0, buyers - 1)]!]!.installs.push(holding),
  );
  for (const plan of plans.slice(0, buying)) {
    if (plan.installs.length > 0) continue;
    plan.changes = 1;
    extra -= 1;
  }
  // Changes need something to change: the first order cannot have any.
  for (; extra > 0 && buying > 1; extra--) plans[random.int(1, buying - 1)]!.changes += 1;
  return plans;
}

function shuffled<T>(random: Random, values: T[]): T[] {
  for (let index = values.length - 1; index > 0; index--) {
    const other = random.int(0, index);
    [values[index], values[other]] = [values[other]!, values[index]!];
  }
  return values;
}
