import { Decimal } from 'decimal.js';
import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import { openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';
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

const ofCharge = 'source code name type equivalent feeItem currency unit period unitPrice quantity amount formula';
const charges = `charges(first: 50, orderBy: [{ field: POSITION }]) { nodes { position ${ofCharge} tierBasis tierThreshold
  rule { code } tariffPlan { code } discount { code } item { itemNo } } }`;
const fields = `id oneTimeTotal { amount currency } recurringTotal { amount currency } ${charges}
  items(first: 9, orderBy: [{ field: ITEM_NO }]) { nodes { oneTimePrice { amount } recurringPrice { amount } ${charges} } }`;
const ordered = async (input: object) => {
  const { order, userErrors } = await desk.run('orderSubmit', `order { ${fields} }`, input, 'admin');
  expect(userErrors).toEqual([]);
  return order;
};
const said = (input: object) =>
  desk.ask(
    'cartPrice',
    'CartPriceInput',
    `lines { charges { ${ofCharge} tier { basis threshold } rule { code } tariffPlan { code } discount { code } } }
     discounts { ${ofCharge} tier { basis threshold } rule { code } tariffPlan { code } discount { code } }`,
    input,
    'admin',
  );

interface Seen {
  position: number;
  type: string;
  equivalent: string;
  amount: string | null;
  tierBasis: string | null;
  tierThreshold: number | null;
  item: object | null;
}
const kept = (seen: Seen[]) =>
  seen.map(({ position: _place, item: _item, tierBasis, tierThreshold, ...charge }) => ({
    ...charge,
    tier: tierBasis && { basis: tierBasis, threshold: tierThreshold },
  }));
const sumOf = (seen: Seen[], type: string) =>
  seen
    .filter((charge) => charge.type === type && charge.equivalent === 'MONEY')
    .reduce((sum, { amount }) => sum.plus(amount ?? 0), new Decimal(0))
    .toFixed();

test('PRD-76 PRD-75 PRD-114 an order keeps every charge with its rule as its cart lists them, they add up, and stay as sold', async () => {
  const ruleId = await desk.rule({
    ...{ code: 'K_LABOUR', name: 'Labour', value: '150', validFrom: '2020-01-01T00:00:00Z' },
    tiers: [
      { basis: 'ORDER', threshold: 10, value: '100' },
      { basis: 'ORDER', threshold: 20, value: '50' },
    ],
  });
  const tariffPlanId = await desk.plan('K_TIERS', 'OF_PHONE', [ruleId], {
    ...{ type: 'PERIODIC', period: 'MONTH', amount: '9.90' },
  });
  const save = async (input: object) => {
    const { discount, userErrors } = await desk.run('discountSave', 'discount { id }', { name: 'Off', ...input });
    expect(userErrors).toEqual([]);
    await approve(desk.graph, discount.id);
  };
  await save({ code: 'K_TENTH', kind: 'PERCENT', value: '10', offeringIds: [phone] });
  await save({ code: 'K_CART', kind: 'TOTAL', scope: 'CART', value: '7.05', currency: 'CNY' });
  const customerId = await desk.customer('Kept Buyer');
  const buy = async (...quantities: number[]) => {
    const lines = quantities.map((quantity) => ({ offeringId: phone, quantity, tariffPlanId }));
    const cart = await said({ customerId, lines });
    const items = lines.map((line) => ({ action: 'INSTALL', installAddress: 'Road 1', ...line }));
    return { cart, order: await ordered({ customerId, items }) };
  };
  const ten = await buy(6, 4);
  expect(ten.order.oneTimeTotal).toEqual({ amount: '892.95', currency: 'CNY' });
  const twenty = await buy(20);
  expect(twenty.order.oneTimeTotal.amount).toBe('892.95');
  for (const { cart, order } of [ten, twenty]) {
    for (const [index, item] of order.items.nodes.entries()) {
      expect(kept(item.charges.nodes)).toEqual(cart.lines[index].charges);
      expect(sumOf(item.charges.nodes, 'ONE_TIME')).toBe(item.oneTimePrice.amount);
      expect(sumOf(item.charges.nodes, 'PERIODIC')).toBe(item.recurringPrice.amount);
    }
    const all: Seen[] = order.charges.nodes;
    expect(kept(all.filter(({ item }) => !item))).toEqual(cart.discounts);
    expect(sumOf(all, 'ONE_TIME')).toBe(order.oneTimeTotal.amount);
    expect(sumOf(all, 'PERIODIC')).toBe(order.recurringTotal.amount);
  }
  expect(twenty.order.items.nodes[0].charges.nodes).toMatchObject([
    { code: 'K_TIERS', unitPrice: '9.9', amount: '198', tariffPlan: { code: 'K_TIERS' }, rule: null },
    { code: 'K_LABOUR', unitPrice: '50', amount: '1000', tierThreshold: 20, rule: { code: 'K_LABOUR' } },
    { code: 'K_TENTH', unit: '%', amount: '-100', discount: { code: 'K_TENTH' } },
  ]);

  // The rule becomes dearer and is called otherwise; what was sold does not.
  await desk.settled('tariffRuleSave', ruleId, { tariffRuleId: ruleId, name: 'Work', value: '900', tiers: [] });
  expect((await buy(20)).order.oneTimeTotal.amount).not.toBe('892.95');
  const { data, errors } = await desk.graph.query(`query ($id: ID!) { order(id: $id) { ${fields} } }`, {
    id: twenty.order.id,
  });
  expect(errors).toBeUndefined();
  expect(data.order).toEqual(twenty.order);
});
