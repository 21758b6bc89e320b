import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { openProcessWorld, type ProcessWorld } from '../../testing/process-world.js';
import { human, line, standing, versionMutations } from '../../testing/processes.js';
import { until } from '../../testing/until.js';
import { virtualClock, type VirtualClock } from '../../testing/virtual-clock.js';

let w: ProcessWorld;
let clock: VirtualClock;
beforeAll(async () => {
  w = await openProcessWorld();
});
afterEach(() => clock?.stop());
afterAll(() => w?.graph.close());

const reason = 'x';
const at = (time: string) => `2026-12-01T${time}:00.000Z`;
const limits = [{ minutes: 60, warnMinutes: 20 }];
const undone = (more: object = {}) => ({
  timeLimits: limits,
  compensationTask: { operator: { kind: 'POSITION', code: 'CALL_CENTRE_AGENT' }, name: 'Take it down', ...more },
});
const built = (more: object = {}) => line('ask', human('build', undone(more)), human('last', { rollbackTo: 'ask' }));

interface Seen {
  tasks: { id: string; status: string; dueAt: string | null; overdue: boolean }[];
  alarms: { code: string; reason: string; task: { id: string } | null; raisedAt: string; clearedAt: string | null }[];
}

/** What is done to undo, and the alarms. */
async function seen(id: string): Promise<Seen> {
  const { data } = await w.graph.query(
    `query ($id: ID!) { processInstance(id: $id) {
      tasks(first: 50, orderBy: [{ field: ARRIVED_AT }]) { nodes { id status compensates dueAt overdue } }
      alarms(first: 50, orderBy: [{ field: RAISED_AT }]) { nodes { code reason recipientCode message raisedAt clearedAt task { id } } } } }`,
    { id },
  );
  const { tasks, alarms } = data.processInstance;
  return { tasks: tasks.nodes.filter((task: { compensates: boolean }) => task.compensates), alarms: alarms.nodes };
}

/** Starts one at nine, builds 50 minutes later, and sends it back at ten. */
async function sentBack(code: string): Promise<string> {
  clock = virtualClock(w.graph, at('09:00'));
  const { id } = await w.start(code, { regionId: w.guangzhou });
  await w.complete(id, 'ask');
  await clock.advance(50);
  await w.complete(id, 'build');
  await clock.advance(10);
  const last = (await w.see(id)).tasks.nodes.find(({ step, status }) => step === 'last' && status === 'DISPATCHED')!;
  await w.tasks.ok('processTaskReject', { taskId: last.id, reason });
  await until(async () => (await seen(id)).tasks.length === 1);
  return id;
}
const summary = ({ alarms }: Seen) => alarms.map(({ code, raisedAt }) => `${code} ${raisedAt.slice(11, 16)}`);

describe('how long somebody may take to undo a step', () => {
  test('WFL-43 WFL-57 is as long as the step, from when it is asked for, with the same warning and alarm, told to who undoes it', async () => {
    await w.desk.publish('UNDO-LIMIT', built());
    const id = await sentBack('UNDO-LIMIT');
    // That the step itself was nearly late is over with it, and hinders no alarm about undoing it.
    expect(summary(await seen(id))).toEqual(['WARNING 09:50']);
    const [task] = (await seen(id)).tasks;
    expect(task).toMatchObject({ dueAt: at('11:00'), overdue: false });
    await clock.advance(40);
    const warned = await seen(id);
    expect(summary(warned)).toEqual(['WARNING 09:50', 'WARNING 10:40']);
    expect(warned.alarms[1]).toMatchObject({
      ...{ reason: 'DUE_SOON', recipientCode: 'CALL_CENTRE_AGENT', task: { id: task!.id }, clearedAt: null },
      message: expect.stringContaining('Take it down'),
    });
    await clock.advance(20);
    const late = await seen(id);
    expect(summary(late)).toEqual(['WARNING 09:50', 'WARNING 10:40', 'LIMIT 11:00']);
    expect(late.tasks).toMatchObject([{ overdue: true }]);
    await w.tasks.ok('processTaskComplete', { taskId: task!.id }, w.agent.as);
    await until(async () => standing(await w.see(id)).join() === 'ask');
    expect((await seen(id)).alarms.map(({ clearedAt }) => clearedAt)).toEqual([at('09:50'), at('11:00'), at('11:00')]);
  });

  test('WFL-17 WFL-43 WFL-58 is as long as the template says of it; that is counted anew when it is asked for again, and stands still while the process is held', async () => {
    await w.desk.publish('UNDO-OWN', built({ timeLimits: [{ minutes: 30 }] }));
    const id = await sentBack('UNDO-OWN');
    const [task] = (await seen(id)).tasks;
    expect(task).toMatchObject({ dueAt: at('10:30') });
    await clock.advance(30);
    expect(summary(await seen(id))).toEqual(['WARNING 09:50', 'LIMIT 10:30']);
    await w.tasks.ok('processTaskReject', { taskId: task!.id, reason }, w.agent.as);
    expect((await seen(id)).alarms.find(({ code }) => code === 'LIMIT')).toMatchObject({ clearedAt: at('10:30') });
    await clock.advance(30);
    await w.instances.ok('processInstanceRetry', { instanceId: id, reason });
    await until(async () => (await seen(id)).tasks.length === 2);
    expect((await seen(id)).tasks[1]).toMatchObject({ dueAt: at('11:30') });
    await clock.advance(10);
    await w.many.ok('processInstanceSuspend', { instanceIds: [id], reason });
    await clock.advance(60);
    await w.many.ok('processInstanceResume', { instanceIds: [id], reason });
    expect((await seen(id)).tasks[1]).toMatchObject({ dueAt: at('12:30') });
    await clock.advance(20);
    expect(summary(await seen(id)).filter((alarm) => alarm.startsWith('LIMIT'))).toEqual([
      'LIMIT 10:30',
      'LIMIT 12:30',
    ]);
  });
});

test('WFL-17 WFL-43 is kept with the template, apart from the limits of the step, and checked', async () => {
  const v = versionMutations(w.graph, 'admin');
  const text = `query ($id: ID!) { processTemplateVersion(id: $id) { timeLimits(first: 9) { nodes { step compensates minutes } } } }`;
  const made = await v.ok('processTemplateCreate', {
    ...{ code: 'UNDO-ROWS', name: 'x', definition: built({ timeLimits: [{ minutes: 30 }] }) },
  });
  const { nodes } = (await w.graph.query(text, { id: made.id })).data.processTemplateVersion.timeLimits;
  expect(nodes).toHaveLength(2);
  expect(nodes).toEqual(
    expect.arrayContaining([
      { step: 'build', compensates: false, minutes: 60 },
      { step: 'build', compensates: true, minutes: 30 },
    ]),
  );
  const { data } = await w.graph.query(
    `mutation ($input: ProcessVersionEditInput!) { processVersionEdit(input: $input) { findings { code path } } }`,
    { input: { versionId: made.id, definition: built({ timeLimits: [{ minutes: 5, warnMinutes: 9 }] }) } },
  );
  expect(data.processVersionEdit.findings).toContainEqual({
    ...{ code: 'LIMIT_INVALID', path: ['steps', '2', 'compensationTask', 'timeLimits', '0', 'warnMinutes'] },
  });
});
