import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { systemCode } from './error.js';

/** Name of the database and of its only user. */
export const databaseName = 'switchboard';

/** How to come into the database; kept beside it in a file that only the owner of the data folder reads. */
export interface Access {
  /** Password of the database user, letters and digits. */
  password: string;
  /** TCP port on 127.0.0.1 of the last start; 0 before the first. */
  port: number;
}

/** What is remembered in the data folder, or null when nothing is. */
export async function readAccess(dataDir: string): Promise<Access | null> {
  try {
    const access: Access = JSON.parse(await readFile(file(dataDir), 'utf8'));
    return access;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Remembers the access, replacing the file as a whole so that a crash leaves the old or the new one. */
export async function writeAccess(dataDir: string, access: Access): Promise<void> {
  const draft = `${file(dataDir)}.new`;
  await writeFile(draft, `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, file(dataDir));
}

/** A fresh random password; no port yet. */
export function newAccess(): Access {
  return { password: randomBytes(24).toString('hex'), port: 0 };
}

/** The connection URL of the database. */
export function accessUrl(access: Access): string {
  return `postgresql://${databaseName}:${access.password}@127.0.0.1:${access.port}/${databaseName}`;
}

/** The wanted TCP port if it is free on 127.0.0.1, otherwise another free one. */
export async function freePort(wanted: number): Promise<number> {
  return (wanted > 0 ? await probe(wanted) : null) ?? (await probe(0)) ?? 0;
}

function probe(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : null));
    });
  });
}

function file(dataDir: string): string {
  return join(dataDir, 'access.json');
}
