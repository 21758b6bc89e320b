import { execFile } from 'node:child_process';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { EmbeddedPostgresError, systemCode } from './error.js';
import type { EmbeddedLog } from './log.js';

/** What a server writes about itself into its data directory. */
export interface PidFile {
  /** Process id of the server. */
  pid: number;
  /** Whether it takes connections. */
  ready: boolean;
}

const shutdownSeconds = 60;

/** Reads `postmaster.pid` of a cluster; null when there is none. */
export async function readPidFile(cluster: string): Promise<PidFile | null> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, ready: lines[7]?.trim() === 'ready' } : null;
}

/**
 * Ends what a killed owner left behind: a server still running over the cluster is shut down, and a `postmaster.pid`
 * whose process id now belongs to something else is removed. Call it as the owner of the data folder only.
 *
 * @throws EmbeddedPostgresError `EMBEDDED_POSTGRES_STOP` when the server left behind does not end within a minute.
 */
export async function endLeftover(cluster: string, log: EmbeddedLog): Promise<void> {
  const found = await readPidFile(cluster);
  if (!found) return;
  if (await serves(found.pid, cluster)) {
    log.info({ pid: found.pid }, 'embedded PostgreSQL: stopping a server left behind by an owner that is gone');
    await end(found.pid, cluster);
  } else {
    log.info(
      { pid: found.pid },
      'embedded PostgreSQL: the database was not stopped properly the last time; recovering',
    );
  }
  // PostgreSQL takes any live process for a running server, zombies too; of a dead one it clears the file itself.
  if (isAlive(found.pid)) await rm(join(cluster, 'postmaster.pid'), { force: true });
}

async function end(pid: number, cluster: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    kill(pid, signal);
    for (let waited = 0; waited < (shutdownSeconds / 2) * 1000; waited += 20) {
      if (!(await serves(pid, cluster))) return;
      await sleep(20);
    }
  }
  throw new EmbeddedPostgresError(
    'EMBEDDED_POSTGRES_STOP',
    `A PostgreSQL left behind (process ${pid}) over ${cluster} does not end: end that process, then start again.`,
  );
}

/** Whether the process is a server over this cluster, not something else that got the same process id. */
async function serves(pid: number, cluster: string): Promise<boolean> {
  if (process.platform === 'linux') {
    // A server works from inside its data directory.
    const [there, here] = await Promise.all([stat(`/proc/${pid}/cwd`).catch(() => null), stat(cluster)]);
    return there !== null && there.dev === here.dev && there.ino === here.ino;
  }
  const command = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => null);
  return command !== null && command.stdout.includes('postgres') && command.stdout.includes(cluster);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself in the meantime.
  }
}
