import { type GraphQLField, type GraphQLResolveInfo, getNamedType, isObjectType } from 'graphql';
import type { Caller } from '../../kernel/access/caller.js';
import { visibleRows } from '../../kernel/access/visible-rows.js';
import type { Database } from '../../kernel/database/database.js';
import { columnName } from '../../kernel/model/naming.js';
import { embeddableOf, nounByName, valueObjectByName } from '../../kernel/model/registry.js';
import type { Report, ReportScope } from '../../kernel/model/report.js';
import { missingReference } from '../contract/checks.js';
import { checkGiven } from '../contract/reports.js';
import { collectFields } from '../read/fields.js';

type Row = Readonly<Record<string, unknown>>;

/** A report without the compiler: its statement alone, and a row of the class per row. */
export async function readReport(
  database: Pick<Database, 'pool' | 'clock'>,
  caller: Caller,
  info: GraphQLResolveInfo,
  report: Report,
  args: Row,
): Promise<unknown> {
  checkGiven(report, args);
  report.admit(caller, args);
  const scoped = () => scopeOf(database, caller, args);
  const condition = scoped();
  const found = report.found?.(condition.scope as ReportScope<never>);
  if (found) {
    const { rows: seen } = await database.pool.query<{ found: boolean }>(`select ${found} "found"`, condition.values);
    if (!seen[0]!.found) throw missingReference();
  }
  const { scope, values } = scoped();
  const statement = report.sql(scope as ReportScope<never>);
  const fields = selected(info, report);
  // What nobody asks for is not computed, and cannot fail.
  const columns = fields.flatMap(columnsOf).map((name) => `"r"."${name}"`);
  const { rows } = await database.pool.query<Row>(`select ${columns.join(', ')} from (${statement}) "r"`, values);
  const answered = rows.map((row) =>
    Object.assign(
      Object.create(report.rows.prototype as object) as object,
      Object.fromEntries(fields.map((field) => [field.name, valueOf(row, field)])),
    ),
  );
  if (report.shape !== 'one') return answered;
  if (!answered[0]) throw missingReference();
  return answered[0];
}

type Field = GraphQLField<unknown, unknown>;

/** The fields that are selected of the rows of a report. */
function selected(info: GraphQLResolveInfo, { rows: { name } }: Report): Field[] {
  const { schema, operation, fragments, variableValues: variables } = info;
  const sets = info.fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const names = collectFields({ schema, operation, fragments, variables }, sets, name).map((field) => field.name);
  const type = schema.getType(name);
  return isObjectType(type) ? Object.values(type.getFields()).filter((field) => names.includes(field.name)) : [];
}

function columnsOf({ name, type }: Field): string[] {
  const value = valueObjectByName(getNamedType(type).name);
  return value ? [...embeddableOf(value).fields.keys()].map((part) => `${name}_${columnName(part)}`) : [name];
}

function scopeOf(database: Pick<Database, 'clock'>, caller: Caller, args: Row) {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const scope: ReportScope<Row> = {
    value: (read) => bind(read(args) ?? null),
    where: (read, make, bound = (value) => value) => (read(args) == null ? '' : make(bind(bound(read(args)!)))),
    sees: (noun, alias) => visibleRows(noun, caller, alias, bind),
    get now() {
      return `${bind(database.clock())}::timestamptz`;
    },
  };
  return { scope, values };
}

function valueOf(row: Row, { name, type }: Field): unknown {
  const named = getNamedType(type).name;
  const noun = nounByName(named);
  const known = (id: unknown): object =>
    Object.assign(Object.create(noun!.target.prototype as object) as object, { id });
  if (noun && Array.isArray(row[name])) return row[name].map(known);
  if (noun) return row[name] == null ? null : known(row[name]);
  const value = valueObjectByName(named);
  // An instance of nothing, so that it is not taken for a compiled row.
  const inner = (item: object) => Object.assign(Object.create({}) as object, item);
  if (!value && isObjectType(getNamedType(type))) return (row[name] as object[]).map(inner);
  if (!value) return row[name];
  const parts = [...embeddableOf(value).fields.keys()].map(
    (part) => [part, row[`${name}_${columnName(part)}`]] as const,
  );
  if (parts.every(([, part]) => part == null)) return null;
  return Object.assign(Object.create(value.prototype as object) as object, Object.fromEntries(parts));
}
