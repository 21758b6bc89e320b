import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeId } from '../../kernel/model/index.js';
import { faults, openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';
import { approve } from '../../testing/second-person.js';
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

/** Drafts of plans, by the last letters of their codes. */
async function plansOf<const Names extends readonly string[]>(prefix: string, ...names: Names) {
  const found = {} as Record<Names[number], string>;
  for (const name of names as readonly Names[number][]) {
    const input = { code: `${prefix}_${name}`, name, type: 'ONE_TIME', amount: '0', currency: 'CNY' };
    found[name] = (await desk.run('tariffPlanCreate', 'tariffPlan { id }', input)).tariffPlan.id;
  }
  return found;
}
const relatePlans = async (fromId: string, kind: string, toId: string, more: object = {}) =>
  faults(await desk.run('tariffPlanRelate', 'held', { fromId, toId, kind, ...more }));
const CONTRADICTORY = ['CONTRADICTORY input.kind'];

describe('relations of tariff plans', () => {
  test('PRD-84 with which somebody could have a plan no more are refused, by themselves and through others, with nothing written', async () => {
    const { A, B, C, D } = await plansOf('CON', 'A', 'B', 'C', 'D');
    expect(await relatePlans(A, 'EXCLUDE', B)).toEqual([]);
    expect(await relatePlans(C, 'REQUIRE', A)).toEqual([]);
    expect(await relatePlans(D, 'REQUIRE', C)).toEqual([]);
    const before = [await desk.count('tariff_plan_relation'), await desk.count('history_entry')];
    expect(await relatePlans(A, 'REQUIRE', B)).toEqual(CONTRADICTORY);
    expect(await relatePlans(B, 'REQUIRE', A)).toEqual(CONTRADICTORY);
    expect(await relatePlans(C, 'REQUIRE', B)).toEqual(CONTRADICTORY);
    expect(await relatePlans(D, 'REQUIRE', B)).toEqual(CONTRADICTORY);
    expect(await relatePlans(A, 'EXCLUDE', D)).toEqual(CONTRADICTORY);
    // Only for those who have the other, both of them.
    expect(await relatePlans(A, 'REQUIRE', D)).toEqual(['CONTRADICTORY input.toId']);
    expect(await relatePlans(A, 'UPGRADE', D)).toEqual(['CONTRADICTORY input.toId']);
    expect(await relatePlans(D, 'UPGRADE', C)).toEqual(CONTRADICTORY);
    expect([await desk.count('tariff_plan_relation'), await desk.count('history_entry')]).toEqual(before);
    // An upgrade takes the place of what it excludes.
    expect(await relatePlans(B, 'UPGRADE', A)).toEqual([]);
    expect(await relatePlans(A, 'UPGRADE', B)).toEqual(['CONTRADICTORY input.toId']);
  });

  test('PRD-84 PRD-89 within an offering are judged by what holds there', async () => {
    const { A, B } = await plansOf('CON_IN', 'A', 'B');
    const offeringId = await desk.offeringId('OF_PHONE');
    expect(await relatePlans(A, 'EXCLUDE', B)).toEqual([]);
    expect(await relatePlans(A, 'REQUIRE', B, { offeringId })).toEqual(CONTRADICTORY);
    expect(await relatePlans(B, 'COEXIST', A, { offeringId })).toEqual([]);
    expect(await relatePlans(A, 'REQUIRE', B)).toEqual(CONTRADICTORY);
    expect(await relatePlans(A, 'REQUIRE', B, { offeringId })).toEqual([]);
    expect(await relatePlans(B, 'COEXIST', A, { offeringId, remove: true })).toEqual(CONTRADICTORY);
  });

  test('PRD-84 that contradict each other are not written at once, nor approved one after the other', async () => {
    for (let round = 0; round < 3; round++) {
      const { A, B } = await plansOf(`CON_${round}`, 'A', 'B');
      const both = await Promise.all([relatePlans(A, 'EXCLUDE', B), relatePlans(B, 'REQUIRE', A)]);
      expect(both.flat()).toEqual(CONTRADICTORY);
    }
    const [sold, other] = [await desk.plan('CON_SOLD', 'OF_PHONE', []), await desk.plan('CON_OTHER', 'OF_PHONE', [])];
    for (const [fromId, toId, kind] of [
      [sold, other, 'EXCLUDE'],
      [other, sold, 'REQUIRE'],
    ])
      expect(await desk.run('tariffPlanRelate', 'held', { fromId, toId, kind })).toMatchObject({ held: true });
    await approve(desk.graph, sold);
    await expect(approve(desk.graph, other)).rejects.toThrow('CONTRADICTORY');
  });
});

describe('relations of discounts', () => {
  const related = async (fromId: string, kind: string, toId: string) => faults(await relate(fromId, toId, kind));

  test('PRD-75 that deny one another are refused, by themselves and through others, with nothing written', async () => {
    const [a, b, c] = [await write('DCON_A'), await write('DCON_B'), await write('DCON_C')];
    expect(await related(a, 'EXCLUDE', b)).toEqual([]);
    expect(await related(c, 'REQUIRE', a)).toEqual([]);
    const before = await desk.count('discount_relation');
    expect(await related(a, 'REQUIRE', b)).toEqual(CONTRADICTORY);
    expect(await related(b, 'REQUIRE', a)).toEqual(CONTRADICTORY);
    expect(await related(b, 'COMBINE', a)).toEqual(CONTRADICTORY);
    expect(await related(c, 'REQUIRE', b)).toEqual(CONTRADICTORY);
    expect(await related(a, 'EXCLUDE', c)).toEqual(CONTRADICTORY);
    expect(await desk.count('discount_relation')).toBe(before);
    expect(await related(c, 'COMBINE', a)).toEqual([]);
    expect(await related(a, 'EXCLUDE', c)).toEqual(CONTRADICTORY);
    for (let round = 0; round < 3; round++) {
      const [one, two] = await pair(`DCON_${round}_1`, `DCON_${round}_2`);
      expect((await Promise.all([related(one, 'EXCLUDE', two), related(two, 'COMBINE', one)])).flat()).toEqual(
        CONTRADICTORY,
      );
    }
  });
});
