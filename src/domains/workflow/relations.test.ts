import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { encodeId } from '../../kernel/model/index.js';
import { human, line } from '../../testing/processes.js';
import { openProcessWorld, type ProcessWorld } from '../../testing/process-world.js';
import { type SeenVisit, tokenFaults } from '../../testing/token-faults.js';
import { virtualClock, type VirtualClock } from '../../testing/virtual-clock.js';

/** Groups of one run; more by `PROCESS_WALKS`. */
const GROUPS = Number(process.env['PROCESS_WALKS'] ?? 1) * 3;
const MOST_MOVES = 60;
/** Minutes of the timer before each step of a person. */
const TIMER = 30;

let world: ProcessWorld;
let clock: VirtualClock;
beforeAll(async () => {
  world = await openProcessWorld();
  clock = virtualClock(world.graph, '2027-01-04T00:00:00Z');
});
afterAll(async () => {
  clock?.stop();
  await world?.graph.close();
});

/** For which step of which other process a step waits, by their places, and when. */
interface Meeting {
  when: 'ENTER' | 'LEAVE';
  of: number;
  at: number;
  other: number;
}
const STEPS = 3;
const TEMPLATES = 3;

/**
 * Meetings at the same place of two processes: whatever else waits, those that are farthest back can go on, so that no group comes to a
 * standstill by itself.
 */
const meetings = fc.uniqueArray(
  fc
    .record({
      when: fc.constantFrom<Meeting['when']>('ENTER', 'LEAVE'),
      of: fc.nat({ max: TEMPLATES - 1 }),
      at: fc.nat({ max: STEPS - 1 }),
      other: fc.nat({ max: TEMPLATES - 1 }),
    })
    .filter(({ of, other }) => of !== other),
  { minLength: 2, maxLength: 6, selector: ({ when, of, at, other }) => `${when} ${of} ${at} ${other}` },
);

const action = fc.record({
  what: fc.oneof(
    { weight: 6, arbitrary: fc.constant('complete') },
    { weight: 1, arbitrary: fc.constantFrom('hold', 'resume', 'rollBack', 'end', 'change') },
  ),
  which: fc.nat(),
});
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;
/** What several hands do at once, how far the clock moves then, and whether the server is down meanwhile. */
const round = fc.record({
  actions: fc.array(action, { minLength: 1, maxLength: 4 }),
  minutes: fc.constantFrom(0, 10, 40),
  down: fc.nat({ max: 7 }).map((chance) => chance === 0),
});

interface Seen {
  id: string;
  template: number;
  status: string;
  visits: (SeenVisit & { early: boolean })[];
  tasks: { id: string; token: string }[];
  met: { step: string; when: string }[];
}

const SEE = `
  select "i"."id", right("t"."code", 1)::int as "template", "i"."status",
    (select json_agg(json_build_object('id', "k"."id", 'step', "k"."step", 'kind', "k"."kind", 'status', "k"."status", 'parents', "k"."parents",
       'leftSeq', "k"."left_seq", 'outputs', "k"."outputs", 'early', coalesce("k"."kind" = 'TIMER' and "k"."status" = 'DONE' and "k"."left_at" < "k"."wakes_at", false)) order by "k"."seq")
     from "process_token" "k" where "k"."instance_id" = "i"."id") as "visits",
    coalesce((select json_agg(json_build_object('id', "p"."id", 'token', "p"."token_id")) from "process_task" "p"
     where "p"."instance_id" = "i"."id" and "p"."status" in ('PENDING', 'DISPATCHED', 'ACCEPTED', 'IN_PROGRESS')), '[]') as "tasks",
    coalesce((select json_agg("h"."data") from "history_entry" "h" where "h"."subject_id" = "i"."id" and "h"."type" = 'process-instance.met'), '[]') as "met"
  from "process_instance" "i" join "process_template" "t" on "t"."id" = "i"."template_id" where "i"."correlation_key" = $1 order by "i"."id"`;

const see = async (key: string): Promise<Seen[]> => (await world.graph.database.pool.query<Seen>(SEE, [key])).rows;

const GONE = ['RECALLED', 'UNDONE', 'COMPENSATING'];

/** Whether all others with the key have come to a step, or done its work, as the definition says it. */
function allThere(group: readonly Seen[], own: Seen, { when, other, at }: Meeting): boolean {
  const others = group.filter(
    ({ id, template, status }) => template === other && id !== own.id && status !== 'TERMINATED',
  );
  const there = ({ visits }: Seen) =>
    visits.some(
      ({ step, status, outputs }) =>
        step === `s${at}` &&
        !GONE.includes(status) &&
        (when === 'ENTER' || status === 'DONE' || (status === 'WAITING' && outputs !== null)),
    );
  return others.length > 0 && others.every(there);
}

/** Everything that must hold of a group while nobody acts. @param back whether something has gone back, so that what had met may be apart */
function faultsOf(group: readonly Seen[], plan: readonly Meeting[], back: boolean): string[] {
  return group.flatMap((own) => {
    const { template, status, visits, tasks, met } = own;
    // What was ended by hand stands where it was taken back.
    if (status === 'TERMINATED') return tasks.length > 0 ? [`${own.id} has ended, but not its tasks.`] : [];
    const faults = tokenFaults(visits, status === 'COMPLETED');
    const atWork = visits.filter((visit) => visit.kind === 'HUMAN' && visit.status === 'ACTIVE').map(({ id }) => id);
    if (
      atWork.sort().join() !==
      tasks
        .map(({ token }) => token)
        .sort()
        .join()
    )
      faults.push(`Tasks of ${tasks.length}, people at ${atWork.length}.`);
    for (const { step, status: stands, outputs, early, kind } of visits) {
      if (early) faults.push(`${step} ended before its time.`);
      if (kind !== 'HUMAN') continue;
      const said = plan.filter(({ of, at }) => of === template && step === `s${at}`);
      const [enter, leave] = (['ENTER', 'LEAVE'] as const).map((when) => said.filter((each) => each.when === when));
      const waits = stands === 'WAITING';
      const runs = ['RUNNING', 'WAITING', 'ABNORMAL'].includes(status);
      // What waits goes on as soon as all have come.
      if (waits && runs && (outputs === null ? enter! : leave!).every((meeting) => allThere(group, own, meeting)))
        faults.push(`${template} waits at ${step} for nobody.`);
      const begun = !GONE.includes(stands) && !(waits && outputs === null);
      const left = stands === 'DONE';
      for (const [when, list, passed] of [
        ['ENTER', enter!, begun],
        ['LEAVE', leave!, left],
      ] as const) {
        if (list.length === 0 || !passed) continue;
        if (!met.some((each) => each.step === step && each.when === when))
          faults.push(`${template} passed ${step} (${when}) alone.`);
        if (!back && !list.every((meeting) => allThere(group, own, meeting)))
          faults.push(`${template} passed ${step} (${when}) before the others.`);
      }
    }
    return faults;
  });
}

const reason = 'walk';
let added = 0;

/** @returns whether something may have gone back */
async function act(key: string, { what, which }: Action): Promise<boolean> {
  const group = await see(key);
  const pick = <T>(list: readonly T[]): T | undefined => list[which % Math.max(1, list.length)];
  const open = group.filter(({ status }) => !['COMPLETED', 'TERMINATED'].includes(status));
  const one = pick(open);
  const instanceIds = one ? [encodeId('wn', one.id)] : [];
  switch (what) {
    case 'complete': {
      const task = pick(open.flatMap(({ tasks }) => tasks));
      if (task) await world.tasks.run('processTaskComplete', { taskId: encodeId('wj', task.id) });
      return false;
    }
    case 'hold':
    case 'resume':
      if (one)
        await world.many.run(what === 'hold' ? 'processInstanceSuspend' : 'processInstanceResume', {
          instanceIds,
          reason,
        });
      return false;
    case 'end':
      // Never the first of its template: what has nobody to wait for waits for a dispatcher.
      if (one && group.find(({ template }) => template === one.template)!.id !== one.id)
        await world.many.run('processInstanceTerminate', { instanceIds, reason });
      return false;
    case 'change': {
      if (!one) return false;
      const code = `added${++added}`;
      const addFlows = [
        { from: `s${STEPS - 1}`, to: code },
        { from: code, to: 'end' },
      ];
      const change = { instanceId: instanceIds[0], reason, addSteps: [human(code)], addFlows };
      await world.instances.run('processInstanceChange', {
        ...change,
        removeFlows: [{ from: `s${STEPS - 1}`, to: 'end' }],
      });
      return false;
    }
    default: {
      const done = pick(
        open.flatMap(({ visits }) => visits.filter(({ kind, status }) => kind === 'HUMAN' && status === 'DONE')),
      );
      if (done) await world.instances.run('processInstanceRollBack', { tokenId: encodeId('wk', done.id), reason });
      return done !== undefined;
    }
  }
}

/** Does all that is left to be done until every process of the group has ended. */
async function finish(key: string): Promise<void> {
  for (let count = 0; ; count++) {
    await clock.advance(60);
    const open = (await see(key)).filter(({ status }) => !['COMPLETED', 'TERMINATED'].includes(status));
    if (open.length === 0) return;
    if (count > MOST_MOVES) throw new Error(`It does not come to an end: ${JSON.stringify(open)}`);
    for (const { id, status } of open)
      if (status === 'SUSPENDED')
        await world.many.run('processInstanceResume', { instanceIds: [encodeId('wn', id)], reason });
    for (const { id } of open.flatMap(({ tasks }) => tasks))
      await world.tasks.run('processTaskComplete', { taskId: encodeId('wj', id) });
  }
}

let groups = 0;

test(
  'WFL-22 WFL-36 WFL-48 WFL-49 random processes that wait for each other, under random hands, with timers over restarts, pass no meeting alone, wait for nobody, and end',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        meetings,
        fc.array(fc.nat({ max: TEMPLATES - 1 }), { maxLength: 2 }),
        fc.array(round, { minLength: 3, maxLength: 8 }),
        async (plan, more, rounds) => {
          const group = ++groups;
          const code = (index: number) => `MEET-${group}-${index}`;
          const draw = (index: number, known: boolean) =>
            line(
              ...Array.from({ length: STEPS }, (_, at) => {
                const own = plan.filter((meeting) => meeting.of === index && meeting.at === at);
                const waitFor = own.map(({ when, other }) => ({ when, template: code(other), step: `s${at}` }));
                return [
                  { code: `t${at}`, kind: 'TIMER', timer: String(TIMER) },
                  human(`s${at}`, known ? { waitFor } : {}),
                ];
              }).flat(),
            );
          // What waits names templates that are there.
          for (let index = 0; index < TEMPLATES; index++) await world.desk.publish(code(index), draw(index, false));
          for (let index = 0; index < TEMPLATES; index++) await world.publishAgain(code(index), draw(index, true));
          const correlationKey = `group ${group}`;
          for (const index of [...Array(TEMPLATES).keys(), ...more]) await world.start(code(index), { correlationKey });
          let back = false;
          for (const { actions, minutes, down } of rounds) {
            const gone = await Promise.all([
              ...actions.map((each) => act(correlationKey, each)),
              ...(await see(correlationKey)).map(({ id }) => world.run(encodeId('wn', id)).then(() => false)),
            ]);
            back ||= gone.includes(true);
            if (down) {
              // Time passes while there is no server; what came due meanwhile is done by the next one.
              clock.set(new Date(clock.now().getTime() + minutes * 60_000));
              await world.graph.restart();
              clock.give();
              await clock.settle();
            } else await clock.advance(minutes);
            expect(faultsOf(await see(correlationKey), plan, back)).toEqual([]);
          }
          await finish(correlationKey);
          expect(faultsOf(await see(correlationKey), plan, back)).toEqual([]);
        },
      ),
      { numRuns: GROUPS, endOnFailure: true },
    );
  },
  GROUPS * 60_000,
);
