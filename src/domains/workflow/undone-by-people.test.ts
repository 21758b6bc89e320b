import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mark, openProcessWorld, type ProcessWorld } from '../../testing/process-world.js';
import { human, line, standing, versionMutations } from '../../testing/processes.js';
import { until } from '../../testing/until.js';

let w: ProcessWorld;
beforeAll(async () => {
  w = await openProcessWorld();
  await w.desk.publish('BUILT', built());
});
afterAll(() => w?.graph.close());

const reason = 'x';
const clerks = { kind: 'POSITION', code: 'HALL_CLERK' };
const takeDown = { compensationTask: { operator: clerks, name: 'Take it down' } };
const port = { outputs: [{ name: 'port', type: 'NUMBER' }] };
/** What somebody builds and a handler marks; from the last step it all goes back. */
const built = () =>
  line(
    human('ask'),
    mark('first'),
    human('build', { ...takeDown, ...port }),
    mark('auto'),
    human('last', { rollbackTo: 'ask' }),
  );

interface SeenTask {
  id: string;
  step: string;
  name: string;
  status: string;
  compensates: boolean;
  inputs: Record<string, unknown>;
  result: unknown;
}

async function undoing(id: string): Promise<SeenTask[]> {
  const { data } = await w.graph.query(
    `query ($id: ID!) { processInstance(id: $id) { tasks(first: 50, orderBy: [{ field: ARRIVED_AT }]) { nodes { id step name status compensates inputs result } } } }`,
    { id },
  );
  return data.processInstance.tasks.nodes.filter((task: SeenTask) => task.compensates);
}

const stands = (id: string, ...steps: string[]) =>
  until(async () => standing(await w.see(id)).join() === [...steps].sort().join());

/** Starts one, and brings it to its last step. */
async function builtOnce(): Promise<string> {
  const { id } = await w.start('BUILT', { regionId: w.guangzhou });
  await w.complete(id, 'ask');
  await stands(id, 'build');
  await w.complete(id, 'build', { port: 7 });
  await stands(id, 'last');
  return id;
}

async function sendBack(id: string): Promise<SeenTask> {
  const { tasks } = await w.see(id);
  const last = tasks.nodes.find(({ step, status }) => step === 'last' && status === 'DISPATCHED')!;
  await w.tasks.ok('processTaskReject', { taskId: last.id, reason });
  await until(async () => (await undoing(id)).length > 0);
  return (await undoing(id)).at(-1)!;
}

describe('a step that somebody undoes', () => {
  test('WFL-43 is undone by a task in their work list, in its place among the others, and the roll-back waits for it', async () => {
    const id = await builtOnce();
    const task = await sendBack(id);
    expect(task).toMatchObject({ step: 'build', name: 'Take it down', status: 'DISPATCHED', inputs: { port: 7 } });
    // What was done after it is undone; what was done before it waits, however often somebody looks.
    await Promise.all([w.run(id), w.run(id)]);
    expect(await undoing(id)).toHaveLength(1);
    expect([(await w.see(id)).status, await w.marksOf({ id })]).toEqual([
      'ROLLING_BACK',
      ['first', 'auto', 'not auto'],
    ]);
    const complete = { taskId: task.id, outputs: { left: 'nothing' } };
    expect(await w.tasks.refused('processTaskComplete', complete, w.agent.as)).toEqual([['NOT_YOURS', 'input.taskId']]);
    await w.tasks.ok('processTaskComplete', complete, w.clerk.as);
    await stands(id, 'ask');
    expect(await w.marksOf({ id })).toEqual(['first', 'auto', 'not auto', 'not first']);
    // What came out of it is kept with the task, and is no value of the process.
    expect(await undoing(id)).toMatchObject([{ status: 'RETURNED', result: { left: 'nothing' } }]);
    const { variables, tokens } = await w.see(id);
    expect(variables).toEqual({});
    expect(tokens.nodes.find(({ step }) => step === 'build')!.status).toBe('UNDONE');
    expect(await w.tasks.refused('processTaskComplete', complete)).toEqual([['CONFLICT', 'input.taskId']]);
  });

  test('WFL-43 WFL-46 WFL-47 that cannot be undone stops for a dispatcher, and is asked for again when they say so', async () => {
    const id = await builtOnce();
    const task = await sendBack(id);
    await w.tasks.ok('processTaskReject', { taskId: task.id, reason: 'It is cast in concrete.' }, w.clerk.as);
    expect(await w.see(id)).toMatchObject({ status: 'ABNORMAL', exceptionCode: 'COMPENSATION_REJECTED' });
    await w.run(id);
    expect([(await undoing(id)).length, await w.marksOf({ id })]).toEqual([1, ['first', 'auto', 'not auto']]);
    await w.instances.ok('processInstanceRetry', { instanceId: id, reason });
    await until(async () => (await undoing(id)).length === 2);
    const again = (await undoing(id)).at(-1)!;
    await w.tasks.ok('processTaskComplete', { taskId: again.id });
    await stands(id, 'ask');
  });

  test('WFL-43 WFL-44 has nothing to be undone any more when the process is ended by hand', async () => {
    const id = await builtOnce();
    await sendBack(id);
    await w.many.ok('processInstanceTerminate', { instanceIds: [id], reason });
    expect(await undoing(id)).toMatchObject([{ status: 'RECALLED' }]);
  });

  test('WFL-04 WFL-43 inside a sub-process keeps the roll-back around it waiting', async () => {
    const call = { code: 'call', kind: 'SUBPROCESS', subprocess: { template: 'BUILT' } };
    await w.desk.publish('BUILDS', line(human('order'), call, 'bill'));
    const { id } = await w.start('BUILDS');
    await w.complete(id, 'order');
    const inside = async () => {
      const { data } = await w.graph.query(
        'query ($id: ID!) { processInstance(id: $id) { children(first: 1) { nodes { id } } } }',
        { id },
      );
      return data.processInstance.children.nodes[0]?.id as string;
    };
    await until(async () => Boolean(await inside()));
    const child = await inside();
    for (const step of ['ask', 'build', 'last']) {
      await stands(child, step);
      await w.complete(child, step, step === 'build' ? { port: 8 } : {});
    }
    await stands(id, 'bill');
    const order = (await w.see(id)).tokens.nodes.find(({ step }) => step === 'order')!.id;
    await w.instances.ok('processInstanceRollBack', { tokenId: order, reason });
    await until(async () => (await undoing(child)).length === 1);
    expect([(await w.see(id)).status, (await w.see(child)).status]).toEqual(['ROLLING_BACK', 'ROLLING_BACK']);
    await w.tasks.ok('processTaskComplete', { taskId: (await undoing(child))[0]!.id });
    await stands(id, 'order');
    expect(await w.marksOf({ id: child })).toEqual(['first', 'auto', 'not auto', 'not first']);
  });
});

test('WFL-02 WFL-43 a draft in which a step is undone twice, or by nobody, has a finding', async () => {
  const { id: versionId } = await versionMutations(w.graph, 'admin').ok('processTemplateCreate', {
    ...{ code: 'UNDO-DRAFT', name: 'x' },
  });
  const draft = async (input: object) => {
    const { data } = await w.graph.query(
      `mutation ($input: ProcessVersionEditInput!) { processVersionEdit(input: $input) { findings { code path } version { steps(first: 9) { nodes { code compensationKind compensationCode compensationTask } } } } }`,
      { input: { versionId, ...input } },
    );
    return data.processVersionEdit;
  };
  const found = async (more: object) => {
    const { findings, version } = await draft({ definition: line(human('a', more)) });
    const a = version.steps.nodes.find((step: { code: string }) => step.code === 'a');
    return [findings.map(({ code, path }: { code: string; path: string[] }) => `${code} ${path.join('.')}`), a];
  };
  expect(await found(takeDown)).toEqual([
    [],
    { code: 'a', compensationKind: 'POSITION', compensationCode: 'HALL_CLERK', compensationTask: 'Take it down' },
  ]);
  expect((await found({ ...takeDown, compensation: 'test.mark' }))[0]).toEqual([
    'COMPENSATION_DOUBLED steps.1.compensationTask',
  ]);
  const nobody = { compensationTask: { operator: { kind: 'POSITION', code: 'NOBODY' } } };
  expect((await found(nobody))[0]).toEqual(['OPERATOR_UNKNOWN steps.1.compensationTask.operator']);
});

test('WFL-43 WFL-47 a dispatcher says that a step was undone otherwise, in its turn, and the roll-back goes on', async () => {
  const id = await builtOnce();
  const task = await sendBack(id);
  const tokenOf = async (step: string) => (await w.see(id)).tokens.nodes.find((token) => token.step === step)!.id;
  await w.tasks.ok('processTaskReject', { taskId: task.id, reason: 'It is walled in.' });
  expect(await w.see(id)).toMatchObject({ status: 'ABNORMAL', exceptionCode: 'COMPENSATION_REJECTED' });
  const input = { tokenId: await tokenOf('build'), reason: 'Sold with the house.' };
  const early = { tokenId: await tokenOf('first'), reason };
  expect(await w.instances.refused('processInstanceUndone', early)).toEqual([['INVALID_STATE', 'input.tokenId']]);
  expect(await w.marksOf({ id })).toEqual(['first', 'auto', 'not auto']);
  await w.instances.ok('processInstanceUndone', input);
  await stands(id, 'ask');
  expect(await w.marksOf({ id })).toEqual(['first', 'auto', 'not auto', 'not first']);
  expect(await w.see(id)).toMatchObject({ status: 'RUNNING', exceptionCode: null, variables: {} });
  expect(await w.instances.refused('processInstanceUndone', input)).toEqual([['INVALID_STATE', 'input.tokenId']]);
  // While somebody is still to undo it, their task is taken back.
  const other = await builtOnce();
  const { id: taskId } = await sendBack(other);
  const built = (await w.see(other)).tokens.nodes.find(({ step }) => step === 'build')!.id;
  await w.instances.ok('processInstanceUndone', { tokenId: built, reason });
  await stands(other, 'ask');
  expect((await undoing(other)).map((undo) => [undo.id, undo.status])).toEqual([[taskId, 'RECALLED']]);
});
