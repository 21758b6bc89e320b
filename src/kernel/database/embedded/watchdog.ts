import { spawn } from 'node:child_process';
import type { Account } from './account.js';

/** Stops a server when its owner is gone. */
export interface Watchdog {
  /** Ends the watching; call it when the server has ended. */
  dismiss(): void;
}

/**
 * Starts a shell that waits for the end of this process, even by SIGKILL, and then shuts the server down.
 *
 * It reads from a pipe that nobody writes to: the kernel closes the pipe with its last writer, which is this process.
 *
 * @param pid process id of the server.
 */
export function watchOwner(pid: number, account: Account | null): Watchdog {
  const shell = spawn('/bin/sh', ['-c', 'read -r line; kill -INT "$0"', String(pid)], {
    cwd: '/',
    env: {},
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    ...(account ?? {}),
  });
  // Without a shell the server is stopped by the next start at the latest.
  shell.on('error', () => undefined);
  shell.unref();
  shell.stdin?.on('error', () => undefined);
  if (shell.stdin && 'unref' in shell.stdin && typeof shell.stdin.unref === 'function') shell.stdin.unref();
  return { dismiss: () => void shell.kill('SIGKILL') };
}
