import { stat } from 'node:fs/promises';
import type { Database } from '../database/database.js';
import { openTable, TableFault, type TableFile, type TableRecord } from '../tables/index.js';
import type { Finding } from './finding.js';
import { checkHeader } from './header.js';
import { ImportError } from './import.error.js';
import type { Importer, ImportRow, ImportTarget, RowOutcome, Waiting } from './importer.js';
import { RowKeys } from './row-keys.js';

/** How far an import is. */
export interface ImportProgress {
  /** Bytes read, of `bytes`. */
  bytesRead: number;
  bytes: number;
  report: Readonly<ImportReport>;
}

/** Takes what is to say about rows. */
export interface FindingSink {
  add(finding: Finding): void;
  /** Called after each batch: keeps what was added. */
  flush(): Promise<void>;
}

export interface ImportOptions<Value> {
  database: Database;
  importer: Importer<Value>;
  /** Path of the file, in CSV or Excel. */
  file: string;
  findings: FindingSink;
  /** Rows that are stored together; 250 by default. */
  batchSize?: number;
  /** Called after each stored batch. */
  progress?: (progress: ImportProgress) => void | Promise<void>;
}

/** What an import did. */
export interface ImportReport {
  /** Rows of the file, without the header. */
  rows: number;
  /** Rows that became new records. */
  loaded: number;
  /** Rows that were there already, from an earlier run or otherwise, and were left alone. */
  present: number;
  /** Rows that changed records that were there; absent when none did. */
  updated?: number;
  /** Rows whose changes wait for approval; absent when none do. */
  held?: number;
  /** Rows that are none of what is imported. */
  skipped: number;
  rejected: number;
  /** Rows that were loaded although something was to say about them. */
  warned: number;
}

/**
 * Imports a file as a stream, batch by batch: it may be killed at any moment and run again.
 * @throws ImportError when the file cannot be imported at all; then nothing was written.
 */
export async function runImport<Value>(options: ImportOptions<Value>): Promise<ImportReport> {
  await checkImportFile(options.importer, options.file);
  return aloneImporting(options.database, options.importer.name, () => new ImportRun(options).run());
}

/**
 * Does something while nobody imports what has the name into this database.
 * @throws ImportError IMPORT_RUNNING when somebody does
 */
export async function aloneImporting<T>(database: Database, name: string, work: () => Promise<T>): Promise<T> {
  const lock = await database.pool.connect();
  const key = `import.${name}`;
  let failure: Error | undefined;
  try {
    const { rows } = await lock.query<{ held: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as "held"',
      [key],
    );
    if (!rows[0]!.held)
      throw new ImportError('IMPORT_RUNNING', 'The same import is running on this database; wait until it is done.');
    return await work();
  } finally {
    await lock
      .query('select pg_advisory_unlock(hashtextextended($1, 0))', [key])
      .catch((error: Error) => (failure = error));
    // With a broken connection the lock has ended too.
    lock.release(failure);
  }
}

/**
 * Looks whether a file can be imported at all, without a database.
 * @throws ImportError when it is not there, empty, or has another header
 */
export async function checkImportFile(
  importer: Pick<Importer<never>, 'columns' | 'neededColumns'>,
  file: string,
): Promise<void> {
  const { records } = await openFile(file);
  try {
    await headerOf(records, importer);
  } finally {
    await records.return(undefined);
  }
}

async function openFile(file: string): Promise<TableFile> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new ImportError('FILE_NOT_FOUND', `There is no file ${file}.`);
  return openTable(file).catch(asImportError);
}

async function headerOf(
  records: AsyncIterator<TableRecord>,
  { columns, neededColumns }: Pick<Importer<never>, 'columns' | 'neededColumns'>,
): Promise<Map<string, number>> {
  const { value, done } = await records.next().catch(asImportError);
  return checkHeader(done ? undefined : (value as TableRecord), columns, neededColumns);
}

function asImportError(error: unknown): never {
  throw error instanceof TableFault ? new ImportError('UNREADABLE_FILE', error.message) : error;
}

class ImportRun<Value> {
  private readonly report: ImportReport = { rows: 0, loaded: 0, present: 0, skipped: 0, rejected: 0, warned: 0 };
  private readonly keys: RowKeys;
  private waiting: ImportRow<Value>[] = [];
  private target: ImportTarget<Value> | undefined;
  private readonly batchSize: number;

  constructor(private readonly options: ImportOptions<Value>) {
    const { keyColumn, distinct = [] } = options.importer;
    this.keys = new RowKeys([[keyColumn], ...distinct]);
    this.batchSize = options.batchSize ?? 250;
  }

  async run(): Promise<ImportReport> {
    const { database, importer, file } = this.options;
    const { records, bytes } = await openFile(file);
    let bytesRead = 0;
    try {
      const columns = await headerOf(records, importer);
      this.target = await importer.prepare(database);
      for await (const record of records) {
        bytesRead = record.bytesRead;
        this.take(record, columns);
        if (this.waiting.length >= this.batchSize) await this.commit(bytesRead, bytes);
      }
      await this.commit(bytesRead, bytes);
      for await (const rows of this.target.storeWaiting?.() ?? []) await this.tell(rows, bytesRead, bytes);
      await this.target.finish?.();
    } catch (error) {
      // What was found so far is told also when the file turns out to be damaged.
      await this.options.findings.flush();
      asImportError(error);
    } finally {
      await records.return(undefined);
      await this.target?.close?.();
    }
    return this.report;
  }

  /** Reads a row; what is good waits for the next commit. */
  private take(record: TableRecord, columns: ReadonlyMap<string, number>): void {
    const { line, fields } = record;
    const { importer } = this.options;
    this.report.rows += 1;
    if (record.fault) return this.reject({ line, column: '', value: record.text, reason: record.fault });
    if (fields.length !== columns.size) {
      return this.reject({
        line,
        column: '',
        value: record.text,
        reason: `The row has ${fields.length} fields; the header has ${columns.size}.`,
      });
    }
    const field = (column: string) => fields[columns.get(column) ?? fields.length]?.trim() ?? '';
    const { value, findings } = importer.read(field, [...columns.keys()]);
    const double = value === undefined ? undefined : this.keys.take(field, line);
    if (double) return this.reject({ line, ...double });
    for (const finding of findings) this.options.findings.add({ line, ...finding });
    if (value === undefined) {
      this.target!.refused?.(field(importer.keyColumn), line);
      return void (this.report.rejected += 1);
    }
    if (findings.length > 0) this.report.warned += 1;
    this.waiting.push({ line, key: field(importer.keyColumn), value });
  }

  private reject(finding: Omit<Finding, 'outcome'>): void {
    this.options.findings.add({ ...finding, outcome: 'rejected' });
    this.report.rejected += 1;
  }

  private async commit(bytesRead: number, bytes: number): Promise<void> {
    const rows = this.waiting;
    this.waiting = [];
    const outcomes = rows.length > 0 ? await this.target!.store(rows) : [];
    await this.tell(
      outcomes.map((outcome, index) => ({ line: rows[index]!.line, outcome })),
      bytesRead,
      bytes,
    );
  }

  private async tell(
    rows: readonly { line: number; outcome: RowOutcome | Waiting }[],
    bytesRead: number,
    bytes: number,
  ): Promise<void> {
    for (const { line, outcome } of rows) {
      if (outcome === 'waiting') continue;
      if (typeof outcome === 'string') {
        this.report[outcome] = (this.report[outcome] ?? 0) + 1;
        continue;
      }
      this.report.rejected += 1;
      for (const finding of outcome) this.options.findings.add({ line, ...finding });
    }
    for (const remark of this.target!.takeRemarks?.() ?? []) this.options.findings.add(remark);
    await this.options.findings.flush();
    await this.options.progress?.({ bytesRead, bytes, report: { ...this.report } });
  }
}
