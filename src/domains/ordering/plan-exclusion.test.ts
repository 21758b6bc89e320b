import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import { faults, openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';

let desk: PriceDesk;
let phone: string;
let mobile: string;
beforeAll(async () => {
  desk = await openPriceDesk();
  [phone, mobile] = [await desk.offeringId('OF_PHONE'), await desk.offeringId('OF_MOBILE')];
  sandboxPace.stepMs = 60_000;
});
afterAll(async () => {
  sandboxPace.stepMs = 0;
  await desk.graph.close();
});

const submit = (customerId: string, offeringId: string, tariffPlanId: string) => {
  const items = [{ action: 'INSTALL', offeringId, installAddress: 'Road 1', tariffPlanId }];
  return desk.run('orderSubmit', 'order { id }', { customerId, items }, 'admin');
};
const plans = async (name: string): Promise<[string, string]> => {
  const pair: [string, string] = [
    await desk.plan(`${name}_A`, 'OF_PHONE', []),
    await desk.plan(`${name}_B`, 'OF_MOBILE', []),
  ];
  await desk.settled('tariffPlanRelate', pair[0], { fromId: pair[0], toId: pair[1], kind: 'EXCLUDE' });
  return pair;
};

test('PRD-84 of two orders at once with plans that exclude one another one is refused, and so is one that comes while the other is under way', async () => {
  const [one, other] = await plans('X');
  for (let round = 0; round < 3; round++) {
    const customerId = await desk.customer(`Excluding Buyer ${round}`);
    const before = await desk.count('customer_order');
    const answers = await Promise.all([submit(customerId, phone, one), submit(customerId, mobile, other)]);
    expect(answers.map(faults).sort((a, b) => a.length - b.length)).toEqual([[], ['PLAN_EXCLUDED input.items.0']]);
    expect(await desk.count('customer_order')).toBe(before + 1);
    const won = answers.find(({ order }) => order)!.order.id;
    const [offeringId, planId] = answers[0] && faults(answers[0]).length === 0 ? [mobile, other] : [phone, one];
    expect(faults(await submit(customerId, offeringId, planId))).toEqual(['PLAN_EXCLUDED input.items.0']);
    // What is cancelled excludes nothing.
    expect((await desk.run('orderCancel', '', { orderId: won, reason: 'dear' }, 'admin')).userErrors).toEqual([]);
  }
});

test('PRD-89 plans that may be had together in an offering are ordered together, whatever excludes them elsewhere', async () => {
  const [one, other] = await plans('Y');
  await desk.settled('tariffPlanRelate', one, { fromId: one, toId: other, kind: 'COEXIST' });
  const customerId = await desk.customer('Coexisting Buyer');
  expect(faults(await submit(customerId, phone, one))).toEqual([]);
  expect(faults(await submit(customerId, mobile, other))).toEqual([]);
});
