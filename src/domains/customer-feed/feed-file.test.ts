import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aloneImporting, type ImportOptions, importFile } from '../../kernel/imports/index.js';
import { TableFormat, tableStream } from '../../kernel/tables/index.js';
import { createTestFolder } from '../../testing/folder.js';
import { startTestGraph, type TestGraph } from '../../testing/graph.js';
import { until } from '../../testing/until.js';
import { feedImporter } from './index.js';

const SAVE = `mutation ($input: CustomerFeedSystemSaveInput!) { customerFeedSystemSave(input: $input) { userErrors { code path } system { id } } }`;
const START = `mutation ($input: CustomerFeedStartInput!) { customerFeedStart(input: $input) { userErrors { code path } run { id } } }`;
const RUNS = `query ($code: String!) { customerFeedSystem(code: $code) { runs { nodes { id file finishedAt records customers created updated unchanged rejected unmappedFields
  rows(first: 100, orderBy: [{ field: LINE }]) { nodes { line sourceId status customer { code } } } } } } }`;

let graph: TestGraph;
let folder: string;

const mappings = [
  { field: 'name', expression: 'record.last + record.first' },
  { field: 'region', sourceField: 'area', translations: { GZ: '4401' }, strict: true },
  { field: 'gender', sourceField: 'sex', translations: { '1': 'MALE', '2': 'FEMALE' }, strict: true },
  { field: 'serviceAddress', sourceField: 'addr' },
];
const save = async (code: string) => {
  const definition = 'number(record.lines) > 0';
  const { data } = await graph.query(SAVE, { input: { code, name: code, keyField: 'id', definition, mappings } });
  expect(data.customerFeedSystemSave.userErrors).toEqual([]);
  return data.customerFeedSystemSave.system.id as string;
};
const header = ['id', 'last', 'first', 'area', 'sex', 'addr', 'lines', 'hobby'];
const record = (id: string, more: Record<string, string> = {}) => {
  const values: Record<string, string> = {
    id,
    last: '王',
    first: `号${id}`,
    area: 'GZ',
    sex: '1',
    lines: '1',
    ...more,
  };
  return header.map((name) => values[name] ?? '');
};
const csv = async (name: string, records: string[][]) => {
  const file = join(folder, name);
  await writeFile(file, [header, ...records].map((fields) => `${fields.join(',')}\n`).join(''));
  return file;
};
const load = async (
  system: string,
  file: string,
  { rehearsal = false, ...more }: { rehearsal?: boolean } & Pick<ImportOptions<never>, 'batchSize' | 'progress'> = {},
) => {
  const context = { ...graph.database.systemContext('import'), ...(rehearsal ? { rehearsal } : {}) };
  const importer = await feedImporter(context, system, file.split('/').at(-1)!);
  return importFile({ database: graph.database, importer, file, ...more });
};
const runs = async (code: string) => {
  const { data, errors } = await graph.query(RUNS, { code });
  expect(errors).toBeUndefined();
  return data.customerFeedSystem.runs.nodes;
};
const rows = async (sql: string, values: unknown[] = []) => (await graph.database.pool.query(sql, values)).rows;
const customers = async (system: string): Promise<number> =>
  (await rows('select count(*)::int n from customer where code like $1', [`${system}-%`]))[0].n;

beforeAll(async () => {
  graph = await startTestGraph();
  folder = await createTestFolder();
});
afterAll(() => graph?.close());

describe('files of records of other systems', () => {
  it('CUS-78 CUS-79 are taken over whatever their size, with line and reason of what cannot be, and again without doubles', async () => {
    await save('BIG');
    const all = Array.from({ length: 1_005 }, (_, index) => record(String(index + 1)));
    all[1] = record('2', { sex: '9' });
    all[2] = record('3', { lines: '0' });
    all[3] = record('');
    all[4] = record('1');
    all[5] = record('6').slice(1);
    const file = await csv('big.csv', all);
    const report = await load('BIG', file);
    expect(report).toMatchObject({ rows: 1_005, loaded: 1_000, present: 0, skipped: 1, rejected: 4 });
    const reasons = (await readFile(report.rejectsFile!, 'utf8')).trim().split('\n').slice(1);
    expect(reasons.map((line) => line.split(',').slice(0, 4).join()).sort()).toEqual([
      ...['3,rejected,gender,9', '5,rejected,,', '6,rejected,id,1'],
      expect.stringMatching(/^7,rejected,,/),
    ]);
    expect(await customers('BIG')).toBe(1_000);
    const [run] = await runs('BIG');
    expect(run).toMatchObject({
      ...{
        file: 'big.csv',
        finishedAt: expect.any(String),
        records: 1_003,
        customers: 1_002,
        created: 1_000,
        rejected: 2,
      },
      unmappedFields: ['hobby', 'lines'],
    });
    expect(run.rows.nodes.slice(0, 3)).toMatchObject([
      { line: 2, sourceId: '1', status: 'CREATED', customer: { code: 'BIG-1' } },
      { line: 3, sourceId: '2', status: 'REJECTED' },
      { line: 4, sourceId: '3', status: 'NOT_CUSTOMER' },
    ]);
    all[6] = record('7', { addr: '新址' });
    const again = await load('BIG', await csv('big.csv', all.slice(0, 20)));
    expect(again).toMatchObject({ rows: 20, loaded: 1, present: 14, skipped: 1, rejected: 4 });
    expect(await customers('BIG')).toBe(1_000);
    expect(await rows(`select service_address from customer where code = 'BIG-7'`)).toEqual([
      { service_address: '新址' },
    ]);
  }, 120_000);

  it('CUS-79 goes on where a run died, in the same run, and takes nothing twice', async () => {
    await save('DIES');
    const file = await csv(
      'dies.csv',
      Array.from({ length: 60 }, (_, index) => record(String(index + 1))),
    );
    let batches = 0;
    const progress = () => {
      if (++batches === 2) throw new Error('The process died.');
    };
    await expect(load('DIES', file, { batchSize: 20, progress })).rejects.toThrow('The process died.');
    expect(await customers('DIES')).toBe(40);
    // As after a death between keeping a batch and taking it over.
    await rows(
      `update customer_feed_row set status = 'STAGED', customer_id = null where line between 30 and 41 and run_id in (select r.id from customer_feed_run r where r.file = 'dies.csv')`,
    );
    expect(await runs('DIES')).toMatchObject([{ finishedAt: null, records: 40 }]);
    expect(await load('DIES', file, { batchSize: 20 })).toMatchObject({ rows: 60, rejected: 0 });
    expect(await customers('DIES')).toBe(60);
    expect(await runs('DIES')).toMatchObject([
      { finishedAt: expect.any(String), records: 60, customers: 60, rejected: 0 },
    ]);
    expect(
      await rows(
        `select 1 from customer_source_link l join customer_feed_system s on s.id = l.system_id where s.code = 'DIES'`,
      ),
    ).toHaveLength(60);
  }, 60_000);

  it('CUS-79 tells in a rehearsal what would become of a workbook, and writes nothing', async () => {
    await save('TRY');
    const file = join(folder, 'try.xlsx');
    const source = async function* () {
      yield* [header, record('1'), record('2', { area: 'XX' }), record('3', { lines: '0' })];
    };
    await pipeline(tableStream(source(), TableFormat.XLSX, 'feed'), createWriteStream(file));
    const state = async () => [
      await rows('select count(*) from customer'),
      await rows('select count(*) from customer_feed_run'),
      await rows('select count(*) from customer_feed_row'),
      await rows('select count(*) from history_entry'),
    ];
    const before = await state();
    const report = await load('TRY', file, { rehearsal: true });
    expect(report).toMatchObject({ rows: 3, loaded: 1, skipped: 1, rejected: 1 });
    expect(await readFile(report.rejectsFile!, 'utf8')).toContain('3,rejected,region,XX,There is no translation');
    expect(await state()).toEqual(before);
    expect(await load('TRY', file)).toMatchObject({ rows: 3, loaded: 1, skipped: 1, rejected: 1 });
    expect(await customers('TRY')).toBe(1);
  });

  it('CUS-79 waits for an import of the same system, and refuses what cannot be one', async () => {
    const systemId = await save('ALONE');
    const file = await csv('alone.csv', [record('1')]);
    await expect(load('NONE', file)).rejects.toMatchObject({ code: 'UNKNOWN_SYSTEM' });
    const odd = join(folder, 'odd.csv');
    await writeFile(odd, 'key,last\n1,x\n');
    await expect(load('ALONE', odd)).rejects.toMatchObject({ code: 'MISSING_COLUMN' });
    const records = [Object.fromEntries(record('9').map((value, index) => [header[index], value]))];
    await aloneImporting(graph.database, 'customer-feed.ALONE', async () => {
      await expect(load('ALONE', file)).rejects.toMatchObject({ code: 'IMPORT_RUNNING' });
      const { data } = await graph.query(START, { input: { systemId, records } });
      expect(data.customerFeedStart.userErrors).toEqual([]);
      await until(
        async () =>
          (
            await rows(
              `select 1 from background_job where name = 'customer.feed.load' and attempts > 0 and started_at is null`,
            )
          ).length > 0,
      );
      expect(await customers('ALONE')).toBe(0);
    });
    await until(async () => (await customers('ALONE')) === 1);
    await until(async () => (await runs('ALONE'))[0].finishedAt !== null);
    // The run is over a moment before the job, which lets others import the system only at its end.
    await until(
      async () => (await rows(`select 1 from background_job where name = 'customer.feed.load'`)).length === 0,
    );
    expect(await load('ALONE', file)).toMatchObject({ loaded: 1 });
  }, 60_000);
});
