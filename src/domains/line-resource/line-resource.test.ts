import { afterEach, expect, test } from '@jest/globals';
import { lineBook } from '../../../plugins/line-sandbox/index.js';
import { ask, graph, idOf, ok, refused, rows, useCatalogueDesk } from '../../testing/catalogue-desk.js';
import type { As } from '../../testing/graph.js';
import { until } from '../../testing/until.js';

useCatalogueDesk();
afterEach(() => {
  lineBook.broken = false;
});

const clerk: As = { sub: 'clerk', role: 'staff', region: '4401' };
const stranger: As = { sub: 'other', role: 'staff', region: '51' };
const lines = (input: object) =>
  graph.query(
    `query ($input: LineLookupInput!) { lineLookup(input: $input) { lineNo accessNumber status medium address } }`,
    { input },
    { as: clerk },
  );
const ADDRESSES = `query ($input: AddressLookupInput!) { addressLookup(input: $input) { code text freeLines } }`;
const WIRING = `query ($input: LineWiringInput!) { lineWiring(input: $input) { position from to pair } }`;

test('RES-52 ORD-25 staff look lines, addresses and wiring up at the outside subsystem', async () => {
  expect((await lines({ accessNumber: '02088880000' })).data.lineLookup).toMatchObject([
    { lineNo: 'L-2', status: 'IN_USE' },
  ]);
  expect((await lines({ addressCode: 'A-1' })).data.lineLookup).toMatchObject([
    { lineNo: 'L-1', accessNumber: null, status: 'FREE' },
  ]);
  expect((await lines({ lineNo: 'L-9' })).data.lineLookup).toEqual([]);
  for (const input of [{}, { lineNo: 'L-1', addressCode: 'A-1' }])
    expect((await lines(input)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  const { addressLookup } = await ask(ADDRESSES, { input: { text: 'tianhe road' } }, clerk);
  expect(addressLookup.map(({ code, freeLines }: { code: string; freeLines: number }) => [code, freeLines])).toEqual([
    ['A-1', 1],
    ['A-2', 0],
  ]);
  expect((await ask(ADDRESSES, { input: { text: 'tianhe road', first: 1 } }, clerk)).addressLookup).toHaveLength(1);
  const short = await graph.query(ADDRESSES, { input: { text: ' t ' } }, { as: clerk });
  expect(short.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect((await ask(WIRING, { input: { lineNo: 'L-2' } }, clerk)).lineWiring).toEqual([
    { position: 1, from: 'MDF TH/3/12', to: 'Cabinet TH-17', pair: '112' },
    { position: 2, from: 'Cabinet TH-17', to: 'Box A-2/1', pair: '5' },
  ]);
  const none = await graph.query(WIRING, { input: { lineNo: 'L-9' } }, { as: clerk });
  expect(none.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});

test('RES-52 lines and wiring are for staff; customers choose addresses without learning what is free', async () => {
  const regionId = await idOf('region', '4401');
  await ok('customerCreate', '__typename', { code: 'LINES', regionId, individual: { name: 'L' } }, 'admin');
  const self: As = { sub: 'LINES', role: 'customer', customer: 'LINES' };
  const seen = await ask(ADDRESSES, { input: { text: 'tianhe', first: 1 } }, self);
  expect(seen.addressLookup).toMatchObject([{ code: 'A-1', freeLines: null }]);
  const wiring = await graph.query(WIRING, { input: { lineNo: 'L-2' } }, { as: self });
  expect(wiring.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  lineBook.broken = true;
  expect((await lines({ lineNo: 'L-1' })).errors).toMatchObject([{ extensions: { code: 'OUTSIDE_UNAVAILABLE' } }]);
});

const sync = async (id: string) =>
  (
    await ask(
      `query ($id: ID!) { numberSync(id: $id) { status read added changed contradicting differences(first: 9, orderBy: [{ field: NUMBER }]) { nodes { number kind item { resourceNo } } } } }`,
      { id },
      'admin',
    )
  ).numberSync;

test('RES-52 numbers follow the outside subsystem: new ones come into stock, and what contradicts is noted', async () => {
  const type = { code: 'SYNC_NO', name: 'Numbers', category: 'NUMBER', serialised: true, unit: 'piece' };
  const typeId = (await ok('resourceTypeSave', 'resourceType { id }', type))['resourceType'].id as string;
  const holder = { code: 'SYNC_HALL', name: 'Hall', kind: 'DEPARTMENT', regionId: await idOf('region', '4401') };
  const holderId = (await ok('stockHolderCreate', 'stockHolder { id }', holder, clerk))['stockHolder'].id as string;
  const no = (index: number) => `0208000${String(index).padStart(4, '0')}`;
  const items = [1, 2, 3].map((index) => ({ resourceNo: no(index), level: 5, exchange: 'OLD' }));
  await ok('stockIn', '__typename', { typeId, holderId, items }, clerk);
  await rows(`update resource_item set status = 'ALLOCATED' where resource_no = $1`, [no(3)]);
  // More than a page; the first three are known.
  lineBook.numbers = Array.from({ length: 230 }, (_, index) => ({
    ...{ number: no(index + 1), exchange: 'TH', level: index === 1 ? 2 : 5 },
    status: index === 0 || index === 229 ? 'IN_USE' : 'FREE',
  }));
  const start = (more: object = {}, as: As = clerk) => refused('numberSyncStart', { typeId, holderId, ...more }, as);
  const gifts = { code: 'SYNC_GIFT', name: 'Gift', category: 'GIFT', serialised: false, unit: 'piece' };
  const giftId = (await ok('resourceTypeSave', 'resourceType { id }', gifts))['resourceType'].id as string;
  expect(await start({ typeId: giftId })).toEqual(['CONTRADICTORY input.typeId']);
  expect(await start({}, stranger)).toEqual(['NOT_FOUND input.holderId']);
  lineBook.broken = true;
  const started = await ok('numberSyncStart', 'numberSync { id status }', { typeId, holderId }, clerk);
  const { id } = started['numberSync'];
  expect(await start()).toEqual(['RUNNING input.typeId']);
  expect(await rows('select 1 from number_sync')).toHaveLength(1);
  lineBook.broken = false;
  await until(async () => (await sync(id)).status === 'DONE');
  expect(await sync(id)).toEqual({
    ...{ status: 'DONE', read: 230, added: 226, changed: 3, contradicting: 3 },
    differences: {
      nodes: [
        { number: no(1), kind: 'USED_OUTSIDE', item: { resourceNo: no(1) } },
        { number: no(3), kind: 'FREE_OUTSIDE', item: { resourceNo: no(3) } },
        { number: no(230), kind: 'UNKNOWN_IN_USE', item: null },
      ],
    },
  });
  const known = 'select resource_no, exchange, level from resource_item where resource_no = $1';
  expect(await rows(known, [no(2)])).toEqual([{ resource_no: no(2), exchange: 'TH', level: 2 }]);
  expect(await rows(known, [no(230)])).toEqual([]);
  const onHand = 'select on_hand from stock_balance b join resource_type t on t.id = b.type_id where t.code = $1';
  expect(await rows(onHand, ['SYNC_NO'])).toEqual([{ on_hand: 229 }]);
  // Once more: nothing is new, and nothing is taken twice.
  const again = (await ok('numberSyncStart', 'numberSync { id }', { typeId, holderId, exchange: 'TH' }, clerk))[
    'numberSync'
  ];
  await until(async () => (await sync(again.id)).status === 'DONE');
  expect(await sync(again.id)).toMatchObject({ read: 230, added: 0, changed: 0, contradicting: 3 });
});
