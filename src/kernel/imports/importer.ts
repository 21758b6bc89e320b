import type { Database } from '../database/database.js';
import type { Finding } from './finding.js';

/** What is found while a row is read; the run adds the line. */
export type FieldFinding = Omit<Finding, 'line'>;

/** A row as it is read: a value when it can be loaded, and everything there is to say about it. */
export interface ReadRow<Value> {
  value: Value | undefined;
  findings: readonly FieldFinding[];
}

/** A kind of table and how its rows become records. `runImport` does everything that all kinds share. */
export interface Importer<Value> {
  /** Name for people and for the history, such as `telco-churn`. */
  name: string;
  /** The columns that a file may have, and no others; null: any, such as those of another system. */
  columns: readonly string[] | null;
  /** Those that it must have; all when absent, none of any. */
  neededColumns?: readonly string[];
  /** Column whose value names the row: it may stand in the file once, and a row that was loaded before is left alone. */
  keyColumn: string;
  /** Columns whose values together may stand in a file once, such as kind and number of a document; blank ones do not count. */
  distinct?: readonly (readonly string[])[];
  /** Reads and checks the fields of a row; a column that the file has not is blank. @param columns the columns of the file */
  read(fields: (column: string) => string, columns: readonly string[]): ReadRow<Value>;
  /** Prepares what the rows refer to; called once, after the header was checked. */
  prepare(database: Database): Promise<ImportTarget<Value>>;
}

/** A row that was read. */
export interface ImportRow<Value> {
  line: number;
  key: string;
  value: Value;
}

/**
 * What became of a row: `loaded`, `present` when its key was there before, `updated` when it changed what was there, `held` when that
 * waits for approval, `skipped` when it is none of what is imported, or why it was refused.
 */
export type RowOutcome = 'loaded' | 'present' | 'updated' | 'held' | 'skipped' | readonly FieldFinding[];

/** A row that names another one that has not come yet: the target keeps it until the file has been read. */
export type Waiting = 'waiting';

/** What became of a row that has waited. */
export interface WaitedRow {
  line: number;
  outcome: RowOutcome;
}

/** Where rows go. */
export interface ImportTarget<Value> {
  /**
   * Stores rows, each wholly or not at all, and answers for each what became of it. A failure that is not about a row is thrown;
   * rows that were stored before it are found present by the next run.
   */
  store(rows: readonly ImportRow<Value>[]): Promise<(RowOutcome | Waiting)[]>;
  /** Stores the rows that wait, when no other row will come, and answers for each, some at a time: none waits any more. */
  storeWaiting?(): AsyncIterable<readonly WaitedRow[]>;
  /** What is to say about rows that were stored since the last call, other than why they were refused. */
  takeRemarks?(): readonly Finding[];
  /** Told of rows that were refused before they came to be stored, which other rows may name. */
  refused?(key: string, line: number): void;
  /** Called once when all rows were stored. */
  finish?(): Promise<void>;
  /** Called at the end, also of an import that failed: gives back what the target has opened. */
  close?(): Promise<void>;
}
