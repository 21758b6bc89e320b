import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from './config.error.js';

/**
 * The token secret of a development folder: generated at first use and kept in `<dataDir>/token-secret`,
 * so that the server and `npm run token` agree without anything being set.
 * @throws ConfigError when the file holds something too short to be a secret.
 */
export function developmentSecret(dataDir: string): string {
  const file = join(dataDir, 'token-secret');
  const secret = read(file) ?? generate(file, dataDir);
  if (secret.length >= 32) return secret;
  throw new ConfigError([`TOKEN_SECRET: ${file} is damaged; delete the file, or set TOKEN_SECRET`]);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Written beside and linked into place: two processes starting together end with one secret, never with half a file. */
function generate(file: string, dataDir: string): string {
  // Others must be able to pass through: the embedded PostgreSQL may run as another user.
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, randomBytes(48).toString('base64url'), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  return read(file) ?? '';
}

function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
