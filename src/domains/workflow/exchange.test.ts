import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { defineExternalSystem } from '../../kernel/process/index.js';
import { mutationsOf } from '../../testing/mutations.js';
import { cancelled, failing, openProcessWorld, type ProcessWorld, replies } from '../../testing/process-world.js';
import { human, line, standing, taskAt } from '../../testing/processes.js';
import { until } from '../../testing/until.js';

let world: ProcessWorld;
let graph: ProcessWorld['graph'];
beforeAll(async () => {
  world = await openProcessWorld();
  ({ graph } = world);
});
afterEach(() => failing.clear());
afterAll(() => graph?.close());

/** The outside system of the tests, calling with a key of its own. */
const OSS = { sub: 'sbk_00000001', name: 'test.oss', role: 'system' } as const;
const orders = () =>
  mutationsOf(graph, {
    inputs: { processExternalOrders: 'ExternalOrdersInput' },
    field: 'instances',
    selection: 'id instanceNo status startMode requestSystem requestMessage variables',
    as: OSS as never,
  });
const asks = () =>
  mutationsOf(graph, {
    inputs: { processExternalAsk: 'ProcessExternalQueryInput' },
    field: 'exchange',
    selection: 'system direction kind status answer error messageId',
    as: world.desk.designer.as,
  });
const EXCHANGES =
  'exchanges(first: 20, orderBy: [{ field: SENT_AT }]) { nodes { direction kind status system messageId attempts error } }';
const exchangesOf = async (id: string) =>
  (await graph.query(`query ($id: ID!) { processInstance(id: $id) { ${EXCHANGES} } }`, { id })).data.processInstance
    .exchanges.nodes;
const status = async (reference: string, as: object = OSS, system?: string) => {
  const { data, errors } = await graph.query(
    `query ($reference: String!, $system: String) { processExternalStatus(reference: $reference, system: $system) {
      instanceNo status plan { step kind } handled { step status leftAt } } }`,
    { reference, system },
    { as: as as never },
  );
  return errors?.map(({ extensions }) => extensions.code) ?? data.processExternalStatus;
};
const published = async (code: string) => {
  const variables = [{ name: 'speed', type: 'NUMBER', required: true }];
  await world.desk.publish(code, {
    ...line(human('build', { outputs: [{ name: 'port', type: 'STRING' }] })),
    variables,
  });
};

describe('outside systems that give us work', () => {
  test('WFL-53 WFL-54 WFL-65 their task list is taken once, they can ask how far it is, and are told the result', async () => {
    await published('FROM-OSS');
    const order = (messageId: string) => ({ messageId, template: 'FROM-OSS', variables: { speed: 100 } });
    const input = { orders: [order('m1'), order('m2')] };
    const [first, second] = await Promise.all([
      orders().run('processExternalOrders', input),
      orders().run('processExternalOrders', input),
    ]);
    const taken = first.node as never as { id: string; instanceNo: string }[];
    expect(taken).toMatchObject([
      {
        status: 'RUNNING',
        startMode: 'EVENT',
        requestSystem: 'test.oss',
        requestMessage: 'm1',
        variables: { speed: 100 },
      },
      { requestMessage: 'm2' },
    ]);
    expect((second.node as never as { id: string }[]).map(({ id }) => id)).toEqual(taken.map(({ id }) => id));
    const { id, instanceNo } = taken[0]!;
    const running = {
      ...{ instanceNo, status: 'RUNNING' },
      plan: [
        { step: 'start', kind: 'START' },
        { step: 'build', kind: 'HUMAN' },
        { step: 'end', kind: 'END' },
      ],
      handled: [
        { step: 'start', status: 'DONE', leftAt: expect.any(String) },
        { step: 'build', status: 'ACTIVE', leftAt: null },
      ],
    };
    expect(await status('m1')).toEqual(running);
    expect(await status(instanceNo)).toEqual(running);
    expect(await status(instanceNo, 'admin' as never, 'test.oss')).toEqual(running);

    failing.add('reply');
    await world.complete(id, 'build', { port: '1/1' });
    await until(async () => (await exchangesOf(id)).some(({ kind }: { kind: string }) => kind === 'RESULT'));
    expect(await exchangesOf(id)).toMatchObject([
      { direction: 'IN', kind: 'TASK', status: 'ARRIVED', system: 'test.oss', messageId: 'm1' },
      { direction: 'OUT', kind: 'RESULT', status: 'WAITING', error: 'Not now.', messageId: 'm1' },
    ]);
    failing.clear();
    await until(() => replies.some(({ messageId }) => messageId === 'm1'));
    const variables = { speed: 100, port: '1/1' };
    expect(replies.filter(({ messageId }) => messageId === 'm1')).toEqual([
      { messageId: 'm1', instanceNo, done: true, variables },
    ]);
    await until(async () => (await exchangesOf(id))[1].status === 'ARRIVED');
    await world.many.ok('processInstanceTerminate', { instanceIds: [taken[1]!.id], reason: 'not wanted' });
    await until(() => replies.some(({ messageId, done }) => messageId === 'm2' && !done));
  });

  test('WFL-53 WFL-65 refuses unknown systems, and all of a list of which one is wrong; others see nothing of it', async () => {
    await published('WRONG');
    const before = await world.count('process_instance');
    const good = { messageId: 'w1', template: 'WRONG', variables: { speed: 1 } };
    const refused = (input: object, as?: object) =>
      orders().refused('processExternalOrders', input, ...(as ? [as as never] : []));
    expect(await refused({ orders: [good, { ...good, messageId: 'w2', variables: {} }] })).toEqual([
      ['REQUIRED', 'input.orders.1.variables.speed'],
    ]);
    expect(await refused({ orders: [{ ...good, variables: { speed: 1, port: 'a\u0000' } }] })).toEqual([
      ['INVALID_CHARACTER', 'input.orders.0.variables.port'],
    ]);
    expect(await refused({ orders: [good, { messageId: 'w3', template: 'NONE' }] })).toEqual([
      ['NOT_PUBLISHED', 'input.orders.1.template'],
    ]);
    expect(await refused({ orders: [good] }, { ...OSS, name: 'nobody' })).toEqual([['UNKNOWN_SYSTEM', 'input.system']]);
    expect(await refused({ system: 'other', orders: [good] })).toEqual([['UNKNOWN_SYSTEM', 'input.system']]);
    expect(await refused({ orders: [] })).toEqual([['TOO_FEW', 'input.orders']]);
    expect(await world.count('process_instance')).toBe(before);
    const own = await world.start('WRONG', { variables: { speed: 2 } });
    expect(await status(own.instanceNo)).toEqual(['NOT_FOUND']);
    expect(await status('m1', { ...OSS, name: 'nobody' })).toEqual(['NOT_FOUND']);
  });
});

describe('outside systems that work for us', () => {
  test('WFL-51 WFL-52 WFL-65 WFL-66 what is sent and answered is kept, and they can be asked meanwhile', async () => {
    await world.desk.publish('TO-OSS', line({ code: 'oss', kind: 'EXTERNAL', handler: 'test.oss' } as never, 'after'));
    const instance = await world.start('TO-OSS', { regionId: world.guangzhou });
    const messageId = taskAt(instance, 'oss');
    await until(async () => (await exchangesOf(instance.id)).length === 1);
    expect(await asks().ok('processExternalAsk', { taskId: messageId })).toMatchObject({
      ...{ system: 'test.oss', direction: 'OUT', kind: 'QUERY', status: 'ARRIVED', messageId },
      answer: { status: 'BUILDING', progress: 'half' },
    });
    failing.add('status');
    expect(await asks().ok('processExternalAsk', { taskId: messageId })).toMatchObject({
      ...{ status: 'FAILED', answer: null, error: 'Nobody answers.' },
    });
    expect(await status(messageId)).toMatchObject({ instanceNo: instance.instanceNo, status: 'RUNNING' });
    const answer = { messageId, done: true };
    await world.tasks.ok('processExternalAnswer', answer);
    await world.tasks.ok('processExternalAnswer', answer);
    expect(await world.tasks.refused('processExternalAnswer', { messageId, done: false, reason: 'no' })).toEqual([
      ['CONFLICT', 'input.messageId'],
    ]);
    expect(await exchangesOf(instance.id)).toMatchObject([
      { direction: 'OUT', kind: 'TASK', status: 'ARRIVED' },
      { kind: 'QUERY', status: 'ARRIVED' },
      { kind: 'QUERY', status: 'FAILED' },
      { direction: 'IN', kind: 'RESULT', status: 'ARRIVED' },
    ]);
    const taskId = taskAt(await world.see(instance.id), 'after');
    expect(await asks().refused('processExternalAsk', { taskId })).toEqual([['NOT_EXTERNAL', 'input.taskId']]);
    const { errors } = await graph.query(
      asks().documents.processExternalAsk,
      { input: { taskId: messageId } },
      { as: world.clerk.as },
    );
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await exchangesOf(instance.id)).toHaveLength(4);
  });

  test('WFL-43 what an outside system has done is not undone in silence: it is told, or a person sees to it', async () => {
    const oss = (handler: string) => ({ code: 'oss', kind: 'EXTERNAL', handler });
    const back = async (handler: string) => {
      await world.desk.publish(`BACK-${handler}`, line(human('first'), oss(handler), human('after')));
      const { id } = await world.start(`BACK-${handler}`, { regionId: world.guangzhou });
      await world.complete(id, 'first');
      const messageId = taskAt(await world.see(id), 'oss');
      await until(async () => (await exchangesOf(id)).length === 1);
      await world.tasks.ok('processExternalAnswer', { messageId, done: true });
      const tokenId = (await world.see(id)).tokens.nodes.find(({ step }) => step === 'first')!.id;
      await world.instances.ok('processInstanceRollBack', { tokenId, reason: 'x' });
      return { id, messageId };
    };
    const { id, messageId } = await back('test.oss');
    await until(async () => cancelled.includes(messageId));
    await until(async () => standing(await world.see(id)).join() === 'first');
    await until(async () => (await exchangesOf(id)).length === 3);
    expect((await exchangesOf(id)).at(-1)).toMatchObject({
      ...{ direction: 'OUT', kind: 'WITHDRAWAL', status: 'ARRIVED', messageId },
    });
    defineExternalSystem('test.deaf', { send: async () => {} });
    const deaf = await back('test.deaf');
    const open = async () => (await world.see(deaf.id)).tasks.nodes.filter(({ status }) => status === 'DISPATCHED');
    await until(async () => (await open()).length === 1);
    const [task] = await open();
    expect(task).toMatchObject({ step: 'oss', operatorCode: 'PROCESS_MANAGER' });
    await world.tasks.ok('processTaskComplete', { taskId: task!.id }, world.desk.second.as);
    await until(async () => standing(await world.see(deaf.id)).join() === 'first');
  });

  test('WFL-52 nobody but the system that was sent a task answers it: for another it is not there, and nothing is written', async () => {
    await world.desk.publish(
      'OWN-ANSWER',
      line({ code: 'oss', kind: 'EXTERNAL', handler: 'test.oss' } as never, human('after')),
    );
    const { id } = await world.start('OWN-ANSWER');
    const sentTask = async () => (await world.see(id)).tasks.nodes.find(({ step }) => step === 'oss')!;
    await until(async () => (await sentTask()).status === 'SENT');
    const messageId = (await sentTask()).id;
    const other = { sub: 'sbk_00000002', name: 'other.system', role: 'system' } as const;
    const [before, entries] = [await world.see(id), await world.count('history_entry')];
    for (const [field, more] of [
      ['processExternalAnswer', { done: true }],
      ['processExternalAnswer', { done: false, reason: 'no' }],
      ['processExternalProgress', { progress: 'digging' }],
    ] as const)
      expect(await world.tasks.refused(field, { messageId, ...more }, other as never)).toEqual([
        ['NOT_FOUND', 'input.messageId'],
      ]);
    expect(await world.see(id)).toEqual(before);
    expect(await world.count('history_entry')).toBe(entries);
    expect(await exchangesOf(id)).toHaveLength(1);
    expect(
      await world.tasks.ok('processExternalProgress', { messageId, progress: 'digging' }, OSS as never),
    ).toMatchObject({ status: 'ACKNOWLEDGED' });
    expect(await world.tasks.ok('processExternalAnswer', { messageId, done: true }, OSS as never)).toMatchObject({
      status: 'RETURNED',
    });
  });
});
