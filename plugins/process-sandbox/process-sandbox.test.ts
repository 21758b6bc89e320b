import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openProcessWorld, type ProcessWorld } from '../../src/testing/process-world.js';
import { line, standing } from '../../src/testing/processes.js';
import { until } from '../../src/testing/until.js';
import { PROCESS_SANDBOX, processSandboxPace } from './index.js';

let w: ProcessWorld;
const usual = processSandboxPace.stepMs;
beforeAll(async () => {
  processSandboxPace.stepMs = 0;
  w = await openProcessWorld();
  const step = {
    ...{ code: 'build', kind: 'EXTERNAL', handler: PROCESS_SANDBOX, retry: { attempts: 1 } },
    inputs: ['sandbox', 'port', 'speed'].map((name) => ({ name, type: 'ANY' })),
    outputs: [{ name: 'port', type: 'NUMBER', required: true }],
  };
  const variables = ['sandbox', 'port', 'speed'].map((name) => ({ name, type: name === 'port' ? 'NUMBER' : 'ANY' }));
  await w.desk.publish('SANDBOXED', { ...line(step, 'after'), variables });
});
afterAll(async () => {
  processSandboxPace.stepMs = usual;
  await w?.graph.close();
});

const start = async (variables: object) => (await w.start('SANDBOXED', { variables })).id;

test('WFL-51 WFL-52 the sandbox takes a task, tells of progress, and answers with what it was given', async () => {
  const id = await start({ port: 7 });
  await until(async () => standing(await w.see(id)).join() === 'after');
  expect((await w.see(id)).variables).toMatchObject({ port: 7 });
  const { data } = await w.graph.query(
    'query ($id: ID!) { processInstance(id: $id) { tasks(first: 9) { nodes { step status progress } } } }',
    { id },
  );
  expect(data.processInstance.tasks.nodes.find(({ step }: { step: string }) => step === 'build')).toEqual({
    ...{ step: 'build', status: 'RETURNED', progress: 'The sandbox is at it.' },
  });
});

test('WFL-46 WFL-52 it fails when it is asked to, when it is not given what the step needs, and when it cannot be reached', async () => {
  const [fails, lacks, broken] = [
    await start({ port: 7, sandbox: 'fail' }),
    await start({}),
    await start({ port: 7, sandbox: 'broken' }),
  ];
  for (const id of [fails, lacks, broken]) {
    await w.ends(id, 'ABNORMAL');
    expect(await w.see(id)).toMatchObject({ exceptionCode: 'EXTERNAL_FAILED' });
  }
});
