import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openProcessWorld, type ProcessWorld } from '../../testing/process-world.js';
import { human, line, standing } from '../../testing/processes.js';
import { until } from '../../testing/until.js';

let w: ProcessWorld;
beforeAll(async () => {
  w = await openProcessWorld();
  await w.desk.publish('LATER', {
    ...line(
      human('ask', { outputs: [{ name: 'when', type: 'STRING' }] }),
      { code: 'wait', kind: 'TIMER', timer: 'date and time(when)' } as never,
      human('after'),
    ),
    variables: [{ name: 'amount', type: 'NUMBER', required: true }],
  });
});
afterAll(() => w?.graph.close());

const reason = 'Misheard.';
const PAST = '2020-01-01T00:00:00Z';
const lost = async () => {
  const { id } = await w.start('LATER', { variables: { amount: 1 } });
  await w.complete(id, 'ask', { when: 'soon' });
  expect(await w.see(id)).toMatchObject({ status: 'ABNORMAL', exceptionCode: 'NO_NEXT_STEP' });
  return id;
};

test('WFL-46 WFL-47 a dispatcher sets the values right with which a process cannot go on, and a roll-back leaves them', async () => {
  const instanceId = await lost();
  await w.instances.ok('processInstanceValuesSet', { instanceId, values: { when: PAST, amount: 2 }, reason });
  await w.instances.ok('processInstanceRetry', { instanceId, reason });
  await until(async () => standing(await w.see(instanceId)).join() === 'after');
  expect(await w.see(instanceId)).toMatchObject({ exceptionCode: null, variables: { when: PAST, amount: 2 } });
  const { data } = await w.graph.query(
    'query ($id: ID!) { processInstance(id: $id) { history(first: 99) { nodes { type reason data } } } }',
    { id: instanceId },
  );
  expect(
    data.processInstance.history.nodes.filter(({ type }: { type: string }) => type === 'process-instance.values-set'),
  ).toMatchObject([{ reason, data: { before: { when: 'soon', amount: 1 }, after: { when: PAST, amount: 2 } } }]);
  const ask = (await w.see(instanceId)).tokens.nodes.find(({ step }) => step === 'ask')!.id;
  await w.instances.ok('processInstanceRollBack', { tokenId: ask, reason });
  expect((await w.see(instanceId)).variables).toEqual({ when: PAST, amount: 2 });
  // What is done after it counts again.
  await w.complete(instanceId, 'ask', { when: 'soon' });
  expect(await w.see(instanceId)).toMatchObject({ status: 'ABNORMAL', variables: { when: 'soon', amount: 2 } });
  await w.many.ok('processInstanceTerminate', { instanceIds: [instanceId], reason });
  expect(await w.instances.refused('processInstanceValuesSet', { instanceId, values: { amount: 3 }, reason })).toEqual([
    ['INVALID_STATE', 'input.instanceId'],
  ]);
});

test('WFL-12 WFL-47 values by hand fit their parameters, and only dispatchers set them', async () => {
  const instanceId = await lost();
  const set = (values: unknown) => ({ instanceId, values, reason });
  for (const [values, code, path] of [
    [{ when: 7 }, 'WRONG_TYPE', '.when'],
    [{ wen: PAST }, 'UNKNOWN_VALUE', '.wen'],
    [{ objectType: 'Order' }, 'UNKNOWN_VALUE', '.objectType'],
    [{ amount: null }, 'REQUIRED', '.amount'],
    [{}, 'REQUIRED', ''],
  ] as const)
    expect(await w.instances.refused('processInstanceValuesSet', set(values))).toEqual([[code, `input.values${path}`]]);
  const denied = await w.graph.query(
    w.instances.documents.processInstanceValuesSet,
    { input: set({ when: PAST }) },
    { as: w.clerk.as },
  );
  expect(denied.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  expect((await w.see(instanceId)).variables).toEqual({ when: 'soon', amount: 1 });
});
