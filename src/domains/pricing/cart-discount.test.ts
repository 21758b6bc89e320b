import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { As } from '../../testing/graph.js';
import { hire } from '../../testing/staff.js';
import { openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';
import { approve } from '../../testing/second-person.js';

let desk: PriceDesk;
let phone: string;
beforeAll(async () => {
  desk = await openPriceDesk();
  phone = await desk.offeringId('OF_PHONE');
});
afterAll(() => desk.graph.close());

const charge = 'source code feeItem type equivalent unitPrice quantity amount formula tier { basis threshold }';
const fields = `currency oneTime { amount } recurring { amount } points pointsAwarded discounts { ${charge} }
  lines { line quantity oneTime { amount } recurring { amount } points changed offering { code } tariffPlans { code }
    charges { ${charge} rule { code } tariffPlan { code } discount { code } } objections { code path } }`;
const price = (lines: object[], more: object = {}) =>
  desk.ask('cartPrice', 'CartPriceInput', fields, { lines, ...more });
const line = async (tariffPlanId: string, more: object = {}) =>
  (await price([{ offeringId: phone, tariffPlanId, ...more }], {})).lines[0];
const codes = (priced: { charges: { code: string; amount: string | null }[] }) =>
  priced.charges.map(({ code, amount }) => `${code} ${amount}`);
const objections = (priced: { objections: { code: string }[] }) => priced.objections.map(({ code }) => code);

describe('discounts', () => {
  const save = async (input: object) => {
    const { discount, userErrors } = await desk.run('discountSave', 'discount { id version }', {
      name: 'Discount',
      offeringIds: [phone],
      ...input,
    });
    expect(userErrors).toEqual([]);
    await approve(desk.graph, discount.id);
    return discount.id as string;
  };
  /** Discounts on the whole, without those of other tests. */
  const ofCart = ({ discounts }: { discounts: { code: string; quantity: number; amount: string }[] }) =>
    discounts.filter(({ code }) => code.startsWith('CART_'));
  const end = (discountId: string) =>
    desk.settled('discountSave', discountId, { discountId, validTo: new Date().toISOString() });

  test('PRD-75 absolute amounts come before percentages, those before what is taken off the whole; nothing falls below zero', async () => {
    const plan = await desk.plan('P_OFF', 'OF_PHONE', [
      { code: 'OFF_A', value: '100', feeItem: 'A' },
      { code: 'OFF_B', value: '50', feeItem: 'B' },
    ]);
    const made = [
      await save({ code: 'D_TOTAL', kind: 'TOTAL', value: '1000', currency: 'CNY', condition: 'line.quantity = 3' }),
      await save({ code: 'D_PERCENT', kind: 'PERCENT', value: '10' }),
      await save({ code: 'D_AMOUNT', kind: 'AMOUNT', value: '20', currency: 'CNY', feeItem: 'A' }),
      await save({ code: 'D_DOLLARS', kind: 'AMOUNT', value: '20', currency: 'USD' }),
    ];
    const two = await line(plan, { quantity: 2 });
    expect(codes(two)).toEqual(['OFF_A 200', 'OFF_B 100', 'D_AMOUNT -40', 'D_PERCENT -26']);
    expect(two.oneTime.amount).toBe('234');
    expect(two.charges[3]).toMatchObject({ source: 'DISCOUNT', discount: { code: 'D_PERCENT' }, unitPrice: '10' });
    expect((await line(plan, { quantity: 3 })).oneTime.amount).toBe('0');
    for (const id of made) await end(id);
    expect((await line(plan)).oneTime.amount).toBe('150');
  });

  test('PRD-75 PRD-114 what begins later is neither in a total nor lowered by a discount, so that no total falls below zero', async () => {
    const once = await desk.plan('P_LATER', 'OF_PHONE', [
      { code: 'NOW_FEE', value: '10' },
      { code: 'LATER_FEE', value: '100', afterMonths: 1 },
    ]);
    const rent = await desk.plan(
      'P_LATER_RENT',
      'OF_PHONE',
      [{ code: 'LATER_RENT', type: 'PERIODIC', period: 'MONTH', value: '30', afterMonths: 12 }],
      { type: 'PERIODIC', period: 'MONTH', amount: '15' },
    );
    const made = [
      await save({ code: 'D_SIXTY', kind: 'TOTAL', value: '60', currency: 'CNY' }),
      await save({ code: 'D_FORTY', kind: 'TOTAL', value: '40', currency: 'CNY', chargeType: 'PERIODIC' }),
    ];
    const first = await line(once);
    expect(codes(first)).toEqual(['NOW_FEE 10', 'LATER_FEE 100', 'D_SIXTY -10']);
    expect(first.oneTime.amount).toBe('0');
    const monthly = await line(rent);
    expect(codes(monthly)).toEqual(['P_LATER_RENT 15', 'LATER_RENT 30', 'D_FORTY -15']);
    expect(monthly.recurring.amount).toBe('0');
    for (const id of made) await end(id);
    const half = { code: 'CART_LATER', kind: 'PERCENT', value: '50', scope: 'CART', offeringIds: null };
    const whole = await save(half);
    const cart = await price([{ offeringId: phone, tariffPlanId: once }]);
    expect(codes({ charges: ofCart(cart) })).toEqual(['CART_LATER -5']);
    expect(cart.oneTime.amount).toBe('5');
    await end(whole);
  });

  test('PRD-68 of the steps of a ladder the highest one that the payment reaches is granted', async () => {
    const plan = await desk.plan('P_PREPAID', 'OF_PHONE', [{ code: 'PRE_FEE', value: '30', feeItem: 'HANDLING' }], {
      type: 'PERIODIC',
      period: 'MONTH',
      amount: '60',
    });
    const free = { kind: 'FREE_PERIODS', chargeType: 'PERIODIC', basis: 'PREPAID_MONTHS', ladder: 'MONTHS' };
    const made = [
      await save({ code: 'HALF_YEAR', ...free, threshold: '6', value: '1' }),
      await save({ code: 'YEAR', ...free, threshold: '12', value: '3' }),
      await save({ code: 'WAIVED', kind: 'WAIVE', feeItem: 'HANDLING', basis: 'PREPAID_AMOUNT', threshold: '300' }),
      await save({ code: 'UMBRELLA', kind: 'GIFT', gift: 'an umbrella', basis: 'PREPAID_AMOUNT', threshold: '305' }),
    ];
    const granted = async (more: object) =>
      (await price([{ offeringId: phone, tariffPlanId: plan }], more)).lines[0].charges
        .filter(({ source }: { source: string }) => source === 'DISCOUNT')
        .map(
          ({ code, quantity, amount }: { code: string; quantity: number; amount: string }) =>
            `${code} ${quantity} ${amount}`,
        );
    expect(await granted({ prepaidMonths: 5, prepaidAmount: '299' })).toEqual([]);
    expect(await granted({ prepaidMonths: 6, prepaidAmount: '300' })).toEqual(['WAIVED 1 -30', 'HALF_YEAR 1 null']);
    expect(await granted({ prepaidMonths: 12, prepaidAmount: '305' })).toEqual([
      'WAIVED 1 -30',
      'YEAR 3 null',
      'UMBRELLA 1 null',
    ]);
    for (const id of made) await end(id);
  });

  test('PRD-75 discounts exclude each other, stand alone, combine and need one another', async () => {
    const plan = await desk.plan('P_RELATED', 'OF_PHONE', [{ code: 'REL_FEE', value: '100' }]);
    const off = (code: string, priority: number, more: object = {}) =>
      save({ code, kind: 'AMOUNT', value: '10', currency: 'CNY', priority, ...more });
    const [first, second, alone] = [
      await off('D_FIRST', 1),
      await off('D_SECOND', 2),
      await off('D_ALONE', 3, { combinable: false }),
    ];
    const relate = (fromId: string, toId: string, kind: string) =>
      desk.settled('discountRelate', fromId, { fromId, toId, kind });
    const granted = async () => codes(await line(plan)).slice(1);
    expect(await granted()).toEqual(['D_FIRST -10', 'D_SECOND -10']);
    await relate(second, first, 'EXCLUDE');
    expect(await granted()).toEqual(['D_FIRST -10']);
    await relate(alone, first, 'COMBINE');
    expect(await granted()).toEqual(['D_FIRST -10', 'D_ALONE -10']);
    await relate(alone, second, 'REQUIRE');
    expect(await granted()).toEqual(['D_FIRST -10']);
    for (const id of [first, second, alone]) await end(id);
  });

  test('PRD-114 a discount on the whole cart, by formula, and points', async () => {
    const plan = await desk.plan('P_CART', 'OF_PHONE', [{ code: 'CART_FEE', value: '40' }]);
    const cart = { scope: 'CART', offeringIds: undefined, basis: 'ORDER_TOTAL' };
    const whole = await save({
      code: 'D_CART',
      ...cart,
      kind: 'TOTAL',
      formula: 'floor(amount / 100) * 7',
      currency: 'CNY',
      threshold: '100',
    });
    await save({ code: 'D_POINTS', ...cart, kind: 'POINTS', value: '25', threshold: '240' });
    const priced = await price([2, 4].map((quantity) => ({ offeringId: phone, tariffPlanId: plan, quantity })));
    expect(codes({ charges: priced.discounts })).toEqual(['D_CART -14', 'D_POINTS 25']);
    expect(priced).toMatchObject({ oneTime: { amount: '226' }, pointsAwarded: '25', points: '0' });
    const small = await price([{ offeringId: phone, tariffPlanId: plan }]);
    expect(small).toMatchObject({ discounts: [], oneTime: { amount: '40' } });
    await end(whole);
  });

  test('PRD-69 a seller gives what the position allows, and no more', async () => {
    const plan = await desk.plan('P_SELLER', 'OF_PHONE', [{ code: 'SELLER_FEE', value: '100' }]);
    const seller = await hire(desk.graph, 'G7001', 'H4401', ['HALL_CLERK']);
    const of = (discountPercent: string, as: As) =>
      desk.ask(
        'cartPrice',
        'CartPriceInput',
        fields,
        { lines: [{ offeringId: phone, tariffPlanId: plan, discountPercent }] },
        as,
      );
    expect(objections((await of('5', { sub: 'nobody', role: 'staff', region: '86' })).lines[0])).toEqual([
      'DISCOUNT_OUT_OF_RANGE',
    ]);
    const { data } = await desk.graph.query('query ($code: String!) { position(code: $code) { id } }', {
      code: 'HALL_CLERK',
    });
    const positionId = data.position.id;
    await desk.settled('staffDiscountRangeSave', positionId, { positionId, maxPercent: '20' });
    const { as } = seller;
    expect((await of('20', as)).oneTime.amount).toBe('80');
    const later = await desk.plan('P_SELLER_LATER', 'OF_PHONE', [
      { code: 'SELLER_NOW', value: '10' },
      { code: 'SELLER_LATER', value: '100', afterMonths: 1 },
    ]);
    const given = await desk.ask(
      'cartPrice',
      'CartPriceInput',
      fields,
      { lines: [{ offeringId: phone, tariffPlanId: later, discountPercent: '20' }] },
      as,
    );
    expect(given.oneTime.amount).toBe('8');
    const over = await of('20.01', as);
    expect(over.oneTime.amount).toBe('100');
    expect(objections(over.lines[0])).toEqual(['DISCOUNT_OUT_OF_RANGE']);
  });

  test('PRD-75 an amount off the order is taken off each piece of every line, and of no other service', async () => {
    const plan = await desk.plan('P_PIECES', 'OF_PHONE', [
      { code: 'PIECE_FEE', value: '100', feeItem: 'PIECE', service: 'INSTALL' },
      { code: 'PIECE_MOVE', value: '60', service: 'MOVE' },
    ]);
    const cart = async (...lines: object[]) =>
      price(lines.map((each) => ({ offeringId: phone, tariffPlanId: plan, ...each })));
    const off = async (...lines: object[]) =>
      ofCart(await cart(...lines)).map(
        ({ code, quantity, amount }: { code: string; quantity: number; amount: string }) =>
          `${code} ${quantity} ${amount}`,
      );
    const whole = { scope: 'CART', offeringIds: null, currency: 'CNY' };
    const ten = await save({ ...whole, code: 'CART_TEN', kind: 'AMOUNT', value: '10', feeItem: 'PIECE' });
    expect(await off({ quantity: 3 }, { quantity: 5 })).toEqual(['CART_TEN 8 -80']);
    await end(ten);
    const much = await save({ ...whole, code: 'CART_MUCH', kind: 'AMOUNT', value: '80' });
    // A piece that costs less is free, and lends the rest to no other line.
    expect(await off({ service: 'MOVE' }, { quantity: 2 })).toEqual(['CART_MUCH 3 -220']);
    await end(much);
    const half = await save({
      ...whole,
      code: 'CART_HALF',
      kind: 'PERCENT',
      value: '50',
      service: 'INSTALL',
      currency: null,
    });
    expect(await off({ quantity: 1 }, { service: 'MOVE', quantity: 2 })).toEqual(['CART_HALF 1 -50']);
    await end(half);
  });

  test('PRD-68 pieces that are taken away do not help to reach a number of pieces', async () => {
    const plan = await desk.plan('P_REACH', 'OF_PHONE', [
      { code: 'REACH_FEE', value: '100', service: 'INSTALL' },
      { code: 'REACH_REMOVE', value: '40', service: 'REMOVE' },
    ]);
    const off = async (...lines: [string, number][]) =>
      ofCart(
        await price(lines.map(([service, quantity]) => ({ offeringId: phone, tariffPlanId: plan, service, quantity }))),
      ).map(({ code, amount }: { code: string; amount: string }) => `${code} ${amount}`);
    const five = { kind: 'PERCENT', value: '10', scope: 'CART', offeringIds: null, basis: 'QUANTITY', threshold: '5' };
    const any = await save({ ...five, code: 'CART_FIVE' });
    expect(await off(['INSTALL', 4], ['REMOVE', 1])).toEqual([]);
    expect(await off(['INSTALL', 5], ['REMOVE', 1])).toEqual(['CART_FIVE -54']);
    await end(any);
    const removal = await save({ ...five, code: 'CART_FIVE_AWAY', service: 'REMOVE' });
    expect(await off(['INSTALL', 4], ['REMOVE', 1])).toEqual([]);
    expect(await off(['INSTALL', 1], ['REMOVE', 5])).toEqual(['CART_FIVE_AWAY -20']);
    await end(removal);
  });
});
