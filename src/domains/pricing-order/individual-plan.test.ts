import { beforeAll, expect, test } from '@jest/globals';
import { billingPace } from '../../../plugins/billing-sandbox/index.js';
import {
  approver,
  ask,
  graph,
  idOf,
  manager,
  ok,
  provincial,
  refused,
  rows,
  useCatalogueDesk,
  writeOffering,
} from '../../testing/catalogue-desk.js';
import type { As } from '../../testing/graph.js';
import { approve } from '../../testing/second-person.js';
import { until } from '../../testing/until.js';

useCatalogueDesk();

const admin = 'admin' as const;
const elsewhere: As = { sub: 'other', role: 'staff', region: '51' };
const self = (customer: string): As => ({ sub: customer, role: 'customer', customer });
const ids: Record<string, string> = {};
beforeAll(async () => {
  billingPace.replyMs = 0;
  const regionId = await idOf('region', '4401');
  for (const code of ['IP_ANN', 'IP_BOB']) {
    const input = { code, regionId, individual: { name: code } };
    ids[code] = (await ok('customerCreate', 'customer { id }', input, admin))['customer'].id;
  }
});

/** A plan that is approved and not sold yet; answers its id. */
async function plan(code: string): Promise<string> {
  const input = { code, name: code, type: 'PERIODIC', period: 'MONTH', amount: '7', currency: 'CNY' };
  const { tariffPlan } = await ok('tariffPlanCreate', 'tariffPlan { id }', input);
  await ok(
    'tariffPlanStatusChange',
    '__typename',
    { tariffPlanId: tariffPlan.id, action: 'APPROVE', reason: 'r' },
    approver,
  );
  return tariffPlan.id as string;
}
async function contract(customer: string, isSigned = true): Promise<string> {
  const input = { customerId: ids[customer], name: 'Own price', kind: 'FRAMEWORK', termMonths: 12 };
  const { contract: written } = await ok('contractCreate', 'contract { id }', input, manager);
  const signatures = { customerSignatory: 'A', operatorSignatory: 'B' };
  if (!isSigned) return written.id as string;
  await ok('contractSign', '__typename', { contractId: written.id, ...signatures }, manager);
  await approve(graph, written.id);
  return written.id as string;
}
const FIELDS =
  'individualPlan { id status ownOffering pricingOrder { id orderNo charges tariffPlan { code } } tariffPlan { status } offering { status } }';
const request = async (input: object) => (await ok('individualPlanRequest', FIELDS, input))['individualPlan'];
const seen = async (id: string, as: As = manager) =>
  (
    await ask(
      `query ($id: ID!) { individualPlan(id: $id) { status endReason tariffPlan { code status } offering { code status } } }`,
      { id },
      as,
    )
  ).individualPlan;
const reaches = (id: string, status: string) => until(async () => (await seen(id)).status === status);
const price = async (offeringId: string, customer: string, as: As = admin) =>
  (
    await ask(
      `query ($input: CartPriceInput!) { cartPrice(input: $input) { lines { recurring { amount } tariffPlans { code } objections { code } } } }`,
      { input: { currency: 'CNY', customerId: ids[customer], lines: [{ offeringId }] } },
      as,
    )
  ).cartPrice.lines[0];
const qualified = async (customer: string, more: object, as: As = admin) =>
  (
    await ask(
      `query ($input: OfferingQualificationInput!) { offeringQualification(input: $input) { items { qualified offering { code } objections { code } } } }`,
      { input: { customerId: ids[customer], ...more } },
      as,
    )
  ).offeringQualification.items;
const items = (offeringId: string, more: object = {}) => [{ action: 'INSTALL', offeringId, ...more }];
const order = async (customer: string, offeringId: string, more: object = {}) =>
  (
    await ok(
      'orderSubmit',
      'order { recurringTotal { amount } items(first: 1) { nodes { tariffPlan { code } } } }',
      { customerId: ids[customer], items: items(offeringId, more) },
      admin,
    )
  )['order'];
const deny = (customer: string, offeringId: string, more: object = {}, as: As = admin) =>
  refused('orderSubmit', { customerId: ids[customer], items: items(offeringId, more) }, as);
const planSeenBy = async (code: string, as: As) =>
  (await ask('query ($code: String!) { tariffPlan(code: $code) { code } }', { code }, as)).tariffPlan;

test('PRD-118 SAL-85 OPS-50 a contracted plan goes to billing, and then its customer alone sees it and buys under it', async () => {
  const offeringId = await idOf('offering', 'OF_PHONE');
  const tariffPlanId = await plan('IP_ANNS');
  const contractId = await contract('IP_ANN');
  const usual = await price(offeringId, 'IP_ANN');
  const asked = await request({ contractId, offeringId, tariffPlanId, remark: 'sandbox: silent' });
  expect(asked).toMatchObject({
    ...{
      status: 'REQUESTED',
      ownOffering: false,
      offering: { status: 'IN_USE' },
      tariffPlan: { status: 'INDIVIDUAL' },
    },
    pricingOrder: { tariffPlan: { code: 'IP_ANNS' }, charges: [{ code: 'IP_ANNS', type: 'PERIODIC', value: '7' }] },
  });
  expect(await price(offeringId, 'IP_ANN')).toEqual(usual);
  expect(await deny('IP_ANN', offeringId, { tariffPlanId })).toEqual(['NOT_SOLD_WITH input.items.0.tariffPlanId']);
  const reply = { orderNo: asked.pricingOrder.orderNo, replyId: 'R1', result: 'PRICED' };
  await ok('pricingReply', '__typename', reply, { sub: 'billing', role: 'system' } as never);
  expect(await seen(asked.id)).toMatchObject({ status: 'IN_FORCE', offering: { status: 'IN_USE' } });

  expect(await price(offeringId, 'IP_ANN')).toMatchObject({
    ...{ recurring: { amount: '7' }, tariffPlans: [{ code: 'IP_ANNS' }], objections: [] },
  });
  expect((await price(offeringId, 'IP_BOB')).tariffPlans).toEqual(usual.tariffPlans);
  expect(await order('IP_ANN', offeringId)).toMatchObject({
    ...{ recurringTotal: { amount: '7' }, items: { nodes: [{ tariffPlan: { code: 'IP_ANNS' } }] } },
  });
  expect(await deny('IP_BOB', offeringId, { tariffPlanId })).toEqual(['NOT_SOLD_WITH input.items.0.tariffPlanId']);
  expect((await order('IP_BOB', offeringId)).items.nodes[0].tariffPlan.code).not.toBe('IP_ANNS');

  expect(await planSeenBy('IP_ANNS', self('IP_ANN'))).toEqual({ code: 'IP_ANNS' });
  expect(await planSeenBy('IP_ANNS', self('IP_BOB'))).toBeNull();
  const own = '{ individualPlans(first: 9) { nodes { id } } }';
  expect((await ask(own, {}, self('IP_ANN'))).individualPlans.nodes).toEqual([{ id: asked.id }]);
  expect((await ask(own, {}, self('IP_BOB'))).individualPlans.nodes).toEqual([]);
  expect((await ask(own, {}, elsewhere)).individualPlans.nodes).toEqual([]);

  await ok('individualPlanEnd', '__typename', { individualPlanId: asked.id, reason: 'Agreed.' });
  expect(await price(offeringId, 'IP_ANN')).toEqual(usual);
  expect(await deny('IP_ANN', offeringId, { tariffPlanId })).toEqual(['NOT_SOLD_WITH input.items.0.tariffPlanId']);
  expect(await refused('tariffPlanStatusChange', { tariffPlanId, action: 'ACTIVATE' })).toEqual(['INVALID_TRANSITION']);
});

test('PRD-118 an offering made for one customer is found, priced and ordered by that customer alone, while the contract binds', async () => {
  const { offering } = await writeOffering('IP_OFFERING');
  const offeringId = offering.id as string;
  await ok('offeringStatusChange', '__typename', { offeringId, action: 'APPROVE' }, approver);
  const contractId = await contract('IP_ANN');
  const tariffPlanId = await plan('IP_OWN');
  const asked = await request({ contractId, offeringId, tariffPlanId });
  expect(asked).toMatchObject({ ownOffering: true });
  await reaches(asked.id, 'IN_FORCE');
  expect(await seen(asked.id)).toMatchObject({
    offering: { status: 'INDIVIDUAL' },
    tariffPlan: { status: 'INDIVIDUAL' },
  });
  expect(await refused('offeringPublish', { offeringId })).toEqual(['INVALID_TRANSITION']);

  const codes = async (customer: string, as: As) =>
    (await qualified(customer, { search: 'IP_OFFERING' }, as)).map(
      (each: { offering: { code: string } }) => each.offering.code,
    );
  expect(await codes('IP_ANN', admin)).toEqual(['IP_OFFERING']);
  expect(await codes('IP_ANN', self('IP_ANN'))).toEqual(['IP_OFFERING']);
  expect(await codes('IP_BOB', admin)).toEqual([]);
  expect(await codes('IP_BOB', self('IP_BOB'))).toEqual([]);
  expect(await qualified('IP_BOB', { offeringIds: [offeringId] })).toMatchObject([
    { qualified: false, objections: [{ code: 'NOT_IN_SALE' }] },
  ]);
  expect(await qualified('IP_ANN', { offeringIds: [offeringId] })).toMatchObject([{ qualified: true }]);
  const found = 'query ($code: String!) { offering(code: $code) { code } }';
  expect((await ask(found, { code: 'IP_OFFERING' }, self('IP_ANN'))).offering).toEqual({ code: 'IP_OFFERING' });
  expect((await ask(found, { code: 'IP_OFFERING' }, self('IP_BOB'))).offering).toBeNull();
  const listed = `{ offerings(first: 9, filter: { code: { eq: "IP_OFFERING" } }) { totalCount } }`;
  expect((await ask(listed, {}, self('IP_BOB'))).offerings.totalCount).toBe(0);

  expect(await price(offeringId, 'IP_ANN', self('IP_ANN'))).toMatchObject({
    tariffPlans: [{ code: 'IP_OWN' }],
    objections: [],
  });
  expect((await price(offeringId, 'IP_BOB')).objections).toContainEqual({ code: 'NOT_IN_SALE' });
  const before = await rows('select count(*)::int n from customer_order');
  expect(await deny('IP_BOB', offeringId)).toContain('NOT_IN_SALE input.items.0.offeringId');
  expect(await deny('IP_BOB', offeringId, {}, self('IP_BOB'))).toEqual(['NOT_FOUND input.items.0.offeringId']);
  expect(await rows('select count(*)::int n from customer_order')).toEqual(before);
  expect((await order('IP_ANN', offeringId)).items.nodes[0].tariffPlan.code).toBe('IP_OWN');

  await ok('contractInvalidate', '__typename', { contractId, reason: 'Over.' }, manager);
  expect(await deny('IP_ANN', offeringId)).toContain('NOT_IN_SALE input.items.0.offeringId');
  expect(await codes('IP_ANN', admin)).toEqual([]);
});

test('PRD-118 only a binding contract gives a plan, a plan belongs to one customer, and who maintains an offering makes it anyone’s own', async () => {
  const offeringId = await idOf('offering', 'OF_PHONE');
  const tariffPlanId = await plan('IP_ONCE');
  const orders = async () => (await rows('select count(*)::int n from pricing_order'))[0].n as number;
  const before = await orders();
  const unsigned = await contract('IP_ANN', false);
  expect(await refused('individualPlanRequest', { contractId: unsigned, offeringId, tariffPlanId })).toEqual([
    'NOT_BINDING input.contractId',
  ]);
  const contractId = await contract('IP_ANN');
  const input = { contractId, offeringId, tariffPlanId, remark: 'sandbox: silent' };
  expect(await refused('individualPlanRequest', input, elsewhere)).toEqual(['NOT_FOUND input.contractId']);
  const active = await idOf('tariffPlan', 'TP_PHONE_CNY');
  expect(await refused('individualPlanRequest', { ...input, tariffPlanId: active })).toEqual([
    'INVALID_STATE input.tariffPlanId',
  ]);
  const { offering } = await writeOffering('IP_THEIRS');
  await ok('offeringStatusChange', '__typename', { offeringId: offering.id, action: 'APPROVE' }, approver);
  expect(await refused('individualPlanRequest', { ...input, offeringId: offering.id }, provincial)).toEqual([
    'NOT_MAINTAINER input.offeringId',
  ]);
  expect([await orders(), (await rows(`select status from tariff_plan where code = 'IP_ONCE'`))[0].status]).toEqual([
    ...[before, 'APPROVED'],
  ]);
  const twice = await Promise.all([0, 1].map(() => refusedOrNot('individualPlanRequest', input)));
  expect(twice.flat()).toEqual(['DUPLICATE input.tariffPlanId']);
  expect(await orders()).toBe(before + 1);
  expect(await refused('individualPlanRequest', { ...input, contractId: await contract('IP_BOB') })).toEqual([
    'OF_ANOTHER_CUSTOMER input.tariffPlanId',
  ]);
});

test('PRD-118 billing refuses, or the order is taken back: nothing is sold, and the plan may be asked for again', async () => {
  const offeringId = await idOf('offering', 'OF_PHONE');
  const [tariffPlanId, contractId] = [await plan('IP_REFUSED'), await contract('IP_ANN')];
  const first = await request({ contractId, offeringId, tariffPlanId, remark: 'sandbox: refuse' });
  await reaches(first.id, 'REFUSED');
  expect(await seen(first.id)).toMatchObject({
    endReason: 'The sandbox was asked to refuse.',
    offering: { status: 'IN_USE' },
  });
  expect(await deny('IP_ANN', offeringId, { tariffPlanId })).toEqual(['NOT_SOLD_WITH input.items.0.tariffPlanId']);
  const next = await request({ contractId, offeringId, tariffPlanId, remark: 'sandbox: silent' });
  const back = { pricingOrderId: next.pricingOrder.id, reason: 'Wrong price.' };
  expect(await refused('pricingOrderWithdraw', back, elsewhere)).toEqual(['NOT_FOUND input.pricingOrderId']);
  await ok('pricingOrderWithdraw', '__typename', back);
  expect(await seen(next.id)).toMatchObject({ status: 'REFUSED', endReason: 'Wrong price.' });
  const last = await request({ contractId, offeringId, tariffPlanId });
  await reaches(last.id, 'IN_FORCE');
});

test('PRD-81 PRD-118 a plan is not contracted while a plan in it is a draft, and nothing is written then', async () => {
  const offeringId = await idOf('offering', 'OF_PHONE');
  const contractId = await contract('IP_ANN');
  const draft = { code: 'IP_DRAFT', name: 'Draft', type: 'PERIODIC', period: 'MONTH', amount: '2', currency: 'CNY' };
  const nested = (await ok('tariffPlanCreate', 'tariffPlan { id }', draft))['tariffPlan'].id as string;
  const { tariffPlan } = await ok('tariffPlanCreate', 'tariffPlan { id }', {
    ...{ ...draft, code: 'IP_HOLDING', members: [{ nestedPlanId: nested }] },
  });
  const step = (tariffPlanId: string, action: string) =>
    ok('tariffPlanStatusChange', '__typename', { tariffPlanId, action, reason: 'r' }, admin);
  await step(tariffPlan.id, 'APPROVE');
  const written = async () =>
    rows(
      `select (select count(*)::int from pricing_order) orders, (select count(*)::int from individual_plan) plans,
        (select status from tariff_plan where code = 'IP_HOLDING') status`,
    );
  const before = await written();
  const input = { contractId, offeringId, tariffPlanId: tariffPlan.id };
  expect(await refused('individualPlanRequest', input)).toEqual(['NOT_SELLABLE input.tariffPlanId']);
  expect(await written()).toEqual(before);
  for (const action of ['APPROVE', 'ACTIVATE']) await step(nested, action);
  await reaches((await request(input)).id, 'IN_FORCE');
});

/** Faults of a mutation, none when it succeeded. */
async function refusedOrNot(mutation: string, input: object): Promise<string[]> {
  const document = `mutation ($input: IndividualPlanRequestInput!) { ${mutation}(input: $input) { userErrors { code path } } }`;
  const { data } = await graph.query(document, { input }, { as: manager });
  return data[mutation].userErrors.map(
    ({ code, path }: { code: string; path: string[] }) => `${code} ${path.join('.')}`,
  );
}
