import type pg from 'pg';
import type { Database } from '../../src/kernel/database/database.js';
import type { ImportRow, ImportTarget, RowOutcome } from '../../src/kernel/imports/index.js';
import { Batch, inTransaction, Tables } from '../bulk/batch.js';

/** How rows are written by whole batches, past the services of the domains. */
export interface BulkWriting<Value> {
  /** Column that a row is named after, for what is said about it. */
  keyColumn: string;
  /** Which of these keys are there already. */
  known(client: pg.PoolClient, keys: readonly string[]): Promise<Set<string>>;
  /** Adds everything that a row becomes. */
  write(batch: Batch, value: Value, key: string): void;
}

/** A target that writes each batch of rows in a transaction of its own. */
export function bulkTarget<Value>(database: Database, writing: BulkWriting<Value>): ImportTarget<Value> {
  const tables = new Tables(database.orm);

  const writeRows = (rows: readonly ImportRow<Value>[]) =>
    inTransaction(database.pool, async (client): Promise<RowOutcome[]> => {
      const known = await writing.known(
        client,
        rows.map(({ key }) => key),
      );
      const batch = new Batch(tables);
      for (const { value, key } of rows) if (!known.has(key)) writing.write(batch, value, key);
      await batch.write(client);
      return rows.map(({ key }) => (known.has(key) ? 'present' : 'loaded'));
    });

  /** Writes rows together or, when the database refuses them, one by one, so that a single row does not hold up the others. */
  const store = async (rows: readonly ImportRow<Value>[]): Promise<RowOutcome[]> => {
    try {
      return await writeRows(rows);
    } catch (error) {
      const reason = refusalOf(error);
      if (!reason) throw error;
      if (rows.length === 1) return [[{ outcome: 'rejected', column: writing.keyColumn, value: rows[0]!.key, reason }]];
      const outcomes: RowOutcome[] = [];
      for (const row of rows) outcomes.push(...(await store([row])));
      return outcomes;
    }
  };
  return { store };
}

/** Why the database refuses a row; undefined for other failures, such as a lost connection. */
function refusalOf(error: unknown): string | undefined {
  const { code, constraint, detail } = error as { code?: string; constraint?: string; detail?: string };
  if (code === '23505') return `A record with the same value exists already: ${detail ?? constraint}`;
  if (code === '23514' || code === '22001' || code === '22003')
    return `The database refuses a value: ${detail ?? constraint ?? code}`;
  return undefined;
}
