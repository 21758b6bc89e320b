import { type GraphQLEnumType, type GraphQLInputType, type GraphQLSchema, getNamedType, isEnumType } from 'graphql';
import { encodeId } from '../../kernel/model/global-id.js';
import { columnName } from '../../kernel/model/naming.js';
import { searchOf } from '../../kernel/model/search.js';
import {
  type FieldMeta,
  type NounMeta,
  type ScalarKind,
  allNouns,
  concreteNouns,
  embeddableOf,
  nounFields,
  nounOf,
} from '../../kernel/model/registry.js';
import { filterType, typeMembers } from '../../graph/contract/filters.js';
import { sortKeys } from '../../graph/contract/checks.js';
import { RELEVANCE } from '../../graph/contract/search.js';
import { decodeCursor, orderName } from '../../graph/read/cursor.js';
import type { Choices } from './choices.js';
import type { Rows } from './rows.js';
import { someJson, someText, someValue } from './values.js';

/** A value of an enum, which is written without quotes. */
export class EnumValue {
  constructor(readonly name: string) {}
}

/** An input value with the type of its place, so that each part may become a variable. */
export interface Input {
  /** In the schema definition language, such as `[String!]`. */
  type: string;
  value:
    EnumValue | string | number | boolean | null | Input[] | { json: unknown } | { members: Record<string, Input> };
  /** What it belongs to is refused without it, although its type does not say so. */
  needed?: boolean;
}

/** Makes values of arguments, mostly such as occur in the rows. */
export class InputMaker {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly choices: Choices,
    private readonly rows: Rows,
    /** Cursors seen in answers, by the name of their order. */
    private readonly cursors: ReadonlyMap<string, readonly string[]>,
  ) {}

  /** The arguments of a list; `order` names its order. */
  list(noun: NounMeta): Record<string, Input> {
    const { choices } = this;
    const given: Record<string, Input> = {};
    if (choices.chance(40)) given['filter'] = this.filter(noun, 0);
    if (choices.chance(45)) given['orderBy'] = this.order(noun);
    const keys = sortKeys(noun, plain(given['orderBy']));
    const known = (this.cursors.get(orderName(keys)) ?? []).filter((cursor) => isCursor(cursor, keys));
    for (const side of ['after', 'before']) {
      if (known.length === 0 || !choices.chance(25)) continue;
      given[side] = { type: 'String', value: choices.pick(known) };
      // The cursor belongs to this order and no other.
      if (given['orderBy']) given['orderBy'] = needed(given['orderBy']);
    }
    const size = choices.int(0, 20);
    if (size < 14)
      given[choices.chance(75) ? 'first' : 'last'] = { type: 'Int', value: choices.pick([0, 1, 1, 2, 2, 3, 4, 7]) };
    return given;
  }

  /** Arguments of a list with one that is refused. */
  spoiled(noun: NounMeta): Record<string, Input> {
    const given = this.list(noun);
    const spoils: Record<string, Input>[] = [
      { first: { type: 'Int', value: this.choices.pick([201, -1]), needed: true } },
      { first: { type: 'Int', value: 2, needed: true }, last: { type: 'Int', value: 2, needed: true } },
      {
        after: {
          type: 'String',
          value: this.choices.pick(['', 'nonsense', 'WyJpZCsiLCJ4Il0=', 'WyJpZCsiLG51bGxd']),
          needed: true,
        },
      },
      {
        filter: {
          type: `${noun.name}Filter`,
          value: {
            members: {
              id: {
                type: 'IDFilter',
                value: { members: { eq: { type: 'ID', value: null, needed: true } } },
                needed: true,
              },
            },
          },
          needed: true,
        },
      },
      {
        filter: {
          type: `${noun.name}Filter`,
          value: { members: { not: { type: `${noun.name}Filter`, value: null, needed: true } } },
          needed: true,
        },
      },
      {
        orderBy: { type: `[${noun.name}Order!]`, value: Array.from({ length: 4 }, () => this.key(noun)), needed: true },
      },
    ];
    const { first: _first, last: _last, ...rest } = given;
    return { ...rest, ...this.choices.pick(spoils) };
  }

  ids(): Input {
    const ids = Array.from({ length: this.choices.int(0, 4) }, () => this.id());
    return { type: '[ID!]!', value: ids.map((value) => ({ type: 'ID!', value })) };
  }

  /** An id of some row, of a row of the noun, or of none. */
  id(noun?: NounMeta): string {
    const { choices, rows } = this;
    if (choices.chance(4))
      return choices.pick([
        '',
        'x',
        encodeId('zz', '00000000-0000-7000-8000-000000000000'),
        'Y3XJ6kYhdvdxkZ8Q5cUhdjPl',
        '😀',
      ]);
    const candidates = noun && choices.chance(95) ? concreteNouns(noun) : allNouns().filter((each) => !each.abstract);
    const concrete = choices.pick(candidates.filter((each) => (rows.get(each.name)?.length ?? 0) > 0));
    return encodeId(concrete.tag!, choices.pick(rows.get(concrete.name)!)['id'] as string);
  }

  /** A value that a column of the noun has in some row, or another. */
  columnValue(
    noun: NounMeta,
    column: string,
    scalar: ScalarKind,
    values: readonly string[] = [],
  ): string | number | boolean {
    const { choices } = this;
    const found = concreteNouns(noun).flatMap(
      (concrete) => this.rows.get(concrete.name)?.map((row) => row[column]) ?? [],
    );
    const known = found.filter((value) => value !== null && value !== undefined);
    const value = known.length && choices.chance(85) ? choices.pick(known) : someValue(choices, scalar, 60, values);
    if (value instanceof Date) return value.toISOString();
    return Array.isArray(value) ? String(value[0] ?? '') : (value as string | number | boolean);
  }

  order(noun: NounMeta): Input {
    const keys = Array.from({ length: this.choices.pick([0, 1, 1, 1, 2, 3]) }, () => this.key(noun));
    return { type: `[${noun.name}Order!]`, value: keys };
  }

  private key(noun: NounMeta): Input {
    const fields = (this.schema.getType(`${noun.name}OrderField`) as GraphQLEnumType)
      .getValues()
      // Rows have a rank in a searched list only, and none in execution over entities.
      .filter(({ name }) => name !== RELEVANCE);
    const members: Record<string, Input> = {
      field: { type: `${noun.name}OrderField!`, value: new EnumValue(this.choices.pick(fields).name) },
    };
    if (this.choices.chance(70))
      members['direction'] = { type: 'OrderDirection!', value: new EnumValue(this.choices.pick(['ASC', 'DESC'])) };
    return { type: `${noun.name}Order!`, value: { members } };
  }

  filter(noun: NounMeta, depth: number): Input {
    const { choices } = this;
    const type = `${noun.name}Filter`;
    const members: Record<string, Input> = {};
    if (depth < 3 && choices.chance(30)) {
      const logic = choices.pick(['and', 'or', 'not']);
      if (logic === 'not') members['not'] = this.filter(noun, depth + 1);
      else
        members[logic] = {
          type: `[${type}!]`,
          value: Array.from({ length: choices.int(0, 3) }, () => ({
            ...this.filter(noun, depth + 1),
            type: `${type}!`,
          })),
        };
    }
    if (noun.abstract && depth < 3 && choices.chance(30)) {
      const [name, concrete] = choices.pick(typeMembers(noun));
      members[name] = this.filter(concrete, depth + 1);
    }
    // Below the top only: there a search ranks the list, which execution over entities does not.
    if (depth > 0 && searchOf(noun.target) && choices.chance(25)) members['search'] = this.search(noun);
    const fields = [...nounFields(noun).values()].filter((field) => filterType(field));
    for (const field of choices.some(fields, choices.int(members['not'] ? 0 : 1, 2))) {
      const made = this.member(noun, field, depth);
      if (made) members[field.name] = made;
    }
    return { type, value: { members } };
  }

  /** A search for a part of a name that some row has, or for nothing. */
  private search(noun: NounMeta): Input {
    const { choices } = this;
    const part = [...String(this.columnValue(noun, 'name', 'text'))].slice(0, choices.int(1, 3)).join('');
    const members = { text: { type: 'String!', value: choices.chance(85) ? part : someText(choices, 4) } };
    return { type: `${noun.name}Search`, value: { members } };
  }

  private member(noun: NounMeta, field: FieldMeta, depth: number): Input | undefined {
    const { choices } = this;
    const type = filterType(field)!;
    const column = columnName(field.name);
    switch (field.kind) {
      case 'column':
        return this.operators(noun, type, column, field.scalar, Object.values(field.enumType ?? {}) as string[]);
      case 'one':
        return depth < 2 ? this.filter(nounOf(field.target()), depth + 1) : undefined;
      case 'embedded': {
        const parts = [...embeddableOf(field.value()).fields.values()].filter((part) => part.kind === 'column');
        const members = choices
          .some(parts, choices.int(0, 2))
          .map((part) => [
            part.name,
            this.operators(noun, filterType(part)!, `${column}_${columnName(part.name)}`, part.scalar),
          ]);
        return { type, value: { members: Object.fromEntries(members) as Record<string, Input> } };
      }
      case 'characteristics':
        return { type, value: Array.from({ length: choices.int(0, 2) }, () => this.characteristic(noun, column)) };
      default:
        return undefined;
    }
  }

  private characteristic(noun: NounMeta, column: string): Input {
    const { choices } = this;
    const known = concreteNouns(noun).flatMap(
      (concrete) => this.rows.get(concrete.name)?.flatMap((row) => Object.entries((row[column] ?? {}) as object)) ?? [],
    ) as [string, unknown][];
    const usable = known.filter(([, value]) => value !== null);
    const [name, value] =
      usable.length && choices.chance(80) ? choices.pick(usable) : ['speed', someJson(choices) ?? 1];
    const members: Record<string, Input> = { name: { type: 'String!', value: name } };
    const eq = Array.isArray(value) && choices.chance(30) ? value.slice(0, 1) : value;
    const text = typeof value === 'string' ? value : String(value).slice(0, 3);
    const part = text.slice(choices.int(0, text.length), choices.int(0, text.length) + 1);
    const order = choices.pick(['lt', 'lte', 'gt', 'gte']);
    const ordered = typeof value === 'number' || typeof value === 'string' ? value : choices.pick([50, 'm', '']);
    const operators: [string, Input][] = [
      ['eq', { type: 'JSON', value: { json: eq } }],
      [
        'in',
        { type: '[JSON!]', value: [eq, someJson(choices) ?? 2].map((json) => ({ type: 'JSON!', value: { json } })) },
      ],
      [order, { type: 'JSON', value: { json: ordered } }],
      ['contains', { type: 'String', value: choices.chance(20) ? '%' : part.toUpperCase() }],
      ['startsWith', { type: 'String', value: text.slice(0, choices.int(0, 2)) }],
      ['isNull', { type: 'Boolean', value: choices.chance(50) }],
    ];
    for (const [operator, operand] of choices.some(operators, choices.pick([0, 1, 1, 1, 1, 2])))
      members[operator] = operand;
    return { type: 'CharacteristicFilter!', value: { members } };
  }

  private operators(
    noun: NounMeta,
    type: string,
    column: string,
    scalar: ScalarKind,
    values: readonly string[] = [],
  ): Input {
    const { choices } = this;
    const filter = this.schema.getType(type) as unknown as { getFields(): Record<string, { type: GraphQLInputType }> };
    const fields = Object.entries(filter.getFields());
    const members: Record<string, Input> = {};
    for (const [operator, { type: place }] of choices.some(fields, choices.pick([1, 1, 1, 2]))) {
      const leaf = (): Input['value'] =>
        this.operand(noun, operator, column, scalar, values, isEnumType(getNamedType(place)));
      const item = String(place).replace(/^\[|\]$/g, '');
      members[operator] = {
        type: String(place),
        value:
          item === String(place)
            ? leaf()
            : Array.from({ length: choices.int(0, 4) }, () => ({ type: item, value: leaf() })),
      };
    }
    return { type, value: { members } };
  }

  private operand(
    noun: NounMeta,
    operator: string,
    column: string,
    scalar: ScalarKind,
    values: readonly string[],
    isEnum: boolean,
  ): Input['value'] {
    const { choices } = this;
    if (operator === 'isNull') return choices.chance(50);
    if (scalar === 'id') return this.id(noun);
    const value = this.columnValue(noun, column, scalar, values);
    if (isEnum) return new EnumValue(String(value));
    if (scalar === 'decimal') return decimalText(String(value));
    if (operator !== 'contains' && operator !== 'startsWith') return value;
    const characters = [...String(value)];
    const start = operator === 'contains' ? choices.int(0, Math.max(0, characters.length - 1)) : 0;
    const part = characters.slice(start, start + choices.int(0, 3)).join('');
    return choices.chance(15) ? someText(choices, 4) : choices.chance(30) ? part.toUpperCase() : part;
  }
}

/** Orders of two nouns may have the same name, while only one of them has missing values. */
function isCursor(cursor: string, keys: ReturnType<typeof sortKeys>): boolean {
  try {
    return decodeCursor(cursor, keys, 'after').length > 0;
  } catch {
    return false;
  }
}

/** The scalar of the contract takes at most twenty digits and ten places. */
const decimalText = (text: string): string => (/^-?\d{1,20}(\.\d{1,10})?$/.test(text) ? text : '1');

/** The same with no part that may be left out. */
function needed(input: Input): Input {
  const { value } = input;
  if (Array.isArray(value)) return { ...input, needed: true, value: value.map(needed) };
  if (typeof value !== 'object' || value === null || !('members' in value)) return { ...input, needed: true };
  return {
    ...input,
    needed: true,
    value: { members: Object.fromEntries(Object.entries(value.members).map(([key, member]) => [key, needed(member)])) },
  };
}

/** The value as it travels in JSON. */
export function plain(input: Input | undefined): unknown {
  if (!input) return undefined;
  const { value } = input;
  if (value instanceof EnumValue) return value.name;
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  if ('json' in value) return value.json;
  return Object.fromEntries(Object.entries(value.members).map(([key, member]) => [key, plain(member)]));
}
