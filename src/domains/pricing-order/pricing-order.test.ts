import { billingPace } from '../../../plugins/billing-sandbox/index.js';
import {
  approver,
  ask,
  faults,
  graph,
  manager,
  ok,
  rows,
  run,
  useCatalogueDesk,
  productInUse,
  writeOffering,
} from '../../testing/catalogue-desk.js';
import { followPriceChange } from './follow-price-changes.js';
import { approveOnly } from '../../testing/second-person.js';
import { until } from '../../testing/until.js';

useCatalogueDesk();
beforeAll(() => {
  billingPace.replyMs = 0;
});

/** An offering that may be sent for pricing; answers its id. */
async function approved(code: string, more: object = {}): Promise<string> {
  const { offering } = await writeOffering(code, more);
  const offeringId = offering.id as string;
  await ok('offeringStatusChange', '__typename', { offeringId, action: 'APPROVE' }, approver);
  return offeringId;
}

const fields = `pricingOrder { id orderNo status chargeTypes charges requestedBy overdue offering { status } }`;
const request = (offeringId: string, more: object = {}) =>
  run('offeringPricingRequest', fields, { offeringId, ...more });
const orderNow = async (orderNo: string) =>
  (
    await ask(
      `query ($orderNo: String!) { pricingOrder(orderNo: $orderNo) { status externalRef replyReason overdue offering { status } replies(first: 9) { nodes { applied result } } } }`,
      { orderNo },
    )
  ).pricingOrder;
const reaches = (orderNo: string, status: string) => until(async () => (await orderNow(orderNo)).status === status);
const reply = (input: object, as: object = { sub: 'billing', role: 'system' }) =>
  run(
    'pricingReply',
    'pricingReply { applied pricingOrder { status } }',
    { replyId: 'R1', result: 'PRICED', ...input },
    as as never,
  );
const offeringStatus = async (id: string) =>
  (await ask('query ($id: ID!) { offering(id: $id) { status } }', { id })).offering.status;

test('PRD-51 PRD-52 PRD-91 OPS-50 recurring, usage and one-time charges go to billing in an order, whose reply makes the offering priced', async () => {
  billingPace.replyMs = 300;
  const offeringId = await approved('PO_FULL');
  const { pricingOrder, userErrors } = await request(offeringId);
  expect(userErrors).toEqual([]);
  expect(pricingOrder).toMatchObject({
    ...{ status: 'CREATED', requestedBy: 'pm1', chargeTypes: ['ONE_TIME', 'PERIODIC', 'USAGE'] },
    offering: { status: 'PENDING_PRICING' },
  });
  const charges = pricingOrder.charges as { type: string; code: string; value: string; period: string }[];
  expect(new Set(charges.map(({ type }) => type))).toEqual(new Set(['ONE_TIME', 'PERIODIC', 'USAGE']));
  expect(charges).toContainEqual(
    expect.objectContaining({
      ...{ code: 'TP_PHONE_CNY', value: '25', currency: 'CNY', period: 'MONTH', version: 1, appliesToExisting: true },
    }),
  );
  await reaches(pricingOrder.orderNo, 'PRICED');
  expect(await orderNow(pricingOrder.orderNo)).toEqual({
    ...{ status: 'PRICED', replyReason: null, overdue: false },
    externalRef: `SBX-${pricingOrder.orderNo}-1`,
    offering: { status: 'BILLING_PRICED' },
    replies: { nodes: [{ applied: true, result: 'PRICED' }] },
  });
  expect((await ok('offeringPublish', 'offering { status }', { offeringId })).offering.status).toBe('IN_USE');
  billingPace.replyMs = 0;
});

test('PRD-91 only the classes of charges that are asked for are sent; nothing is sent when there are none', async () => {
  const offeringId = await approved('PO_CLASSES');
  const before = (await rows('select count(*)::int n from pricing_order'))[0].n;
  expect(faults(await request(offeringId, { chargeTypes: ['RECURRING'] }))).toEqual(['BAD_VALUE input.chargeTypes.0']);
  expect(faults(await request(offeringId, { dueAt: '2020-01-01T00:00:00Z' }))).toEqual(['IN_THE_PAST input.dueAt']);
  const empty = await ok('tariffPlanCreate', 'tariffPlan { id }', {
    ...{ code: 'TP_EMPTY', name: 'Empty', type: 'ONE_TIME', amount: '0', currency: 'CNY' },
  });
  const bare = await approved('PO_BARE', { tariffs: [{ tariffPlanId: empty.tariffPlan.id, isDefault: true }] });
  expect(faults(await request(bare))).toEqual(['NOTHING_TO_PRICE input.chargeTypes']);
  expect((await rows('select count(*)::int n from pricing_order'))[0].n).toBe(before);
  expect([await offeringStatus(offeringId), await offeringStatus(bare)]).toEqual(['APPROVED', 'APPROVED']);
  const { pricingOrder } = await request(offeringId, { chargeTypes: ['USAGE'] });
  expect(new Set((pricingOrder.charges as { type: string }[]).map(({ type }) => type))).toEqual(new Set(['USAGE']));
});

/** A plan in force with a recurring rule that everything limits; answers the ids. */
async function recurring(prefix: string) {
  const rule = { name: 'Rent', type: 'PERIODIC', period: 'MONTH', currency: 'CNY' };
  const { tariffRule } = await ok('tariffRuleSave', 'tariffRule { id }', {
    ...{ ...rule, code: `${prefix}_RENT`, value: '30', feeItem: 'RENT' },
    ...{ months: ['1', '12'], weekDays: ['1', '7'], monthDays: ['5'], afterMonths: 3, forMonths: 6 },
    attributeValues: [{ name: 'medium', value: 'GLASS' }],
    tiers: [{ basis: 'ORDER', threshold: 10, value: '20' }],
    ...{ validFrom: '2026-01-01T00:00:00Z', validTo: '2099-01-01T00:00:00Z' },
  });
  const { tariffPlan } = await ok('tariffPlanCreate', 'tariffPlan { id }', {
    ...{ code: `${prefix}_PLAN`, name: 'Plan', type: 'PERIODIC', period: 'MONTH', amount: '0', currency: 'CNY' },
    members: [{ tariffRuleId: tariffRule.id, priority: 4 }],
  });
  for (const action of ['APPROVE', 'ACTIVATE'])
    await ok('tariffPlanStatusChange', '__typename', { tariffPlanId: tariffPlan.id, action }, 'admin');
  return { rule: tariffRule.id as string, plan: tariffPlan.id as string };
}

test('PRD-91 PRD-62 PRD-75 billing is told all that decides a price: limits, tiers, how plans are tied, standard prices and discounts', async () => {
  const { plan } = await recurring('PO_ALL');
  const productId = await productInUse('PO_ALL_PRODUCT');
  const standard = {
    ...{ code: 'PO_ALL_STANDARD', name: 'Standard', type: 'PERIODIC', period: 'MONTH', value: '9', currency: 'CNY' },
    productId,
  };
  await ok('tariffRuleSave', '__typename', standard);
  await approveOnly(graph, 'TARIFF_RULE_CHANGE');
  const offeringId = await approved('PO_ALL', {
    components: [{ productId }],
    tariffs: [{ tariffPlanId: plan, isDefault: true }],
  });
  const { discount } = await ok('discountSave', 'discount { id }', {
    ...{ code: 'PO_ALL_OFF', name: 'Off', kind: 'PERCENT', chargeType: 'PERIODIC', value: '10', feeItem: 'RENT' },
    ...{ basis: 'PREPAID_MONTHS', threshold: '6', ladder: 'L', priority: 7, offeringIds: [offeringId] },
  });
  expect(discount.id).toBeTruthy();
  await approveOnly(graph, 'DISCOUNT');
  const { pricingOrder, userErrors } = await run('offeringPricingRequest', 'pricingOrder { charges plans discounts }', {
    offeringId,
    chargeTypes: ['PERIODIC'],
    remark: 'sandbox: silent',
  });
  expect(userErrors).toEqual([]);
  expect(pricingOrder.charges).toEqual([
    expect.objectContaining({
      ...{ plan: 'PO_ALL_PLAN', product: null, code: 'PO_ALL_RENT', value: '30', feeItem: 'RENT', priority: 4 },
      ...{ months: ['1', '12'], weekDays: ['1', '7'], monthDays: ['5'], afterMonths: 3, forMonths: 6 },
      attributeValues: { medium: 'GLASS' },
      tiers: [{ basis: 'ORDER', threshold: 10, value: '20' }],
      ...{ validFrom: '2026-01-01T00:00:00.000Z', validTo: '2099-01-01T00:00:00.000Z' },
    }),
    expect.objectContaining({ plan: null, product: 'PO_ALL_PRODUCT', code: 'PO_ALL_STANDARD', value: '9' }),
  ]);
  expect(pricingOrder.plans).toEqual([
    expect.objectContaining({
      ...{ code: 'PO_ALL_PLAN', status: 'ACTIVE', currency: 'CNY' },
      ties: [expect.objectContaining({ isDefault: true, required: false, serviceLevel: null })],
      parts: [{ rule: 'PO_ALL_RENT', plan: null, priority: 4 }],
    }),
  ]);
  expect(pricingOrder.discounts).toEqual([
    expect.objectContaining({
      ...{ code: 'PO_ALL_OFF', kind: 'PERCENT', chargeType: 'PERIODIC', value: '10', feeItem: 'RENT', ladder: 'L' },
      ...{ basis: 'PREPAID_MONTHS', threshold: '6', priority: 7, relations: [], validTo: null, version: 1 },
    }),
  ]);
});

const ordersOf = (offeringId: string) =>
  ask(
    `query ($id: ID!) { offering(id: $id) { status pricingOrders(first: 20) { nodes { orderNo status repricing cause replyReason chargeTypes charges discounts } } } }`,
    { id: offeringId },
  ).then(({ offering }) => offering);
const later = async (offeringId: string) => (await ordersOf(offeringId)).pricingOrders.nodes.slice(1);

/** An offering in sale by a plan with a recurring rule, as billing has configured it. */
async function sold(prefix: string) {
  const { rule, plan } = await recurring(prefix);
  const offeringId = await approved(prefix, { tariffs: [{ tariffPlanId: plan, isDefault: true }] });
  const { pricingOrder } = await request(offeringId);
  await reaches(pricingOrder.orderNo, 'PRICED');
  await ok('offeringPublish', '__typename', { offeringId });
  return { rule, plan, offeringId };
}

test('PRD-91 PRD-72 a recurring price that changes in sale goes to billing once it is approved, in one order for each offering, which stays in sale', async () => {
  const { rule, plan, offeringId } = await sold('PO_CHANGED');
  const other = await approved('PO_CHANGED_2', { tariffs: [{ tariffPlanId: plan, isDefault: true }] });
  await ok('tariffRuleSave', '__typename', { tariffRuleId: rule, value: '35', reason: 'dearer' });
  expect(await later(offeringId)).toEqual([]);
  await approveOnly(graph, 'TARIFF_RULE_CHANGE');
  await until(async () => (await later(offeringId))[0]?.status === 'PRICED');
  const { status, pricingOrders } = await ordersOf(offeringId);
  expect(status).toBe('IN_USE');
  expect(pricingOrders.nodes).toHaveLength(2);
  expect(pricingOrders.nodes[1]).toMatchObject({
    ...{ repricing: true, chargeTypes: ['PERIODIC', 'USAGE'] },
    cause: expect.stringMatching(/^rule:.*:2$/),
    charges: [{ code: 'PO_CHANGED_RENT', value: '35', version: 2 }],
  });
  // What billing has not been asked for yet is asked for with the first order.
  expect((await ordersOf(other)).pricingOrders.nodes).toEqual([]);
  const followed = { source: 'rule' as const, mark: '2', after: null };
  const [{ id }] = await rows(`select id from tariff_rule where code = 'PO_CHANGED_RENT'`);
  await followPriceChange(graph.database.systemContext('test'), { ...followed, id });
  expect(await later(offeringId)).toHaveLength(1);
});

test('PRD-91 PRD-86 plans that an offering in sale gets, and what they are made of, go to billing; a refusal is kept, and may be asked anew', async () => {
  const { plan, offeringId } = await sold('PO_PLANS');
  const { plan: second } = await recurring('PO_PLANS_2');
  await ok('offeringTariffSave', '__typename', { offeringId, tariffPlanId: second });
  await approveOnly(graph, 'OFFERING_TARIFF');
  await until(async () => (await later(offeringId))[0]?.status === 'PRICED');
  expect((await later(offeringId))[0]!.charges.map(({ code }: { code: string }) => code)).toEqual([
    'PO_PLANS_2_RENT',
    'PO_PLANS_RENT',
  ]);
  await ok('tariffPlanCompose', '__typename', { tariffPlanId: plan, members: [], reason: 'free' });
  await approveOnly(graph, 'TARIFF_PLAN_CHANGE');
  await until(async () => (await later(offeringId))[1]?.status === 'PRICED');
  const asked = await request(offeringId, { chargeTypes: ['PERIODIC'], remark: 'sandbox: refuse' });
  expect(asked.userErrors).toEqual([]);
  await reaches(asked.pricingOrder.orderNo, 'REFUSED');
  expect((await later(offeringId)).at(-1)).toMatchObject({
    ...{ repricing: true, cause: null, replyReason: 'The sandbox was asked to refuse.' },
  });
  const silent = await request(offeringId, { chargeTypes: ['PERIODIC'], remark: 'sandbox: silent' });
  await reaches(silent.pricingOrder.orderNo, 'DISPATCHED');
  await request(offeringId, { chargeTypes: ['PERIODIC'] });
  await reaches(silent.pricingOrder.orderNo, 'WITHDRAWN');
  await until(async () => (await later(offeringId)).at(-1).status === 'PRICED');
  expect(await offeringStatus(offeringId)).toBe('IN_USE');
});

test('PRD-91 PRD-62 PRD-75 standard prices and discounts that change in sale go to billing, and what they are taken from learns of it', async () => {
  const productId = await productInUse('PO_OFF_PRODUCT');
  const { plan } = await recurring('PO_OFF');
  const more = { components: [{ productId }], tariffs: [{ tariffPlanId: plan, isDefault: true }] };
  const offeringId = await approved('PO_OFF', more);
  const { pricingOrder } = await request(offeringId);
  await reaches(pricingOrder.orderNo, 'PRICED');
  await ok('offeringPublish', '__typename', { offeringId });
  const codes = async (list: 'charges' | 'discounts', nth: number) => {
    await until(async () => (await later(offeringId))[nth]?.status === 'PRICED');
    return (await later(offeringId))[nth][list].map(({ code }: { code: string }) => code);
  };
  await ok('tariffRuleSave', '__typename', {
    ...{ code: 'PO_OFF_STANDARD', name: 'Standard', type: 'USAGE', unit: 'min', value: '0.1', currency: 'CNY' },
    productId,
  });
  await approveOnly(graph, 'TARIFF_RULE_CHANGE');
  expect(await codes('charges', 0)).toEqual(['PO_OFF_RENT', 'PO_OFF_STANDARD']);
  const { discount } = await ok('discountSave', 'discount { id }', {
    ...{ code: 'PO_OFF_TENTH', name: 'Off', kind: 'PERCENT', chargeType: 'PERIODIC', value: '10' },
    offeringIds: [offeringId],
  });
  await approveOnly(graph, 'DISCOUNT');
  expect(await codes('discounts', 1)).toEqual(['PO_OFF_TENTH']);
  await ok('discountSave', '__typename', { discountId: discount.id, offeringIds: [] });
  await approveOnly(graph, 'DISCOUNT_CHANGE');
  expect(await codes('discounts', 2)).toEqual([]);
  // A fee that is due once is priced at sale, and so is nothing that billing must hear of.
  await ok('tariffRuleSave', '__typename', {
    ...{ code: 'PO_OFF_FEE', name: 'Fee', type: 'ONE_TIME', value: '5', currency: 'CNY' },
    productId,
  });
  await approveOnly(graph, 'TARIFF_RULE_CHANGE');
  const [{ id }] = await rows(`select id from tariff_rule where code = 'PO_OFF_FEE'`);
  const change = { source: 'rule' as const, mark: '2', after: null, id };
  await followPriceChange(graph.database.systemContext('test'), change);
  expect(await later(offeringId)).toHaveLength(3);
});

test('PRD-51 of two requests at once one order is written; only who maintains the offering may ask', async () => {
  const offeringId = await approved('PO_TWICE');
  expect(
    faults(await run('offeringPricingRequest', fields, { offeringId }, { sub: 'pm44', role: 'staff', region: '44' })),
  ).toEqual(['NOT_MAINTAINER input.offeringId']);
  const both = await Promise.all([
    request(offeringId, { remark: 'sandbox: silent' }),
    request(offeringId, { remark: 'sandbox: silent' }),
  ]);
  expect(both.flatMap(faults)).toEqual(['INVALID_TRANSITION']);
  expect(
    await rows(`select 1 from pricing_order p join offering o on o.id = p.offering_id where o.code = 'PO_TWICE'`),
  ).toHaveLength(1);
});

test('PRD-51 PRD-52 an offering waits for a price only with an order to billing, whose answer alone prices it', async () => {
  const offeringId = await approved('PO_ALONE');
  const step = (action: string, as: typeof manager | 'admin' | { sub: string; role: 'system' } = manager) =>
    run('offeringStatusChange', '__typename', { offeringId, action, reason: 'test' }, as);
  expect(faults(await step('REQUEST_PRICING'))).toEqual(['CONTRADICTORY input.action']);
  expect(await ordersOf(offeringId)).toEqual({ status: 'APPROVED', pricingOrders: { nodes: [] } });
  await request(offeringId, { remark: 'sandbox: silent' });
  for (const action of ['ACCEPT_PRICE', 'REFUSE_PRICE'])
    for (const as of ['admin', { sub: 'billing', role: 'system' }] as const)
      expect(faults(await step(action, as))).toEqual(['CONTRADICTORY input.action']);
  expect(await offeringStatus(offeringId)).toBe('PENDING_PRICING');
});

test('PRD-52 billing refuses: the offering is APPROVED again with the reason, and may be sent anew', async () => {
  const offeringId = await approved('PO_REFUSED');
  const { pricingOrder } = await request(offeringId, { remark: 'sandbox: refuse' });
  await reaches(pricingOrder.orderNo, 'REFUSED');
  expect(await orderNow(pricingOrder.orderNo)).toMatchObject({
    replyReason: 'The sandbox was asked to refuse.',
    offering: { status: 'APPROVED' },
  });
  const again = await request(offeringId);
  await reaches(again.pricingOrder.orderNo, 'PRICED');
  expect(await offeringStatus(offeringId)).toBe('BILLING_PRICED');
});

test('PRD-52 a reply that comes twice, too late or for no order changes nothing and is kept', async () => {
  const offeringId = await approved('PO_REPLIES');
  const { pricingOrder } = await request(offeringId, { remark: 'sandbox: silent' });
  const { orderNo } = pricingOrder;
  await reaches(orderNo, 'DISPATCHED');
  expect(faults(await reply({ orderNo, result: 'REFUSED' }))).toEqual(['REQUIRED input.reason']);
  const twice = await Promise.all([reply({ orderNo }), reply({ orderNo })]);
  expect(twice.map((each) => each.pricingReply)).toEqual(
    [1, 2].map(() => ({ applied: true, pricingOrder: { status: 'PRICED' } })),
  );
  expect((await reply({ orderNo, replyId: 'R2', result: 'REFUSED', reason: 'Late.' })).pricingReply.applied).toBe(
    false,
  );
  expect(await orderNow(orderNo)).toMatchObject({ status: 'PRICED', offering: { status: 'BILLING_PRICED' } });
  expect(await rows(`select result from pricing_reply where order_no = $1`, [orderNo])).toHaveLength(2);
  for (const replyId of ['X1', 'X1'])
    expect((await reply({ orderNo: 'PO-NONE', replyId })).pricingReply).toEqual({ applied: false, pricingOrder: null });
  const unmatched = await ask(
    '{ pricingReplies(first: 9, filter: { orderNo: { eq: "PO-NONE" } }) { nodes { replyId applied } } }',
  );
  expect(unmatched.pricingReplies.nodes).toEqual([{ replyId: 'X1', applied: false }]);
  expect(await rows(`select 1 from history_entry where type = 'pricingReply.unmatched'`)).toHaveLength(1);
  const document = 'mutation ($input: PricingReplyInput!) { pricingReply(input: $input) { userErrors { code } } }';
  const input = { orderNo, replyId: 'R3', result: 'PRICED' };
  const forbidden = await graph.query(document, { input }, { as: manager });
  expect(forbidden.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('PRD-51 an order may be withdrawn before the reply; one that is late is said to be so', async () => {
  const offeringId = await approved('PO_WITHDRAWN');
  const { pricingOrder } = await request(offeringId, {
    remark: 'sandbox: silent',
    dueAt: new Date(Date.now() + 500).toISOString(),
  });
  await until(async () => (await orderNow(pricingOrder.orderNo)).overdue === true);
  const withdrawn = await run('pricingOrderWithdraw', fields, {
    pricingOrderId: pricingOrder.id,
    reason: 'Wrong plan.',
  });
  expect(withdrawn.pricingOrder).toMatchObject({ status: 'WITHDRAWN', offering: { status: 'APPROVED' } });
  expect((await reply({ orderNo: pricingOrder.orderNo })).pricingReply.applied).toBe(false);
  expect(await offeringStatus(offeringId)).toBe('APPROVED');
  expect(
    faults(await run('pricingOrderWithdraw', fields, { pricingOrderId: pricingOrder.id, reason: 'Again.' })),
  ).toEqual(['INVALID_TRANSITION']);
});

test('PRD-51 while billing cannot be reached the order waits and is handed over again', async () => {
  const offeringId = await approved('PO_BROKEN');
  const { pricingOrder } = await request(offeringId, { remark: 'sandbox: broken' });
  const failed = `select 1 from background_job where name = 'pricing-order.dispatch' and last_error like '%asked to be broken%'`;
  await until(async () => (await rows(failed)).length > 0);
  expect(await orderNow(pricingOrder.orderNo)).toMatchObject({
    status: 'CREATED',
    externalRef: null,
    offering: { status: 'PENDING_PRICING' },
  });
  await rows(`update pricing_order set remark = null where order_no = $1`, [pricingOrder.orderNo]);
  await reaches(pricingOrder.orderNo, 'PRICED');
});
