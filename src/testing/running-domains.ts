import pg from 'pg';
import { connectDatabase } from '../kernel/database/connect.js';
import type { Database } from '../kernel/database/database.js';
import type { Domain } from '../kernel/domain.js';
import { startEvents } from '../kernel/events/index.js';
import { startJobs } from '../kernel/jobs/index.js';
import { createLogger } from '../kernel/log/log.js';
import type { Plugin } from '../kernel/ports.js';
import { entitiesOf } from '../start/entities.js';
import { createTestDatabase } from './database.js';

/** Domains at work without a graph: a database of their own, events, and jobs on demand. */
export interface RunningDomains {
  database: Database;
  /** Begins to run jobs; until then they wait, as while a server is down. */
  startWorking(): Promise<void>;
  /** Lets running jobs finish and starts no more. */
  stopWorking(): Promise<void>;
  end(): Promise<void>;
}

/** Opens a copy of the prepared database with the domains and plugins of a test. */
export async function runDomains(domains: readonly Domain[], plugins: readonly Plugin[] = []): Promise<RunningDomains> {
  const test = await createTestDatabase();
  const database = await connectDatabase({
    url: test.url,
    entities: entitiesOf(domains),
    poolSize: 8,
    statementTimeoutMs: 20_000,
  });
  for (const plugin of plugins) plugin.connect({});
  const log = createLogger({ log: { level: 'silent', pretty: false } } as Parameters<typeof createLogger>[0]);
  const events = await startEvents({ database, log });
  let stop: (() => Promise<void>) | undefined;
  const stopWorking = async () => {
    await stop?.();
    stop = undefined;
  };
  return {
    database,
    async startWorking() {
      const pool = new pg.Pool({ connectionString: test.url, max: 6 });
      const definitions = [...domains, ...plugins].flatMap((part) => part.jobs ?? []);
      const jobs = await startJobs({ database, pool, definitions, concurrency: 4, log });
      stop = async () => {
        await jobs.stop();
        await pool.end();
      };
    },
    stopWorking,
    async end() {
      await stopWorking();
      await events.stop();
      await database.close();
      await test.drop();
    },
  };
}
