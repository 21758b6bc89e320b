import { decodeCursor, orderName } from '../read/cursor.js';
import type { ScalarKind } from '../../kernel/model/registry.js';
import type { SortKey } from '../contract/checks.js';
import { type Condition, equals, missing, never, present } from './condition.js';

type Row = Record<string, unknown>;

/** The value at the end of a path of properties; null when a value object on the way is absent. */
export function valueAt(row: object, path: readonly string[]): unknown {
  let value: unknown = row;
  for (const property of path) value = (value as Row | null | undefined)?.[property];
  return value ?? null;
}

/** The cursor of a row in a list with these keys. */
export function cursorOf(row: object, keys: readonly SortKey[]): string {
  const values = keys.map((key) => asText(valueAt(row, key.path)));
  return Buffer.from(JSON.stringify([orderName(keys), ...values])).toString('base64');
}

/** A value as PostgreSQL writes it as text. */
function asText(value: unknown): string | null {
  if (value === null) return null;
  if (!(value instanceof Date)) return String(value);
  const [day, time] = value.toISOString().split('T') as [string, string];
  const fraction = time.slice(9, 12).replace(/0+$/, '');
  return `${day} ${time.slice(0, 8)}${fraction ? `.${fraction}` : ''}+00`;
}

/** The condition that a row lies after, or before, a cursor: equal in some first keys and beyond it in the next. */
export function beyond(keys: readonly SortKey[], cursor: unknown, side: 'after' | 'before'): Condition | undefined {
  if (cursor == null) return undefined;
  const values = decodeCursor(cursor, keys, side).map((text, index) => fromText(text, keys[index]!.scalar));
  const steps = keys.map((key, index): Condition => {
    const same = keys
      .slice(0, index)
      .map((before, at) => (values[at] === null ? missing(before.path) : equals(before.path, values[at])));
    return { all: [...same, further(key, values[index], (side === 'after') !== key.descending)] };
  });
  return { some: steps };
}

/** A missing value counts as larger than all others. */
function further({ path, nullable }: SortKey, value: unknown, larger: boolean): Condition {
  if (!larger) return value === null ? present(path) : { path, operator: '$lt', value };
  if (value === null) return never;
  const greater: Condition = { path, operator: '$gt', value };
  return nullable ? { some: [greater, missing(path)] } : greater;
}

function fromText(text: string | null, scalar: ScalarKind): unknown {
  if (text === null) return null;
  if (scalar === 'dateTime') return new Date(`${text.slice(0, -3).replace(' ', 'T')}Z`);
  if (scalar === 'int') return Number(text);
  return scalar === 'boolean' ? text === 'true' : text;
}
