import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { exportToFile } from '../../cli/export-command.js';
import { importFile } from '../../cli/import-command.js';
import { openTable, TableFormat } from '../../kernel/tables/index.js';
import { createTestFolder } from '../../testing/folder.js';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { approve } from '../../testing/second-person.js';
import { until } from '../../testing/until.js';
import { applyValues, detectCustomers } from './index.js';

const clerk: As = { sub: 'g1', role: 'staff', region: '44' };
const elsewhere: As = { sub: 's1', role: 'staff', region: '51' };
const mutation = (name: string, type: string, selection: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path } ${selection} } }`;
const FOUND = 'abnormal { id status verdict } potential { id status verdict }';
const CREATE = mutation('customerCreate', 'CustomerCreateInput', 'customer { id code }');
const CRITERION = mutation('evaluationCriterionSave', 'EvaluationCriterionSaveInput', 'criterion { code }');
const CONSUMED = mutation('consumptionRecordSave', 'ConsumptionRecordSaveInput', 'record { id }');
const OWED = mutation('arrearsRecordSave', 'ArrearsRecordSaveInput', 'record { id }');
const ADJUST = mutation('creditAdjust', 'CreditAdjustInput', 'profile { id }');
const ADD = mutation('abnormalCustomerAdd', 'AbnormalCustomerAddInput', FOUND);
const ADD_BIG = mutation('potentialBigCustomerAdd', 'PotentialBigCustomerAddInput', FOUND);
const TRACK = mutation('findingTrack', 'FindingTrackInput', FOUND);
const NOTE = mutation('findingNote', 'FindingNoteInput', 'note { note spend { amount currency } notedBy }');
const CONFIRM = mutation('abnormalCustomerConfirm', 'FindingEndInput', FOUND);
const CLEAR = mutation('findingClear', 'FindingEndInput', FOUND);
const CONVERT = mutation(
  'potentialBigCustomerConvert',
  'PotentialBigCustomerConvertInput',
  'held potential { status }',
);
const VALUE = mutation('customerValueSet', 'CustomerValueSetInput', 'value { valueClass }');
const DECIDE = mutation(
  'customerDiscountDecide',
  'DiscountDecideInput',
  'decisions { policy { code } lines creditScore totalCharges { amount } criterion }',
);
const POLICY = mutation('discountPolicySave', 'DiscountPolicySaveInput', 'discountPolicy { id }');

let graph: TestGraph;
let regionId: string;
let line: { id: string; code: string };
let folder: string;
beforeAll(async () => {
  graph = await startTestGraph();
  folder = await createTestFolder();
  const { data } = await graph.query('{ region(code: "4401") { id } businessLines(first: 1) { nodes { id code } } }');
  regionId = data.region.id;
  line = data.businessLines.nodes[0];
});
afterAll(() => graph?.close());

/* eslint-disable @typescript-eslint/no-explicit-any -- answers differ by document */
const run = async (document: string, input: object, as: As = 'admin'): Promise<any> => {
  const { data, errors } = await graph.query<Record<string, any>>(document, { input }, { as });
  expect(errors).toBeUndefined();
  return Object.values(data)[0];
};
const list = async (query: string, as: As = clerk): Promise<any> =>
  (await graph.query(`{ ${query} }`, {}, { as })).data;
/* eslint-enable @typescript-eslint/no-explicit-any */
const codes = (answer: { userErrors: { code: string; path: string[] }[] }) =>
  answer.userErrors.map(({ code, path }) => [code, path.at(-1)]);
const customer = async (name: string): Promise<{ id: string; code: string }> =>
  (await run(CREATE, { regionId, individual: { name } })).customer;
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const consumed = (customerId: string, amount: string, days = 1, cost?: string) =>
  run(CONSUMED, {
    ...{ customerId, businessLineId: line.id, content: '通话', occurredAt: daysAgo(days) },
    amount: { amount, currency: 'CNY' },
    ...(cost ? { cost: { amount: cost, currency: 'CNY' } } : {}),
  });
const work = (job: typeof detectCustomers) =>
  job.run({}, graph.database.systemContext('test'), { id: '1', attempt: 1, signal: new AbortController().signal });
const abnormal = async (id: string, as: As = clerk) =>
  (
    await graph.query(
      `query ($id: ID!) { customer(id: $id) { abnormalities(orderBy: [{ field: KIND }]) { nodes { id kind status foundBy inUse evidence } } } }`,
      { id },
      { as },
    )
  ).data.customer?.abnormalities.nodes ?? [];
const kindsOf = async (id: string) => (await abnormal(id)).map(({ kind }: { kind: string }) => kind);
const load = async (source: string, lines: string[]) => {
  const file = join(folder, `${source}.csv`);
  await writeFile(file, lines.join('\n'));
  const { loaded, present, rejected } = await importFile(graph.database, { source, file });
  return { loaded, present, rejected };
};
const printed = async (table: string, filter: Record<string, unknown>) => {
  const file = join(folder, `${table}.csv`);
  await exportToFile(graph.database, { table, file, format: TableFormat.CSV, filter });
  const lines: string[][] = [];
  for await (const { fields } of (await openTable(file)).records) lines.push(fields);
  return lines.slice(1).map(([number]) => number);
};

it('CUS-67 criteria find customers of very low credit, with arrears, with very much or little spend, and with changed calling, by thresholds', async () => {
  const [plain, poor, owing, much, little, changed] = await Promise.all(
    ['平常', '黑名单', '欠费', '超高', '超低', '突变'].map((name) => customer(name)),
  );
  await consumed(plain!.id, '100');
  await consumed(plain!.id, '100', 40);
  await run(ADJUST, { customerId: poor!.id, score: '39.99', reason: 'r' });
  await run(OWED, { customerId: owing!.id, amount: { amount: '500', currency: 'CNY' }, arrearsDate: '2026-01-01' });
  await consumed(much!.id, '20000.01');
  await consumed(little!.id, '4.99');
  await consumed(changed!.id, '1000', 40);
  await consumed(changed!.id, '300');
  await work(detectCustomers);
  expect(await kindsOf(plain!.id)).toEqual([]);
  expect(await abnormal(poor!.id)).toMatchObject([
    { kind: 'BLACK_LIST', status: 'DETECTED', foundBy: 'AUTO', inUse: false, evidence: '信用极差' },
  ]);
  expect(await kindsOf(owing!.id)).toEqual(['ARREARS']);
  expect(await kindsOf(much!.id)).toEqual(['HIGH_SPEND']);
  expect(await kindsOf(little!.id)).toEqual(['LOW_SPEND']);
  expect(await kindsOf(changed!.id)).toEqual(['CHANGED_CALLING']);
  await graph.database.pool.query(`update "customer" set "lifecycle" = 'IN_NETWORK' where "code" = $1`, [poor!.code]);
  await work(detectCustomers);
  expect(await abnormal(poor!.id)).toMatchObject([{ kind: 'BLACK_LIST', inUse: true }]);
  const lists = await list(
    `used: abnormalCustomers(filter: { kind: { eq: BLACK_LIST }, inUse: { eq: true } }) { totalCount }
     unused: abnormalCustomers(filter: { kind: { eq: BLACK_LIST }, inUse: { eq: false } }) { totalCount }`,
  );
  expect(lists).toEqual({ used: { totalCount: 1 }, unused: { totalCount: 0 } });
  expect(await abnormal(poor!.id, elsewhere)).toEqual([]);
  expect(await abnormal(poor!.id, { sub: 'self', role: 'customer', customer: poor!.code })).toEqual([]);
});

it('CUS-66 abnormal customers are added by hand or by file, followed, confirmed or found normal, and not found again at once', async () => {
  const { id, code } = await customer('异常');
  const input = { customerId: id, kind: 'OTHER', businessLineId: line.id, reason: '举报' };
  const { abnormal: found } = await run(ADD, input, clerk);
  expect(codes(await run(ADD, input, clerk))).toEqual([['DUPLICATE', 'customerId']]);
  expect(codes(await run(ADD, input, elsewhere))).toEqual([['NOT_FOUND', 'customerId']]);
  const findingId = found.id;
  expect(codes(await run(NOTE, { findingId, note: 'x' }, clerk))).toEqual([['INVALID_STATE', 'findingId']]);
  expect(codes(await run(TRACK, { findingId, until: '2020-01-01T00:00:00Z' }, clerk))).toEqual([['IN_PAST', 'until']]);
  expect((await run(TRACK, { findingId, until: '2999-01-01T00:00:00Z' }, clerk)).abnormal.status).toBe('TRACKING');
  await run(CONSUMED, {
    ...{ customerId: id, businessLineId: line.id, content: '通话', amount: { amount: '7.25', currency: 'CNY' } },
  });
  const { note } = await run(NOTE, { findingId, note: '夜间通话' }, clerk);
  expect(note).toMatchObject({ note: '夜间通话', notedBy: 'g1', spend: { currency: 'CNY' } });
  expect(Number(note.spend.amount)).toBe(7.25);
  expect((await run(CONFIRM, { findingId, reason: '属实' }, clerk)).abnormal).toMatchObject({
    status: 'CONFIRMED',
    verdict: '属实',
  });
  expect((await run(CLEAR, { findingId, reason: '移除' }, clerk)).abnormal.status).toBe('CLEARED');
  expect(codes(await run(CLEAR, { findingId, reason: 'x' }, clerk))[0]![0]).toBe('INVALID_TRANSITION');
  await run(CRITERION, {
    ...{ code: 'NAMED', name: '名单', purpose: 'ABNORMAL', kind: 'OTHER' },
    condition: `customer.code = "${code}"`,
  });
  await work(detectCustomers);
  expect(await abnormal(id)).toHaveLength(1);
  const bad = { code: 'BAD', name: 'x', purpose: 'ABNORMAL', condition: 'true' };
  expect(codes(await run(CRITERION, bad))).toEqual([['REQUIRED', 'kind']]);
  expect(codes(await run(CRITERION, { ...bad, kind: 'OTHER', condition: 'shoes > 1' }))).toEqual([
    ['RULE_UNKNOWN_NAME', 'condition'],
  ]);
  const rows = [`F-1,${code},HIGH_SPEND,文件`, `F-2,nobody,HIGH_SPEND,文件`];
  const header = 'findingNo,customer,kind,reason';
  expect(await load('abnormal-customers', [header, ...rows])).toEqual({ loaded: 1, present: 0, rejected: 1 });
  expect(await printed('abnormal-customers', { findingNo: { startsWith: 'F-' } })).toEqual(['F-1']);
  const filter = `kind: { eq: OTHER }, businessLine: { code: { eq: "${line.code}" } }, customer: { customerType: { eq: PUBLIC } }`;
  expect((await list(`abnormalCustomers(filter: { ${filter} }) { totalCount }`)).abnormalCustomers.totalCount).toBe(1);
});

it('CUS-76 potential big customers are found by criteria, followed, and become big ones as any change of a customer', async () => {
  const [near, other] = [await customer('潜在'), await customer('旁人')];
  await consumed(near.id, '9000');
  await consumed(near.id, '9000', 40);
  await consumed(other.id, '8999.99');
  await work(detectCustomers);
  await work(detectCustomers);
  const QUERY = `query ($id: ID!) { customer(id: $id) { customerType subType potentials { nodes { id status foundBy evidence } } } }`;
  const see = async (id: string) => (await graph.query(QUERY, { id }, { as: clerk })).data.customer;
  expect((await see(other.id)).potentials.nodes).toEqual([]);
  const [found] = (await see(near.id)).potentials.nodes;
  expect(found).toMatchObject({ status: 'DETECTED', foundBy: 'AUTO', evidence: '消费接近大客户' });
  await run(TRACK, { findingId: found.id, until: '2999-01-01T00:00:00Z' }, clerk);
  await run(NOTE, { findingId: found.id, note: '介绍大客户优惠' }, clerk);
  const convert = { findingId: found.id, reason: '签约' };
  expect(codes(await run(CONVERT, { ...convert, subType: 'XX' }, clerk))[0]![0]).toBe('INVALID_SUB_TYPE');
  expect(codes(await run(CONVERT, convert, elsewhere))).toEqual([['NOT_FOUND', 'findingId']]);
  expect((await see(near.id)).customerType).toBe('PUBLIC');
  const done = await run(CONVERT, { ...convert, subType: '1A' }, clerk);
  expect(done).toMatchObject({ held: false, potential: { status: 'CONVERTED' } });
  expect(await see(near.id)).toMatchObject({ customerType: 'BIG', subType: '1A' });
  expect(codes(await run(CONVERT, convert, clerk))).toEqual([['INVALID_STATE', 'findingId']]);
  const added = await run(ADD_BIG, { customerId: other.id, reason: '行业' }, clerk);
  expect(codes(await run(ADD_BIG, { customerId: near.id, reason: 'x' }, clerk))).toEqual([
    ['INVALID_STATE', 'customerId'],
  ]);
  expect((await run(CLEAR, { findingId: added.potential.id, reason: '不符' }, clerk)).potential.status).toBe('CLEARED');
  expect(await load('potential-big-customers', ['findingNo,customer,reason', `P-1,${other.code},名单`])).toMatchObject({
    loaded: 1,
  });
  expect(await printed('potential-big-customers', { evidence: { eq: '名单' } })).toEqual(['P-1']);
});

it('CUS-72 customers are classified by spend and cost against standards, and by hand where it is about influence', async () => {
  const [go, keep, normal, high, famous] = await Promise.all(
    ['放弃', '保留', '普通', '高值', '重要'].map((name) => customer(name)),
  );
  await consumed(go!.id, '49.99', 1, '50');
  await consumed(keep!.id, '49.99', 1, '49.99');
  await consumed(normal!.id, '50');
  await consumed(high!.id, '500.01');
  await run(VALUE, { customerId: famous!.id, valueClass: 'IMPORTANT', reason: '人大代表' }, clerk);
  await work(applyValues);
  await work(applyValues);
  const QUERY = `query ($id: ID!) { customer(id: $id) { values(orderBy: [{ field: VALUE_NO }]) { nodes { valueClass decidedBy criteria spend { amount } validity { to } } } } }`;
  const values = async (id: string) => (await graph.query(QUERY, { id }, { as: clerk })).data.customer.values.nodes;
  const classes = await Promise.all([go, keep, normal, high, famous].map((one) => values(one!.id)));
  expect(classes.map((found) => found.map(({ valueClass }: { valueClass: string }) => valueClass))).toEqual([
    ['LOW_LET_GO'],
    ['LOW_KEEP'],
    ['NORMAL'],
    ['HIGH'],
    ['IMPORTANT'],
  ]);
  expect(classes[3]).toMatchObject([{ decidedBy: 'AUTO', criteria: expect.stringContaining('500') }]);
  await consumed(normal!.id, '1000');
  await work(applyValues);
  expect(await values(normal!.id)).toMatchObject([
    { valueClass: 'NORMAL', validity: { to: expect.any(String) } },
    { valueClass: 'HIGH', validity: { to: null } },
  ]);
  expect(codes(await run(VALUE, { customerId: go!.id, valueClass: 'HIGH', reason: 'x' }, elsewhere))).toEqual([
    ['NOT_FOUND', 'customerId'],
  ]);
  expect(
    await load('customer-values', ['valueNo,customer,valueClass,reason', `V-1,${go!.code},IMPORTANT,名人`]),
  ).toMatchObject({ loaded: 1 });
  expect(await printed('customer-values', { valueNo: { startsWith: 'V-' } })).toEqual(['V-1']);
});

it('CUS-65 policies of discounts are decided by installed lines, credit and charges, by region and time, and the past stays', async () => {
  const { id } = await customer('优惠');
  const china = (await graph.query('{ region(code: "51") { id } }')).data.region.id;
  const policy = async (code: string, region: string, more: object = {}) => {
    const input = { code, name: code, purpose: 'p', regionId: region, method: 'm', target: 't', ...more };
    return (await run(POLICY, input)).discountPolicy.id;
  };
  const here = await policy('HERE', regionId);
  const there = await policy('THERE', china);
  await approve(graph, there);
  const condition = 'customer.lines = 0 and credit.score >= 60 and totalCharges >= 100';
  for (const [code, policyId] of [
    ['HERE', here],
    ['THERE', there],
  ])
    await run(CRITERION, { code, name: `Rule ${code}`, purpose: 'DISCOUNT', policyId, condition });
  // The one of a policy that is in force waits until somebody else has approved it.
  await approve(graph, there);
  expect((await run(DECIDE, { customerId: id }, clerk)).decisions).toEqual([]);
  await consumed(id, '100', 200);
  // What nobody else has approved is for nobody.
  expect((await run(DECIDE, { customerId: id }, clerk)).decisions).toEqual([]);
  await approve(graph, here);
  const { decisions } = await run(DECIDE, { customerId: id }, clerk);
  expect(decisions).toMatchObject([{ policy: { code: 'HERE' }, lines: 0, criterion: 'Rule HERE' }]);
  expect([Number(decisions[0].creditScore), Number(decisions[0].totalCharges.amount)]).toEqual([60, 100]);
  expect((await run(DECIDE, { customerId: id }, clerk)).decisions).toHaveLength(1);
  // A policy holds from its first moment on, until its period is over.
  const { pool } = graph.database;
  const hour = 3_600_000;
  const period = (from: number, to: number | null) =>
    pool.query(`update discount_policy set validity_from = $1, validity_to = $2 where code = 'HERE'`, [
      new Date(Date.now() + from),
      to && new Date(Date.now() + to),
    ]);
  for (const [from, to] of [
    [-2 * hour, -hour],
    [hour, null],
  ] as const) {
    await period(from, to);
    expect((await run(DECIDE, { customerId: id }, clerk)).decisions).toEqual([]);
    await pool.query(`delete from discount_decision`);
    await period(-hour, hour);
    expect((await run(DECIDE, { customerId: id }, clerk)).decisions).toHaveLength(1);
  }
  await run(ADJUST, { customerId: id, score: '10', reason: 'r' });
  expect((await run(DECIDE, { customerId: id }, clerk)).decisions).toEqual([]);
  const past = await list(
    `discountDecisions(filter: { policy: { region: { code: { eq: "4401" } } }, validity: { to: { isNull: false } } }) { nodes { validity { from to } } }`,
  );
  expect(past.discountDecisions.nodes).toHaveLength(1);
  expect(codes(await run(DECIDE, { customerId: id }, elsewhere))).toEqual([['NOT_FOUND', 'customerId']]);
});

test('WFL-28 CUS-65 a criterion of a policy in force changes when somebody else has approved that, and not before', async () => {
  const made = await run(POLICY, { code: 'HELD', name: 'Held', purpose: 'p', regionId, method: 'm', target: 't' });
  const policyId = made.discountPolicy.id;
  const input = { code: 'HELD', name: 'Held', purpose: 'DISCOUNT', policyId, condition: 'spend > 1' };
  const now = async () =>
    (await graph.query('{ evaluationCriterion(code: "HELD") { condition active } }')).data.evaluationCriterion;
  const entries = async () =>
    (
      await graph.database.pool.query(
        `select count(*) "n" from "history_entry" where "type" = 'evaluation-criterion.saved'`,
      )
    ).rows[0].n;
  // For whom a policy is that nobody has approved yet costs nobody anything.
  await run(CRITERION, input);
  expect(await now()).toEqual({ condition: 'spend > 1', active: true });
  await approve(graph, policyId);
  const before = await entries();
  await run(CRITERION, { ...input, condition: 'spend > 0' });
  expect(await now()).toEqual({ condition: 'spend > 1', active: true });
  const again = await graph.query(
    'mutation ($input: EvaluationCriterionSaveInput!) { evaluationCriterionSave(input: $input) { userErrors { code } criterion { code } held } }',
    { input: { ...input, active: false } },
  );
  expect(again.data.evaluationCriterionSave).toMatchObject({
    ...{ userErrors: [{ code: 'APPROVAL_PENDING' }], criterion: null },
  });
  expect(await entries()).toBe(before);
  await approve(graph, policyId);
  expect(await now()).toEqual({ condition: 'spend > 0', active: true });
});

it('WFL-28 CUS-65 a criterion that somebody gives to a policy in force meanwhile waits for approval, too', async () => {
  const policy = async (code: string) =>
    (await run(POLICY, { code, name: code, purpose: 'p', regionId, method: 'm', target: 't' })).discountPolicy.id;
  const [draft, inForce] = [await policy('MOVED_1'), await policy('MOVED_2')];
  await approve(graph, inForce);
  const input = { code: 'MOVED', name: 'Moved', purpose: 'DISCOUNT', policyId: draft, condition: 'spend > 1' };
  await run(CRITERION, input);
  const { pool } = graph.database;
  const holder = await pool.connect();
  await holder.query('begin');
  await holder.query(
    `update "evaluation_criterion" set "policy_id" = (select "id" from "discount_policy" where "code" = 'MOVED_2') where "code" = 'MOVED'`,
  );
  const changed = run(CRITERION, { ...input, condition: 'spend > 0' });
  await until(async () => {
    const { rows } = await pool.query(
      `select 1 from "pg_stat_activity" where "datname" = current_database() and "wait_event_type" = 'Lock'`,
    );
    return rows.length > 0;
  });
  await holder.query('commit');
  holder.release();
  await changed;
  const { rows } = await pool.query(`select "condition" from "evaluation_criterion" where "code" = 'MOVED'`);
  expect(rows).toEqual([{ condition: 'spend > 1' }]);
});
