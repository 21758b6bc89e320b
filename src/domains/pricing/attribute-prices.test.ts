import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TimePeriod } from '../../kernel/model/index.js';
import { faults, openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';
import { openShop } from '../../testing/shop.js';
import { until } from '../../testing/until.js';
import * as cat from '../catalogue/index.js';

let desk: PriceDesk;
let offeringId: string;
let customerId: string;
beforeAll(async () => {
  desk = await openPriceDesk();
  const { database } = desk.graph;
  const shop = await openShop(database);
  await database.write(database.systemContext('test'), (tx) => {
    const { phone, line } = shop;
    const since = TimePeriod.since(new Date('2020-01-01T00:00:00Z'));
    const product = tx.add(
      Object.assign(new cat.Product(), {
        ...{ code: 'SEATED', name: 'Seated', description: null, kind: phone.kind, nature: phone.nature },
        ...{ status: phone.status, level: phone.level, providerKind: phone.providerKind, provider: null },
        ...{ productLine: phone.productLine, clonedFrom: null, validity: since },
      }),
    );
    for (const service of Object.values(cat.CustomerServiceType))
      tx.add(Object.assign(new cat.ProductService(), { product, service }));
    const none = { mandatory: false, allowedValues: [], min: null, max: null, unit: null, perEnd: false };
    const { INTEGER, BOOLEAN, DATE } = cat.AttributeDataType;
    const attributes = [
      { code: 'seats', dataType: INTEGER, min: '1', max: '500', defaultValue: '10' },
      { code: 'gold', dataType: BOOLEAN, defaultValue: null },
      { code: 'fromDay', dataType: DATE, defaultValue: null },
    ];
    for (const [index, attribute] of attributes.entries())
      tx.add(
        Object.assign(new cat.ProductAttribute(), {
          ...{ product, name: attribute.code, position: index + 1 },
          ...none,
          ...attribute,
        }),
      );
    const offering = tx.add(
      Object.assign(new cat.Offering(), {
        ...{ code: 'OF_SEATED', name: 'Seated', salesTerms: null, serviceContent: null, status: line.status },
        ...{ level: line.level, validity: since, productLine: line.productLine, paymentMethods: [] },
        ...{ guarantee: cat.GuaranteeKind.NONE, guaranteeCount: null, guaranteeAmount: null, clonedFrom: null },
      }),
    );
    tx.add(
      Object.assign(new cat.OfferingComponent(), {
        ...{ offering, product, minQuantity: 1, maxQuantity: 1, defaultQuantity: 1, required: true },
        ...{ fixedValues: {}, lifecycleControl: cat.LifecycleControl.NONE },
      }),
    );
    return Promise.resolve();
  });
  offeringId = await desk.offeringId('OF_SEATED');
  customerId = await desk.customer('Seat Buyer');
});
afterAll(() => desk.graph.close());

type Given = readonly (readonly [string, unknown])[];
const named = (given: Given) => given.map(([name, value]) => ({ name, value }));
const item = (tariffPlanId: string, given: Given) => ({
  ...{ action: 'INSTALL', offeringId, tariffPlanId, installAddress: 'Road 1', characteristics: named(given) },
});

/** What a cart says. */
async function cart(tariffPlanId: string, given: Given) {
  const fields = 'lines { oneTime { amount } objections { code path } }';
  const lines = [{ offeringId, tariffPlanId, attributes: named(given) }];
  const { lines: found } = await desk.ask('cartPrice', 'CartPriceInput', fields, { customerId, lines }, 'admin');
  return found[0] as { oneTime: { amount: string }; objections: { code: string; path: string[] }[] };
}

/** Orders it: what it costs once, and the values of the line and of what is opened; or why not. */
async function ordered(tariffPlanId: string, given: Given) {
  const before = await desk.count('customer_order');
  const { order, userErrors } = await desk.run(
    'orderSubmit',
    'order { id orderNo oneTimeTotal { amount } }',
    { customerId, items: [item(tariffPlanId, given)] },
    'admin',
  );
  if (!order) {
    expect(await desk.count('customer_order')).toBe(before);
    return { refused: faults({ userErrors }) };
  }
  const read = async () =>
    (
      await desk.graph.database.pool.query<{ line: unknown; opened: unknown }>(
        `select i.characteristics "line", p.characteristics "opened" from customer_order o join order_item i on i.order_id = o.id
          join service_order s on s.order_item_id = i.id join product_instance p on p.id = s.product_instance_id where o.order_no = $1`,
        [order.orderNo],
      )
    ).rows;
  await until(async () => (await read()).length > 0);
  const rows = await read();
  return { cost: order.oneTimeTotal?.amount, ...rows[0]! };
}

const bySeats = (code: string, seats: unknown) =>
  desk.plan(`P_${code}`, 'OF_SEATED', [{ code, value: '70', attributeValues: [{ name: 'seats', value: seats }] }]);

describe('prices by attributes', () => {
  test('PRD-74 the default of an attribute is priced like a value that is given, in the cart and in the order', async () => {
    const plan = await bySeats('TEN_SEATS', '10');
    expect(await cart(plan, [])).toEqual({ oneTime: { amount: '70' }, objections: [] });
    expect(await ordered(plan, [])).toMatchObject({ cost: '70', opened: { seats: 10 } });
    expect(await cart(plan, [['seats', 11]])).toEqual({ oneTime: { amount: '0' }, objections: [] });
  });

  test('PRD-12 PRD-74 a number is the same however it is written, and is kept in one form', async () => {
    const plan = await bySeats('TWENTY_SEATS', '020');
    const { rows } = await desk.graph.database.pool.query(
      `select attribute_values "values" from tariff_rule where code = 'TWENTY_SEATS'`,
    );
    expect(rows).toEqual([{ values: { seats: 20 } }]);
    for (const seats of [20, '20', '20.0', '020']) {
      expect(await cart(plan, [['seats', seats]])).toEqual({ oneTime: { amount: '70' }, objections: [] });
      expect(await ordered(plan, [['seats', seats]])).toEqual({
        ...{ cost: '70', line: { seats: 20 }, opened: { seats: 20 } },
      });
    }
  });

  test('PRD-71 conditions and formulas read attributes as what their templates say', async () => {
    const plan = await desk.plan('P_TYPED', 'OF_SEATED', [
      { code: 'TYPED_MANY', value: '100', condition: 'line.attributes.seats > 15' },
      { code: 'TYPED_GOLD', value: '1000', condition: 'line.attributes.gold' },
      { code: 'TYPED_LATE', value: '10000', condition: 'line.attributes.fromDay > date("2026-05-01")' },
      { code: 'TYPED_EACH', formula: 'line.attributes.seats * 2' },
    ]);
    expect((await cart(plan, [])).oneTime.amount).toBe('20');
    const all: Given = [
      ['seats', '016'],
      ['gold', true],
      ['fromDay', '2026-05-02'],
    ];
    expect(await cart(plan, all)).toEqual({ oneTime: { amount: '11132' }, objections: [] });
    expect(await ordered(plan, all)).toMatchObject({ cost: '11132' });
    expect((await cart(plan, [['fromDay', '2026-05-01']])).oneTime.amount).toBe('20');
    const rule = { name: 'Fee', type: 'ONE_TIME', currency: 'CNY', code: 'TYPED_WRONG', value: '1' };
    const before = await desk.count('tariff_rule');
    const refused = await desk.run('tariffRuleSave', '', { ...rule, condition: 'line.attributes.seats = "many"' });
    expect(faults(refused)).toEqual(['RULE_TYPE input.condition']);
    expect(await desk.count('tariff_rule')).toBe(before);
  });

  test('PRD-13 PRD-114 a cart objects to values as the order refuses them', async () => {
    const plan = await bySeats('ANY_SEATS', '30');
    const cases: [Given, string, string][] = [
      [[['seats', 99999]], 'BAD_CHARACTERISTIC', '0.value'],
      [[['chairs', 3]], 'UNKNOWN_CHARACTERISTIC', '0.name'],
      [
        [
          ['seats', '5'],
          ['seats', '6'],
        ],
        'DUPLICATE',
        '1.name',
      ],
    ];
    for (const [given, code, at] of cases) {
      const { objections } = await cart(plan, given);
      expect(objections.map((each) => `${each.code} ${each.path.join('.')}`)).toEqual([
        `${code} input.lines.0.attributes.${at}`,
      ]);
      expect(await ordered(plan, given)).toEqual({ refused: [`${code} input.items.0.characteristics.${at}`] });
    }
  });
});
