import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import type { Account } from './account.js';
import { EmbeddedPostgresError } from './error.js';
import { canReach } from './reach.js';

/** Options of `child_process.spawn` common to the PostgreSQL programs. */
export interface ProgramOptions {
  /** Working directory. */
  cwd: string;
  /** User id to change to. */
  uid?: number;
  /** Group id to change to. */
  gid?: number;
  /** The whole environment of the program. */
  env: Record<string, string>;
}

/**
 * How to start a PostgreSQL program over a data directory, and by which name the program is to call that directory.
 *
 * Below a folder closed to the account (`/root`, a strict umask) the path is of no use to it. On Linux the program is
 * put into the directory before it changes its user, and calls it `/proc/self/cwd`, which needs no way from the top.
 *
 * @throws EmbeddedPostgresError `EMBEDDED_POSTGRES_FOLDER` where that is not possible.
 */
export async function programOptions(
  cluster: string,
  account: Account | null,
): Promise<{ options: ProgramOptions; directory: string }> {
  // Nothing of the caller's environment: PGDATA, PGPORT, PGOPTIONS and the locale would change what the programs do.
  const env = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  const options: ProgramOptions = { cwd: cluster, env, ...(account ?? {}) };
  if (await canReach(cluster, account)) return { options, directory: cluster };
  if (process.platform === 'linux') return { options, directory: '/proc/self/cwd' };
  throw new EmbeddedPostgresError(
    'EMBEDDED_POSTGRES_FOLDER',
    `The user that runs PostgreSQL (id ${account?.uid}) may not enter a folder above ${cluster}: ` +
      'set DATA_DIR to a folder that other users may reach, or start as a user other than root.',
  );
}

/**
 * Starts a program; what goes wrong later arrives as its `error` event.
 *
 * @throws EmbeddedPostgresError `EMBEDDED_POSTGRES_ACCOUNT` when this process may not change to the account.
 */
export function spawnProgram(
  program: string,
  args: readonly string[],
  options: ProgramOptions & { stdio: StdioOptions; detached?: boolean },
): ChildProcess {
  try {
    return spawn(program, args, options);
  } catch (error) {
    throw new EmbeddedPostgresError(
      'EMBEDDED_POSTGRES_ACCOUNT',
      `${program} cannot be started as user id ${options.uid ?? process.getuid?.()}: ` +
        'start as a user other than root, or set DATABASE_URL to a PostgreSQL of your own.',
      error,
    );
  }
}
