import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './until.js';

/** A NATS server of a test's own. */
export interface TestNats {
  url: string;
  /** Ends it hard, as a crash does; what it held in memory is gone. */
  kill(): Promise<void>;
  /** Starts it again on the same port. */
  start(): Promise<void>;
  /** Ends it and removes its files. */
  stop(): Promise<void>;
}

/** Where `nats-server` is, or undefined when this machine has none: Debian's package nats-server is enough. */
export function natsProgram(): string | undefined {
  try {
    const path = `${process.env.PATH}:/usr/sbin:/usr/local/sbin:/usr/local/bin`;
    return execFileSync('sh', ['-c', 'command -v nats-server'], { env: { PATH: path }, encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

/** `describe`, or its skipping form with a message that says why, where there is no `nats-server`. */
export function describeWithNats(name: string, tests: () => void): void {
  if (natsProgram()) describe(name, tests);
  else describe.skip(`${name} (skipped: no nats-server on this machine, install Debian's package nats-server)`, tests);
}

/** Starts a NATS server with JetStream on a free port. */
export async function startNats(): Promise<TestNats> {
  const folder = await mkdtemp(join(tmpdir(), 'switchboard-nats-'));
  const port = await freePort();
  let child: ChildProcess | undefined;
  const start = async () => {
    child = spawn(natsProgram()!, ['-a', '127.0.0.1', '-p', String(port), '-js', '-sd', folder], { stdio: 'ignore' });
    await until(() => answers(port));
  };
  const kill = async () => {
    const ending = child;
    child = undefined;
    if (!ending) return;
    const ended = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill('SIGKILL');
    await ended;
  };
  await start();
  return {
    url: `nats://127.0.0.1:${port}`,
    kill,
    start,
    stop: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => (socket.destroy(), resolve(false)));
  });
}
