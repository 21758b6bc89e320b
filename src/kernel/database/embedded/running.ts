import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { accessUrl, readAccess } from './access.js';

const PATIENCE_MS = 15_000;

/**
 * The connection URL of the embedded PostgreSQL that another process runs over a data folder; for commands that work on its
 * database beside it. Waits a while for one that is just starting.
 *
 * @returns undefined when none answers, or its database is not there yet.
 */
export async function runningEmbeddedPostgres(dataDir: string, patienceMs = PATIENCE_MS): Promise<string | undefined> {
  for (const end = Date.now() + patienceMs; ; await sleep(200)) {
    const access = await readAccess(dataDir);
    if (access && access.port > 0 && (await answers(accessUrl(access)))) return accessUrl(access);
    if (Date.now() >= end) return undefined;
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
