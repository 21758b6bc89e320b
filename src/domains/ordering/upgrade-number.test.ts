import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import { faults, openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';
import { until } from '../../testing/until.js';

let desk: PriceDesk;
let phone: string;
let old: string;
let next: string;
let numbers = 0;
beforeAll(async () => {
  desk = await openPriceDesk();
  phone = await desk.offeringId('OF_PHONE');
  old = await desk.plan('K_OLD', 'OF_PHONE', []);
  next = await desk.plan('K_NEW', 'OF_PHONE', []);
  await desk.settled('tariffPlanRelate', next, { fromId: next, toId: old, kind: 'UPGRADE' });
});
beforeEach(() => {
  sandboxPace.stepMs = 0;
});
afterAll(() => desk.graph.close());

interface Piece {
  id: string;
  instanceNo: string;
  accessNumber: string | null;
  status: string;
  inFlight: string | null;
  installAddress: string;
}
interface Held {
  id: string;
  status: string;
  tariffPlan: { code: string };
  productInstances: { nodes: Piece[] };
}
const line = (more: object = {}) => ({ action: 'INSTALL', offeringId: phone, installAddress: 'Road 1', ...more });
const submit = (customerId: string, ...items: object[]) =>
  desk.run('orderSubmit', 'order { id orderNo status }', { customerId, items }, 'admin');
const ordered = async (customerId: string, ...items: object[]): Promise<string> => {
  const { order, userErrors } = await submit(customerId, ...items);
  expect(userErrors).toEqual([]);
  return order.id;
};
const orderOf = async (id: string) => {
  const { data, errors } = await desk.graph.query(
    `query ($id: ID!) { order(id: $id) { status serviceOrders(first: 9) { nodes { action productInstance { id } } } } }`,
    { id },
  );
  expect(errors).toBeUndefined();
  return data.order;
};
const becomes = (id: string, status: string) => until(async () => (await orderOf(id)).status === status);
/** What the customer has, before what was replaced. */
const held = async (customerId: string): Promise<Held[]> => {
  const { data, errors } = await desk.graph.query(
    `query ($id: ID!) { customer(id: $id) { offeringInstances(first: 9) { nodes { id status tariffPlan { code }
      productInstances(first: 9) { nodes { id instanceNo accessNumber status inFlight installAddress } } } } } }`,
    { id: customerId },
  );
  expect(errors).toBeUndefined();
  return data.customer.offeringInstances.nodes.sort((a: Held, b: Held) => (a.status < b.status ? -1 : 1));
};
/** A customer with one telephone of the old plan, which is reached under a number. */
async function subscriber(name: string) {
  const customerId = await desk.customer(name);
  await becomes(await ordered(customerId, line({ tariffPlanId: old })), 'COMPLETED');
  const accessNumber = `020900000${++numbers}`;
  const [former] = await held(customerId);
  await desk.graph.database.pool.query('update product_instance set access_number = $1 where instance_no = any($2)', [
    accessNumber,
    former!.productInstances.nodes.map(({ instanceNo }) => instanceNo),
  ]);
  return { customerId, accessNumber, former: (await held(customerId))[0]! };
}

test('MOD-76 PRD-84 what an upgrade has of the same products stays the same instance with its number, and goes on under the new plan', async () => {
  const { customerId, accessNumber, former } = await subscriber('Keeping Buyer');
  const [piece] = former.productInstances.nodes;
  expect(piece).toMatchObject({ accessNumber, status: 'ACTIVE' });
  sandboxPace.stepMs = 60_000;
  const given = await ordered(customerId, line({ tariffPlanId: next }));
  await becomes(given, 'IN_PROVISIONING');
  expect((await orderOf(given)).serviceOrders.nodes).toEqual([
    { action: 'CHANGE', productInstance: { id: piece!.id } },
  ]);
  expect((await held(customerId))[0]!.productInstances.nodes[0]).toMatchObject({
    status: 'ACTIVE',
    inFlight: 'CHANGING',
  });
  expect((await desk.run('orderCancel', '', { orderId: given, reason: 'dear' }, 'admin')).userErrors).toEqual([]);
  sandboxPace.stepMs = 0;
  await becomes(given, 'CANCELLED');
  // What was not carried out has changed nothing.
  expect(await held(customerId)).toEqual([former]);

  const orders = await desk.count('customer_order');
  const done = await ordered(customerId, line({ tariffPlanId: next }));
  await becomes(done, 'COMPLETED');
  expect(await held(customerId)).toEqual([
    { id: expect.any(String), status: 'ACTIVE', tariffPlan: { code: 'K_NEW' }, productInstances: { nodes: [piece] } },
    { ...former, status: 'REPLACED', productInstances: { nodes: [] } },
  ]);
  // Nothing is left that would have to be taken away.
  expect(await desk.count('customer_order')).toBe(orders + 1);
});

test('ORD-10 an upgrade waits for a move of what it takes over, instead of overriding it as a removal would', async () => {
  const { customerId, former } = await subscriber('Moving Buyer');
  sandboxPace.stepMs = 60_000;
  const moving = await ordered(customerId, {
    ...{ action: 'MOVE', offeringInstanceId: former.id, installAddress: 'Road 2' },
  });
  await becomes(moving, 'IN_PROVISIONING');
  const upgrade = await ordered(customerId, line({ tariffPlanId: next, installAddress: null }));
  expect((await orderOf(upgrade)).status).toBe('WAITING_CONFLICT');
  expect((await orderOf(moving)).status).toBe('IN_PROVISIONING');
});

test('ORD-10 what is asked for on something that is being upgraded waits for the upgrade', async () => {
  const { customerId, former } = await subscriber('Asking Buyer');
  const { id: productInstanceId } = former.productInstances.nodes[0]!;
  sandboxPace.stepMs = 60_000;
  const upgrade = await ordered(customerId, line({ tariffPlanId: next }));
  await becomes(upgrade, 'IN_PROVISIONING');
  const move = await ordered(customerId, { action: 'MOVE', productInstanceId, installAddress: 'Road 3' });
  expect((await orderOf(move)).status).toBe('WAITING_CONFLICT');
  const removal = await ordered(customerId, { action: 'REMOVE', offeringInstanceId: former.id });
  expect((await orderOf(removal)).status).toBe('WAITING_CONFLICT');
  expect((await orderOf(upgrade)).status).toBe('IN_PROVISIONING');
});

test('PRD-84 an upgrade of what stays does not move it, and says so', async () => {
  const { customerId } = await subscriber('Elsewhere Buyer');
  const before = await desk.count('customer_order');
  expect(faults(await submit(customerId, line({ tariffPlanId: next, installAddress: 'Road 9' })))).toEqual([
    'CONTRADICTORY input.items.0.installAddress',
  ]);
  expect(await desk.count('customer_order')).toBe(before);
});

test('ORD-09 what waited for an upgrade and was about what it took the place of is sent back: nothing is left to act on', async () => {
  const { customerId, former } = await subscriber('Late Buyer');
  sandboxPace.stepMs = 400;
  const upgrade = await ordered(customerId, line({ tariffPlanId: next }));
  const move = await ordered(customerId, {
    ...{ action: 'MOVE', offeringInstanceId: former.id, installAddress: 'Road 3' },
  });
  expect((await orderOf(move)).status).toBe('WAITING_CONFLICT');
  await becomes(upgrade, 'COMPLETED');
  await becomes(move, 'EXCEPTION');
  expect((await orderOf(move)).serviceOrders.nodes).toEqual([]);
  const { rows } = await desk.graph.database.pool.query(
    `select data->'codes' "codes" from history_entry where type = 'order.status.changed' and action = 'returnByRule'`,
  );
  expect(rows).toEqual([{ codes: ['NOTHING_TO_ACT_ON'] }]);
  // What goes on under the upgrade is where it was.
  const [now] = await held(customerId);
  expect(now!.productInstances.nodes).toMatchObject([{ installAddress: 'Road 1', inFlight: null, status: 'ACTIVE' }]);
});

test('PRD-54 MOD-76 an upgrade keeps the pieces that it has as well, opens those that are new, and the rest is taken away', async () => {
  const [basic, fibre] = [await desk.offeringId('OF_HOME_BASIC'), await desk.offeringId('OF_HOME_FIBER')];
  const customerId = await desk.customer('Partly Keeping Buyer');
  const install = (offeringId: string) => ({ action: 'INSTALL', offeringId, installAddress: 'Road 1' });
  await becomes(await ordered(customerId, install(basic)), 'COMPLETED');
  const pieces = async () => {
    const { data, errors } = await desk.graph.query(
      `query ($id: ID!) { customer(id: $id) { productInstances(first: 20) { nodes { id status product { code } offeringInstance { offering { code } status } } } } }`,
      { id: customerId },
    );
    expect(errors).toBeUndefined();
    return data.customer.productInstances.nodes as {
      id: string;
      status: string;
      product: { code: string };
      offeringInstance: { offering: { code: string }; status: string };
    }[];
  };
  const of = async (code: string) => (await pieces()).find(({ product }) => product.code === code)!;
  const phoneBefore = await of('PHONE');
  expect(phoneBefore.offeringInstance).toEqual({ offering: { code: 'OF_HOME_BASIC' }, status: 'ACTIVE' });
  const upgrade = await ordered(customerId, install(fibre));
  await becomes(upgrade, 'COMPLETED');
  const { nodes } = (await orderOf(upgrade)).serviceOrders;
  expect(nodes.filter(({ action }: { action: string }) => action === 'CHANGE')).toEqual([
    { action: 'CHANGE', productInstance: { id: phoneBefore.id } },
  ]);
  await until(async () => (await of('INTERNET_DSL')).status === 'REMOVED');
  const now = { offering: { code: 'OF_HOME_FIBER' }, status: 'ACTIVE' };
  expect(await of('PHONE')).toEqual({ ...phoneBefore, offeringInstance: now });
  expect(await of('INTERNET_FIBER')).toMatchObject({ status: 'ACTIVE', offeringInstance: now });
  expect((await pieces()).filter(({ product }) => product.code === 'PHONE')).toHaveLength(1);
  expect((await of('INTERNET_DSL')).offeringInstance.status).toBe('REPLACED');
});
