import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { ask } from '../check/ask.ts';
import {
  addProcesses,
  AUTOMATIC,
  AUTOMATIC_STEPS,
  BY_HAND,
  globalId,
  LIMITED,
  type Mutate,
} from '../data/processes.ts';
import { median, type Row } from '../report/row.ts';
import { say } from '../say.ts';
import type { RunningServer } from '../servers/server.ts';
import type { Bench, Scenario } from './scenario.ts';

/** Milliseconds within which 95 of 100 answers shall come, one request at a time. */
const GOAL_MS = 10;
/** Automatic steps in a second. */
const GOAL_STEPS = 500;
/** Requests of each kind in a round. */
const REQUESTS = 500;
/** Instances that begin at one moment, to see how fast they go on by themselves. */
const AT_ONCE = 300;
/** Until they begin: long enough to write them all. */
const LEAD_MS = 12_000;

const WORK_LIST = `query { processWorkList(first: 50) { open waiting overdue tasks { id taskNo name status dueAt instance { id instanceNo subject } } } }`;

/** How processes run where very many have run before. */
export const processes: Scenario = {
  name: 'processes',
  about: `Starting a process, completing a task and listing one's work among a million instances (--instances), each under ${GOAL_MS} ms at p95, and at least ${GOAL_STEPS} automatic steps a second, without and with a time limit for each step.`,
  onRequest: true,
  async run(bench) {
    const server = await bench.switchboard();
    await addProcesses(
      bench.databaseUrl,
      bench.options.instances,
      bench.caller.employeeNo,
      asAdministrator(server, bench),
    );
    const client = new pg.Client({ connectionString: bench.databaseUrl });
    await client.connect();
    try {
      // Grants are looked up anew within seconds.
      await sleep(10_000);
      return [
        await measure(bench, server, 'process-start', () => starting(client, bench)),
        await measure(bench, server, 'process-task-complete', () => completions(client, bench)),
        await measure(bench, server, 'process-work-list', async () => ({
          bodies: [JSON.stringify({ query: WORK_LIST })],
        })),
        await automaticSteps(bench, server, client, 'process-pure-steps', AUTOMATIC),
        await automaticSteps(bench, server, client, 'process-automatic-steps', LIMITED),
      ];
    } finally {
      await client.end();
    }
  },
};

const document = (name: string, type: string, selection: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} userErrors { code message path } } }`;

function asAdministrator(server: RunningServer, bench: Bench): Mutate {
  const authorization = `Bearer ${bench.caller.adminToken}`;
  const contestant = { ...server.contestant, headers: () => ({ authorization }) };
  return async (name, type, input, selection) => {
    const body = JSON.stringify({ query: document(name, type, selection), variables: { input } });
    const { data } = await ask({ ...server, contestant }, body);
    const answer = data[name] as Record<string, unknown> & { userErrors: { message: string }[] };
    if (answer.userErrors.length > 0) throw new Error(`${name}: ${answer.userErrors[0]!.message}`);
    return answer;
  };
}

async function starts(client: pg.Client, bench: Bench, template: string, startsAt?: Date): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>('select id from process_template where code = $1', [template]);
  const query = document('processInstanceStart', 'ProcessInstanceStartInput', 'instance { id instanceNo status }');
  const input = { templateId: globalId('wt', rows[0]!.id), regionId: globalId('re', bench.caller.regionIds[0]!) };
  return [JSON.stringify({ query, variables: { input: { ...input, ...(startsAt ? { startsAt } : {}) } } })];
}

/** Requests, and how many of them have had their effect: a refusal is an answer too, and a fast one. */
interface Drawn {
  bodies: string[];
  done?: () => Promise<number>;
}

async function starting(client: pg.Client, bench: Bench): Promise<Drawn> {
  const since = new Date();
  const count = `select count(*)::int as done from process_instance i join process_template t on t.id = i.template_id
    where t.code = $1 and i.started_at >= $2`;
  return {
    bodies: await starts(client, bench, BY_HAND),
    done: async () => (await client.query<{ done: number }>(count, [BY_HAND, since])).rows[0]!.done,
  };
}

/** Tasks that the caller may do and nobody has done: other ones each time. */
async function completions(client: pg.Client, bench: Bench): Promise<Drawn> {
  const { rows } = await client.query<{ id: string }>(
    `select id from process_task where operator_kind = 'ROLE' and operator_code = 'CLERK' and finished_at is null and assignee_id is null
     and region_id = any($1::uuid[]) order by md5(id::text) limit ${REQUESTS}`,
    [bench.caller.regionIds],
  );
  const query = document('processTaskComplete', 'ProcessTaskCompleteInput', 'task { id status finishedAt }');
  const count = `select count(*)::int as done from process_task where id = any($1::uuid[]) and status = 'RETURNED'`;
  const ids = rows.map(({ id }) => id);
  return {
    bodies: ids.map((id) => JSON.stringify({ query, variables: { input: { taskId: globalId('wj', id) } } })),
    done: async () => (await client.query<{ done: number }>(count, [ids])).rows[0]!.done,
  };
}

async function measure(
  bench: Bench,
  server: RunningServer,
  operation: string,
  draw: () => Promise<Drawn>,
): Promise<Row> {
  const { contestant, surroundings, port } = server;
  const target = { port, path: contestant.path, headers: contestant.headers(surroundings) };
  const rounds: Awaited<ReturnType<Bench['load']['run']>>[] = [];
  // The round before the first is not counted: plans and code are warm in a server that has run for a while.
  for (let round = -1; round < bench.options.rounds; round++) {
    const { bodies, done } = await draw();
    // What is asked first shows in its answer what is wrong; the others are counted.
    const first = bodies.length > 1 ? bodies.shift()! : bodies[0]!;
    const answer = JSON.stringify((await ask(server, first)).data);
    if (!answer.includes('"userErrors":[]') && !answer.includes('"tasks":[{'))
      throw new Error(`${operation}: ${answer}`);
    const requests = bodies.length === 1 ? REQUESTS : bodies.length;
    const measured = await bench.load.run({ ...target, bodies }, { connections: 1, requests });
    const effects = done && (await done());
    if (effects !== undefined && effects !== requests + 1)
      throw new Error(`${operation}: of ${requests + 1} requests ${effects} had an effect.`);
    if (round >= 0) rounds.push(measured);
  }
  const of = (pick: (measured: (typeof rounds)[number]) => number) => Number(median(rounds.map(pick)).toFixed(3));
  const p95 = of((round) => round.p95);
  say(`${p95 < GOAL_MS ? 'reached' : 'MISSED '}  ${operation}: ${p95} ms of ${GOAL_MS} ms at p95`);
  if (p95 >= GOAL_MS) process.exitCode = 1;
  return {
    ...{ operation, server: 'switchboard', bytes: of((round) => round.bytes) },
    rps: of(({ requests, seconds }) => requests / seconds),
    p50: of((round) => round.p50),
    p99: of((round) => round.p99),
  };
}

/** Many instances begin at one moment: how many of their steps a second are done until the last has ended. */
async function automaticSteps(
  bench: Bench,
  server: RunningServer,
  client: pg.Client,
  operation: string,
  template: string,
): Promise<Row> {
  const { contestant, surroundings, port } = server;
  const target = { port, path: contestant.path, headers: contestant.headers(surroundings) };
  const rates: number[] = [];
  for (let round = -1; round < bench.options.rounds; round++) {
    const startsAt = new Date(Date.now() + LEAD_MS);
    const bodies = await starts(client, bench, template, startsAt);
    await bench.load.run({ ...target, bodies }, { connections: 4, requests: AT_ONCE });
    if (Date.now() > startsAt.getTime()) throw new Error('They began before all were written.');
    const rate = await finished(client, template, startsAt);
    if (round >= 0) rates.push(rate);
  }
  const rps = Number(median(rates).toFixed(1));
  say(`${rps >= GOAL_STEPS ? 'reached' : 'MISSED '}  ${operation}: ${rps} of ${GOAL_STEPS} a second`);
  if (rps < GOAL_STEPS) process.exitCode = 1;
  return { operation, server: 'switchboard', rps, p50: 0, p99: 0, bytes: 0 };
}

async function finished(client: pg.Client, template: string, startsAt: Date): Promise<number> {
  for (;;) {
    const { rows } = await client.query<{ done: number; last: Date | null }>(
      `select count(*) filter (where i.status = 'COMPLETED')::int as done, max(i.ended_at) as last
       from process_instance i join process_template t on t.id = i.template_id where t.code = $2 and i.starts_at = $1`,
      [startsAt, template],
    );
    const { done, last } = rows[0]!;
    if (done === AT_ONCE) return (AT_ONCE * AUTOMATIC_STEPS * 1000) / (last!.getTime() - startsAt.getTime());
    if (Date.now() > startsAt.getTime() + 120_000) throw new Error(`Only ${done} of ${AT_ONCE} have ended.`);
    await sleep(500);
  }
}
