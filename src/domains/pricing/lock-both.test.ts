import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeId } from '../../kernel/model/index.js';
import { faults, openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';
import { until } from '../../testing/until.js';

let desk: PriceDesk;
beforeAll(async () => {
  desk = await openPriceDesk();
});
afterAll(() => desk?.graph.close());

async function write(code: string): Promise<string> {
  const input = { code, name: code, scope: 'CART', kind: 'AMOUNT', value: '10', currency: 'CNY' };
  const { discount, userErrors } = await desk.run('discountSave', 'discount { id }', input);
  expect(userErrors).toEqual([]);
  return discount.id;
}
const key = (id: string): string => decodeId(id)!.uuid;
/** Two drafts, the one with the smaller key first. */
const pair = async (one: string, two: string) =>
  [await write(one), await write(two)].sort((a, b) => (key(a) < key(b) ? -1 : 1)) as [string, string];
const relate = (fromId: string, toId: string, kind: string) =>
  desk.run('discountRelate', 'held', { fromId, toId, kind });
/** Waits until so many statements wait for a row of somebody else. */
const waiting = (count: number) =>
  until(async () => {
    const { rows } = await desk.graph.database.pool.query<{ n: string }>(
      `select count(*) as "n" from "pg_stat_activity" where "datname" = current_database() and "wait_event_type" = 'Lock'`,
    );
    return Number(rows[0]!.n) === count;
  });

describe('a relation of discounts', () => {
  test('PRD-68 locks both sides in one order, so that those who relate the same ones the other way round wait for each other', async () => {
    const [low, high] = await pair('LOCK_1', 'LOCK_2');
    const holder = await desk.graph.database.pool.connect();
    await holder.query('begin');
    const lock = 'select 1 from "discount" where "id" = $1 for update';
    await holder.query(lock, [key(low)]);
    const both = Promise.all([relate(low, high, 'EXCLUDE'), relate(high, low, 'EXCLUDE')]);
    try {
      await waiting(2);
      // Neither has locked the other side before the first one.
      await holder.query(`${lock} nowait`, [key(high)]);
    } finally {
      await holder.query('commit');
      holder.release();
    }
    expect((await both).map((answer) => [faults(answer), answer.held])).toEqual([
      [[], false],
      [[], false],
    ]);
  });

  test('PRD-68 WFL-28 waits for approval when its other side comes to be granted meanwhile', async () => {
    const [from, to] = [await write('LOCK_FROM'), await write('LOCK_TO')];
    const holder = await desk.graph.database.pool.connect();
    await holder.query('begin');
    await holder.query(`update "discount" set "status" = 'ACTIVE' where "id" = $1`, [key(to)]);
    const before = await desk.count('discount_relation');
    const related = relate(from, to, 'EXCLUDE');
    await waiting(1);
    await holder.query('commit');
    holder.release();
    expect(await related).toMatchObject({ held: true, userErrors: [] });
    expect(await desk.count('discount_relation')).toBe(before);
  });
});
