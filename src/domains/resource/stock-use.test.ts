import { beforeAll, expect, test } from '@jest/globals';
import { encodeId } from '../../kernel/model/index.js';
import {
  ask,
  faults,
  graph,
  idOf,
  manager,
  ok,
  productInUse,
  refused,
  rows,
  run,
  useCatalogueDesk,
} from '../../testing/catalogue-desk.js';
import { approveOnly } from '../../testing/second-person.js';
import { dayAt } from '../calendar/index.js';
import { Offering, Product } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { createInstances } from '../inventory/index.js';
import { Region } from '../region/index.js';
import { virtualClock } from '../../testing/virtual-clock.js';
import { expiryOf } from './pieces.js';

useCatalogueDesk();

const keeper = { sub: 'stk', role: 'staff', region: '44' } as const;
const stranger = { sub: 'other', role: 'staff', region: '51' } as const;
let city: string;
let alice: string;

const typeOf = async (code: string, more: object = {}) => {
  const input = { code, name: code, category: 'GIFT', serialised: false, unit: 'piece', ...more };
  return (await ok('resourceTypeSave', 'resourceType { id }', input))['resourceType'].id as string;
};
const holderOf = async (code: string, more: object = {}) => {
  const input = { code, name: code, kind: 'DEPARTMENT', regionId: await idOf('region', '4401'), ...more };
  return (await ok('stockHolderCreate', 'stockHolder { id }', input, keeper))['stockHolder'].id as string;
};
const stockIn = (typeId: string, more: object, holderId = city) =>
  ok('stockIn', '__typename', { holderId, typeId, ...more }, keeper);
const onHand = async (type: string, holder: string) =>
  (
    await rows(
      `select on_hand, reserved from stock_balance b join resource_type t on t.id = b.type_id join stock_holder h on h.id = b.holder_id where t.code = $1 and h.code = $2`,
      [type, holder],
    )
  )[0] as { on_hand: number; reserved: number };
const itemId = async (no: string) =>
  encodeId('rg', (await rows('select id from resource_item where resource_no = $1', [no]))[0].id as string);

/** A product instance of ALICE; answers its opaque id. */
async function instanceOf(product: string): Promise<string> {
  const { database } = graph;
  return database.write(database.systemContext('test'), async (tx) => {
    const { productInstances } = await createInstances(tx, {
      customer: await tx.em.findOneOrFail(Customer, { code: 'ALICE' }),
      region: await tx.em.findOneOrFail(Region, { code: '4401' }),
      offering: await tx.em.findOneOrFail(Offering, { code: 'OF_INTERNET_FIBER' }),
      tariffPlan: null,
      account: null,
      pieces: [{ product: await tx.em.findOneOrFail(Product, { code: product }) }],
    });
    return tx.idOf(productInstances[0]!);
  });
}

beforeAll(async () => {
  city = await holderOf('CITY');
  await ok(
    'customerCreate',
    '__typename',
    { code: 'ALICE', regionId: await idOf('region', '4401'), individual: { name: 'Alice' } },
    'admin',
  );
  alice = await idOf('customer', 'ALICE');
});

test('RES-38 the level from which someone may choose depends on the customer and the deposit, ordinary ones begin at 5', async () => {
  const typeId = await typeOf('LUCKY_NO', { category: 'NUMBER', serialised: true });
  await stockIn(typeId, { items: [1, 2, 4, 5].map((level) => ({ resourceNo: `8800${level}`, level })) });
  const level = async (more: object = {}, as: object = keeper) =>
    (
      await ask(
        'query ($input: NumberStartLevelInput!) { numberStartLevel(input: $input) }',
        { input: { typeId, ...more } },
        as as typeof keeper,
      )
    ).numberStartLevel as number;
  expect(await level()).toBe(1);
  const rule = (name: string, condition: string, startLevel: number) => ({ typeId, name, condition, startLevel });
  expect(await refused('numberLevelRuleSave', rule('x', 'deposit >= 1000', 2), keeper)).toEqual([
    'NOT_MAINTAINER input',
  ]);
  expect(
    (await run('numberLevelRuleSave', '__typename', rule('x', 'depot >= 1', 2))).userErrors[0]!.path.slice(0, 2),
  ).toEqual(['input', 'condition']);
  await ok('numberLevelRuleSave', '__typename', rule('deposit', 'deposit >= 1000', 2));
  await ok('numberLevelRuleSave', '__typename', rule('diamond', 'customer.serviceLevel = "DIAMOND"', 1));
  const deposit = { amount: '1000', currency: 'CNY' };
  expect([await level(), await level({ customerId: alice }), await level({ customerId: alice, deposit })]).toEqual([
    5, 5, 2,
  ]);
  const wish = (resourceNo: string, more: object = {}) => ({
    holderId: city,
    typeId,
    resourceNo,
    customerId: alice,
    ...more,
  });
  expect(await refused('resourceReserve', wish('88004'), keeper)).toEqual(['LEVEL_TOO_GOOD input.resourceNo']);
  expect(await refused('resourceReserve', wish('88001', { deposit }), keeper)).toEqual([
    'LEVEL_TOO_GOOD input.resourceNo',
  ]);
  expect((await onHand('LUCKY_NO', 'CITY')).reserved).toBe(0);
  const kept = await ok('resourceReserve', 'reservation { id }', wish('88002', { deposit }), keeper);
  // What the deposit opened stays open when the number is given out; without it the level does not help.
  const instanceId = await instanceOf('PHONE');
  expect(await refused('resourceAllocate', { itemId: await itemId('88004'), instanceId }, keeper)).toEqual([
    'LEVEL_TOO_GOOD input.itemId',
  ]);
  await ok(
    'resourceAllocate',
    '__typename',
    { itemId: await itemId('88002'), instanceId, reservationId: kept['reservation'].id },
    keeper,
  );
  await rows(`update customer set service_level = 'DIAMOND' where code = 'ALICE'`);
  expect(await level({ customerId: alice })).toBe(1);
});

test('RES-40 numbers in a row are kept together or not at all, and for one of two who ask at once', async () => {
  const typeId = await typeOf('ISDN_NO', { category: 'NUMBER', serialised: true });
  const numbers = [...Array.from({ length: 35 }, (_, index) => 500 + index), 600, 601, 602];
  await stockIn(typeId, {
    items: numbers.map((number) => ({ resourceNo: `020${number}`, level: 5, exchange: '020' })),
  });
  await ok('resourceReserve', '__typename', { holderId: city, typeId, resourceNo: '020503' }, keeper);
  const wish = (count: number, more: object = {}) => ({ holderId: city, typeId, count, ...more });
  expect(await refused('numbersReserve', wish(32), keeper)).toEqual(['OUT_OF_STOCK input.count']);
  expect((await onHand('ISDN_NO', 'CITY')).reserved).toBe(1);
  const raced = await Promise.all(
    [1, 2].map(() =>
      run('numbersReserve', 'reservations { item { resourceNo } }', wish(30, { customerId: alice }), keeper),
    ),
  );
  expect(raced.flatMap(faults)).toEqual(['OUT_OF_STOCK input.count']);
  const won = raced.find((each) => each['reservations'])!['reservations'] as { item: { resourceNo: string } }[];
  const kept = won.map(({ item }) => item.resourceNo);
  expect(kept).toEqual(Array.from({ length: 30 }, (_, index) => `020${504 + index}`));
  const tail = await ok(
    'numbersReserve',
    'reservations { item { resourceNo } }',
    wish(3, { startsWith: '0206' }),
    keeper,
  );
  expect(tail['reservations'][0].item.resourceNo).toBe('020600');
  expect(await refused('numbersReserve', wish(2), stranger)).toEqual(['NOT_FOUND input.holderId']);
});

test('RES-41 numbers of a range go to their product alone, which gets no others', async () => {
  const typeId = await typeOf('OFFICE_NO', { category: 'NUMBER', serialised: true });
  const centrex = await productInUse('CENTREX_LINE');
  const segment = (firstNo: string, lastNo: string) => ({
    typeId,
    name: `${firstNo}`,
    firstNo,
    lastNo,
    productId: centrex,
  });
  expect(await refused('numberSegmentCreate', segment('6000', '5999'))).toEqual(['CONTRADICTORY input.lastNo']);
  const raced = await Promise.all([
    run('numberSegmentCreate', '__typename', segment('6000', '6099')),
    run('numberSegmentCreate', '__typename', segment('6050', '6199')),
  ]);
  expect(raced.flatMap(faults)).toHaveLength(1);
  expect(raced.flatMap(faults)[0]).toMatch(/^OVERLAPS/);
  await stockIn(typeId, { items: ['6055', '7001'].map((resourceNo) => ({ resourceNo, level: 5 })) });
  const give = async (no: string, product: string) =>
    run('resourceAllocate', '__typename', { itemId: await itemId(no), instanceId: await instanceOf(product) }, keeper);
  expect(faults(await give('6055', 'PHONE'))).toEqual(['NUMBER_PURPOSE input.itemId']);
  expect(faults(await give('7001', 'CENTREX_LINE'))).toEqual(['NUMBER_PURPOSE input.itemId']);
  expect((await onHand('OFFICE_NO', 'CITY')).on_hand).toBe(2);
  expect(faults(await give('6055', 'CENTREX_LINE'))).toEqual([]);
  expect(faults(await give('7001', 'PHONE'))).toEqual([]);
});

test('RES-34 accessories are a stock of their own that says which terminals they fit', async () => {
  const terminal = await typeOf('PHONE_Y', { category: 'TERMINAL', serialised: true });
  const part = { code: 'CASE_Y', name: 'Case', category: 'TERMINAL_PART', serialised: false, unit: 'piece' };
  expect(await refused('resourceTypeSave', { ...part, fitsId: await typeOf('PEN') })).toEqual([
    'CONTRADICTORY input.fitsId',
  ]);
  const partId = await typeOf('CASE_Y', { ...part, fitsId: terminal });
  await stockIn(partId, { quantity: 3 });
  const seen = await ask(
    `query ($id: ID!) { resourceType(id: $id) { accessories(first: 5) { nodes { code balances(first: 5) { nodes { available } } } } } }`,
    { id: terminal },
    keeper,
  );
  expect(seen.resourceType.accessories.nodes).toEqual([{ code: 'CASE_Y', balances: { nodes: [{ available: 3 }] } }]);
});

test('RES-35 RES-48 a gift for a prepayment, points or a campaign leaves the stock once, and is refused when none is left', async () => {
  const typeId = await typeOf('UMBRELLA');
  await stockIn(typeId, { quantity: 2 });
  const gift = (reference: string, more: object = {}) => ({
    ...{ holderId: city, typeId, customerId: alice, cause: 'PREPAYMENT', reference },
    ...more,
  });
  const raced = await Promise.all([1, 2].map(() => run('giftIssue', 'giftIssue { quantity }', gift('P-1'), keeper)));
  expect(raced.flatMap(faults)).toEqual(['DUPLICATE input.reference']);
  const hold = { holderId: city, typeId, quantity: 1, customerId: alice };
  const held = await ok('resourceReserve', 'reservation { id }', hold, keeper);
  const reservationId = held['reservation'].id as string;
  expect(await refused('giftIssue', gift('X-1', { cause: 'POINTS' }), keeper)).toEqual(['OUT_OF_STOCK input.quantity']);
  expect(await onHand('UMBRELLA', 'CITY')).toEqual({ on_hand: 1, reserved: 1 });
  await ok('giftIssue', '__typename', gift('X-1', { cause: 'POINTS', reservationId }), keeper);
  expect(await refused('giftIssue', gift('C-1', { cause: 'CAMPAIGN' }), keeper)).toEqual([
    'OUT_OF_STOCK input.quantity',
  ]);
  const own = `{ giftIssues(first: 5) { nodes { cause type { code } holder { code } } } }`;
  const seen = (await ask(own, {}, { sub: 'alice', role: 'customer', customer: 'ALICE' } as never)).giftIssues.nodes;
  expect(seen).toHaveLength(2);
  expect(seen[0].holder).toBeNull();
  expect((await ask(own, {}, stranger as never)).giftIssues.nodes).toEqual([]);
});

test('RES-23 an audit of cards compares opening, received and sold with what is left and with the figures of others', async () => {
  const typeId = await typeOf('IP_CARD', { category: 'CARD', serialised: true });
  const back = (days: number) =>
    rows(
      `update stock_note set moved_at = moved_at - $1 * interval '1 day' where type_id = (select id from resource_type where code = 'IP_CARD') and moved_at > now() - interval '12 hours'`,
      [days],
    );
  await stockIn(typeId, { items: ['K1', 'K2', 'K3'].map((resourceNo) => ({ resourceNo })) });
  await back(9);
  await stockIn(typeId, { items: ['K4', 'K5'].map((resourceNo) => ({ resourceNo })) });
  const instanceId = await instanceOf('PHONE');
  for (const no of ['K1', 'K2'])
    await ok('resourceAllocate', '__typename', { itemId: await itemId(no), instanceId }, keeper);
  await ok('stockScrap', '__typename', { holderId: city, typeId, resourceNos: ['K3'], reason: 'torn' }, keeper);
  await approveOnly(graph, 'STOCK_SCRAP');
  await back(3);
  const day = (ago: number) => dayAt(new Date(Date.now() - ago * 86_400_000), 'Asia/Shanghai');
  const figures = 'cardAudit { opening received sold closing balanceDifference receivedDifference soldDifference }';
  const audit = { holderId: city, typeId, fromDay: day(5), toDay: day(1), reportedReceived: 2, bookedSold: 1 };
  expect(await refused('cardAudit', { ...audit, toDay: day(0) }, keeper)).toEqual(['TOO_LATE input.toDay']);
  expect((await ok('cardAudit', figures, audit, keeper))['cardAudit']).toEqual({
    ...{ opening: 3, received: 2, sold: 2, closing: 2 },
    ...{ balanceDifference: -1, receivedDifference: 0, soldDifference: 1 },
  });
  expect(await refused('cardAudit', audit, keeper)).toEqual(['DUPLICATE input.fromDay']);
  expect(
    (await rows(`select data from history_entry where type = 'card.audit.difference'`)).map(({ data }) => data),
  ).toMatchObject([{ balance: -1, received: 0, sold: 1, holder: 'CITY' }]);
});

test('RES-49 RES-50 a distributor gets stock, gives it back, and is closed only when nothing is left', async () => {
  const typeId = await typeOf('SET_TOP_BOX');
  const shop = await holderOf('DISTRIBUTOR', { kind: 'PARTNER', parentId: city });
  await stockIn(typeId, { quantity: 5 });
  await ok('stockTransfer', '__typename', { fromId: city, toId: shop, typeId, quantity: 5 }, keeper);
  const close = { holderId: shop, reason: 'contract ended' };
  const left = await run('stockHolderClose', '__typename', close, keeper);
  expect(faults(left)).toEqual(['HAS_STOCK input.holderId']);
  expect(left.userErrors[0]!.details).toEqual({ left: [{ type: 'SET_TOP_BOX', count: 5 }] });
  await ok(
    'stockTransfer',
    '__typename',
    { fromId: shop, toId: city, typeId, quantity: 5, recall: 'OPERATOR_FROM_PARTNER', reason: 'contract ended' },
    keeper,
  );
  expect(await refused('stockHolderClose', close, stranger)).toEqual(['NOT_FOUND input.holderId']);
  await ok('stockHolderClose', '__typename', close, keeper);
  expect(await refused('stockTransfer', { fromId: city, toId: shop, typeId, quantity: 1 }, keeper)).toEqual([
    'CLOSED input.toId',
  ]);
});

test('RES-51 strategic resources are registered with the unit that answers for them', async () => {
  const ownerId = (await ask('{ internalOrganizations(first: 1) { nodes { id } } }', {}, 'admin')).internalOrganizations
    .nodes[0].id as string;
  const resource = { code: 'F900', name: 'Band 900', kind: 'frequency', ownerId, use: 'Coverage of the country' };
  await ok('operatingResourceSave', '__typename', resource);
  expect(await refused('operatingResourceSave', resource)).toEqual(['DUPLICATE input.code']);
  const seen = await ask(
    `{ operatingResources(first: 5, filter: { kind: { eq: "frequency" } }) { nodes { code use } } }`,
  );
  expect(seen.operatingResources.nodes).toEqual([{ code: 'F900', use: 'Coverage of the country' }]);
});

test('RES-39 RES-37 free numbers are offered by exchange, head and tail, by level, or by chance, of the own stock', async () => {
  const typeId = await typeOf('CHOICE_NO', { category: 'NUMBER', serialised: true });
  const shop = await holderOf('CHOICE_SHOP', { kind: 'OUTLET', parentId: city });
  const items = [1, 2, 3, 4, 8].map((tail) => ({
    ...{ resourceNo: `1330000000${tail}`, level: tail === 8 ? 1 : 5, exchange: '1330000' },
  }));
  await stockIn(typeId, { items });
  const offered = async (more: object = {}, as: typeof keeper | typeof stranger = keeper) =>
    (
      await ask(
        'query ($input: NumberChoicesInput!) { numberChoices(input: $input) { item { resourceNo level exchange } } }',
        { input: { typeId, ...more } },
        as as typeof keeper,
      )
    ).numberChoices.map(({ item }: { item: { resourceNo: string } }) => item.resourceNo.slice(-1)) as string[];
  expect(await offered()).toEqual(['1', '2', '3', '4', '8']);
  expect(await offered({ exchange: '1330000', head: '1330', tail: '03' })).toEqual(['3']);
  expect(await offered({ exchange: '1331111' })).toEqual([]);
  expect(await offered({ head: '1399' })).toEqual([]);
  expect(await offered({ tail: '8' })).toEqual(['8']);
  expect(await offered({ level: 1 })).toEqual(['8']);
  expect(await offered({ holderId: shop })).toEqual([]);
  expect(await offered({}, stranger)).toEqual([]);
  const some = await Promise.all(Array.from({ length: 30 }, () => offered({ random: true, count: 2 })));
  expect(some.every((each) => new Set(each).size === 2)).toBe(true);
  expect(new Set(some.map((each) => each.join(''))).size).toBeGreaterThan(1);
  expect(await offered({ count: 2 })).toEqual(['1', '2']);
  const { errors } = await graph.query(
    'query ($input: NumberChoicesInput!) { numberChoices(input: $input) { item { resourceNo } } }',
    { input: { typeId } },
    { as: { sub: 'c', role: 'customer', customer: 'ALICE' } },
  );
  expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
});

test('RES-30 PRD-03 types of resources are national, and only physical products are kept in stock', async () => {
  const type = { code: 'NATIONAL_PHONE', name: 'x', category: 'TERMINAL', serialised: true, unit: 'piece' };
  expect(await refused('resourceTypeSave', type, keeper)).toEqual(['NOT_MAINTAINER input']);
  expect(await refused('resourceTypeSave', { ...type, productId: await idOf('product', 'PHONE') }, manager)).toEqual([
    'CONTRADICTORY input.productId',
  ]);
  expect(await refused('resourceTypeSave', { ...type, category: 'NUMBER', serialised: false }, manager)).toEqual([
    'CONTRADICTORY input.serialised',
  ]);
  expect(await rows(`select 1 from resource_type where code = 'NATIONAL_PHONE'`)).toEqual([]);
});

test('RES-21 RES-13 ends of cards and warranties are days of the operator, and months too short for a day end with their last', async () => {
  expect(expiryOf({ expiresOn: '2027-05-31' }, '2027-02-27')).toBeUndefined();
  expect(expiryOf({ expiresOn: '2027-05-31' }, '2027-02-28')).toBe('NEAR_EXPIRY');
  const typeId = await typeOf('ZONED', { category: 'CARD', serialised: true, warrantyMonths: 3 });
  const clock = virtualClock(graph, '2026-11-29T16:30:00Z');
  try {
    const items = [{ resourceNo: 'Z1', expiresOn: '2026-11-29' }];
    expect(await refused('stockIn', { holderId: city, typeId, items }, keeper)).toEqual([
      'EXPIRED input.items.0.expiresOn',
    ]);
    await stockIn(typeId, { items: [{ resourceNo: 'Z2', expiresOn: '2026-11-30' }] });
    expect(await rows(`select warranty_until::text "until" from resource_item where resource_no like 'Z_'`)).toEqual([
      { until: '2027-02-28' },
    ]);
  } finally {
    clock.stop();
  }
});
