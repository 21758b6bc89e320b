import type { Database } from '../../kernel/database/database.js';
import { type CustomerFacts, readFacts } from './customer-facts.js';

const BATCH = 500;

/** Facts of customers outside of a transaction. */
export const factsOf = ({ pool }: Pick<Database, 'pool'>, ids: readonly string[], at: Date): Promise<CustomerFacts[]> =>
  readFacts(async (sql, values) => (await pool.query(sql.replace('?', '$1'), values)).rows, ids, at);

/** Keys of the next customers in use after one, in the order of keys; empty at the end. */
async function nextIds({ pool }: Pick<Database, 'pool'>, after: string | null): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'customer_scan',
    text: `select "id" from "customer" where $1::uuid is null or "id" > $1 order by "id" limit ${BATCH}`,
    values: [after],
  });
  return rows.map(({ id }) => id);
}

/** All customers with what is known of them, a batch at a time, until the signal. */
export async function* scanCustomers(
  database: Pick<Database, 'pool'>,
  at: Date,
  signal: AbortSignal,
): AsyncGenerator<CustomerFacts[]> {
  for (let after: string | null = null; ;) {
    signal.throwIfAborted();
    const ids: string[] = await nextIds(database, after);
    if (ids.length === 0) return;
    yield await factsOf(database, ids, at);
    after = ids.at(-1)!;
  }
}
