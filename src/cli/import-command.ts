import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { importers } from '../../seeds/importers/index.js';
import { domains } from '../domains/index.js';
import { feedImporter } from '../domains/customer-feed/index.js';
import { existingRowsImporter, ON_EXISTING, type OnExisting, tableImporter } from '../domains/exchange/index.js';
import type { CallContext } from '../kernel/database/context.js';
import type { Database } from '../kernel/database/database.js';
import {
  checkImportFile,
  ImportError,
  type Importer,
  importFile as importInto,
  type ImportFileReport,
} from '../kernel/imports/index.js';
import { allTables, tableNamed } from '../kernel/tables/index.js';
import { connectOperations } from '../start/graph-operations.js';
import { Progress } from './progress.js';

/** Records of another system, which have the columns that it gives them. */
const FEED = 'customer-feed';
const sources = () => [...allTables().map(({ name }) => name), FEED, ...Object.keys(importers)];
const usage = () => `usage: npm run import -- <${sources().join('|')}> <file.csv|file.xlsx> [options]
  --dry-run           tells what would be loaded and rejected, and writes nothing but the file of rejected rows
  --on-existing <update|skip|reject>
                      for customers, products, offerings, prices and price-rules: what becomes of rows whose record is there,
                      by code, of customers by identity document too: their cells change what they say otherwise, as users
                      change it, with approval where that is needed; they are left alone, and what they say otherwise is
                      listed; or they are refused (without it those with a known code are left alone, and customers with a
                      known document refused)
  --rejects <path>    where to write rejected rows (default <file>.rejects.csv)
  --system <code>     for customer-feed: the system whose records they are, by the mappings that were set for it (CUS-79)
  --region <code>     for telco-churn: the region that serves the customers (default US-CA)
  --as-of <date>      for telco-churn: the day that the table describes, YYYY-MM-DD (default today)`;

/** A command line that cannot be understood; the message ends with the usage. */
export class UsageError extends Error {
  constructor(problem: string) {
    super(`${problem}\n${usage()}`);
  }
}

/** What the command line of an import says. */
export interface ImportCommand {
  source: string;
  file: string;
  dryRun?: boolean;
  /** What becomes of rows whose record is there; see {@link existingRowsImporter}. */
  onExisting?: OnExisting;
  /** Rows that are stored together; as many as is usual when absent. */
  batchSize?: number;
  rejects?: string;
  system?: string;
  region?: string;
  asOf?: Date;
}

/**
 * Reads the command line. Paths are taken from the folder in which the user is, which npm tells.
 * @throws UsageError
 */
export function readImportCommand(
  args: readonly string[],
  folder = process.env.INIT_CWD ?? process.cwd(),
): ImportCommand {
  const option = { type: 'string' } as const;
  const options = {
    rejects: option,
    system: option,
    region: option,
    'as-of': option,
    'on-existing': option,
    'dry-run': { type: 'boolean' },
  } as const;
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  const [source, file, ...rest] = parsed.positionals;
  const { rejects, system, region, 'as-of': asOf, 'dry-run': dryRun, 'on-existing': existing } = parsed.values;
  if (!source || !sources().includes(source))
    throw new UsageError(source ? `"${source}" is not a source that can be imported` : 'the source is missing');
  if (!file) throw new UsageError('the file is missing');
  const isTable = tableNamed(source) !== undefined || source === FEED;
  if (source === FEED && !system) throw new UsageError('--system is missing');
  if (source !== FEED && system) throw new UsageError(`--system is not for ${source}`);
  if (isTable && (region ?? asOf)) throw new UsageError(`--region and --as-of are not for ${source}`);
  if (!isTable && dryRun) throw new UsageError(`--dry-run is not for ${source}`);
  const onExisting = ON_EXISTING.find((mode) => mode === existing);
  if (existing && !onExisting) throw new UsageError(`--on-existing is one of ${ON_EXISTING.join(', ')}`);
  if (existing && !tableNamed(source)?.update) throw new UsageError(`--on-existing is not for ${source}`);
  if (rest.length > 0) throw new UsageError(`"${rest[0]}" is too much`);
  return {
    source,
    file: resolve(folder, file),
    ...(rejects ? { rejects: resolve(folder, rejects) } : {}),
    ...(dryRun ? { dryRun } : {}),
    ...(onExisting ? { onExisting } : {}),
    ...(system ? { system } : {}),
    ...(region ? { region } : {}),
    ...(asOf ? { asOf: dayOf(asOf) } : {}),
  };
}

function dayOf(text: string): Date {
  const day = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text))
    throw new UsageError(`"${text}" is not a day`);
  if (day.getTime() > Date.now()) throw new UsageError(`"${text}" lies in the future`);
  return day;
}

/**
 * Looks whether the file can be imported, before a database is started for it.
 * @throws ImportError
 */
export const checkFile = async ({ source, file, onExisting }: ImportCommand): Promise<void> => {
  if (source === FEED) return checkImportFile({ columns: null }, file);
  const table = tableNamed(source);
  const columns = table?.columns.map(({ name }) => name);
  const neededColumns = table?.columns
    .filter(({ name, needed }) => (onExisting === 'update' ? name === table.keyColumn : needed))
    .map(({ name }) => name);
  if (table?.further) columns?.push(table.further.named);
  await checkImportFile(columns && neededColumns ? { columns, neededColumns } : importers[source]!({}), file);
};

/** Runs an import with a bar that shows how far it is. */
export async function importFile(database: Database, command: ImportCommand): Promise<ImportFileReport> {
  const { file, rejects, batchSize } = command;
  const importer = await importerOf(database, command);
  const bar = new Progress('Importing', 'rows');
  const options = { database, importer, file, ...(rejects ? { rejects } : {}), ...(batchSize ? { batchSize } : {}) };
  try {
    return await importInto({
      ...options,
      progress: ({ bytesRead, bytes, report }) => bar.show(bytes ? bytesRead / bytes : 1, report.rows),
    });
  } finally {
    bar.end();
  }
}

async function importerOf(database: Database, command: ImportCommand): Promise<Importer<never>> {
  const { source, file, system, region, asOf, dryRun, onExisting } = command;
  const table = tableNamed(source);
  if (!table && source !== FEED)
    return importers[source]!({ ...(region ? { region } : {}), ...(asOf ? { asOf } : {}) });
  connectOperations(domains, database);
  const context: CallContext = { ...database.systemContext('import'), ...(dryRun ? { rehearsal: true } : {}) };
  if (system) return (await feedImporter(context, system, basename(file))) as Importer<never>;
  const { update } = table!;
  const mode = onExisting ?? update?.usual;
  if (mode && update) return (await existingRowsImporter({ ...table!, update }, context, mode)) as Importer<never>;
  return (await tableImporter(table!, context)) as Importer<never>;
}

/** The report for people. */
export function describeImport(report: ImportFileReport, seconds: number, dryRun = false): string {
  const { rows, loaded, present, skipped, rejected, warned, rejectsFile, updated = 0, held = 0 } = report;
  const number = (value: number) => value.toLocaleString('en');
  const lines = [
    `${number(rows)} rows read in ${seconds.toFixed(1)} s: ${number(loaded)} ${dryRun ? 'would be loaded' : 'loaded'}, ${number(present)} there already, ${number(rejected)} rejected.`,
    ...(updated > 0 ? [`${number(updated)} rows ${dryRun ? 'would change' : 'changed'} what was there.`] : []),
    ...(held > 0 ? [`${number(held)} rows ${dryRun ? 'would wait' : 'wait'} for approval.`] : []),
    ...((loaded + updated + held === 0 || dryRun) && rows > 0 ? ['Nothing was changed.'] : []),
    ...(skipped > 0 ? [`${number(skipped)} rows are none of what is imported.`] : []),
    ...(warned > 0 ? [`${number(warned)} rows were read with a remark.`] : []),
    ...(rejectsFile ? [`Lines and reasons stand in ${rejectsFile}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** Whether an error says that the input is unusable, rather than that something broke. */
export const isUnusable = (error: unknown): error is Error =>
  error instanceof ImportError || error instanceof UsageError;
