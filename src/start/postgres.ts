import { join } from 'node:path';
import type { Config } from '../kernel/config/config.js';
import { startEmbeddedPostgres } from '../kernel/database/embedded/index.js';
import type { Logger } from '../kernel/log/log.js';

/** A PostgreSQL to work on. */
export interface Postgres {
  url: string;
  stop(): Promise<void>;
}

/** The server that `DATABASE_URL` names, or the embedded one with its data in `DATA_DIR`. */
export async function openPostgres(config: Pick<Config, 'database' | 'dataDir'>, log: Logger): Promise<Postgres> {
  const { url } = config.database;
  if (url) return { url, stop: async () => undefined };
  return startEmbeddedPostgres({
    dataDir: join(config.dataDir, 'postgres'),
    log,
    onUnexpectedEnd: () => {
      log.fatal('The embedded PostgreSQL ended; so does this process.');
      process.exit(1);
    },
  });
}
