import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestFolder } from '../../../src/testing/folder.js';
import { startTestGraph, type TestGraph } from '../../../src/testing/graph.js';
import { importFile } from '../../../src/kernel/imports/index.js';
import { telcoChurn, telcoChurnColumns } from '../index.js';

const asOf = new Date('2026-06-15T12:00:00Z');
const importer = telcoChurn({ asOf });

type Row = Record<string, string>;

const plain: Row = {
  customerID: '',
  gender: 'Female',
  SeniorCitizen: '0',
  Partner: 'Yes',
  Dependents: 'No',
  tenure: '34',
  PhoneService: 'Yes',
  MultipleLines: 'No',
  InternetService: 'DSL',
  OnlineSecurity: 'Yes',
  OnlineBackup: 'No',
  DeviceProtection: 'Yes',
  TechSupport: 'No',
  StreamingTV: 'No',
  StreamingMovies: 'No',
  Contract: 'One year',
  PaperlessBilling: 'No',
  PaymentMethod: 'Mailed check',
  MonthlyCharges: '56.95',
  TotalCharges: '1889.5',
  Churn: 'No',
};
const withoutInternet: Row = {
  InternetService: 'No',
  OnlineSecurity: 'No internet service',
  OnlineBackup: 'No internet service',
  DeviceProtection: 'No internet service',
  TechSupport: 'No internet service',
  StreamingTV: 'No internet service',
  StreamingMovies: 'No internet service',
};
const line = (row: Row) => telcoChurnColumns.map((column) => ({ ...plain, ...row })[column]).join(',');
const header = telcoChurnColumns.join(',');
const fileOf = (...lines: string[]) => `${[header, ...lines].join('\n')}\n`;

let graph: TestGraph;
let folder: string;
let files = 0;

beforeAll(async () => {
  graph = await startTestGraph();
  folder = await createTestFolder();
});
afterAll(() => graph.close());

async function load(content: string | Buffer, options: { batchSize?: number; progress?: () => void } = {}) {
  const file = join(folder, `table-${++files}.csv`);
  await writeFile(file, content);
  const report = await importFile({ database: graph.database, importer, file, ...options });
  const rejects = report.rejectsFile ? (await readFile(report.rejectsFile, 'utf8')).trimEnd().split('\n').slice(1) : [];
  return { file, report, rejects };
}

const count = async (sql: string) =>
  Number((await graph.database.pool.query<{ n: string }>(`select count(*) as n from ${sql}`)).rows[0]!.n);

const VIEW = `query ($code: String!) { customer(code: $code) {
  name code lifecycle joinedAt leftAt region { code } characteristics { name value } party { __typename ... on Individual { gender } }
  accounts { nodes { accountNo currency paymentMode billDelivery characteristics { name value } paidThrough { nodes { paymentAccount { kind } } } } }
  offeringInstances { nodes { status agreedPrice { amount currency } offering { code } tariffPlan { code }
    productInstances(first: 20) { nodes { status product { code } activatedAt endedAt parties { nodes { role } } relationships { nodes { kind to { product { code } } } } } } } }
  contracts { nodes { contractNo status termMonths autoExtend validity { from to } } }
  history(first: 100) { nodes { __typename type actor data cursor ... on StateChange { fromState toState } } } } }`;

describe('a good file', () => {
  test('becomes customers with all that belongs to them', async () => {
    const { report, rejects } = await load(
      fileOf(
        line({ customerID: 'T001-AAAAA' }),
        line({
          customerID: 'T002-BBBBB',
          gender: 'Male',
          Churn: 'Yes',
          Contract: 'Two year',
          PaperlessBilling: 'Yes',
          PaymentMethod: 'Credit card (automatic)',
          InternetService: 'Fiber optic',
          MultipleLines: 'Yes',
          StreamingTV: 'Yes',
          tenure: '30',
        }),
      ),
    );
    expect(report).toEqual({
      rows: 2,
      loaded: 2,
      present: 0,
      skipped: 0,
      rejected: 0,
      warned: 0,
      rejectsFile: undefined,
    });
    expect(rejects).toEqual([]);

    const { data, errors } = await graph.query(VIEW, { code: 'T001-AAAAA' });
    expect(errors).toBeUndefined();
    const { customer } = data;
    expect(customer).toMatchObject({
      name: 'Customer T001-AAAAA',
      lifecycle: 'IN_NETWORK',
      joinedAt: '2023-08-15T00:00:00.000Z',
      leftAt: null,
      region: { code: 'US-CA' },
      party: { gender: 'FEMALE' },
    });
    expect(customer.characteristics).toEqual(
      expect.arrayContaining([
        { name: 'seniorCitizen', value: false },
        { name: 'partner', value: true },
        { name: 'tenureMonths', value: 34 },
      ]),
    );
    expect(customer.accounts.nodes).toEqual([
      {
        accountNo: 'A-T001-AAAAA',
        currency: 'USD',
        paymentMode: 'CHECK',
        billDelivery: 'POST',
        characteristics: expect.arrayContaining([
          { name: 'monthlyCharges', value: '56.95' },
          { name: 'totalCharges', value: '1889.5' },
        ]),
        paidThrough: { nodes: [{ paymentAccount: { kind: 'CASH' } }] },
      },
    ]);
    const [offering] = customer.offeringInstances.nodes;
    expect(offering).toMatchObject({
      status: 'ACTIVE',
      agreedPrice: { amount: '56.95', currency: 'USD' },
      offering: { code: 'OF_HOME_CHOICE' },
      tariffPlan: { code: 'TP_HOME_CHOICE_USD' },
    });
    const products = offering.productInstances.nodes as {
      product: { code: string };
      relationships: { nodes: { to: { product: { code: string } } }[] };
    }[];
    expect(products.map(({ product }) => product.code).sort()).toEqual([
      'DEVICE_PROTECTION',
      'INTERNET_DSL',
      'ONLINE_SECURITY',
      'PHONE',
    ]);
    expect(products.find(({ product }) => product.code === 'ONLINE_SECURITY')!.relationships.nodes).toEqual([
      { kind: 'ATTACHED', to: { product: { code: 'INTERNET_DSL' } } },
    ]);
    expect(customer.contracts.nodes).toEqual([
      {
        contractNo: 'CT-T001-AAAAA',
        status: 'SIGNED',
        termMonths: 12,
        autoExtend: true,
        validity: { from: '2023-08-15T00:00:00.000Z', to: '2026-08-15T00:00:00.000Z' },
      },
    ]);
    const facts = customer.history.nodes.filter(({ type }: { type: string }) => type === 'customer.imported');
    expect(facts).toEqual([
      expect.objectContaining({
        __typename: 'BusinessFact',
        actor: 'import:telco-churn',
        data: expect.objectContaining({ source: 'telco-churn', monthlyCharges: '56.95' }),
      }),
    ]);
    expect(customer.history.nodes.every(({ cursor }: { cursor: string | null }) => cursor)).toBe(true);
  });

  test('a customer who churned has left, with everything terminated', async () => {
    const { data } = await graph.query(VIEW, { code: 'T002-BBBBB' });
    expect(data.customer).toMatchObject({ lifecycle: 'LEFT', leftAt: '2026-06-15T00:00:00.000Z' });
    const [offering] = data.customer.offeringInstances.nodes;
    expect(offering.status).toBe('ENDED');
    expect(offering.productInstances.nodes.map(({ status }: { status: string }) => status)).toEqual(
      Array(6).fill('REMOVED'),
    );
    expect(data.customer.contracts.nodes).toMatchObject([{ status: 'INVALID', termMonths: 24 }]);
    const states = data.customer.history.nodes
      .filter(({ type }: { type: string }) => type === 'customer.status.changed')
      .map(({ toState }: { toState: string }) => toState);
    expect(states).toEqual(['POTENTIAL', 'IN_NETWORK', 'LEFT']);
  });

  test('changes nothing when it is loaded again, whatever else it says', async () => {
    const before = await count('"history_entry"');
    const { report } = await load(
      fileOf(line({ customerID: 'T001-AAAAA', MonthlyCharges: '99.99' }), line({ customerID: 'T002-BBBBB' })),
    );
    expect(report).toMatchObject({ rows: 2, loaded: 0, present: 2, rejected: 0 });
    expect(await count('"history_entry"')).toBe(before);
  });

  test('may have a byte order mark, CRLF, quoted fields and its columns in another order', async () => {
    const columns = [...telcoChurnColumns].reverse();
    const row = { ...plain, customerID: 'T003-CCCCC' } as Row;
    const { report } = await load(
      `\uFEFF${columns.join(',')}\r\n${columns.map((column) => `"${row[column]}"`).join(',')}\r\n`,
    );
    expect(report).toMatchObject({ rows: 1, loaded: 1, rejected: 0 });
  });

  test('a blank total is loaded as zero for a customer of no month, and told', async () => {
    const { report, rejects } = await load(fileOf(line({ customerID: 'T004-DDDDD', tenure: '0', TotalCharges: ' ' })));
    expect(report).toMatchObject({ loaded: 1, rejected: 0, warned: 1 });
    expect(rejects).toEqual([
      '2,loaded,TotalCharges,,"The total is blank; loaded as 0, because the tenure is 0 months."',
    ]);
    const { data } = await graph.query(VIEW, { code: 'T004-DDDDD' });
    expect(data.customer.accounts.nodes[0].characteristics).toContainEqual({ name: 'totalCharges', value: '0' });
  });
});

describe('bad rows are told with line and reason, and the rest is loaded', () => {
  test.each<[string, Row, string[]]>([
    ['a blank total after months', { TotalCharges: '' }, ['TotalCharges']],
    ['no id', { customerID: '' }, ['customerID']],
    ['an over-long id', { customerID: 'X'.repeat(31) }, ['customerID']],
    [
      'numbers that are none',
      { tenure: '3.5', MonthlyCharges: '-1', TotalCharges: '1e9' },
      ['tenure', 'MonthlyCharges', 'TotalCharges'],
    ],
    [
      'unknown values',
      { gender: 'F', SeniorCitizen: '2', Churn: 'maybe', Contract: 'Three year', PaymentMethod: 'Bitcoin' },
      ['gender', 'SeniorCitizen', 'Contract', 'PaymentMethod', 'Churn'],
    ],
    ['names of what every object has', { Partner: 'constructor' }, ['Partner']],
    ['lines without a telephone', { PhoneService: 'No' }, ['MultipleLines']],
    [
      'additions without internet',
      { InternetService: 'No' },
      ['OnlineSecurity', 'OnlineBackup', 'DeviceProtection', 'TechSupport', 'StreamingTV', 'StreamingMovies'],
    ],
    [
      'no service at all',
      { ...withoutInternet, PhoneService: 'No', MultipleLines: 'No phone service' },
      ['PhoneService'],
    ],
  ])('%s', async (name, row, columns) => {
    const good = `G-${name.replaceAll(/[^a-z]/g, '').slice(0, 20)}`;
    const { report, rejects } = await load(
      fileOf(line({ customerID: `B${good}`, ...row }), line({ customerID: good })),
    );
    expect(report).toMatchObject({ rows: 2, loaded: 1, rejected: 1 });
    expect(rejects.map((text) => text.split(',').slice(0, 3))).toEqual(
      columns.map((column) => ['2', 'rejected', column]),
    );
  });

  test('lines that are no rows', async () => {
    const bytes = Buffer.concat([
      Buffer.from(
        fileOf(
          line({ customerID: 'U001' }),
          'only,three,fields',
          `${line({ customerID: 'U002' })},more`,
          '"never closed',
          line({ customerID: '=cmd' }),
        ),
      ),
      Buffer.from(line({ customerID: 'U00X' }).replace('Female', '')),
      Buffer.from([0xff, 10]),
      Buffer.from(`${line({ customerID: 'U001' })}\n${line({ customerID: 'U003' })}`),
    ]);
    const { report, rejects } = await load(bytes);
    expect(report).toMatchObject({ rows: 8, loaded: 2, rejected: 6 });
    expect(rejects.map((text) => text.slice(0, 46))).toEqual([
      '3,rejected,,"only,three,fields",The row has 3 ',
      expect.stringMatching(/^4,rejected,,"U002,/),
      expect.stringMatching(/^5,rejected,,"""never closed",A quotation mark/),
      `6,rejected,customerID,'=cmd,"Expected are 1 to`,
      expect.stringMatching(/^7,rejected,,"U00X,/),
      '8,rejected,customerID,U001,The same value stan',
    ]);
  });

  test('an account number that somebody else has holds up its own row only', async () => {
    const { rows } = await graph.database.pool.query<{ id: string }>(`select "id" from "account" limit 1`);
    await graph.database.pool.query(`update "account" set "account_no" = 'A-V002' where "id" = $1`, [rows[0]!.id]);
    const { report, rejects } = await load(
      fileOf(...['V001', 'V002', 'V003'].map((customerID) => line({ customerID }))),
    );
    expect(report).toMatchObject({ loaded: 2, rejected: 1 });
    expect(rejects).toEqual([expect.stringMatching(/^3,rejected,customerID,V002,.*exists already/)]);
    expect(await count(`"customer" where "code" = 'V002'`)).toBe(0);
  });
});

describe('a file that cannot be used', () => {
  test.each([
    ['UNKNOWN_COLUMN', `${header},color\n${line({ customerID: 'N001' })},red\n`, '"color"'],
    ['MISSING_COLUMN', `${header.replace(',Churn', '')}\n`, '"Churn"'],
    ['EMPTY_FILE', '', 'empty'],
    ['UNREADABLE_HEADER', '"open\n', 'Line 1'],
  ])('%s: nothing is written', async (code, content, text) => {
    const before = await count('"history_entry"');
    await expect(load(content)).rejects.toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(text) }),
    );
    expect(await count('"history_entry"')).toBe(before);
    expect(await count(`"customer" where "code" = 'N001'`)).toBe(0);
  });

  test('one that is not there', async () => {
    const run = importFile({ database: graph.database, importer, file: join(folder, 'missing.csv') });
    await expect(run).rejects.toThrow(expect.objectContaining({ code: 'FILE_NOT_FOUND' }));
  });

  test('rejected rows never go over the input', async () => {
    const file = join(folder, 'own.csv');
    await writeFile(file, fileOf(line({ customerID: 'N002' })));
    await expect(importFile({ database: graph.database, importer, file, rejects: file })).rejects.toThrow(
      expect.objectContaining({ code: 'REJECTS_FILE' }),
    );
    expect(await readFile(file, 'utf8')).toContain('N002');
  });
});

test('a run that was killed goes on where it stopped', async () => {
  const rows = Array.from({ length: 30 }, (_, row) => line({ customerID: `K${String(row).padStart(3, '0')}` }));
  let batches = 0;
  const kill = () => {
    if (++batches === 2) throw new Error('killed');
  };
  await expect(load(fileOf(...rows), { batchSize: 10, progress: kill })).rejects.toThrow('killed');
  expect(await count(`"customer" where "code" like 'K0%'`)).toBe(20);
  const { report } = await load(fileOf(...rows), { batchSize: 10 });
  expect(report).toMatchObject({ rows: 30, loaded: 10, present: 20 });
});

test('two runs at once are refused', async () => {
  const file = join(folder, 'twice.csv');
  await writeFile(file, fileOf(...Array.from({ length: 40 }, (_, row) => line({ customerID: `W${row}` }))));
  const run = () => importFile({ database: graph.database, importer, file, batchSize: 5 });
  const results = await Promise.allSettled([run(), run()]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find((result) => result.status === 'rejected')!.reason).toMatchObject({ code: 'IMPORT_RUNNING' });
  expect(await count(`"customer" where "code" like 'W%'`)).toBe(40);
});
