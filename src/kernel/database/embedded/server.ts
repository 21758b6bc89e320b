import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import { EmbeddedPostgresError } from './error.js';
import { ServerOutput, type EmbeddedLog } from './log.js';
import { readPidFile } from './pid-file.js';
import { programOptions, spawnProgram } from './program.js';
import { settingText, type PostgresSettings } from './settings.js';
import { watchOwner } from './watchdog.js';

/** How long each way of stopping may take, in milliseconds, before the next rougher one. */
const patience = { SIGINT: 30_000, SIGQUIT: 10_000, SIGKILL: 5_000 } as const;

/** A running server. */
export interface RunningServer {
  /** Its process id. */
  pid: number;
  /** Settles when the server has ended, with a description of how. */
  ended: Promise<string>;
  /** Ends it: open transactions are rolled back, everything committed is kept. Waits until it is gone. */
  stop(): Promise<void>;
}

/**
 * Starts a server over the cluster and waits until it takes connections, however long crash recovery needs.
 *
 * @param port TCP port on 127.0.0.1, the only address it listens on.
 * @throws EmbeddedPostgresError `EMBEDDED_POSTGRES_START` with the server's last output when it ends before.
 */
export async function startServer(
  cluster: string,
  port: number,
  binaries: Binaries,
  account: Account | null,
  settings: PostgresSettings,
  log: EmbeddedLog,
): Promise<RunningServer> {
  const { options, directory } = await programOptions(cluster, account);
  const always = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    logging_collector: false,
    log_line_prefix: '',
  };
  const flags = Object.entries({ ...settings, ...always }).flatMap(([name, value]) => [
    '-c',
    `${name}=${settingText(value)}`,
  ]);
  // In a session of its own: Ctrl-C in a terminal must reach the owner only, which then stops the server in its own time.
  const child = spawnProgram(binaries.postgres, ['-D', directory, ...flags], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const output = new ServerOutput(log);
  child.stderr?.on('data', (chunk: Buffer) => output.take(chunk));
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const watchdog = child.pid === undefined ? null : watchOwner(child.pid, account);
  void ended.then(() => watchdog?.dismiss());
  await ready(cluster, child, ended, output);
  unref(child);
  return { pid: child.pid ?? 0, ended, stop: () => stop(child, ended) };
}

async function ready(
  cluster: string,
  child: ChildProcess,
  ended: Promise<string>,
  output: ServerOutput,
): Promise<void> {
  let end: string | null = null;
  void ended.then((how) => (end = how));
  for (;;) {
    const state = await readPidFile(cluster);
    if (state && state.pid === child.pid && state.ready) return;
    if (end !== null) {
      throw new EmbeddedPostgresError(
        'EMBEDDED_POSTGRES_START',
        `The embedded PostgreSQL did not start (${end}):\n${output.tail()}`,
      );
    }
    await sleep(10);
  }
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.ref();
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    child.kill(signal);
    const waiting = new AbortController();
    const inTime = await Promise.race([
      ended.then(() => true),
      sleep(patience[signal], false, { signal: waiting.signal }).catch(() => false),
    ]);
    waiting.abort();
    if (inTime) return;
  }
  throw new EmbeddedPostgresError(
    'EMBEDDED_POSTGRES_STOP',
    `The embedded PostgreSQL (process ${child.pid}) does not end.`,
  );
}

/** Lets the owner end without having stopped the server; the watchdog then stops it. */
function unref(child: ChildProcess): void {
  child.unref();
  if (child.stderr && 'unref' in child.stderr && typeof child.stderr.unref === 'function') child.stderr.unref();
}
