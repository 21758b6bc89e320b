import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Account } from './account.js';

const execute = 0o1;
const read = 0o4;

/**
 * Whether the account may come to a path: enter every folder above it.
 *
 * @param path an absolute path without symbolic links; it need not exist.
 * @param account the user asked about; null is the current user, who is taken to have come this far.
 */
export async function canReach(path: string, account: Account | null): Promise<boolean> {
  if (!account) return true;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!(await permits(folder, account, execute))) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Whether the account may reach a file and read it (and run it, when `executable`). */
export async function canRead(file: string, account: Account | null, executable = false): Promise<boolean> {
  if (!account) return true;
  return (await permits(file, account, executable ? read | execute : read)) && (await canReach(file, account));
}

async function permits(path: string, account: Account, wanted: number): Promise<boolean> {
  const { mode, uid, gid } = await stat(path);
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
  return ((mode >> shift) & wanted) === wanted;
}
