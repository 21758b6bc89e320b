import { isRaw, JsonProperty, Utils } from '@mikro-orm/core';

/** A statement as PostgreSQL takes it: `$1`, `$2`, … in its text, and their values beside it. */
export interface PositionalStatement {
  text: string;
  values: unknown[];
}

/** Text between placeholders: one part more than there are values. */
const partsByText = new Map<string, readonly string[] | undefined>();
/** A text that is made up anew each time is not remembered for good. */
const MAX_REMEMBERED = 5_000;

/**
 * Writes the values of a statement of MikroORM (`?` for each) beside its text, where MikroORM itself would write them into it: so the
 * text is the same each time, and PostgreSQL parses and plans it once. Values keep the types that they would have as literals.
 * @returns undefined for a statement with placeholders of names (`??`), which only MikroORM can write.
 */
export function positional(sql: string, params: readonly unknown[]): PositionalStatement | undefined {
  const values: unknown[] = [];
  const text = written(sql, params, values);
  return text === undefined ? undefined : { text, values };
}

function written(sql: string, params: readonly unknown[], values: unknown[]): string | undefined {
  const parts = partsOf(sql);
  if (!parts || parts.length !== params.length + 1) return undefined;
  let text = parts[0]!;
  for (let n = 0; n < params.length; n++) {
    const value = placeholder(params[n], values);
    if (value === undefined) return undefined;
    text += value + parts[n + 1]!;
  }
  return text;
}

/** What stands in the text for a value, which is added to the others. A list becomes as many as it has. */
function placeholder(value: unknown, values: unknown[]): string | undefined {
  if (Array.isArray(value) && !(JsonProperty in value)) {
    const each = value.map((one) => placeholder(one, values));
    return each.includes(undefined) ? undefined : each.join(', ');
  }
  if (isRaw(value)) return written(value.sql, value.params as unknown[], values);
  if (value === null || value === undefined) return 'null';
  switch (typeof value) {
    case 'number':
      return `$${values.push(value)}::${typeOf(value)}`;
    case 'bigint':
      return `$${values.push(value.toString())}`;
    case 'boolean':
      return `$${values.push(value)}::bool`;
    default:
      return `$${values.push(asText(value))}`;
  }
}

/** A number has the type that PostgreSQL gives to it when it stands in a text. */
function typeOf(value: number): string {
  if (!Number.isInteger(value)) return 'numeric';
  if (Math.abs(value) <= 0x7f_ff_ff_ff) return 'int4';
  return Number.isSafeInteger(value) ? 'int8' : 'numeric';
}

function asText(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  const json = Utils.isPlainObject(value) || Array.isArray(value) || (value as Record<symbol, unknown>)[JsonProperty];
  return json ? JSON.stringify(value) : value;
}

function partsOf(sql: string): readonly string[] | undefined {
  if (partsByText.has(sql)) return partsByText.get(sql);
  const parts = split(sql);
  if (partsByText.size >= MAX_REMEMBERED) partsByText.clear();
  partsByText.set(sql, parts);
  return parts;
}

function split(sql: string): readonly string[] | undefined {
  const parts = [''];
  for (let at = 0; at < sql.length;) {
    const next = sql.indexOf('?', at);
    if (next < 0) {
      parts[parts.length - 1] += sql.slice(at);
      break;
    }
    if (sql[next + 1] === '?') return undefined;
    if (sql[next - 1] === '\\') parts[parts.length - 1] += `${sql.slice(at, next - 1)}?`;
    else {
      parts[parts.length - 1] += sql.slice(at, next);
      parts.push('');
    }
    at = next + 1;
  }
  return parts;
}
