import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import { openPriceDesk, faults, type PriceDesk } from '../../testing/price-desk.js';
import { approve } from '../../testing/second-person.js';
import { until } from '../../testing/until.js';

let desk: PriceDesk;
let mobile: string;
let phone: string;
beforeAll(async () => {
  sandboxPace.stepMs = 0;
  desk = await openPriceDesk();
  phone = await desk.offeringId('OF_PHONE');
  mobile = await desk.offeringId('OF_MOBILE');
});
afterAll(() => desk.graph.close());

const installed = { action: 'INSTALL', installAddress: 'Road 1' };
const fields = `order { id oneTimeTotal { amount } recurringTotal { amount } prepaid { amount currency } prepaidMonths
  items(first: 9, orderBy: [{ field: ITEM_NO }]) { nodes { number tariffPlan { code } offeringSla { code }
    oneTimePrice { amount } recurringPrice { amount } charges(first: 20, orderBy: [{ field: POSITION }]) { nodes { code } } } } }`;
const submit = (input: object) => desk.run('orderSubmit', fields, input, 'admin');

/** Prices a cart and makes the order of the same input: they cost the same, charge for charge. */
async function both(customerId: string, line: object, more: object = {}) {
  const cart = await desk.ask(
    'cartPrice',
    'CartPriceInput',
    'oneTime { amount } recurring { amount } lines { oneTime { amount } recurring { amount } offeringSla { code } tariffPlans { code } charges { code } }',
    { customerId, ...more, lines: [line] },
    'admin',
  );
  const { order, userErrors } = await submit({ customerId, ...more, items: [{ ...installed, ...line }] });
  expect(userErrors).toEqual([]);
  const [item] = order.items.nodes;
  expect([order.oneTimeTotal, order.recurringTotal]).toEqual([cart.oneTime, cart.recurring]);
  expect([item.oneTimePrice, item.recurringPrice]).toEqual([cart.lines[0].oneTime, cart.lines[0].recurring]);
  expect(item.charges.nodes).toEqual(cart.lines[0].charges);
  expect(item.offeringSla).toEqual(cart.lines[0].offeringSla);
  expect(item.tariffPlan).toEqual(cart.lines[0].tariffPlans[0]);
  return { order, item };
}

test('PRD-83 an order is priced by the number that was chosen, by plan and by surcharge, as its cart', async () => {
  const plan = await desk.plan('N_LUCKY', 'OF_PHONE', [
    { code: 'N_FEE', value: '100' },
    { code: 'N_DOUBLE', value: '888', condition: 'ends with(line.number, "8888")' },
  ]);
  await desk.settled('tariffPlanChange', plan, { tariffPlanId: plan, condition: 'ends with(line.number, "88")' });
  const customerId = await desk.customer('Lucky Buyer');
  const bought = async (number?: string) => {
    const { order, item } = await both(customerId, { offeringId: phone, ...(number ? { number } : {}) });
    expect(item.number).toBe(number ?? null);
    return [item.tariffPlan.code, order.oneTimeTotal.amount];
  };
  const usual = await bought();
  expect(usual[0]).toBe('TP_PHONE_CNY');
  expect(await bought('02087770001')).toEqual(usual);
  expect(await bought('02087770088')).toEqual(['N_LUCKY', '100']);
  expect(await bought('02087778888')).toEqual(['N_LUCKY', '988']);
  const before = await desk.count('customer_order');
  const named = { ...installed, offeringId: phone, tariffPlanId: plan, number: '1' };
  expect(faults(await submit({ customerId, items: [named] }))).toEqual(['PLAN_CONDITION input.items.0']);
  expect(await desk.count('customer_order')).toBe(before);
});

test('PRD-68 an order is priced by what is paid in advance, as its cart, and keeps it', async () => {
  const tariffPlanId = await desk.plan(
    'N_PRE',
    'OF_PHONE',
    [{ code: 'N_HANDLING', value: '30', feeItem: 'HANDLING' }],
    {
      ...{ type: 'PERIODIC', period: 'MONTH', amount: '60' },
    },
  );
  const save = async (input: object) => {
    const all = { name: 'Off', offeringIds: [phone], ...input };
    const { discount, userErrors } = await desk.run('discountSave', 'discount { id }', all);
    expect(userErrors).toEqual([]);
    await approve(desk.graph, discount.id);
  };
  const free = { kind: 'FREE_PERIODS', chargeType: 'PERIODIC', basis: 'PREPAID_MONTHS', ladder: 'MONTHS' };
  await save({ code: 'N_HALF', ...free, threshold: '6', value: '1' });
  await save({ code: 'N_YEAR', ...free, threshold: '12', value: '3' });
  await save({ code: 'N_WAIVED', kind: 'WAIVE', feeItem: 'HANDLING', basis: 'PREPAID_AMOUNT', threshold: '300' });
  const customerId = await desk.customer('Prepaying Buyer');
  const line = { offeringId: phone, tariffPlanId };
  const least = await both(customerId, line, { prepaidMonths: 5, prepaidAmount: '299.5' });
  expect(least.order).toMatchObject({ oneTimeTotal: { amount: '30' }, prepaid: { amount: '299.5', currency: 'CNY' } });
  const most = await both(customerId, line, { prepaidMonths: 12, prepaidAmount: '300' });
  expect(most.order).toMatchObject({ oneTimeTotal: { amount: '0' }, prepaidMonths: 12 });
  expect(most.item.charges.nodes.map(({ code }: { code: string }) => code)).toEqual(
    expect.arrayContaining(['N_WAIVED', 'N_YEAR']),
  );
  const none = await both(customerId, line);
  expect(none.order).toMatchObject({ oneTimeTotal: { amount: '30' }, prepaid: null, prepaidMonths: null });
});

test('PRD-58 PRD-60 an order is sold with a service level and its price, as its cart, and what it opens keeps it', async () => {
  // The levels of the leased line, for something that is easier to order.
  await desk.graph.database.pool.query(
    `update offering_sla set offering_id = (select id from offering where code = 'OF_PHONE')`,
  );
  const { data } = await desk.graph.query(
    `{ offering(code: "OF_PHONE") { slas(first: 9, orderBy: [{ field: CODE }]) { nodes { id code isDefault } } } }`,
  );
  const levels: { id: string; code: string; isDefault: boolean }[] = data.offering.slas.nodes;
  const usual = levels.find(({ isDefault }) => isDefault)!;
  const other = levels.find(({ isDefault }) => !isDefault)!;
  await desk.plan('N_LEVEL', 'OF_MOBILE', [], { type: 'PERIODIC', period: 'MONTH', amount: '40' });
  await desk.graph.database.pool.query(
    `update offering_sla set tariff_plan_id = (select id from tariff_plan where code = 'N_LEVEL') where code = $1`,
    [other.code],
  );
  const customerId = await desk.customer('Levelled Buyer');
  const base = await both(customerId, { offeringId: phone });
  expect(base.item.offeringSla.code).toBe(usual.code);
  const better = await both(customerId, { offeringId: phone, offeringSlaId: other.id });
  expect(Number(better.order.recurringTotal.amount) - Number(base.order.recurringTotal.amount)).toBe(40);
  expect(better.item.charges.nodes).toContainEqual({ code: 'N_LEVEL' });
  const held = async () =>
    (
      await desk.graph.query(
        `query ($id: ID!) { customer(id: $id) { offeringInstances(first: 9) { nodes { offeringSla { code } } } } }`,
        { id: customerId },
      )
    ).data.customer.offeringInstances.nodes.map(
      ({ offeringSla }: { offeringSla: { code: string } }) => offeringSla.code,
    );
  await until(async () => (await held()).length === 2);
  expect((await held()).sort()).toEqual([usual.code, other.code].sort());
  const before = await desk.count('customer_order');
  const foreign = { ...installed, offeringId: mobile, offeringSlaId: other.id };
  expect(faults(await submit({ customerId, items: [foreign] }))).toEqual(['UNKNOWN_SLA input.items.0.offeringSlaId']);
  expect(await desk.count('customer_order')).toBe(before);
});

test('PRD-53 PRD-88 what runs goes on with the plans that everybody had to have when it was sold, and with no other', async () => {
  const levy = await desk.plan('N_LEVY', 'OF_MOBILE', [{ code: 'N_PAUSE', value: '5', service: 'SUSPEND' }]);
  const tie = (required: boolean) =>
    desk.settled('offeringTariffSave', mobile, { offeringId: mobile, tariffPlanId: levy, required });
  const customerId = await desk.customer('Levied Buyer');
  const bought = async () => {
    const { order, userErrors } = await submit({ customerId, items: [{ ...installed, offeringId: mobile }] });
    expect(userErrors).toEqual([]);
    const instances = async () => {
      const { data } = await desk.graph.query(
        `query ($id: ID!) { order(id: $id) { status serviceOrders(first: 9) { nodes { productInstance { id offeringInstance { id } } } } } }`,
        { id: order.id },
      );
      return data.order;
    };
    await until(async () => (await instances()).status === 'COMPLETED');
    return (await instances()).serviceOrders.nodes[0].productInstance.offeringInstance.id as string;
  };
  const pause = async (offeringInstanceId: string) => {
    const checked = await desk.ask(
      'orderCheck',
      'OrderSubmitInput',
      'findings { code } lines { oneTimeTotal { amount } }',
      { customerId, items: [{ action: 'SUSPEND', offeringInstanceId }] },
      'admin',
    );
    expect(checked.findings).toEqual([]);
    return checked.lines[0].oneTimeTotal.amount;
  };
  const before = await bought();
  await tie(true);
  const levied = await bought();
  await tie(false);
  expect([await pause(before), await pause(levied), await pause(await bought())]).toEqual(['0', '5', '0']);
});
