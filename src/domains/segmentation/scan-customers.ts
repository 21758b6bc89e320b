import type { Database } from '../../kernel/database/database.js';
import { type CustomerFacts, readFacts } from './customer-facts.js';
import type { FactSource } from './fact-sources.js';

const BATCH = 500;

/** Facts of customers outside of a transaction, with those of the given sources. @param fields only these of the customer; all when absent */
export async function factsOf(
  { pool }: Pick<Database, 'pool'>,
  ids: readonly string[],
  at: Date,
  sources: readonly FactSource[] = [],
  fields: ReadonlySet<string> | null = null,
): Promise<CustomerFacts[]> {
  const read = async (sql: string, values: string[]) => (await pool.query(sql.replace('?', '$1'), values)).rows;
  const plain = await readFacts(read, ids, at, fields);
  const more = await Promise.all(sources.map((source) => source.read({ pool }, ids, at)));
  return plain.map(({ id, variables }) => ({
    id,
    variables: Object.assign({}, ...more.map((byId) => byId.get(id)), variables) as CustomerFacts['variables'],
  }));
}

/** Where the key is always a bound of the index: with `$1 is null or` a plan for any value would read the index from its beginning for each batch. */
export const NEXT_CUSTOMERS = `select "id" from "customer" where "id" > coalesce($1::uuid, '00000000-0000-0000-0000-000000000000') order by "id" limit ${BATCH}`;

/** Keys of the next customers in use after one, in the order of keys; empty at the end. */
async function nextIds({ pool }: Pick<Database, 'pool'>, after: string | null): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'customer_scan',
    text: NEXT_CUSTOMERS,
    values: [after],
  });
  return rows.map(({ id }) => id);
}

/** All customers with what is known of them, a batch at a time, until the signal. @param fields only these of the customer; all when absent */
export async function* scanCustomers(
  database: Pick<Database, 'pool'>,
  at: Date,
  signal: AbortSignal,
  sources: readonly FactSource[] = [],
  fields: ReadonlySet<string> | null = null,
): AsyncGenerator<CustomerFacts[]> {
  for (let after: string | null = null; ;) {
    signal.throwIfAborted();
    const ids: string[] = await nextIds(database, after);
    if (ids.length === 0) return;
    yield await factsOf(database, ids, at, sources, fields);
    after = ids.at(-1)!;
  }
}
