import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import { faults, openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';

let desk: PriceDesk;
let phone: string;
const keeper = { sub: 'stk', role: 'staff', region: '44' } as const;
beforeAll(async () => {
  sandboxPace.stepMs = 60_000;
  desk = await openPriceDesk();
  phone = await desk.offeringId('OF_PHONE');
  const { resourceType, userErrors } = await desk.run(
    'resourceTypeSave',
    'resourceType { id }',
    { code: 'NR', name: 'Numbers', category: 'NUMBER', serialised: true, unit: 'piece' },
    'admin',
  );
  expect(userErrors).toEqual([]);
  const { data } = await desk.graph.query('{ region(code: "4401") { id } }');
  const holder = await desk.run(
    'stockHolderCreate',
    'stockHolder { id }',
    { code: 'SHOP', name: 'Shop', kind: 'DEPARTMENT', regionId: data.region.id },
    'admin',
  );
  expect(holder.userErrors).toEqual([]);
  holderId = holder.stockHolder.id;
  typeId = resourceType.id;
  const items = ['1', '2', '3', '4'].map((end) => ({ resourceNo: `0208888000${end}`, level: 5 }));
  const stocked = await desk.run('stockIn', '', { holderId, typeId, items }, 'admin');
  expect(stocked.userErrors).toEqual([]);
});
let holderId: string;
let typeId: string;
afterAll(async () => {
  sandboxPace.stepMs = 0;
  await desk.graph.close();
});

const line = (end: string, more: object = {}) => ({
  ...{ action: 'INSTALL', offeringId: phone, installAddress: 'Road 1', number: `0208888000${end}` },
  ...more,
});
const submit = async (customerId: string, ...items: object[]): Promise<string[]> =>
  faults(await desk.run('orderSubmit', 'order { id }', { customerId, items }, 'admin'));
const reserve = async (end: string, more: object) => {
  const input = { holderId, typeId, resourceNo: `0208888000${end}`, reason: 'chosen', ...more };
  expect((await desk.run('resourceReserve', '', input, keeper)).userErrors).toEqual([]);
};

test('RES-31 RES-42 a number of the stock is ordered only by the one for whom it is free', async () => {
  const [one, other] = [await desk.customer('Number Buyer'), await desk.customer('Other Buyer')];
  await reserve('1', { customerId: one });
  await reserve('2', {});
  const before = await desk.count('customer_order');
  expect(await submit(other, line('1'))).toEqual(['OUT_OF_STOCK input.items.0.number']);
  expect(await submit(one, line('2'))).toEqual(['OUT_OF_STOCK input.items.0.number']);
  expect(await submit(one, line('3'), line('3'))).toEqual(['CONTRADICTORY input.items.1.number']);
  expect(await submit(one, line('3', { quantity: 2 }))).toEqual(['CONTRADICTORY input.items.0.number']);
  expect(await desk.count('customer_order')).toBe(before);
  expect(await submit(one, line('1'))).toEqual([]);
});

test('RES-42 of two who order the same number at once one gets it', async () => {
  const buyers = [await desk.customer('Quick Buyer'), await desk.customer('Slow Buyer')];
  const answers = await Promise.all(buyers.map((customerId) => submit(customerId, line('4'))));
  expect(answers.sort((a, b) => a.length - b.length)).toEqual([[], ['OUT_OF_STOCK input.items.0.number']]);
});
