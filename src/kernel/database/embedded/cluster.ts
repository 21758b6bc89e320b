import { chown, mkdir, open, readFile, readdir, rename, rm, stat, lchown, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from './account.js';
import { databaseName } from './access.js';
import type { Binaries } from './binaries.js';
import { programOptions, spawnProgram } from './program.js';
import { EmbeddedPostgresError, systemCode } from './error.js';

/** The PostgreSQL data directory inside a data folder. */
export function clusterPath(dataDir: string): string {
  return join(dataDir, 'cluster');
}

/**
 * Whether the data folder holds a cluster that these binaries can serve; hands files of root back to the account.
 *
 * @throws EmbeddedPostgresError `EMBEDDED_POSTGRES_DATA` when another major version wrote it.
 */
export async function hasCluster(dataDir: string, binaries: Binaries, account: Account | null): Promise<boolean> {
  const cluster = clusterPath(dataDir);
  let written: string;
  try {
    written = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw new EmbeddedPostgresError('EMBEDDED_POSTGRES_FOLDER', `Cannot read the database in ${cluster}.`, error);
  }
  const major = binaries.version.split('.')[0];
  if (written !== major) {
    throw new EmbeddedPostgresError(
      'EMBEDDED_POSTGRES_DATA',
      `The database in ${cluster} was written by PostgreSQL ${written}, this is ${major}: ` +
        'dump it with the old version and restore it, or set DATA_DIR to a new folder.',
    );
  }
  // A project copied or chown'ed as a whole by root brings a cluster that root owns.
  if (account && (await stat(cluster)).uid !== account.uid) await handOver(cluster, account);
  return true;
}

/**
 * Creates the cluster: UTF-8, sorted by code point and with the character classes of Unicode wherever it runs.
 * It appears under its final name only when complete.
 *
 * @param password of the database user, asked from everybody who connects.
 * @param durable whether it must survive a crash of the machine.
 * @throws EmbeddedPostgresError `EMBEDDED_POSTGRES_INIT` with what `initdb` said.
 */
export async function createCluster(
  dataDir: string,
  binaries: Binaries,
  account: Account | null,
  password: string,
  durable: boolean,
): Promise<void> {
  const draft = join(dataDir, 'cluster.new');
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  if (account) await chown(draft, account.uid, account.gid);
  const { options, directory } = await programOptions(draft, account);
  const secret = await openSecret(join(dataDir, 'password.new'), password, account);
  try {
    const flags = ['--locale-provider=builtin', '--locale=C.UTF-8', '--encoding=UTF8', '--lc-messages=C'];
    await run(
      binaries.initdb,
      [
        `--pgdata=${directory}`,
        `--username=${databaseName}`,
        '--auth=scram-sha-256',
        '--pwfile=/dev/fd/0',
        ...flags,
        ...(durable ? [] : ['--no-sync']),
      ],
      { ...options, stdio: [secret.fd, 'pipe', 'pipe'] },
    );
  } finally {
    await secret.close();
  }
  await rename(draft, clusterPath(dataDir));
}

/** The password as an open file without a name: nobody else can open it, and the account needs no way to it. */
async function openSecret(path: string, password: string, account: Account | null) {
  await writeFile(path, `${password}\n`, { mode: 0o600 });
  try {
    if (account) await chown(path, account.uid, account.gid);
    return await open(path, 'r');
  } finally {
    await unlink(path);
  }
}

function run(program: string, args: string[], options: Parameters<typeof spawnProgram>[2]): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawnProgram(program, args, options);
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => reject(failure(error.message, error)));
    child.on('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(failure(`${signal ?? `exit code ${code}`}\n${output.trim()}`));
    });
  });
}

function failure(reason: string, cause?: unknown): EmbeddedPostgresError {
  if (reason.includes('could not look up effective user ID')) {
    return new EmbeddedPostgresError(
      'EMBEDDED_POSTGRES_ACCOUNT',
      `PostgreSQL needs a name for the user that runs it, and user id ${process.getuid?.()} has none: ` +
        'add the id to /etc/passwd, start as another user (root too), or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
  return new EmbeddedPostgresError('EMBEDDED_POSTGRES_INIT', `initdb could not create the database: ${reason}`, cause);
}

async function handOver(path: string, account: Account): Promise<void> {
  await lchown(path, account.uid, account.gid);
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const below = join(path, entry.name);
    if (entry.isDirectory()) await handOver(below, account);
    else await lchown(below, account.uid, account.gid);
  }
}
