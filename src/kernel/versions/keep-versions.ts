import { type Class, type NounMeta, ancestors } from '../model/registry.js';

const kept = new Set<Class>();

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
