import { codedError } from '../../kernel/errors/coded-error.js';
import type { ScalarKind } from '../../kernel/model/registry.js';
import type { ArgumentValue } from './argument.js';
import type { Compilation } from './compilation.js';
import { concatenate, literal, sql, type Part } from './json-text.js';
import type { SortKey } from '../contract/checks.js';

const casts: Partial<Record<ScalarKind, string>> = {
  id: 'uuid',
  int: 'int',
  decimal: 'numeric',
  date: 'date',
  dateTime: 'timestamptz',
  boolean: 'boolean',
};
const castOf = (key: SortKey) => casts[key.scalar] ?? 'text';

/** Longer texts are no cursors: three long texts as keys stay below it. */
const MAX_LENGTH = 32_768;

/** Names the order a cursor belongs to, so that a cursor of another list is refused instead of misread. */
export const orderName = (keys: readonly SortKey[]) =>
  keys.map((key) => `${key.column}${key.descending ? '-' : '+'}`).join('');

/** SQL that makes a row's cursor: base64 of a JSON array of the order's name and the row's values of its keys. */
export function cursorText(keys: readonly SortKey[], alias: string): string {
  const values = keys.flatMap((key): Part[] => [
    literal(','),
    sql(`coalesce(to_json(${alias}."${key.column}"::text)::text,'null')`),
  ]);
  const json = concatenate([literal(`["${orderName(keys)}"`), ...values, literal(']')]);
  return `replace(encode(convert_to(${json},'UTF8'),'base64'),E'\\n','')`;
}

/** The values in a cursor, as text or null, one per key. Refuses with CURSOR_INVALID what is no cursor of this order. */
export function decodeCursor(cursor: unknown, keys: readonly SortKey[], name: string): (string | null)[] {
  const refuse = (): never => {
    throw codedError('CURSOR_INVALID', `"${name}" is not a cursor of a list in this order.`, { path: [name] });
  };
  if (typeof cursor !== 'string' || cursor.length > MAX_LENGTH) return refuse();
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8'));
  } catch {
    return refuse();
  }
  if (!Array.isArray(parsed) || parsed.length !== keys.length + 1 || parsed[0] !== orderName(keys)) return refuse();
  const values = parsed.slice(1) as unknown[];
  const valid = values.every((value, index) =>
    value === null ? keys[index]!.nullable : typeof value === 'string' && fits(value, keys[index]!.scalar),
  );
  return valid ? (values as (string | null)[]) : refuse();
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DECIMAL = /^-?\d{1,40}(\.\d{1,40})?$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(\.\d{1,3})?\+00$/;
const MAX_INT = 2 ** 31;

/** Whether PostgreSQL could have written the text of such a value; a forged cursor is refused before it reaches a cast. */
function fits(value: string, scalar: ScalarKind): boolean {
  switch (scalar) {
    case 'id':
      return UUID.test(value);
    case 'int':
      return /^-?\d{1,10}$/.test(value) && Number(value) >= -MAX_INT && Number(value) < MAX_INT;
    case 'decimal':
      return DECIMAL.test(value);
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(value) && isMoment(`${value}T00:00:00`);
    case 'dateTime': {
      const [, day, time] = MOMENT.exec(value) ?? [];
      return day !== undefined && isMoment(`${day}T${time}`);
    }
    case 'boolean':
      return value === 'true' || value === 'false';
    default:
      return !value.includes('\u0000');
  }
}

function isMoment(text: string): boolean {
  const moment = new Date(`${text}Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text) && !text.startsWith('0000');
}

/** Refuses what is no cursor of this order, whether or not the page is asked for. */
export function demandCursor(
  compilation: Compilation,
  keys: readonly SortKey[],
  cursor: ArgumentValue,
  side: 'after' | 'before',
): void {
  if (cursor.value === undefined || cursor.value === null) return;
  decodeCursor(cursor.value, keys, side);
  compilation.parameters.demand((binding) => decodeCursor(cursor.source(binding), keys, side));
}

/**
 * The condition that a row lies after, or before, a cursor; undefined without one.
 * @param rank what computes the rank of a row, for lists that are sorted by it
 */
export function keysetCondition(
  compilation: Compilation,
  keys: readonly SortKey[],
  alias: string,
  cursor: ArgumentValue,
  side: 'after' | 'before',
  rank?: () => string,
): string | undefined {
  if (cursor.value === undefined || cursor.value === null) return undefined;
  const values = keys.map((key, index) => {
    const source = compilation.parameters.add(
      (binding) => decodeCursor(cursor.source(binding), keys, side)[index],
      `${cursor.identity}:${side}:${index}:${orderName(keys)}`,
    );
    return `${source}::${castOf(key)}`;
  });
  const larger = (key: SortKey) => (side === 'after') !== key.descending;
  const uniform = keys.every((key) => larger(key) === larger(keys[0]!) && !key.nullable);
  // One comparison of rows is what an index range scan understands.
  if (uniform) {
    const columns = keys.map((key) => columnOf(key, alias, rank)).join(',');
    return `(${columns}) ${larger(keys[0]!) ? '>' : '<'} (${values.join(',')})`;
  }
  const columns = keys.map((key) => columnOf(key, alias, rank));
  return `(${keys.map((key, index) => stepCondition(keys, values, columns, index, larger(key))).join(' or ')})`;
}

const columnOf = (key: SortKey, alias: string, rank: (() => string) | undefined) =>
  key.computed ? `(${rank!()})` : `${alias}."${key.column}"`;

/** Equal in the keys before `index`, and beyond the cursor in that one; nulls count as the largest values. */
function stepCondition(
  keys: readonly SortKey[],
  values: readonly string[],
  columns: readonly string[],
  index: number,
  larger: boolean,
): string {
  const equal = keys
    .slice(0, index)
    .map((key, at) => `${columns[at]} ${key.nullable ? 'is not distinct from' : '='} ${values[at]}`);
  const key = keys[index]!;
  const column = columns[index]!;
  const value = values[index]!;
  const plain = `${column} ${larger ? '>' : '<'} ${value}`;
  const beyond = !key.nullable
    ? plain
    : larger
      ? `(${plain} or (${column} is null and ${value} is not null))`
      : `(${plain} or (${column} is not null and ${value} is null))`;
  return `(${[...equal, beyond].join(' and ')})`;
}
