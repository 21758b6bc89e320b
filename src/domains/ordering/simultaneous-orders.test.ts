import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import { openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';

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

const COUNT = 8;
const FEE = 50;

/** Orders one piece, and says what it costs once. */
const fee = async (customerId: string, tariffPlanId: string): Promise<number> => {
  const item = { action: 'INSTALL', offeringId: phone, installAddress: 'Road 1', tariffPlanId };
  const fields = `order { oneTimeTotal { amount } items(first: 1) { nodes { oneTimePrice { amount }
    charges(first: 9) { nodes { amount tierThreshold } } } } }`;
  const { order, userErrors } = await desk.run('orderSubmit', fields, { customerId, items: [item] }, 'admin');
  expect(userErrors).toEqual([]);
  const [line] = order.items.nodes;
  // What is kept one by one is of the same tier as the sum.
  const amount = order.oneTimeTotal.amount as string;
  expect(line.oneTimePrice.amount).toBe(amount);
  expect(line.charges.nodes).toContainEqual({ amount, tierThreshold: { '50': null, '30': 3, '0': 6 }[amount] });
  return Number(amount);
};

/** From the third piece on it costs 30, from the sixth on nothing. */
const tiers = (basis: string) => [
  { basis, threshold: 3, value: '30' },
  { basis, threshold: 6, value: '0' },
];
const oneByOne = [FEE, FEE, 30, 30, 30, 0, 0, 0];
const dearestFirst = (fees: number[]) => fees.sort((one, other) => other - one);

test('PRD-76 orders of one customer that come at once cost together what they cost one after another', async () => {
  const plan = await desk.plan('S_TOTAL', 'OF_PHONE', [
    { code: 'S_TOTAL_FEE', value: String(FEE), tiers: tiers('CUSTOMER') },
  ]);
  const patient = await desk.customer('One After Another');
  const fees: number[] = [];
  for (let n = 0; n < COUNT; n++) fees.push(await fee(patient, plan));
  expect(fees).toEqual(oneByOne);
  const hasty = await desk.customer('All At Once');
  const atOnce = await Promise.all(Array.from({ length: COUNT }, () => fee(hasty, plan)));
  expect(dearestFirst(atOnce)).toEqual(oneByOne);
});

test('PRD-77 orders of members of a group that come at once count each other', async () => {
  const plan = await desk.plan('S_GROUP', 'OF_PHONE', [
    { code: 'S_GROUP_FEE', value: String(FEE), tiers: tiers('GROUP') },
  ]);
  const members = await Promise.all(Array.from({ length: 4 }, (_none, n) => desk.customer(`Hasty Member ${n}`)));
  await desk.graph.database.pool.query(`
    with g as (insert into customer_group (id, created_at, updated_at, code, name, region_id)
      select gen_random_uuid(), now(), now(), 'G_HASTY', 'Hasty', id from region where code = '4401' returning id)
    insert into group_membership (id, created_at, updated_at, group_id, customer_id, validity_from)
      select gen_random_uuid(), now(), now(), g.id, c.id, now() - interval '1 day' from g, customer c where c.name like 'Hasty Member %'`);
  const atOnce = await Promise.all(Array.from({ length: COUNT }, (_none, n) => fee(members[n % 4]!, plan)));
  expect(dearestFirst(atOnce)).toEqual(oneByOne);
});
