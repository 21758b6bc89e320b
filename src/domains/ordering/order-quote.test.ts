import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import { faults, openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';
import { approve } from '../../testing/second-person.js';

let desk: PriceDesk;
let phone: string;
beforeAll(async () => {
  sandboxPace.stepMs = 60_000;
  desk = await openPriceDesk();
  phone = await desk.offeringId('OF_PHONE');
});
afterAll(async () => {
  sandboxPace.stepMs = 0;
  await desk.graph.close();
});

const line = (more: object = {}) => ({ action: 'INSTALL', offeringId: phone, installAddress: 'Road 1', ...more });
const fields = `order { oneTimeTotal { amount currency } recurringTotal { amount }
  items(first: 9, orderBy: [{ field: ITEM_NO }]) { nodes { oneTimePrice { amount } recurringPrice { amount } tariffPlan { code } } } }`;
const submit = (input: object) => desk.run('orderSubmit', fields, input, 'admin');
const ordered = async (input: object) => {
  const { order, userErrors } = await submit(input);
  expect(userErrors).toEqual([]);
  return order;
};
/** What the cart of the same lines is said to cost. */
const cart = (customerId: string, lines: { quantity?: number; tariffPlanId?: string }[]) =>
  desk.ask(
    'cartPrice',
    'CartPriceInput',
    'oneTime { amount } recurring { amount } lines { oneTime { amount } recurring { amount } }',
    { customerId, lines: lines.map((each) => ({ offeringId: phone, ...each })) },
    'admin',
  );

test('PRD-76 PRD-75 PRD-114 an order costs what its cart was said to cost: by quantity in the order and held, with discounts of lines and of the whole', async () => {
  const tariffPlanId = await desk.plan('Q_TIERS', 'OF_PHONE', [
    {
      code: 'Q_LABOUR',
      value: '150',
      tiers: [
        { basis: 'ORDER', threshold: 10, value: '100' },
        { basis: 'CUSTOMER', threshold: 100, value: '0' },
      ],
    },
  ]);
  const customerId = await desk.customer('Quoted Buyer');
  const placed = async (...quantities: number[]) => {
    const lines = quantities.map((quantity) => ({ quantity, tariffPlanId }));
    const said = await cart(customerId, lines);
    const order = await ordered({ customerId, items: lines.map(line) });
    expect(order.oneTimeTotal.amount).toBe(said.oneTime.amount);
    expect(order.recurringTotal.amount).toBe(said.recurring.amount);
    expect(
      order.items.nodes.map(({ oneTimePrice, recurringPrice }: Record<string, object>) => ({
        oneTime: oneTimePrice,
        recurring: recurringPrice,
      })),
    ).toEqual(said.lines);
    return order.oneTimeTotal.amount as string;
  };
  expect(await placed(9)).toBe('1350');
  expect(await placed(6, 4)).toBe('1000');
  const save = async (input: object) => {
    const { discount, userErrors } = await desk.run('discountSave', 'discount { id }', { name: 'Off', ...input });
    expect(userErrors).toEqual([]);
    await approve(desk.graph, discount.id);
  };
  await save({ code: 'Q_TENTH', kind: 'PERCENT', value: '10', offeringIds: [phone] });
  await save({
    code: 'Q_CART',
    kind: 'TOTAL',
    scope: 'CART',
    basis: 'ORDER_TOTAL',
    threshold: '800',
    value: '7',
    currency: 'CNY',
  });
  expect(await placed(6, 4)).toBe('893');
  const loyal = await desk.customer('Quoted Loyal');
  await desk.give(loyal, 'OF_PHONE', 95);
  const order = await ordered({ customerId: loyal, items: [line({ quantity: 5, tariffPlanId })] });
  expect(order.oneTimeTotal.amount).toBe('0');
});

test('PRD-83 PRD-88 the content of an order chooses its plan, and a plan that everybody must have is paid besides', async () => {
  const village = await desk.plan('Q_VILLAGE', 'OF_PHONE', [], { type: 'PERIODIC', period: 'MONTH', amount: '7' });
  await desk.settled('tariffPlanChange', village, { tariffPlanId: village, condition: 'line.quantity = 3' });
  const customerId = await desk.customer('Quoted Villager');
  const bought = async (quantity: number) => {
    const { items, recurringTotal } = await ordered({ customerId, items: [line({ quantity })] });
    return [items.nodes[0].tariffPlan.code, recurringTotal.amount];
  };
  const [usual, price] = await bought(1);
  expect(usual).toBe('TP_PHONE_CNY');
  expect(await bought(3)).toEqual(['Q_VILLAGE', '21']);
  const levy = await desk.plan('Q_LEVY', 'OF_PHONE', [], { type: 'PERIODIC', period: 'MONTH', amount: '2' });
  const tie = { offeringId: phone, tariffPlanId: levy };
  await desk.settled('offeringTariffSave', phone, { ...tie, required: true });
  expect(await bought(1)).toEqual(['TP_PHONE_CNY', String(Number(price) + 2)]);
  expect(await bought(3)).toEqual(['Q_VILLAGE', '27']);
  await desk.settled('offeringTariffSave', phone, { ...tie, required: false });
  expect(await bought(1)).toEqual(['TP_PHONE_CNY', price]);
});

test('PRD-84 an order is refused for plans that exclude, need or only upgrade others, and nothing is written', async () => {
  const [a, b] = [await desk.plan('Q_A', 'OF_PHONE', []), await desk.plan('Q_B', 'OF_PHONE', [])];
  const customerId = await desk.customer('Quoted Mixer');
  const both = () => submit({ customerId, items: [a, b].map((tariffPlanId) => line({ tariffPlanId })) });
  const relate = (kind: string, remove = false) =>
    desk.settled('tariffPlanRelate', a, { fromId: a, toId: b, kind, remove });
  const before = await desk.count('customer_order');
  await relate('EXCLUDE');
  expect(faults(await both())).toEqual(['PLAN_EXCLUDED input.items.0', 'PLAN_EXCLUDED input.items.1']);
  await relate('EXCLUDE', true);
  await relate('REQUIRE');
  const alone = { customerId, items: [line({ tariffPlanId: a })] };
  expect(faults(await submit(alone))).toEqual(['PLAN_REQUIRED input.items.0']);
  await relate('REQUIRE', true);
  await relate('UPGRADE');
  expect(faults(await both())).toEqual(['UPGRADE_ONLY input.items.0']);
  expect(await desk.count('customer_order')).toBe(before);
  await relate('UPGRADE', true);
  expect(faults(await both())).toEqual([]);
});

test('PRD-111 PRD-114 before an order is taken its check says what its lines cost', async () => {
  const tariffPlanId = await desk.plan('Q_CHECKED', 'OF_PHONE', [
    { code: 'Q_CHECKED_FEE', value: '20', tiers: [{ basis: 'ORDER', threshold: 2, value: '15' }] },
  ]);
  const customerId = await desk.customer('Quoted Asker');
  const checked = await desk.ask(
    'orderCheck',
    'OrderSubmitInput',
    'orderable lines { oneTime { amount } oneTimeTotal { amount } recurringTotal { amount } }',
    { customerId, items: [line({ tariffPlanId, quantity: 2 })] },
    'admin',
  );
  const said = await cart(customerId, [{ tariffPlanId, quantity: 2 }]);
  expect(checked).toEqual({
    orderable: true,
    lines: [
      { oneTime: { amount: '20' }, oneTimeTotal: said.lines[0].oneTime, recurringTotal: said.lines[0].recurring },
    ],
  });
});
