import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import { faults, openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';
import { until } from '../../testing/until.js';

let desk: PriceDesk;
let phone: string;
let mobile: string;
beforeAll(async () => {
  desk = await openPriceDesk();
  phone = await desk.offeringId('OF_PHONE');
  mobile = await desk.offeringId('OF_MOBILE');
});
beforeEach(() => {
  sandboxPace.stepMs = 0;
});
afterAll(() => desk.graph.close());

const line = (more: object = {}) => ({ action: 'INSTALL', offeringId: phone, installAddress: 'Road 1', ...more });
const submit = (customerId: string, items: object[]) =>
  desk.run(
    'orderSubmit',
    'order { id orderNo status items(first: 9, orderBy: [{ field: ITEM_NO }]) { nodes { replaces { id } } } }',
    { customerId, items },
    'admin',
  );
const ordered = async (customerId: string, ...items: object[]) => {
  const { order, userErrors } = await submit(customerId, items);
  expect(userErrors).toEqual([]);
  return order as { id: string; orderNo: string; items: { nodes: { replaces: { id: string } | null }[] } };
};
interface Held {
  id: string;
  status: string;
  validity: { to: string | null };
  tariffPlan: { code: string };
  productInstances: { nodes: { status: string }[] };
}
/** What the customer has and had, oldest first. */
const held = async (customerId: string): Promise<Held[]> => {
  const { data, errors } = await desk.graph.query(
    `query ($id: ID!) { customer(id: $id) { offeringInstances(first: 20) { nodes { id status validity { to } tariffPlan { code }
      productInstances(first: 9) { nodes { status } } } } } }`,
    { id: customerId },
  );
  expect(errors).toBeUndefined();
  return data.customer.offeringInstances.nodes.sort((a: Held, b: Held) => (a.id < b.id ? -1 : 1));
};
const states = async (customerId: string) =>
  (await held(customerId)).map(({ tariffPlan, status }) => `${tariffPlan.code} ${status}`).sort();
const done = async (id: string) =>
  until(
    async () =>
      (await desk.graph.query(`query ($id: ID!) { order(id: $id) { status } }`, { id })).data.order.status ===
      'COMPLETED',
  );
const bought = async (customerId: string, ...items: object[]) => {
  const order = await ordered(customerId, ...items);
  await done(order.id);
  return order;
};
const plans = async (name: string) => {
  const [old, next] = [await desk.plan(`${name}_OLD`, 'OF_PHONE', []), await desk.plan(`${name}_NEW`, 'OF_PHONE', [])];
  const relate = (kind: string) => desk.settled('tariffPlanRelate', next, { fromId: next, toId: old, kind });
  return { old, next, relate };
};

test('PRD-84 a plan that upgrades one takes its place when the order is completed, and not before', async () => {
  const { old, next, relate } = await plans('U_ONE');
  await relate('UPGRADE');
  await relate('EXCLUDE');
  const customerId = await desk.customer('Upgrading Buyer');
  expect(faults(await submit(customerId, [line({ tariffPlanId: next })]))).toEqual(['UPGRADE_ONLY input.items.0']);
  await bought(customerId, line({ tariffPlanId: old }));
  const [former] = await held(customerId);
  sandboxPace.stepMs = 60_000;
  const slow = await ordered(customerId, line({ tariffPlanId: next }));
  expect(slow.items.nodes).toEqual([{ replaces: { id: former!.id } }]);
  expect((await held(customerId)).find(({ id }) => id === former!.id)!.status).toBe('ACTIVE');
  const { userErrors } = await desk.run('orderCancel', '', { orderId: slow.id, reason: 'too slow' }, 'admin');
  expect(userErrors).toEqual([]);
  sandboxPace.stepMs = 0;
  await until(async () => {
    const { data } = await desk.graph.query(`query ($id: ID!) { order(id: $id) { status } }`, { id: slow.id });
    return data.order.status === 'CANCELLED';
  });
  // What was not carried out has ended nothing.
  expect((await held(customerId)).find(({ id }) => id === former!.id)!.status).toBe('ACTIVE');

  await bought(customerId, line({ tariffPlanId: next }));
  const now = await held(customerId);
  const ended = now.find(({ id }) => id === former!.id)!;
  expect(ended).toMatchObject({ status: 'REPLACED', validity: { to: expect.any(String) } });
  expect(now.filter(({ status }) => status === 'ACTIVE').map(({ tariffPlan }) => tariffPlan.code)).toEqual([
    'U_ONE_NEW',
  ]);
  // What runs of it goes on: see the tests of what an upgrade keeps.
  expect(ended.productInstances.nodes).toEqual([]);
  expect(faults(await submit(customerId, [line({ tariffPlanId: next })]))).toEqual(
    expect.arrayContaining(['UPGRADE_ONLY input.items.0']),
  );
});

test('PRD-54 an offering that upgrades another takes its place, is not excluded by it, and what ran under the other is taken away for nothing', async () => {
  for (const kind of ['UPGRADE', 'EXCLUDE'])
    await desk.settled('offeringRelationSave', phone, { fromId: phone, toId: mobile, kind });
  const customerId = await desk.customer('Mobile Buyer');
  await bought(customerId, line());
  const judged = await desk.ask(
    'offeringQualification',
    'OfferingQualificationInput',
    'items { objections { code } }',
    { customerId, offeringIds: [mobile] },
    'admin',
  );
  expect(judged.items).toEqual([{ objections: [] }]);
  const order = await bought(customerId, line({ offeringId: mobile }));
  expect(order.items.nodes[0]!.replaces).not.toBeNull();
  expect((await states(customerId)).map((state) => state.split(' ')[1])).toEqual(['ACTIVE', 'REPLACED'].sort());
  // Another product took the place of what ran: that is taken away, for nothing.
  const former = order.items.nodes[0]!.replaces!;
  const pieces = async () =>
    (await held(customerId)).find(({ id }) => id === former.id)!.productInstances.nodes.map(({ status }) => status);
  await until(async () => (await pieces()).every((status) => status === 'REMOVED'));
  const { data } = await desk.graph.query(
    `query ($id: ID!) { customer(id: $id) { orders(first: 9) { nodes { status oneTimeTotal { amount } items(first: 9) { nodes { action reason offeringInstance { id } } } } } } }`,
    { id: customerId },
  );
  const removal = data.customer.orders.nodes.find(({ items }: { items: { nodes: { action: string }[] } }) =>
    items.nodes.some(({ action }) => action === 'REMOVE'),
  );
  expect(removal).toMatchObject({ oneTimeTotal: null, items: { nodes: [{ offeringInstance: { id: former.id } }] } });
  await desk.graph.database.pool.query(
    `delete from offering_relation where from_id = (select id from offering where code = 'OF_PHONE') and to_id = (select id from offering where code = 'OF_MOBILE')`,
  );
});

test('PRD-84 an order that swaps plans does not meet the one that it ends, whole or piece by piece; what is kept stands in its way', async () => {
  const { old, next, relate } = await plans('U_SWAP');
  await relate('EXCLUDE');
  const customerId = await desk.customer('Swapping Buyer');
  await bought(customerId, line({ tariffPlanId: old, quantity: 2 }));
  const [one, two] = await held(customerId);
  const { data } = await desk.graph.query(
    `query ($id: ID!) { offeringInstance(id: $id) { productInstances(first: 9) { nodes { id } } } }`,
    { id: two!.id },
  );
  const pieces = data.offeringInstance.productInstances.nodes.map(({ id }: { id: string }) => ({
    ...{ action: 'REMOVE', productInstanceId: id },
  }));
  const whole = { action: 'REMOVE', offeringInstanceId: one!.id };
  const added = line({ tariffPlanId: next });
  const before = await desk.count('customer_order');
  expect(faults(await submit(customerId, [added]))).toEqual(['PLAN_EXCLUDED input.items.0']);
  expect(faults(await submit(customerId, [whole, added]))).toEqual(['PLAN_EXCLUDED input.items.1']);
  expect(await desk.count('customer_order')).toBe(before);
  await bought(customerId, whole, ...pieces, added);
  await until(async () => (await states(customerId)).filter((state) => state.endsWith('ENDED')).length === 2);
  expect(await states(customerId)).toEqual(['U_SWAP_NEW ACTIVE', 'U_SWAP_OLD ENDED', 'U_SWAP_OLD ENDED']);
});

test('PRD-84 of two upgrades of one thing at once one is taken; of several things the line says which', async () => {
  const { old, next, relate } = await plans('U_TWO');
  await relate('UPGRADE');
  const customerId = await desk.customer('Hasty Buyer');
  await bought(customerId, line({ tariffPlanId: old }));
  const [only] = await held(customerId);
  sandboxPace.stepMs = 60_000;
  const upgrade = line({ tariffPlanId: next });
  const answers = await Promise.all([submit(customerId, [upgrade]), submit(customerId, [upgrade])]);
  expect(answers.map(faults).sort((a, b) => a.length - b.length)).toEqual([
    [],
    ['IN_FLIGHT_CONFLICT input.items.0.offeringId'],
  ]);
  const named = line({ tariffPlanId: next, replacesId: only!.id });
  expect(faults(await submit(customerId, [named]))).toEqual(['IN_FLIGHT_CONFLICT input.items.0.replacesId']);

  sandboxPace.stepMs = 0;
  const several = await desk.customer('Several Buyer');
  await bought(several, line({ tariffPlanId: old, quantity: 2 }), line());
  const all = await held(several);
  const [first] = all.filter(({ tariffPlan }) => tariffPlan.code === 'U_TWO_OLD');
  const usual = all.find(({ tariffPlan }) => tariffPlan.code !== 'U_TWO_OLD')!;
  const before = await desk.count('customer_order');
  expect(faults(await submit(several, [upgrade]))).toEqual(['AMBIGUOUS input.items.0.replacesId']);
  const of = (replacesId: string) => line({ tariffPlanId: next, replacesId });
  expect(faults(await submit(several, [of(usual.id)]))).toEqual(['NOT_UPGRADED input.items.0.replacesId']);
  expect(faults(await submit(several, [of(only!.id)]))).toEqual(['NOT_OF_CUSTOMER input.items.0.replacesId']);
  expect(faults(await submit(several, [of(first!.id), of(first!.id)]))).toEqual([
    'CONTRADICTORY input.items.1.replacesId',
  ]);
  const paused = { action: 'SUSPEND', offeringInstanceId: first!.id };
  expect(faults(await submit(several, [of(first!.id), paused]))).toEqual(['CONTRADICTORY input.items.0.offeringId']);
  expect(await desk.count('customer_order')).toBe(before);
  await bought(several, of(first!.id));
  expect(await states(several)).toEqual(
    ['TP_PHONE_CNY ACTIVE', 'U_TWO_NEW ACTIVE', 'U_TWO_OLD ACTIVE', 'U_TWO_OLD REPLACED'].sort(),
  );
});
