import { expect, test } from '@jest/globals';
import {
  ask,
  faults,
  graph,
  idOf,
  manager,
  ok,
  provincial,
  refused,
  rows,
  run,
  useCatalogueDesk,
  writeOffering,
} from '../../testing/catalogue-desk.js';
import { approve } from '../../testing/second-person.js';

useCatalogueDesk();

const other = { sub: 'pm51', role: 'staff', region: '51' } as const;
const NOT = (field: string) => [`NOT_MAINTAINER input.${field}`];

test('PRD-09 PRD-46 the price of a national offering is changed by managers of the headquarters alone, however deep its rule lies', async () => {
  const plan = async (code: string) =>
    (
      await ok('tariffPlanCreate', 'tariffPlan { id }', {
        ...{ code, name: code, type: 'ONE_TIME', amount: '10', currency: 'CNY' },
      })
    )['tariffPlan'].id as string;
  const [outer, inner] = [await plan('NAT_OUTER'), await plan('NAT_INNER')];
  const fee = { code: 'NAT_FEE', name: 'Fee', type: 'ONE_TIME', value: '5', currency: 'CNY' };
  const { tariffRule } = await ok('tariffRuleSave', 'tariffRule { id }', fee);
  const change = { tariffRuleId: tariffRule.id, value: '1' };
  // What prices nothing yet belongs to nobody.
  expect(faults(await run('tariffRuleSave', 'tariffRule { id }', change, provincial))).toEqual([]);
  const compose = (tariffPlanId: string, members: object[], as = manager as typeof provincial | typeof manager) =>
    run('tariffPlanCompose', 'tariffPlan { id }', { tariffPlanId, members }, as);
  expect(faults(await compose(inner, [{ tariffRuleId: tariffRule.id }]))).toEqual([]);
  expect(faults(await compose(outer, [{ nestedPlanId: inner }]))).toEqual([]);
  await ok('tariffPlanStatusChange', '__typename', { tariffPlanId: outer, action: 'APPROVE' }, 'admin');
  await ok('tariffPlanStatusChange', '__typename', { tariffPlanId: outer, action: 'ACTIVATE' });
  const offering = (await writeOffering('NAT_OFFERING', { tariffs: [{ tariffPlanId: outer, isDefault: true }] }))[
    'offering'
  ];
  const before = await rows('select "value" from "tariff_rule" where "code" = $1', ['NAT_FEE']);
  for (const as of [provincial, other]) {
    expect(await refused('tariffRuleSave', change, as)).toEqual(NOT('tariffRuleId'));
    expect(faults(await compose(inner, [], as as typeof provincial))).toEqual(NOT('tariffPlanId'));
    expect(faults(await compose(outer, [], as as typeof provincial))).toEqual(NOT('tariffPlanId'));
    expect(await refused('tariffPlanChange', { tariffPlanId: inner, name: 'X' }, as)).toEqual(NOT('tariffPlanId'));
    expect(await refused('tariffPlanStatusChange', { tariffPlanId: outer, action: 'SUSPEND' }, as)).toEqual(
      NOT('tariffPlanId'),
    );
    expect(await refused('tariffPlanRelate', { fromId: outer, toId: inner, kind: 'EXCLUDE' }, as)).toEqual(
      NOT('fromId'),
    );
  }
  expect(await rows('select "value" from "tariff_rule" where "code" = $1', ['NAT_FEE'])).toEqual(before);
  expect(
    await rows(
      'select "p"."code" from "tariff_plan_member" "m" join "tariff_plan" "p" on "p"."id" = "m"."plan_id" where "p"."code" like $1 order by 1',
      ['NAT_%'],
    ),
  ).toEqual([{ code: 'NAT_INNER' }, { code: 'NAT_OUTER' }]);
  expect(faults(await run('tariffRuleSave', 'tariffRule { id }', change))).toEqual([]);
  // A province that sells by the same plan takes it from nobody.
  const own = await writeOffering(
    'GD_SAME_PLAN',
    { level: 'PROVINCE', tariffs: [{ tariffPlanId: outer, isDefault: true }], placements: [] },
    provincial,
  );
  expect(faults(own)).toEqual([]);
  expect(await refused('tariffRuleSave', change, provincial)).toEqual(NOT('tariffRuleId'));
  expect(faults(await run('tariffRuleSave', 'tariffRule { id }', { ...change, value: '2' }))).toEqual([]);
  expect(offering.level).toBe('HEADQUARTERS');
});

test('PRD-09 PRD-46 standard prices go with their product, and discounts with the offering that they lower', async () => {
  const standard = { code: 'STD_FEE', name: 'Fee', type: 'ONE_TIME', value: '5', currency: 'CNY' };
  const productId = await idOf('product', 'PHONE');
  expect(await refused('tariffRuleSave', { ...standard, productId, service: 'INSTALL' }, provincial)).toEqual(
    NOT('productId'),
  );
  const { tariffRule } = await ok('tariffRuleSave', 'tariffRule { id }', {
    ...standard,
    productId,
    service: 'INSTALL',
  });
  await approve(graph, tariffRule.id);
  expect(await refused('tariffRuleSave', { tariffRuleId: tariffRule.id, value: '1' }, provincial)).toEqual(
    NOT('tariffRuleId'),
  );
  const offeringId = await idOf('offering', 'OF_PHONE');
  const discount = { code: 'NAT_CUT', name: 'Cut', kind: 'PERCENT', value: '50', offeringIds: [offeringId] };
  expect((await refused('discountSave', discount, provincial))[0]).toContain('NOT_MAINTAINER input.offeringIds');
  const { discount: cut } = await ok('discountSave', 'discount { id version }', discount);
  await approve(graph, cut.id);
  const change = { discountId: cut.id, expectedVersion: cut.version };
  expect(await refused('discountSave', { ...change, value: '90' }, provincial)).toEqual(NOT('discountId'));
  expect(await refused('discountSave', { ...change, offeringIds: [] }, provincial)).toEqual(NOT('discountId'));
  expect(await rows('select "value" from "discount" where "code" = $1', ['NAT_CUT'])).toEqual([{ value: '50' }]);
  expect(faults(await run('discountSave', 'discount { id }', { ...change, value: '40' }))).toEqual([]);
});

test('PRD-43 PRD-69 kinds of rules of sale, and what sellers may take off, are not changed from below', async () => {
  const { salesRuleKinds } = await ask('{ salesRuleKinds(first: 1) { nodes { id version condition } } }');
  const [kind] = salesRuleKinds.nodes;
  const change = { salesRuleKindId: kind.id, expectedVersion: kind.version, condition: 'true' };
  expect(await refused('salesRuleKindSave', change, provincial)).toEqual(['NOT_MAINTAINER input']);
  const seen = await ask('{ salesRuleKinds(first: 1) { nodes { id version condition } } }');
  expect(seen.salesRuleKinds.nodes).toEqual([kind]);
  const { positions } = await ask('{ positions(first: 1) { nodes { id } } }', {}, 'admin');
  const range = { positionId: positions.nodes[0].id, maxPercent: '90' };
  expect(await refused('staffDiscountRangeSave', range, provincial)).toEqual(NOT('positionId'));
  const offeringId = await idOf('offering', 'OF_PHONE');
  expect(await refused('staffDiscountRangeSave', { ...range, offeringId }, provincial)).toEqual(NOT('offeringId'));
  expect(await rows('select 1 from staff_discount_range where max_percent = 90')).toEqual([]);
  expect(faults(await run('staffDiscountRangeSave', '__typename', { ...range, offeringId }, 'admin'))).toEqual([]);
});
