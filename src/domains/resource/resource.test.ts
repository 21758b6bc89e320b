import { beforeAll, expect, test } from '@jest/globals';
import { encodeId } from '../../kernel/model/index.js';
import {
  ask,
  faults,
  graph,
  idOf,
  ok,
  productInUse,
  refused,
  rows,
  run,
  useCatalogueDesk,
} from '../../testing/catalogue-desk.js';
import type { As } from '../../testing/graph.js';
import { approveOnly, openApproval, SECOND } from '../../testing/second-person.js';
import { Offering, Product } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { createInstances } from '../inventory/index.js';
import { Region } from '../region/index.js';
import { expireResources } from './reservation.service.js';

useCatalogueDesk();

const keeper = { sub: 'stk', role: 'staff', region: '44' } as const;
const stranger = { sub: 'other', role: 'staff', region: '51' } as const;
let city: string;
let shop: string;

const typeOf = async (code: string, more: object = {}) =>
  (
    await ok('resourceTypeSave', 'resourceType { id }', {
      code,
      name: code,
      category: 'GIFT',
      serialised: false,
      unit: 'piece',
      ...more,
    })
  )['resourceType'].id as string;
const holderOf = async (code: string, more: object = {}) => {
  const input = { code, name: code, kind: 'DEPARTMENT', regionId: await idOf('region', '4401'), ...more };
  return (await ok('stockHolderCreate', 'stockHolder { id }', input, keeper))['stockHolder'].id as string;
};
const note = 'stockNote { id noteNo kind quantity resourceNos unitPrice { amount } total { amount currency } movedBy }';
const stockIn = async (typeId: string, more: object) =>
  (await ok('stockIn', note, { holderId: city, typeId, ...more }, keeper))['stockNote'];
/** Scraps stock, and has somebody else approve it. */
const scrapped = async (input: object) => {
  expect((await ok('stockScrap', 'held', input, keeper))['held']).toBe(true);
  await approveOnly(graph, 'STOCK_SCRAP');
};
const numbered = (...nos: string[]) => ({ items: nos.map((resourceNo) => ({ resourceNo })) });
const balance = async (type: string, holder: string) =>
  (
    await rows(
      `select on_hand, reserved from stock_balance b join resource_type t on t.id = b.type_id join stock_holder h on h.id = b.holder_id where t.code = $1 and h.code = $2`,
      [type, holder],
    )
  )[0];
const itemOf = async (type: string, no: string) =>
  (
    await rows(
      `select i.id, i.status, i.instance_id from resource_item i join resource_type t on t.id = i.type_id where t.code = $1 and resource_no = $2`,
      [type, no],
    )
  )[0] as { id: string; status: string; instance_id: string | null };
const itemId = async (type: string, no: string) => encodeId('rg', (await itemOf(type, no)).id);
const reserve = async (input: object) =>
  (await ok('resourceReserve', 'reservation { id status }', input, keeper))['reservation'].id as string;

beforeAll(async () => {
  city = await holderOf('CITY');
  shop = await holderOf('SHOP', { kind: 'OUTLET', parentId: city });
  for (const code of ['ALICE', 'BOB'])
    await ok(
      'customerCreate',
      '__typename',
      { code, regionId: await idOf('region', '4401'), individual: { name: code } },
      'admin',
    );
});

/** A product instance of a customer; answers its opaque id. */
async function instanceOf(code: string): Promise<string> {
  const { database } = graph;
  return database.write(database.systemContext('test'), async (tx) => {
    const customer = await tx.em.findOneOrFail(Customer, { code });
    const { productInstances } = await createInstances(tx, {
      customer,
      region: await tx.em.findOneOrFail(Region, { code: '4401' }),
      offering: await tx.em.findOneOrFail(Offering, { code: 'OF_INTERNET_FIBER' }),
      tariffPlan: null,
      account: null,
      pieces: [{ product: await tx.em.findOneOrFail(Product, { code: 'PHONE' }) }],
    });
    return tx.idOf(productInstances[0]!);
  });
}

test('RES-01 RES-17 RES-18 a stock-in is noted with value, person and time, and raises what the holder has', async () => {
  const typeId = await typeOf('UMBRELLA');
  expect(await refused('stockIn', { holderId: city, typeId }, keeper)).toEqual(['REQUIRED input.quantity']);
  expect(await refused('stockIn', { holderId: city, typeId, ...numbered('1') }, keeper)).toEqual([
    'CONTRADICTORY input.items',
  ]);
  expect(await refused('stockIn', { holderId: city, typeId, quantity: 1 }, stranger)).toEqual([
    'NOT_FOUND input.holderId',
  ]);
  expect(await balance('UMBRELLA', 'CITY')).toBeUndefined();
  const made = await stockIn(typeId, { quantity: 40, unitPrice: { amount: '12.50', currency: 'CNY' } });
  expect(made).toMatchObject({
    kind: 'STOCK_IN',
    quantity: 40,
    total: { amount: '500', currency: 'CNY' },
    movedBy: 'stk',
  });
  await stockIn(typeId, { quantity: 2 });
  const other = await typeOf('MUG');
  await stockIn(other, { quantity: 7 });
  // Several types in one query, as they are now, to whoever works in the region and to nobody else.
  const counts = `{ stockBalances(first: 9, filter: { type: { code: { in: ["MUG", "UMBRELLA"] } } }) { nodes { onHand available type { code } holder { code } } } }`;
  const seen = await ask(counts, {}, keeper);
  expect(seen.stockBalances.nodes).toHaveLength(2);
  expect(seen.stockBalances.nodes).toEqual(
    expect.arrayContaining([
      { onHand: 42, available: 42, type: { code: 'UMBRELLA' }, holder: { code: 'CITY' } },
      { onHand: 7, available: 7, type: { code: 'MUG' }, holder: { code: 'CITY' } },
    ]),
  );
  expect((await ask(counts, {}, stranger)).stockBalances.nodes).toEqual([]);
});

test('RES-32 RES-33 each serialised piece has a number of its own, also when two stock it in at once', async () => {
  const typeId = await typeOf('PHONE_X', { category: 'TERMINAL', serialised: true, warrantyMonths: 12 });
  expect(await refused('stockIn', { holderId: city, typeId, ...numbered('A', 'A') }, keeper)).toEqual([
    'DUPLICATE input.items.1.resourceNo',
  ]);
  const raced = await Promise.all(
    [1, 2].map(() => run('stockIn', note, { holderId: city, typeId, ...numbered('I1', 'I2') }, keeper)),
  );
  expect(raced.flatMap(faults)).toEqual(['DUPLICATE input.items.0.resourceNo']);
  expect(await balance('PHONE_X', 'CITY')).toEqual({ on_hand: 2, reserved: 0 });
});

test('RES-13 what is out of warranty is listed', async () => {
  await graph.database.pool.query(`update resource_item set warranty_until = '2020-01-31' where resource_no = 'I1'`);
  const found = await ask(
    `{ resourceItems(first: 9, filter: { warrantyUntil: { lt: "2026-01-01" } }) { nodes { resourceNo type { code } } } }`,
    {},
    keeper,
  );
  expect(found.resourceItems.nodes).toEqual([{ resourceNo: 'I1', type: { code: 'PHONE_X' } }]);
});

test('RES-05 a stock-in is reversed with a reason, in parts, but never more than remains', async () => {
  const typeId = await typeOf('LAMP_GIFT');
  const { id: noteId } = await stockIn(typeId, { quantity: 10 });
  const reverse = (input: object) =>
    run('stockReverse', 'stockNote { id }', { noteId, reason: 'counted wrong', ...input }, keeper);
  expect(faults(await reverse({ quantity: 4 }))).toEqual([]);
  expect(faults(await reverse({ quantity: 7 }))).toEqual(['TOO_MUCH input.quantity']);
  await ok('stockTransfer', note, { fromId: city, toId: shop, typeId, quantity: 5 }, keeper);
  expect(faults(await reverse({}))).toEqual(['OUT_OF_STOCK input.quantity']);
  expect(await balance('LAMP_GIFT', 'CITY')).toEqual({ on_hand: 1, reserved: 0 });
  const raced = await Promise.all([reverse({ quantity: 1 }), reverse({ quantity: 1 })]);
  expect(raced.flatMap(faults)).toEqual(['OUT_OF_STOCK input.quantity']);
});

test('RES-08 RES-09 RES-10 stock goes to another holder and back; what is not there does not move', async () => {
  const typeId = await typeOf('CHARGER', { category: 'TERMINAL_PART' });
  await stockIn(typeId, { quantity: 5 });
  const there = { fromId: city, toId: shop, typeId };
  expect(await refused('stockTransfer', { ...there, quantity: 6 }, keeper)).toEqual(['OUT_OF_STOCK input.quantity']);
  const raced = await Promise.all([3, 3].map((quantity) => run('stockTransfer', note, { ...there, quantity }, keeper)));
  expect(raced.flatMap(faults)).toEqual(['OUT_OF_STOCK input.quantity']);
  expect([await balance('CHARGER', 'CITY'), await balance('CHARGER', 'SHOP')]).toMatchObject([
    { on_hand: 2 },
    { on_hand: 3 },
  ]);
  const back = { fromId: shop, toId: city, typeId, quantity: 1, recall: 'UPPER_FROM_LOWER' };
  expect(await refused('stockTransfer', back, keeper)).toEqual(['REQUIRED input.reason']);
  expect(await refused('stockTransfer', { ...back, fromId: city, toId: shop, reason: 'r' }, keeper)).toEqual([
    'CONTRADICTORY input.recall',
  ]);
  expect(await refused('stockTransfer', { ...back, recall: 'OPERATOR_FROM_PARTNER', reason: 'r' }, keeper)).toEqual([
    'CONTRADICTORY input.recall',
  ]);
  const recalled = { kind: 'RECALL', mode: 'UPPER_FROM_LOWER', quantity: 1, reason: 'too many', movedBy: 'stk' };
  const whole =
    'stockNote { kind mode quantity reason movedBy movedAt unitPrice { amount } total { amount } from { code } to { code } type { code category name } }';
  expect((await ok('stockTransfer', whole, { ...back, reason: 'too many' }, keeper))['stockNote']).toMatchObject({
    ...recalled,
    ...{ from: { code: 'SHOP' }, to: { code: 'CITY' }, movedAt: expect.any(String) },
  });
  // The note of a dispatch says who gave what to whom, when, and what it is worth.
  const worth = await typeOf('HEADSET', { category: 'TERMINAL_PART' });
  await stockIn(worth, { quantity: 2, unitPrice: { amount: '30', currency: 'CNY' } });
  expect(
    (await ok('stockTransfer', whole, { ...there, typeId: worth, quantity: 2 }, keeper))['stockNote'],
  ).toMatchObject({
    ...{ kind: 'DISPATCH', mode: null, quantity: 2, movedBy: 'stk', movedAt: expect.any(String) },
    ...{
      from: { code: 'CITY' },
      to: { code: 'SHOP' },
      type: { code: 'HEADSET', category: 'TERMINAL_PART', name: 'HEADSET' },
    },
    ...{ unitPrice: { amount: '30' }, total: { amount: '60' } },
  });
  // Two that move in opposite directions at once do not wait for each other for ever.
  const crossed = await Promise.all([
    run('stockTransfer', note, { ...there, quantity: 1 }, keeper),
    run('stockTransfer', note, { ...there, fromId: shop, toId: city, quantity: 1 }, keeper),
  ]);
  expect(crossed.flatMap(faults)).toEqual([]);
  expect([await balance('CHARGER', 'CITY'), await balance('CHARGER', 'SHOP')]).toMatchObject([
    { on_hand: 3 },
    { on_hand: 2 },
  ]);
});

test('RES-12 WFL-28 scrapped pieces leave the stock for good, once somebody else has approved it', async () => {
  const typeId = await typeOf('MODEM', { category: 'TERMINAL', serialised: true });
  const price = (amount: string) => ({ unitPrice: { amount, currency: 'CNY' } });
  await stockIn(typeId, { ...numbered('M1', 'M2'), ...price('80') });
  await stockIn(typeId, { ...numbered('M3'), ...price('95.5') });
  const scrap = { holderId: city, typeId, resourceNos: ['M1'], reason: 'water' };
  const state = async () => [
    await balance('MODEM', 'CITY'),
    await rows(`select 1 from stock_note where kind = 'SCRAP'`),
    (await itemOf('MODEM', 'M1')).status,
  ];
  const asked = await Promise.all([1, 2].map(() => run('stockScrap', `held ${note}`, scrap, keeper)));
  expect(asked.flatMap(faults)).toEqual(['APPROVAL_PENDING input.holderId']);
  expect(asked.find(({ userErrors }) => userErrors.length === 0)).toMatchObject({ held: true, stockNote: null });
  const before = [{ on_hand: 3, reserved: 0 }, [], 'IN_STOCK'];
  expect(await state()).toEqual(before);
  const { approvals } = await ask(
    '{ approvals(filter: { kind: { eq: "STOCK_SCRAP" } }) { nodes { id subjectId askedBy reason changes } } }',
    {},
    'admin',
  );
  expect(approvals.nodes).toMatchObject([{ reason: 'water', changes: { scrapped: { new: { pieces: ['M1'] } } } }]);
  const approvalId = approvals.nodes[0].id;
  const decide = (approved: boolean, as: As) =>
    run('approvalDecide', '__typename', { approvalId, approved, remark: 'Looked at' }, as);
  expect(faults(await decide(true, keeper))).toEqual(['OWN_WORK input.approvalId']);
  expect(await state()).toEqual(before);
  const made = await Promise.all([1, 2, 3].map(() => decide(true, SECOND)));
  expect(made.filter((each) => faults(each).length === 0)).toHaveLength(1);
  expect(await state()).toEqual([{ on_hand: 2, reserved: 0 }, [{ '?column?': 1 }], 'SCRAPPED']);
  expect(await rows(`select resource_nos, moved_by, total_amount from stock_note where kind = 'SCRAP'`)).toEqual([
    { resource_nos: ['M1'], moved_by: approvals.nodes[0].askedBy, total_amount: expect.stringMatching(/^80(\.0+)?$/) },
  ]);
  // Each piece is worth what was paid for it.
  const moved = { fromId: city, toId: shop, typeId, resourceNos: ['M2', 'M3'] };
  expect((await ok('stockTransfer', note, moved, keeper))['stockNote']).toMatchObject({
    ...{ unitPrice: null, total: { amount: '175.5' } },
  });
  await ok(
    'stockTransfer',
    '__typename',
    { ...moved, fromId: shop, toId: city, recall: 'UPPER_FROM_LOWER', reason: 'back' },
    keeper,
  );
  expect(await refused('stockScrap', scrap, keeper)).toEqual(['OUT_OF_STOCK input.resourceNos.0']);
  await ok('stockScrap', 'held', { ...scrap, resourceNos: ['M2', 'M3'] }, keeper);
  await ok('stockTransfer', '__typename', { fromId: city, toId: shop, typeId, resourceNos: ['M3'] }, keeper);
  const second = await openApproval(graph, approvals.nodes[0].subjectId);
  // What was given away meanwhile is not scrapped.
  expect(await refused('approvalDecide', { approvalId: second, approved: true }, SECOND)).toEqual(['NOT_FOUND']);
  await ok('approvalDecide', '__typename', { approvalId: second, approved: false, remark: 'one is gone' }, SECOND);
  expect(await balance('MODEM', 'CITY')).toEqual({ on_hand: 1, reserved: 0 });
});

test('RES-19 RES-20 below the minimum there is one warning, and one when it is over', async () => {
  const typeId = await typeOf('SIM_CARD', { category: 'SIM', minStock: 3 });
  const warnings = async () =>
    (
      await rows(
        `select type from history_entry where type like 'stock.low%' and data->>'type' = 'SIM_CARD' order by sequence`,
      )
    ).map(({ type }) => type);
  await stockIn(typeId, { quantity: 5 });
  const cleared = await warnings();
  const out = (quantity: number) => scrapped({ holderId: city, typeId, quantity, reason: 'test' });
  await out(2);
  expect(await warnings()).toEqual(cleared);
  await out(1);
  await out(1);
  expect(await warnings()).toEqual([...cleared, 'stock.low']);
  await stockIn(typeId, { quantity: 5 });
  expect(await warnings()).toEqual([...cleared, 'stock.low', 'stock.low.cleared']);
});

const numberType = () => typeOf('MOBILE_NO', { category: 'NUMBER', serialised: true });

test('RES-31 RES-43 numbers are loaded with exchange and level, and chosen by them', async () => {
  const typeId = await numberType();
  expect(await refused('stockIn', { holderId: city, typeId, ...numbered('13300000001') }, keeper)).toEqual([
    'REQUIRED input.items.0.level',
  ]);
  const items = [1, 2, 3, 4, 8].map((tail) => ({
    resourceNo: `1330000000${tail}`,
    level: tail === 8 ? 1 : 5,
    exchange: '1330000',
  }));
  await stockIn(typeId, { items });
  const free = (filter: string) =>
    ask(
      `{ resourceItems(first: 9, filter: { status: { eq: IN_STOCK }, type: { code: { eq: "MOBILE_NO" } }, ${filter} }, orderBy: [{ field: RESOURCE_NO, direction: ASC }]) {
      nodes { resourceNo level exchange status } } }`,
      {},
      keeper,
    ).then(({ resourceItems }) => resourceItems.nodes.map(({ resourceNo }: { resourceNo: string }) => resourceNo));
  expect(await free('level: { eq: 1 }')).toEqual(['13300000008']);
  expect(await free('exchange: { eq: "1330000" }, level: { gte: 2 }')).toHaveLength(4);
  expect(await free('resourceNo: { startsWith: "13300000003" }')).toEqual(['13300000003']);
});

test('RES-14 RES-42 of two who reserve one number at once one gets it; an expired reservation frees it', async () => {
  const typeId = await idOf('resourceType', 'MOBILE_NO');
  const wish = {
    ...{ holderId: city, typeId, resourceNo: '13300000001', customerId: await idOf('customer', 'ALICE') },
    ...{ productId: await idOf('product', 'MOBILE'), installAddress: 'Road 1', reason: 'wanted' },
  };
  expect(await refused('resourceReserve', { ...wish, expiresAt: '2020-01-01T00:00:00Z' }, keeper)).toEqual([
    'IN_PAST input.expiresAt',
  ]);
  expect(await refused('resourceReserve', { ...wish, expiresAt: '2999-01-01T00:00:00Z' }, keeper)).toEqual([
    'TOO_LATE input.expiresAt',
  ]);
  const raced = await Promise.all(
    Array.from({ length: 5 }, () => run('resourceReserve', 'reservation { id }', wish, keeper)),
  );
  expect(raced.flatMap(faults)).toEqual(Array(4).fill('OUT_OF_STOCK input.resourceNo'));
  expect(await rows(`select count(*)::int n from reservation where status = 'ACTIVE'`)).toEqual([{ n: 1 }]);
  const { reservations } = await ask(
    `{ reservations(first: 5) { nodes { product { code } installAddress reason reservedBy createdAt expiresAt customer { code } item { resourceNo } } } }`,
    {},
    keeper,
  );
  expect(reservations.nodes).toEqual([
    {
      ...{ product: { code: 'MOBILE' }, installAddress: 'Road 1', reason: 'wanted', reservedBy: 'stk' },
      ...{ customer: { code: 'ALICE' }, item: { resourceNo: '13300000001' } },
      ...{ createdAt: expect.any(String), expiresAt: expect.any(String) },
    },
  ]);
  expect(await balance('MOBILE_NO', 'CITY')).toEqual({ on_hand: 5, reserved: 1 });
  const context = graph.database.systemContext('clock');
  await expireResources(context);
  expect((await itemOf('MOBILE_NO', '13300000001')).status).toBe('RESERVED');
  await Promise.all([1, 2].map(() => expireResources(context, new Date(Date.now() + 31 * 60_000))));
  expect(await rows(`select status from reservation`)).toEqual([{ status: 'EXPIRED' }]);
  expect((await itemOf('MOBILE_NO', '13300000001')).status).toBe('IN_STOCK');
  expect(await balance('MOBILE_NO', 'CITY')).toEqual({ on_hand: 5, reserved: 0 });
});

test('RES-14 counted stock that is reserved cannot be moved, and is free again when released', async () => {
  const typeId = await typeOf('BACKPACK');
  await stockIn(typeId, { quantity: 3 });
  const reservationId = await reserve({ holderId: city, typeId, quantity: 2, reason: 'campaign' });
  expect(await refused('stockTransfer', { fromId: city, toId: shop, typeId, quantity: 2 }, keeper)).toEqual([
    'OUT_OF_STOCK input.quantity',
  ]);
  expect(await refused('reservationRelease', { reservationId }, stranger)).toEqual(['NOT_FOUND input.reservationId']);
  await ok('reservationRelease', '__typename', { reservationId }, keeper);
  expect(await refused('reservationRelease', { reservationId }, keeper)).toEqual(['INVALID_TRANSITION']);
  expect(await balance('BACKPACK', 'CITY')).toEqual({ on_hand: 3, reserved: 0 });
});

test('RES-42 RES-31 a reserved number goes to the customer it is kept for; returned, it rests before it is free', async () => {
  const typeId = await idOf('resourceType', 'MOBILE_NO');
  const no = '13300000002';
  const reservationId = await reserve({
    holderId: city,
    typeId,
    resourceNo: no,
    customerId: await idOf('customer', 'ALICE'),
  });
  const item = await itemId('MOBILE_NO', no);
  const [alice, bob] = [await instanceOf('ALICE'), await instanceOf('BOB')];
  expect(await refused('resourceAllocate', { itemId: item, instanceId: alice }, keeper)).toEqual([
    'OUT_OF_STOCK input.itemId',
  ]);
  expect(await refused('resourceAllocate', { itemId: item, instanceId: bob, reservationId }, keeper)).toEqual([
    'NOT_OF_CUSTOMER input.reservationId',
  ]);
  await ok('resourceAllocate', '__typename', { itemId: item, instanceId: alice, reservationId }, keeper);
  expect(await balance('MOBILE_NO', 'CITY')).toEqual({ on_hand: 4, reserved: 0 });
  const own = `query ($id: ID!) { node(id: $id) { ... on ProductInstance { accessNumber resources(first: 5) { nodes { resourceNo status } } } } }`;
  const seen = await ask(own, { id: alice }, { sub: 'alice', role: 'customer', customer: 'ALICE' });
  expect(seen.node).toEqual({ accessNumber: no, resources: { nodes: [{ resourceNo: no, status: 'ALLOCATED' }] } });
  await ok('resourceReturn', '__typename', { itemId: item, reason: 'moved away' }, keeper);
  expect(await rows('select access_number from product_instance where access_number = $1', [no])).toEqual([]);
  const context = graph.database.systemContext('clock');
  const days = (count: number) => new Date(Date.now() + count * 24 * 60 * 60_000);
  await expireResources(context, days(89));
  expect((await itemOf('MOBILE_NO', no)).status).toBe('COOLING');
  await Promise.all([1, 2].map(() => expireResources(context, days(91))));
  expect((await itemOf('MOBILE_NO', no)).status).toBe('IN_STOCK');
  expect(await balance('MOBILE_NO', 'CITY')).toEqual({ on_hand: 5, reserved: 0 });
});

test('RES-11 a defective terminal is replaced at the customer by one of the same type', async () => {
  const typeId = await typeOf('ROUTER', {
    category: 'TERMINAL',
    serialised: true,
    productId: await productInUse('ROUTER_BOX', { nature: 'PHYSICAL' }),
  });
  await stockIn(typeId, { ...numbered('R1', 'R2', 'R3'), unitPrice: { amount: '120', currency: 'CNY' } });
  const instanceId = await instanceOf('ALICE');
  const [first, second, third] = await Promise.all(['R1', 'R2', 'R3'].map((no) => itemId('ROUTER', no)));
  await ok('resourceAllocate', '__typename', { itemId: first, instanceId }, keeper);
  expect(await refused('resourceReplace', { itemId: second, byId: third, reason: 'dead' }, keeper)).toEqual([
    'INVALID_TRANSITION input.itemId',
  ]);
  await ok('resourceReplace', '__typename', { itemId: first, byId: second, reason: 'dead' }, keeper);
  expect([(await itemOf('ROUTER', 'R1')).status, (await itemOf('ROUTER', 'R2')).status]).toEqual([
    'REPLACED',
    'ALLOCATED',
  ]);
  expect(await balance('ROUTER', 'CITY')).toEqual({ on_hand: 1, reserved: 0 });
  const { stockNotes } = await ask(
    `{ stockNotes(first: 5, filter: { kind: { eq: REPLACEMENT } }) { nodes { resourceNos reason quantity movedBy unitPrice { amount } total { amount } type { code } } } }`,
    {},
    keeper,
  );
  expect(stockNotes.nodes).toEqual([
    {
      ...{ resourceNos: ['R1', 'R2'], reason: 'dead', quantity: 1, movedBy: 'stk', type: { code: 'ROUTER' } },
      ...{ unitPrice: { amount: '120' }, total: { amount: '120' } },
    },
  ]);
  const raced = await Promise.all(
    [1, 2].map(() => run('resourceAllocate', '__typename', { itemId: third, instanceId }, keeper)),
  );
  expect(raced.flatMap(faults)).toEqual(['OUT_OF_STOCK input.itemId']);
});

test('RES-21 RES-22 cards near their end are handed out only with a right, expired ones never, but may go back', async () => {
  const typeId = await typeOf('TOP_UP', { category: 'CARD', serialised: true });
  const day = (days: number) => new Date(Date.now() + days * 24 * 60 * 60_000).toISOString().slice(0, 10);
  expect(
    await refused(
      'stockIn',
      { holderId: city, typeId, items: [{ resourceNo: 'T0', expiresOn: '2020-01-01' }] },
      keeper,
    ),
  ).toEqual(['EXPIRED input.items.0.expiresOn']);
  await stockIn(typeId, {
    items: [
      { resourceNo: 'T1', expiresOn: day(30) },
      { resourceNo: 'T2', expiresOn: day(400) },
    ],
  });
  const instanceId = await instanceOf('BOB');
  await graph.database.pool.query(`update resource_item set expires_on = '2020-01-01' where resource_no = 'T2'`);
  expect(await refused('resourceAllocate', { itemId: await itemId('TOP_UP', 'T2'), instanceId }, keeper)).toEqual([
    'EXPIRED input.itemId',
  ]);
  const out = { fromId: city, toId: shop, typeId, resourceNos: ['T2'] };
  expect(await refused('stockTransfer', out, keeper)).toEqual(['EXPIRED input.resourceNos']);
  await scrapped({ holderId: city, typeId, resourceNos: ['T2'], reason: 'expired' });
  // Staff without a list of permissions hold all of them.
  await ok('resourceAllocate', '__typename', { itemId: await itemId('TOP_UP', 'T1'), instanceId }, keeper);
  // Nor does an expired one take the place of another at the customer.
  await stockIn(typeId, { items: [{ resourceNo: 'T3', expiresOn: day(400) }] });
  await graph.database.pool.query(`update resource_item set expires_on = '2020-01-01' where resource_no = 'T3'`);
  const [itemOfCustomer, byId] = [await itemId('TOP_UP', 'T1'), await itemId('TOP_UP', 'T3')];
  expect(await refused('resourceReplace', { itemId: itemOfCustomer, byId, reason: 'dead' }, keeper)).toEqual([
    'EXPIRED input.byId',
  ]);
  expect([(await itemOf('TOP_UP', 'T1')).status, (await itemOf('TOP_UP', 'T3')).status]).toEqual([
    'ALLOCATED',
    'IN_STOCK',
  ]);
});
