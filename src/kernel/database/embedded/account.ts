import { readFile, stat } from 'node:fs/promises';
import { EmbeddedPostgresError, systemCode } from './error.js';

/** The operating system user and group that PostgreSQL runs under. */
export interface Account {
  /** Numeric user id. */
  uid: number;
  /** Numeric group id. */
  gid: number;
}

const passwd = '/etc/passwd';
/** Tried in this order; `initdb` refuses a user id that has no entry in the user database. */
const preferred = ['postgres', '_postgres', 'nobody', 'daemon'];

/**
 * The account to run PostgreSQL under, or null to run it as the current user.
 *
 * PostgreSQL refuses to run as root, so root hands over to an unprivileged user; a cluster that exists already
 * is served by its owner.
 *
 * @param cluster the PostgreSQL data directory, which need not exist yet.
 * @throws EmbeddedPostgresError `EMBEDDED_POSTGRES_PLATFORM` on systems without POSIX users,
 *   `EMBEDDED_POSTGRES_FOLDER` when another user owns the cluster, `EMBEDDED_POSTGRES_ACCOUNT` when root finds nobody to hand over to.
 */
export async function chooseAccount(cluster: string): Promise<Account | null> {
  const self = process.getuid?.();
  if (self === undefined) {
    throw new EmbeddedPostgresError(
      'EMBEDDED_POSTGRES_PLATFORM',
      `The embedded PostgreSQL does not run on ${process.platform}: use WSL, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  const owner = await ownerOf(cluster);
  if (self !== 0) {
    if (owner && owner.uid !== self) {
      throw new EmbeddedPostgresError(
        'EMBEDDED_POSTGRES_FOLDER',
        `The database in ${cluster} belongs to user id ${owner.uid}, and this process runs as ${self}: ` +
          'start as the user that created it (or as root), or set DATA_DIR to another folder.',
      );
    }
    return null;
  }
  return owner && owner.uid !== 0 ? owner : await unprivileged();
}

async function ownerOf(folder: string): Promise<Account | null> {
  try {
    const { uid, gid } = await stat(folder);
    return { uid, gid };
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw new EmbeddedPostgresError(
      'EMBEDDED_POSTGRES_FOLDER',
      `Cannot look at ${folder}: set DATA_DIR to a folder of your own.`,
      error,
    );
  }
}

async function unprivileged(): Promise<Account> {
  const lines = (await readFile(passwd, 'utf8').catch(() => '')).split('\n').map((line) => line.split(':'));
  for (const name of preferred) {
    const entry = lines.find((fields) => fields[0] === name);
    const [uid, gid] = [Number(entry?.[2]), Number(entry?.[3])];
    // Darwin writes ids of its special users as negative numbers.
    if (entry && uid !== 0 && Number.isInteger(uid) && Number.isInteger(gid)) return { uid: uid >>> 0, gid: gid >>> 0 };
  }
  throw new EmbeddedPostgresError(
    'EMBEDDED_POSTGRES_ACCOUNT',
    `PostgreSQL does not run as root, and ${passwd} has none of the users ${preferred.join(', ')}: ` +
      'add a user named postgres, start as another user, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}
