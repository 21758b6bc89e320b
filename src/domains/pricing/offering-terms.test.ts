import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { exportToFile } from '../../cli/export-command.js';
import { importFile } from '../../cli/import-command.js';
import { openTable, TableFormat } from '../../kernel/tables/index.js';
import {
  approver,
  ask,
  graph,
  idOf,
  manager,
  offeringInSale,
  ok,
  productInUse,
  provincial,
  publish,
  refused,
  rows,
  useCatalogueDesk,
  writeOffering,
} from '../../testing/catalogue-desk.js';
import { createTestFolder } from '../../testing/folder.js';
import { approve, openApproval, SECOND } from '../../testing/second-person.js';

useCatalogueDesk();

const stranger = { sub: 'other', role: 'staff', region: '51' } as const;
const price = async (line: object, more: object = {}) =>
  (
    await ask(
      `query ($input: CartPriceInput!) { cartPrice(input: $input) { lines { oneTime { amount } recurring { amount } tariffPlans { code } objections { code } } } }`,
      { input: { lines: [line], ...more } },
    )
  ).cartPrice.lines[0];
const planOf = async (code: string, more: object = {}) => {
  const input = { code, name: code, type: 'PERIODIC', period: 'MONTH', amount: '10', currency: 'CNY', ...more };
  return (await ok('tariffPlanCreate', 'tariffPlan { id }', input))['tariffPlan'].id as string;
};
const step = (tariffPlanId: string, action: string, as: object = manager) =>
  ok('tariffPlanStatusChange', 'tariffPlan { status }', { tariffPlanId, action, reason: 'test' }, as as typeof manager);

test('PRD-31 an offering is limited to means of payment from the list, which grows while the system runs', async () => {
  const wrong = await writeOffering('OF_PAID', { paymentMethods: ['CASH', 'SHELLS'] });
  expect(wrong.userErrors.map(({ code, path }) => [code, path.join('.')])).toEqual([
    ['NOT_FOUND', 'input.paymentMethods.1'],
  ]);
  expect(await rows(`select 1 from offering where code = 'OF_PAID'`)).toEqual([]);
  expect(await refused('paymentMethodSave', { code: 'SHELLS', name: 'Shells' }, provincial)).toEqual([
    'NOT_MAINTAINER input',
  ]);
  await ok('paymentMethodSave', '__typename', { code: 'SHELLS', name: 'Shells' });
  const offeringId = await offeringInSale('OF_PAID', { paymentMethods: ['CASH', 'SHELLS'] });
  expect((await price({ offeringId }, { paymentMethod: 'POINTS' })).objections).toEqual([{ code: 'PAYMENT_METHOD' }]);
  expect((await price({ offeringId }, { paymentMethod: 'SHELLS' })).objections).toEqual([]);
  // What is out of use is not chosen any more.
  await ok('paymentMethodSave', '__typename', { code: 'SHELLS', name: 'Shells', active: false });
  expect((await writeOffering('OF_PAID_2', { paymentMethods: ['SHELLS'] })).userErrors).toHaveLength(1);
  const list = await ask(`{ paymentMethods(first: 20, filter: { active: { eq: true } }) { nodes { code } } }`);
  expect(list.paymentMethods.nodes.map(({ code }: { code: string }) => code)).toEqual(
    expect.arrayContaining(['CASH', 'CHEQUE', 'CREDIT_CARD', 'DEBIT_CARD', 'PAYMENT_CARD', 'CALL_BALANCE', 'POINTS']),
  );
});

test('PRD-34 a frequent bundle is frozen as a package, of which offerings are made', async () => {
  const modem = await productInUse('PACK_MODEM', { nature: 'PHYSICAL', kind: 'MAIN' });
  const components = [{ productId: await idOf('product', 'PHONE'), maxQuantity: 3 }, { productId: modem }];
  const input = { code: 'PACK', name: 'Line with modem', components };
  expect(await refused('productPackageCreate', input, provincial)).toEqual(['NOT_MAINTAINER input']);
  expect(await refused('productPackageCreate', { ...input, components: [components[0], components[0]] })).toEqual([
    'DUPLICATE input.components.1.productId',
  ]);
  expect(await rows('select 1 from product_package')).toEqual([]);
  const packageId = (await ok('productPackageCreate', 'productPackage { id }', input))['productPackage'].id as string;
  expect(await refused('productPackageCreate', input)).toEqual(['DUPLICATE input.code']);
  expect((await writeOffering('OF_NOTHING', { components: [] })).userErrors[0]).toMatchObject({ code: 'TOO_FEW' });
  for (const code of ['OF_PACK_1', 'OF_PACK_2'])
    expect((await writeOffering(code, { components: [], packageId })).userErrors).toEqual([]);
  const seen = await ask(
    `query ($id: ID!) { productPackage(id: $id) { offerings(first: 5, orderBy: [{ field: CODE }]) { nodes { code components(first: 5) { nodes { product { code } minQuantity maxQuantity } } } } } }`,
    { id: packageId },
  );
  const bundle = {
    nodes: expect.arrayContaining([
      { product: { code: 'PHONE' }, minQuantity: 1, maxQuantity: 3 },
      { product: { code: 'PACK_MODEM' }, minQuantity: 1, maxQuantity: 1 },
    ]),
  };
  expect(seen.productPackage.offerings.nodes).toEqual([
    { code: 'OF_PACK_1', components: bundle },
    { code: 'OF_PACK_2', components: bundle },
  ]);
});

test('WFL-28 PRD-60 PRD-63 each service level of an offering may have a plan of its own, which its customers pay besides', async () => {
  const productId = await productInUse('LEVELLED');
  const indicatorId = (
    await ok('slaIndicatorSave', 'slaIndicator { id }', {
      ...{
        code: 'REPAIR',
        name: 'Repair',
        unit: 'h',
        indicatorClass: 'QUALITY',
        direction: 'LOWER_BETTER',
        valueKind: 'CONTINUOUS',
      },
    })
  )['slaIndicator'].id;
  const template = { productId, code: 'ST_LEVELLED', name: 'Levels', items: [{ indicatorId, max: '48' }] };
  const templateId = (await ok('slaTemplateSave', 'slaTemplate { id }', template))['slaTemplate'].id;
  const made = await writeOffering('OF_LEVELLED', { components: [{ productId }] });
  const offeringId = made['offering'].id as string;
  const plans = { GOLD: await planOf('P_GOLD', { amount: '30' }), SILVER: await planOf('P_SILVER', { amount: '12' }) };
  const early = { offeringId, templateId, code: 'L_EARLY', name: 'Early', tariffPlanId: plans.GOLD };
  expect(await refused('offeringSlaCreate', { ...early, items: [{ indicatorId, value: '4' }] })).toEqual([
    'NOT_SELLABLE input.tariffPlanId',
  ]);
  expect(await rows(`select 1 from offering_sla where code = 'L_EARLY'`)).toEqual([]);
  for (const plan of Object.values(plans)) {
    await step(plan, 'APPROVE', 'admin' as never);
    await step(plan, 'ACTIVATE');
  }
  const level = async (code: string, value: string, tariffPlanId: string | null) =>
    (
      await ok('offeringSlaCreate', 'offeringSla { id }', {
        ...{ offeringId, templateId, code: `L_${code}`, name: code, tariffPlanId },
        items: [{ indicatorId, value }],
      })
    )['offeringSla'].id as string;
  const levels = [
    await level('GOLD', '4', plans.GOLD),
    await level('SILVER', '24', plans.SILVER),
    await level('PLAIN', '48', null),
  ];
  await publish(offeringId);
  const base = Number((await price({ offeringId })).recurring.amount);
  const prices = await Promise.all(levels.map((offeringSlaId) => price({ offeringId, offeringSlaId })));
  expect(prices.map(({ recurring }) => Number(recurring.amount) - base)).toEqual([30, 12, 0]);
  expect(prices[0].tariffPlans.map(({ code }: { code: string }) => code)).toContain('P_GOLD');

  // Of an offering that is sold, one more with a price of its own comes to be when somebody else has approved it (WFL-28).
  const late = { offeringId, templateId, code: 'L_LATE', name: 'Late', tariffPlanId: plans.SILVER };
  const add = (more: object) => ok('offeringSlaCreate', 'offeringSla { code } held', { ...late, ...more });
  const items = [{ indicatorId, value: '6' }];
  expect(await add({ items })).toMatchObject({ offeringSla: null, held: true });
  expect(await rows(`select 1 from offering_sla where code = 'L_LATE'`)).toEqual([]);
  expect(await refused('offeringSlaCreate', { ...late, code: 'L_LATER', items })).toEqual([
    'APPROVAL_PENDING input.offeringId',
  ]);
  await approve(graph, offeringId);
  expect(await rows(`select 1 "there" from offering_sla where code = 'L_LATE'`)).toEqual([{ there: 1 }]);
  expect(await add({ code: 'L_FREE', tariffPlanId: null, items })).toMatchObject({ offeringSla: { code: 'L_FREE' } });
});

test('PRD-82 a plan is chosen only while it is ACTIVE; its state changes while offerings are sold', async () => {
  const offeringId = await offeringInSale('OF_STATED');
  const tariffPlanId = await planOf('P_STATED');
  await ok('offeringTariffSave', '__typename', { offeringId, tariffPlanId });
  await approve(graph, offeringId);
  const sold = async () =>
    (await price({ offeringId, tariffPlanId })).objections.map(({ code }: { code: string }) => code);
  expect(await sold()).toEqual(['NOT_SOLD_WITH']);
  expect(await refused('tariffPlanStatusChange', { tariffPlanId, action: 'ACTIVATE' })).toEqual(['INVALID_TRANSITION']);
  await step(tariffPlanId, 'APPROVE', 'admin' as never);
  await step(tariffPlanId, 'ACTIVATE');
  expect(await sold()).toEqual([]);
  await step(tariffPlanId, 'SUSPEND');
  expect(await sold()).toEqual(['NOT_SOLD_WITH']);
  await step(tariffPlanId, 'RESUME');
  expect(await sold()).toEqual([]);
  await step(tariffPlanId, 'EXPIRE');
  expect(await sold()).toEqual(['NOT_SOLD_WITH']);
  expect(await refused('tariffPlanStatusChange', { tariffPlanId, action: 'RESUME' })).toEqual(['INVALID_TRANSITION']);
});

test('PRD-85 a plan says who configured it, when, and on which document it is based', async () => {
  const tariffPlanId = await planOf('P_BASED', { basis: 'Approval 2026-17' });
  await ok('tariffPlanChange', '__typename', { tariffPlanId, basis: 'Notice 5', reason: 'new notice' }, approver);
  const seen = await ask(
    `query ($id: ID!) { tariffPlan(id: $id) { basis configuredBy history(first: 9) { nodes { actor occurredAt reason data type } } } }`,
    { id: tariffPlanId },
    'admin',
  );
  expect(seen.tariffPlan).toMatchObject({ basis: 'Notice 5', configuredBy: 'pm2' });
  const nodes = seen.tariffPlan.history.nodes as { type: string; actor: string; occurredAt: string; data: unknown }[];
  expect(nodes.map(({ type }) => type)).toContain('tariffPlan.changed');
  expect(nodes.find(({ type }) => type === 'tariffPlan.changed')).toMatchObject({
    actor: 'pm2',
    reason: 'new notice',
    occurredAt: expect.any(String),
    data: { changes: [{ field: 'basis', old: 'Approval 2026-17', new: 'Notice 5' }] },
  });
  expect(nodes.find(({ type }) => type === 'tariffPlan.status.changed')).toMatchObject({ actor: 'pm1' });
});

test('PRD-108 policies of discounts are written, changed, found by time and region, and taken away, each where it holds', async () => {
  const guangdong = await idOf('region', '44');
  const policy = {
    ...{ code: 'DP-1', name: 'Rural lines', purpose: 'Win villages', regionId: guangdong },
    ...{ validFrom: '2026-01-01T00:00:00Z', validTo: '2026-07-01T00:00:00Z' },
    ...{ method: 'First three months free', target: 'New lines outside of towns' },
  };
  expect(await refused('discountPolicySave', policy, stranger)).toEqual(['OUTSIDE_SCOPE input.regionId']);
  expect(await refused('discountPolicySave', { ...policy, validTo: policy.validFrom }, provincial)).toEqual([
    'CONTRADICTORY input.validTo',
  ]);
  expect(await rows('select 1 from discount_policy')).toEqual([]);
  const made = await Promise.all(
    [1, 2].map(() =>
      graph.query(
        `mutation ($input: DiscountPolicySaveInput!) { discountPolicySave(input: $input) { discountPolicy { id } userErrors { code } } }`,
        { input: policy },
        { as: provincial },
      ),
    ),
  );
  expect(made.flatMap(({ data }) => data.discountPolicySave.userErrors)).toEqual([{ code: 'DUPLICATE' }]);
  const policyId = made.find(({ data }) => data.discountPolicySave.discountPolicy)!.data.discountPolicySave
    .discountPolicy.id;
  const states = () => rows('select "status", "effect" from discount_policy');
  const approvalId = await openApproval(graph, policyId);
  expect(await refused('approvalDecide', { approvalId, approved: true }, provincial)).toEqual([
    'OWN_WORK input.approvalId',
  ]);
  expect(await states()).toEqual([{ status: 'DRAFT', effect: null }]);
  await approve(graph, policyId);
  const effect = { ...policy, policyId, effect: '1,200 new lines' };
  expect(await ok('discountPolicySave', 'held discountPolicy { effect status }', effect, provincial)).toMatchObject({
    ...{ held: true, discountPolicy: { effect: null, status: 'IN_FORCE' } },
  });
  const no = { approvalId: await openApproval(graph, policyId), approved: false, remark: 'count again' };
  await ok('approvalDecide', '__typename', no, SECOND);
  expect(await states()).toEqual([{ status: 'IN_FORCE', effect: null }]);
  await ok('discountPolicySave', '__typename', effect, provincial);
  await approve(graph, policyId);
  const found = async (at: string, region: string) =>
    (
      await ask(
        `query ($at: DateTime!, $region: String!) { discountPolicies(first: 5, filter: { validity: { from: { lte: $at }, to: { gt: $at } }, region: { code: { eq: $region } } }) { nodes { code purpose method target effect } } }`,
        { at, region },
        stranger as never,
      )
    ).discountPolicies.nodes;
  expect(await found('2026-03-01T00:00:00Z', '44')).toMatchObject([{ code: 'DP-1', effect: '1,200 new lines' }]);
  expect(await found('2026-08-01T00:00:00Z', '44')).toEqual([]);
  expect(await found('2026-03-01T00:00:00Z', '51')).toEqual([]);
  expect(await refused('discountPolicyRemove', { policyId, reason: 'x' }, stranger)).toEqual([
    'OUTSIDE_SCOPE input.policyId',
  ]);
  const removal = { policyId, reason: 'over' };
  expect(await ok('discountPolicyRemove', 'held', removal, provincial)).toMatchObject({ held: true });
  expect(await rows('select 1 from discount_policy')).toHaveLength(1);
  expect(await refused('discountPolicyRemove', removal, provincial)).toEqual(['APPROVAL_PENDING input.policyId']);
  await approve(graph, policyId);
  expect(await rows('select 1 from discount_policy')).toEqual([]);
  expect(await rows(`select type from history_entry where type like 'discountPolicy.%' order by sequence`)).toEqual([
    { type: 'discountPolicy.status.changed' },
    { type: 'discountPolicy.changed' },
    { type: 'discountPolicy.status.changed' },
    { type: 'discountPolicy.changed' },
    { type: 'discountPolicy.removed' },
  ]);
});

test('PRD-108 policies of discounts are imported as they are written, wait for approval, and are printed by region', async () => {
  const folder = await createTestFolder();
  const file = join(folder, 'policies.csv');
  const lines = [
    'code,name,purpose,region,validFrom,validTo,method,target,effect',
    'DP-IN-1,Students,Win students,44,2026-09-01,2026-10-01,Half price,Students with a card,',
    'DP-IN-2,Elders,Keep elders,51,2026-09-01,,Free calls,From 70 years,300 kept',
    'DP-IN-3,Wrong,None,44,2026-09-01,2026-08-01,Half price,Nobody,',
    'DP-IN-4,Nowhere,None,nowhere,,,Half price,Nobody,',
  ];
  await writeFile(file, lines.join('\n'));
  const { loaded, rejected, rejectsFile } = await importFile(graph.database, { source: 'discount-policies', file });
  expect([loaded, rejected]).toEqual([2, 2]);
  const rejects = await readFile(rejectsFile!, 'utf8');
  expect(rejects).toMatch(/4,rejected,validTo,.*CONTRADICTORY/);
  expect(rejects).toMatch(/5,rejected,region,nowhere,.*NOT_FOUND/);
  expect(
    await rows(
      `select code, status, validity_from "from", validity_to "to" from discount_policy where code like 'DP-IN-%' order by code`,
    ),
  ).toEqual([
    // Days are those of the operator.
    { code: 'DP-IN-1', status: 'DRAFT', from: new Date('2026-08-31T16:00:00Z'), to: new Date('2026-09-30T16:00:00Z') },
    { code: 'DP-IN-2', status: 'DRAFT', from: new Date('2026-08-31T16:00:00Z'), to: null },
  ]);
  const print = join(folder, 'print.csv');
  const filter = { region: { code: { eq: '51' } } };
  await exportToFile(graph.database, { table: 'discount-policies', file: print, format: TableFormat.CSV, filter });
  const printed: string[][] = [];
  for await (const { fields } of (await openTable(print)).records) printed.push(fields);
  const [header, ...records] = printed;
  expect(records.map((fields) => Object.fromEntries(header!.map((name, at) => [name, fields[at]])))).toEqual([
    expect.objectContaining({
      ...{ code: 'DP-IN-2', name: 'Elders', purpose: 'Keep elders', region: '51', validTo: '', method: 'Free calls' },
      ...{ target: 'From 70 years', effect: '300 kept', status: 'DRAFT' },
    }),
  ]);
  await rows(`delete from discount_policy where code like 'DP-IN-%'`);
});
