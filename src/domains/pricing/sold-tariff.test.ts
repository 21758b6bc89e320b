import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import { type CommitmentDesk, type Held, openCommitmentDesk } from '../../testing/commitment-desk.js';
import { faults, manager } from '../../testing/price-desk.js';
import type { As } from '../../testing/graph.js';
import { approve, openApproval } from '../../testing/second-person.js';
import { until } from '../../testing/until.js';

let hall: CommitmentDesk;
beforeAll(async () => {
  sandboxPace.stepMs = 0;
  hall = await openCommitmentDesk();
});
afterAll(() => hall.desk.graph.close());

const CHARGES = `query ($id: ID!, $at: DateTime) { offeringInstanceCharges(offeringInstanceId: $id, at: $at) {
  pricedAt offeringVersion charges { code type value unit period agreed versionNumber versionInForce tariffPlan { code } rule { value } } } }`;
const charged = async ({ offeringInstanceId: id }: Held, at?: string) =>
  (await hall.desk.graph.query(CHARGES, { id, at })).data.offeringInstanceCharges;
/** What is charged, in short: code, value, version by which it is charged and version in force. */
const short = async (held: Held) =>
  (await charged(held)).charges.map(
    ({ code, value, versionNumber, versionInForce }: Record<string, string | number>) =>
      `${code} ${value} ${versionNumber}/${versionInForce}`,
  );
const ruleId = async (code: string) =>
  (await hall.desk.graph.query('query ($code: String!) { tariffRule(code: $code) { id } }', { code })).data.tariffRule
    .id as string;
const change = async (code: string, input: object) => {
  const tariffRuleId = await ruleId(code);
  await hall.desk.settled('tariffRuleSave', tariffRuleId, { tariffRuleId, ...input });
};
const rent = (code: string, value: string, more: object = {}) => ({
  ...{ code, value, type: 'PERIODIC', period: 'MONTH' },
  ...more,
});
const buy = (name: string, tariffPlanId: string) => hall.holder(name, 0, 'OF_PHONE', { tariffPlanId });

describe('tariffs as they were sold', () => {
  test('PRD-72 PRD-53 a rule that changes is charged for new sales only: rent and usage stay on the version of then', async () => {
    const plan = await hall.desk.plan('ST_RENT', 'OF_PHONE', [
      rent('ST_LINE', '15'),
      { code: 'ST_MINUTE', value: '0.1', type: 'USAGE', unit: 'min' },
    ]);
    const held = await buy('Sold At Fifteen', plan);
    expect((await charged(held)).charges).toMatchObject([
      {
        code: 'ST_LINE',
        type: 'PERIODIC',
        value: '15',
        period: 'MONTH',
        agreed: false,
        tariffPlan: { code: 'ST_RENT' },
      },
      { code: 'ST_MINUTE', type: 'USAGE', value: '0.1', unit: 'min', versionNumber: 1, versionInForce: 1 },
    ]);
    await change('ST_LINE', { value: '20', reason: 'Notice 8' });
    await change('ST_MINUTE', { value: '0.2' });
    expect(await short(held)).toEqual(['ST_LINE 15 1/2', 'ST_MINUTE 0.1 1/2']);
    const later = await buy('Sold At Twenty', plan);
    expect(await short(later)).toEqual(['ST_LINE 20 2/2', 'ST_MINUTE 0.2 2/2']);
    // A cart says by which version it is priced, and so does an order for good.
    const { lines } = await hall.desk.ask(
      'cartPrice',
      'CartPriceInput',
      'lines { charges { code amount versionNumber } }',
      {
        ...{
          customerId: held.customerId,
          lines: [{ offeringId: await hall.desk.offeringId('OF_PHONE'), tariffPlanId: plan }],
        },
      },
    );
    expect(lines[0].charges).toContainEqual({ code: 'ST_LINE', amount: '20', versionNumber: 2 });
    const ordered = async ({ customerId }: Held) => {
      const { data } = await hall.desk.graph.query(
        'query ($id: ID!) { customer(id: $id) { orders(first: 1) { nodes { pricedAt charges(first: 9) { nodes { code amount versionNumber } } } } } }',
        { id: customerId },
      );
      return data.customer.orders.nodes[0];
    };
    expect((await ordered(held)).charges.nodes).toContainEqual({ code: 'ST_LINE', amount: '15', versionNumber: 1 });
    expect((await ordered(later)).charges.nodes).toContainEqual({ code: 'ST_LINE', amount: '20', versionNumber: 2 });
    expect((await charged(held)).pricedAt).toBe((await ordered(held)).pricedAt);
    const { data } = await hall.desk.graph.query(
      `{ tariffRule(code: "ST_LINE") { value versionNumber versions(first: 5, orderBy: [{ field: NUMBER }]) { nodes {
        number content changedFields changedBy reason appliesToExisting validity { to } } } } }`,
    );
    expect(data.tariffRule).toMatchObject({
      ...{ value: '20', versionNumber: 2 },
      versions: {
        nodes: [
          { number: 1, content: { value: '15', tiers: [] }, changedFields: [], appliesToExisting: true },
          {
            ...{ number: 2, content: { value: '20' }, changedFields: ['value'], changedBy: manager.sub },
            ...{ reason: 'Notice 8', appliesToExisting: false, validity: { to: null } },
          },
        ],
      },
    });
    expect(data.tariffRule.versions.nodes[0].validity.to).not.toBeNull();
  });

  test('PRD-72 WFL-28 a change that applies to existing instances says so to whoever approves it, and moves them', async () => {
    const plan = await hall.desk.plan('ST_ALL', 'OF_PHONE', [rent('ST_MOVED', '10')]);
    const held = await buy('Moved Along', plan);
    await change('ST_MOVED', { value: '11' });
    const between = await buy('Bought Between', plan);
    const tariffRuleId = await ruleId('ST_MOVED');
    const asked = await hall.desk.run('tariffRuleSave', 'held', {
      ...{ tariffRuleId, value: '12', appliesToExisting: true },
    });
    expect(asked).toEqual({ userErrors: [], held: true });
    const { data } = await hall.desk.graph.query('query ($id: ID!) { approval(id: $id) { changes } }', {
      id: await openApproval(hall.desk.graph, tariffRuleId),
    });
    expect(data.approval.changes).toMatchObject({ appliesToExisting: { old: false, new: true }, value: { new: '12' } });
    expect(await short(held)).toEqual(['ST_MOVED 10 1/2']);
    await approve(hall.desk.graph, tariffRuleId);
    expect([await short(held), await short(between)]).toEqual([['ST_MOVED 12 3/3'], ['ST_MOVED 12 3/3']]);
    await change('ST_MOVED', { value: '13' });
    expect(await short(held)).toEqual(['ST_MOVED 12 3/4']);
    const fresh = {
      code: 'ST_NEW',
      name: 'New',
      type: 'ONE_TIME',
      currency: 'CNY',
      value: '1',
      appliesToExisting: true,
    };
    const before = await hall.desk.count('tariff_rule');
    expect(faults(await hall.desk.run('tariffRuleSave', 'held', fresh))).toEqual([
      'CONTRADICTORY input.appliesToExisting',
    ]);
    expect(await hall.desk.count('tariff_rule')).toBe(before);
  });

  test('PRD-78 PRD-53 a plan that is composed anew keeps its former parts for those who have it, in any depth', async () => {
    const inner = await hall.desk.plan('ST_INNER', 'OF_PHONE', [rent('ST_DEEP', '4')]);
    const outer = await hall.desk.plan('ST_OUTER', 'OF_PHONE', [rent('ST_TOP', '1')]);
    const parts = async (...codes: string[]) => {
      const members = [];
      for (const code of codes) members.push({ tariffRuleId: await ruleId(code) });
      return members;
    };
    const compose = async (tariffPlanId: string, members: object[], more: object = {}) =>
      hall.desk.settled('tariffPlanCompose', tariffPlanId, { tariffPlanId, members, ...more });
    const plain = await buy('Sold Without Inner', outer);
    await compose(outer, [...(await parts('ST_TOP')), { nestedPlanId: inner }]);
    const nested = await buy('Sold With Inner', outer);
    expect([await short(plain), await short(nested)]).toEqual([['ST_TOP 1 1/1'], ['ST_DEEP 4 1/1', 'ST_TOP 1 1/1']]);
    await hall.desk.rule(rent('ST_ADDED', '2'));
    await compose(inner, await parts('ST_ADDED'));
    expect(await short(nested)).toEqual(['ST_DEEP 4 1/1', 'ST_TOP 1 1/1']);
    expect(await short(await buy('Sold With Other Inner', outer))).toEqual(['ST_ADDED 2 1/1', 'ST_TOP 1 1/1']);
    await compose(inner, await parts('ST_DEEP', 'ST_ADDED'), { appliesToExisting: true });
    expect(await short(nested)).toEqual(['ST_ADDED 2 1/1', 'ST_DEEP 4 1/1', 'ST_TOP 1 1/1']);
    expect(await short(plain)).toEqual(['ST_TOP 1 1/1']);
    const { data } = await hall.desk.graph.query(
      `{ tariffPlan(code: "ST_OUTER") { versionNumber versions(first: 5, orderBy: [{ field: NUMBER }]) { nodes { number content changedFields } } } }`,
    );
    expect(data.tariffPlan).toMatchObject({
      versionNumber: 2,
      versions: {
        nodes: [
          { number: 1, content: { members: [{ rule: 'ST_TOP', plan: null }] } },
          {
            ...{ number: 2, changedFields: ['members'] },
            content: { members: [{ rule: 'ST_TOP' }, { rule: null, plan: 'ST_INNER' }] },
          },
        ],
      },
    });
  });

  test('PRD-60 PRD-72 the plan of the service level that was sold is charged besides, as it was then', async () => {
    const plan = await hall.desk.plan('ST_BASE', 'OF_HOME_FIBER', [rent('ST_BASE_RENT', '7')]);
    await hall.desk.plan('ST_GOLD', 'OF_PHONE', [rent('ST_GOLD_RENT', '30')]);
    const made = await hall.sql(
      `insert into offering_sla (id, created_at, updated_at, code, name, offering_id, template_id, tariff_plan_id, is_default)
       select gen_random_uuid(), now(), now(), 'ST_LEVEL', 'Gold', o.id, t.id, p.id, false from offering o, tariff_plan p, sla_template t
       where o.code = 'OF_HOME_FIBER' and p.code = 'ST_GOLD' limit 1`,
    );
    expect(made.rowCount).toBe(1);
    const { data } = await hall.desk.graph.query(
      '{ offering(code: "OF_HOME_FIBER") { slas(first: 9) { nodes { id code } } } }',
    );
    const offeringSlaId = data.offering.slas.nodes.find(({ code }: { code: string }) => code === 'ST_LEVEL').id;
    const held = await hall.holder('Gold Holder', 0, 'OF_HOME_FIBER', { tariffPlanId: plan, offeringSlaId });
    await change('ST_GOLD_RENT', { value: '40' });
    expect(await short(held)).toEqual(['ST_BASE_RENT 7 1/1', 'ST_GOLD_RENT 30 1/2']);
  });

  test('PRD-39 PRD-72 who is moved to another plan pays by it as it is then', async () => {
    const other = await hall.desk.plan('ST_OTHER', 'OF_HOME_FIBER', [rent('ST_OTHER_RENT', '100')]);
    await hall.commit({
      ...{ control: 'RELATIVE_TIME', keepMonths: 12, breachAction: 'REPLACE_PLAN', replacementPlanId: other },
    });
    const held = await hall.holder('Mover', 1);
    await change('ST_OTHER_RENT', { value: '150' });
    expect((await hall.remove(held, 'INTERNET_FIBER', { acceptBreach: true })).userErrors).toEqual([]);
    await until(async () => (await short(held)).includes('ST_OTHER_RENT 150 2/2'));
    await hall.commit({ control: 'NONE' });
  });

  test('PRD-53 only who may see what a customer has is told what it is charged', async () => {
    const plan = await hall.desk.plan('ST_SEEN', 'OF_PHONE', [rent('ST_SECRET', '1')]);
    const held = await buy('Seen By Few', plan);
    const stranger: As = { sub: 'shop44', role: 'staff', region: '31' };
    const { errors } = await hall.desk.graph.query(CHARGES, { id: held.offeringInstanceId }, { as: stranger });
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});

test('PRD-74 PRD-62 of the rents of one fee it is told which is charged for what is carried, by the values of then, and for how many pieces', async () => {
  const { desk } = hall;
  const productId = hall.products.get('PHONE')!;
  await hall.sql(
    `insert into product_attribute (id, created_at, updated_at, product_id, code, name, data_type, mandatory, allowed_values, per_end, position)
      select gen_random_uuid(), now(), now(), id, 'stSpeed', 'Speed', 'INTEGER', false, '{}', false, 91 from product where code = 'PHONE'`,
  );
  const by = (value: number) => ({ feeItem: 'ST_BY', attributeValues: [{ name: 'stSpeed', value }] });
  const plan = await desk.plan('ST_ATTRIBUTES', 'OF_PHONE', [
    rent('ST_ANY', '59', { feeItem: 'ST_BY' }),
    rent('ST_HUNDRED', '99', by(100)),
    rent('ST_THOUSAND', '199', by(1000)),
    rent('ST_PIECE', '2', { productId }),
  ]);
  const held = await buy('Sold By Speed', plan);
  const fields = 'charges { code attributeValues { name value } applies quantity }';
  const told = async () => {
    const { data } = await desk.graph.query(
      `query ($id: ID!) { offeringInstanceCharges(offeringInstanceId: $id) { ${fields} } }`,
      { id: held.offeringInstanceId },
    );
    const charges = data.offeringInstanceCharges.charges as Record<string, unknown>[];
    return charges.map(({ code, attributeValues, applies, quantity }) => [
      code,
      (attributeValues as { value: unknown }[]).map(({ value }) => value),
      applies,
      quantity,
    ]);
  };
  const carry = (value: number) =>
    hall.sql(
      `update product_instance set characteristics = characteristics || jsonb_build_object('stSpeed', $2::int)
        where offering_instance_id = (select i.id from offering_instance i join customer c on c.id = i.customer_id where c.name = $1)`,
      ['Sold By Speed', value],
    );
  await carry(100);
  expect(await told()).toEqual([
    ['ST_ANY', [], false, 1],
    ['ST_HUNDRED', [100], true, 1],
    ['ST_PIECE', [], true, 1],
    ['ST_THOUSAND', [1000], false, 1],
  ]);
  await carry(1);
  expect((await told()).filter(([, , applies]) => applies).map(([code]) => code)).toEqual(['ST_ANY', 'ST_PIECE']);
  await carry(1000);
  await change('ST_THOUSAND', by(2000));
  // What was sold asks for the value of then.
  expect((await told()).find(([code]) => code === 'ST_THOUSAND')).toEqual(['ST_THOUSAND', [1000], true, 1]);
});
