import { expect, test } from '@jest/globals';
import {
  ask,
  faults,
  graph,
  idOf,
  offeringInSale,
  ok,
  publish,
  refused,
  rows,
  run,
  useCatalogueDesk,
  writeOffering,
} from '../../testing/catalogue-desk.js';
import {
  approve,
  campaignOf,
  clerk,
  customerIn,
  elsewhere,
  hireIt,
  leader,
  marketer,
  move,
  publishedList,
} from '../../testing/campaign-desk.js';
import type { As } from '../../testing/graph.js';
import { approve as approveChange } from '../../testing/second-person.js';

useCatalogueDesk();

const cny = (amount: string) => ({ amount, currency: 'CNY' });
const dispatchOf = async (orderNo: string): Promise<string> => {
  const [row] = await rows(
    `select "d"."id" from "collaboration_dispatch" "d" join "collaboration_order" "o" on "o"."id" = "d"."order_id" where "o"."order_no" = $1 and "d"."status" = 'SENT'`,
    [orderNo],
  );
  const { collaborationDispatches } = await ask(
    '{ collaborationDispatches(first: 200) { nodes { id order { orderNo } status } } }',
    {},
    'admin',
  );
  expect(row).toBeDefined();
  return collaborationDispatches.nodes.find(
    (each: { order: { orderNo: string }; status: string }) => each.order.orderNo === orderNo && each.status === 'SENT',
  ).id as string;
};
const reply = async (orderNo: string, as: As, opinion: string) =>
  ok('collaborationReply', '__typename', { dispatchId: await dispatchOf(orderNo), reply: 'Looked.', opinion }, as);
const units = async () => ({
  units: [{ organizationId: await idOf('internalOrganization', 'H4403') }],
  requesterId: await idOf('internalOrganization', 'H4401'),
});
const SEEN =
  'campaign { planSupport configurationAnswer configuredAt supportOrder { orderNo } configurationOrder { orderNo detail object { __typename } } }';

test('OPS-51 CMP-30 the IT unit is asked about new product, bundle, price and discount; no campaign is submitted without its support', async () => {
  const campaignId = await campaignOf('Checked');
  const offeringId = await offeringInSale('CAMP-CHECK');
  const items = [
    { kind: 'NEW_PRODUCT', name: 'Cloud box', requirement: '1 TB at home' },
    { kind: 'BUNDLE', name: 'Box and line', requirement: 'both' },
    { kind: 'PRICE', name: 'Summer price', offeringId, price: cny('9.90') },
    { kind: 'DISCOUNT', name: 'Tenth off', offeringId, discountKind: 'PERCENT', discountValue: '10' },
  ];
  const set = (wrong: object) => refused('campaignPlanSet', { campaignId, items: [{ ...wrong, name: 'x' }] }, marketer);
  expect(await set({ kind: 'NEW_PRODUCT' })).toEqual(['REQUIRED input.items.0.requirement']);
  expect(await set({ kind: 'PRICE', offeringId })).toEqual(['REQUIRED input.items.0.price']);
  expect(await set({ kind: 'PRICE', price: cny('1') })).toEqual(['REQUIRED input.items.0.offeringId']);
  expect(await set({ kind: 'DISCOUNT', offeringId, discountKind: 'AMOUNT', discountValue: '1' })).toEqual([
    'REQUIRED input.items.0.discountCurrency',
  ]);
  expect(await set({ kind: 'PRICE', offeringId, price: cny('-1') })).toEqual(['TOO_SMALL input.items.0.price.amount']);
  expect(await refused('campaignPlanSet', { campaignId, items }, elsewhere)).toEqual(['NOT_FOUND input.campaignId']);
  expect(await rows('select 1 from "campaign_plan_item"')).toEqual([]);
  const asking = { campaignId, ...(await units()) };
  expect(await refused('campaignSupportRequest', asking, marketer)).toEqual(['INVALID_STATE input.campaignId']);
  await ok('campaignPlanSet', '__typename', { campaignId, items }, marketer);
  expect(await refused('campaignSubmit', { campaignId }, marketer)).toEqual(['GUARD_REFUSED']);

  const { campaign: asked } = await ok('campaignSupportRequest', SEEN, asking, marketer);
  expect(asked).toMatchObject({ planSupport: 'AWAITED', configurationAnswer: 'NOT_ASKED' });
  const order = asked.supportOrder.orderNo as string;
  const [sent] = await rows(`select "detail", "opinion_wanted" from "collaboration_order" where "order_no" = $1`, [
    order,
  ]);
  for (const part of ['NEW_PRODUCT Cloud box', 'BUNDLE', '9.90 CNY', 'PERCENT 10', 'CAMP-CHECK'])
    expect(sent.detail).toContain(part);
  expect(await refused('campaignSubmit', { campaignId }, marketer)).toEqual(['GUARD_REFUSED']);
  const it = await hireIt();
  await reply(order, it.as, 'DISAGREE');
  const no = await run('campaignSubmit', '__typename', { campaignId }, marketer);
  expect(no.userErrors).toMatchObject([{ code: 'GUARD_REFUSED', message: expect.stringContaining('cannot support') }]);

  // What was said of one plan does not hold for another.
  await ok('campaignPlanSet', '__typename', { campaignId, items: items.slice(2) }, marketer);
  const again = (await ok('campaignSupportRequest', SEEN, asking, marketer))['campaign'];
  await reply(again.supportOrder.orderNo, it.as, 'AGREE');
  const { campaign } = await ask(
    'query ($id: ID!) { campaign(id: $id) { planSupport planItems(first: 9, orderBy: [{ field: SEQ }]) { nodes { seq kind } } } }',
    { id: campaignId },
    marketer,
  );
  expect(campaign).toEqual({
    planSupport: 'AGREED',
    planItems: {
      nodes: [
        { seq: 1, kind: 'PRICE' },
        { seq: 2, kind: 'DISCOUNT' },
      ],
    },
  });
  await ok('campaignSubmit', '__typename', { campaignId }, marketer);
});

test('OPS-51 CMP-46 a campaign starts only when its offerings are really published and priced as planned, and the units say so', async () => {
  const campaignId = await campaignOf('Configured');
  const sold = await offeringInSale('CAMP-SOLD');
  const items = [
    { kind: 'NEW_PRODUCT', name: 'New', requirement: 'a new one' },
    { kind: 'PRICE', name: 'Price', offeringId: sold, price: cny('77') },
    { kind: 'DISCOUNT', name: 'Off', offeringId: sold, discountKind: 'PERCENT', discountValue: '10' },
  ];
  await ok('campaignPlanSet', '__typename', { campaignId, items }, marketer);
  const it = await hireIt();
  const asking = { campaignId, ...(await units()) };
  await reply(
    (await ok('campaignSupportRequest', SEEN, asking, marketer))['campaign'].supportOrder.orderNo,
    it.as,
    'AGREE',
  );
  expect(await refused('campaignConfigurationRequest', asking, marketer)).toEqual(['INVALID_STATE input.campaignId']);
  await approve(campaignId);
  const customer = await customerIn('4401', 'Someone');
  await publishedList(campaignId, [customer.id]);
  expect((await move(campaignId, 'START')).userErrors).toMatchObject([
    { code: 'GUARD_REFUSED', message: expect.stringContaining('Nobody was asked to configure') },
  ]);
  const { campaign } = await ok('campaignConfigurationRequest', SEEN, asking, marketer);
  expect(campaign.configurationOrder.object).toEqual({ __typename: 'Campaign' });

  // Nothing is configured yet; each row says what is missing.
  const { offering: made } = await writeOffering('CAMP-NEW');
  const row = (seq: number, more: object = {}) => ({ seq, ...more });
  const confirm = (...given: object[]) =>
    refused('campaignConfigurationConfirm', { campaignId, items: given }, marketer);
  expect(await confirm(row(1, { offeringId: made.id }))).toEqual(['REQUIRED input.items']);
  expect(await confirm(row(1, { offeringId: made.id }), row(2), row(3))).toEqual([
    'NOT_CONFIGURED input.items.0',
    'NOT_CONFIGURED input.items.1',
    'NOT_CONFIGURED input.items.2',
  ]);
  expect(await confirm(row(1, { tariffPlanId: await idOf('tariffPlan', 'TP_PHONE_CNY') }))).toEqual([
    'CONTRADICTORY input.items.0.tariffPlanId',
  ]);
  expect(await rows(`select 1 from "campaign" where "configured_at" is not null`)).toEqual([]);

  await publish(made.id);
  const plan = async (code: string, amount: string) => {
    const input = {
      code,
      name: code,
      type: 'PERIODIC',
      period: 'MONTH',
      amount,
      currency: 'CNY',
      validFrom: '2020-01-01T00:00:00Z',
    };
    const { tariffPlan } = await ok('tariffPlanCreate', 'tariffPlan { id }', input);
    for (const action of ['APPROVE', 'ACTIVATE'])
      await ok('tariffPlanStatusChange', '__typename', { tariffPlanId: tariffPlan.id, action }, 'admin');
    await ok('offeringTariffSave', '__typename', {
      offeringId: sold,
      tariffPlanId: tariffPlan.id,
      validFrom: '2020-01-01T00:00:00Z',
    });
    await approveChange(graph, sold);
    return tariffPlan.id as string;
  };
  const [dear, right] = [await plan('TP-CAMP-78', '78'), await plan('TP-CAMP-77', '77.00')];
  const discount = async (code: string, value: string) => {
    const { discount: made } = await ok('discountSave', 'discount { id }', {
      ...{ code, name: code, kind: 'PERCENT', value, scope: 'OFFERING', chargeType: 'PERIODIC' },
      ...{ combinable: true, offeringIds: [sold] },
    });
    await approveChange(graph, made.id);
    return made.id as string;
  };
  const [little, tenth] = [await discount('D-CAMP-5', '5'), await discount('D-CAMP-10', '10')];
  const first = row(1, { offeringId: made.id });
  expect(await confirm(first, row(2, { tariffPlanId: dear }), row(3, { discountId: little }))).toEqual([
    'NOT_CONFIGURED input.items.1',
    'NOT_CONFIGURED input.items.2',
  ]);
  const right3 = [first, row(2, { tariffPlanId: right }), row(3, { discountId: tenth })];
  await ok('campaignConfigurationConfirm', '__typename', { campaignId, items: right3 }, marketer);
  expect(faults(await move(campaignId, 'START'))).toEqual(['GUARD_REFUSED']);
  await reply(campaign.configurationOrder.orderNo, it.as, 'AGREE');

  // What was confirmed is looked at again when it starts.
  await graph.database.pool.query(`update "tariff_plan" set "status" = 'SUSPENDED' where "code" = 'TP-CAMP-77'`);
  expect((await move(campaignId, 'START')).userErrors).toMatchObject([
    { code: 'GUARD_REFUSED', message: expect.stringContaining('Row 2') },
  ]);
  await graph.database.pool.query(`update "tariff_plan" set "status" = 'ACTIVE' where "code" = 'TP-CAMP-77'`);
  expect((await move(campaignId, 'START'))['campaign'].status).toBe('RUNNING');
});

test('MOD-50 CMP-40 a campaign aims at a definite offering or segment, and somebody else than its author approves it', async () => {
  const aimless = await campaignOf('Aimless');
  const no = await run('campaignSubmit', '__typename', { campaignId: aimless }, marketer);
  expect(no.userErrors).toMatchObject([{ code: 'GUARD_REFUSED', message: expect.stringContaining('definite') }]);
  const campaignId = await campaignOf('Aimed', { offeringIds: [await offeringInSale('CAMP-AIM')] });
  await ok('campaignSubmit', '__typename', { campaignId }, marketer);
  const decide = (approved: boolean, as: As, reason?: string) =>
    run('campaignDecide', 'campaign { status }', { campaignId, approved, reason }, as);
  expect(faults(await decide(true, marketer))).toEqual(['OWN_WORK input.campaignId']);
  expect(faults(await decide(true, elsewhere))).toEqual(['NOT_FOUND input.campaignId']);
  expect(faults(await decide(false, leader))).toEqual(['REQUIRED input.reason']);
  expect((await decide(false, leader, 'too dear'))['campaign'].status).toBe('INITIAL');
  await ok('campaignSubmit', '__typename', { campaignId }, marketer);
  const { approvals } = await ask(
    `{ approvals(first: 5, filter: { kind: { eq: "CAMPAIGN" }, status: { eq: ASKED } }) { nodes { title subject { id } instance { template { code } } } } }`,
    {},
    'admin',
  );
  expect(approvals.nodes).toContainEqual(
    expect.objectContaining({ subject: { id: campaignId }, instance: { template: { code: 'APPROVAL_CAMPAIGN' } } }),
  );
  expect((await decide(true, leader))['campaign'].status).toBe('APPROVED');
  const nosy = { sub: 'x', role: 'customer', customer: (await customerIn('4401', 'Nosy')).code } as const;
  // Nobody of it is served by the clerk yet.
  for (const as of [clerk, nosy, { sub: 'p', role: 'partner', partner: 'p' }] as As[])
    expect((await ask('query ($id: ID!) { campaign(id: $id) { id } }', { id: campaignId }, as)).campaign).toBeNull();
});
