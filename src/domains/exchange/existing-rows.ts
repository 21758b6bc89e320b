import { mayRun } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import {
  type FieldFinding,
  type Finding,
  ImportError,
  type Importer,
  type ImportRow,
  type ImportTarget,
  type RowOutcome,
  type WaitedRow,
  type Waiting,
} from '../../kernel/imports/index.js';
import { camel, encodeId, nounOf } from '../../kernel/model/index.js';
import {
  type CellFault,
  type ChangeStep,
  type GraphRecord,
  plainInput,
  referencesIn,
  type RowField,
  RowReader,
  type TableDefinition,
  tableOfNow,
  type TableUpdate,
} from '../../kernel/tables/index.js';
import { operatorZone } from '../calendar/index.js';
import { selectionOf, shown, valueOf } from './export-rows.js';
import { graphOperations } from './graph-operations.port.js';
import type { InputTree } from './linked-rows.js';
import { References } from './references.js';
import { faultsOf, importDocument, refusalsOf, tableImporter } from './table-importer.js';

/** What an import does with rows whose record is there. */
export const ON_EXISTING = ['update', 'skip', 'reject'] as const;
export type OnExisting = (typeof ON_EXISTING)[number];

/** Cells of a row by column. */
type Cells = Readonly<Record<string, string>>;
type Row = ImportRow<Cells>;

const fieldOf =
  (cells: Cells): RowField =>
  (column) =>
    cells[column] ?? '';

/**
 * Imports a table of which some rows may be about records that are there, by the key or by what else names them (CUS-25): they are left
 * alone, refused, or change what their cells say otherwise, each by the mutations that users change it by. Blank cells change nothing, and
 * a row that says nothing new is there already, so that a file can be given again. Other rows become new records.
 * @param context who imports; in a rehearsal nothing is kept, and what would change is told
 * @throws ImportError FORBIDDEN when the caller may not run the mutations
 */
export async function existingRowsImporter(
  base: TableDefinition & { update: TableUpdate },
  context: CallContext,
  mode: OnExisting,
): Promise<Importer<Cells>> {
  const table = await tableOfNow(base, context.database);
  const needed = mode === 'update' ? Object.keys(table.update.mutations) : [];
  const missing = needed.filter((mutation) => !mayRun(mutation, context.caller));
  if (missing.length > 0)
    throw new ImportError('FORBIDDEN', `The permissions ${missing.join(', ')} are needed to change ${table.name}.`);
  const adding = await tableImporter(table, context);
  const zone = await operatorZone(context.database);
  return {
    ...{ name: adding.name, columns: adding.columns, keyColumn: adding.keyColumn },
    ...(adding.distinct ? { distinct: adding.distinct } : {}),
    // A row that changes something need not say all that a new record needs.
    neededColumns: mode === 'update' ? [table.keyColumn] : adding.neededColumns!,
    read: (field, columns) => ({
      value: Object.fromEntries(columns.map((column) => [column, field(column)])),
      findings: [],
    }),
    prepare: async (database) =>
      new ExistingRows(table, context, { mode, zone, adding, target: await adding.prepare(database) }),
  };
}

interface Adding {
  mode: OnExisting;
  zone: string;
  /** What makes new records of rows. */
  adding: Importer<InputTree>;
  target: ImportTarget<InputTree>;
}

class ExistingRows implements ImportTarget<Cells> {
  private readonly references: References;
  private readonly query: string;
  private remarks: Finding[] = [];

  constructor(
    private readonly table: TableDefinition & { update: TableUpdate },
    private readonly context: CallContext,
    private readonly by: Adding,
  ) {
    this.references = new References(context.database);
    const { name } = nounOf(table.noun);
    const fields = [...new Set([...table.columns.map(selectionOf), table.update.select])].join(' ');
    this.query = `query ($id: ID!) { ${camel(name)}(id: $id) { id ${fields} } }`;
  }

  async store(rows: readonly Row[]): Promise<(RowOutcome | Waiting)[]> {
    const keys = await this.table.update.find(
      this.context.database,
      rows.map(({ value }) => fieldOf(value)),
    );
    const outcomes = await this.add(rows.filter((_, index) => keys[index] === undefined));
    // One after the other: two rows may be about the same record.
    for (const [index, row] of rows.entries()) {
      const key = keys[index];
      if (key !== undefined) outcomes.set(row, await this.meet(row, key));
    }
    return rows.map((row) => outcomes.get(row)!);
  }

  async *storeWaiting(): AsyncGenerator<readonly WaitedRow[], void, void> {
    yield* this.by.target.storeWaiting?.() ?? [];
  }

  takeRemarks(): readonly Finding[] {
    return this.remarks.splice(0);
  }

  refused(key: string, line: number): void {
    this.by.target.refused?.(key, line);
  }

  async close(): Promise<void> {
    await this.by.target.close?.();
  }

  /** Rows that are about no record yet. */
  private async add(rows: readonly Row[]): Promise<Map<Row, RowOutcome | Waiting>> {
    const { adding, target } = this.by;
    const outcomes = new Map<Row, RowOutcome | Waiting>();
    const good: { row: Row; value: InputTree }[] = [];
    for (const row of rows) {
      const { value, findings } = adding.read(fieldOf(row.value), Object.keys(row.value));
      if (value !== undefined) {
        good.push({ row, value });
        this.remarks.push(...findings.map((finding) => ({ line: row.line, ...finding })));
      } else {
        outcomes.set(row, findings);
        target.refused?.(row.key, row.line);
      }
    }
    if (good.length === 0) return outcomes;
    const stored = await target.store(good.map(({ row: { line, key }, value }) => ({ line, key, value })));
    for (const [index, { row }] of good.entries()) outcomes.set(row, stored[index]!);
    return outcomes;
  }

  /** A row whose record is there. */
  private async meet(row: Row, key: string): Promise<RowOutcome> {
    const { mode } = this.by;
    const { keyColumn } = this.table;
    if (mode === 'reject') return [refusal(keyColumn, row.key, 'EXISTS: What the row is about is there already.')];
    const id = encodeId(nounOf(this.table.noun).tag!, key);
    return mode === 'skip' ? this.leave(row, id) : this.change(row, id);
  }

  /** Leaves a record alone, and says what the row says otherwise. */
  private async leave(row: Row, id: string): Promise<RowOutcome> {
    const record = await this.recordOf(id);
    const field = fieldOf(row.value);
    for (const { column, kept } of record ? this.differences(record, field) : [])
      this.remarks.push({
        ...{ line: row.line, outcome: 'present', column, value: field(column) },
        reason: `Not changed: it is ${kept || 'blank'}. --on-existing update changes it.`,
      });
    return 'present';
  }

  private async recordOf(id: string): Promise<(GraphRecord & { id: string }) | null | undefined> {
    const { data } = await graphOperations.adapter.run(this.context, this.query, { id });
    return data?.[camel(nounOf(this.table.noun).name)] as (GraphRecord & { id: string }) | null | undefined;
  }

  /** Columns of which the row says something else than what is kept. */
  private differences(record: GraphRecord, field: RowField): { column: string; given: string; kept: string }[] {
    const { update, columns, keyColumn } = this.table;
    const form = (column: string, text: string) => update.normal[column]?.(text, this.by.zone) ?? text;
    return columns
      .filter(({ name, exportOnly }) => !exportOnly && name !== keyColumn && field(name) !== '')
      .map((column) => {
        const kept = shown((update.kept[column.name] ?? ((of: GraphRecord) => valueOf(column, of)))(record, field));
        return { column: column.name, given: form(column.name, field(column.name)), kept: form(column.name, kept) };
      })
      .filter(({ given, kept }) => given !== kept);
  }

  private async change(row: Row, id: string): Promise<RowOutcome> {
    const { update, keyColumn } = this.table;
    const record = await this.recordOf(id);
    if (!record) return [refusal(keyColumn, row.key, 'NOT_FOUND: You may not see what the row is about.')];
    const field = fieldOf(row.value);
    const differences = this.differences(record, field);
    const fixed = differences.filter(({ column }) => update.fixed.includes(column));
    if (fixed.length > 0)
      return fixed.map(({ column }) => refusal(column, field(column), 'FIXED: An import does not change it.'));
    if (differences.length === 0) return 'present';
    const readers: RowReader[] = [];
    const steps = update.steps({
      ...{ record, field, changed: new Set(differences.map(({ column }) => column)) },
      read: (only) => {
        const reader = new RowReader(only, this.by.zone);
        readers.push(reader);
        return reader;
      },
    });
    const faults = readers.flatMap(({ faults: found }) => found.map(rejectedCell));
    if (faults.length > 0) return faults;
    const outcome = await this.take(steps);
    if (typeof outcome !== 'string') return outcome;
    const said = this.context.rehearsal
      ? differences.map(({ column, kept }) => ({ column, reason: `Would be changed: it is ${kept || 'blank'} now.` }))
      : [];
    if (outcome === 'held') said.push({ column: '', reason: 'The change waits for approval.' });
    for (const { column, reason } of said)
      this.remarks.push({ line: row.line, outcome: 'loaded', column, value: column && field(column), reason });
    return outcome;
  }

  /** Takes all steps of a row, or none: several are rehearsed first. */
  private async take(steps: readonly ChangeStep[]): Promise<RowOutcome> {
    await this.references.resolve(steps.flatMap(({ input }) => [...referencesIn(input)]));
    const { context } = this;
    if (!context.rehearsal && steps.length === 1) return this.run(steps, context);
    const rehearsed = await context.database.rehearse(context, (staged) => this.run(steps, staged));
    return context.rehearsal || typeof rehearsed !== 'string' ? rehearsed : this.run(steps, context);
  }

  private async run(steps: readonly ChangeStep[], context: CallContext): Promise<RowOutcome> {
    let held = false;
    for (const { mutation, input } of steps) {
      const row = plainInput(input, (cell) => this.references.idOf(cell));
      if (row.faults.length > 0) return row.faults.map(rejectedCell);
      const document = importDocument(mutation, undefined, this.table.update.mutations[mutation]);
      const answer = await graphOperations.adapter.run({ ...context }, document, { input: row.input });
      const findings = [...faultsOf(answer, row), ...refusalsOf(answer, mutation, row)];
      if (findings.length > 0) return findings;
      const { held: waits, change } = answer.data?.[mutation] as { held?: boolean | null; change?: object | null };
      held ||= waits === true || !!change;
    }
    return held ? 'held' : 'updated';
  }
}

const rejectedCell = (fault: CellFault): FieldFinding => ({ ...fault, outcome: 'rejected' });

const refusal = (column: string, value: string, reason: string): FieldFinding => ({
  ...{ outcome: 'rejected', column, value, reason },
});
