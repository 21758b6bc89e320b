import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { openProcessWorld, type ProcessWorld } from '../../testing/process-world.js';
import { human, line, standing, versionMutations } from '../../testing/processes.js';
import { until } from '../../testing/until.js';
import { virtualClock, type VirtualClock } from '../../testing/virtual-clock.js';

let w: ProcessWorld;
let clock: VirtualClock | undefined;
beforeAll(async () => {
  w = await openProcessWorld();
  const go = { name: 'go', type: 'BOOLEAN' };
  await w.desk.publish('SKIPS', {
    steps: [{ code: 'start', kind: 'START' }, human('plan'), human('install'), { code: 'end', kind: 'END' }],
    flows: [
      ...[
        { from: 'start', to: 'plan' },
        { from: 'plan', to: 'install', condition: 'go = true' },
      ],
      ...[
        { from: 'plan', to: 'end', isDefault: true },
        { from: 'install', to: 'end' },
      ],
    ],
    variables: [go],
  });
  for (const when of ['ENTER', 'LEAVE']) {
    const waitFor = [{ when, template: 'SKIPS', step: 'install' }];
    const outputs = [{ name: 'done', type: 'STRING' }];
    await w.desk.publish(when, line(human('work', { waitFor, outputs, timeLimits: [{ minutes: 30 }] }), 'rest'));
  }
});
afterEach(() => {
  clock?.stop();
  clock = undefined;
});
afterAll(() => w?.graph.close());

const reason = 'test';
const start = (code: string, correlationKey: string, go = false) =>
  w.start(code, { correlationKey, variables: code === 'SKIPS' ? { go } : {} });
const tokens = async (id: string) =>
  (await w.see(id)).tokens.nodes.filter(({ step }) => step === 'work').map(({ status }) => status);

test('WFL-46 WFL-49 a step that waits for one that ended without coming is left to a dispatcher, who lets it wait again or go on', async () => {
  const other = await start('SKIPS', 'past');
  const enters = await start('ENTER', 'past');
  const leaves = await start('LEAVE', 'past');
  await w.complete(leaves.id, 'work', { done: 'once' });
  await w.ends(leaves.id, 'WAITING');
  expect([(await w.see(enters.id)).status, await tokens(enters.id)]).toEqual(['WAITING', ['WAITING']]);
  await w.complete(other.id, 'plan');
  for (const { id } of [enters, leaves]) {
    await w.ends(id, 'ABNORMAL');
    expect(await w.see(id)).toMatchObject({ exceptionCode: 'NOBODY_TO_MEET' });
    expect(standing(await w.see(id))).toEqual(['work']);
    // Trying again alone changes nothing.
    await w.instances.ok('processInstanceRetry', { instanceId: id, reason });
    await w.ends(id, 'ABNORMAL');
  }
  // What waits to leave has no values yet, and its work is not done again.
  expect((await w.see(leaves.id)).variables).toEqual({});
  const again = await start('SKIPS', 'past', true);
  for (const { id } of [enters, leaves]) await w.instances.ok('processInstanceRetry', { instanceId: id, reason });
  for (const { id } of [enters, leaves])
    await until(async () => (await w.see(id)).status === 'WAITING' && (await w.see(id)).exceptionCode === null);
  await w.complete(again.id, 'plan');
  await until(async () => (await w.see(enters.id)).status === 'RUNNING');
  expect(standing(await w.see(enters.id))).toEqual(['work']);
  expect((await w.see(leaves.id)).status).toBe('WAITING');
  await w.complete(again.id, 'install');
  await until(async () => standing(await w.see(leaves.id)).join() === 'rest');
  expect((await w.see(leaves.id)).variables).toEqual({ done: 'once' });
  expect((await w.see(leaves.id)).tasks.nodes.filter(({ step }) => step === 'work')).toHaveLength(1);
});

test('WFL-46 WFL-49 a step whose only partner was ended by hand is left to a dispatcher too', async () => {
  const other = await start('SKIPS', 'stopped');
  const enters = await start('ENTER', 'stopped');
  await w.ends(enters.id, 'WAITING');
  await w.many.ok('processInstanceTerminate', { instanceIds: [other.id], reason });
  await w.ends(enters.id, 'ABNORMAL');
  expect(await w.see(enters.id)).toMatchObject({ exceptionCode: 'NOBODY_TO_MEET' });
});

test('WFL-49 one of several that ended without coming keeps nobody waiting', async () => {
  const [past, comes] = [await start('SKIPS', 'several'), await start('SKIPS', 'several', true)];
  const enters = await start('ENTER', 'several');
  await w.complete(past.id, 'plan');
  await w.ends(past.id);
  expect(await tokens(enters.id)).toEqual(['WAITING']);
  await w.complete(comes.id, 'plan');
  await until(async () => (await tokens(enters.id)).join() === 'ACTIVE');
});

test('WFL-27 WFL-49 a test keeps no real process waiting, nor lets one go on', async () => {
  const versions = versionMutations(w.graph, w.desk.headquarters.as);
  const template = (await w.graph.query('{ processTemplate(code: "SKIPS") { id } }')).data.processTemplate;
  const { id: testVersionId } = await versions.ok('processVersionCreate', { templateId: template.id });
  await versions.ok('processVersionTest', { versionId: testVersionId });
  const trial = await w.instances.ok('processInstanceStart', {
    ...{ testVersionId, correlationKey: 'trial', variables: { go: true } },
  });
  const enters = await start('ENTER', 'trial');
  await w.complete(trial.id, 'plan');
  const real = await start('SKIPS', 'trial', true);
  expect(standing(await w.see(trial.id))).toEqual(['install']);
  expect(await tokens(enters.id)).toEqual(['WAITING']);
  await w.instances.ok('processInstanceStart', { testVersionId, correlationKey: 'trial', variables: { go: true } });
  await w.complete(real.id, 'plan');
  await until(async () => (await tokens(enters.id)).join() === 'ACTIVE');
});

test('WFL-49 WFL-57 the limit of a step runs while it waits to begin, and its work has a whole one', async () => {
  clock = virtualClock(w.graph, '2030-10-02T12:00:00+08:00');
  const at = (local: string) => new Date(`2030-10-02T${local}:00+08:00`).toISOString();
  const other = await start('SKIPS', 'late', true);
  const enters = await start('ENTER', 'late');
  const seen = async () => {
    const { data } = await w.graph.query(
      `query ($id: ID!) { processInstance(id: $id) { alarms(first: 9) { nodes { code step dueAt clearedAt } }
        tokens(first: 9) { nodes { step dueAt } } tasks(first: 9) { nodes { dueAt } } } }`,
      { id: enters.id },
    );
    const { alarms, tokens: visits, tasks } = data.processInstance;
    const [visit] = visits.nodes.filter(({ step }: { step: string }) => step === 'work');
    return { alarms: alarms.nodes, due: visit.dueAt, tasks: tasks.nodes };
  };
  const alarm = (due: string, clearedAt: string | null) => ({ code: 'LIMIT', step: 'work', dueAt: at(due), clearedAt });
  expect(await seen()).toEqual({ alarms: [], due: at('12:30'), tasks: [] });
  await clock.advance(29);
  expect((await seen()).alarms).toEqual([]);
  await clock.advance(2);
  expect((await seen()).alarms).toEqual([alarm('12:30', null)]);
  await w.complete(other.id, 'plan');
  await clock.settle();
  expect(await seen()).toEqual({
    ...{ alarms: [alarm('12:30', at('12:31'))], due: at('13:01'), tasks: [{ dueAt: at('13:01') }] },
  });
  await clock.advance(31);
  const { alarms } = await seen();
  expect(alarms).toHaveLength(2);
  expect(alarms).toContainEqual(alarm('13:01', null));
});

test('WFL-22 WFL-47 WFL-49 a dispatcher lets a step wait for nobody any more, before its work and after it', async () => {
  const other = await start('SKIPS', 'passed over');
  const enters = await start('ENTER', 'passed over');
  const leaves = await start('LEAVE', 'passed over');
  await w.complete(leaves.id, 'work', { done: 'once' });
  await w.ends(leaves.id, 'WAITING');
  const tokenOf = async (id: string) => (await w.see(id)).tokens.nodes.find(({ step }) => step === 'work')!.id;
  // One waits still, the other in vain.
  const input = async (id: string) => ({ tokenId: await tokenOf(id), reason: 'Done by letter.' });
  await w.instances.ok('processInstanceWaitEnd', await input(leaves.id));
  expect(standing(await w.see(leaves.id))).toEqual(['rest']);
  expect((await w.see(leaves.id)).variables).toEqual({ done: 'once' });
  await w.complete(other.id, 'plan');
  await w.ends(enters.id, 'ABNORMAL');
  await w.instances.ok('processInstanceWaitEnd', await input(enters.id));
  expect(await w.see(enters.id)).toMatchObject({ status: 'RUNNING', exceptionCode: null });
  for (const { id } of [enters, leaves])
    expect(await w.instances.refused('processInstanceWaitEnd', await input(id))).toEqual([
      ['INVALID_STATE', 'input.tokenId'],
    ]);
  await w.complete(enters.id, 'work', { done: 'x' });
  expect((await w.see(enters.id)).tasks.nodes.filter(({ step }) => step === 'work')).toHaveLength(1);
  const { data } = await w.graph.query(
    'query ($id: ID!) { processInstance(id: $id) { history(first: 99) { nodes { type reason data } } exceptions(first: 9) { nodes { code handling } } } }',
    { id: enters.id },
  );
  expect(data.processInstance.exceptions.nodes).toEqual([{ code: 'NOBODY_TO_MEET', handling: 'PASS_OVER' }]);
  expect(
    data.processInstance.history.nodes.filter(({ type }: { type: string }) => type === 'process-instance.wait-ended'),
  ).toMatchObject([{ reason: 'Done by letter.', data: { step: 'work', when: 'ENTER' } }]);
});
