import { raw } from '@mikro-orm/postgresql';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../../kernel/access/caller.js';
import { requireShown } from '../../kernel/access/field-policy.js';
import { decodeId } from '../../kernel/model/global-id.js';
import { columnName } from '../../kernel/model/naming.js';
import {
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
import { type Operator, typeMembers } from '../contract/filters.js';
import { searchOf } from '../../kernel/model/search.js';
import type { SearchAsked } from '../../kernel/model/search.js';
import { anyOf } from '../read/search.js';
import { type Condition, always, equals, missing, never, present } from './condition.js';
import { visible } from './visible.js';

type Members = Record<string, unknown>;

/** Reads filter arguments for one caller. */
export class PlainFilter {
  constructor(
    private readonly em: EntityManager,
    private readonly caller: Caller,
  ) {}

  /** The condition that a filter argument puts on a row at the end of the path. */
  condition(noun: NounMeta, filter: unknown, path: readonly string[] = []): Condition {
    if (filter == null) return always;
    refuseWideFilter(filter);
    return { all: Object.entries(filter as Members).map(([key, value]) => this.member(noun, key, value, path)) };
  }

  private member(noun: NounMeta, key: string, value: unknown, path: readonly string[]): Condition {
    if (value === undefined) return always;
    if (value === null) return refuseNullFilter(key);
    if (key === 'and') return { all: (value as unknown[]).map((item) => this.condition(noun, item, path)) };
    if (key === 'or') return { some: (value as unknown[]).map((item) => this.condition(noun, item, path)) };
    if (key === 'not') return { not: this.condition(noun, value, path) };
    if (key === 'search') return this.search(noun, value as SearchAsked, path);
    const type = new Map(typeMembers(noun)).get(key);
    if (type) return { all: [equals([...path, 'kind'], type.discriminator), this.condition(type, value, path)] };
    return this.field(noun, nounFields(noun).get(key)!, value, [...path, key]);
  }

  /** Rows that the search finds; they are not ranked here, so a list that is searched keeps the order of its keys. */
  private search(noun: NounMeta, asked: SearchAsked, path: readonly string[]): Condition {
    const { table, column, queries } = searchOf(noun.target)!;
    const query = anyOf(queries(asked, this.caller));
    const sql = () =>
      raw(
        (alias: string) => `${alias}."id" in (select "id" from "${table}" where "${column}" @@ ?::tsquery)`,
        [query],
      ) as unknown as symbol;
    return { path, property: 'id', sql };
  }

  private field(noun: NounMeta, field: FieldMeta, value: unknown, path: readonly string[]): Condition {
    switch (field.kind) {
      case 'column':
        requireShown(this.caller, noun.target, field.name);
        return operators(field.scalar, value as Members, path, noun);
      case 'embedded': {
        requireShown(this.caller, noun.target, field.name);
        const { fields } = embeddableOf(field.value());
        const parts = Object.entries(value as Members).map(([key, part]): Condition => {
          const meta = fields.get(key);
          if (part === null) return refuseNullFilter(key);
          return meta?.kind === 'column' && part !== undefined
            ? operators(meta.scalar, part as Members, [...path, key])
            : always;
        });
        return { all: parts };
      }
      case 'one': {
        const target = nounOf(field.target());
        return {
          all: [present(path), visible(this.em, this.caller, target, path), this.condition(target, value, path)],
        };
      }
      case 'characteristics':
        return {
          all: (value as ({ name: string } & Members)[]).flatMap(({ name, ...members }) =>
            Object.entries(members).flatMap(([operator, operand]) => {
              if (operand === undefined) return [];
              if (operand === null) return refuseNullOperator(operator);
              return characteristic(path, field.name, name, operator, operand);
            }),
          ),
        };
      default:
        return always;
    }
  }
}

/** What a characteristic must be, as SQL over its value `v`, which is never null, and values that are bound. */
function asked(operator: string, operand: unknown): [string, unknown[]] {
  const json = (value: unknown) => JSON.stringify(storable(value));
  const pattern = (text: unknown) => String(storable(text)).replace(/[\\%_]/g, '\\$&');
  switch (operator) {
    case 'eq':
      return ['v = ?::jsonb', [json(operand)]];
    case 'in': {
      const values = boundedList(operand as unknown[]).map(json);
      return [values.length > 0 ? `v in (${values.map(() => '?::jsonb').join(', ')})` : 'false', values];
    }
    case 'contains':
      return [`jsonb_typeof(v) = 'string' and (v #>> '{}') ilike ?`, [`%${pattern(operand)}%`]];
    case 'startsWith':
      return [`jsonb_typeof(v) = 'string' and (v #>> '{}') like ?`, [`${pattern(operand)}%`]];
    case 'isNull':
      return [operand === true ? `v = 'null'` : `v <> 'null'`, []];
    default: {
      const value = orderedJson(operand);
      const sign = { lt: '<', lte: '<=', gt: '>', gte: '>=' }[operator]!;
      return typeof value === 'number'
        ? [`jsonb_typeof(v) = 'number' and v ${sign} ?::jsonb`, [json(value)]]
        : [`jsonb_typeof(v) = 'string' and (v #>> '{}') collate "C" ${sign} ?`, [value]];
    }
  }
}

function characteristic(
  path: readonly string[],
  property: string,
  name: string,
  operator: string,
  operand: unknown,
): Condition {
  const [condition, values] = asked(operator, operand);
  // One that is not there is like one without a value to the question for it, and to no other.
  const given = (column: string) => (operator === 'isNull' ? `coalesce(${column} -> ?, 'null')` : `${column} -> ?`);
  const sql = () =>
    raw(
      (alias: string) =>
        `exists (select 1 from (select ${given(`${alias}."${columnName(property)}"`)} as v) x where ${condition})`,
      [storable(name), ...values],
    ) as unknown as symbol;
  return { path: path.slice(0, -1), property, sql };
}

function operators(scalar: ScalarKind, members: Members, path: readonly string[], noun?: NounMeta): Condition {
  const given = Object.entries(members).filter(([, operand]) => operand !== undefined);
  return {
    all: given.map(([operator, operand]) =>
      operand === null ? refuseNullOperator(operator) : comparison(scalar, operator as Operator, operand, path, noun),
    ),
  };
}

function comparison(
  scalar: ScalarKind,
  operator: Operator,
  operand: unknown,
  path: readonly string[],
  noun?: NounMeta,
): Condition {
  const own = (value: unknown): unknown =>
    scalar === 'id' ? keyIn(noun!, String(value)) : storable(scalar === 'dateTime' ? new Date(String(value)) : value);
  switch (operator) {
    case 'isNull':
      return operand === true ? missing(path) : present(path);
    case 'in':
      return oneOf(path, boundedList(operand as unknown[]).map(own));
    case 'notIn': {
      // Nothing is excluded: every row matches, those without a value too.
      if ((operand as unknown[]).length === 0) return always;
      return { all: [present(path), { not: oneOf(path, boundedList(operand as unknown[]).map(own)) }] };
    }
    case 'ne':
      return { all: [present(path), { not: isSame(path, own(operand)) }] };
    case 'eq':
      return isSame(path, own(operand));
    case 'contains':
      return { path, operator: '$ilike', value: `%${literally(String(own(operand)))}%` };
    case 'startsWith':
      return { path, operator: '$like', value: `${literally(String(own(operand)))}%` };
    case 'has':
      return { path, operator: '$contains', value: [own(operand)] };
    default:
      return { path, operator: `$${operator}`, value: own(operand) };
  }
}

/** The key in an id of the noun; undefined for ids of other types, which are equal to no row's. */
function keyIn(noun: NounMeta, id: string): string | undefined {
  const decoded = decodeId(id);
  return decoded && concreteNouns(noun).some((concrete) => concrete.tag === decoded.tag) ? decoded.uuid : undefined;
}

const isSame = (path: readonly string[], value: unknown): Condition =>
  value === undefined ? never : equals(path, value);

function oneOf(path: readonly string[], values: readonly unknown[]): Condition {
  const known = values.filter((value) => value !== undefined);
  return known.length ? { path, operator: '$in', value: known } : never;
}

/** Text whose signs for any characters stand for themselves in a pattern. */
const literally = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('%', '\\%').replaceAll('_', '\\_');
