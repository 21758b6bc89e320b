import type { Database } from '../../kernel/database/database.js';

/** Keys of the customers with these codes, at whatever level a code holds (CUS-07), by code; for resolving tokens. */
export async function findCustomerIdsByCode(
  database: Pick<Database, 'pool'>,
  codes: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await database.pool.query<{ code: string; customer_id: string }>({
    name: 'customer_ids_by_code',
    text: `select "code", "customer_id" from "customer_code" where "code" = any($1::text[])`,
    values: [codes],
  });
  return new Map(rows.map((row) => [row.code, row.customer_id]));
}
