import { faults, openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';

let desk: PriceDesk;
beforeAll(async () => {
  desk = await openPriceDesk();
});
afterAll(() => desk.graph.close());

test('PRD-81 PRD-82 a plan is resumed as it is activated: not while a plan in it is a draft, and nothing is written then', async () => {
  const plan = await desk.plan('R_OUTER', 'OF_PHONE', []);
  const step = (tariffPlanId: string, action: string) =>
    desk.run('tariffPlanStatusChange', '', { tariffPlanId, action, reason: 'r' }, 'admin');
  expect(faults(await step(plan, 'SUSPEND'))).toEqual([]);
  const draft = { code: 'R_DRAFT', name: 'Draft', type: 'ONE_TIME', amount: '9', currency: 'CNY' };
  const { tariffPlan } = await desk.run('tariffPlanCreate', 'tariffPlan { id }', draft);
  await desk.settled('tariffPlanCompose', plan, { tariffPlanId: plan, members: [{ nestedPlanId: tariffPlan.id }] });
  const seen = async () => [
    (await desk.graph.query('{ tariffPlan(code: "R_OUTER") { status } }')).data.tariffPlan.status,
    await desk.count('history_entry'),
  ];
  const [status, entries] = await seen();
  expect(status).toBe('SUSPENDED');
  const refused = await step(plan, 'RESUME');
  expect(refused.userErrors).toMatchObject([
    { code: 'NOT_SELLABLE', path: ['input', 'tariffPlanId'], details: { plans: ['R_DRAFT'] } },
  ]);
  expect(await seen()).toEqual([status, entries]);
  for (const action of ['APPROVE', 'ACTIVATE']) expect(faults(await step(tariffPlan.id, action))).toEqual([]);
  expect(faults(await step(plan, 'RESUME'))).toEqual([]);
  expect((await seen())[0]).toBe('ACTIVE');
});
