import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { creditBook } from '../../../plugins/billing-sandbox/index.js';
import { exportToFile } from '../../cli/export-command.js';
import { importFile } from '../../cli/import-command.js';
import { openTable, TableFormat } from '../../kernel/tables/index.js';
import { createTestFolder } from '../../testing/folder.js';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { hire, type Hired } from '../../testing/staff.js';
import { until } from '../../testing/until.js';
import { cycleAt } from './collect-credit.js';
import { creditDue } from './index.js';

const clerk: As = { sub: 'g1', role: 'staff', region: '44' };
const elsewhere: As = { sub: 's1', role: 'staff', region: '51' };
const mutation = (name: string, type: string, selection: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path } ${selection} } }`;
const PROFILE =
  'profile { id ratingNo score colour source frozenUntil grade { code } creditLimit { amount currency } }';
const CREATE = mutation('customerCreate', 'CustomerCreateInput', 'customer { id code }');
const ADJUST = mutation('creditAdjust', 'CreditAdjustInput', PROFILE);
const RATE = mutation('creditRate', 'CreditRateInput', PROFILE);
const GRADE = mutation('creditGradeSave', 'CreditGradeSaveInput', 'grade { code scoreFrom scoreTo }');
const RULE = mutation('initialCreditRuleSave', 'InitialCreditRuleSaveInput', 'rule { code }');
const CREDIT = `query ($id: ID!) { customer(id: $id) {
  creditProfiles { nodes { ratingNo score colour source evaluatedAt frozenUntil grade { code } creditLimit { amount currency } } }
  creditHistories(first: 20, orderBy: [{ field: AT }, { field: RATING_NO }]) { nodes { id ratingNo cause source oldScore newScore oldGrade newGrade oldLimit { amount } newLimit { amount }
    reason assessorNo assessorName assessorUnit assessor { employeeNo } run { cycle } } } } }`;

let graph: TestGraph;
let assessor: Hired;
let hall: Hired;
let regionId: string;
beforeAll(async () => {
  graph = await startTestGraph();
  [assessor, hall] = [
    await hire(graph, 'K700', 'H4401', ['CREDIT_CONTROLLER']),
    await hire(graph, 'K701', 'H4401', ['HALL_CLERK']),
  ];
  regionId = (await graph.query('{ region(code: "4401") { id } }')).data.region.id;
});
afterAll(() => graph?.close());

/* eslint-disable @typescript-eslint/no-explicit-any -- answers differ by document */
const run = async (document: string, input: object, as: As = 'admin'): Promise<any> => {
  const { data, errors } = await graph.query<Record<string, any>>(document, { input }, { as });
  expect(errors).toBeUndefined();
  return Object.values(data)[0];
};
/* eslint-enable @typescript-eslint/no-explicit-any */
const customer = async (name: string, more: object = {}): Promise<{ id: string; code: string }> =>
  (await run(CREATE, { regionId, individual: { name }, ...more })).customer;
const seen = async (id: string, as: As = clerk) => {
  const { data } = await graph.query(CREDIT, { id }, { as });
  return {
    profile: data.customer?.creditProfiles.nodes[0],
    histories: data.customer?.creditHistories.nodes ?? [],
  };
};
const count = async (sql: string) =>
  Number((await graph.database.pool.query(`select count(*) n from ${sql}`)).rows[0].n);
const codes = (answer: { userErrors: { code: string; path: string[] }[] }) =>
  answer.userErrors.map(({ code, path }) => [code, path.at(-1)]);
const events = async (type: string) =>
  (await graph.database.pool.query('select "data" from "history_entry" where "type" = $1 order by "sequence"', [type]))
    .rows;

it('CRD-01 a new customer begins with the credit of the first rule that holds, and one rule must hold when no other does', async () => {
  const plain = await seen((await customer('平')).id);
  expect(plain.profile).toMatchObject({ source: 'INITIAL', colour: 'GREY', grade: { code: 'C' } });
  expect(Number(plain.profile.score)).toBe(60);
  expect(plain.histories).toMatchObject([{ cause: 'INITIAL', oldScore: null, newGrade: 'C', reason: '其他新客户' }]);
  await run(RULE, { code: 'YOUNG', name: '年轻', condition: 'customer.age < 30', score: '45', priority: 5 });
  await run(RULE, {
    code: 'DIAMOND',
    name: '钻石',
    condition: 'customer.serviceLevel = "DIAMOND"',
    score: '95',
    priority: 1,
  });
  const birthDate = `${new Date().getUTCFullYear() - 20}-01-01`;
  const young = await customer('少', { individual: { name: '少', birthDate } });
  const both = await customer('贵', { individual: { name: '贵', birthDate }, serviceLevel: 'DIAMOND' });
  expect((await seen(young.id)).profile).toMatchObject({ grade: { code: 'D' } });
  expect((await seen(both.id)).profile).toMatchObject({ grade: { code: 'A' }, colour: 'RED' });
  const fallback = { code: 'FALLBACK', name: 'x', score: '10', priority: 1 };
  expect(codes(await run(RULE, { ...fallback, active: false }))).toEqual([['FALLBACK_NEEDED', 'active']]);
  expect(codes(await run(RULE, { ...fallback, condition: 'true' }))).toEqual([['FALLBACK_NEEDED', 'condition']]);
  expect(codes(await run(RULE, { ...fallback, code: 'SECOND' }))).toEqual([['DUPLICATE', 'condition']]);
  expect(codes(await run(RULE, { ...fallback, code: 'BAD', condition: 'customer.shoe > 1' }))).toEqual([
    ['RULE_UNKNOWN_NAME', 'condition'],
  ]);
  expect(await count(`"initial_credit_rule" where "code" in ('SECOND', 'BAD') or "name" = 'x'`)).toBe(0);
});

it('CRD-08 CRD-06 SYS-55 an assessor adjusts credit with a reason, and the records say who it was, of which unit', async () => {
  const { id } = await customer('调');
  const input = { customerId: id, score: '91.5', reason: '老客户' };
  const { reason: _, ...bare } = input;
  expect((await graph.query(ADJUST, { input: bare }, { as: assessor.as })).errors).toBeDefined();
  expect((await graph.query(ADJUST, { input }, { as: hall.as })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  expect(codes(await run(ADJUST, input, elsewhere))).toEqual([['NOT_FOUND', 'customerId']]);
  expect(codes(await run(ADJUST, { ...input, score: '91.555' }, assessor.as))).toEqual([['BAD_SCORE', 'score']]);
  const past = { ...input, frozenUntil: '2020-01-01T00:00:00Z' };
  expect(codes(await run(ADJUST, past, assessor.as))).toEqual([['IN_PAST', 'frozenUntil']]);
  expect((await seen(id)).histories).toHaveLength(1);
  const { profile } = await run(ADJUST, input, assessor.as);
  expect(profile).toMatchObject({
    colour: 'RED',
    source: 'MANUAL',
    grade: { code: 'A' },
    creditLimit: { currency: 'CNY' },
  });
  const limited = await run(ADJUST, { ...input, creditLimit: { amount: '12345.67', currency: 'CNY' } }, assessor.as);
  expect(limited.profile.creditLimit.amount).toMatch(/^12345\.670*$/);
  const { histories } = await seen(id);
  expect(histories.slice(1)).toMatchObject([
    {
      ...{ cause: 'MANUAL', oldGrade: 'C', newGrade: 'A', reason: '老客户', assessorNo: 'K700' },
      ...{ assessorName: 'Employee K700', assessorUnit: expect.any(String), assessor: { employeeNo: 'K700' } },
    },
    { cause: 'MANUAL', oldGrade: 'A', newGrade: 'A', newLimit: { amount: expect.stringMatching(/^12345\.67/) } },
  ]);
  const log = await graph.query(
    `{ auditEntries(filter: { operation: { eq: "creditAdjust" }, result: { eq: ACCEPTED } }) { nodes { actor actorName reason objectType } }
      creditHistories(filter: { assessorNo: { eq: "K700" } }) { totalCount } }`,
  );
  expect(log.data.auditEntries.nodes).toHaveLength(2);
  expect(log.data.auditEntries.nodes[0]).toMatchObject({
    actor: 'K700',
    reason: '老客户',
    objectType: 'CreditProfile',
  });
  expect(log.data.creditHistories.totalCount).toBe(2);
});

it('CRD-06 entries of the history are never changed or removed, though they follow a customer who is merged', async () => {
  const { pool } = graph.database;
  const { id } = await customer('恒');
  const [{ ratingNo }] = (await seen(id)).histories;
  for (const sql of [
    `update "credit_history" set "new_score" = 99 where "rating_no" = $1`,
    `delete from "credit_history" where "rating_no" = $1`,
  ])
    await expect(pool.query(sql, [ratingNo])).rejects.toThrow('never changed or removed');
  await pool.query(
    `update "credit_history" set "customer_id" = "customer_id", "updated_at" = now() where "rating_no" = $1`,
    [ratingNo],
  );
  expect((await seen(id)).histories).toHaveLength(1);
});

it('CRD-06 of adjustments at the same moment each is kept, and one holds', async () => {
  const { id } = await customer('同');
  const scores = ['50', '70', '85', '95'];
  await Promise.all(scores.map((score) => run(ADJUST, { customerId: id, score, reason: 'r' }, assessor.as)));
  const { profile, histories } = await seen(id);
  expect(histories).toHaveLength(5);
  const before = histories.slice(1).map(({ oldScore }: { oldScore: string }) => Number(oldScore));
  expect(new Set(before).size).toBe(4);
  expect(scores.map(Number)).toContain(Number(profile.score));
});

it('CRD-09 rates customers from elsewhere one by one and by a file, each rating once, and tells what is wrong with each row', async () => {
  const [one, two, held] = [await customer('甲'), await customer('乙'), await customer('丙')];
  await run(ADJUST, { customerId: held.id, score: '10', reason: 'r' }, assessor.as);
  const rated = await run(
    RATE,
    { customerId: one.id, score: '82', ratingNo: 'B-1', evaluatedAt: '2026-02-01T00:00:00Z' },
    clerk,
  );
  expect(rated.profile).toMatchObject({ ratingNo: 'B-1', source: 'BILLING', grade: { code: 'B' } });
  expect(codes(await run(RATE, { customerId: one.id, score: '1', ratingNo: 'B-1' }, clerk))).toEqual([
    ['DUPLICATE', 'ratingNo'],
  ]);
  expect(
    codes(await run(RATE, { customerId: one.id, score: '1', evaluatedAt: '2026-01-01T00:00:00Z' }, clerk)),
  ).toEqual([['OUTDATED', 'evaluatedAt']]);
  expect(codes(await run(RATE, { customerId: one.id, score: '1', source: 'MANUAL' }, clerk))).toEqual([
    ['BAD_VALUE', 'source'],
  ]);
  expect(
    codes(await run(RATE, { customerId: one.id, score: '1', evaluatedAt: '2999-01-01T00:00:00Z' }, clerk)),
  ).toEqual([['IN_FUTURE', 'evaluatedAt']]);
  const folder = await createTestFolder();
  const file = join(folder, 'credit.csv');
  const rows = [
    `B-1,${one.code},5`,
    `B-2,${two.code},39.99`,
    `B-3,${held.code},99`,
    `B-4,nobody,50`,
    `B-5,${two.code},101`,
  ];
  await writeFile(file, ['ratingNo,customer,score', ...rows].join('\n'));
  const report = await importFile(graph.database, { source: 'credit', file });
  expect(report).toMatchObject({ rows: 5, loaded: 1, present: 1, rejected: 3 });
  expect((await seen(two.id)).profile).toMatchObject({ ratingNo: 'B-2', colour: 'BLACK', grade: { code: 'E' } });
  expect((await seen(held.id)).profile).toMatchObject({ source: 'MANUAL', grade: { code: 'E' } });

  const out = join(folder, 'credit.xlsx');
  await exportToFile(graph.database, {
    table: 'credit',
    file: out,
    format: TableFormat.XLSX,
    filter: { ratingNo: { startsWith: 'B-' } },
  });
  const lines: string[][] = [];
  for await (const { fields } of (await openTable(out)).records) lines.push(fields);
  expect(lines.map(([number, code]) => [number, code])).toEqual([
    ['ratingNo', 'customer'],
    ['B-1', one.code],
    ['B-2', two.code],
  ]);
});

it('CRD-03 CRD-07 collects credit from billing once per cycle, leaves what was set by hand, and tries again what was rejected', async () => {
  const [rise, held, bad] = [await customer('升'), await customer('冻'), await customer('错')];
  await run(ADJUST, { customerId: held.id, score: '10', reason: 'r' }, assessor.as);
  const evaluatedAt = '2026-03-01T00:00:00Z';
  creditBook.ratings.set(rise.code, { score: '88.25', evaluatedAt });
  creditBook.ratings.set(held.code, { score: '88', evaluatedAt });
  creditBook.ratings.set(bad.code, { score: '188', evaluatedAt });
  creditBook.ratings.set('NOBODY', { score: '50', evaluatedAt });
  // Where the operator is, the month has begun; in UTC it has not.
  const due = async () => {
    const { clock } = graph.database;
    graph.database.clock = () => new Date('2026-06-30T19:30:00Z');
    const job = { id: '1', attempt: 1, signal: new AbortController().signal };
    await creditDue.run({}, graph.database.systemContext('test'), job);
    graph.database.clock = clock;
  };
  const collected = async () => {
    const before = (await events('credit.collected')).length;
    await due();
    await until(async () => (await events('credit.collected')).length > before);
    const { data } = await graph.query(
      `{ creditRuns { nodes { cycle status read updated unchanged rejected fault failures { nodes { customerCode code } } } } }`,
    );
    expect(data.creditRuns.nodes).toHaveLength(1);
    return data.creditRuns.nodes[0];
  };
  creditBook.broken = true;
  expect(await collected()).toMatchObject({ status: 'FAILED', read: 0, fault: expect.stringContaining('broken') });
  creditBook.broken = false;
  const first = await collected();
  expect(first).toMatchObject({
    cycle: '2026-07',
    status: 'PARTLY_FAILED',
    read: 4,
    updated: 1,
    unchanged: 1,
    rejected: 2,
  });
  expect(
    first.failures.nodes.map(({ customerCode, code }: Record<string, string>) => `${customerCode} ${code}`).sort(),
  ).toEqual([`${bad.code} BAD_SCORE`, 'NOBODY UNKNOWN_CUSTOMER'].sort());
  expect((await seen(rise.id)).histories.at(-1)).toMatchObject({
    cause: 'BATCH',
    newGrade: 'B',
    run: { cycle: first.cycle },
  });
  expect((await seen(held.id)).profile).toMatchObject({ source: 'MANUAL' });
  creditBook.ratings.delete('NOBODY');
  creditBook.ratings.set(bad.code, { score: '18', evaluatedAt });
  expect(await collected()).toMatchObject({ status: 'DONE', read: 3, updated: 2, unchanged: 2, rejected: 0 });
  expect((await seen(rise.id)).histories).toHaveLength(2);
  await due();
  expect(await count(`"graphile_worker"."jobs" where "task_identifier" like '%credit.collect%'`)).toBe(0);

  const asked = await graph.query(
    'mutation { creditCollect { run { cycle status requestedBy } userErrors { code } } }',
    {},
    { as: assessor.as },
  );
  expect(asked.data.creditCollect.run).toMatchObject({ cycle: expect.stringMatching(/^CC/), requestedBy: 'K700' });
  await until(async () => (await events('credit.collected')).length === 4);
  creditBook.ratings.clear();
});

it.each([
  ['DAILY', '2026-07-05'],
  ['WEEKLY', 'week of 2026-06-29'],
  ['MONTHLY', '2026-07'],
  ['MANUAL', null],
])('CRD-07 the cycle of a day is named by its beginning (%s)', (kind, cycle) => {
  expect(cycleAt(kind, '2026-07-05')).toBe(cycle);
});

it('CRD-17 CRD-22 CRD-24 customers follow the table of grades, which covers every score, and are told and counted by it', async () => {
  const { id } = await customer('级');
  await run(
    ADJUST,
    {
      customerId: id,
      score: '90',
      reason: 'bound',
      frozenUntil: '2999-01-01T00:00:00Z',
      creditLimit: { amount: '7', currency: 'CNY' },
    },
    assessor.as,
  );
  expect((await seen(id)).profile).toMatchObject({ grade: { code: 'A' } });
  const top = { code: 'A', name: 'A 级', colour: 'RED', creditLimit: { amount: '6000', currency: 'CNY' } };
  expect(codes(await run(GRADE, { ...top, code: 'E', scoreFrom: '5' }))).toEqual([['BAND_NEEDED', 'scoreFrom']]);
  expect(codes(await run(GRADE, { ...top, code: 'E', scoreFrom: '0', active: false }))).toEqual([
    ['BAND_NEEDED', 'active'],
  ]);
  expect(codes(await run(GRADE, { ...top, scoreFrom: '80.00' }))).toEqual([['DUPLICATE', 'scoreFrom']]);
  expect(codes(await run(GRADE, { ...top, scoreFrom: '91', creditLimit: { amount: '1', currency: 'XXY' } }))).toEqual([
    ['BAD_VALUE', 'currency'],
  ]);
  expect((await graph.query(GRADE, { input: { ...top, scoreFrom: '95' } }, { as: clerk })).errors).toBeDefined();
  expect((await run(GRADE, { ...top, scoreFrom: '90.01' })).userErrors).toEqual([]);
  await until(async () => (await seen(id)).profile.grade.code === 'B');
  const { profile, histories } = await seen(id);
  expect(profile).toMatchObject({ source: 'MANUAL', frozenUntil: expect.any(String) });
  expect(Number(profile.creditLimit.amount)).toBe(7);
  expect(histories.at(-1)).toMatchObject({ cause: 'GRADES', oldGrade: 'A', newGrade: 'B' });
  const { data } = await graph.query('{ creditGrades(filter: { code: { eq: "B" } }) { nodes { scoreFrom scoreTo } } }');
  expect(
    data.creditGrades.nodes.map(({ scoreFrom, scoreTo }: Record<string, string>) => [
      Number(scoreFrom),
      Number(scoreTo),
    ]),
  ).toEqual([[80, 90.01]]);
  const told = (await events('credit.changed'))
    .map(({ data: event }) => event)
    .filter(({ customerId }) => customerId === id);
  expect(told.at(-1)).toMatchObject({ oldGrade: 'A', newGrade: 'B', cause: 'GRADES' });
  const black = await graph.query(
    `query ($region: String!) { creditProfiles(filter: { colour: { eq: BLACK }, customer: { region: { code: { eq: $region } } } }) { totalCount nodes { colour } } }`,
    { region: '4401' },
    { as: clerk },
  );
  expect(black.data.creditProfiles.totalCount).toBe(await count(`"credit_profile" where "colour" = 'BLACK'`));
  expect(black.data.creditProfiles.totalCount).toBeGreaterThan(0);
});

it('credit is seen by staff of the region, and neither by others nor by the customer', async () => {
  const { id, code } = await customer('秘');
  expect((await seen(id)).profile).toBeDefined();
  expect(await seen(id, elsewhere)).toEqual({ profile: undefined, histories: [] });
  expect(await seen(id, { sub: 'self', role: 'customer', customer: code })).toEqual({
    profile: undefined,
    histories: [],
  });
  const { data } = await graph.query(
    `query ($id: ID!) { customer(id: $id) { history(first: 50) { nodes { type } } } }`,
    { id },
    { as: { sub: 'self', role: 'customer', customer: code } },
  );
  expect(data.customer.history.nodes.map(({ type }: { type: string }) => type)).toContain('customer.created');
  expect(JSON.stringify(data)).not.toContain('credit');
});
