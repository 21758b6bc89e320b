import { mayRun } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { UserError } from '../../kernel/errors/index.js';
import {
  type FieldFinding,
  ImportError,
  type Importer,
  type ImportRow,
  type RowOutcome,
} from '../../kernel/imports/index.js';
import { encodeId, nounOf } from '../../kernel/model/index.js';
import {
  type Cell,
  cellAt,
  plainInput,
  referenceQuery,
  referencesIn,
  type RowInput,
  RowReader,
  type TableDefinition,
} from '../../kernel/tables/index.js';
import { operatorZone } from '../calendar/index.js';
import { graphOperations, type OperationAnswer } from './graph-operations.port.js';

/** Rows that are given to the graph at the same time. */
const CONCURRENCY = 4;

/** The input of a row, its values still with their columns. */
type InputTree = Record<string, unknown>;

/**
 * Imports a table as its mutation would take each row by itself: with the rights of the caller, every check of the input, events
 * and the operation log. Days and times without a time zone are those of the operator. Rows whose record exists are left alone, so a file can be given again.
 * @param context who imports; in a rehearsal nothing is kept
 * @throws ImportError FORBIDDEN when the caller may not run the mutation
 */
export async function tableImporter(table: TableDefinition, context: CallContext): Promise<Importer<InputTree>> {
  if (!mayRun(table.mutation, context.caller))
    throw new ImportError('FORBIDDEN', `The permission ${table.mutation} is needed to import ${table.name}.`);
  const zone = await operatorZone(context.database);
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
      const findings = row.faults.map((fault) => ({ ...fault, outcome: 'rejected' as const }));
      return { value: findings.length > 0 ? undefined : value, findings };
    },
    prepare: async () => new TableTarget(table, context),
  };
}

class TableTarget {
  private readonly document: string;
  /** Ids by kind of reference and key; those that were not found are not kept, for they may come. */
  private readonly ids = new Map<string, Map<string, string>>();

  constructor(
    private readonly table: TableDefinition,
    private readonly context: CallContext,
  ) {
    const { mutation } = table;
    const type = table.inputType ?? `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    this.document = `mutation Import($input: ${type}!) { ${mutation}(input: $input) { userErrors { code message path } } }`;
  }

  async store(rows: readonly ImportRow<InputTree>[]): Promise<RowOutcome[]> {
    const known = await this.known(rows.map(({ key }) => key));
    await this.resolve(rows.flatMap(({ value }) => [...referencesIn(value)]));
    const outcomes = new Array<RowOutcome>(rows.length);
    let next = 0;
    const work = async () => {
      for (let index = next++; index < rows.length; index = next++) {
        const { key, value } = rows[index]!;
        outcomes[index] = known.has(key) ? 'present' : await this.storeRow(value);
      }
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, work));
    return outcomes;
  }

  private async known(keys: readonly string[]): Promise<Set<string>> {
    const sql =
      this.table.known ?? `select "code" as "key" from "${nounOf(this.table.noun).table}" where "code" = any($1)`;
    const { rows } = await this.context.database.pool.query<{ key: string }>(sql, [keys]);
    return new Set(rows.map(({ key }) => key));
  }

  /** Looks up the records that cells name, those of one kind together. */
  private async resolve(cells: readonly Cell[]): Promise<void> {
    const wanted = Map.groupBy(cells, ({ reference }) => referenceQuery(reference!));
    for (const [sql, group] of wanted) {
      const ids = this.ids.get(sql) ?? new Map<string, string>();
      this.ids.set(sql, ids);
      const keys = [...new Set(group.map(({ value }) => String(value)))].filter((key) => !ids.has(key));
      if (keys.length === 0) continue;
      const { rows } = await this.context.database.pool.query<{ key: string; id: string }>(sql, [keys]);
      const { tag } = nounOf(group[0]!.reference!.noun);
      for (const { key, id } of rows) ids.set(key, encodeId(tag!, id));
    }
  }

  private async storeRow(tree: InputTree): Promise<RowOutcome> {
    const row = plainInput(tree, (cell) => this.ids.get(referenceQuery(cell.reference!))?.get(String(cell.value)));
    if (row.faults.length > 0) return row.faults.map((fault) => ({ ...fault, outcome: 'rejected' }));
    const answer = await graphOperations.adapter.run({ ...this.context }, this.document, { input: row.input });
    const findings = [...faultsOf(answer, row), ...refusalsOf(answer, this.table.mutation, row)];
    return findings.length > 0 ? findings : 'loaded';
  }
}

/** What the graph says of values that do not have the form of the input, such as a day that is none. */
function faultsOf({ errors }: OperationAnswer, row: RowInput): FieldFinding[] {
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

function refusalsOf({ data }: OperationAnswer, mutation: string, row: RowInput): FieldFinding[] {
  const payload = data?.[mutation] as { userErrors: readonly UserError[] } | null | undefined;
  return (payload?.userErrors ?? []).map(({ code, message, path }) => findingAt(row, path, `${code}: ${message}`));
}

function findingAt({ cells }: RowInput, path: readonly string[], reason: string): FieldFinding {
  const cell = cellAt(cells, path);
  const value = typeof cell?.value === 'object' ? '' : String(cell?.value ?? '');
  return { outcome: 'rejected', column: cell?.column ?? '', value, reason };
}
