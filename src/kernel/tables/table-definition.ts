import type { CellForm } from './cell-forms.js';
import type { Database } from '../database/database.js';
import type { Class } from '../model/registry.js';
import type { RowReader } from './row-reader.js';

/** A record as the graph shows it. */
export type GraphRecord = Readonly<Record<string, unknown>>;

/** A column of a table of records. */
export interface TableColumn {
  /** Its heading. */
  name: string;
  /** Meaning, unit, allowed values. */
  description: string;
  /** True: an import must have it. */
  needed?: boolean;
  /** True: it is written by exports and not read by imports. */
  exportOnly?: boolean;
  /** What records that an import makes have in such a column: a cell that says the same needs no remark. */
  becomes?: string;
  /** Where its value stands in the record, names with dots between, such as `region.code`; the name of the column when absent. */
  at?: string;
  /** What is selected for it in the graph; follows from `at` when absent. */
  select?: string;
  /** The value, when it does not simply stand there. */
  value?: (record: GraphRecord) => unknown;
}

/** The cells of a row by column, as text; blank for columns that the file has not. */
export type RowField = (column: string) => string;

/** A step by which a row changes a record that is there. */
export interface ChangeStep {
  /** One of the mutations of the {@link TableUpdate}. */
  mutation: string;
  /** Its input, made of the cells of the row. */
  input: Record<string, unknown>;
}

/** A record that is there, and what a row says otherwise. */
export interface RowChange {
  /** The record with its key `id`, and all that columns and the update select of it. */
  record: GraphRecord & { id: string };
  /** Columns whose cells say something else than the record. */
  changed: ReadonlySet<string>;
  field: RowField;
  /** Reads cells for inputs, as if the row had only these. */
  read: (field: RowField) => RowReader;
}

/** How rows change records that are there, for imports that are told to. */
export interface TableUpdate {
  /**
   * Mutations that rows are given to, with what is selected of their answers besides what was wrong: nothing, or what says that the change waits
   * for approval.
   */
  mutations: Readonly<Record<string, '' | 'held' | 'change { id }'>>;
  /** What an import does that is not told: `skip` leaves records alone, and says what rows say otherwise; absent for the way of new records. */
  usual?: 'skip';
  /** Keys of the records that rows are about, one for each row; undefined where it is a new one. */
  find: (database: Pick<Database, 'pool'>, rows: readonly RowField[]) => Promise<(string | undefined)[]>;
  /** What is selected of a record besides its columns. */
  select: string;
  /** Columns that only name the record or stay: a row that says otherwise is refused, but for the key. */
  fixed: readonly string[];
  /** What the record has in a column beside which a cell is held, where it is not what an export shows. */
  kept: Readonly<Record<string, (record: GraphRecord, field: RowField) => unknown>>;
  /** How a cell looks when it is kept, by column; as it stands where absent. */
  normal: Readonly<Record<string, CellForm>>;
  /** What a row that says something else is to do, in this order. */
  steps: (change: RowChange) => ChangeStep[];
}

/** Columns of a table that are not always the same. */
export interface FurtherColumns {
  /** How their names begin, with `*` behind; so a file is judged by its header without a database. */
  named: string;
  /** The table with those that it has now. */
  add: (table: TableDefinition, database: Pick<Database, 'pool'>) => Promise<TableDefinition>;
}

/** Records of a noun as a table: how a row becomes the input of the mutation that creates one, and a record becomes a row. */
export interface TableDefinition {
  /** Name for addresses and the command line, such as `customers`. */
  name: string;
  noun: Class;
  /** Root field of the graph that lists the records; the name of the table when absent. */
  list?: string;
  /** Mutation that each row is given to. */
  mutation: string;
  /** Name of the type of its input, when that does not follow from the name of the mutation. */
  inputType?: string;
  /** Permission that an export needs. */
  exportPermission: string;
  columns: readonly TableColumn[];
  /** Column that names a record for good: a row whose record exists is left alone. */
  keyColumn: string;
  /** Field of the noun in whose order records are exported, where the key column is none. */
  exportOrder?: string;
  /** SQL that answers as `key` which keys, of `$1`, exist; those of the noun's own column `code` when absent. */
  known?: string;
  /** True: a row may name another row of the table, above or below it, by its key: a reference to the noun of the table. */
  selfReferring?: boolean;
  /** Columns whose values together may stand in a file once. */
  distinct?: readonly (readonly string[])[];
  /** How rows may change records that are there; absent where they are always left alone. */
  update?: TableUpdate;
  /** The input of the mutation, made of the cells of a row. */
  input: (row: RowReader) => Record<string, unknown>;
  /** Columns that follow from what the operator has set while the system runs; absent where columns are always the same. */
  further?: FurtherColumns;
}

/** A table with all columns that it has now. */
export async function tableOfNow<T extends TableDefinition>(table: T, database: Pick<Database, 'pool'>): Promise<T> {
  const { further, ...fixed } = table;
  return further ? ((await further.add(fixed, database)) as T) : table;
}

const tables = new Map<string, TableDefinition>();

/** Declares that records of a noun can be imported and exported. */
export function defineTable(table: TableDefinition): TableDefinition {
  if (tables.has(table.name)) throw new Error(`Table ${table.name} is defined twice.`);
  tables.set(table.name, table);
  return table;
}

export const allTables = (): TableDefinition[] => [...tables.values()];

export const tableNamed = (name: string): TableDefinition | undefined => tables.get(name);
