import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isEnumType,
  isObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { columnName } from '../../kernel/model/naming.js';
import {
  type NounMeta,
  type ScalarKind,
  embeddableOf,
  nounByName,
  nounOf,
  valueObjectByName,
} from '../../kernel/model/registry.js';
import type { Report, ReportScope } from '../../kernel/model/report.js';
import { checkGiven } from '../contract/reports.js';
import type { Arguments } from './argument.js';
import type { Compilation } from './compilation.js';
import { type CollectedField, collectFields, selectionsOf } from './fields.js';
import { type Part, array, concatenate, literal, object, scalarText, sql } from './json-text.js';
import { kindCondition, required, rowText } from './object.js';
import type { Binding } from './statement.js';
import { visibleIn } from './visibility.js';

type Given = Readonly<Record<string, unknown>>;
type Field = GraphQLField<unknown, unknown>;

/** The JSON text of a report: its statement stands in that of the operation, and only what is selected of its rows is read. */
export function reportParts(compilation: Compilation, field: CollectedField, report: Report, given: Arguments): Part[] {
  const names = Object.keys(report.args);
  const asked = (binding: Binding): Given =>
    Object.fromEntries(names.map((name) => [name, given(name).source(binding)]));
  compilation.parameters.demand((binding) => {
    checkGiven(report, asked(binding));
    report.admit(binding.caller, asked(binding));
  });
  const present = Object.fromEntries(names.map((name) => [name, given(name).value]));
  const scope = scopeOf(compilation, asked, present) as ReportScope<never>;
  const statement = report.sql(scope);
  const found = report.found?.(scope);
  const row = compilation.alias();
  const { first } = present;
  const most = typeof first === 'number' && first >= 0 ? Math.min(first, report.most) : report.most;
  const text = () => reportRow(compilation, { report, row, most }, field);
  compilation.cost.wholeList();
  // Without its one row it stands marked, so that the error says at which place nothing was found.
  if (report.shape === 'one') return required(compilation, `(select ${text()} from (${statement}) ${row})`);
  const list = compilation.cost.page(most, () => concatenate(array(text())));
  const rows = `(select ${list} from (${statement}) ${row})`;
  return found ? required(compilation, `case when ${found} then ${rows} end`) : [sql(rows)];
}

function scopeOf(compilation: Compilation, asked: (binding: Binding) => Given, present: Given): ReportScope<Given> {
  const { parameters } = compilation;
  return {
    value: (read) => parameters.add((binding) => read(asked(binding)) ?? null),
    where: (read, make, bound = (value) => value) =>
      read(present) == null ? '' : make(parameters.add((binding) => bound(read(asked(binding))!))),
    sees: (noun, alias) => visibleIn(compilation, nounOf(noun), alias) ?? 'true',
    get now() {
      return `${parameters.add(({ at }) => at, 'at')}::timestamptz`;
    },
  };
}

/** A row of a report. */
interface Place {
  report: Report;
  /** Its quoted alias. */
  row: string;
  /** Most rows of a list in it. */
  most: number;
}

function reportRow(compilation: Compilation, place: Place, field: CollectedField): string {
  const { name } = place.report.rows;
  const type = compilation.source.schema.getType(name) as GraphQLObjectType;
  return compilation.cost.object(() => {
    const members = collectFields(compilation.source, selectionsOf(field), name).map((member) => ({
      key: member.key,
      value:
        member.name === '__typename'
          ? [literal(`"${name}"`)]
          : cell(compilation, place, member, type.getFields()[member.name]!),
    }));
    return concatenate(object(members));
  });
}

/** A column as the type of its field says. */
function cell(
  compilation: Compilation,
  { report, row, most }: Place,
  field: CollectedField,
  { name, type }: Field,
): Part[] {
  const list = isListType(getNullableType(type));
  const nullable = !isNonNullType(type);
  const named = getNamedType(type);
  const column = `${row}."${name}"`;
  const noun = nounByName(named.name);
  if (noun && list) return compilation.cost.page(most, () => references(compilation, noun, column, field));
  if (noun) return reference(compilation, noun, column, nullable, field);
  const value = valueObjectByName(named.name);
  if (value) return valueText(compilation, value, `${row}."${name}_`, nullable, field);
  if (isObjectType(named)) {
    const inner = report.shape === 'one' ? most : MOST_INSIDE;
    return compilation.cost.page(inner, () => objects(compilation, named, column, field));
  }
  if (list) return scalarText('textArray', column, nullable);
  return scalarText(isEnumType(named) ? 'enum' : SCALARS[named.name]!, column, nullable);
}

/** How many objects in a column a list is priced by. */
const MOST_INSIDE = 10;

const SCALARS: Readonly<Record<string, ScalarKind>> = {
  ...{ Int: 'int', Float: 'int', Boolean: 'boolean', String: 'text', Decimal: 'decimal', Json: 'json' },
  ...{ DateTime: 'dateTime', Date: 'date', ID: 'id' },
};

/** Rows by the keys in an array, in its order; those that the caller does not see are left out. */
function references(compilation: Compilation, noun: NounMeta, keys: string, field: CollectedField): Part[] {
  const row = compilation.alias();
  const visible = visibleIn(compilation, noun, row);
  const text = rowText(compilation, noun, row, selectionsOf(field));
  const rows = `unnest(${keys}) with ordinality u("key", "place") join "${noun.table}" ${row} on ${row}."id" = u."key"${kindCondition(noun, row)}`;
  const list = concatenate(array(text, { orderBy: 'u."place"' }));
  return [sql(`(select ${list} from ${rows}${visible ? ` where ${visible}` : ''})`)];
}

/** Objects that stand as JSON in a column, with their values as the contract prints them. */
function objects(compilation: Compilation, { name }: GraphQLObjectType, column: string, field: CollectedField): Part[] {
  const item = compilation.alias();
  const text = compilation.cost.object(() => {
    const members = collectFields(compilation.source, selectionsOf(field), name).map((member) => ({
      key: member.key,
      value: [
        member.name === '__typename'
          ? literal(`"${name}"`)
          : sql(`coalesce((${item}."value" -> '${member.name}')::text,'null')`),
      ],
    }));
    return concatenate(object(members));
  });
  const list = concatenate(array(text, { orderBy: `${item}."place"` }));
  return [sql(`(select ${list} from jsonb_array_elements(${column}) with ordinality ${item}("value", "place"))`)];
}

function reference(
  compilation: Compilation,
  noun: NounMeta,
  key: string,
  nullable: boolean,
  field: CollectedField,
): Part[] {
  const row = compilation.alias();
  const visible = visibleIn(compilation, noun, row);
  const text = rowText(compilation, noun, row, selectionsOf(field));
  const found = `(select ${text} from "${noun.table}" ${row} where ${row}."id" = ${key}${kindCondition(noun, row)}${visible ? ` and ${visible}` : ''})`;
  return nullable ? [sql(`coalesce(${found},'null')`)] : required(compilation, found);
}

function valueText(
  compilation: Compilation,
  value: Parameters<typeof embeddableOf>[0],
  prefix: string,
  nullable: boolean,
  field: CollectedField,
): Part[] {
  const { name, fields } = embeddableOf(value);
  const columns = [...fields.values()].flatMap((part) => (part.kind === 'column' ? part : []));
  const members = collectFields(compilation.source, selectionsOf(field), name).map((member) => {
    const part = columns.find((each) => each.name === member.name);
    return {
      key: member.key,
      value: part
        ? scalarText(part.scalar, `${prefix}${columnName(part.name)}"`, part.nullable)
        : [literal(`"${name}"`)],
    };
  });
  if (!nullable) return object(members);
  const [telling] = columns.filter((part) => !part.nullable);
  return [
    sql(
      `case when ${prefix}${columnName(telling!.name)}" is null then 'null' else ${concatenate(object(members))} end`,
    ),
  ];
}
