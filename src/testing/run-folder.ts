import { access, chmod, constants, mkdtemp, readdir, rm, statfs } from 'node:fs/promises';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'switchboard-test-';
/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm';
/** Bytes that must be free there, and in memory at all, before a run keeps its databases there. */
const ROOM = 6 * 2 ** 30;

/** Creates the folder of this test run, named after its process; others may enter it, since PostgreSQL may run as another user. */
export async function createRunFolder(): Promise<string> {
  await Promise.all([tmpdir(), MEMORY].map(sweep));
  const folder = await mkdtemp(join(await place(), `${prefix}${process.pid}-`));
  await chmod(folder, 0o755);
  return folder;
}

/** Removes the folder of a run, patient with processes that still write to it while they end. */
export async function removeRunFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** Memory where there is plenty: to copy a database makes thousands of files, which takes seconds on a disk. */
async function place(): Promise<string> {
  try {
    await access(MEMORY, constants.W_OK);
    const { bavail, bsize } = await statfs(MEMORY);
    return Math.min(bavail * bsize, freemem()) > ROOM ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** Removes the folders of runs that were killed; their servers have ended with them. */
async function sweep(parent: string): Promise<void> {
  for (const name of await readdir(parent).catch(() => [])) {
    const pid = Number(name.startsWith(prefix) ? name.slice(prefix.length).split('-')[0] : NaN);
    if (!Number.isInteger(pid) || isRunning(pid)) continue;
    await removeRunFolder(join(parent, name)).catch(() => undefined);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
