import { decodeId } from '../../kernel/model/global-id.js';
import { columnName } from '../../kernel/model/naming.js';
import {
  type ColumnField,
  type EmbeddedField,
  type FieldMeta,
  type NounMeta,
  type ScalarKind,
  concreteNouns,
  embeddableOf,
  nounFields,
  nounOf,
} from '../../kernel/model/registry.js';
import {
  boundedList,
  orderedJson,
  refuseNullFilter,
  refuseNullOperator,
  refuseWideFilter,
  storable,
} from '../contract/checks.js';
import { type Operator, isUnserved, typeMembers } from '../contract/filters.js';
import type { ArgumentValue } from './argument.js';
import type { Compilation } from './compilation.js';
import { searchCondition } from './search.js';
import { visibleIn } from './visibility.js';

const casts: Partial<Record<ScalarKind, string>> = {
  id: 'uuid',
  int: 'int',
  decimal: 'numeric',
  date: 'date',
  dateTime: 'timestamptz',
  boolean: 'boolean',
};
const comparison: Partial<Record<Operator, string>> = { eq: '=', ne: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=' };

/**
 * The SQL condition of a noun's filter argument; undefined when it says nothing.
 * @param found the condition of the filter's own `search`, where its table is joined already
 */
export function filterCondition(
  compilation: Compilation,
  noun: NounMeta,
  alias: string,
  filter: ArgumentValue,
  found?: string,
): string | undefined {
  if (filter.value === undefined || filter.value === null) return undefined;
  refuseWideFilter(filter.value);
  const parts = filter.members().flatMap(([key, value]) => {
    return (key === 'search' && found) || (member(compilation, noun, alias, key, value) ?? []);
  });
  return parts.length ? parts.join(' and ') : undefined;
}

function member(
  compilation: Compilation,
  noun: NounMeta,
  alias: string,
  key: string,
  value: ArgumentValue,
): string | undefined {
  if (value.value === undefined) return undefined;
  if (value.value === null) return refuseNullFilter(key);
  if (key === 'and')
    return combine(
      value.items().map((item) => filterCondition(compilation, noun, alias, item) ?? 'true'),
      ' and ',
      'true',
    );
  if (key === 'or')
    return combine(
      value.items().map((item) => filterCondition(compilation, noun, alias, item) ?? 'true'),
      ' or ',
      'false',
    );
  if (key === 'not') return `not coalesce((${filterCondition(compilation, noun, alias, value) ?? 'true'}),false)`;
  if (key === 'search') compilation.demandPresent('what is searched');
  if (key === 'search') return searchCondition(compilation, noun, alias, value);
  const type = new Map(typeMembers(noun)).get(key);
  if (type) {
    // Rows of one table: what is asked of the type is asked of the same row.
    const condition = filterCondition(compilation, type, alias, value);
    return `${alias}."kind" = '${type.discriminator}'${condition ? ` and (${condition})` : ''}`;
  }
  return fieldCondition(compilation, nounFields(noun).get(key)!, noun, alias, value);
}

const combine = (parts: readonly string[], operator: string, empty: string) =>
  parts.length ? `(${parts.join(operator)})` : empty;

function fieldCondition(
  compilation: Compilation,
  field: FieldMeta,
  noun: NounMeta,
  alias: string,
  value: ArgumentValue,
): string | undefined {
  const column = `${alias}."${columnName(field.name)}"`;
  switch (field.kind) {
    case 'column':
      compilation.demandShown(noun, field.name);
      if (!isServed(field, value)) compilation.cost.slowFilter();
      return operators(compilation, field.scalar, column, value, noun);
    case 'embedded':
      compilation.demandShown(noun, field.name);
      return embedded(compilation, field, alias, value);
    case 'one':
      return related(compilation, nounOf(field.target()), `${alias}."${columnName(field.name)}_id"`, value);
    case 'characteristics':
      if (!isIndexed(value.items())) compilation.cost.slowFilter();
      return combine(
        value.items().map((item) => characteristic(compilation, column, item)),
        ' and ',
        'true',
      );
    default:
      return undefined;
  }
}

/** Whether an index finds the rows for at least one of the operators: then the others look at those rows only. */
function isServed({ access }: ColumnField, value: ArgumentValue): boolean {
  const asked = value.members().filter(([, operand]) => operand.value !== undefined);
  const unserved = asked.filter(([name, { value: given }]) => isUnserved(name as Operator, given, access === 'search'));
  return access !== 'slow' && (asked.length === 0 || unserved.length < asked.length);
}

/** A condition on the referenced row; rows that the caller may not see do not match, whatever they hold. */
function related(compilation: Compilation, target: NounMeta, key: string, value: ArgumentValue): string {
  const inner = compilation.alias();
  const condition = [filterCondition(compilation, target, inner, value), visibleIn(compilation, target, inner)]
    .filter(Boolean)
    .join(' and ');
  return `exists (select 1 from ${compilation.rowsBy(target, '"id"', key)} ${inner} where ${inner}."id" = ${key}${condition ? ` and ${condition}` : ''})`;
}

function embedded(
  compilation: Compilation,
  field: EmbeddedField,
  alias: string,
  value: ArgumentValue,
): string | undefined {
  const { fields } = embeddableOf(field.value());
  compilation.cost.slowFilter();
  const parts = value.members().flatMap(([key, part]) => {
    const meta = fields.get(key);
    if (meta?.kind !== 'column' || part.value === undefined) return [];
    if (part.value === null) return refuseNullFilter(key);
    return operators(compilation, meta.scalar, `${alias}."${columnName(field.name)}_${columnName(key)}"`, part) ?? [];
  });
  return parts.length ? parts.join(' and ') : undefined;
}

/** Conditions on one characteristic; those that an index serves narrow the rows at which the others look. */
function characteristic(compilation: Compilation, column: string, item: ArgumentValue): string {
  const bind = (convert: (given: Record<string, unknown>) => unknown, what: string) =>
    compilation.parameters.add(
      (binding) => convert(storable(item.source(binding) as Record<string, unknown>)),
      `${item.identity}:${what}`,
    );
  const asked = item.members().filter(([operator, operand]) => operator !== 'name' && operand.value !== undefined);
  // A parameter that no condition uses is of no type.
  if (asked.length === 0) return 'true';
  const value = `${column} -> ${bind(({ name }) => name, 'name')}::text`;
  const parts = asked.flatMap(([operator, operand]) => {
    if (operand.value === null) return refuseNullOperator(operator);
    const given = (convert: (given: unknown) => unknown) => bind((members) => convert(members[operator]), operator);
    switch (operator) {
      // Containment is what the index knows; lists and objects contain more than their equals, so equality is asked too.
      case 'eq': {
        const pair = bind(({ name, eq }) => JSON.stringify({ [name as string]: eq }), 'pair');
        return `${column} @> ${pair}::jsonb and ${value} = ${given((eq) => JSON.stringify(eq))}::jsonb`;
      }
      case 'in': {
        const pairs = bind(
          (members) => listed(members).map((each) => JSON.stringify({ [members['name'] as string]: each })),
          'pairs',
        );
        const values = bind((members) => listed(members).map((each) => JSON.stringify(each)), 'values');
        return `${column} @> any(${pairs}::jsonb[]) and ${value} = any(${values}::jsonb[])`;
      }
      case 'contains':
        return isText(value, `ilike ${given((text) => `%${escapePattern(String(text))}%`)}`);
      case 'startsWith':
        return isText(value, `like ${given((text) => `${escapePattern(String(text))}%`)}`);
      case 'isNull':
        return `coalesce(jsonb_typeof(${value}), 'null') ${operand.value === true ? '=' : '<>'} 'null'`;
      default: {
        const other = `${given((each) => JSON.stringify(orderedJson(each)))}::jsonb`;
        const sign = comparison[operator as Operator];
        return `jsonb_typeof(${value}) = jsonb_typeof(${other}) and case jsonb_typeof(${other}) when 'number' then ${value} ${sign} ${other} else (${value}) #>> '{}' ${sign} (${other} #>> '{}') collate "C" end`;
      }
    }
  });
  return `(${parts.join(' and ')})`;
}

const listed = (members: Record<string, unknown>): readonly unknown[] => boundedList(members['in'] as unknown[]);

const isText = (value: string, condition: string): string =>
  `jsonb_typeof(${value}) = 'string' and (${value}) #>> '{}' ${condition}`;

/** Whether the index on all characteristics finds the rows for one of the conditions: then the others look at those rows only. */
const isIndexed = (items: readonly ArgumentValue[]): boolean =>
  items.length === 0 || items.some((item) => item.at('eq').value !== undefined || item.at('in').value !== undefined);

function operators(
  compilation: Compilation,
  kind: ScalarKind,
  column: string,
  value: ArgumentValue,
  noun?: NounMeta,
): string | undefined {
  const parts = value.members().flatMap(([operator, operand]) => {
    if (operand.value === undefined) return [];
    if (operand.value === null) return refuseNullOperator(operator);
    return condition(compilation, kind, column, operator as Operator, operand, noun);
  });
  return parts.length ? parts.join(' and ') : undefined;
}

function condition(
  compilation: Compilation,
  kind: ScalarKind,
  column: string,
  operator: Operator,
  operand: ArgumentValue,
  noun?: NounMeta,
): string {
  const cast = casts[kind] ?? 'text';
  const identity = kind === 'id' ? `${operand.identity}:${operator}:${noun!.name}` : `${operand.identity}:${operator}`;
  const bind = (convert: (value: unknown) => unknown = (value) => value) =>
    compilation.parameters.add((binding) => convert(storable(operand.source(binding))), identity);
  const toKey = kind === 'id' ? (id: unknown) => keyOf(noun!, String(id)) : undefined;
  switch (operator) {
    case 'isNull':
      return operand.value === true ? `${column} is null` : `${column} is not null`;
    case 'in':
    case 'notIn': {
      const list = bind((values) => boundedList(values as unknown[]).map((value) => (toKey ? toKey(value) : value)));
      return operator === 'in' ? `${column} = any(${list}::${cast}[])` : `${column} <> all(${list}::${cast}[])`;
    }
    case 'contains':
      return `${column} ilike ${bind((text) => `%${escapePattern(String(text))}%`)}`;
    case 'startsWith':
      return `${column} like ${bind((text) => `${escapePattern(String(text))}%`)}`;
    case 'has':
      return `${column} @> array[${bind()}::text]`;
    default:
      return `${column} ${comparison[operator]} ${bind(toKey)}::${cast}`;
  }
}

const NO_ROW = '00000000-0000-0000-0000-000000000000';

/** The key in an id; an id of another type matches no row, just as an id that is not there. */
function keyOf(noun: NounMeta, id: string): string {
  const decoded = decodeId(id);
  return decoded && concreteNouns(noun).some((concrete) => concrete.tag === decoded.tag) ? decoded.uuid : NO_ROW;
}

const escapePattern = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
