import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportToFile } from '../cli/export-command.js';
import { importFile } from '../cli/import-command.js';
import type { OnExisting } from '../domains/exchange/index.js';
import { openTable, type TableFormat } from '../kernel/tables/index.js';
import { createTestFolder } from './folder.js';
import { startTestGraph, type TestGraph } from './graph.js';

/** A row of a table by the names of its columns. */
export type TableRow = Record<string, string>;

/** The graph of the calling test file, and the folder of its tables. */
export let graph: TestGraph;
export let folder: string;
let files = 0;

/** Starts a graph of its own for all tests of a file that imports and exports tables. */
export function useTableDesk(): void {
  beforeAll(async () => {
    graph = await startTestGraph();
    folder = await createTestFolder();
  });
  afterAll(() => graph.close());
}

/** A path in the folder that no file has yet. */
export const newFile = (name: string, ending: string): string => join(folder, `${name}-${++files}.${ending}`);

const fileOf = (rows: readonly TableRow[]): string => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return [columns, ...rows.map((row) => columns.map((column) => quoted(row[column] ?? '')))].join('\n');
};

/** Writes rows, or a text, into a new file; answers its path. */
export async function tableFile(name: string, rows: readonly TableRow[] | string): Promise<string> {
  const file = newFile(name, 'csv');
  await writeFile(file, typeof rows === 'string' ? rows : fileOf(rows));
  return file;
}

/**
 * Imports rows, or the text of a file, as the command does; answers what was counted, and the fields of each line of the rejects.
 * @param source name of the import, such as `customers`
 */
export async function load(
  source: string,
  rows: readonly TableRow[] | string,
  dryRun = false,
  batchSize?: number,
  onExisting?: OnExisting,
) {
  const file = await tableFile(source, rows);
  const report = await importFile(graph.database, {
    ...{ source, file, dryRun },
    ...(batchSize ? { batchSize } : {}),
    ...(onExisting ? { onExisting } : {}),
  });
  const { rejectsFile, ...counts } = report;
  const rejects = rejectsFile ? (await readFile(rejectsFile, 'utf8')).trimEnd().split('\n').slice(1) : [];
  return { counts, rejects: rejects.map((line) => line.split(',')) };
}

/** The rows of an exported table, as its file holds them. */
export async function exported(
  table: string,
  format: TableFormat,
  filter: Record<string, unknown>,
): Promise<TableRow[]> {
  const file = newFile(table, format.toLowerCase());
  await exportToFile(graph.database, { table, file, format, filter });
  const rows: string[][] = [];
  for await (const { fields } of (await openTable(file)).records) rows.push(fields);
  const [header, ...records] = rows;
  return records.map((fields) => Object.fromEntries(header!.map((name, index) => [name, fields[index] ?? ''])));
}

/** How many rows a table or a sub-query has. */
export const count = async (sql: string): Promise<number> =>
  Number((await graph.database.pool.query<{ n: string }>(`select count(*) as n from ${sql}`)).rows[0]!.n);
