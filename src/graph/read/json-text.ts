import type { ScalarKind } from '../../kernel/model/registry.js';
import { sqlId } from '../../kernel/model/global-id.js';

/**
 * SQL that makes JSON text by concatenation. Over rows of a customer view this costs half of `json_build_object`, makes no
 * spaces, and has no limit of fifty fields.
 */
export type Part = { literal: string } | { sql: string };

export const literal = (text: string): Part => ({ literal: text });
export const sql = (text: string): Part => ({ sql: text });

/** `concat` takes a hundred arguments at most. */
const MAX_ARGUMENTS = 90;

/** Parts joined by one chain of `||`; longer chains are joined in groups, so that no expression is nested hundreds deep. */
const MAX_CHAIN = 48;

export const quoteLiteral = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Lists make long text, which each `||` after it would copy, and are null where they have no row. */
const holdsList = (part: Part): boolean => 'sql' in part && part.sql.includes('string_agg(');

const text = (part: Part): string => ('literal' in part ? quoteLiteral(part.literal) : part.sql);

/**
 * One SQL expression of type text from parts, none of which is null but a list without rows. `||` costs two thirds of what an
 * argument of `concat` does, so `concat` joins only what stands around lists.
 */
export function concatenate(parts: readonly Part[]): string {
  const merged: Part[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if ('literal' in part && last && 'literal' in last)
      merged[merged.length - 1] = literal(last.literal + part.literal);
    else merged.push(part);
  }
  if (!merged.some(holdsList)) return chain(merged.map(text));
  const runs: string[] = [];
  let run: string[] = [];
  const close = () => {
    if (run.length > 0) runs.push(run.join('||'));
    run = [];
  };
  for (const part of merged) {
    if (holdsList(part) || run.length === MAX_CHAIN) close();
    if (holdsList(part)) runs.push(text(part));
    else run.push(text(part));
  }
  close();
  return grouped(runs, MAX_ARGUMENTS, (items) => `concat(${items.join(',')})`);
}

function chain(items: readonly string[]): string {
  if (items.length === 1) return `${items[0]}::text`;
  return grouped(items, MAX_CHAIN, (group) => `(${group.join('||')})`);
}

/** Joins items by groups of at most so many, and the groups again, until one expression is left. */
function grouped(items: readonly string[], size: number, join: (group: readonly string[]) => string): string {
  let level = items;
  while (level.length > size) {
    const groups: string[] = [];
    for (let start = 0; start < level.length; start += size) groups.push(join(level.slice(start, start + size)));
    level = groups;
  }
  return join(level);
}

/** A JSON object from its members, in order. */
export function object(members: readonly { key: string; value: readonly Part[] }[]): Part[] {
  const parts: Part[] = [literal('{')];
  members.forEach((member, index) => parts.push(literal(`${index ? ',' : ''}"${member.key}":`), ...member.value));
  parts.push(literal('}'));
  return parts;
}

/** A JSON array that aggregates the expression over the rows of the surrounding query, in their order. */
export function array(expression: string, options: { filter?: string; orderBy?: string } = {}): Part[] {
  const order = options.orderBy ? ` order by ${options.orderBy}` : '';
  const filter = options.filter ? ` filter (where ${options.filter})` : '';
  return [literal('['), sql(`string_agg(${expression},','${order})${filter}`), literal(']')];
}

const quoted = (expression: string, nullable: boolean): Part[] =>
  nullable ? [sql(`coalesce('"'||${expression}||'"','null')`)] : [literal('"'), sql(expression), literal('"')];

const bare = (expression: string, nullable: boolean): Part[] => [
  sql(nullable ? `coalesce(${expression},'null')` : expression),
];

/** A column as its JSON text. The scalars of the contract print the same text, which the differential test holds to. */
export function scalarText(kind: ScalarKind, expression: string, nullable: boolean): Part[] {
  switch (kind) {
    case 'text':
      return bare(`to_json(${expression})::text`, nullable);
    case 'textArray':
      return bare(`array_to_json(${expression})::text`, nullable);
    case 'int':
    case 'boolean':
    case 'json':
      return bare(`${expression}::text`, nullable);
    case 'decimal':
    case 'date':
    case 'enum':
    case 'id':
      return quoted(`${expression}::text`, nullable);
    case 'dateTime':
      return quoted(`to_char(${expression} at time zone 'UTC','YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`, nullable);
  }
}

const CLOCK = `-MM-DD"T"HH24:MI:SS.MS"Z"`;

/** The beginning of a period; in a zone ahead of UTC that of the year 1 lies in the year before, which has no number in the database. */
export function periodText(expression: string): Part[] {
  const format = `case when ${expression} < timestamptz '0001-01-01 00:00Z' then '"0000"${CLOCK}' else 'YYYY${CLOCK}' end`;
  return quoted(`to_char(${expression} at time zone 'UTC',${format})`, true);
}

/** The opaque id of a row; the tag of its type is known, or the value of an SQL expression. */
export function idText(tag: string | { of: string }, uuid: string): Part[] {
  const text =
    typeof tag === 'string'
      ? sqlId(tag, uuid)
      : `replace(replace(encode(convert_to(${tag.of},'UTF8')||uuid_send(${uuid}),'base64'),'+','-'),'/','_')`;
  return quoted(text, false);
}
