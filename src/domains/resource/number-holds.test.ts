import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, expect, test } from '@jest/globals';
import { lineBook } from '../../../plugins/line-sandbox/index.js';
import { encodeId, nounOf, uuidOf } from '../../kernel/model/index.js';
import { ask, graph, idOf, ok, refused, rows, useCatalogueDesk } from '../../testing/catalogue-desk.js';
import { until } from '../../testing/until.js';
import { Offering, Product } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { createInstances } from '../inventory/index.js';
import { Region } from '../region/index.js';
import { askRefusedNumbers } from './ask-refused-numbers.js';
import { Reservation } from './reservation.js';
import { expireResources } from './reservation.service.js';

useCatalogueDesk();

const keeper = { sub: 'stk', role: 'staff', region: '44' } as const;
let city: string;

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
  const regionId = await idOf('region', '4401');
  const holder = { code: 'CITY', name: 'CITY', kind: 'DEPARTMENT', regionId };
  city = (await ok('stockHolderCreate', 'stockHolder { id }', holder, keeper))['stockHolder'].id as string;
  await ok('customerCreate', '__typename', { code: 'ALICE', regionId, individual: { name: 'ALICE' } }, 'admin');
  const numbers = await typeOf('MOBILE_NO', { category: 'NUMBER', serialised: true });
  const items = ['03', '04', '05', '06', '08', '20', '21'].map((tail) => ({
    resourceNo: `133000000${tail}`,
    level: 5,
    exchange: '1330000',
  }));
  await ok('stockIn', '__typename', { holderId: city, typeId: numbers, items }, keeper);
  await ok('stockIn', '__typename', { holderId: city, typeId: await typeOf('BACKPACK'), quantity: 3 }, keeper);
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

test('RES-42 ORD-53 SAL-54 the number subsystem is asked to hold a number with all it needs, also when it answers late, and told of the end', async () => {
  const typeId = await idOf('resourceType', 'MOBILE_NO');
  const wish = { holderId: city, typeId, resourceNo: '13300000003', reason: 'wanted' };
  const outside = async (id: string) =>
    (
      await ask(
        `query ($id: ID!) { node(id: $id) { ... on Reservation { status outsideHold outsideRef } } }`,
        { id },
        keeper,
      )
    ).node;
  const becomes = (id: string, hold: string) => until(async () => (await outside(id)).outsideHold === hold);
  lineBook.broken = true;
  const first = await reserve({ ...wish, productId: await idOf('product', 'MOBILE'), installAddress: 'Road 1' });
  expect(await outside(first)).toEqual({ status: 'ACTIVE', outsideHold: 'ASKED', outsideRef: null });
  lineBook.broken = false;
  await becomes(first, 'HELD');
  expect(await outside(first)).toMatchObject({ outsideRef: 'OSS-13300000003' });
  expect(lineBook.holds.get(first)).toEqual({
    ...{ reservation: first, number: '13300000003', productCode: 'MOBILE', installAddress: 'Road 1' },
    ...{ reason: 'wanted', reservedAt: expect.any(Date), expiresAt: expect.any(Date), applicant: 'stk' },
  });
  await ok('reservationRelease', '__typename', { reservationId: first }, keeper);
  await becomes(first, 'ENDED');
  expect([lineBook.holds.has(first), lineBook.ended.get(first)]).toEqual([false, 'RELEASED']);

  const expiring = await reserve(wish);
  await becomes(expiring, 'HELD');
  await expireResources(graph.database.systemContext('clock'), new Date(Date.now() + 31 * 60_000));
  await becomes(expiring, 'ENDED');
  expect(lineBook.ended.get(expiring)).toBe('EXPIRED');

  const used = await reserve(wish);
  await becomes(used, 'HELD');
  const itemOfNumber = await itemId('MOBILE_NO', '13300000003');
  await ok(
    'resourceAllocate',
    '__typename',
    { itemId: itemOfNumber, instanceId: await instanceOf('ALICE'), reservationId: used },
    keeper,
  );
  await becomes(used, 'ENDED');
  expect(lineBook.ended.get(used)).toBe('CONSUMED');
});

/** Has the subsystem answer requests to hold only after what is done meanwhile. */
async function whileOnItsWay<Result>(work: () => Promise<Result>): Promise<Result> {
  let answer = () => {};
  lineBook.late = new Promise((resolve) => (answer = resolve));
  return work().finally(answer);
}
const stateOf = async (id: string) =>
  (
    await rows('select status, outside_hold, outside_ref from reservation where id = $1', [
      uuidOf(id, nounOf(Reservation).tag!, []),
    ])
  )[0];

test('RES-42 a reservation that ends while the answer is on its way is told of, whatever the answer is', async () => {
  const typeId = await idOf('resourceType', 'MOBILE_NO');
  const wish = { holderId: city, typeId };
  const held = await whileOnItsWay(async () => {
    const id = await reserve({ ...wish, resourceNo: '13300000005' });
    await ok('reservationRelease', '__typename', { reservationId: id }, keeper);
    expect(await stateOf(id)).toEqual({ status: 'RELEASED', outside_hold: 'ENDING', outside_ref: null });
    return id;
  });
  await until(async () => (await stateOf(held)).outside_hold === 'ENDED');
  expect(await stateOf(held)).toMatchObject({ status: 'RELEASED' });
  expect([lineBook.holds.has(held), lineBook.ended.get(held)]).toEqual([false, 'RELEASED']);

  lineBook.refused.set('13300000006', 'Faulty line.');
  const before = await balance('MOBILE_NO', 'CITY');
  const used = await whileOnItsWay(async () => {
    const id = await reserve({ ...wish, resourceNo: '13300000006' });
    const input = { itemId: await itemId('MOBILE_NO', '13300000006'), instanceId: await instanceOf('ALICE') };
    await ok('resourceAllocate', '__typename', { ...input, reservationId: id }, keeper);
    return id;
  });
  await until(async () => (await stateOf(used)).outside_hold === 'REFUSED');
  expect(await stateOf(used)).toMatchObject({ status: 'CONSUMED' });
  expect((await itemOf('MOBILE_NO', '13300000006')).status).toBe('ALLOCATED');
  expect(await balance('MOBILE_NO', 'CITY')).toEqual({ ...before, on_hand: before.on_hand - 1 });
});

test('RES-42 the end of a reservation is told before the next one asks for its number, however late that is', async () => {
  const wish = { holderId: city, typeId: await idOf('resourceType', 'MOBILE_NO'), resourceNo: '13300000008' };
  const first = await reserve(wish);
  await until(async () => (await stateOf(first)).outside_hold === 'HELD');
  lineBook.deaf = true;
  await ok('reservationRelease', '__typename', { reservationId: first }, keeper);
  const next = await reserve(wish);
  // Long enough for both to be tried.
  await delay(500);
  expect(await stateOf(next)).toMatchObject({ status: 'ACTIVE', outside_hold: 'ASKED' });
  lineBook.deaf = false;
  await until(async () => (await stateOf(next)).outside_hold !== 'ASKED');
  expect(await stateOf(next)).toMatchObject({ status: 'ACTIVE', outside_hold: 'HELD' });
  expect([lineBook.ended.get(first), (await stateOf(first)).outside_hold]).toEqual(['RELEASED', 'ENDED']);
});

test('RES-42 RES-39 RES-40 a refused number is not offered before the subsystem holds it, or says that it is free', async () => {
  const typeId = await idOf('resourceType', 'MOBILE_NO');
  const refuse = async () => {
    lineBook.refused.set('13300000020', 'Faulty line.');
    const id = await reserve({ holderId: city, typeId, resourceNo: '13300000020' });
    await until(async () => (await stateOf(id)).outside_hold === 'REFUSED');
    lineBook.refused.delete('13300000020');
  };
  const choices = `query ($input: NumberChoicesInput!) { numberChoices(input: $input) { item { resourceNo outsideRefusedAt } } }`;
  const offered = async () =>
    (await ask(choices, { input: { typeId, head: '13300000020' } }, keeper)).numberChoices.length as number;
  const run = { holderId: city, typeId, count: 2, startsWith: '1330000002' };
  expect(await offered()).toBe(1);
  await refuse();
  expect(await offered()).toBe(0);
  expect(await refused('numbersReserve', run, keeper)).toEqual(['OUT_OF_STOCK input.count']);
  // Who names it has the subsystem asked again.
  const again = await reserve({ holderId: city, typeId, resourceNo: '13300000020' });
  await until(async () => (await stateOf(again)).outside_hold === 'HELD');
  await ok('reservationRelease', '__typename', { reservationId: again }, keeper);
  expect(await offered()).toBe(1);

  await refuse();
  const number = { number: '13300000020', exchange: '1330000', level: 5 };
  const compared = async (status: 'FREE' | 'IN_USE') => {
    lineBook.numbers = [{ ...number, status }];
    await ok('numberSyncStart', 'numberSync { id }', { typeId, holderId: city }, keeper);
    const newest = 'select status from number_sync order by id desc limit 1';
    await until(async () => (await rows(newest))[0].status === 'DONE');
    return offered();
  };
  expect(await compared('IN_USE')).toBe(0);
  expect(await compared('FREE')).toBe(1);
});

test('RES-42 a refused number is asked about later and later, tells why and that it lasts, and is offered once it is free', async () => {
  const typeId = await idOf('resourceType', 'MOBILE_NO');
  const number = '13300000021';
  const seen = async () =>
    (
      await ask(
        `{ resourceItems(filter: { resourceNo: { eq: "${number}" } }) { nodes {
          outsideRefusal outsideRefusalReason outsideRefusals outsideRefusedAt outsideAskAt history(first: 50) { nodes { type data } } } } }`,
        {},
        keeper,
      )
    ).resourceItems.nodes[0];
  const told = async () =>
    (await seen()).history.nodes.filter(({ type }: { type: string }) => type.startsWith('number.refusal'));
  lineBook.refused.set(number, 'Faulty line.');
  const id = await reserve({ holderId: city, typeId, resourceNo: number });
  await until(async () => (await stateOf(id)).outside_hold === 'REFUSED');
  const first = await seen();
  expect(first).toMatchObject({
    ...{ outsideRefusal: 'FAULTY', outsideRefusalReason: 'Faulty line.', outsideRefusals: 1 },
  });
  const wait = ({ outsideRefusedAt, outsideAskAt }: { outsideRefusedAt: string; outsideAskAt: string }) =>
    (Date.parse(outsideAskAt) - Date.parse(outsideRefusedAt)) / 60_000;
  expect(wait(first)).toBe(5);

  const { database } = graph;
  const due = (ago: string) =>
    database.pool.query(
      `update resource_item set outside_ask_at = now() - $2::interval where resource_no = $1 and outside_ask_at is not null`,
      [number, ago],
    );
  const asked = () => lineBook.asked.filter((each) => each === number).length;
  const askNow = async () => {
    await due('1 second');
    // Of two servers one asks.
    await Promise.all([0, 1].map(() => askRefusedNumbers(database.systemContext('clock'))));
  };
  await askRefusedNumbers(database.systemContext('clock'));
  expect(asked()).toBe(0);
  const waits: number[] = [];
  for (let round = 2; round <= 7; round++) {
    const before = Date.now();
    await askNow();
    const { outsideAskAt, outsideRefusals, outsideRefusedAt } = await seen();
    expect([outsideRefusals, outsideRefusedAt, asked()]).toEqual([round, first.outsideRefusedAt, round - 1]);
    waits.push(Math.round((Date.parse(outsideAskAt) - before) / 60_000));
  }
  expect(waits).toEqual([10, 20, 40, 80, 160, 320]);
  const lasting = {
    ...{ number, type: 'MOBILE_NO', holder: 'CITY', code: 'FAULTY', reason: 'Faulty line.', times: 6 },
    since: first.outsideRefusedAt,
  };
  expect(await told()).toEqual([{ type: 'number.refusal.lasting', data: lasting }]);

  // While the subsystem does not answer nothing is known, and the number has its turn again soon.
  lineBook.broken = true;
  await due('1 second');
  await expect(askRefusedNumbers(database.systemContext('clock'))).rejects.toThrow();
  lineBook.broken = false;
  expect((await seen()).outsideRefusals).toBe(7);

  lineBook.refused.delete(number);
  await askNow();
  expect(await seen()).toMatchObject({
    ...{ outsideRefusal: null, outsideRefusalReason: null, outsideRefusals: 0 },
    ...{ outsideRefusedAt: null, outsideAskAt: null },
  });
  expect((await told()).map(({ type }: { type: string }) => type)).toEqual([
    'number.refusal.lasting',
    'number.refusal.ended',
  ]);
  const choices = `query ($input: NumberChoicesInput!) { numberChoices(input: $input) { item { resourceNo } } }`;
  expect((await ask(choices, { input: { typeId, head: number } }, keeper)).numberChoices).toHaveLength(1);
});

test('RES-14 staff of the region read how a reservation went, others do not', async () => {
  const typeId = await idOf('resourceType', 'BACKPACK');
  const id = await reserve({ holderId: city, typeId, quantity: 1 });
  await ok('reservationRelease', '__typename', { reservationId: id }, keeper);
  const document = `query ($id: ID!) { node(id: $id) { ... on Reservation { history(first: 10) { nodes { type } } } } }`;
  const { history } = (await ask(document, { id }, keeper)).node;
  expect(history.nodes).toEqual(expect.arrayContaining([{ type: 'reservation.status.changed' }]));
  expect((await ask(document, { id }, { ...keeper, region: '51' })).node).toBeNull();
});

test('RES-42 a number that the subsystem does not hold is free again, and counted stock is nothing to it', async () => {
  const typeId = await idOf('resourceType', 'MOBILE_NO');
  const before = await balance('MOBILE_NO', 'CITY');
  lineBook.refused.set('13300000004', 'Faulty line.');
  await reserve({ holderId: city, typeId, resourceNo: '13300000004' });
  const seen = () => rows(`select status, outside_hold from reservation order by id desc limit 1`);
  await until(async () => (await seen())[0].outside_hold === 'REFUSED');
  expect(await seen()).toEqual([{ status: 'RELEASED', outside_hold: 'REFUSED' }]);
  expect((await itemOf('MOBILE_NO', '13300000004')).status).toBe('IN_STOCK');
  expect(await balance('MOBILE_NO', 'CITY')).toEqual(before);
  expect(
    await rows(
      `select reason from history_entry where type = 'reservation.status.changed' order by sequence desc limit 1`,
    ),
  ).toEqual([{ reason: 'The number subsystem refuses it: Faulty line.' }]);
  const counted = await reserve({ holderId: city, typeId: await idOf('resourceType', 'BACKPACK'), quantity: 1 });
  expect((await rows(`select outside_hold from reservation order by id desc limit 1`))[0]).toEqual({
    outside_hold: null,
  });
  await ok('reservationRelease', '__typename', { reservationId: counted }, keeper);
});
