import { Random } from '../bulk/random.js';

/** How large a population is, per customer on the average, and how much of the past is kept in detail. */
export interface Profile {
  accounts: number;
  /** Product instances. */
  instances: number;
  orders: number;
  /** Lines of all orders together. */
  items: number;
  tickets: number;
  contacts: number;
  /** Share of customers who have never had anything, 0 to 1. */
  potential: number;
  /** Share of customers who have given everything up. */
  left: number;
  /**
   * Days for which work is kept in detail: service orders, and the history of everything but customers, accounts and contracts. Older
   * detail is gone, as where an operator clears it away.
   */
  detailDays: number;
}

export type ProfileName = 'demo' | 'bench';

/** `demo` looks like a real operator; `bench` has exactly the sizes that the benchmark compares. */
export const profiles: Record<ProfileName, Profile> = {
  demo: {
    accounts: 1.2,
    instances: 4,
    orders: 2.5,
    items: 4,
    tickets: 0.6,
    contacts: 1,
    potential: 0.04,
    left: 0.06,
    detailDays: 365,
  },
  bench: {
    accounts: 1.5,
    instances: 5,
    orders: 5,
    items: 15,
    tickets: 3,
    contacts: 1,
    potential: 0,
    left: 0.05,
    detailDays: 60,
  },
};

/** Customers among whom an average is shared out. */
const GROUP = 4;
/** Part of the average that everybody has; the rest falls to some. */
const EVEN = 0.6;

/**
 * The share of one customer in an average: over every four customers the sum is exact, so that the size of a population is known
 * beforehand, and inside of four it varies.
 * @param kind tells averages apart, such as `orders`
 */
export function shareOf(seed: number, kind: string, customer: number, average: number, least: number): number {
  const group = Math.floor(customer / GROUP);
  const upTo = (groups: number) => Math.floor(Number((groups * GROUP * average).toFixed(6)));
  const total = upTo(group + 1) - upTo(group);
  const even = Math.max(least, Math.floor((total * EVEN) / GROUP));
  const shares = new Array<number>(GROUP).fill(even);
  const random = new Random(seed, group, ...[...kind].map((letter) => letter.charCodeAt(0)));
  for (let left = total - even * GROUP; left > 0; left--) shares[random.int(0, GROUP - 1)]! += 1;
  return shares[customer % GROUP]!;
}
