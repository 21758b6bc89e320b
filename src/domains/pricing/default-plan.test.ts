import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { faults, openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';

let desk: PriceDesk;
let phone: string;
beforeAll(async () => {
  desk = await openPriceDesk();
  phone = await desk.offeringId('OF_PHONE');
});
afterAll(() => desk.graph.close());

const TARIFFS = `query ($id: ID!) { offering(id: $id) { tariffs(first: 50) {
  nodes { isDefault tariffPlan { id code price { currency } } validity { to } } } } }`;
const defaults = async () =>
  (await desk.graph.query(TARIFFS, { id: phone })).data.offering.tariffs.nodes.filter(
    ({ isDefault, tariffPlan }: { isDefault: boolean; tariffPlan: { price: { currency: string } } }) =>
      isDefault && tariffPlan.price.currency === 'CNY',
  );
const tie = (more: object) => ({ offeringId: phone, ...more });
const bought = async (at: string) => {
  const { lines } = await desk.ask('cartPrice', 'CartPriceInput', 'lines { tariffPlans { code } }', {
    lines: [{ offeringId: phone }],
    at,
  });
  return lines[0].tariffPlans.map(({ code }: { code: string }) => code);
};

test('PRD-88 PRD-90 the successor of a default plan is prepared, and follows it when it ends', async () => {
  const until = '2030-01-01T00:00:00Z';
  const [{ tariffPlan: now }] = await defaults();
  await desk.settled('offeringTariffSave', phone, tie({ tariffPlanId: now.id, validTo: until }));
  const tariffPlanId = await desk.plan('DEF_NEXT', 'OF_OFFICE', [{ code: 'DEF_FEE', value: '7' }]);
  const save = (more: object) =>
    desk.run('offeringTariffSave', 'held', tie({ tariffPlanId, isDefault: true, ...more }));
  // A day with two defaults, at either end.
  expect(faults(await save({ validFrom: '2029-12-31T00:00:00Z' }))).toEqual(['CONTRADICTORY input.isDefault']);
  expect(faults(await save({ validFrom: '2025-01-01T00:00:00Z', validTo: '2026-06-01T00:00:00Z' }))).toEqual([
    'CONTRADICTORY input.isDefault',
  ]);
  expect(await defaults()).toHaveLength(1);
  await desk.settled('offeringTariffSave', phone, tie({ tariffPlanId, isDefault: true, validFrom: until }));
  expect(await bought('2029-12-31T23:59:59Z')).toEqual([now.code]);
  expect(await bought(until)).toEqual(['DEF_NEXT']);
  // The predecessor does not come back into its way.
  const longer = tie({ tariffPlanId: now.id, validTo: null });
  expect(faults(await desk.run('offeringTariffSave', 'held', longer))).toEqual(['CONTRADICTORY input.isDefault']);
});
