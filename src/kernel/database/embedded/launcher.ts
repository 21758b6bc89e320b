import { mkdir, realpath } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { accessUrl, databaseName, freePort, newAccess, readAccess, writeAccess, type Access } from './access.js';
import { chooseAccount, type Account } from './account.js';
import { locateBinaries, type Binaries } from './binaries.js';
import { clusterPath, createCluster, hasCluster } from './cluster.js';
import { EmbeddedPostgresError } from './error.js';
import { lockFolder } from './folder-lock.js';
import type { EmbeddedLog } from './log.js';
import { endLeftover } from './pid-file.js';
import { startServer, type RunningServer } from './server.js';
import { serverSettings, type PostgresSettings } from './settings.js';

/** What to start. */
export interface EmbeddedPostgresOptions {
  /** Folder that keeps the database, its password and its port; created when missing. */
  dataDir: string;
  /** Where to report; a pino logger fits. */
  log: EmbeddedLog;
  /** Settings that differ from `serverSettings`; `fsync: false` also skips flushing at creation. */
  settings?: PostgresSettings;
  /** Called when the server ends without having been asked to, with how it ended (`SIGKILL`, `exit code 2` …). */
  onUnexpectedEnd?: (how: string) => void;
}

/** A running embedded PostgreSQL that this process owns. */
export interface EmbeddedPostgres {
  /** Connection URL of the database `switchboard`, as a superuser, on 127.0.0.1. */
  url: string;
  /** Process id of the server. */
  pid: number;
  /** Shuts the server down, waits until it is gone, and gives the data folder free. A second call does nothing more. */
  stop(): Promise<void>;
}

const attempts = 40;

/**
 * Starts the PostgreSQL that came with the dependencies over a data folder of its own; creates the database at first.
 *
 * One process at a time owns a data folder. Whatever a killed owner left behind (a running server, lock files) is
 * cleared first. Root is handed over to an unprivileged user. The server ends when this process does, however that ends.
 *
 * @throws EmbeddedPostgresError see its codes.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const began = performance.now();
  const dataDir = await createFolder(options.dataDir);
  const lock = await lockFolder(dataDir);
  try {
    const account = await chooseAccount(clusterPath(dataDir));
    const binaries = await locateBinaries(account);
    const settings = { ...serverSettings, ...options.settings };
    const access = await prepare(
      dataDir,
      binaries,
      account,
      settings.fsync !== false && settings.fsync !== 'off',
      options.log,
    );
    const server = await serve(dataDir, access, binaries, account, settings, options.log);
    let stopping: Promise<void> | undefined;
    void server.ended.then((how) => {
      if (stopping) return;
      options.log.warn({ pid: server.pid, how }, 'embedded PostgreSQL: ended unexpectedly');
      options.onUnexpectedEnd?.(how);
    });
    try {
      await ensureDatabase(access);
    } catch (error) {
      await (stopping = server.stop());
      throw error;
    }
    options.log.info(
      { dataDir, port: access.port, pid: server.pid, ms: Math.round(performance.now() - began) },
      'embedded PostgreSQL: ready',
    );
    return {
      url: accessUrl(access),
      pid: server.pid,
      stop: () => (stopping ??= server.stop().finally(() => lock.release())),
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function createFolder(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true });
    return await realpath(dataDir);
  } catch (error) {
    throw new EmbeddedPostgresError(
      'EMBEDDED_POSTGRES_FOLDER',
      `Cannot create the data folder ${dataDir}: set DATA_DIR to a folder you may write to.`,
      error,
    );
  }
}

/** Makes sure of a cluster nobody serves, and of the password that belongs to it. */
async function prepare(
  dataDir: string,
  binaries: Binaries,
  account: Account | null,
  durable: boolean,
  log: EmbeddedLog,
): Promise<Access> {
  const known = await readAccess(dataDir);
  if (await hasCluster(dataDir, binaries, account)) {
    if (known) {
      await endLeftover(clusterPath(dataDir), log);
      return known;
    }
    throw new EmbeddedPostgresError(
      'EMBEDDED_POSTGRES_DATA',
      `${dataDir} holds a database without its access.json, which has the password: put that file back, or set DATA_DIR to a new folder.`,
    );
  }
  const access = newAccess();
  await writeAccess(dataDir, access);
  log.info({ dataDir, version: binaries.version }, 'embedded PostgreSQL: creating the database');
  await createCluster(dataDir, binaries, account, access.password, durable);
  return access;
}

/** Starts the server on the remembered port or, when that is taken, on another; waits for orphans of a killed server to go. */
async function serve(
  dataDir: string,
  access: Access,
  binaries: Binaries,
  account: Account | null,
  settings: PostgresSettings,
  log: EmbeddedLog,
): Promise<RunningServer> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(access.port);
    try {
      const server = await startServer(clusterPath(dataDir), port, binaries, account, settings, log);
      if (access.port !== port) {
        access.port = port;
        await writeAccess(dataDir, access);
      }
      return server;
    } catch (error) {
      const passing =
        error instanceof EmbeddedPostgresError &&
        /pre-existing shared memory|could not create any TCP\/IP sockets/.test(error.message);
      if (!passing || attempt === attempts) throw error;
      await sleep(250);
    }
  }
}

async function ensureDatabase(access: Access): Promise<void> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port: access.port,
    user: databaseName,
    password: access.password,
    database: 'postgres',
  });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
}
