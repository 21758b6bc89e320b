import { type Class, type NounMeta, ancestors } from '../model/registry.js';

const kept = new Set<Class>();

/** Quoted columns of rows that tell their own past. */
export interface Dated {
  /** From when a row counts. */
  from: string;
  /** When a later one took its place; rows of the past had no end yet where it came afterwards. */
  to?: string;
}

const dated = new Map<Class, Dated>();
const knowing = new Set<string>();

/**
 * Says of a noun that its rows are never removed, nor changed but for their end, so that they tell by themselves what there was at a
 * moment: below a row that is read `asOf` it, those are shown that counted by then (MOD-81).
 */
export function datedRows(noun: Class, columns: Dated): void {
  dated.set(noun, columns);
}

const columnsOf = (noun: NounMeta): Dated | undefined =>
  [noun, ...ancestors(noun)].map(({ target }) => dated.get(target)).find(Boolean);

/** Whether it is known which rows of a noun there were at an earlier moment. */
export const knowsPast = (noun: NounMeta): boolean => keepsVersions(noun) || columnsOf(noun) !== undefined;

/**
 * Says that the resolver of a field, such as `Account.bills`, looks whether its row is one of the past, and then answers that it is
 * not known. It stands among what an answer names as absent.
 */
export function answersForPast(field: string): void {
  knowing.add(field);
}

/** Whether the resolver of a field answers for rows of the past, too. */
export const isAnsweredForPast = (field: string): boolean => knowing.has(field);

/**
 * Says that earlier states of these nouns can be read: their lookups then take `asOf` (MOD-81). The triggers that keep the rows come
 * with a migration: `select "row_version_watch"('<table>')`.
 */
export function keepVersions(...nouns: Class[]): void {
  for (const noun of nouns) kept.add(noun);
}

/** Whether earlier rows of a noun are kept. */
export function keepsVersions(noun: NounMeta): boolean {
  return [noun, ...ancestors(noun)].some(({ target }) => kept.has(target));
}

/** SQLSTATE of the refusal to read a state from before the first that is kept. */
export const VERSION_NOT_KEPT = 'SB001';

/** Where to read rows of a table that a column ties to a key. */
export interface RowSource {
  table: string;
  /** Quoted name of the column. */
  column: string;
  /** SQL of the key. */
  key: string;
}

/**
 * The rows of a table as they stood at a moment, as a subquery: those that have not changed since, and those that have, from the
 * versions. The key is inside both parts, so that each is read by an index.
 * @param moment SQL of the moment
 */
export function rowsAsOf({ table, column, key }: RowSource, moment: string): string {
  const present = `select "c".* from "${table}" "c" where "c".${column} = ${key} and "c"."created_at" <= ${moment} and not exists (select 1 from "row_version" "v" where "v"."row_id" = "c"."id" and "v"."valid_to" > ${moment})`;
  const former = `select "o".* from "row_version" "v" cross join lateral jsonb_populate_record(null::"${table}", "v"."row") "o" where "v"."keys" @> array[${key}]::uuid[] and "v"."table_name" = '${table}' and "v"."valid_from" <= ${moment} and "v"."valid_to" > ${moment} and "o".${column} = ${key}`;
  return `(select "r".* from (${present} union all ${former}) "r" where "row_version_kept"('${table}', ${moment}))`;
}

/** The rows of a noun that a column ties to a key, as they were known at a moment; undefined when that is not known of them. */
export function rowsOfPast(noun: NounMeta, { table, column, key }: RowSource, moment: string): string | undefined {
  if (keepsVersions(noun)) return rowsAsOf({ table, column, key }, moment);
  const columns = columnsOf(noun);
  if (!columns) return undefined;
  const { from, to } = columns;
  const rows = `from "${table}" "c" where "c".${column} = ${key} and "c".${from} <= ${moment}`;
  if (!to) return `(select "c".* ${rows})`;
  const open = `jsonb_build_object('${to.replaceAll('"', '')}', null)`;
  const then = `case when "c".${to} > ${moment} then to_jsonb("c") || ${open} else to_jsonb("c") end`;
  return `(select "o".* from (select ${then} "row" ${rows}) "c" cross join lateral jsonb_populate_record(null::"${table}", "c"."row") "o")`;
}
