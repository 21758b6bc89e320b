import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import { lineBook } from '../../../plugins/line-sandbox/index.js';
import { faults, openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';
import { approve, openApproval, SECOND } from '../../testing/second-person.js';
import { until } from '../../testing/until.js';
import { expireResources } from '../resource/index.js';

let desk: PriceDesk;
let phone: string;
let holderId: string;
let typeId: string;
let numbers = 0;
const keeper = { sub: 'stk', role: 'staff', region: '44' } as const;
const COOLING_DAYS = 90;

beforeAll(async () => {
  desk = await openPriceDesk();
  phone = await desk.offeringId('OF_PHONE');
  const type = { code: 'NR', name: 'Numbers', category: 'NUMBER', serialised: true, unit: 'piece' };
  const saved = await desk.run(
    'resourceTypeSave',
    'resourceType { id }',
    { ...type, coolingDays: COOLING_DAYS },
    'admin',
  );
  expect(saved.userErrors).toEqual([]);
  typeId = saved.resourceType.id;
  const { data } = await desk.graph.query('{ region(code: "4401") { id } }');
  const shop = { code: 'SHOP', name: 'Shop', kind: 'DEPARTMENT', regionId: data.region.id };
  holderId = (await desk.run('stockHolderCreate', 'stockHolder { id }', shop, 'admin')).stockHolder.id;
});
beforeEach(() => {
  sandboxPace.stepMs = 600_000;
});
afterAll(() => {
  sandboxPace.stepMs = 0;
  return desk.graph.close();
});

/** A number that has just come into stock. */
async function stocked(): Promise<{ number: string; itemId: string }> {
  const number = `02077${String(++numbers).padStart(6, '0')}`;
  const input = { holderId, typeId, items: [{ resourceNo: number, level: 5 }] };
  expect((await desk.run('stockIn', '', input, 'admin')).userErrors).toEqual([]);
  return { number, itemId: (await piece(number)).id };
}

const PIECE = `query ($no: String!) { resourceItems(first: 1, filter: { resourceNo: { eq: $no } }) { nodes { id status coolsUntil
  instance { id status accessNumber } reservations(first: 9, orderBy: [{ field: EXPIRES_AT }]) { nodes { id status orderHold outsideHold customer { id } product { code } installAddress reason } } } } }`;
const piece = async (no: string) => {
  const { data, errors } = await desk.graph.query(PIECE, { no }, { as: 'admin' });
  expect(errors).toBeUndefined();
  return data.resourceItems.nodes[0];
};
const balance = async () => {
  const { rows } = await desk.graph.database.pool.query(
    'select on_hand::int "onHand", reserved::int from stock_balance',
  );
  return rows[0];
};
const line = (number: string, more: object = {}) => ({
  ...{ action: 'INSTALL', offeringId: phone, installAddress: 'Road 1', number },
  ...more,
});
const submit = (customerId: string, items: object[], as: Parameters<PriceDesk['run']>[3] = 'admin') =>
  desk.run('orderSubmit', 'order { id status }', { customerId, items }, as);
const ordered = async (customerId: string, ...items: object[]): Promise<string> => {
  const { order, userErrors } = await submit(customerId, items);
  expect(userErrors).toEqual([]);
  return order.id;
};
const ORDER = `query ($id: ID!) { order(id: $id) { status
  items(first: 9) { nodes { number numberReservation { status } } }
  serviceOrders(first: 9) { nodes { number action productInstance { id accessNumber } } } } }`;
const orderOf = async (id: string) => {
  const { data, errors } = await desk.graph.query(ORDER, { id }, { as: 'admin' });
  expect(errors).toBeUndefined();
  return data.order;
};
const becomes = (id: string, status: string) => until(async () => (await orderOf(id)).status === status);
const completed = async (customerId: string, ...items: object[]) => {
  sandboxPace.stepMs = 0;
  const id = await ordered(customerId, ...items);
  await becomes(id, 'COMPLETED');
  sandboxPace.stepMs = 600_000;
  return orderOf(id);
};
const reserve = async (resourceNo: string, more: object = {}): Promise<string> => {
  const input = { holderId, typeId, resourceNo, reason: 'chosen', ...more };
  const { reservation, userErrors } = await desk.run('resourceReserve', 'reservation { id }', input, keeper);
  expect(userErrors).toEqual([]);
  return reservation.id;
};
/** A telephone that the customer has, without a number. */
const telephone = async (customerId: string): Promise<string> => {
  const { serviceOrders } = await completed(customerId, { action: 'INSTALL', offeringId: phone, installAddress: 'R' });
  return serviceOrders.nodes[0].productInstance.id;
};

/** Whether somebody is asked to review an order. */
const asked = (id: string) => () =>
  openApproval(desk.graph, id).then(
    () => true,
    () => false,
  );

test('RES-31 RES-42 ORD-53 a number of the stock is reserved for the order line, told to the number subsystem, and allocated with the instance when the order is completed', async () => {
  const { number, itemId } = await stocked();
  const before = await balance();
  const customerId = await desk.customer('Whole Life');
  const id = await ordered(customerId, line(number));
  await becomes(id, 'IN_PROVISIONING');
  const [kept] = (await piece(number)).reservations.nodes;
  expect(await piece(number)).toMatchObject({ status: 'RESERVED', instance: null });
  expect(kept).toMatchObject({
    ...{ status: 'ACTIVE', orderHold: 'OWN', customer: { id: customerId }, product: { code: 'PHONE' } },
    installAddress: 'Road 1',
  });
  await until(async () => (await piece(number)).reservations.nodes[0].outsideHold === 'HELD');
  expect(lineBook.holds.get(kept.id)).toMatchObject({ number, productCode: 'PHONE', installAddress: 'Road 1' });
  expect(await balance()).toEqual({ ...before, reserved: before.reserved + 1 });

  // Nobody else gets it: not by hand, not by a reservation, not by another order, not even for the same customer.
  const own = { itemId, instanceId: await telephone(customerId) };
  const other = await desk.customer('Other Life');
  const by = async (mutation: string, input: object) => faults(await desk.run(mutation, '', input, keeper));
  expect(await by('resourceAllocate', own)).toEqual(['OUT_OF_STOCK input.itemId']);
  expect(await by('resourceAllocate', { ...own, reservationId: kept.id })).toEqual([
    'HELD_BY_ORDER input.reservationId',
  ]);
  expect(await by('reservationRelease', { reservationId: kept.id })).toEqual(['HELD_BY_ORDER input.reservationId']);
  expect(await by('resourceReserve', { holderId, typeId, resourceNo: number, customerId })).toEqual([
    'OUT_OF_STOCK input.resourceNo',
  ]);
  for (const buyer of [other, customerId])
    expect(faults(await submit(buyer, [line(number)]))).toEqual(['OUT_OF_STOCK input.items.0.number']);
  // Its time does not run out while the order is under way.
  await expireResources(desk.graph.database.systemContext('clock'), new Date(Date.now() + 40 * 24 * 60 * 60_000));
  expect(await piece(number)).toMatchObject({ status: 'RESERVED' });

  expect((await orderOf(id)).serviceOrders.nodes).toMatchObject([{ number, productInstance: { accessNumber: null } }]);
  const second = await stocked();
  const order = await completed(customerId, line(second.number));
  expect(order.items.nodes).toEqual([{ number: second.number, numberReservation: { status: 'CONSUMED' } }]);
  expect(order.serviceOrders.nodes).toMatchObject([{ productInstance: { accessNumber: second.number } }]);
  expect(await piece(second.number)).toMatchObject({
    status: 'ALLOCATED',
    instance: { id: order.serviceOrders.nodes[0].productInstance.id, accessNumber: second.number },
  });
  // One of the two numbers has left the stock, the other is still kept.
  expect(await balance()).toEqual({ onHand: before.onHand, reserved: before.reserved + 1 });
  const consumed = (await piece(second.number)).reservations.nodes[0];
  await until(async () => lineBook.ended.get(consumed.id) === 'CONSUMED');
});

test('RES-31 RES-42 an order that is cancelled lets its number go, and what the customer had reserved before stays reserved', async () => {
  const { number } = await stocked();
  const before = await balance();
  const customerId = await desk.customer('Cancelling Buyer');
  for (const state of ['IN_PROVISIONING', 'IN_PROVISIONING']) {
    const id = await ordered(customerId, line(number));
    await becomes(id, state);
    expect((await desk.run('orderCancel', '', { orderId: id, reason: 'dear' }, 'admin')).userErrors).toEqual([]);
    await becomes(id, 'CANCELLED');
    expect((await orderOf(id)).items.nodes[0].numberReservation.status).toBe('RELEASED');
    expect(await piece(number)).toMatchObject({ status: 'IN_STOCK' });
    expect(await balance()).toEqual(before);
  }
  const reservationId = await reserve(number, { customerId });
  const id = await ordered(customerId, line(number));
  await becomes(id, 'IN_PROVISIONING');
  const [kept] = (await piece(number)).reservations.nodes.filter(
    (each: { status: string }) => each.status === 'ACTIVE',
  );
  expect(kept).toMatchObject({ id: reservationId, orderHold: 'TAKEN_OVER' });
  await desk.run('orderCancel', '', { orderId: id, reason: 'dear' }, 'admin');
  await becomes(id, 'CANCELLED');
  expect(await piece(number)).toMatchObject({ status: 'RESERVED' });
  expect((await desk.run('reservationRelease', '', { reservationId }, keeper)).userErrors).toEqual([]);
  expect(await piece(number)).toMatchObject({ status: 'IN_STOCK' });
  expect(await balance()).toEqual(before);
});

test('RES-31 RES-42 an order that is sent back lets its number go, and takes it again when it is sent again if nobody else has it', async () => {
  const rule = { code: 'ALL_PHONES', name: 'All', minPieces: 1, inUse: true };
  const { pool } = desk.graph.database;
  await pool.query(
    `insert into review_rule (id, created_at, updated_at, code, name, min_pieces, in_use) values (gen_random_uuid(), now(), now(), $1, $2, $3, true)`,
    [rule.code, rule.name, rule.minPieces],
  );
  try {
    const { number } = await stocked();
    const customerId = await desk.customer('Returned Buyer');
    const id = await ordered(customerId, line(number));
    await becomes(id, 'PENDING_REVIEW');
    expect(await piece(number)).toMatchObject({ status: 'RESERVED' });
    await until(asked(id));
    const verdict = { approvalId: await openApproval(desk.graph, id), approved: false, remark: 'A paper is missing.' };
    expect((await desk.run('approvalDecide', '', verdict, SECOND)).userErrors).toEqual([]);
    await becomes(id, 'EXCEPTION');
    expect(await piece(number)).toMatchObject({ status: 'IN_STOCK' });
    const taken = await reserve(number);
    const again = { orderId: id, reason: 'once more' };
    expect(faults(await desk.run('orderResend', '', again, 'admin'))).toEqual(['OUT_OF_STOCK input.orderId']);
    expect((await orderOf(id)).status).toBe('EXCEPTION');
    expect((await desk.run('reservationRelease', '', { reservationId: taken }, keeper)).userErrors).toEqual([]);
    expect((await desk.run('orderResend', '', again, 'admin')).userErrors).toEqual([]);
    expect(await piece(number)).toMatchObject({ status: 'RESERVED' });
    expect((await orderOf(id)).items.nodes[0].numberReservation.status).toBe('ACTIVE');
  } finally {
    await pool.query('delete from review_rule where code = $1', [rule.code]);
  }
});

test('RES-42 of two hands that take the same number at once one gets it: two orders, an order and a reservation, an order and an allocation', async () => {
  const [one, other] = [await desk.customer('One Hand'), await desk.customer('Other Hand')];
  const instanceId = await telephone(other);
  for (let round = 0; round < 4; round++) {
    const [first, second, third] = [await stocked(), await stocked(), await stocked()];
    const answers = await Promise.all([
      submit(one, [line(first.number)]),
      submit(other, [line(first.number)]),
      submit(one, [line(second.number)]),
      desk.run('resourceReserve', '', { holderId, typeId, resourceNo: second.number }, keeper),
      submit(one, [line(third.number)]),
      desk.run('resourceAllocate', '', { itemId: third.itemId, instanceId }, keeper),
    ]);
    const got = answers.map((answer) => answer.userErrors.length === 0);
    expect([got[0]! !== got[1]!, got[2]! !== got[3]!]).toEqual([true, true]);
    expect(got[4]! !== got[5]!).toBe(true);
    // Each is kept once, or somebody has it.
    for (const { number } of [first, second, third]) {
      const { status, reservations } = await piece(number);
      const active = reservations.nodes.filter((each: { status: string }) => each.status === 'ACTIVE');
      expect([status, active.length]).toEqual(status === 'ALLOCATED' ? ['ALLOCATED', 0] : ['RESERVED', 1]);
    }
    // The next round needs an instance without a number.
    if (got[5]) {
      const input = { itemId: third.itemId, reason: 'tried' };
      expect((await desk.run('resourceReturn', '', input, keeper)).userErrors).toEqual([]);
    }
  }
});

test('RES-31 a change of number gives the instance the new one and lets the old one rest; one that is removed gives its number back', async () => {
  const [old, next] = [await stocked(), await stocked()];
  const customerId = await desk.customer('Changing Buyer');
  const first = await completed(customerId, line(old.number));
  const productInstanceId = first.serviceOrders.nodes[0].productInstance.id;
  const before = await balance();
  const change = await completed(customerId, { action: 'CHANGE', productInstanceId, number: next.number });
  expect(change.serviceOrders.nodes).toMatchObject([
    { number: next.number, productInstance: { id: productInstanceId } },
  ]);
  expect(await piece(next.number)).toMatchObject({
    status: 'ALLOCATED',
    instance: { id: productInstanceId, accessNumber: next.number },
  });
  const rested = await piece(old.number);
  expect(rested).toMatchObject({ status: 'COOLING', instance: null });
  expect(new Date(rested.coolsUntil).getTime()).toBeGreaterThan(Date.now() + (COOLING_DAYS - 1) * 24 * 60 * 60_000);
  // It names what it has: nothing changes.
  await completed(customerId, { action: 'CHANGE', productInstanceId, number: next.number });
  expect(await piece(next.number)).toMatchObject({ status: 'ALLOCATED', instance: { id: productInstanceId } });

  await completed(customerId, { action: 'REMOVE', productInstanceId });
  expect(await piece(next.number)).toMatchObject({ status: 'COOLING', instance: null });
  expect(await balance()).toEqual({ ...before, onHand: before.onHand - 1 });
  await expireResources(desk.graph.database.systemContext('clock'), new Date(Date.now() + 91 * 24 * 60 * 60_000));
  expect(await piece(next.number)).toMatchObject({ status: 'IN_STOCK' });
});

test('RES-42 PRD-84 an upgrade takes the number over from what it takes the place of, which nobody takes back meanwhile', async () => {
  const [dsl, fibre] = [await desk.offeringId('OF_INTERNET_DSL'), await desk.offeringId('OF_INTERNET_FIBER')];
  const { number, itemId } = await stocked();
  const customerId = await desk.customer('Upgrading Buyer');
  const first = await completed(customerId, line(number, { offeringId: dsl }));
  const former = first.serviceOrders.nodes[0].productInstance.id;
  const upgrade = line(number, { offeringId: fibre });
  const id = await ordered(customerId, upgrade);
  await becomes(id, 'IN_PROVISIONING');
  expect(faults(await desk.run('resourceReturn', '', { itemId, reason: 'x' }, keeper))).toEqual([
    'HELD_BY_ORDER input.itemId',
  ]);
  expect(await piece(number)).toMatchObject({ status: 'ALLOCATED', instance: { id: former } });
  await desk.run('orderCancel', '', { orderId: id, reason: 'dear' }, 'admin');
  await becomes(id, 'CANCELLED');
  expect(await piece(number)).toMatchObject({ status: 'ALLOCATED', instance: { id: former, accessNumber: number } });
  const done = await completed(customerId, upgrade);
  const reached = done.serviceOrders.nodes.find((each: { number: string | null }) => each.number === number);
  expect(await piece(number)).toMatchObject({
    status: 'ALLOCATED',
    instance: { id: reached.productInstance.id, accessNumber: number },
  });
  expect(reached.productInstance.id).not.toBe(former);
});

test('RES-42 an order whose number the number subsystem does not hold is sent back instead of being provisioned', async () => {
  const { number } = await stocked();
  lineBook.refused.set(number, 'Ported out.');
  const { pool } = desk.graph.database;
  await pool.query(
    `insert into review_rule (id, created_at, updated_at, code, name, min_pieces, in_use) values (gen_random_uuid(), now(), now(), 'EACH', 'Each', 1, true)`,
  );
  try {
    const customerId = await desk.customer('Refused Buyer');
    const id = await ordered(customerId, line(number));
    await until(async () => (await piece(number)).reservations.nodes[0].outsideHold === 'REFUSED');
    // Nobody else gets it while the order has it.
    expect(await piece(number)).toMatchObject({ status: 'RESERVED' });
    await until(asked(id));
    await approve(desk.graph, id);
    await becomes(id, 'EXCEPTION');
    expect((await orderOf(id)).serviceOrders.nodes).toEqual([]);
    expect((await piece(number)).reservations.nodes).toMatchObject([{ status: 'RELEASED' }]);
  } finally {
    await pool.query(`delete from review_rule where code = 'EACH'`);
  }
});

test('RES-31 RES-42 a number that an instance is reached under is not ordered for another, whether it is in stock or not', async () => {
  const [one, other] = [await desk.customer('Reached Buyer'), await desk.customer('Unreached Buyer')];
  const number = '0755900001';
  const first = await completed(one, line(number));
  const productInstanceId = first.serviceOrders.nodes[0].productInstance.id;
  expect(first.serviceOrders.nodes[0].productInstance.accessNumber).toBe(number);
  const orders = await desk.count('customer_order');
  for (const buyer of [one, other])
    expect(faults(await submit(buyer, [line(number)]))).toEqual(['NUMBER_IN_USE input.items.0.number']);
  expect(await desk.count('customer_order')).toBe(orders);
  // What it is reached under already is no obstacle, and neither is what has been removed.
  await completed(one, { action: 'CHANGE', productInstanceId, number });
  await completed(one, { action: 'REMOVE', productInstanceId });
  expect((await submit(other, [line(number)])).userErrors).toEqual([]);

  const buyers = await Promise.all(['A', 'B', 'C'].map((name) => desk.customer(`Racing ${name}`)));
  const answers = await Promise.all(buyers.map((customerId) => submit(customerId, [line('0755900002')])));
  expect(answers.map(faults).sort((a, b) => a.length - b.length)).toEqual([
    [],
    ['OUT_OF_STOCK input.items.0.number'],
    ['OUT_OF_STOCK input.items.0.number'],
  ]);
});

test('RES-38 RES-41 the level and the purpose of a number count for an order as they do at the counter', async () => {
  const good = `02076${String(++numbers).padStart(6, '0')}`;
  const stock = { holderId, typeId, items: [{ resourceNo: good, level: 1 }] };
  expect((await desk.run('stockIn', '', stock, 'admin')).userErrors).toEqual([]);
  const ruled = { typeId, name: 'Deposit', condition: 'deposit >= 1000', startLevel: 1 };
  expect((await desk.run('numberLevelRuleSave', '', ruled, 'admin')).userErrors).toEqual([]);
  const { data } = await desk.graph.query('{ product(code: "MOBILE") { id } }');
  const range = { typeId, name: 'Mobile', firstNo: '02075000000', lastNo: '02075999999', productId: data.product.id };
  expect((await desk.run('numberSegmentCreate', '', range, 'admin')).userErrors).toEqual([]);
  const mobile = '02075000001';
  const more = { ...stock, items: [{ resourceNo: mobile, level: 5 }] };
  expect((await desk.run('stockIn', '', more, 'admin')).userErrors).toEqual([]);
  const customerId = await desk.customer('Levelled Buyer');
  const orders = await desk.count('customer_order');
  expect(faults(await submit(customerId, [line(good)]))).toEqual(['LEVEL_TOO_GOOD input.items.0.number']);
  expect(faults(await submit(customerId, [line(mobile)]))).toEqual(['NUMBER_PURPOSE input.items.0.number']);
  expect(await desk.count('customer_order')).toBe(orders);
  await reserve(good, { customerId, deposit: { amount: '1000', currency: 'CNY' } });
  expect((await submit(customerId, [line(good)])).userErrors).toEqual([]);
});
