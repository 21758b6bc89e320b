import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { exportRows } from '../domains/exchange/index.js';
import { domains } from '../domains/index.js';
import type { Database } from '../kernel/database/database.js';
import { allTables, TableFormat, tableNamed, tableStream } from '../kernel/tables/index.js';
import { connectOperations } from '../start/graph-operations.js';

const usage = () => `usage: npm run export -- <${allTables()
  .map(({ name }) => name)
  .join('|')}> <file.csv|file.xlsx> [options]
  --filter <json>     a filter of the list in the graph, such as '{"code": {"startsWith": "C44"}}'`;

/** A command line that cannot be understood; the message ends with the usage. */
export class ExportUsageError extends Error {
  constructor(problem: string) {
    super(`${problem}\n${usage()}`);
  }
}

/** What the command line of an export says. */
export interface ExportCommand {
  table: string;
  file: string;
  format: TableFormat;
  filter?: Record<string, unknown>;
}

const formats: Record<string, TableFormat> = { '.csv': TableFormat.CSV, '.xlsx': TableFormat.XLSX };

/**
 * Reads the command line. Paths are taken from the folder in which the user is, which npm tells.
 * @throws ExportUsageError
 */
export function readExportCommand(
  args: readonly string[],
  folder = process.env.INIT_CWD ?? process.cwd(),
): ExportCommand {
  let parsed;
  try {
    const options = { filter: { type: 'string' } } as const;
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new ExportUsageError((error as Error).message);
  }
  const [table, file, ...rest] = parsed.positionals;
  if (!table || !tableNamed(table))
    throw new ExportUsageError(table ? `"${table}" is not a table that can be exported` : 'the table is missing');
  if (!file) throw new ExportUsageError('the file is missing');
  if (rest.length > 0) throw new ExportUsageError(`"${rest[0]}" is too much`);
  const format = formats[extname(file).toLowerCase()];
  if (!format) throw new ExportUsageError(`"${file}" is neither a .csv nor an .xlsx file`);
  const { filter } = parsed.values;
  return { table, file: resolve(folder, file), format, ...(filter ? { filter: filterOf(filter) } : {}) };
}

function filterOf(text: string): Record<string, unknown> {
  try {
    const filter: unknown = JSON.parse(text);
    if (typeof filter === 'object' && filter !== null && !Array.isArray(filter))
      return filter as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw new ExportUsageError(`"${text}" is not a filter in JSON`);
}

/** Writes the records into the file, which comes into being only when it is complete. @returns how many there are */
export async function exportToFile(database: Database, command: ExportCommand): Promise<number> {
  connectOperations(domains, database);
  const { table, file, format, filter } = command;
  const context = database.systemContext('export');
  let rows = -1;
  const counted = async function* () {
    for await (const row of exportRows(context, tableNamed(table)!, { filter })) {
      rows += 1;
      yield row;
    }
  };
  const part = `${file}.part`;
  try {
    await pipeline(tableStream(counted(), format, table), createWriteStream(part, { mode: 0o600 }));
    await rename(part, file);
    return rows;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
