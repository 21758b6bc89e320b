import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { Class } from '../model/registry.js';
import { Database } from './database.js';
import { PreparedDriver, prepareAgain } from './prepared-driver.js';
import { CONNECT_TIMEOUT_MS, toughen } from './tough-pool.js';

export interface ConnectOptions {
  url: string;
  /** Nouns, interfaces and value objects of all domains. */
  entities: readonly Class[];
  /** Connections for reads; writes have as many of their own. */
  poolSize: number;
  /** Milliseconds after which PostgreSQL cancels a statement; 0 means never. */
  statementTimeoutMs: number;
  /** Milliseconds after which PostgreSQL ends a write in which nothing more is said; {@link IDLE_WRITE_MS} if not given. */
  idleWriteMs?: number;
}

/**
 * How long a write may say nothing between two statements. A server that is halted in the middle of one (a frozen container, a machine that
 * swaps) keeps its rows locked, and whoever comes again under the same idempotency key waits for it; now another takes over. No operation
 * waits for anything but the database while it writes, so that this is far more than any needs.
 */
const IDLE_WRITE_MS = 15_000;

/** The oldest PostgreSQL that is supported, as `server_version_num` counts. */
const OLDEST_VERSION = 150_000;

/** Opens a migrated database for reads and writes. */
export async function connectDatabase(options: ConnectOptions): Promise<Database> {
  const session = `-c statement_timeout=${options.statementTimeoutMs} -c TimeZone=UTC -c DateStyle=ISO,YMD -c jit=off`;
  const writing = `${session} -c idle_in_transaction_session_timeout=${options.idleWriteMs ?? IDLE_WRITE_MS}`;
  const patience = { connectionTimeoutMillis: CONNECT_TIMEOUT_MS, keepAlive: true };
  const pool = toughen(
    new pg.Pool({
      connectionString: options.url,
      max: options.poolSize,
      options: session,
      application_name: 'switchboard-read',
      ...patience,
    }),
  );
  // An idle connection that the server ends is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  try {
    await refuseOldServer(pool);
    const orm = await MikroORM.init({
      clientUrl: options.url,
      entities: options.entities as never[],
      pool: { max: options.poolSize },
      timezone: 'UTC',
      ensureDatabase: false,
      driver: PreparedDriver,
      driverOptions: {
        ...{ options: writing, application_name: 'switchboard-write', ...patience },
        onPoolCreated: (created: pg.Pool) => void prepareAgain(toughen(created)),
      },
    });
    ignoreKinds(orm);
    return new Database(orm, pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/**
 * Takes the column that tells the types of a shared table apart out of what the unit of work compares. It never changes; compared, a row that
 * was first known by a reference and then loaded would be written though nobody has touched it.
 */
function ignoreKinds(orm: MikroORM): void {
  for (const meta of orm.getMetadata().getAll().values())
    meta.comparableProps = meta.comparableProps.filter(({ name }) => name !== meta.root.discriminatorColumn);
}

async function refuseOldServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ server_version_num: string }>('show server_version_num');
  if (Number(rows[0]!.server_version_num) < OLDEST_VERSION)
    throw new Error('DATABASE_URL names a PostgreSQL older than 15; 15 or newer is needed.');
}
