// @isolated: it adds step handlers, and a rule about processes of regions.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Transaction } from '../../kernel/database/transaction.js';
import { Refusal, userError } from '../../kernel/errors/index.js';
import { decodeId, type Node } from '../../kernel/model/index.js';
import {
  defineStepHandler,
  defineTaskRule,
  endProcess,
  endStep,
  holdProcess,
  holdWork,
  resumeProcess,
  resumeWork,
  startProcess,
  type StepWork,
  workOn,
} from '../../kernel/process/index.js';
import { openProcessWorld, type ProcessWorld } from '../../testing/process-world.js';
import { line, standing, taskAt } from '../../testing/processes.js';
import { until } from '../../testing/until.js';
import { virtualClock } from '../../testing/virtual-clock.js';
import { Region } from '../region/index.js';

let w: ProcessWorld;
/** What the domain of the test begins, and how often it was asked. */
let work: (tx: Transaction) => Promise<StepWork>;
let begun = 0;
let steered: string | null = null;
const ran: string[] = [];

defineStepHandler('test.desk', { begin: (tx) => (begun++, work(tx)) });
defineStepHandler('test.inline', {
  inline: 'ALWAYS',
  run: async (_tx, { inputs }) => void ran.push(String(inputs['mark'])),
});
defineStepHandler('test.refusing', {
  run: async () => {
    throw new Refusal([userError('NO', 'The business says no.')]);
  },
  refused: async (_tx, _step, refusal) => ({ verdict: refusal.userErrors[0]!.code }),
});
defineTaskRule('Region', {
  lock: async (tx, objectId) => void (await tx.find(Region, decodeId(objectId)!.uuid)),
  steers: async () => steered,
});

const write = <T>(act: (tx: Transaction) => Promise<T>): Promise<T> =>
  w.graph.database.write(w.graph.database.systemContext('test'), act);
const key = (id: string) => decodeId(id)!.uuid;
const desk = (code: string, more: object = {}) => ({
  ...{ code, kind: 'AUTOMATIC', handler: 'test.desk', outputs: [{ name: 'verdict', type: 'STRING' }] },
  ...more,
});
const inline = (code: string) => ({
  ...{ code, kind: 'AUTOMATIC', handler: 'test.inline', inputs: [{ name: 'mark', type: 'STRING', from: `"${code}"` }] },
});
const regions = (tx: Transaction, ...codes: string[]): Promise<Node[]> =>
  tx.em.find(Region, { code: { $in: codes } }, { orderBy: { code: 'asc' } });
const tasksOf = async (instanceId: string) =>
  (
    await w.graph.query(
      `query ($id: ID!) { processInstance(id: $id) { tasks(first: 50, orderBy: [{ field: TASK_NO }]) { nodes {
        id taskNo name status operatorKind operatorCode aboutType about { id } returnReason token { seq } } } } }`,
      { id: instanceId },
    )
  ).data.processInstance.tasks.nodes;
let count = 0;
/** Publishes a process about regions, and starts it for one. */
async function begin(...steps: Parameters<typeof line>): Promise<string> {
  const code = `DOMAIN-${++count}`;
  const variables = [{ name: 'verdict', type: 'STRING' }];
  await w.desk.publish(code, { ...line(...steps), variables }, { objectType: 'Region' });
  return (await w.start(code, { objectId: w.guangzhou, again: true })).id;
}

beforeAll(async () => {
  w = await openProcessWorld();
});
beforeEach(() => {
  begun = 0;
  steered = null;
  ran.length = 0;
  work = async () => ({ tasks: [] });
});
afterAll(() => w.graph.close());

test('WFL-40 what a domain begins at a step is shown as tasks about its objects, and ends with the step that the domain ends', async () => {
  work = async (tx) => {
    const [one, two] = await regions(tx, '4401', '4403');
    return {
      tasks: [
        { about: one!, name: 'One', state: 'SENT' },
        { about: two!, name: 'Two', operator: { kind: 'POSITION', code: 'HALL_CLERK' } },
      ],
    };
  };
  const id = await begin(desk('wait'), inline('after'), 'last');
  expect(standing(await w.see(id))).toEqual(['wait']);
  const [one, two] = await tasksOf(id);
  const { instanceNo } = await w.see(id);
  expect(one).toMatchObject({
    ...{ name: 'One', status: 'SENT', operatorKind: null, operatorCode: 'test.desk', aboutType: 'Region' },
    ...{ about: { id: w.guangzhou }, taskNo: `${instanceNo}-3.1` },
  });
  expect(two).toMatchObject({
    name: 'Two',
    status: 'DISPATCHED',
    operatorKind: 'POSITION',
    operatorCode: 'HALL_CLERK',
  });
  expect(await w.tasks.refused('processTaskComplete', { taskId: two.id })).toEqual([['NOT_HERE', 'input.taskId']]);
  expect(await w.tasks.refused('processTaskReject', { taskId: two.id, reason: 'x' })).toEqual([
    ['NOT_HERE', 'input.taskId'],
  ]);
  expect(await w.tasks.refused('processExternalAnswer', { messageId: one.id, done: true })).toEqual([
    ['NOT_FOUND', 'input.messageId'],
  ]);
  expect(standing(await w.see(id))).toEqual(['wait']);

  // A run finds nothing to be done: only the domain ends it.
  await w.run(id);
  expect([begun, standing(await w.see(id))]).toEqual([1, ['wait']]);
  const told = await write(async (tx) => {
    const [about] = await regions(tx, '4401');
    return [await workOn(tx, about!, 'UNDER_WAY'), await workOn(tx, about!, 'DONE'), await workOn(tx, about!, 'DONE')];
  });
  expect(told).toEqual([true, true, false]);
  const ends = await write(async (tx) => [
    await endStep(tx, key(id), { 'test.other': {} }),
    await endStep(tx, key(id), { 'test.desk': { verdict: 'YES', unknown: 1 } }),
    await endStep(tx, key(id), { 'test.desk': { verdict: 'NO' } }),
  ]);
  expect([ends, ran]).toEqual([[false, true, false], ['after']]);
  const seen = await w.see(id);
  expect([standing(seen), seen.variables]).toEqual([['last'], { verdict: 'YES' }]);
  expect((await tasksOf(id)).map(({ status }: { status: string }) => status)).toEqual([
    ...['RETURNED', 'RETURNED', 'DISPATCHED'],
  ]);
});

test('WFL-40 work that is open when its step is left goes on at the next visit, and ends with the process', async () => {
  work = async (tx) => ({ tasks: (await regions(tx, '4401', '4403')).map((about) => ({ about, name: 'Work' })) });
  const id = await begin(desk('first'), desk('second'));
  await write(async (tx) => {
    const [one] = await regions(tx, '4401');
    await workOn(tx, one!, 'FAILED', 'No port.');
    await endStep(tx, key(id), { 'test.desk': {} });
  });
  expect(standing(await w.see(id))).toEqual(['second']);
  const again = await tasksOf(id);
  // One process, two visits, but each piece of work has one task: what had failed is to be done again.
  expect(again.map(({ status, token }: { status: string; token: { seq: number } }) => [status, token.seq])).toEqual([
    ['PENDING', 5],
    ['PENDING', 5],
  ]);
  await write((tx) => endProcess(tx, key(id), 'Not wanted.'));
  expect(
    (await tasksOf(id)).map((task: { status: string; returnReason: string }) => [task.status, task.returnReason]),
  ).toEqual([
    ['RECALLED', 'Not wanted.'],
    ['RECALLED', 'Not wanted.'],
  ]);
});

test('WFL-36 what is done at once lets the process go on in the same transaction, and its refusal refuses everything', async () => {
  work = async () => ({ outputs: { verdict: 'AT ONCE' } });
  const id = await begin(inline('a'), desk('b'), inline('c'));
  expect(await w.see(id)).toMatchObject({ status: 'COMPLETED', variables: { verdict: 'AT ONCE' } });
  expect(ran).toEqual(['a', 'c']);

  const before = await w.count('process_instance');
  work = async () => {
    throw new Refusal([userError('NO', 'The business says no.')]);
  };
  const started = write((tx) =>
    startProcess(tx, { objectType: 'Region', objectId: w.guangzhou, template: 'DOMAIN-3', fresh: true }),
  );
  await expect(started).rejects.toBeInstanceOf(Refusal);
  expect(await w.count('process_instance')).toBe(before);
});

test('WFL-46 a refusal of the business is an outcome where the handler says so', async () => {
  const refusing = {
    code: 'ask',
    kind: 'AUTOMATIC',
    handler: 'test.refusing',
    outputs: [{ name: 'verdict', type: 'STRING' }],
  };
  const id = await begin(refusing, 'last');
  await until(async () => standing(await w.see(id))[0] === 'last');
  expect(await w.see(id)).toMatchObject({ status: 'RUNNING', exceptionCode: null, variables: { verdict: 'NO' } });
});

test('WFL-45 a process that goes where its object goes is held, moved and ended by its domain alone', async () => {
  const id = await begin(desk('wait'), 'last');
  steered = 'Defer the order.';
  const tokenId = (await w.see(id)).tokens.nodes.find(({ step }) => step === 'wait')!.id;
  const path = 'input.instanceIds.0';
  for (const mutation of ['processInstanceSuspend', 'processInstanceTerminate', 'processInstanceResume'] as const)
    expect(await w.many.refused(mutation, { instanceIds: [id], reason: 'x' })).toEqual([['STEERED', path]]);
  expect(await w.instances.refused('processInstanceMove', { tokenId, step: 'last', reason: 'x' })).toEqual([
    ['STEERED', 'input.tokenId'],
  ]);
  expect(standing(await w.see(id))).toEqual(['wait']);

  await write((tx) => holdProcess(tx, key(id), 'later'));
  await write((tx) => holdProcess(tx, key(id), 'later'));
  expect(await w.see(id)).toMatchObject({ status: 'SUSPENDED' });
  await write((tx) => resumeProcess(tx, key(id), null));
  expect(await w.see(id)).toMatchObject({ status: 'RUNNING' });
  steered = null;
  await w.many.ok('processInstanceTerminate', { instanceIds: [id], reason: 'x' });
  expect(await w.see(id)).toMatchObject({ status: 'TERMINATED' });
});

test('WFL-27 in a test of a template whoever tests answers in place of the domain', async () => {
  const { data } = await w.graph.query(
    `mutation ($input: ProcessTemplateCreateInput!) { processTemplateCreate(input: $input) { version { id } } }`,
    {
      input: {
        code: 'DOMAIN-TEST',
        name: 'test',
        definition: line(desk('wait', { outputs: [] }) as never, inline('x') as never),
      },
    },
  );
  const versionId = data.processTemplateCreate.version.id;
  await w.graph.query(
    `mutation ($input: ProcessVersionStepInput!) { processVersionTest(input: $input) { userErrors { code } } }`,
    { input: { versionId } },
  );
  const { id } = await w.instances.ok('processInstanceStart', { testVersionId: versionId });
  const messageId = taskAt(await w.see(id as string), 'wait');
  expect(begun).toBe(0);
  await w.tasks.ok('processExternalAnswer', { messageId, done: true });
  await w.ends(id as string);
});

test('WFL-45 WFL-73 the limit of held work stands still, and with it that of the process, while other work goes on by its own', async () => {
  const clock = virtualClock(w.graph, '2099-09-30T12:00:00+08:00');
  const about = async (tx: Transaction, code: string) => (await regions(tx, code))[0]!;
  work = async (tx) => ({
    tasks: (await regions(tx, '4401', '4403')).map((region) => ({ about: region, name: 'Work' })),
  });
  const code = `DOMAIN-${++count}`;
  const timeLimits = [{ minutes: 60 }];
  await w.desk.publish(
    code,
    { ...line(desk('wait', { timeLimits }), 'last'), timeLimits, variables: [{ name: 'verdict', type: 'STRING' }] },
    { objectType: 'Region' },
  );
  const { id } = await w.start(code, { objectId: w.guangzhou, again: true });
  const tells = async () =>
    (
      await w.graph.query(
        `query ($id: ID!) { processInstance(id: $id) { dueAt overdue heldSeconds workHeldAt alarms(first: 9) { nodes { step } }
          tasks(first: 9, orderBy: [{ field: TASK_NO }]) { nodes { dueAt heldAt overdue } } } }`,
        { id },
      )
    ).data.processInstance;
  const to = (time: string) => clock.set(`2099-09-30T${time}:00+08:00`);
  const at = (time: string) => new Date(`2099-09-30T${time}:00+08:00`).toISOString();
  const held = (code: string) => write(async (tx) => holdWork(tx, await about(tx, code)));
  const resumed = (code: string) => write(async (tx) => resumeWork(tx, await about(tx, code)));
  to('12:10');
  expect([await held('4401'), await held('4401'), await resumed('4403')]).toEqual([true, false, false]);
  expect(await tells()).toMatchObject({ workHeldAt: at('12:10'), tasks: { nodes: [{ heldAt: at('12:10') }, {}] } });
  // What is not held is late by its own limit; neither the held work nor the process is.
  await clock.advance(60);
  expect(await tells()).toMatchObject({
    ...{ overdue: false, alarms: { nodes: [{ step: 'wait' }] } },
    tasks: { nodes: [{ overdue: false }, { overdue: true }] },
  });
  // Two are held, one after the other: the process stands still for all of that time.
  expect([await held('4403'), to('13:20'), await resumed('4401')]).toEqual([true, undefined, true]);
  expect(await tells()).toMatchObject({
    ...{ workHeldAt: at('12:10'), dueAt: at('13:00') },
    tasks: { nodes: [{ dueAt: at('14:10'), heldAt: null }, { heldAt: at('13:10') }] },
  });
  to('13:30');
  await resumed('4403');
  expect(await tells()).toMatchObject({
    ...{ workHeldAt: null, dueAt: at('14:20'), heldSeconds: 4800, overdue: false },
    tasks: { nodes: [{ dueAt: at('14:10') }, { dueAt: at('13:20') }] },
  });
  // The whole is held around a piece that is held, and before it, and goes on after it.
  to('13:40');
  await held('4401');
  to('13:50');
  await write((tx) => holdProcess(tx, key(id), null));
  to('14:00');
  await resumed('4401');
  to('14:10');
  await write((tx) => resumeProcess(tx, key(id), null));
  expect(await tells()).toMatchObject({
    dueAt: at('14:50'),
    heldSeconds: 6600,
    tasks: { nodes: [{ dueAt: at('14:40') }, {}] },
  });
  to('14:15');
  await write((tx) => holdProcess(tx, key(id), null));
  to('14:20');
  await held('4401');
  to('14:25');
  await write((tx) => resumeProcess(tx, key(id), null));
  expect(await tells()).toMatchObject({ workHeldAt: at('14:15'), heldSeconds: 6600 });
  // Work that ends while it is held holds nothing up any more.
  to('14:35');
  await write(async (tx) => workOn(tx, await about(tx, '4401'), 'DONE'));
  expect(await tells()).toMatchObject({ workHeldAt: null, dueAt: at('15:10'), heldSeconds: 7800 });
  await clock.advance(60);
  expect(await tells()).toMatchObject({ overdue: true });
  clock.stop();
});
