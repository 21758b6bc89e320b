import { billingPace } from '../../../plugins/billing-sandbox/index.js';
import {
  approver,
  ask,
  graph,
  idOf,
  manager,
  ok,
  rows,
  useCatalogueDesk,
  writeOffering,
} from '../../testing/catalogue-desk.js';
import { approve, approveOnly } from '../../testing/second-person.js';
import { until } from '../../testing/until.js';
import { billing, type PricingRequest } from './billing.port.js';

useCatalogueDesk();

/** What billing was asked, in order. */
const asked: PricingRequest[] = [];
let stopListening: () => void;
beforeAll(() => {
  const { adapter, connectedBy } = billing;
  const attach = (other: typeof adapter) => {
    billing.disconnect();
    billing.connect(other, connectedBy!);
  };
  attach({
    requestPricing: (request, context) => {
      asked.push(request);
      return adapter.requestPricing(request, context);
    },
    withdrawPricing: (orderNo, context) => adapter.withdrawPricing(orderNo, context),
  });
  stopListening = () => attach(adapter);
});
afterAll(() => stopListening());

let customerId: string;
beforeAll(async () => {
  billingPace.replyMs = 0;
  const input = { code: 'RP_ANN', regionId: await idOf('region', '4401'), individual: { name: 'Ann' } };
  customerId = (await ok('customerCreate', 'customer { id }', input, 'admin'))['customer'].id;
});

const status = (tariffPlanId: string, action: string) =>
  ok('tariffPlanStatusChange', '__typename', { tariffPlanId, action, reason: 'r' }, 'admin');

/** A plan with a rent as its one rule, approved and not sold yet; answers the ids. */
async function rented(code: string) {
  const { tariffRule } = await ok('tariffRuleSave', 'tariffRule { id }', {
    ...{ code: `${code}_RENT`, name: 'Rent', type: 'PERIODIC', period: 'MONTH', currency: 'CNY', value: '30' },
  });
  const { tariffPlan } = await ok('tariffPlanCreate', 'tariffPlan { id }', {
    ...{ code, name: 'Plan', type: 'PERIODIC', period: 'MONTH', amount: '0', currency: 'CNY' },
    members: [{ tariffRuleId: tariffRule.id }],
  });
  await status(tariffPlan.id, 'APPROVE');
  return { rule: tariffRule.id as string, plan: tariffPlan.id as string };
}
const charge = async (rule: string, value: string) => {
  await ok('tariffRuleSave', '__typename', { tariffRuleId: rule, value, reason: 'dearer' });
  await approveOnly(graph, 'TARIFF_RULE_CHANGE');
};

/** Offerings in sale by the same plan, as billing has configured them; answers their ids. */
async function sold(plan: string, ...codes: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const code of codes) {
    const { offering } = await writeOffering(code, { tariffs: [{ tariffPlanId: plan, isDefault: true }] });
    const offeringId = offering.id as string;
    await ok('offeringStatusChange', '__typename', { offeringId, action: 'APPROVE' }, approver);
    await ok('offeringPricingRequest', '__typename', { offeringId });
    await until(async () => (await orders(offeringId))[0]?.status === 'PRICED');
    await ok('offeringPublish', '__typename', { offeringId });
    ids.push(offeringId);
  }
  return ids;
}
const orders = async (id: string) =>
  (
    await ask(
      `query ($id: ID!) { offering(id: $id) { pricingOrders(first: 20, orderBy: [{ field: ORDER_NO }]) { nodes { id orderNo status repricing cause charges plans tariffPlan { code } } } } }`,
      { id },
    )
  ).offering.pricingOrders.nodes;
/** Codes and values that billing was told for an offering after the first time. */
const told = async (id: string): Promise<string[]> =>
  (await orders(id))
    .filter(({ repricing }: { repricing: boolean }) => repricing)
    .map(
      ({ tariffPlan, charges }: { tariffPlan: { code: string } | null; charges: { code: string; value: string }[] }) =>
        [tariffPlan?.code ?? 'all', ...charges.map(({ code, value }) => `${code} ${value}`)].join(' '),
    );
/** Gives the customer an offering, with a plan. */
const give = (offeringCode: string, planCode: string) =>
  rows(
    `insert into offering_instance (id, created_at, updated_at, customer_id, offering_id, tariff_plan_id, status, validity_from, region_id)
      select gen_random_uuid(), now(), now(), c.id, o.id, p.id, 'ACTIVE', now(), c.region_id from customer c, offering o, tariff_plan p
      where c.code = 'RP_ANN' and o.code = $1 and p.code = $2 returning id`,
    [offeringCode, planCode],
  );

test('PRD-91 PRD-53 a price that changes goes to billing for what is not sold any more too, as long as somebody has it', async () => {
  const { rule, plan } = await rented('RP_OLD');
  await status(plan, 'ACTIVATE');
  const [runs, gone, soldOn] = await sold(plan, 'RP_RUNS', 'RP_GONE', 'RP_SOLD_ON');
  const [held] = await give('RP_RUNS', 'RP_OLD');
  for (const offeringId of [runs, gone])
    await ok('offeringStatusChange', '__typename', { offeringId, action: 'EXPIRE' });
  await charge(rule, '35');
  await until(async () => (await told(soldOn!)).length === 1 && (await told(runs!)).length === 1);
  expect([await told(runs!), await told(gone!)]).toEqual([['all RP_OLD_RENT 35'], []]);
  expect((await orders(runs!)).at(-1)).toMatchObject({ repricing: true });
  expect((await ask('query ($id: ID!) { offering(id: $id) { status } }', { id: runs })).offering.status).toBe(
    'EXPIRED',
  );
  // Not any more once nobody has it.
  await rows(`update offering_instance set status = 'ENDED' where id = $1`, [held.id]);
  await charge(rule, '36');
  await until(async () => (await told(soldOn!)).length === 2);
  expect(await told(runs!)).toHaveLength(1);
});

test('PRD-91 PRD-90 billing is told of a plan that an offering is sold with no more, as long as somebody has it with the plan', async () => {
  const { rule, plan } = await rented('RP_LEFT');
  const other = await rented('RP_KEPT');
  for (const each of [plan, other.plan]) await status(each, 'ACTIVATE');
  const [offeringId] = await sold(plan, 'RP_TIES');
  await give('RP_TIES', 'RP_LEFT');
  await rows(
    `update offering_tariff t set validity_to = now() from tariff_plan p where p.id = t.tariff_plan_id and p.code = 'RP_LEFT'`,
  );
  await charge(rule, '35');
  await until(async () => (await told(offeringId!)).length === 1);
  expect(await told(offeringId!)).toEqual(['all RP_LEFT_RENT 35']);
  expect((await orders(offeringId!)).at(-1).plans).toEqual([expect.objectContaining({ code: 'RP_LEFT', ties: [] })]);
});

test('PRD-91 PRD-118 a price that changes goes to billing for the customer who alone has it, on an offering of all and on one of their own', async () => {
  const contract = await ok('contractCreate', 'contract { id contractNo }', {
    ...{ customerId, name: 'Own price', kind: 'FRAMEWORK', termMonths: 12 },
  });
  const contractId = contract['contract'].id as string;
  await ok('contractSign', '__typename', { contractId, customerSignatory: 'A', operatorSignatory: 'B' });
  await approve(graph, contractId);
  const own = await rented('RP_OWN');
  const alone = await rented('RP_ALONE');
  const usual = await rented('RP_USUAL');
  await status(usual.plan, 'ACTIVATE');
  const [ofAll] = await sold(usual.plan, 'RP_OF_ALL');
  const { offering } = await writeOffering('RP_MADE', { tariffs: [{ tariffPlanId: usual.plan }] });
  const made = offering.id as string;
  await ok('offeringStatusChange', '__typename', { offeringId: made, action: 'APPROVE' }, approver);
  const plans: string[] = [];
  for (const [offeringId, tariffPlanId] of [
    [ofAll, alone.plan],
    [made, own.plan],
  ] as const) {
    const request = { contractId, offeringId, tariffPlanId };
    const { individualPlan } = await ok('individualPlanRequest', 'individualPlan { id }', request, manager);
    plans.push(individualPlan.id);
    const state = async () =>
      (await ask('query ($id: ID!) { individualPlan(id: $id) { status } }', { id: individualPlan.id })).individualPlan;
    await until(async () => (await state()).status === 'IN_FORCE');
  }
  await charge(alone.rule, '31');
  await charge(own.rule, '32');
  await until(async () => (await told(ofAll!)).length === 1 && (await told(made)).length === 1);
  expect(await told(ofAll!)).toEqual(['RP_ALONE RP_ALONE_RENT 31']);
  expect(await told(made)).toEqual(['RP_OWN RP_OWN_RENT 32 RP_USUAL_RENT 30']);
  // Billing knows for whom.
  const individual = { customerCode: 'RP_ANN', contractNo: contract['contract'].contractNo };
  await until(async () => (await orders(made)).at(-1).status === 'PRICED');
  const last = (code: string) => asked.filter((each) => each.offeringCode === code).at(-1);
  expect(last('RP_OF_ALL')).toMatchObject({ individual: { tariffPlanCode: 'RP_ALONE', ...individual } });
  expect(last('RP_MADE')).toMatchObject({ individual: { tariffPlanCode: 'RP_OWN', ...individual } });
  // What all buy of it, and what the customer has alone, are told each by an order of its own, and of the own offering both in one.
  await charge(usual.rule, '40');
  await until(async () => (await told(ofAll!)).length === 2 && (await told(made)).length === 2);
  expect((await told(ofAll!)).at(-1)).toBe('all RP_USUAL_RENT 40');
  expect((await told(made)).at(-1)).toBe('RP_OWN RP_OWN_RENT 32 RP_USUAL_RENT 40');
  // What was contracted and is sold no more runs on for who has it.
  await give('RP_OF_ALL', 'RP_ALONE');
  for (const individualPlanId of plans)
    await ok('individualPlanEnd', '__typename', { individualPlanId, reason: 'Over.' });
  await charge(alone.rule, '33');
  await charge(own.rule, '34');
  await until(async () => (await told(ofAll!)).length === 3);
  expect((await told(ofAll!)).at(-1)).toBe('RP_ALONE RP_ALONE_RENT 33');
  expect(await told(made)).toHaveLength(2);
});
