import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { As } from '../../testing/graph.js';
import { faults, manager, openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';
import { approve, openApproval, SECOND } from '../../testing/second-person.js';

let desk: PriceDesk;
let phone: string;
beforeAll(async () => {
  desk = await openPriceDesk();
  phone = await desk.offeringId('OF_PHONE');
});
afterAll(() => desk.graph.close());

const other: As = { sub: 'pm9', role: 'staff', region: '86' };

/** What a line with the plan costs once. */
const cost = async (tariffPlanId: string): Promise<string> =>
  (
    await desk.ask('cartPrice', 'CartPriceInput', 'lines { oneTime { amount } }', {
      lines: [{ offeringId: phone, tariffPlanId }],
    })
  ).lines[0].oneTime.amount;

/** Asks the graph. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers have what the test asked for
async function seen(query: string, variables: object = {}): Promise<any> {
  const { data, errors } = await desk.graph.query(query, { ...variables });
  expect(errors).toBeUndefined();
  return data;
}

const approvals = async (id: string) =>
  (
    await seen(
      `query ($id: String!) { approvals(first: 9, filter: { subjectId: { eq: $id }, kind: { in: ["TARIFF_PLAN_CHANGE", "TARIFF_RULE_CHANGE", "OFFERING_TARIFF"] } }, orderBy: [{ field: ASKED_AT }]) {
        nodes { kind status askedBy decidedBy reason changes instance { template { code } tasks(first: 9) { nodes { operatorCode } } } } } }`,
      { id },
    )
  ).approvals.nodes;

const decide = async (subjectId: string, approved: boolean, as: As = SECOND) =>
  desk.run(
    'approvalDecide',
    'approval { status }',
    { approvalId: await openApproval(desk.graph, subjectId), approved, remark: approved ? undefined : 'no' },
    as,
  );

const history = async (id: string, type: string) =>
  (
    await desk.graph.database.pool.query(
      `select h.actor, h.data from history_entry h join tariff_plan p on p.id = h.subject_id where p.code = $1 and h.type = $2 order by h.sequence`,
      [id, type],
    )
  ).rows;

describe('a plan that is sold', () => {
  test('WFL-28 PRD-78 PRD-82 is composed anew when somebody else has approved that, once, and nothing moves before', async () => {
    const plan = await desk.plan('A_SOLD', 'OF_PHONE', [{ code: 'A_SOLD_1', value: '10' }]);
    const dear = await desk.rule({ code: 'A_SOLD_2', value: '70' });
    const input = { tariffPlanId: plan, members: [{ tariffRuleId: dear }], reason: 'Notice 9' };
    const before = await desk.count('tariff_plan_member');
    const asked = await desk.run('tariffPlanCompose', 'held tariffPlan { members { totalCount } }', input);
    expect(asked).toMatchObject({ userErrors: [], held: true, tariffPlan: { members: { totalCount: 1 } } });
    expect([await cost(plan), await desk.count('tariff_plan_member')]).toEqual(['10', before]);
    expect(await approvals(plan)).toMatchObject([
      {
        ...{ kind: 'TARIFF_PLAN_CHANGE', status: 'ASKED', askedBy: 'pm1', decidedBy: null, reason: 'Notice 9' },
        changes: {
          members: { old: [{ part: 'A_SOLD_1', priority: 1 }], new: [{ part: 'A_SOLD_2', priority: 1 }] },
          rules: { new: [{ code: 'A_SOLD_2', value: '70' }] },
        },
        instance: { template: { code: 'APPROVAL_PRICE' }, tasks: { nodes: [{ operatorCode: 'PRODUCT_MANAGER' }] } },
      },
    ]);
    expect(faults(await decide(plan, true, manager))).toEqual(['OWN_WORK input.approvalId']);
    expect(faults(await desk.run('tariffPlanCompose', 'held', input, other))).toEqual([
      'APPROVAL_PENDING input.tariffPlanId',
    ]);
    expect(await cost(plan)).toBe('10');
    const approvalId = await openApproval(desk.graph, plan);
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => desk.run('approvalDecide', '', { approvalId, approved: true }, SECOND)),
    );
    expect(answers.filter((each) => faults(each).length === 0)).toHaveLength(1);
    expect(await cost(plan)).toBe('70');
    const [, made, ...more] = await history('A_SOLD', 'tariffPlan.changed');
    expect([made, more]).toMatchObject([{ actor: 'second', data: { proposedBy: 'pm1' } }, []]);
  });

  test('WFL-28 PRD-80 PRD-83 stays as it is when that is refused, and may be asked for anew', async () => {
    const plan = await desk.plan('A_KEPT', 'OF_PHONE', [{ code: 'A_KEPT_1', value: '10' }]);
    const change = { tariffPlanId: plan, name: 'Other', condition: 'line.quantity > 5' };
    expect(await desk.run('tariffPlanChange', 'held tariffPlan { name condition }', change)).toEqual({
      ...{ userErrors: [], held: true, tariffPlan: { name: 'A_KEPT', condition: null } },
    });
    expect(faults(await decide(plan, false))).toEqual([]);
    const state = () => seen('{ tariffPlan(code: "A_KEPT") { name condition configuredBy } }');
    expect((await state()).tariffPlan).toEqual({ name: 'A_KEPT', condition: null, configuredBy: 'pm1' });
    expect(await approvals(plan)).toMatchObject([{ status: 'REJECTED' }]);
    await desk.settled('tariffPlanChange', plan, change);
    expect((await state()).tariffPlan).toEqual({ name: 'Other', condition: change.condition, configuredBy: 'pm1' });
    // What changes nothing needs nobody.
    expect(await desk.run('tariffPlanChange', 'held', { tariffPlanId: plan, name: 'Other' })).toEqual({
      ...{ userErrors: [], held: false },
    });
  });

  test('WFL-28 PRD-84 of two who ask at once one waits; what is refused is not asked for', async () => {
    const [one, two] = [await desk.plan('A_RACE_1', 'OF_PHONE', []), await desk.plan('A_RACE_2', 'OF_PHONE', [])];
    const relation = { fromId: one, toId: two, kind: 'EXCLUDE' };
    const answers = await Promise.all(
      [manager, other, manager, other].map((as) => desk.run('tariffPlanRelate', 'held', relation, as)),
    );
    expect(answers.filter(({ held }) => held)).toHaveLength(1);
    expect(answers.flatMap(faults)).toEqual(Array.from({ length: 3 }, () => 'APPROVAL_PENDING input.fromId'));
    expect(await desk.count('tariff_plan_relation')).toBe(0);
    await approve(desk.graph, one);
    expect(await desk.count('tariff_plan_relation')).toBe(1);
    expect(faults(await desk.run('tariffPlanRelate', 'held', relation))).toEqual(['DUPLICATE input.kind']);
    expect(await approvals(one)).toHaveLength(1);
  });

  test('WFL-28 PRD-78 is not composed of what became different since: that is refused until it is asked for anew', async () => {
    const plan = await desk.plan('A_LATE', 'OF_PHONE', [{ code: 'A_LATE_1', value: '10' }]);
    const cheap = await desk.rule({ code: 'A_LATE_2', value: '20' });
    await desk.run('tariffPlanCompose', '', { tariffPlanId: plan, members: [{ tariffRuleId: cheap }] });
    // It is not sold yet, so its author may still change it.
    expect(await desk.run('tariffRuleSave', 'held', { tariffRuleId: cheap, value: '999' })).toMatchObject({
      held: false,
    });
    expect(faults(await decide(plan, true))).toEqual(['VERSION_CONFLICT ']);
    expect([await cost(plan), (await approvals(plan))[0].status]).toEqual(['10', 'ASKED']);
    await decide(plan, false);
    expect(await cost(plan)).toBe('10');
    await desk.run('tariffPlanCompose', '', { tariffPlanId: plan, members: [{ tariffRuleId: cheap }] });
    await desk.run('tariffPlanStatusChange', '', { tariffPlanId: plan, action: 'SUSPEND' });
    await approve(desk.graph, plan);
    await desk.run('tariffPlanStatusChange', '', { tariffPlanId: plan, action: 'RESUME' });
    expect(await cost(plan)).toBe('999');
  });
});

test('WFL-28 PRD-82 a draft is changed by its author at once, and approved by nobody who has worked on it', async () => {
  const input = { code: 'A_DRAFT', name: 'A_DRAFT', type: 'ONE_TIME', amount: '0', currency: 'CNY' };
  const { tariffPlan } = await desk.run('tariffPlanCreate', 'tariffPlan { id }', input);
  const tariffPlanId = tariffPlan.id;
  const members = [{ tariffRuleId: await desk.rule({ code: 'A_DRAFT_1', value: '10' }) }];
  expect(await desk.run('tariffPlanCompose', 'held', { tariffPlanId, members })).toMatchObject({ held: false });
  const named = await desk.run('tariffPlanChange', 'held', { tariffPlanId, name: 'Draft' }, other);
  expect(named).toEqual({ userErrors: [], held: false });
  const step = (as: As) =>
    desk.run('tariffPlanStatusChange', 'tariffPlan { status }', { tariffPlanId, action: 'APPROVE' }, as);
  expect(faults(await step(manager))).toEqual(['OWN_WORK input.tariffPlanId']);
  expect(faults(await step(other))).toEqual(['OWN_WORK ']);
  expect((await seen('{ tariffPlan(code: "A_DRAFT") { status } }')).tariffPlan.status).toBe('DRAFT');
  expect((await step(SECOND)).tariffPlan.status).toBe('APPROVED');
});

test('WFL-28 PRD-82 a draft is approved by nobody who wrote one of its rules, or had changed it before somebody else did', async () => {
  const input = { code: 'A_PARTS', name: 'A_PARTS', type: 'ONE_TIME', amount: '0', currency: 'CNY' };
  const { tariffPlan } = await desk.run('tariffPlanCreate', 'tariffPlan { id }', input);
  const tariffPlanId = tariffPlan.id;
  const rule = await desk.rule({ code: 'A_PARTS_1', value: '10' });
  await desk.run('tariffPlanCompose', 'held', { tariffPlanId, members: [{ tariffRuleId: rule }] });
  const [between, pricer] = ['pm7', 'pm8'].map((sub): As => ({ sub, role: 'staff', region: '86' }));
  for (const [name, as] of [
    ['Between', between!],
    ['Last', manager],
  ] as const)
    expect(await desk.run('tariffPlanChange', 'held', { tariffPlanId, name }, as)).toMatchObject({ held: false });
  const priced = await desk.run('tariffRuleSave', 'held', { tariffRuleId: rule, value: '11' }, pricer);
  expect(priced).toEqual({ userErrors: [], held: false });
  const step = (as: As) =>
    desk.run('tariffPlanStatusChange', 'tariffPlan { status }', { tariffPlanId, action: 'APPROVE' }, as);
  for (const as of [between!, pricer!]) expect(faults(await step(as))).toEqual(['OWN_WORK ']);
  expect((await seen('{ tariffPlan(code: "A_PARTS") { status } }')).tariffPlan.status).toBe('DRAFT');
  expect((await step(SECOND)).tariffPlan.status).toBe('APPROVED');
  // The rule has been approved now: as part of another plan it keeps nobody from approving that.
  const next = await desk.run('tariffPlanCreate', 'tariffPlan { id }', { ...input, code: 'A_PARTS_2' });
  const again = { tariffPlanId: next.tariffPlan.id as string, action: 'APPROVE' };
  await desk.run('tariffPlanCompose', 'held', {
    ...{ tariffPlanId: again.tariffPlanId, members: [{ tariffRuleId: rule }] },
  });
  expect(await desk.run('tariffPlanStatusChange', 'tariffPlan { status }', again, pricer)).toEqual({
    ...{ userErrors: [], tariffPlan: { status: 'APPROVED' } },
  });
});

test('PRD-84 PRD-46 what excludes a plan excludes its copy, by relations that the owner of the copy keeps', async () => {
  const [source, rival] = [await desk.plan('A_COPIED', 'OF_PHONE', []), await desk.plan('A_RIVAL', 'OF_PHONE', [])];
  const relate = (fromId: string, toId: string) =>
    desk.settled('tariffPlanRelate', fromId, { fromId, toId, kind: 'EXCLUDE' });
  await relate(rival, source);
  const copyOf = async (code: string) => {
    const made = await desk.run('tariffPlanClone', 'tariffPlan { id }', { tariffPlanId: source, code });
    expect(made.userErrors).toEqual([]);
    const { tariffPlan } = await seen(
      'query ($code: String!) { tariffPlan(code: $code) { planRelations(first: 9) { nodes { kind to { code } } } } }',
      { code },
    );
    expect(tariffPlan.planRelations.nodes).toEqual([{ kind: 'EXCLUDE', to: { code: 'A_RIVAL' } }]);
    return made.tariffPlan.id as string;
  };
  const fromId = await copyOf('A_COPY');
  // The rival is sold, so somebody else approves that.
  await desk.settled('tariffPlanRelate', fromId, { fromId, toId: rival, kind: 'EXCLUDE', remove: true });
  // Said from both sides it is still one relation.
  await relate(source, rival);
  await copyOf('A_COPY_2');
});

describe('a rule that is sold', () => {
  test('WFL-28 PRD-72 PRD-76 costs something else when somebody else has approved that, with its tiers', async () => {
    const rule = await desk.rule({ code: 'A_RULE', value: '10', validFrom: '2020-01-01T00:00:00Z' });
    const plan = await desk.plan('A_RULES', 'OF_PHONE', [rule]);
    const change = {
      ...{ tariffRuleId: rule, value: '30', reason: 'dearer' },
      tiers: [{ basis: 'ORDER', threshold: 5, value: '25' }],
    };
    expect(await desk.run('tariffRuleSave', 'held tariffRule { value tiers { totalCount } }', change)).toEqual({
      userErrors: [],
      held: true,
      tariffRule: { value: '10', tiers: { totalCount: 0 } },
    });
    expect([await cost(plan), await desk.count('tariff_tier')]).toEqual(['10', 0]);
    expect(faults(await desk.run('tariffRuleSave', 'held', { tariffRuleId: rule, value: '31' }, other))).toEqual([
      'APPROVAL_PENDING input.tariffRuleId',
    ]);
    expect(faults(await decide(rule, true, manager))).toEqual(['OWN_WORK input.approvalId']);
    expect((await approvals(rule))[0]).toMatchObject({
      ...{ kind: 'TARIFF_RULE_CHANGE', reason: 'dearer' },
      changes: { value: { old: '10', new: '30' }, tiers: { old: [], new: [{ threshold: 5, value: '25' }] } },
    });
    await approve(desk.graph, rule);
    expect([await cost(plan), await desk.count('tariff_tier')]).toEqual(['30', 1]);
    await desk.run('tariffRuleSave', 'held', { tariffRuleId: rule, value: '1' });
    await decide(rule, false);
    expect(await cost(plan)).toBe('30');
  });

  test('WFL-28 PRD-62 PRD-70 a new standard price, or a copy of one, prices nothing until it is approved', async () => {
    const { product } = await seen('{ product(code: "PHONE") { id } }');
    const plan = await desk.plan('A_BARE', 'OF_PHONE', []);
    const base = await cost(plan);
    const standard = {
      ...{ code: 'A_STD', name: 'Fee', type: 'ONE_TIME', currency: 'CNY', value: '5', productId: product.id },
      validFrom: '2020-01-01T00:00:00Z',
    };
    const made = await desk.run('tariffRuleSave', 'held tariffRule { id product { id } }', standard);
    expect(made).toMatchObject({ userErrors: [], held: true, tariffRule: { product: null } });
    expect(await cost(plan)).toBe(base);
    const id = made.tariffRule.id;
    expect((await approvals(id))[0]).toMatchObject({ changes: { product: { old: null, new: product.id } } });
    // Not even when its author makes it dearer while somebody looks at it.
    await desk.run('tariffRuleSave', '', { tariffRuleId: id, value: '500' });
    expect(faults(await decide(id, true))).toEqual(['VERSION_CONFLICT ']);
    await desk.run('tariffRuleSave', '', { tariffRuleId: id, value: '5' });
    await approve(desk.graph, id);
    expect(Number(await cost(plan))).toBe(Number(base) + 5);
    const copy = await desk.run('tariffRuleSave', 'held tariffRule { id }', {
      ...{ cloneOfId: id, code: 'A_STD_2', value: '40', validFrom: '2020-01-01T00:00:00Z' },
    });
    expect([copy.held, Number(await cost(plan))]).toEqual([true, Number(base) + 5]);
    await decide(copy.tariffRule.id, false);
    expect(Number(await cost(plan))).toBe(Number(base) + 5);
  });
});

test('WFL-28 PRD-86 PRD-88 an offering that is sold is tied to a plan, and loses one, when somebody else has approved that', async () => {
  const plan = await desk.plan('A_TIE', 'OF_PHONE', [{ code: 'A_TIE_1', value: '10' }]);
  const net = await desk.offeringId('OF_HOME_FIBER');
  const ties = await desk.count('offering_tariff');
  const tie = { offeringId: net, tariffPlanId: plan };
  const asked = await desk.run('offeringTariffSave', 'held offeringTariff { id }', tie);
  expect(asked).toEqual({ userErrors: [], held: true, offeringTariff: null });
  expect(await desk.count('offering_tariff')).toBe(ties);
  expect((await approvals(net))[0]).toMatchObject({
    kind: 'OFFERING_TARIFF',
    changes: { 'tariff A_TIE': { new: true } },
  });
  expect(faults(await decide(net, true, manager))).toEqual(['OWN_WORK input.approvalId']);
  expect(faults(await decide(net, false))).toEqual([]);
  expect(await desk.count('offering_tariff')).toBe(ties);
  await desk.settled('offeringTariffSave', net, tie);
  expect(await desk.count('offering_tariff')).toBe(ties + 1);
  const end = { offeringId: phone, tariffPlanId: plan, validTo: new Date(Date.now() - 1000).toISOString() };
  const before = await cost(plan);
  await desk.run('offeringTariffSave', '', end);
  expect(await cost(plan)).toBe(before);
  await approve(desk.graph, phone);
  const { lines } = await desk.ask('cartPrice', 'CartPriceInput', 'lines { objections { code } }', {
    lines: [{ offeringId: phone, tariffPlanId: plan }],
  });
  expect(lines[0].objections).toEqual([{ code: 'NOT_SOLD_WITH' }]);
});
