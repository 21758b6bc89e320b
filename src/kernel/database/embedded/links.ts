import { lstat, readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { systemCode } from './error.js';

/** A symbolic link that the package lists instead of carrying, since npm packages cannot hold links. */
export interface Link {
  /** Path of the link, relative to the package. */
  path: string;
  /** What the link points to, relative to the link's folder. */
  to: string;
}

/** The links listed in a package of binaries that are not on disk; its install script creates them, unless scripts are off. */
export async function missingLinks(home: string): Promise<Link[]> {
  const list = join(home, 'native/pg-symlinks.json');
  const entries: { source: string; target: string }[] = JSON.parse(await readFile(list, 'utf8').catch(() => '[]'));
  const missing: Link[] = [];
  for (const { source, target } of entries) {
    if (await exists(join(home, target))) continue;
    missing.push({ path: target, to: relative(dirname(target), source) });
  }
  return missing;
}

/** Creates the missing links below a folder laid out like the package; answers false where that may not be written to. */
export async function hydrateLinks(home: string): Promise<boolean> {
  for (const link of await missingLinks(home)) {
    try {
      await symlink(link.to, join(home, link.path));
    } catch (error) {
      const code = systemCode(error);
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
      if (code !== 'EEXIST') throw error;
    }
  }
  return true;
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
