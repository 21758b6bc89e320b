import type { Database } from '../../kernel/database/database.js';

/**
 * Keys of the region with this code and of all regions inside it, for the scope of a caller of kind STAFF; empty when there
 * is no such region.
 */
export async function resolveRegionScope(database: Pick<Database, 'pool'>, code: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ id: string }>({
    name: 'region_scope',
    text: `select inside."id" from "region" scope
           join "region" inside on inside."path" >= scope."path" and starts_with(inside."path", scope."path")
           where scope."code" = $1 order by inside."path"`,
    values: [code],
  });
  return rows.map((row) => row.id);
}
