import { requirePermission } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { codedError } from '../../kernel/errors/index.js';
import { constant, nounOf } from '../../kernel/model/index.js';
import { type GraphRecord, type TableColumn, type TableDefinition, tableOfNow } from '../../kernel/tables/index.js';
import { graphOperations } from './graph-operations.port.js';

/** Records that are read at once: the longest page that a list gives. */
const PAGE = 200;

/** Which records an export writes. */
export interface ExportChoice {
  /** A filter of the noun's list in the graph, such as `{"lifecycle": {"eq": "IN_NETWORK"}}`; all records when absent. */
  filter?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * The rows of an export, the header first: records that the caller sees, with fields as they see them, read page by page through
 * the graph.
 * @throws FORBIDDEN without the permission of the table, BAD_USER_INPUT for a filter that the list does not know
 */
export async function* exportRows(
  context: CallContext,
  base: TableDefinition,
  { filter }: ExportChoice = {},
): AsyncGenerator<string[], void> {
  requirePermission(context.caller, base.exportPermission);
  const table = await tableOfNow(base, context.database);
  const document = exportDocument(table);
  const list = table.list ?? table.name;
  let after: string | null = null;
  let more = true;
  for (let first = true; more; first = false) {
    const { data, errors } = await graphOperations.adapter.run(context, document, { after, filter: filter ?? null });
    const page = data?.[list] as Page | undefined;
    if (!page || errors.length > 0) throw refusal(errors);
    if (first) yield table.columns.map(({ name }) => name);
    for (const record of page.nodes) yield table.columns.map((column) => shown(valueOf(column, record)));
    after = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage;
  }
}

interface Page {
  nodes: readonly GraphRecord[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

function refusal(errors: readonly { message: string; code: string | undefined; cause: unknown }[]): Error {
  const [first] = errors;
  if (first?.cause instanceof Error) return first.cause;
  const code = first?.code === 'FORBIDDEN' ? first.code : 'BAD_USER_INPUT';
  return codedError(code, first?.message ?? 'The records cannot be read.', { path: ['filter'] });
}

/** The query of an export, for one page; the order is that of the keys, so the same records make the same file. */
export function exportDocument(table: TableDefinition): string {
  const { name } = nounOf(table.noun);
  const fields = [...new Set(table.columns.map(selectionOf))].join(' ');
  return `query ${name}Export($after: String, $filter: ${name}Filter) { ${table.list ?? table.name}(first: ${PAGE}, after: $after, filter: $filter, orderBy: [{ field: ${constant(table.exportOrder ?? table.keyColumn)} }]) { nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`;
}

/** What is selected of a record for a column. */
export function selectionOf({ name, at = name, select }: TableColumn): string {
  const [last, ...outer] = at.split('.').reverse();
  return select ?? outer.reduce((inner, part) => `${part} { ${inner} }`, last!);
}

/** What a record has in a column. */
export function valueOf(column: TableColumn, record: GraphRecord): unknown {
  if (column.value) return column.value(record);
  let value: unknown = record;
  for (const part of (column.at ?? column.name).split('.'))
    value = typeof value === 'object' && value !== null ? (value as GraphRecord)[part] : undefined;
  return value;
}

/** A value as a cell of a table. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(shown).join('; ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
}
