import pg from 'pg';
import { connectDatabase, domains, entitiesOf, prepareDatabase, seedDemo } from '../product.ts';
import { say } from '../say.ts';

/** Fills an empty database, from the beginning when a former attempt was stopped, and makes it as a settled one would be. */
export async function populate(url: string, customers: number): Promise<void> {
  say(`Building the data for ${customers} customers; it is kept for the next run.`);
  const began = performance.now();
  await sql(url, [
    'drop schema if exists public cascade',
    'drop schema if exists graphile_worker cascade',
    'create schema public',
  ]);
  await prepareDatabase(url, domains);
  const database = await connectDatabase({ url, entities: entitiesOf(domains), poolSize: 4, statementTimeoutMs: 0 });
  try {
    await seedDemo({ database, customers, profile: 'bench' });
  } finally {
    await database.close();
  }
  await sql(url, ['vacuum (freeze, analyze)', 'checkpoint']);
  say(`Built in ${Math.round((performance.now() - began) / 1000)} s.`);
}

async function sql(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
