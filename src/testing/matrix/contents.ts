import type { Database } from '../../kernel/database/database.js';

/**
 * What an operation writes even when it is refused: the log of operations, keys of requests, and how far numbers are given out.
 * Besides, a key tells when it was used.
 */
const WRITTEN_ANYWAY = ['audit_entry', 'idempotent_request', 'number_sequence'];

/** A digest of the rows of each table; equal ones mean that nothing was written. */
export async function contentsOf(database: Database): Promise<Record<string, string>> {
  const { rows } = await database.pool.query<{ table: string }>(
    `select "tablename" as "table" from pg_tables where "schemaname" = 'public' order by 1`,
  );
  const found: Record<string, string> = {};
  for (const { table } of rows.filter((row) => !WRITTEN_ANYWAY.includes(row.table))) {
    const text = `select count(*) || ' ' || coalesce(md5(string_agg("row", '' order by "row")), '') as "sum" from (select md5((to_jsonb(t) - 'last_used_at')::text) as "row" from "${table}" t) r`;
    found[table] = (await database.pool.query<{ sum: string }>(text)).rows[0]!.sum;
  }
  return found;
}
