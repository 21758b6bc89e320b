import { describe, expect, test } from '@jest/globals';
import { Random } from '../bulk/random.js';
import type { Holding } from './holdings/holding.js';
import { planOrders } from './holdings/plan-orders.js';
import { shareOf } from './profile.js';

describe('shares', () => {
  test.each([0.6, 1.2, 1.5, 5, 15])('an average of %p is met exactly by every 20 customers and more', (average) => {
    for (const customers of [20, 100, 1_000]) {
      const shares = Array.from({ length: customers }, (_, customer) => shareOf(1, 'x', customer, average, 0));
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(Math.floor(customers * average));
    }
  });

  test('differ between customers and never fall below the least', () => {
    const shares = Array.from({ length: 400 }, (_, customer) => shareOf(1, 'orders', customer, 2.5, 1));
    expect(new Set(shares).size).toBeGreaterThan(3);
    expect(Math.min(...shares)).toBe(1);
  });
});

describe('plans of orders', () => {
  const holdings = (count: number) => Array.from({ length: count }, () => ({})) as Holding[];

  test('every offering is bought once, each order has a line, and the lines add up', () => {
    for (let seed = 0; seed < 500; seed++) {
      const random = new Random(seed);
      const held = holdings(random.int(1, 6));
      const orders = random.int(2, 7);
      const items = Math.max(orders, held.length) + random.int(0, 10);
      const leaves = random.chance(0.5);
      const plans = planOrders(random, held, orders, items, leaves);
      const lines = plans.map(
        ({ installs, changes, removesAll }) => installs.length + changes + (removesAll ? held.length : 0),
      );
      expect(plans.flatMap(({ installs }) => installs).length).toBe(held.length);
      expect(Math.min(...lines)).toBeGreaterThanOrEqual(1);
      expect(plans[0]!.changes).toBe(0);
      expect(lines.reduce((sum, count) => sum + count, 0)).toBe(items);
      expect(plans.slice(0, -1).some(({ removesAll }) => removesAll)).toBe(false);
    }
  });
});
