import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { benchFolder } from '../folders.ts';
import { say } from '../say.ts';
import type { Contestant, RunningServer, Surroundings } from './server.ts';

const START_MS = 60_000;
const STOP_MS = 15_000;

/** Starts a contestant on a free port and waits until it answers. */
export async function startServer(contestant: Contestant, surroundings: Surroundings): Promise<RunningServer> {
  const port = await freePort();
  const { PATH = '', HOME = '' } = process.env;
  const profile = process.env['BENCH_NODE_OPTIONS']?.split(' ').filter(Boolean) ?? [];
  const child = spawn(process.execPath, [...profile, contestant.script], {
    cwd: benchFolder,
    env: {
      PATH,
      HOME,
      NODE_ENV: 'production',
      GRAPHILE_ENV: 'production',
      ...contestant.environment(surroundings),
      PORT: String(port),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4_000)));
  let ended = false;
  let stopping = false;
  child.once('exit', (code, signal) => {
    ended = true;
    if (!stopping) say(`${contestant.name} ended with ${signal ?? code}:\n${said}`);
  });
  const stop = async () => {
    stopping = true;
    if (ended) return;
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await exit;
    clearTimeout(timer);
  };
  for (const until = Date.now() + START_MS; ;) {
    if (await answers(port)) break;
    if (!ended && Date.now() < until) {
      await sleep(50);
      continue;
    }
    await stop();
    throw new Error(`${contestant.name} did not start:\n${said}`);
  }
  return { contestant, surroundings, port, pid: child.pid!, stop };
}

const answers = (port: number) =>
  fetch(`http://127.0.0.1:${port}/`).then(
    (response) => response.text().then(() => true),
    () => false,
  );

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
