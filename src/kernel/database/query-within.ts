import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Runs a statement that is written for the pool (`$1`, `$2`, … for its values) within a transaction. Lists of keys are given as lists.
 * What the transaction has not written yet is not seen.
 */
export async function queryWithin<Row extends object>(
  { em }: { em: EntityManager },
  sql: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const bound: unknown[] = [];
  const text = sql.replace(/\$(\d+)/g, (_match, place: string) => {
    const value = values[Number(place) - 1];
    bound.push(Array.isArray(value) ? `{${value.join(',')}}` : value);
    return '?';
  });
  return em.execute<Row[]>(text, bound);
}
