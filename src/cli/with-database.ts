import { domains } from '../domains/index.js';
import { ConfigError } from '../kernel/config/config.error.js';
import { readConfig } from '../kernel/config/config.js';
import { connectDatabase } from '../kernel/database/connect.js';
import type { Database } from '../kernel/database/database.js';
import { EmbeddedPostgresError } from '../kernel/database/embedded/index.js';
import { createLogger } from '../kernel/log/log.js';
import { entitiesOf } from '../start/entities.js';
import { joinPostgres } from '../start/join-postgres.js';
import { prepareDatabase } from '../start/prepare.js';

/** Connections of a command. */
const POOL_SIZE = 4;

/**
 * Runs a command on the database that the server uses: that of `DATABASE_URL`, or the embedded one, beside a server that runs it or
 * started for the command alone. The database is prepared first, unless a running server has done it. SIGINT and SIGTERM end the
 * command between two transactions, and a server of its own with it.
 */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const log = createLogger({
    ...config,
    log: { ...config.log, level: config.log.level === 'info' ? 'warn' : config.log.level },
  });
  const postgres = await joinPostgres(config, log);
  const onSignal = () => void postgres.stop().finally(() => process.exit(130));
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  try {
    if (!postgres.shared) await prepareDatabase(postgres.url, domains);
    const database = await connectDatabase({
      url: postgres.url,
      entities: entitiesOf(domains),
      poolSize: POOL_SIZE,
      statementTimeoutMs: 0,
    });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    await postgres.stop();
  }
}

/** Whether the message of an error is all that its reader needs. */
export const isExpected = (error: unknown): error is Error =>
  error instanceof ConfigError || error instanceof EmbeddedPostgresError;
