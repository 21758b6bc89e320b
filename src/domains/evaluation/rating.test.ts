import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { exportToFile } from '../../cli/export-command.js';
import { importFile } from '../../cli/import-command.js';
import { openTable, TableFormat } from '../../kernel/tables/index.js';
import { createTestFolder } from '../../testing/folder.js';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { hire, type Hired } from '../../testing/staff.js';

const clerk: As = { sub: 'g1', role: 'staff', region: '44' };
const elsewhere: As = { sub: 's1', role: 'staff', region: '51' };
const mutation = (name: string, type: string, selection: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path } ${selection} } }`;
const RATING = 'rating { id ratingNo kind level score source validity { to } }';
const RECORD = mutation('customerRatingRecord', 'CustomerRatingRecordInput', RATING);
const ADJUST = mutation('customerRatingAdjust', 'CustomerRatingAdjustInput', RATING);
const BAND = mutation('ratingBandSave', 'RatingBandSaveInput', 'band { code scoreFrom }');
const LINE = mutation(
  'consumptionRecordSave',
  'ConsumptionRecordSaveInput',
  'record { id recordNo amount { amount } updatedAt }',
);
const ARREARS = mutation(
  'arrearsRecordSave',
  'ArrearsRecordSaveInput',
  'record { id recordNo recovery dunningMode dunningCount }',
);
const DUN = mutation('arrearsDun', 'ArrearsDunInput', 'record { dunningMode dunningCount }');
const CHURN = mutation('churnRecordSave', 'ChurnRecordSaveInput', 'record { id recordNo kind }');
const DELETE = mutation('customerRecordDelete', 'CustomerRecordDeleteInput', 'deletedId');

let graph: TestGraph;
let assessor: Hired;
let regionId: string;
let line: { id: string; code: string };
let folder: string;
beforeAll(async () => {
  graph = await startTestGraph();
  folder = await createTestFolder();
  assessor = await hire(graph, 'K710', 'H4401', ['CREDIT_CONTROLLER']);
  const { data } = await graph.query('{ region(code: "4401") { id } businessLines(first: 1) { nodes { id code } } }');
  regionId = data.region.id;
  line = data.businessLines.nodes[0];
});
afterAll(() => graph?.close());

/* eslint-disable @typescript-eslint/no-explicit-any -- answers differ by document */
const run = async (document: string, input: object, as: As = clerk): Promise<any> => {
  const { data, errors } = await graph.query<Record<string, any>>(document, { input }, { as });
  expect(errors).toBeUndefined();
  return Object.values(data)[0];
};
const list = async (query: string, as: As = clerk): Promise<any> =>
  (await graph.query(`{ ${query} }`, {}, { as })).data;
/* eslint-enable @typescript-eslint/no-explicit-any */
const codes = (answer: { userErrors: { code: string; path: string[] }[] }) =>
  answer.userErrors.map(({ code, path }) => [code, path.at(-1)]);
const CREATE = mutation('customerCreate', 'CustomerCreateInput', 'customer { id code }');
const customer = async (name: string): Promise<{ id: string; code: string }> =>
  (await run(CREATE, { regionId, individual: { name } }, 'admin')).customer;
const count = async (table: string) =>
  Number((await graph.database.pool.query(`select count(*) n from "${table}"`)).rows[0].n);
const load = async (source: string, lines: string[]) => {
  const file = join(folder, `${source}.csv`);
  await writeFile(file, lines.join('\n'));
  const { rows, loaded, present, rejected } = await importFile(graph.database, { source, file });
  return { rows, loaded, present, rejected };
};
const printed = async (table: string, filter: Record<string, unknown>) => {
  const file = join(folder, `${table}.xlsx`);
  await exportToFile(graph.database, { table, file, format: TableFormat.XLSX, filter });
  const lines: string[][] = [];
  for await (const { fields } of (await openTable(file)).records) lines.push(fields);
  return lines.slice(1).map(([number]) => number);
};
const money = (amount: string, currency = 'CNY') => ({ amount, currency });

it('CUS-73 MOD-90 satisfaction and loyalty are dated ratings with a source, in five levels by bands that include their lower bound', async () => {
  const { id } = await customer('忠');
  const at = (day: number) => `2026-01-0${day}T00:00:00Z`;
  const scores = [
    ['95', 'VERY_HIGH'],
    ['94.99', 'HIGH'],
    ['80', 'HIGH'],
    ['60', 'BASIC'],
    ['40', 'LOW'],
    ['39.99', 'VERY_LOW'],
  ] as const;
  for (const [index, [score, level]] of scores.entries()) {
    const { rating } = await run(RECORD, {
      customerId: id,
      kind: 'LOYALTY',
      score,
      ratedAt: at(index + 1),
      source: 'BILLING',
    });
    expect(rating).toMatchObject({ level, source: 'BILLING', validity: { to: null } });
  }
  await run(RECORD, { customerId: id, kind: 'SATISFACTION', score: '70' });
  const { customer: seen } = (
    await graph.query(
      `query ($id: ID!) { customer(id: $id) { ratings(first: 20, filter: { validity: { to: { isNull: true } } }) { nodes { kind level } } all: ratings { totalCount } } }`,
      { id },
      { as: clerk },
    )
  ).data;
  expect(seen.all.totalCount).toBe(7);
  expect(seen.ratings.nodes).toHaveLength(2);
  expect(seen.ratings.nodes).toEqual(
    expect.arrayContaining([
      { kind: 'LOYALTY', level: 'VERY_LOW' },
      { kind: 'SATISFACTION', level: 'BASIC' },
    ]),
  );
  const input = { customerId: id, kind: 'LOYALTY', score: '50' };
  expect(codes(await run(RECORD, { ...input, ratedAt: at(3) }))).toEqual([['OUTDATED', 'ratedAt']]);
  expect(codes(await run(RECORD, { ...input, ratedAt: '2999-01-01T00:00:00Z' }))).toEqual([['IN_FUTURE', 'ratedAt']]);
  expect(codes(await run(RECORD, { ...input, source: 'MANUAL' }))).toEqual([['BAD_VALUE', 'source']]);
  expect(codes(await run(RECORD, { ...input, score: '50.001' }))).toEqual([['BAD_SCORE', 'score']]);
  expect(codes(await run(RECORD, input, elsewhere))).toEqual([['NOT_FOUND', 'customerId']]);
  expect(await count('customer_rating')).toBe(7);
});

it('CUS-73 the bands are data: administrators move them, in order', async () => {
  const high = { kind: 'SATISFACTION', level: 'HIGH' };
  expect(codes(await run(BAND, { ...high, scoreFrom: '95' }, 'admin'))).toEqual([['BAD_ORDER', 'scoreFrom']]);
  expect(codes(await run(BAND, { ...high, scoreFrom: '60' }, 'admin'))).toEqual([['BAD_ORDER', 'scoreFrom']]);
  expect(codes(await run(BAND, { ...high, level: 'VERY_LOW', scoreFrom: '1' }, 'admin'))).toEqual([
    ['CONTRADICTION', 'scoreFrom'],
  ]);
  expect((await graph.query(BAND, { input: { ...high, scoreFrom: '70' } }, { as: clerk })).errors).toBeDefined();
  expect((await run(BAND, { ...high, scoreFrom: '70' }, 'admin')).band.code).toBe('SATISFACTION.HIGH');
  const { id } = await customer('带');
  expect((await run(RECORD, { customerId: id, kind: 'SATISFACTION', score: '70' })).rating.level).toBe('HIGH');
  expect((await run(RECORD, { customerId: id, kind: 'LOYALTY', score: '70' })).rating.level).toBe('BASIC');
});

it('MOD-90 an assessor adjusts a rating with a reason; of several at the same moment one holds, and customers see none', async () => {
  const { id, code } = await customer('评');
  const scores = ['10', '50', '70', '90'];
  const input = (score: string) => ({ customerId: id, kind: 'LOYALTY', score, reason: 'r' });
  await Promise.all(scores.map((score) => run(ADJUST, input(score), assessor.as)));
  const RATINGS = `query ($id: ID!) { customer(id: $id) { ratings { nodes { source assessorNo assessorName assessorUnit validity { to } } } } }`;
  const { nodes } = (await graph.query(RATINGS, { id }, { as: clerk })).data.customer.ratings;
  expect(nodes).toHaveLength(4);
  expect(nodes.filter(({ validity }: { validity: { to: string | null } }) => validity.to === null)).toHaveLength(1);
  expect(nodes[0]).toMatchObject({
    source: 'MANUAL',
    assessorNo: 'K710',
    assessorName: 'Employee K710',
    assessorUnit: expect.any(String),
  });
  const self = await graph.query(RATINGS, { id }, { as: { sub: 'self', role: 'customer', customer: code } });
  expect(self.data.customer.ratings.nodes).toEqual([]);
  const { rows } = await graph.database.pool.query(
    `select 1 from "history_entry" where "type" = 'customer-rating.changed' and "data"->>'customerId' = $1`,
    [id],
  );
  expect(rows).toHaveLength(4);
});

it('MOD-90 ratings come in and go out as a table', async () => {
  const { code } = await customer('表');
  const header = 'ratingNo,customer,kind,score,source';
  const rows = [`S-1,${code},SATISFACTION,81,SURVEY`, `S-2,${code},LOYALTY,181,BILLING`];
  expect(await load('customer-ratings', [header, ...rows])).toEqual({ rows: 2, loaded: 1, present: 0, rejected: 1 });
  expect(await load('customer-ratings', [header, ...rows])).toEqual({ rows: 2, loaded: 0, present: 1, rejected: 1 });
  expect(await printed('customer-ratings', { ratingNo: { startsWith: 'S-' } })).toEqual(['S-1']);
});

it('CUS-63 consumption is written, imported, changed, found by its dimensions, printed and deleted', async () => {
  const { id, code } = await customer('费');
  const input = {
    customerId: id,
    businessLineId: line.id,
    content: '通话',
    direction: 'INTERNATIONAL',
    paymentMode: 'CASH',
    amount: money('12.50'),
    occurredAt: '2026-01-05T00:00:00Z',
  };
  const { record } = await run(LINE, { ...input, recordNo: 'CON-1', cost: money('3') });
  const changed = await run(LINE, { ...input, recordNo: 'CON-1', amount: money('20.05') });
  expect(changed.record).toMatchObject({ id: record.id });
  expect(Number(changed.record.amount.amount)).toBe(20.05);
  const other = await customer('他');
  expect(codes(await run(LINE, { ...input, recordNo: 'CON-1', customerId: other.id }))).toEqual([
    ['CONTRADICTION', 'recordNo'],
  ]);
  expect(codes(await run(LINE, { ...input, cost: money('1', 'USD') }))).toEqual([['CONTRADICTION', 'currency']]);
  expect(codes(await run(LINE, { ...input, amount: money('1', 'XXY') }))).toEqual([['BAD_VALUE', 'currency']]);
  expect(codes(await run(LINE, { ...input, occurredAt: '2999-01-01T00:00:00Z' }))).toEqual([
    ['IN_FUTURE', 'occurredAt'],
  ]);
  expect(codes(await run(LINE, input, elsewhere))).toEqual([['NOT_FOUND', 'customerId']]);
  expect(await count('consumption_record')).toBe(1);
  const header = 'recordNo,customer,businessLine,content,amount,currency,occurredAt,direction';
  expect(
    await load('consumption', [
      header,
      `CON-2,${code},${line.code},上网,30,CNY,2026-02-01,`,
      `CON-3,${code},nowhere,x,30,CNY,,`,
    ]),
  ).toEqual({ rows: 2, loaded: 1, present: 0, rejected: 1 });
  const filter = `customer: { customerType: { eq: PUBLIC } }, businessLine: { code: { eq: "${line.code}" } }, deletedAt: { isNull: true }`;
  const found = await list(
    `some: consumptionRecords(filter: { ${filter}, direction: { eq: "INTERNATIONAL" }, paymentMode: { eq: CASH }, occurredAt: { lt: "2026-02-01T00:00:00Z" } }) { nodes { recordNo } }
     all: consumptionRecords(filter: { ${filter} }) { totalCount } foreign: consumptionRecords(filter: { businessLine: { code: { eq: "NONE" } } }) { totalCount }`,
  );
  expect(found).toEqual({
    some: { nodes: [{ recordNo: 'CON-1' }] },
    all: { totalCount: 2 },
    foreign: { totalCount: 0 },
  });
  expect(await printed('consumption', { recordNo: { startsWith: 'CON-' } })).toEqual(['CON-1', 'CON-2']);
  expect((await run(DELETE, { recordId: record.id, reason: 'twice' })).deletedId).toBe(record.id);
  expect(codes(await run(DELETE, { recordId: record.id, reason: 'twice' }))).toEqual([['DELETED', 'recordId']]);
  expect(codes(await run(LINE, { ...input, recordNo: 'CON-1' }))).toEqual([['DELETED', 'recordNo']]);
  expect((await list(`consumptionRecords(filter: { ${filter} }) { totalCount }`)).consumptionRecords.totalCount).toBe(
    1,
  );
});

it('CUS-64 CRD-34 arrears tell of dunning and recovery, are counted when reminded of, found by type, region and amount, and printed', async () => {
  const { id, code } = await customer('欠');
  const input = { customerId: id, amount: money('99.99'), arrearsDate: '2026-01-10' };
  const { record } = await run(ARREARS, { ...input, recordNo: 'ARR-1' });
  expect(record).toMatchObject({ recovery: 'OPEN', dunningMode: null, dunningCount: 0 });
  const dun = (mode: string) => run(DUN, { recordId: record.id, mode });
  await Promise.all([dun('MACHINE'), dun('MACHINE'), dun('MACHINE')]);
  expect((await dun('MANUAL')).record).toEqual({ dunningMode: 'MANUAL', dunningCount: 4 });
  const paid = { ...input, recordNo: 'ARR-1', recovery: 'RECOVERED' };
  expect(codes(await run(ARREARS, paid))).toEqual([['REQUIRED', 'recoveredOn']]);
  expect(codes(await run(ARREARS, { ...paid, recoveredOn: '2026-01-09' }))).toEqual([['TOO_EARLY', 'recoveredOn']]);
  expect(codes(await run(ARREARS, { ...input, recoveredOn: '2026-01-11' }))).toEqual([
    ['CONTRADICTION', 'recoveredOn'],
  ]);
  expect(codes(await run(ARREARS, { ...input, amount: money('0') }))).toEqual([['TOO_SMALL', 'amount']]);
  expect(codes(await run(ARREARS, input, elsewhere))).toEqual([['NOT_FOUND', 'customerId']]);
  const header = 'recordNo,customer,amount,currency,arrearsDate,dunningMode,dunningCount';
  expect(await load('arrears', [header, `ARR-2,${code},1000,CNY,2026-02-01,MACHINE,2`])).toMatchObject({ loaded: 1 });
  const region = 'customer: { customerType: { eq: PUBLIC }, region: { code: { eq: "4401" } } }';
  const found = await list(
    `large: arrearsRecords(filter: { ${region}, amount: { amount: { gte: "1000" } } }) { nodes { recordNo dunningMode dunningCount } } all: arrearsRecords(filter: { ${region} }) { totalCount }`,
  );
  expect(found).toEqual({
    large: { nodes: [{ recordNo: 'ARR-2', dunningMode: 'MACHINE', dunningCount: 2 }] },
    all: { totalCount: 2 },
  });
  expect((await run(ARREARS, { ...paid, recoveredOn: '2026-01-20' })).record).toMatchObject({
    recovery: 'RECOVERED',
    dunningCount: 4,
  });
  expect(codes(await dun('MACHINE'))).toEqual([['SETTLED', 'recordId']]);
  expect(await printed('arrears', { recovery: { eq: 'OPEN' } })).toEqual(['ARR-2']);
});

it('CUS-68 churn is recorded by kind and reason, found by type, business, region and kind, and only where it is theirs to see', async () => {
  const { id, code } = await customer('流');
  const input = {
    customerId: id,
    businessLineId: line.id,
    kind: 'OTHER_OPERATOR',
    reason: '资费',
    competitor: '联通',
    churnedOn: '2026-03-01',
  };
  const { record } = await run(CHURN, { ...input, recordNo: 'CH-1' });
  const header = 'recordNo,customer,businessLine,kind,reason,churnedOn';
  expect(
    await load('churn', [header, `CH-2,${code},,RELOCATION,迁移,2026-03-02`, `CH-3,${code},,VANISHED,x,2026-03-02`]),
  ).toMatchObject({ loaded: 1, rejected: 1 });
  const filter = `kind: { eq: OTHER_OPERATOR }, businessLine: { code: { eq: "${line.code}" } }, customer: { customerType: { eq: PUBLIC }, region: { code: { eq: "4401" } } }`;
  const { churnRecords } = await list(`churnRecords(filter: { ${filter} }) { nodes { recordNo reason competitor } }`);
  expect(churnRecords.nodes).toEqual([{ recordNo: 'CH-1', reason: '资费', competitor: '联通' }]);
  expect(await printed('churn', { recordNo: { startsWith: 'CH-' } })).toEqual(['CH-1', 'CH-2']);
  expect((await list('churnRecords { totalCount }', elsewhere)).churnRecords.totalCount).toBe(0);
  const self: As = { sub: 'self', role: 'customer', customer: code };
  expect((await list('churnRecords { totalCount }', self)).churnRecords.totalCount).toBe(0);
  expect(codes(await run(DELETE, { recordId: record.id, reason: 'x' }, elsewhere))).toEqual([
    ['NOT_FOUND', 'recordId'],
  ]);
  expect((await graph.query(CHURN, { input }, { as: self })).errors).toBeDefined();
  expect(await count('churn_record')).toBe(2);
});
