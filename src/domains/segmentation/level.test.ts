import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeId } from '../../kernel/model/index.js';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { until } from '../../testing/until.js';

const clerk: As = { sub: 'g1', role: 'staff', region: '44' };
const mutation = (name: string, type: string, answer: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path } ${answer} } }`;
const RULE = mutation('levelRuleSave', 'LevelRuleSaveInput', 'rule { code serviceLevel benefits position active }');
const SET = mutation('customerLevelSet', 'CustomerLevelSetInput', 'customer { serviceLevel levelHeldUntil version }');
const CREATE = mutation('customerCreate', 'CustomerCreateInput', 'customer { id }');

let graph: TestGraph;
let regionId: string;

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers differ by document */
const run = async (document: string, input: Record<string, unknown>, as: As = clerk): Promise<any> => {
  const { data, errors } = await graph.query(document, { input }, { as });
  expect(errors).toBeUndefined();
  return Object.values(data as object)[0];
};
const rows = async (sql: string, values: unknown[] = []) => (await graph.database.pool.query(sql, values)).rows;
const customer = async (name: string, tier: number, paymentMode = 'CASH') => {
  const input = { regionId, individual: { name }, characteristics: { tier }, account: { paymentMode } };
  return (await run(CREATE, input)).customer.id as string;
};
const levels = async () =>
  Object.fromEntries(
    (await rows('select name, service_level from customer')).map((row) => [row.name, row.service_level]),
  );
const moves = (name: string) =>
  rows(
    `select h.data->>'from' "from", h.data->>'to' "to", h.data->>'auto' auto, h.reason from history_entry h join customer c on c.id = h.customer_id
     where c.name = $1 and h.type = 'customer.level.changed' order by h.sequence`,
    [name],
  );
const apply = async () => {
  const { data } = await graph.query(`mutation { levelRulesApply { rules userErrors { code } } }`, {}, { as: clerk });
  expect(data.levelRulesApply).toMatchObject({ userErrors: [] });
  return data.levelRulesApply.rules as number;
};
const rule = (code: string, serviceLevel: string, condition: string, position: number, extra = {}) =>
  run(RULE, { code, name: code, serviceLevel, condition, position, ...extra }, 'admin');

beforeAll(async () => {
  graph = await startTestGraph();
  regionId = (await graph.query(`{ region(code: "4401") { id } }`)).data.region.id;
});
afterAll(() => graph.close());

describe('service levels', () => {
  it('CUS-86..88 moves customers up and down by rules that the operator sets, with history', async () => {
    await customer('钻石', 9);
    const jade = await customer('翡翠', 5);
    await customer('普通', 1);
    const saved = await rule('TOP', 'DIAMOND', 'customer.characteristics.tier >= 8', 1, { benefits: ['全国漫游服务'] });
    expect(saved.rule).toMatchObject({ serviceLevel: 'DIAMOND', benefits: ['全国漫游服务'], active: true });
    await rule('MIDDLE', 'JADE', 'customer.characteristics.tier >= 4', 2);
    expect(await apply()).toBe(2);
    await until(async () => (await levels())['翡翠'] === 'JADE');
    expect(await levels()).toEqual({ 钻石: 'DIAMOND', 翡翠: 'JADE', 普通: 'STANDARD' });
    expect(await moves('钻石')).toEqual([{ from: 'STANDARD', to: 'DIAMOND', auto: 'true', reason: 'TOP' }]);

    await rule('MIDDLE', 'JADE', 'customer.characteristics.tier >= 6', 2);
    await apply();
    await until(async () => (await levels())['翡翠'] === 'STANDARD');
    expect((await moves('翡翠')).at(-1)).toEqual({ from: 'JADE', to: 'STANDARD', auto: 'true', reason: null });
    const { data } = await graph.query(
      `query ($id: ID!) { customer(id: $id) { serviceLevel } }`,
      { id: jade },
      { as: clerk },
    );
    expect(data.customer.serviceLevel).toBe('STANDARD');
  });

  it('CUS-88 tells where each club level has the roaming service, and finds customers by level', async () => {
    const { rows } = await graph.database.pool.query<{ code: string; id: string }>(
      `select code, id from customer where name = '翡翠'`,
    );
    const id = encodeId('cu', rows[0]!.id);
    const roams = async () =>
      (await graph.query('query ($id: ID!) { customer(id: $id) { serviceLevel clubRoaming } }', { id }, { as: clerk }))
        .data.customer;
    for (const [serviceLevel, clubRoaming] of [
      ['DIAMOND', 'NATIONWIDE'],
      ['JADE', 'NATIONWIDE'],
      ['SAPPHIRE', 'PROVINCE'],
      ['STANDARD', null],
    ]) {
      await graph.database.pool.query('update customer set service_level = $1 where code = $2', [
        serviceLevel,
        rows[0]!.code,
      ]);
      expect(await roams()).toEqual({ serviceLevel, clubRoaming });
      const { data } = await graph.query(
        'query ($code: String!, $level: ServiceLevel!) { customers(first: 2, filter: { code: { eq: $code }, serviceLevel: { eq: $level } }) { nodes { id } } }',
        { code: rows[0]!.code, level: serviceLevel },
        { as: clerk },
      );
      expect(data.customers.nodes).toEqual([{ id }]);
    }
  });

  it('CUS-87 keeps a level that was given by hand as long as staff said', async () => {
    const id = await customer('手工', 1);
    await customer('对照', 9);
    const heldUntil = new Date(Date.now() + 86_400_000).toISOString();
    const set = await run(SET, { customerId: id, serviceLevel: 'SAPPHIRE', heldUntil, reason: '投诉补偿' });
    expect(set.customer).toMatchObject({ serviceLevel: 'SAPPHIRE', levelHeldUntil: heldUntil });
    await apply();
    await until(async () => (await levels())['对照'] === 'DIAMOND');
    expect((await levels())['手工']).toBe('SAPPHIRE');
    expect(await moves('手工')).toEqual([{ from: 'STANDARD', to: 'SAPPHIRE', auto: 'false', reason: '投诉补偿' }]);

    await rows(`update customer set level_held_until = now() - interval '1 minute' where name = '手工'`);
    await apply();
    await until(async () => (await levels())['手工'] === 'STANDARD');
    const past = await run(SET, {
      customerId: id,
      serviceLevel: 'JADE',
      heldUntil: '2020-01-01T00:00:00Z',
      reason: 'x',
    });
    expect(past.userErrors).toEqual([{ code: 'IN_PAST', path: ['input', 'heldUntil'] }]);
    expect((await levels())['手工']).toBe('STANDARD');
  });

  it('CUS-89 grades prepaid customers by the same rules as all others', async () => {
    await customer('预付', 9, 'PREPAID');
    await rule(
      'PREPAID',
      'SAPPHIRE',
      'list contains(customer.paymentModes, "PREPAID") and customer.monthlyCharge >= 0',
      1,
    );
    await rule('TOP', 'DIAMOND', 'customer.monthlyCharge >= 0 and customer.characteristics.tier >= 8', 1);
    await apply();
    await until(async () => (await levels())['预付'] === 'SAPPHIRE');
    await rule('PREPAID', 'SAPPHIRE', 'false', 1, { active: false });
    await apply();
    await until(async () => (await levels())['预付'] === 'DIAMOND');
  });

  it('CUS-87 refuses rules that cannot be read, and lets only administrators set them', async () => {
    const before = await rows('select * from level_rule order by code');
    expect((await rule('BAD', 'JADE', 'customer.tier > 1', 1)).userErrors).toEqual([
      { code: 'RULE_UNKNOWN_NAME', path: ['input', 'condition'] },
    ]);
    const input = { code: 'MINE', name: 'x', serviceLevel: 'JADE', condition: 'true', position: 1 };
    const { errors } = await graph.query(RULE, { input }, { as: clerk });
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(await rows('select * from level_rule order by code')).toEqual(before);
  });
});
