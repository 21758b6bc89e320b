/**
 * Fan-out: one event to many subscribers, each on a WebSocket of its own; ours against plain graphql-ws, which executes for each
 * subscriber. Every event is checked at every subscriber. `node bench/fanout/run.ts [subscribers …]` (2,000 and 10,000) after `npm run build`;
 * prints a table and, with `--json <file>`, writes the figures.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { domains, prepareDatabase, startEmbeddedPostgres } from '../product.ts';
import type { Answer, ClientAnswer, ClientCommand, Command, Received, Usage } from './messages.ts';

const QUERY = 'subscription Ticks { events(filter: { types: ["bench.tick"] }) { cursor type occurredAt actor data } }';

interface Figures {
  server: 'ours' | 'plain graphql-ws';
  subscribers: number;
  /** Deliveries for each second of the server's processor time, under as many events as it can take. */
  deliveriesPerCpuSecond: number;
  deliveriesPerSecond: number;
  /** The same while events come one by one, with pauses: nothing can be sent together. */
  calmPerCpuSecond: number;
  /** Latency from the writing of the event at a moderate rate, in milliseconds. */
  p50: number;
  p99: number;
  /** Bytes that a subscription adds to an open connection, and bytes of both together. */
  bytesPerSubscription: number;
  bytesPerConnection: number;
  lost: number;
  repeated: number;
  /** Connections that the server closed. */
  closed: number;
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } });
const sizes = positionals.length ? positionals.map(Number) : [2_000, 10_000];
const folder = await mkdtemp(join(tmpdir(), 'fanout-'));
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined };
const postgres = process.env['DATABASE_URL']
  ? undefined
  : await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), log: quiet });
const databaseUrl = process.env['DATABASE_URL'] ?? postgres!.url;
const figures: Figures[] = [];
try {
  await prepareDatabase(databaseUrl, domains);
  for (const count of sizes)
    for (const server of ['ours', 'plain graphql-ws'] as const) figures.push(await measure(server, count));
  // eslint-disable-next-line no-console -- the table is what the scenario is for
  console.table(figures);
  for (const count of sizes) {
    const [ours, plain] = figures.filter(({ subscribers }) => subscribers === count);
    process.stdout.write(
      `${count} subscribers: ${(ours!.deliveriesPerCpuSecond / plain!.deliveriesPerCpuSecond).toFixed(1)} times the deliveries of plain graphql-ws per core\n`,
    );
  }
  if (values.json) await writeFile(values.json, `${JSON.stringify(figures, null, 2)}\n`);
} finally {
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
}
if (figures.some(({ lost, repeated }) => lost || repeated)) process.exitCode = 1;

async function measure(server: Figures['server'], count: number): Promise<Figures> {
  const ours = server === 'ours';
  const child = fork(new URL('server.ts', import.meta.url), [ours ? 'ours' : 'plain'], {
    execArgv: ['--expose-gc'],
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  const clients = fork(new URL('clients.ts', import.meta.url), { execArgv: [] });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  try {
    const { ready } = (await heard<Answer>(child)) as Extract<Answer, { ready: unknown }>;
    const before = await usage(child);
    await ask<ClientAnswer>(clients, { connect: { ...ready, count } });
    const connected = await usage(child);
    await ask(clients, { subscribe: { query: QUERY } });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const subscribed = await usage(child);

    let published = 0;
    const publish = async (events: number, gapMs: number, batch: number) => {
      await ask(child, { publish: { from: published, count: events, gapMs, batch } });
      published += events;
      return ((await ask<ClientAnswer>(clients, { expect: { upTo: published } })) as { received: Received }).received;
    };
    const warm = [await publish(ours ? 20 : 5, 0, 1), await publish(ours ? 20 : 5, 0, 5)];
    // About what the slower one can take on one core.
    const rested = await usage(child);
    const calm = await publish(20, Math.max(50, count / 10), 1);
    const cpu = await usage(child);
    const full = await publish(ours ? Math.ceil(2_000_000 / count) : Math.ceil(100_000 / count), 0, 20);
    const spent = (await usage(child)).cpuMs - cpu.cpuMs;
    const all = [...warm, calm, full];
    const sum = (pick: (received: Received) => number) => all.reduce((total, received) => total + pick(received), 0);
    return {
      server,
      subscribers: count,
      deliveriesPerCpuSecond: Math.round((full.deliveries / spent) * 1_000),
      deliveriesPerSecond: Math.round((full.deliveries / full.ms) * 1_000),
      calmPerCpuSecond: Math.round((calm.deliveries / (cpu.cpuMs - rested.cpuMs)) * 1_000),
      p50: calm.p50,
      p99: calm.p99,
      bytesPerSubscription: Math.round((subscribed.memory - connected.memory) / count),
      bytesPerConnection: Math.round((subscribed.memory - before.memory) / count),
      lost: sum(({ lost }) => lost),
      repeated: sum(({ repeated }) => repeated),
      closed: full.closed,
    };
  } finally {
    clients.kill('SIGKILL');
    child.send({ stop: true } satisfies Command);
    await exited;
  }
}

async function usage(child: ChildProcess): Promise<Usage> {
  const answer = await ask<Answer>(child, { usage: true });
  return (answer as { usage: Usage }).usage;
}

function ask<T>(child: ChildProcess, command: Command | ClientCommand): Promise<T> {
  child.send(command);
  return heard<T>(child);
}

function heard<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`A process of the scenario ended with ${code}.`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as T);
    });
  });
}
