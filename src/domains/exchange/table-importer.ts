import { mayRun } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { UserError } from '../../kernel/errors/index.js';
import {
  type FieldFinding,
  ImportError,
  type Importer,
  type ImportRow,
  type ImportTarget,
  type RowOutcome,
  type WaitedRow,
  type Waiting,
} from '../../kernel/imports/index.js';
import { encodeId, nounOf } from '../../kernel/model/index.js';
import {
  type Cell,
  cellAt,
  notNamed,
  plainInput,
  referenceQuery,
  referencesIn,
  type RowInput,
  RowReader,
  type TableDefinition,
  tableOfNow,
} from '../../kernel/tables/index.js';
import { operatorZone } from '../calendar/index.js';
import { graphOperations, type OperationAnswer } from './graph-operations.port.js';
import { References } from './references.js';
import { type InputTree, type LinkedRow, linkedRowLimits, LinkedRows } from './linked-rows.js';

/** Rows that are given to the graph at the same time. */
const CONCURRENCY = 4;

type Row = ImportRow<InputTree>;

/**
 * Imports a table as its mutation would take each row by itself: with the rights of the caller, every check of the input, events
 * and the operation log. Where rows may name other rows of the file, those wait for these. Days and times without a time zone are those of the operator. Rows whose record exists are left alone, so a file can be given again.
 * @param context who imports; in a rehearsal nothing is kept
 * @throws ImportError FORBIDDEN when the caller may not run the mutation
 */
export async function tableImporter(base: TableDefinition, context: CallContext): Promise<Importer<InputTree>> {
  if (!mayRun(base.mutation, context.caller))
    throw new ImportError('FORBIDDEN', `The permission ${base.mutation} is needed to import ${base.name}.`);
  const table = await tableOfNow(base, context.database);
  const zone = await operatorZone(context.database);
  // What an export tells and no import reads is said once, not for each row.
  const unread = new Set(table.columns.filter(({ exportOnly }) => exportOnly));
  return {
    name: table.name,
    columns: table.columns.map(({ name }) => name),
    neededColumns: table.columns.filter(({ needed }) => needed).map(({ name }) => name),
    keyColumn: table.keyColumn,
    ...(table.distinct ? { distinct: table.distinct } : {}),
    read(field) {
      const row = new RowReader(field, zone);
      const value = table.input(row);
      for (const { name, needed } of table.columns) if (needed && !row.has(name)) row.fault(name, 'A value is needed.');
      const findings = row.faults.map((fault): FieldFinding => ({ ...fault, outcome: 'rejected' }));
      if (findings.length > 0) return { value: undefined, findings };
      for (const column of [...unread].filter(({ name, becomes }) => row.has(name) && field(name) !== becomes)) {
        unread.delete(column);
        const reason = `An import does not read this column${column.becomes ? `: what is new is ${column.becomes}` : ''}. This is said once.`;
        findings.push({ outcome: 'loaded', column: column.name, value: field(column.name), reason });
      }
      return { value, findings };
    },
    prepare: async () => new TableTarget(table, context),
  };
}

/** The operation by which a row is given to a mutation. @param more what is selected of the answer besides what was wrong */
export function importDocument(mutation: string, inputType?: string, more = ''): string {
  const type = inputType ?? `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  return `mutation Import($input: ${type}!) { ${mutation}(input: $input) { userErrors { code message path } ${more} } }`;
}

/** A transaction in which rehearsed rows follow each other. */
interface Stage {
  context: CallContext;
  /** Keys of the rows that are there. */
  keys: Set<string>;
}

class TableTarget implements ImportTarget<InputTree> {
  private readonly document: string;
  private readonly references: References;
  private readonly links: LinkedRows;

  constructor(
    private readonly table: TableDefinition,
    private readonly context: CallContext,
  ) {
    const { mutation } = table;
    this.document = importDocument(mutation, table.inputType);
    this.references = new References(context.database);
    this.links = new LinkedRows(table, (cell) => this.references.idOf(cell) !== undefined);
  }

  async store(rows: readonly Row[]): Promise<(RowOutcome | Waiting)[]> {
    const outcomes = await this.storeReady(rows);
    for (const row of rows) if (!outcomes.has(row)) await this.links.wait(row);
    return rows.map((row) => outcomes.get(row) ?? 'waiting');
  }

  async *storeWaiting(): AsyncGenerator<readonly WaitedRow[], void, void> {
    if (this.context.rehearsal) yield* this.rehearseWaiting();
    else
      for (const linked of this.links.inOrder(linkedRowLimits.batch)) {
        const rows = await Promise.all(linked.map((row) => this.links.rowOf(row)));
        const outcomes = await this.storeReady(rows);
        // What the rest name is nowhere: they are told so.
        await this.storeAll(
          rows.filter((row) => !outcomes.has(row)),
          outcomes,
        );
        yield rows.map((row) => ({ line: row.line, outcome: outcomes.get(row)! }));
      }
    const left: WaitedRow[] = [];
    for (const linked of this.links.takeWaiting()) {
      const row = await this.links.rowOf(linked);
      left.push({ line: row.line, outcome: this.links.circleOf(row) });
    }
    if (left.length > 0) yield left;
  }

  refused(key: string, line: number): void {
    this.links.refuse(key, line);
  }

  close(): Promise<void> {
    return this.links.close();
  }

  /**
   * Rehearses rows that have waited, each once after those that it names, which are still there: on a stage that is undone from time to
   * time, but only when those that have to come again are few beside those that were there. So the work grows with the rows, however
   * they hang together.
   */
  private async *rehearseWaiting(): AsyncGenerator<readonly WaitedRow[], void, void> {
    const order = this.links.inOrder(1);
    for (let next = order.next(); !next.done;) {
      yield await this.context.database.rehearse(this.context, async (context) => {
        const keys = new Set<string>();
        const waited: WaitedRow[] = [];
        for (; !next.done; next = order.next()) {
          const [linked] = next.value;
          if (keys.size >= linkedRowLimits.stage && 2 * this.links.depthOf(linked!.names) <= keys.size) break;
          waited.push({ line: linked!.line, outcome: await this.rehearseRow(linked!, { context, keys }) });
        }
        return waited;
      });
    }
  }

  private async rehearseRow(linked: LinkedRow, { context, keys }: Stage): Promise<RowOutcome> {
    const row = await this.links.rowOf(linked);
    const refusal = this.links.refusalOf(row);
    if (!refusal)
      for (const before of this.links.before(linked, keys)) {
        await this.give((await this.links.rowOf(before)).value, context);
        keys.add(before.key);
      }
    const outcome = refusal ?? (await this.give(row.value, context));
    if (outcome === 'loaded') {
      keys.add(row.key);
      await this.links.load(row, true, linked.place);
    } else this.links.refuse(row.key, row.line);
    return outcome;
  }

  /** Stores rows, those that others of them name first. @returns what became of them; nothing of those that name what is not there */
  private async storeReady(rows: readonly Row[]): Promise<Map<Row, RowOutcome>> {
    const known = await this.known(rows.map(({ key }) => key));
    const outcomes = new Map<Row, RowOutcome>();
    for (const row of rows) if (known.has(row.key)) outcomes.set(row, 'present');
    for (let before = -1; before < outcomes.size;) {
      before = outcomes.size;
      const open = rows.filter((row) => !outcomes.has(row));
      await this.references.resolve(open.flatMap(({ value }) => [...referencesIn(value)]));
      for (const row of open) {
        const refusal = this.links.refusalOf(row);
        if (!refusal) continue;
        outcomes.set(row, refusal);
        this.links.refuse(row.key, row.line);
      }
      await this.storeAll(
        open.filter((row) => !outcomes.has(row) && this.links.isReady(row)),
        outcomes,
      );
      if (outcomes.size === rows.length) break;
    }
    return outcomes;
  }

  private async storeAll(rows: readonly Row[], outcomes: Map<Row, RowOutcome>): Promise<void> {
    let next = 0;
    const work = async () => {
      for (let index = next++; index < rows.length; index = next++)
        outcomes.set(rows[index]!, await this.storeRow(rows[index]!));
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, work));
  }

  private async known(keys: readonly string[]): Promise<Set<string>> {
    const sql =
      this.table.known ?? `select "code" as "key" from "${nounOf(this.table.noun).table}" where "code" = any($1)`;
    const { rows } = await this.context.database.pool.query<{ key: string }>(sql, [keys]);
    return new Set(rows.map(({ key }) => key));
  }

  private async storeRow(row: Row): Promise<RowOutcome> {
    const outcome = await this.give(row.value, this.context);
    if (outcome === 'loaded') await this.links.load(row, this.context.rehearsal === true);
    else this.links.refuse(row.key, row.line);
    return outcome;
  }

  /** Gives a row to the graph. */
  private async give(tree: InputTree, context: CallContext): Promise<RowOutcome> {
    const staged = context.stage ? await this.stagedIds(tree, context.stage) : undefined;
    const row = plainInput(tree, (cell) => this.references.idOf(cell) ?? staged?.get(cell));
    if (row.faults.length > 0) return row.faults.map((fault) => ({ ...fault, outcome: 'rejected' }));
    const answer = await graphOperations.adapter.run({ ...context }, this.document, { input: row.input });
    const findings = [...faultsOf(answer, row), ...refusalsOf(answer, this.table.mutation, row)];
    return findings.length > 0 ? findings : 'loaded';
  }

  /** Ids of records that a row names and that are on the stage only. */
  private async stagedIds(tree: InputTree, stage: NonNullable<CallContext['stage']>): Promise<Map<Cell, string>> {
    const ids = new Map<Cell, string>();
    for (const cell of this.links.namesIn(tree)) {
      const { noun } = cell.reference!;
      const sql = referenceQuery(cell.reference!).replace('any($1)', 'any(array[?])');
      const [found] = await stage.execute<{ id: string }[]>(sql, [String(cell.value)]);
      if (found) ids.set(cell, encodeId(nounOf(noun).tag!, found.id));
    }
    return ids;
  }
}

/** What the graph says of values that do not have the form of the input, such as a day that is none. */
export function faultsOf({ errors }: OperationAnswer, row: RowInput): FieldFinding[] {
  return errors.map(({ message, cause }) => {
    if (cause !== undefined) throw cause;
    const path =
      /at "([^"]+)";/
        .exec(message)?.[1]
        ?.split(/[.[\]]+/)
        .filter(Boolean) ?? [];
    const reason = message.replace(/^Variable "\$input" got invalid value .*?; /s, '');
    return findingAt(row, path, reason);
  });
}

/** What the graph has against a row. */
export function refusalsOf({ data }: OperationAnswer, mutation: string, row: RowInput): FieldFinding[] {
  const payload = data?.[mutation] as { userErrors: readonly UserError[] } | null | undefined;
  return (payload?.userErrors ?? []).map(({ code, message, path }) => {
    // A record that the caller may not see is told like one that is not there.
    const named = code === 'NOT_FOUND' ? cellAt(row.cells, path)?.reference : undefined;
    return findingAt(row, path, named ? notNamed(named) : `${code}: ${message}`);
  });
}

function findingAt({ cells }: RowInput, path: readonly string[], reason: string): FieldFinding {
  const cell = cellAt(cells, path);
  const value = typeof cell?.value === 'object' ? '' : String(cell?.value ?? '');
  return { outcome: 'rejected', column: cell?.column ?? '', value, reason };
}
