import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import { openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';

let desk: PriceDesk;
let phone: string;
let office: string;
beforeAll(async () => {
  sandboxPace.stepMs = 60_000;
  desk = await openPriceDesk();
  phone = await desk.offeringId('OF_PHONE');
  office = await desk.offeringId('OF_OFFICE');
});
afterAll(async () => {
  sandboxPace.stepMs = 0;
  await desk.graph.close();
});

const free = [{ basis: 'CUSTOMER', threshold: 100, value: '0' }];
const cost = async (lines: object[], customerId: string) =>
  (await desk.ask('cartPrice', 'CartPriceInput', 'oneTime { amount }', { lines, customerId })).oneTime.amount as string;
const tie = (offeringId: string, tariffPlanId: string) =>
  desk.settled('offeringTariffSave', offeringId, { offeringId, tariffPlanId, validFrom: '2020-01-01T00:00:00Z' });
const buyer = async (name: string, code: string, count: number, ...products: string[]) => {
  const customerId = await desk.customer(name);
  await desk.give(customerId, code, count, ...products);
  return customerId;
};

test('PRD-76 the total of a customer counts every offering that the rule prices, whether it is in the cart or not', async () => {
  const tariffPlanId = await desk.plan('T_BOTH', 'OF_PHONE', [{ code: 'T_LABOUR', value: '150', tiers: free }]);
  const customerId = await buyer('Holder of the Other', 'OF_OFFICE', 95);
  const five = [{ offeringId: phone, tariffPlanId, quantity: 5 }];
  expect(await cost(five, customerId)).toBe('750');
  await tie(office, tariffPlanId);
  expect(await cost([{ ...five[0], quantity: 4 }], customerId)).toBe('600');
  expect(await cost(five, customerId)).toBe('0');
  const along = [
    { offeringId: phone, tariffPlanId, quantity: 4 },
    { offeringId: office, tariffPlanId, quantity: 1 },
  ];
  expect(await cost(along, customerId)).toBe('0');
  // Not any more once the other offering is not sold under the rule.
  const past = new Date(Date.now() - 60_000).toISOString();
  await desk.settled('offeringTariffSave', office, { offeringId: office, tariffPlanId, validTo: past });
  expect(await cost(five, customerId)).toBe('750');
  // What was bought with the plan stays on it.
  const { pool } = desk.graph.database;
  await pool.query(
    `update offering_instance set tariff_plan_id = (select id from tariff_plan where code = 'T_BOTH')
      where customer_id = (select id from customer where name = 'Holder of the Other')`,
  );
  expect(await cost(five, customerId)).toBe('0');
});

test('PRD-76 PRD-81 a rule reaches what is held through nested plans as well', async () => {
  const inner = await desk.plan('T_INNER', 'OF_PHONE', [{ code: 'T_DEEP', value: '150', tiers: free }]);
  const outer = await desk.plan('T_OUTER', 'OF_OFFICE', []);
  const customerId = await buyer('Holder of the Nested', 'OF_OFFICE', 99);
  const one = [{ offeringId: phone, tariffPlanId: inner }];
  expect(await cost(one, customerId)).toBe('150');
  await desk.settled('tariffPlanCompose', outer, { tariffPlanId: outer, members: [{ nestedPlanId: inner }] });
  expect(await cost(one, customerId)).toBe('0');
});

test('PRD-62 PRD-76 the standard price of a product counts all offerings that contain the product', async () => {
  const { data } = await desk.graph.query('{ product(code: "PHONE") { id } }');
  const productId = data.product.id;
  const condition = 'line.number = "standard"';
  await desk.rule({ code: 'T_STANDARD', value: '70', service: 'INSTALL', productId, tiers: free, condition });
  const tariffPlanId = await desk.plan('T_BARE', 'OF_PHONE', []);
  const { rows } = await desk.graph.database.pool.query<{ code: string }>(
    `select o.code from offering o join offering_component c on c.offering_id = o.id join product p on p.id = c.product_id
      where p.code = 'PHONE' and o.code <> 'OF_PHONE' order by 1 limit 1`,
  );
  const line = [{ offeringId: phone, tariffPlanId, number: 'standard' }];
  expect(await cost(line, await buyer('Holder of the Product', rows[0]!.code, 99, 'PHONE'))).toBe('0');
  expect(await cost(line, await buyer('Holder of Another', 'OF_CALLER_DISPLAY', 99))).toBe('70');
});

test('PRD-77 the total of a group counts what its members hold of every offering that the rule prices', async () => {
  const tiers = [{ basis: 'GROUP', threshold: 30, value: '40' }];
  const tariffPlanId = await desk.plan('T_GROUP', 'OF_PHONE', [{ code: 'T_GROUP_FEE', value: '80', tiers }]);
  await tie(office, tariffPlanId);
  const customerId = await desk.customer('Total One');
  await buyer('Total Two', 'OF_OFFICE', 29);
  await desk.graph.database.pool.query(`
    with g as (insert into customer_group (id, created_at, updated_at, code, name, region_id)
      select gen_random_uuid(), now(), now(), 'G_TOTAL', 'Total', id from region where code = '4401' returning id)
    insert into group_membership (id, created_at, updated_at, group_id, customer_id, validity_from)
      select gen_random_uuid(), now(), now(), g.id, c.id, now() - interval '1 day' from g, customer c where c.name in ('Total One', 'Total Two')`);
  expect(await cost([{ offeringId: phone, tariffPlanId }], customerId)).toBe('40');
});

test('PRD-76 what a service is done to is counted once, and what ends no more', async () => {
  const tariffPlanId = await desk.plan('T_ACTED', 'OF_PHONE', [
    { code: 'T_REMOVE', service: 'REMOVE', value: '10', tiers: free },
    { code: 'T_MOVE', service: 'MOVE', value: '20', tiers: free },
    { code: 'T_OPEN', service: 'INSTALL', value: '30', tiers: free },
  ]);
  const customerId = await buyer('Mover', 'OF_PHONE', 60);
  const line = (service: string, quantity: number) => ({ offeringId: phone, tariffPlanId, service, quantity });
  expect(await cost([line('REMOVE', 40)], customerId)).toBe('400');
  expect(await cost([line('MOVE', 40)], customerId)).toBe('800');
  await desk.give(customerId, 'OF_PHONE', 40);
  expect(await cost([line('MOVE', 40)], customerId)).toBe('0');
  expect(await cost([line('INSTALL', 1)], customerId)).toBe('0');
  expect(await cost([line('INSTALL', 1), line('REMOVE', 2)], customerId)).toBe('50');
});

test('PRD-54 PRD-76 an upgrade is not counted together with what it takes the place of', async () => {
  const tariffPlanId = await desk.plan('T_UPGRADE', 'OF_PHONE', [{ code: 'T_UP', value: '30', tiers: free }]);
  await tie(office, tariffPlanId);
  const customerId = await buyer('Upgrader', 'OF_PHONE', 95);
  const five = [{ offeringId: office, tariffPlanId, quantity: 5 }];
  expect(await cost(five, customerId)).toBe('0');
  const relation = { fromId: phone, toId: office, kind: 'UPGRADE' };
  await desk.settled('offeringRelationSave', phone, relation);
  expect(await cost(five, customerId)).toBe('150');
});

test('PRD-76 PRD-111 an order counts no more what it takes away', async () => {
  const tariffPlanId = await desk.plan('T_ORDERED', 'OF_PHONE', [{ code: 'T_ORDERED_FEE', value: '30', tiers: free }]);
  const customerId = await buyer('Order Counter', 'OF_PHONE', 99);
  const { data } = await desk.graph.query(
    `query ($id: ID!) { customer(id: $id) { offeringInstances(first: 1) { nodes { id } } } }`,
    { id: customerId },
  );
  const [{ id: offeringInstanceId }] = data.customer.offeringInstances.nodes;
  const install = { action: 'INSTALL', offeringId: phone, installAddress: 'Road 1', tariffPlanId };
  const fee = async (...items: object[]) =>
    (
      await desk.ask(
        'orderCheck',
        'OrderSubmitInput',
        'lines { oneTime { amount } oneTimeTotal { amount } }',
        {
          customerId,
          items: [install, ...items],
        },
        'admin',
      )
    ).lines[0].oneTimeTotal?.amount;
  expect(await fee()).toBe('0');
  expect(await fee({ action: 'REMOVE', offeringInstanceId })).toBe('30');
});

test('PRD-33 PRD-62 PRD-76 the standard price of a product is charged for each piece of it in a bundle, and its tiers count them', async () => {
  const { data } = await desk.graph.query('{ product(code: "MOBILE") { id } }');
  const productId = data.product.id;
  const family = await desk.offeringId('OF_FAMILY_MOBILE');
  const condition = 'line.number = "family"';
  const tiers = [
    { basis: 'ORDER', threshold: 6, value: '10' },
    { basis: 'CUSTOMER', threshold: 9, value: '0' },
  ];
  const rule = { code: 'T_SIM', value: '20', type: 'ONE_TIME', service: 'INSTALL', productId, tiers, condition };
  await desk.rule(rule);
  const tariffPlanId = await desk.plan('T_FAMILY', 'OF_FAMILY_MOBILE', []);
  const line = (quantity: number | null, more: object = {}) => ({
    ...{ offeringId: family, tariffPlanId, number: 'family', ...more },
    ...(quantity === null ? {} : { components: [{ productId, quantity }] }),
  });
  const sims = async (lines: object[], customerId: string | null = null) =>
    (
      await desk.ask(
        'cartPrice',
        'CartPriceInput',
        'lines { charges { code quantity unitPrice amount } objections { code path } }',
        { lines, customerId },
      )
    ).lines.map(({ charges, objections }: Record<string, { code: string; [name: string]: unknown }[]>) => [
      ...charges!.filter(({ code }) => code === 'T_SIM').map((each) => `${each['quantity']} ${each['amount']}`),
      ...objections!.map(({ code }) => code),
    ]);
  expect(await sims([line(4)])).toEqual([['4 80']]);
  // Left out, those that the bundle proposes.
  expect(await sims([line(null)])).toEqual([['3 60']]);
  expect(await sims([line(null, { quantity: 2 })])).toEqual([['6 60']]);
  expect(await sims([line(4), line(2)])).toEqual([['4 40'], ['2 20']]);
  expect(await sims([line(7)])).toEqual([['7 70', 'QUANTITY_OUT_OF_BOUNDS']]);
  const alien = [
    { productId: (await desk.graph.query('{ product(code: "PHONE") { id } }')).data.product.id, quantity: 1 },
  ];
  expect(await sims([line(null, { components: alien })])).toEqual([['3 60', 'NOT_IN_OFFERING']]);
  // The order charges the same, and what it brings counts by the piece.
  const customerId = await desk.customer('Family Buyer');
  const { number: _number, ...item } = line(4) as { number: string };
  await desk.rule({ ...rule, code: 'T_SIM_ORDERED', value: '7', condition: 'line.offering = "OF_FAMILY_MOBILE"' });
  const { order, userErrors } = await desk.run(
    'orderSubmit',
    'order { items(first: 1) { nodes { charges(first: 9) { nodes { code quantity amount } } } } }',
    { customerId, items: [{ action: 'INSTALL', installAddress: 'Road 1', ...item }] },
    'admin',
  );
  expect(userErrors).toEqual([]);
  expect(order.items.nodes[0].charges.nodes).toContainEqual({ code: 'T_SIM_ORDERED', quantity: 4, amount: '28' });
  expect(await sims([line(4)], customerId)).toEqual([['4 80']]);
  expect(await sims([line(5)], customerId)).toEqual([['5 0']]);
});

test('PRD-76 what is on its way by open orders counts from when they are entered, once, and not when they are cancelled', async () => {
  const four = [{ basis: 'CUSTOMER', threshold: 4, value: '0' }];
  const tariffPlanId = await desk.plan('T_FLIGHT', 'OF_PHONE', [{ code: 'T_FLIGHT_FEE', value: '50', tiers: four }]);
  const customerId = await desk.customer('Orders Twice');
  const item = { action: 'INSTALL', offeringId: phone, installAddress: 'Road 1', tariffPlanId, quantity: 2 };
  const buy = async () => {
    const { order, userErrors } = await desk.run(
      'orderSubmit',
      'order { id oneTimeTotal { amount } }',
      { customerId, items: [item] },
      'admin',
    );
    expect(userErrors).toEqual([]);
    return order;
  };
  const fee = async (quantity: number) =>
    (await cost([{ offeringId: phone, tariffPlanId, quantity }], customerId)) as string;
  const first = await buy();
  expect(first.oneTimeTotal.amount).toBe('100');
  expect(await fee(1)).toBe('50');
  // Once it is opened, it is counted by what is held, and not by the order too.
  const opened = async () => {
    const { data } = await desk.graph.query(
      'query ($id: ID!) { order(id: $id) { status serviceOrders { totalCount } } }',
      {
        id: first.id,
      },
    );
    return data.order.serviceOrders.totalCount as number;
  };
  for (let tries = 0; (await opened()) === 0 && tries < 100; tries++) await setTimeout(100);
  expect(await opened()).toBe(2);
  expect(await fee(1)).toBe('50');
  expect((await buy()).oneTimeTotal.amount).toBe('0');
  const other = await desk.customer('Gives Up');
  const given = await desk.run(
    'orderSubmit',
    'order { id }',
    { customerId: other, items: [{ ...item, quantity: 3 }] },
    'admin',
  );
  expect(await cost([{ offeringId: phone, tariffPlanId }], other)).toBe('0');
  await desk.run('orderCancel', '', { orderId: given.order.id, reason: 'dear' }, 'admin');
  const left = async () => (await cost([{ offeringId: phone, tariffPlanId }], other)) as string;
  for (let tries = 0; (await left()) === '0' && tries < 100; tries++) await setTimeout(100);
  expect(await left()).toBe('50');
});

test('PRD-71 PRD-76 formulas and conditions may ask how many pieces the customer holds, of all and of what is priced', async () => {
  const tariffPlanId = await desk.plan('T_FORMULA', 'OF_PHONE', [
    { code: 'T_ALL_HELD', formula: 'if customer.held + order.quantity >= 100 then 0 else 100' },
    { code: 'T_LINE_HELD', value: '7', condition: 'line.held >= 40' },
  ]);
  const customerId = await buyer('Formula Holder', 'OF_PHONE', 40);
  const of = async (quantity: number, by: string | null = customerId) =>
    (
      await desk.ask('cartPrice', 'CartPriceInput', 'lines { charges { code amount } objections { code } }', {
        lines: [{ offeringId: phone, tariffPlanId, quantity }],
        customerId: by,
      })
    ).lines[0];
  const amounts = async (...asked: Parameters<typeof of>) =>
    (await of(...asked)).charges.map(({ code, amount }: { code: string; amount: string }) => `${code} ${amount}`);
  expect(await amounts(1)).toEqual(['T_ALL_HELD 100', 'T_LINE_HELD 7']);
  await desk.give(customerId, 'OF_OFFICE', 59);
  expect(await amounts(1)).toEqual(['T_ALL_HELD 0', 'T_LINE_HELD 7']);
  // Nobody holds nothing.
  expect(await of(1, null)).toEqual({ charges: [{ code: 'T_ALL_HELD', amount: '100' }], objections: [] });
});
