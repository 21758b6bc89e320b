import { beforeAll, describe, expect, test } from '@jest/globals';
import type { As } from '../../testing/graph.js';
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
  // What prices nothing yet belongs to whoever wrote it, too.
  expect(await refused('tariffRuleSave', change, provincial)).toEqual(NOT('tariffRuleId'));
  const compose = (tariffPlanId: string, members: object[], as = manager as typeof provincial | typeof manager) =>
    run('tariffPlanCompose', 'tariffPlan { id }', { tariffPlanId, members }, as);
  expect(faults(await compose(inner, [{ tariffRuleId: tariffRule.id }]))).toEqual([]);
  expect(faults(await compose(outer, [{ nestedPlanId: inner }]))).toEqual([]);
  for (const tariffPlanId of [inner, outer]) {
    await ok('tariffPlanStatusChange', '__typename', { tariffPlanId, action: 'APPROVE' }, 'admin');
    await ok('tariffPlanStatusChange', '__typename', { tariffPlanId, action: 'ACTIVATE' });
  }
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
  await approve(graph, tariffRule.id);
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

describe('a plan that two provinces sell by', () => {
  const neighbour = { sub: 'pm51', role: 'staff', region: '51' } as const;
  const ofCode = (code: string) =>
    ask(
      `query ($code: String!) { tariffPlan(code: $code) { id name status level owner { code } configuredBy clonedFrom { code }
        members(first: 9) { nodes { priority rule { code value level owner { code } product { code } tiers(first: 9) { nodes { threshold value } } }
          nestedPlan { id code status owner { code } members(first: 9) { nodes { rule { code } } } } } } } }`,
      { code },
    ).then(({ tariffPlan }) => tariffPlan);
  const write = async (code: string, as = provincial as As) =>
    (
      await ok(
        'tariffPlanCreate',
        'tariffPlan { id }',
        { code, name: code, type: 'ONE_TIME', amount: '10', currency: 'CNY' },
        as,
      )
    )['tariffPlan'].id as string;

  beforeAll(async () => {
    const [outer, inner] = [await write('GD_PLAN'), await write('GD_INNER')];
    const fee = { code: 'GD_FEE', name: 'Fee', type: 'ONE_TIME', value: '5', currency: 'CNY' };
    const tiers = [{ basis: 'ORDER', threshold: 10, value: '3' }];
    const { tariffRule } = await ok('tariffRuleSave', 'tariffRule { id }', { ...fee, tiers }, provincial);
    const standard = { ...fee, code: 'HQ_STANDARD', productId: await idOf('product', 'PHONE'), service: 'MOVE' };
    const { tariffRule: common } = await ok('tariffRuleSave', 'tariffRule { id }', standard);
    await approve(graph, common.id);
    const compose = (tariffPlanId: string, members: object[]) =>
      ok('tariffPlanCompose', '__typename', { tariffPlanId, members }, provincial);
    await compose(inner, [{ tariffRuleId: tariffRule.id }]);
    await compose(outer, [{ tariffRuleId: tariffRule.id }, { nestedPlanId: inner }, { tariffRuleId: common.id }]);
    for (const tariffPlanId of [inner, outer]) {
      await ok('tariffPlanStatusChange', '__typename', { tariffPlanId, action: 'APPROVE' }, 'admin');
      await ok('tariffPlanStatusChange', '__typename', { tariffPlanId, action: 'ACTIVATE' }, provincial);
    }
    // The neighbour is the first who sells by it: that takes it from nobody.
    for (const [code, as] of [['SC_SELLS', neighbour] as const, ['GD_SELLS', provincial] as const]) {
      const tariffs = [{ tariffPlanId: outer, isDefault: true }];
      const sold = await writeOffering(code, { level: 'PROVINCE', tariffs, placements: [] }, as);
      expect(faults(sold)).toEqual([]);
    }
  });

  test('PRD-46 PRD-85 belongs to the province that wrote it, not to whoever sold by it first; the others are told whose it is', async () => {
    const plan = await ofCode('GD_PLAN');
    expect(plan).toMatchObject({ level: 'PROVINCE', owner: { code: '44' }, configuredBy: 'pm44' });
    const change = { tariffPlanId: plan.id, name: 'Changed' };
    for (const as of [neighbour, manager]) {
      const { userErrors } = await run('tariffPlanChange', '__typename', change, as);
      expect(userErrors).toMatchObject([
        {
          code: 'NOT_MAINTAINER',
          path: ['input', 'tariffPlanId'],
          details: { level: 'PROVINCE', owner: '44', ownerName: expect.any(String) },
        },
      ]);
    }
    expect((await ofCode('GD_PLAN')).name).toBe('GD_PLAN');
    await ok('tariffPlanChange', '__typename', { ...change, name: 'GD plan' }, provincial);
    await approve(graph, plan.id);
    expect((await ofCode('GD_PLAN')).name).toBe('GD plan');
  });

  test('PRD-46 PRD-70 PRD-78 is copied in one step, with its rules and nested plans, for the province that wants its own', async () => {
    const { id, ...before } = await ofCode('GD_PLAN');
    const clone = { tariffPlanId: id, code: 'SC_PLAN', name: 'SC plan' };
    expect(await refused('tariffPlanClone', { ...clone, code: 'GD_INNER' }, neighbour)).toEqual([
      'DUPLICATE input.code',
    ]);
    expect(await refused('tariffPlanClone', { ...clone, level: 'HEADQUARTERS' }, neighbour)).toEqual([
      'NOT_MAINTAINER input.level',
    ]);
    expect(await rows(`select 1 from "tariff_rule" where "code" like 'SC_%'`)).toEqual([]);
    await ok('tariffPlanClone', '__typename', clone, neighbour);
    const copy = await ofCode('SC_PLAN');
    expect(copy).toMatchObject({
      ...{
        name: 'SC plan',
        status: 'DRAFT',
        level: 'PROVINCE',
        owner: { code: '51' },
        clonedFrom: { code: 'GD_PLAN' },
      },
      members: {
        nodes: expect.arrayContaining([
          expect.objectContaining({
            priority: 1,
            rule: expect.objectContaining({
              ...{ code: 'SC_PLAN_R1', value: '5', owner: { code: '51' } },
              tiers: { nodes: [{ threshold: 10, value: '3' }] },
            }),
          }),
          expect.objectContaining({
            priority: 2,
            nestedPlan: expect.objectContaining({
              ...{ code: 'SC_PLAN_P1', status: 'DRAFT', owner: { code: '51' } },
              members: { nodes: [{ rule: { code: 'SC_PLAN_R1' } }] },
            }),
          }),
          // The standard price of a product stays that of the product.
          expect.objectContaining({ priority: 3, rule: expect.objectContaining({ code: 'HQ_STANDARD' }) }),
        ]),
      },
    });
    const { rule } = copy.members.nodes.find(({ priority }: { priority: number }) => priority === 1);
    const tariffRuleId = await ruleId(rule.code);
    const change = { tariffRuleId, value: '4' };
    expect(await refused('tariffRuleSave', change, provincial)).toEqual(NOT('tariffRuleId'));
    await ok('tariffRuleSave', '__typename', change, neighbour);
    const { id: _id, ...after } = await ofCode('GD_PLAN');
    expect(after).toEqual(before);
    const raced = await Promise.all(
      [1, 2].map(() => run('tariffPlanClone', '__typename', { ...clone, code: 'SC_RACED' }, neighbour)),
    );
    expect(raced.flatMap(faults)).toHaveLength(1);
    expect(await rows(`select "code" from "tariff_plan" where "code" like 'SC_RACED%' order by 1`)).toEqual([
      { code: 'SC_RACED' },
      { code: 'SC_RACED_P1' },
    ]);
  });

  test('PRD-46 one of before levels were kept belongs to the owner of the first offering that it prices', async () => {
    await rows(`update "tariff_plan" set "level" = null, "owner_id" = null where "code" = 'GD_PLAN'`);
    const { id } = await ofCode('GD_PLAN');
    const change = { tariffPlanId: id, name: 'Old plan' };
    expect(await refused('tariffPlanChange', change, provincial)).toEqual(NOT('tariffPlanId'));
    await ok('tariffPlanChange', '__typename', change, neighbour);
  });
});

const ruleId = async (code: string): Promise<string> =>
  (await ask('query ($code: String!) { tariffRule(code: $code) { id } }', { code })).tariffRule.id as string;

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
