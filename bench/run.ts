import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseCaller } from './data/caller.ts';
import { openDatabase } from './data/database.ts';
import { drawSample } from './data/sample.ts';
import { startLoad } from './load/load.ts';
import type { Options } from './options.ts';
import { goalsReached } from './report/goals.ts';
import type { Row } from './report/row.ts';
import { table } from './report/table.ts';
import { say } from './say.ts';
import { chosen } from './scenarios/index.ts';
import type { Bench } from './scenarios/scenario.ts';
import { contestants } from './servers/index.ts';
import type { RunningServer, Surroundings } from './servers/server.ts';
import { startServer } from './servers/start.ts';

/** Steps that undo what was started, newest first. */
type Cleanup = (() => unknown)[];

/** Runs the chosen scenarios, prints their figures, and stops whatever it started. @returns the exit code of the process */
export async function runBench(options: Options): Promise<number> {
  const cleanup: Cleanup = [];
  const undo = async () => {
    for (const step of cleanup.splice(0).reverse()) await step();
  };
  process.once('SIGINT', () => void undo().then(() => process.exit(130)));
  process.once('SIGTERM', () => void undo().then(() => process.exit(143)));
  try {
    const scenarios = chosen(options.only);
    const bench = await setUp(options, cleanup);
    const rows: Row[] = [];
    for (const scenario of scenarios) rows.push(...(await scenario.run(bench)));
    process.stdout.write(
      options.json ? `${JSON.stringify(rows, null, 2)}\n` : `\n${table(rows)}\n\n${goalsReached(rows)}\n`,
    );
    return Number(process.exitCode ?? 0);
  } catch (error) {
    say((error as Error).message);
    return 1;
  } finally {
    await undo();
  }
}

async function setUp(options: Options, cleanup: Cleanup): Promise<Bench> {
  const database = await openDatabase(options.customers);
  cleanup.push(() => database.stop());
  const caller = await chooseCaller(database.url);
  const sample = await drawSample(database.url, caller.regionIds);
  const load = startLoad();
  cleanup.push(() => load.stop());
  const scratch = mkdtempSync(join(tmpdir(), 'switchboard-bench-'));
  cleanup.push(() => rmSync(scratch, { recursive: true, force: true }));
  const surroundings: Surroundings = { databaseUrl: database.url, caller, pool: options.pool, scratch };
  say(
    `${options.customers} customers; the caller is staff of region ${caller.region}; ${options.connections} connections, ${options.rounds} rounds of ${options.seconds} s.`,
  );
  const running: RunningServer[] = [];
  const start = (names: readonly string[]) => startAll(names, { running, surroundings, cleanup });
  return {
    options,
    databaseUrl: database.url,
    caller,
    sample,
    load,
    // Switchboard is always there: the others' answers are compared with its own.
    servers: () =>
      start(
        contestants.flatMap(({ name }) =>
          name === 'switchboard' || !options.servers.length || options.servers.includes(name) ? name : [],
        ),
      ),
    switchboard: async () => (await start(['switchboard']))[0]!,
  };
}

interface Started {
  running: RunningServer[];
  surroundings: Surroundings;
  cleanup: Cleanup;
}

/** The contestants of these names; what does not run yet is started. */
async function startAll(
  names: readonly string[],
  { running, surroundings, cleanup }: Started,
): Promise<readonly RunningServer[]> {
  for (const contestant of contestants) {
    if (!names.includes(contestant.name) || running.some((server) => server.contestant === contestant)) continue;
    const missing = contestant.missing?.();
    if (missing) {
      say(`${contestant.name} is left out: ${missing}.`);
      continue;
    }
    const host = running.find((server) => server.contestant.name === contestant.inProcessOf);
    if (host) {
      running.push({ ...host, contestant });
      continue;
    }
    const server = await startServer(contestant, surroundings);
    cleanup.push(() => server.stop());
    running.push(server);
  }
  return running.filter(({ contestant }) => names.includes(contestant.name));
}
