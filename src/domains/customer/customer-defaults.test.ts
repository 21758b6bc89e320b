import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeId } from '../../kernel/model/index.js';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { hire } from '../../testing/staff.js';
import { dayAt } from '../calendar/index.js';

const clerk: As = { sub: 'g1', role: 'staff', region: '44' };
const sichuan: As = { sub: 's1', role: 'staff', region: '51' };
const mutation = (name: string, type: string, answer: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path } ${answer} } }`;
const CUSTOMER = `customer { id code customerType subType serviceLevel secrecyLevel accountManager { employeeNo } strategy inNetworkPhase version
  characteristics { name value } accounts(orderBy: [{ field: SEQUENCE_NO }]) { nodes { name credit isDefault sequenceNo billingCycle } } }`;
const CREATE = mutation('customerCreate', 'CustomerCreateInput', CUSTOMER);
const CHANGE = mutation('customerChange', 'CustomerChangeInput', CUSTOMER);
const PHASE = mutation('customerPhaseSet', 'CustomerPhaseSetInput', CUSTOMER);
const MOVE = mutation('customerMove', 'CustomerMoveInput', CUSTOMER);
const RULE = mutation('customerDefaultRuleSave', 'CustomerDefaultRuleSaveInput', 'rule { code active }');
const LEVEL = mutation('levelRuleSave', 'LevelRuleSaveInput', 'rule { code }');
const PREVIEW = `query ($input: CustomerDraftInput!) { customerDefaults(input: $input) { defaults { field attribute value rule { code } } } }`;
const SUGGEST = `query ($id: ID!) { customerLevelSuggestion(customerId: $id) { level present rule { code } } }`;
const COUNT = `query ($from: DateTime!, $to: DateTime!, $by: [ChangeGroup!]!, $id: ID, $subjects: [String!], $field: String) {
  customerChangeStatistics(from: $from, to: $to, by: $by, customerId: $id, subjects: $subjects, field: $field) { values changes customers } }`;

let graph: TestGraph;
let regionId: string;
let standard: string[];

beforeAll(async () => {
  graph = await startTestGraph();
  regionId = (await graph.query(`{ region(code: "4401") { id } }`)).data.region.id;
  await hire(graph, 'MGR-BIG', 'H4401', ['HALL_CLERK']);
  standard = (await rows('select "code" from "customer_default_rule"')).map(({ code }) => code as string);
});
// Each test has the rules that it writes, beside the standard ones.
afterEach(async () => {
  await rows('delete from "customer_default_rule" where "code" <> all($1)', [standard]);
  await rows('delete from "level_rule"');
});
afterAll(() => graph.close());

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers differ by document */
const run = async (document: string, input: Record<string, unknown>, as: As = clerk): Promise<any> => {
  const { data, errors } = await graph.query(document, { input }, { as });
  expect(errors).toBeUndefined();
  return Object.values(data as object)[0];
};
const rows = async (sql: string, values: unknown[] = []) => (await graph.database.pool.query(sql, values)).rows;
const rule = (code: string, field: string, condition: string, value: string, more: Record<string, unknown> = {}) =>
  run(RULE, { code, name: code, field, condition, value, position: 10, ...more }, 'admin');
const preview = async (input: Record<string, unknown>) =>
  (
    (await graph.query(PREVIEW, { input }, { as: clerk })).data.customerDefaults.defaults as {
      field: string;
      value: string;
    }[]
  ).map(({ field, value }) => `${field} ${value}`);
const hugeIsBig = () =>
  rule('HUGE_IS_BIG', 'CUSTOMER_TYPE', 'customer.organization and customer.headCount >= 500', 'BIG');
const company = (headCount: number, more: Record<string, unknown> = {}) => ({
  regionId,
  organization: { name: '规则公司', headCount },
  ...more,
});

describe('what new customers get by rule', () => {
  it('CUS-13 tells defaults while typing, and gives them where nothing is said', async () => {
    expect(await preview({ individual: { name: '甲' } })).toEqual(['CUSTOMER_TYPE PUBLIC']);
    expect(await preview({ organization: { name: '乙' } })).toEqual(['CUSTOMER_TYPE COMMERCIAL']);
    await hugeIsBig();
    await rule('BIG_SUB', 'SUB_TYPE', 'customer.type = "BIG"', '3A');
    await rule('BIG_SECRET', 'SECRECY_LEVEL', 'customer.type = "BIG"', 'CONFIDENTIAL');
    expect(await preview({ organization: { name: '丙', headCount: 700 } })).toEqual([
      'CUSTOMER_TYPE BIG',
      'SUB_TYPE 3A',
      'SECRECY_LEVEL CONFIDENTIAL',
    ]);
    expect(await preview({ organization: { name: '丙', headCount: 700 }, customerType: 'COMMERCIAL' })).toEqual([]);
    const { customer, userErrors } = await run(CREATE, company(700));
    expect(userErrors).toEqual([]);
    expect(customer).toMatchObject({ customerType: 'BIG', subType: '3A', secrecyLevel: 'CONFIDENTIAL' });
    const said = await run(CREATE, company(700, { customerType: 'COMMERCIAL', subType: 'B' }));
    expect(said.customer).toMatchObject({ customerType: 'COMMERCIAL', subType: 'B', secrecyLevel: 'NORMAL' });
    expect((await run(CREATE, { regionId, individual: { name: '丁' } })).customer.customerType).toBe('PUBLIC');
  });

  it('CUS-13 refuses rules that cannot work, and is configured by administrators only', async () => {
    expect((await rule('X', 'SERVICE_LEVEL', 'true', 'GOLD')).userErrors[0]).toEqual({
      code: 'BAD_VALUE',
      path: ['input', 'value'],
    });
    expect((await rule('X', 'SERVICE_LEVEL', 'customer.salary > 1', 'JADE')).userErrors[0].path).toEqual([
      'input',
      'condition',
    ]);
    expect((await rule('X', 'CHARACTERISTIC', 'true', '1')).userErrors[0].path).toEqual(['input', 'attribute']);
    expect((await rule('X', 'SUB_TYPE', 'true', '1', { attribute: 'a' })).userErrors[0].code).toBe('CONTRADICTION');
    const input = { code: 'X', name: 'X', field: 'SUB_TYPE', condition: 'true', value: 'A', position: 1 };
    expect((await graph.query(RULE, { input }, { as: clerk })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(await rows(`select 1 from "customer_default_rule" where "code" = 'X'`)).toEqual([]);
  });

  it('CUS-23 gives an account manager by rule, while they are there', async () => {
    await hugeIsBig();
    await rule('BIG_MANAGER', 'ACCOUNT_MANAGER', 'customer.type = "BIG"', 'MGR-BIG');
    expect((await run(CREATE, company(900))).customer.accountManager).toEqual({ employeeNo: 'MGR-BIG' });
    expect((await run(CREATE, company(9))).customer.accountManager).toBeNull();
    await rule('BIG_MANAGER', 'ACCOUNT_MANAGER', 'customer.type = "BIG"', 'NOBODY');
    expect((await run(CREATE, company(900))).customer.accountManager).toBeNull();
  });

  it('CUS-24 gives credit, loyalty and points to begin with', async () => {
    await hugeIsBig();
    await rule('CREDIT_PERSON', 'ACCOUNT_CREDIT', 'not(customer.organization)', 'B');
    await rule('CREDIT_BIG', 'ACCOUNT_CREDIT', 'customer.type = "BIG"', 'A');
    await rule('LOYALTY', 'CHARACTERISTIC', 'customer.type = "BIG"', 'BASIC', { attribute: 'loyalty' });
    await rule('POINTS', 'CHARACTERISTIC', 'true', '100', { attribute: 'points' });
    const { customer } = await run(CREATE, company(800));
    expect(customer.accounts.nodes[0].credit).toBe('A');
    expect(customer.characteristics).toEqual(
      expect.arrayContaining([
        { name: 'loyalty', value: 'BASIC' },
        { name: 'points', value: '100' },
      ]),
    );
    const person = (await run(CREATE, { regionId, individual: { name: '戊' }, characteristics: { points: 7 } }))
      .customer;
    expect(person.accounts.nodes[0].credit).toBe('B');
    expect(person.characteristics).toEqual([{ name: 'points', value: 7 }]);
  });

  it('CUS-81 opens several accounts in one flow and suggests a level, or writes nothing', async () => {
    await rule('OLD_LEVEL', 'SERVICE_LEVEL', 'customer.age >= 60', 'SAPPHIRE');
    expect(await preview({ individual: { name: '老', birthDate: '1940-01-01' } })).toContain('SERVICE_LEVEL SAPPHIRE');
    const { customer } = await run(CREATE, {
      regionId,
      individual: { name: '多户', birthDate: '1940-01-01' },
      account: { billingCycle: 'QUARTERLY' },
      furtherAccounts: [{ name: '二' }, { name: '三', billingCycle: 'YEARLY' }],
      characteristics: { 颜色: '红', 车: true },
    });
    expect(customer.serviceLevel).toBe('SAPPHIRE');
    expect(customer.accounts.nodes).toMatchObject([
      { isDefault: true, sequenceNo: 1, billingCycle: 'QUARTERLY' },
      { name: '二', isDefault: false, sequenceNo: 2, billingCycle: 'QUARTERLY' },
      { name: '三', isDefault: false, sequenceNo: 3, billingCycle: 'YEARLY' },
    ]);
    const count = async () => (await rows(`select count(*)::int "n" from "customer"`))[0].n as number;
    const before = await count();
    const refused = await run(CREATE, {
      regionId,
      individual: { name: '不成' },
      furtherAccounts: [{ name: '好' }, { billDelivery: 'EMAIL' }],
    });
    expect(refused.userErrors[0]).toEqual({ code: 'REQUIRED', path: ['input', 'furtherAccounts', '1', 'billAddress'] });
    expect(await count()).toBe(before);
  });

  it('CUS-82 suggests another level when the data have changed', async () => {
    await hugeIsBig();
    await run(
      LEVEL,
      { code: 'VIP', name: 'VIP', serviceLevel: 'DIAMOND', condition: 'customer.subType = "5A"', position: 1 },
      'admin',
    );
    const { customer } = await run(CREATE, company(600));
    const suggestion = async (as: As = clerk) => graph.query(SUGGEST, { id: customer.id }, { as });
    expect((await suggestion()).data.customerLevelSuggestion).toEqual({
      level: 'STANDARD',
      present: 'STANDARD',
      rule: null,
    });
    await run(CHANGE, { customerId: customer.id, subType: '5A', characteristics: { extra: 'x' } });
    expect((await suggestion()).data.customerLevelSuggestion).toEqual({
      level: 'DIAMOND',
      present: 'STANDARD',
      rule: { code: 'VIP' },
    });
    expect((await suggestion(sichuan)).errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
    const emptied = await run(CHANGE, { customerId: customer.id, characteristics: { extra: null } });
    expect(emptied.customer.characteristics.map(({ name }: { name: string }) => name)).not.toContain('extra');
  });
});

describe('life cycle and changes', () => {
  it('CUS-60 tells what is to be done about a customer in each phase', async () => {
    const { customer } = await run(CREATE, { regionId, individual: { name: '阶段' } });
    expect(customer.strategy).toBe('ACQUIRE');
    const phase = (value: string, as: As = clerk) =>
      run(PHASE, { customerId: customer.id, phase: value, reason: '趋势' }, as);
    expect((await phase('DECLINE')).userErrors[0].code).toBe('INVALID_STATE');
    const entered = await run(MOVE, { customerId: customer.id, step: 'ENTER', reason: '首单' });
    expect(entered.customer.strategy).toBe('RAISE');
    expect((await phase('MATURE')).customer.strategy).toBe('KEEP');
    expect((await phase('DECLINE')).customer).toMatchObject({ strategy: 'SAVE', inNetworkPhase: 'DECLINE' });
    expect((await phase('UPGRADE', sichuan)).userErrors[0].code).toBe('NOT_FOUND');
    const left = await run(MOVE, { customerId: customer.id, step: 'LEAVE', reason: '拆机' });
    expect(left.customer.strategy).toBe('WIN_BACK');
  });

  it('CUS-85 counts changes of customers and accounts by field, person and day', async () => {
    const { customer } = await run(CREATE, { regionId, individual: { name: '统计' } });
    const other: As = { sub: 'g7', role: 'staff', region: '44' };
    await run(CHANGE, { customerId: customer.id, vipNo: 'V1', serviceAddress: '一' });
    await run(CHANGE, { customerId: customer.id, vipNo: 'V2' }, other);
    const [{ id: accountKey }] = await rows(
      `select "id" from "account" where "owner_id" = (select "id" from "customer" where "code" = $1)`,
      [customer.code],
    );
    await run(mutation('accountChange', 'AccountChangeInput', 'account { id }'), {
      accountId: encodeId('ac', accountKey),
      billingDay: 5,
    });
    const day = 86_400_000;
    const [from, to] = [new Date(Date.now() - day).toISOString(), new Date(Date.now() + day).toISOString()];
    const count = async (by: string[], more: Record<string, unknown> = {}, as: As = clerk) =>
      (await graph.query(COUNT, { from, to, by, id: customer.id, ...more }, { as })).data.customerChangeStatistics.map(
        ({ values, changes }: { values: string[]; changes: number }) => [...values, changes],
      );
    expect(await count(['SUBJECT', 'FIELD', 'ACTOR'], { subjects: ['Customer', 'Account'], field: 'vipNo' })).toEqual([
      ['Customer', 'vipNo', 'g1', 1],
      ['Customer', 'vipNo', 'g7', 1],
    ]);
    expect(await count(['FIELD'], { subjects: ['Account'], field: 'billingDay' })).toEqual([['billingDay', 1]]);
    expect(await count(['REGION'], { field: 'vipNo' })).toEqual([['4401', 2]]);
    const { data } = await graph.query(
      COUNT,
      { from, to, by: ['FIELD'], id: customer.id, field: 'vipNo' },
      { as: clerk },
    );
    expect(data.customerChangeStatistics).toEqual([{ values: ['vipNo'], changes: 2, customers: 1 }]);
    expect(await count(['DAY'], { field: 'vipNo' })).toEqual([[dayAt(new Date(), 'Asia/Shanghai'), 2]]);
    expect(await count(['FIELD'], {}, sichuan)).toEqual([]);
    const refused = await graph.query(COUNT, { from: to, to: from, by: ['DAY'] }, { as: clerk });
    expect(refused.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });
});
