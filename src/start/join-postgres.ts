import { join } from 'node:path';
import type { Config } from '../kernel/config/config.js';
import { EmbeddedPostgresError, runningEmbeddedPostgres } from '../kernel/database/embedded/index.js';
import type { Logger } from '../kernel/log/log.js';
import { openPostgres, type Postgres } from './postgres.js';

/** A PostgreSQL that may be another process's. */
export interface JoinedPostgres extends Postgres {
  /** Whether another process runs it, and has prepared its database. */
  shared: boolean;
}

/**
 * For commands: like `openPostgres`, but when a running Switchboard has the data folder, its embedded server is used beside it.
 *
 * @throws EmbeddedPostgresError `EMBEDDED_POSTGRES_IN_USE` when the process that has the folder does not let anyone in.
 */
export async function joinPostgres(config: Pick<Config, 'database' | 'dataDir'>, log: Logger): Promise<JoinedPostgres> {
  try {
    return { ...(await openPostgres(config, log)), shared: false };
  } catch (error) {
    if (!(error instanceof EmbeddedPostgresError) || error.code !== 'EMBEDDED_POSTGRES_IN_USE') throw error;
    const url = await runningEmbeddedPostgres(join(config.dataDir, 'postgres'));
    if (!url) throw error;
    return { url, shared: true, stop: async () => undefined };
  }
}
