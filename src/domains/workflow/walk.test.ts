import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeId, encodeId } from '../../kernel/model/index.js';
import { defineStepHandler } from '../../kernel/process/index.js';
import { human, line } from '../../testing/processes.js';
import { openProcessWorld, type ProcessWorld } from '../../testing/process-world.js';
import { OUTPUTS, randomProcess, type RandomProcess } from '../../testing/random-process.js';
import { type SeenVisit, tokenFaults, variablesFrom } from '../../testing/token-faults.js';
import { virtualClock, type VirtualClock } from '../../testing/virtual-clock.js';

/** Walks of one run; more by `PROCESS_WALKS`. */
const WALKS = Number(process.env['PROCESS_WALKS'] ?? 1) * 5;
const MOST_MOVES = 200;

/** How many of the next attempts of a handler die after it has written, as if the server had gone. */
let crashes = 0;
const write = async (
  tx: { em: { execute(sql: string, values: unknown[]): Promise<unknown> } },
  id: string,
  sign: number,
) => {
  await tx.em.execute('insert into "test_ledger" ("token_id", "sign") values (?, ?)', [id, sign]);
  if (crashes-- > 0) throw Object.assign(new Error('The server has gone.'), { code: '40001' });
};
defineStepHandler('test.ledger', {
  run: (tx, { tokenId }) => write(tx as never, tokenId, 1),
  compensate: (tx, { tokenId }) => write(tx as never, tokenId, -1),
});

let world: ProcessWorld;
let graph: ProcessWorld['graph'];
let clock: VirtualClock;
beforeAll(async () => {
  world = await openProcessWorld();
  ({ graph } = world);
  await graph.database.pool.query('create table "test_ledger" ("token_id" uuid not null, "sign" int not null)');
  clock = virtualClock(graph, '2027-01-04T00:00:00Z');
});
afterAll(async () => {
  clock?.stop();
  await graph?.close();
});

interface Row extends SeenVisit {
  left: boolean;
  early: boolean;
  held: boolean;
  ledger: number[] | null;
  tasks: number;
}
/** An instance: the one that is walked, or one inside it. */
interface Seen {
  id: string;
  parent: string | null;
  /** The visit that waits for it, and the one that has started it. */
  token: string | null;
  visit: string | null;
  status: string;
  begun: boolean;
  held: boolean;
  partHeld: boolean;
  rolledBack: boolean;
  start: Record<string, unknown>;
  variables: Record<string, unknown>;
  visits: Row[];
  openTasks: { id: string; token: string }[];
}

const SEE = `
  with recursive "tree" as (
    select "id" from "process_instance" where "id" = $1
    union all select "c"."id" from "tree" join "process_instance" "c" on "c"."parent_id" = "tree"."id")
  select "i"."id", "i"."parent_id" "parent", "i"."parent_token" "token", "i"."parent_visit" "visit", "i"."status", "i"."started_at" is not null "begun",
    "i"."suspended_at" is not null "held", "i"."work_held_at" is not null "partHeld", "i"."rolled_back_at" is not null "rolledBack",
    "i"."start_variables" "start", "i"."variables",
    coalesce((select json_agg(json_build_object('id', "k"."id", 'step', "k"."step", 'kind', "k"."kind", 'status', "k"."status", 'parents', "k"."parents",
       'leftSeq', "k"."left_seq", 'held', "k"."held_at" is not null, 'outputs', "k"."outputs", 'early', coalesce("k"."kind" = 'TIMER' and "k"."status" = 'DONE' and "k"."left_at" < "k"."wakes_at", false),
       'ledger', (select json_agg("l"."sign") from "test_ledger" "l" where "l"."token_id" = "k"."id")) order by "k"."seq")
     from "process_token" "k" where "k"."instance_id" = "i"."id"), '[]') as "visits",
    coalesce((select json_agg(json_build_object('id', "t"."id", 'token', "t"."token_id")) from "process_task" "t"
     where "t"."instance_id" = "i"."id" and "t"."status" in ('PENDING', 'DISPATCHED', 'ACCEPTED', 'IN_PROGRESS')), '[]') as "openTasks"
  from "tree" join "process_instance" "i" on "i"."id" = "tree"."id" order by "i"."id" = $1 desc, "i"."id"`;

/** The instance and all inside it, it first, at one moment. */
async function see(id: string): Promise<[Seen, ...Seen[]]> {
  const { rows } = await graph.database.pool.query<Seen>(SEE, [decodeId(id)!.uuid]);
  return rows as [Seen, ...Seen[]];
}

const hasEnded = ({ status }: Seen): boolean => ['COMPLETED', 'TERMINATED'].includes(status);

/** Parts that somebody has ended by hand: what was to be undone in them may stay done. */
const endedByHand = new Set<string>();

/** Everything that must hold between two operations, whoever does what at the same time. */
const faultsOf = (all: readonly Seen[]): string[] => all.flatMap((one) => faultsIn(one, all));

function faultsIn(one: Seen, all: readonly Seen[]): string[] {
  const { status, variables, visits, openTasks, partHeld, start } = one;
  const faults = ledgerFaults(one);
  faults.push(...undoFaults(one, all));
  // What was ended by hand stands where it was taken back.
  if (status === 'TERMINATED')
    return openTasks.length > 0 ? [...faults, `${one.id} has ended, but not its tasks.`] : faults;
  if (!one.begun) return faults;
  faults.push(...tokenFaults(visits, hasEnded(one)));
  faults.push(...childFaults(one, all));
  const atWork = visits.filter((visit) => visit.kind === 'HUMAN' && visit.status === 'ACTIVE').map(({ id }) => id);
  const worked = openTasks.map(({ token }) => token);
  if (partHeld !== visits.some(({ held }) => held)) faults.push(`Something in it is held: ${partHeld}.`);
  if (atWork.sort().join() !== worked.sort().join())
    faults.push(`Tasks of ${worked.join()}, people at ${atWork.join()}.`);
  for (const { step, early } of visits) if (early) faults.push(`${step} ended before its time.`);
  const expected = variablesFrom(visits, start);
  if (JSON.stringify(sorted(variables)) !== JSON.stringify(sorted(expected)))
    faults.push(`Variables are ${JSON.stringify(variables)}, not ${JSON.stringify(expected)}.`);
  return faults;
}

/** What counts was done once, and what does not count was never done or is undone. */
function ledgerFaults({ visits }: Seen): string[] {
  return visits.flatMap(({ id, step, status, kind, ledger }) => {
    const runs = (ledger ?? []).filter((sign) => sign > 0).length;
    const undone = (ledger ?? []).length - runs;
    const counts = kind === 'AUTOMATIC' && ['DONE', 'COMPENSATING'].includes(status) ? 1 : 0;
    return runs > 1 || undone > 1 || runs - undone !== counts
      ? [`${step} ${id} (${status}) ran ${runs}, undone ${undone}.`]
      : [];
  });
}

/** Where a step was rolled back, what was before its sub-process is again; where it was not, its sub-process was not either. */
function undoFaults(one: Seen, all: readonly Seen[]): string[] {
  // What somebody has ended stays as it was then.
  if (one.status === 'TERMINATED' && (!one.rolledBack || endedByHand.has(one.id))) return [];
  return all.flatMap((part) => {
    const visit = one.visits.find(({ id }) => id === part.visit);
    if (part.parent !== one.id || !visit) return [];
    const { step, status } = visit;
    if (!['UNDONE', 'COMPENSATING'].includes(status))
      return part.rolledBack && status !== 'RECALLED' ? [`${step} is ${status}, but what it started is undone.`] : [];
    if (!part.rolledBack) return [`${step} is ${status}, but what it started is not undone.`];
    if (status === 'COMPENSATING' || endedByHand.has(part.id)) return [];
    const left = part.visits.filter((each) => (each.ledger ?? []).reduce((sum, sign) => sum + sign, 0) !== 0);
    if (part.status !== 'TERMINATED') left.push(visit);
    return left.map((each) => `${step} was undone, but not ${each.step} of ${part.id} (${part.status}).`);
  });
}

/** No sub-process without the step that waits for it, none twice, and each held as it is said above. */
function childFaults({ id: parent, visits, status }: Seen, all: readonly Seen[]): string[] {
  const children = all.filter((each) => each.parent === parent);
  const open = children.filter((child) => !hasEnded(child));
  const faults: string[] = [];
  for (const { id, step, status: at, kind, held, outputs } of visits) {
    const own = open.filter(({ token }) => token === id);
    const stands = kind === 'SUBPROCESS' && ['ACTIVE', 'STUCK'].includes(at) && outputs === null;
    const isUndoing = kind === 'SUBPROCESS' && at === 'COMPENSATING';
    if (own.length > (stands || isUndoing ? 1 : 0))
      faults.push(`${step} (${at}) has ${own.length} open sub-processes.`);
    if (stands && !children.some(({ token }) => token === id)) faults.push(`${step} has no sub-process.`);
    const stopped = own.some((child) => child.held || child.partHeld);
    if (!isUndoing && status !== 'SUSPENDED' && held !== stopped)
      faults.push(`${step} is held ${held}, its sub-process ${stopped}.`);
  }
  return faults;
}

const sorted = (values: Record<string, unknown>) =>
  Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1));

/** What somebody does: mostly their work, and else something of a list. @param weight how often that, beside six times their work */
const actionOf = (weight: number, others: readonly string[]) =>
  fc.record({
    what: fc.oneof(
      { weight: 6, arbitrary: fc.constant('complete') },
      { weight, arbitrary: fc.constantFrom(...others) },
    ),
    which: fc.nat(),
    way: fc.nat({ max: 2 }),
    again: fc.boolean(),
  });
const PARTS = ['holdPart', 'resumePart', 'endPart', 'rollBackPart'];
const OTHERS = ['reject', 'toDispatcher', 'hold', 'resume', 'rollBack', 'move', 'retry', 'add', 'drop', ...PARTS];
const action = actionOf(1, OTHERS);
/** Where much is gone back to. */
const backward = actionOf(3, ['reject', ...Array.from({ length: 6 }, () => 'rollBack'), ...PARTS]);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;
/** What several hands do at once, how often the server goes meanwhile, and how far the clock moves then. */
const roundOf = (each: typeof action) =>
  fc.record({
    actions: fc.array(each, { minLength: 1, maxLength: 3 }),
    crashes: fc.nat({ max: 2 }),
    minutes: fc.constantFrom(0, 0, 10, 40, -20),
  });
type Round = ReturnType<typeof roundOf> extends fc.Arbitrary<infer R> ? R : never;

let added = 0;

/** What is put between two steps: a person, a handler or a timer. */
const ADDED = [
  { kind: 'HUMAN', operator: { kind: 'POSITION', code: 'HALL_CLERK' }, outputs: OUTPUTS },
  { kind: 'AUTOMATIC', handler: 'test.ledger', compensation: 'test.ledger' },
  { kind: 'TIMER', timer: '30' },
];

/** Steps that may be left out, with the ways that lead in and out: one each, which nothing decides. */
function bypassed({ steps, flows }: RandomProcess) {
  return steps.flatMap(({ code, kind }) => {
    const [into, out] = [flows.filter(({ to }) => to === code), flows.filter(({ from }) => from === code)];
    const plain = [...into, ...out].every(({ condition, isDefault }) => !condition && !isDefault);
    const worked = ['HUMAN', 'AUTOMATIC', 'TIMER'].includes(kind);
    return worked && plain && into.length === 1 && out.length === 1
      ? [{ code, from: into[0]!.from, to: out[0]!.to }]
      : [];
  });
}

/** Those in sub-processes put nothing out. */
const completeTask = (id: string, task: { id: string; instance: string }, outputs: object) =>
  world.tasks.run('processTaskComplete', {
    taskId: encodeId('wj', task.id),
    ...(task.instance === decodeId(id)!.uuid ? { outputs } : {}),
  });

const tasksOf = (all: readonly Seen[]) =>
  all.flatMap(({ id: instance, openTasks }) => openTasks.map((task) => ({ ...task, instance })));

async function act(id: string, template: RandomProcess, { what, which, way, again }: Action): Promise<void> {
  const all = await see(id);
  const [{ visits }, ...parts] = all;
  const reason = 'walk';
  const pick = <T>(list: readonly T[]): T | undefined => list[which % Math.max(1, list.length)];
  const task = pick(tasksOf(all));
  const taskId = task && encodeId('wj', task.id);
  const token = (status: string[], among = visits) => {
    const found = pick(among.filter((visit) => status.includes(visit.status) && visit.kind !== 'START'));
    return found && encodeId('wk', found.id);
  };
  switch (what) {
    case 'complete':
      if (taskId) await completeTask(id, task, { way, again });
      return;
    case 'reject':
    case 'toDispatcher':
      if (taskId) await world.tasks.run('processTaskReject', { taskId, reason, toDispatcher: what !== 'reject' });
      return;
    case 'hold':
      return void (await world.many.run('processInstanceSuspend', { instanceIds: [id], reason }));
    case 'resume':
      return void (await world.many.run('processInstanceResume', { instanceIds: [id], reason }));
    case 'holdPart':
    case 'resumePart':
    case 'endPart': {
      const part = pick(parts.filter((each) => !hasEnded(each)));
      if (!part) return;
      if (what === 'endPart') endedByHand.add(part.id);
      const instanceIds = [encodeId('wn', part.id), ...(again && what !== 'endPart' ? [id] : [])];
      const field = { holdPart: 'Suspend', resumePart: 'Resume', endPart: 'Terminate' }[what] as 'Suspend';
      return void (await world.many.run(`processInstance${field}`, { instanceIds, reason }));
    }
    case 'retry':
      return void (await world.instances.run('processInstanceRetry', { instanceId: id, reason }));
    case 'rollBack':
    case 'rollBackPart': {
      const tokenId = token(
        ['DONE'],
        what === 'rollBack' ? visits : (pick(parts.filter(({ begun }) => begun))?.visits ?? []),
      );
      if (tokenId) await world.instances.run('processInstanceRollBack', { tokenId, reason });
      return;
    }
    case 'add': {
      // A step more between two others, and less again; refused where the way was gone.
      const at = pick(template.flows.filter(({ condition, isDefault }) => !condition && !isDefault));
      if (!at) return;
      const code = `added${++added}`;
      const step = { code, ...ADDED[way]! };
      const { from, to } = at;
      const put = { addSteps: [step], removeFlows: [at].map(() => ({ from, to })) };
      const addFlows = [
        { from, to: code },
        { from: code, to },
      ];
      const { userErrors } = await world.instances.run('processInstanceChange', {
        ...{ instanceId: id, reason, ...put, addFlows },
      });
      if (userErrors.length > 0 || !again) return;
      await world.instances.run('processInstanceChange', {
        ...{ instanceId: id, reason, removeSteps: [code], addFlows: [{ from, to }] },
      });
      return;
    }
    case 'drop': {
      // Refused where it has begun, or what leads to it was changed.
      const less = pick(bypassed(template));
      if (less)
        await world.instances.run('processInstanceChange', {
          ...{ instanceId: id, reason, removeSteps: [less.code], addFlows: [{ from: less.from, to: less.to }] },
        });
      return;
    }
    default: {
      const tokenId = token(['ACTIVE', 'STUCK']);
      const work = template.steps.filter(({ kind }) => kind === 'HUMAN' || kind === 'AUTOMATIC');
      const step = pick(work)?.code;
      // Out of the split with all its branches, or by itself; refused where there is no split.
      const leaveSplit = again && template.parallel;
      if (tokenId && step) await world.instances.run('processInstanceMove', { tokenId, step, leaveSplit, reason });
    }
  }
}

/** Does all that is left to be done, and lets time pass, until the process has ended. */
async function finish(id: string): Promise<void> {
  await world.many.run('processInstanceResume', { instanceIds: [id], reason: 'end' });
  for (let count = 0; ; count++) {
    await clock.advance(60);
    const all = await see(id);
    const [{ status }, ...parts] = all;
    for (const { id: part } of parts.filter(({ held }) => held))
      await world.many.run('processInstanceResume', { instanceIds: [encodeId('wn', part)], reason: 'end' });
    if (status === 'COMPLETED') return;
    if (count > MOST_MOVES) throw new Error(`It does not come to an end: ${JSON.stringify(await see(id))}`);
    if (status === 'ABNORMAL') await world.instances.run('processInstanceRetry', { instanceId: id, reason: 'end' });
    for (const part of parts.filter((each) => !hasEnded(each)))
      await world.instances.run('processInstanceRetry', { instanceId: encodeId('wn', part.id), reason: 'end' });
    for (const task of tasksOf(all)) await completeTask(id, task, { way: 0, again: false });
  }
}

let templates = 0;

beforeAll(async () => {
  const ledger = (code: string) => ({
    ...{ code, kind: 'AUTOMATIC', handler: 'test.ledger', compensation: 'test.ledger' },
  });
  await world.desk.publish('WALKED-DEEP', line(ledger('dig'), human('deep'), ledger('dug')));
  const deep = { code: 'call', kind: 'SUBPROCESS', subprocess: { template: 'WALKED-DEEP' } };
  await world.desk.publish('WALKED', line(ledger('begun'), human('inner'), deep, ledger('done')));
  // Clocks are set back in walks, but not to where there is no such process yet.
  clock.set(new Date(clock.now().getTime() + 30 * 24 * 60 * 60_000));
});

/** Walks through a process as hands, crashes and the clock have it, and looks for faults after each round. */
async function walk(template: RandomProcess, rounds: readonly Round[]): Promise<void> {
  const code = `WALK-${++templates}`;
  const { steps, flows } = template;
  await world.desk.publish(code, { steps, flows, variables: OUTPUTS });
  const { id } = await world.start(code);
  for (const { actions, crashes: dying, minutes } of rounds) {
    crashes = dying;
    await Promise.all([...actions.map((each) => act(id, template, each)), world.run(id)]);
    expect(faultsOf(await see(id))).toEqual([]);
    if (minutes < 0) clock.set(new Date(clock.now().getTime() + minutes * 60_000));
    else await clock.advance(minutes);
    expect(faultsOf(await see(id))).toEqual([]);
  }
  crashes = 0;
  await finish(id);
  expect(faultsOf(await see(id))).toEqual([]);
}

test(
  'WFL-04 WFL-19 WFL-36 WFL-42 WFL-43 WFL-45 WFL-47 WFL-48 random processes under random hands, crashes and clocks lose and double nothing, and end',
  () =>
    fc.assert(
      fc.asyncProperty(
        randomProcess({ timers: true, limits: true, calls: 'WALKED' }),
        fc.array(roundOf(action), { minLength: 4, maxLength: 10 }),
        walk,
      ),
      { numRuns: WALKS, endOnFailure: true },
    ),
  WALKS * 60_000,
);

test(
  'WFL-04 WFL-43 what is gone back in leaves of sub-processes what was there before, whatever hands, crashes and clocks do meanwhile',
  () =>
    fc.assert(
      fc.asyncProperty(
        randomProcess({ timers: false, calls: 'WALKED', callsOften: true }),
        fc.array(roundOf(backward), { minLength: 8, maxLength: 14 }),
        walk,
      ),
      { numRuns: WALKS, endOnFailure: true },
    ),
  WALKS * 60_000,
);
