import type pg from 'pg';
import { statementName } from './statement-name.js';

/**
 * Runs a prepared statement by the plan that fits any values, which a connection makes once. For a statement of many tables whose plan
 * does not depend on its values: PostgreSQL might plan it anew each time, for longer than it takes to run.
 */
export async function queryPlannedOnce<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('set plan_cache_mode = force_generic_plan');
    return (await client.query<Row>({ name: statementName(text), text, values })).rows;
  } finally {
    await client.query('reset plan_cache_mode').catch((error: Error) => (broken = error));
    client.release(broken);
  }
}
