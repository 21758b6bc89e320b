import { beforeAll, expect, test } from '@jest/globals';
import {
  ask,
  graph,
  idOf,
  offeringInSale,
  ok,
  productInUse,
  refused,
  rows,
  run,
  useCatalogueDesk,
} from '../../testing/catalogue-desk.js';
import type { As } from '../../testing/graph.js';

useCatalogueDesk();

const admin = 'admin' as const;
const mss = { sub: 'mss', role: 'system' } as As;
let customerId: string;
let offeringId: string;
beforeAll(async () => {
  const regionId = await idOf('region', '4401');
  const input = { regionId, individual: { name: 'Short' } };
  customerId = (await ok('customerCreate', 'customer { id }', input, admin))['customer'].id;
  const modem = await productInUse('SHORT_MODEM', { nature: 'PHYSICAL', kind: 'MAIN' });
  offeringId = await offeringInSale('SHORT_OFFER', { components: [{ productId: modem }] });
  await ok('resourceTypeSave', '__typename', {
    ...{ code: 'MODEM_X', name: 'Modem X', category: 'TERMINAL', serialised: false, unit: 'piece', productId: modem },
  });
});

let sequence = 0;
const message = (state: string, at: string, more: object = {}) => ({
  ...{ messageId: `M${++sequence}`, typeCode: 'MODEM_X', state, at },
  ...more,
});
const FIELDS = 'shortageReport { id applied shortage { id since expectedAt missing endedAt region { code } } }';
const report = async (input: object) => (await ok('resourceShortageReport', FIELDS, input, mss))['shortageReport'];
const shortages = async () =>
  (
    await ask(
      `query ($input: OfferingQualificationInput!) { offeringQualification(input: $input) { items { qualified shortages { expectedAt product { code } resourceType { code } } } } }`,
      { input: { customerId, offeringIds: [offeringId] } },
      admin,
    )
  ).offeringQualification.items[0];
const order = (more: object = {}) => ({ customerId, items: [{ action: 'INSTALL', offeringId, ...more }] });
const orderCodes = async (more: object = {}) =>
  (
    await ask(
      `query ($input: OrderSubmitInput!) { orderCheck(input: $input) { findings { code details } } }`,
      { input: order(more) },
      admin,
    )
  ).orderCheck.findings;
const open = () => rows('select 1 from resource_shortage where ended_at is null');

test('RES-53 SAL-56 what the stock system says is kept once, shown, and ends when it says so', async () => {
  const first = message('SHORT', '2026-05-01T00:00:00Z', {
    regionCode: '44',
    expectedAt: '2026-06-01T00:00:00Z',
    missing: 40,
  });
  const [one, other] = await Promise.all([report(first), report(first)]);
  expect(other).toEqual(one);
  expect(one).toMatchObject({
    applied: true,
    shortage: { region: { code: '44' }, missing: 40, expectedAt: '2026-06-01T00:00:00.000Z', endedAt: null },
  });
  const changed = await report(message('SHORT', '2026-05-03T00:00:00Z', { regionCode: '44' }));
  expect(changed.shortage).toMatchObject({ id: one.shortage.id, since: '2026-05-01T00:00:00.000Z', expectedAt: null });
  expect(await report(message('AVAILABLE', '2026-05-02T00:00:00Z', { regionCode: '44' }))).toMatchObject({
    applied: false,
  });
  expect(await open()).toHaveLength(1);
  const seen = `{ resourceType(code: "MODEM_X") { shortages(first: 9) { nodes { endedAt region { code } reports(first: 9) { nodes { messageId } } } } } }`;
  expect((await ask(seen)).resourceType.shortages.nodes).toMatchObject([
    { endedAt: null, reports: { nodes: [{}, {}] } },
  ]);
  const ended = await report(message('AVAILABLE', '2026-05-04T00:00:00Z', { regionCode: '44' }));
  expect(ended.shortage.endedAt).toBe('2026-05-04T00:00:00.000Z');
  expect(await report(message('AVAILABLE', '2026-05-05T00:00:00Z', { regionCode: '44' }))).toMatchObject({
    applied: false,
  });
  expect(await open()).toHaveLength(0);
});

test('RES-53 a message about what is not known is kept for somebody to look into; only the system speaks', async () => {
  expect(await report(message('SHORT', '2026-05-01T00:00:00Z', { typeCode: 'NO_TYPE' }))).toMatchObject({
    ...{ applied: false, shortage: null },
  });
  expect(
    await rows(`select data->>'typeCode' "code" from history_entry where type = 'resourceShortage.unmatched'`),
  ).toEqual([{ code: 'NO_TYPE' }]);
  const before = (await rows('select 1 from shortage_report')).length;
  const wrong = (more: object, state = 'SHORT') =>
    refused('resourceShortageReport', message(state, '2026-05-01T00:00:00Z', more), mss);
  expect(await wrong({ at: '2999-01-01T00:00:00Z' })).toEqual(['IN_FUTURE input.at']);
  expect(await wrong({ expectedAt: '2026-04-01T00:00:00Z' })).toEqual(['CONTRADICTORY input.expectedAt']);
  expect(await wrong({ missing: 3 }, 'AVAILABLE')).toEqual(['CONTRADICTORY input.missing']);
  const document = `mutation ($input: ResourceShortageReportInput!) { resourceShortageReport(input: $input) { userErrors { code } } }`;
  const asStaff = await graph.query(
    document,
    { input: message('SHORT', '2026-05-01T00:00:00Z') },
    { as: { sub: 'x', role: 'staff', region: '86' } },
  );
  expect(asStaff.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect(await rows('select 1 from shortage_report')).toHaveLength(before);
});

test('RES-53 a shortage is told when an offering is chosen, and order entry asks the customer to wait', async () => {
  expect(await shortages()).toEqual({ qualified: true, shortages: [] });
  await report(message('SHORT', '2026-06-01T00:00:00Z', { regionCode: '51' }));
  expect(await shortages()).toEqual({ qualified: true, shortages: [] });
  await report(message('SHORT', '2026-06-01T00:00:00Z', { expectedAt: '2026-07-01T00:00:00Z' }));
  const told = {
    expectedAt: '2026-07-01T00:00:00.000Z',
    product: { code: 'SHORT_MODEM' },
    resourceType: { code: 'MODEM_X' },
  };
  expect(await shortages()).toEqual({ qualified: true, shortages: [told] });
  expect(await orderCodes()).toEqual([
    {
      code: 'RESOURCE_SHORT',
      details: {
        ...{ product: 'SHORT_MODEM', resourceType: 'MODEM_X' },
        ...{ since: '2026-06-01T00:00:00.000Z', expectedAt: '2026-07-01T00:00:00.000Z' },
      },
    },
  ]);
  const placed = async () => (await rows('select 1 from customer_order')).length;
  const before = await placed();
  expect(await refused('orderSubmit', order(), admin)).toEqual(['RESOURCE_SHORT input.items.0.acceptShortage']);
  expect(await placed()).toBe(before);
  const { order: accepted } = await ok(
    'orderSubmit',
    'order { items(first: 1) { nodes { waitsForStock } } }',
    order({ acceptShortage: true }),
    admin,
  );
  expect(accepted.items.nodes).toEqual([{ waitsForStock: true }]);
});

test('RES-53 a piece that a sales department of the region still has is sold', async () => {
  const keeper = { sub: 'stk', role: 'staff', region: '44' } as const;
  const holderOf = async (code: string, region: string) =>
    (
      await ok(
        'stockHolderCreate',
        'stockHolder { id }',
        { code, name: code, kind: 'DEPARTMENT', regionId: await idOf('region', region) },
        region === '4401' ? keeper : admin,
      )
    )['stockHolder'].id as string;
  const typeId = await idOf('resourceType', 'MODEM_X');
  const stockIn = (holderId: string) => run('stockIn', 'stockNote { id }', { holderId, typeId, quantity: 1 }, admin);
  expect((await stockIn(await holderOf('SHORT_FAR', '51'))).userErrors).toEqual([]);
  expect((await orderCodes()).map(({ code }: { code: string }) => code)).toEqual(['RESOURCE_SHORT']);
  expect((await stockIn(await holderOf('SHORT_NEAR', '4401'))).userErrors).toEqual([]);
  expect(await orderCodes()).toEqual([]);
  const { order: placed } = await ok(
    'orderSubmit',
    'order { items(first: 1) { nodes { waitsForStock } } }',
    order(),
    admin,
  );
  expect(placed.items.nodes).toEqual([{ waitsForStock: false }]);
});
