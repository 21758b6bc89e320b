import { createConnection, createServer, type Server } from 'node:net';
import { stat, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgresError, systemCode } from './error.js';

/** What the owner of a data folder tells to whoever asks. */
interface Holder {
  /** Its process id. */
  pid: number;
  /** When it took the folder, ISO 8601. */
  since: string;
}

/** The exclusive ownership of one data folder by this process. */
export interface FolderLock {
  /** Gives the folder free. */
  release(): Promise<void>;
}

/**
 * Takes a data folder for this process alone.
 *
 * The lock is a listening socket named after the folder's inode. The kernel allows one listener and closes it with the
 * process, however that ends, so no stale lock and no reused process id can be mistaken for an owner.
 *
 * @throws EmbeddedPostgresError `EMBEDDED_POSTGRES_IN_USE` naming the process that has it.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = await socketPath(folder);
  const holder: Holder = { pid: process.pid, since: new Date().toISOString() };
  const server = createServer((socket) => socket.on('error', () => socket.destroy()).end(JSON.stringify(holder)));
  for (let attempt = 1; ; attempt += 1) {
    try {
      await listen(server, path);
      server.unref();
      return { release: () => new Promise((resolve) => server.close(() => resolve())) };
    } catch (error) {
      if (systemCode(error) !== 'EADDRINUSE') throw error;
      const other = await ask(path);
      if (other === 'nobody' && attempt === 1) await unlink(path);
      else throw inUse(folder, other);
    }
  }
}

/** An abstract socket on Linux, which leaves no file; elsewhere a file that outlives a killed owner without a listener. */
async function socketPath(folder: string): Promise<string> {
  const { dev, ino } = await stat(folder, { bigint: true });
  const name = `switchboard-data-${dev}-${ino}`;
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`);
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ path }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Who listens there: a process that says so, nobody (a file left behind), or somebody who does not answer. */
function ask(path: string): Promise<Holder | 'nobody' | 'somebody'> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = createConnection({ path });
    socket.setTimeout(1000, () => socket.destroy());
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('error', (error) =>
      resolve(systemCode(error) === 'ECONNREFUSED' && !path.startsWith('\0') ? 'nobody' : 'somebody'),
    );
    socket.on('close', () => {
      try {
        resolve(JSON.parse(answer));
      } catch {
        resolve('somebody');
      }
    });
  });
}

function inUse(folder: string, other: Holder | 'nobody' | 'somebody'): EmbeddedPostgresError {
  const who = typeof other === 'string' ? 'another running process' : `process ${other.pid}, since ${other.since}`;
  return new EmbeddedPostgresError(
    'EMBEDDED_POSTGRES_IN_USE',
    `The data folder ${folder} is in use by ${who}: stop that one first, or set DATA_DIR to another folder.`,
  );
}
