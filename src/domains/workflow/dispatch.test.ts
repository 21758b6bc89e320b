import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cancelled, mark, openProcessWorld, outcomes, type ProcessWorld } from '../../testing/process-world.js';
import { systemCaller } from '../../kernel/access/caller.js';
import { decodeId } from '../../kernel/model/index.js';
import { human, line, standing, taskAt } from '../../testing/processes.js';
import { hire } from '../../testing/staff.js';
import { until } from '../../testing/until.js';
import { ProcessInstance } from './process-instance.js';

let world: ProcessWorld;
let graph: ProcessWorld['graph'];
let desk: ProcessWorld['desk'];
let p: ProcessWorld['instances'];
let many: ProcessWorld['many'];
let t: ProcessWorld['tasks'];
let clerk: ProcessWorld['clerk'];
let guangzhou: ProcessWorld['guangzhou'];
let see: ProcessWorld['see'];
let start: ProcessWorld['start'];
let complete: ProcessWorld['complete'];
let ends: ProcessWorld['ends'];
beforeAll(async () => {
  world = await openProcessWorld();
  ({ graph, desk, instances: p, many, tasks: t, clerk, guangzhou, see, start, complete, ends } = world);
});
afterAll(() => world?.graph.close());

describe('what dispatchers do', () => {
  test('WFL-42 WFL-43 goes back: what followed is taken back or undone, the newest first, and variables are as before', async () => {
    const outputs = [{ name: 'note', type: 'STRING' }];
    await desk.publish(
      'BACK',
      line(
        human('first', { outputs }),
        mark('one') as never,
        mark('two') as never,
        human('check', { rollbackTo: 'first' }),
      ),
    );
    const instance = await start('BACK');
    await complete(instance.id, 'first', { note: 'wrong' });
    await until(async () => standing(await see(instance.id)).join() === 'check');
    await t.ok('processTaskReject', { taskId: taskAt(await see(instance.id), 'check'), reason: 'wrong' });
    await until(async () => standing(await see(instance.id)).join() === 'first');
    expect(await world.marksOf(instance)).toEqual(['one', 'two', 'not two', 'not one']);
    expect(await see(instance.id)).toMatchObject({ status: 'RUNNING', variables: {} });
    await complete(instance.id, 'first', { note: 'right' });
    await until(async () => standing(await see(instance.id)).join() === 'check');
    await complete(instance.id, 'check');
    expect(await see(instance.id)).toMatchObject({ status: 'COMPLETED', variables: { note: 'right' } });
  });

  test('WFL-37 WFL-39 WFL-42 what is rejected to a dispatcher waits until one names the step', async () => {
    await desk.publish('CENTRE', line('a', 'b', 'c'));
    const instance = await start('CENTRE');
    await t.ok('processTaskReject', { taskId: taskAt(instance, 'a'), reason: 'not ours', toDispatcher: true });
    const stuck = await see(instance.id);
    expect(stuck).toMatchObject({ status: 'ABNORMAL', exceptionCode: 'REJECTED', exceptionMessage: 'not ours' });
    const tokenId = stuck.tokens.nodes.find(({ status }) => status === 'STUCK')!.id;
    expect(await p.refused('processInstanceMove', { tokenId, step: 'nowhere', reason: '?' })).toEqual([
      ['STEP_UNKNOWN', 'input.step'],
    ]);
    expect(await p.ok('processInstanceMove', { tokenId, step: 'c', reason: 'skip' })).toMatchObject({
      status: 'RUNNING',
    });
    expect(standing(await see(instance.id))).toEqual(['c']);
    expect(await p.refused('processInstanceMove', { tokenId, step: 'c', reason: 'skip' })).toEqual([
      ['INVALID_STATE', 'input.tokenId'],
    ]);
  });

  test('WFL-45 holds and resumes many at once: nothing goes on, no time is lost', async () => {
    await desk.publish('HELD', line(human('a', { timeLimits: [{ minutes: 60 }] }), mark('auto') as never));
    const both = [await start('HELD'), await start('HELD')];
    const instanceIds = both.map(({ id }) => id);
    await many.ok('processInstanceSuspend', { instanceIds, reason: 'customer is away' });
    const taskId = taskAt(both[0]!, 'a');
    expect(await t.refused('processTaskComplete', { taskId })).toEqual([['INVALID_STATE', 'input.taskId']]);
    expect((await many.run('processInstanceSuspend', { instanceIds, reason: 'again' })).userErrors[0]).toMatchObject({
      code: 'INVALID_STATE',
      path: ['input', 'instanceIds', expect.any(String)],
    });
    const dueAt = async () =>
      (await graph.query('query ($id: ID!) { processTask(id: $id) { dueAt } }', { id: taskId })).data.processTask.dueAt;
    const before = await dueAt();
    await graph.database.pool.query(
      `update "process_instance" set "suspended_at" = "suspended_at" - interval '1 hour' where "suspended_at" is not null`,
    );
    await many.ok('processInstanceResume', { instanceIds, reason: 'back' });
    expect(Date.parse(await dueAt()) - Date.parse(before)).toBeGreaterThanOrEqual(3_600_000);
    await t.ok('processTaskComplete', { taskId });
    await ends(both[0]!.id);
    expect(await world.marksOf(both[0]!)).toEqual(['auto']);
  });

  test('WFL-44 ends by hand: tasks are taken back, outside systems and the owner are told', async () => {
    await desk.publish('ENDED', line({ code: 'oss', kind: 'EXTERNAL', handler: 'test.oss' } as never), {
      objectType: 'Region',
    });
    const instance = await start('ENDED', { objectId: guangzhou });
    const messageId = taskAt(instance, 'oss');
    await many.ok('processInstanceTerminate', { instanceIds: [instance.id], reason: 'order cancelled' });
    const after = await see(instance.id);
    expect(after).toMatchObject({
      status: 'TERMINATED',
      tasks: { nodes: [{ status: 'RECALLED', returnReason: 'order cancelled' }] },
    });
    expect(standing(after)).toEqual([]);
    await until(() => cancelled.includes(messageId));
    expect(outcomes.at(-1)).toMatchObject({ status: 'TERMINATED', reason: 'order cancelled', template: 'ENDED' });
    expect(await t.ok('processExternalAnswer', { messageId, done: true })).toMatchObject({ status: 'RECALLED' });
  });

  test('WFL-48 adds and removes steps of a running instance that have not begun, and of no other', async () => {
    await desk.publish('CHANGED', line('a', 'b'));
    const [instance, sibling] = [await start('CHANGED'), await start('CHANGED')];
    const change = (input: object) => ({ instanceId: instance.id, reason: 'customer wants more', ...input });
    expect(await p.refused('processInstanceChange', change({}))).toEqual([['REQUIRED', 'input']]);
    expect(await p.refused('processInstanceChange', change({ removeSteps: ['a'] }))).toEqual([
      ['STEP_USED', 'input.removeSteps.0'],
    ]);
    expect((await p.run('processInstanceChange', change({ removeSteps: ['b'] }))).userErrors.length).toBeGreaterThan(0);
    const replaced = change({
      ...{ removeSteps: ['b'], addSteps: [human('x'), human('y')] },
      addFlows: [
        { from: 'a', to: 'x' },
        { from: 'x', to: 'y' },
        { from: 'y', to: 'end' },
      ],
    });
    expect(await p.ok('processInstanceChange', replaced)).toMatchObject({ version: { instanceOwn: true } });
    for (const step of ['a', 'x', 'y']) await complete(instance.id, step);
    expect((await see(instance.id)).status).toBe('COMPLETED');
    await complete(sibling.id, 'a');
    expect(standing(await see(sibling.id))).toEqual(['b']);
  });

  test('WFL-44 WFL-45 refuses those without the permission, and writes nothing', async () => {
    await desk.publish('DENIED', line('a'));
    const instance = await start('DENIED', { regionId: guangzhou });
    const stop = many.documents.processInstanceTerminate;
    const input = { instanceIds: [instance.id], reason: 'no' };
    const { errors } = await graph.query(stop, { input }, { as: clerk.as });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const far = await hire(graph, 'P600', 'H4403', ['PROCESS_MANAGER']);
    expect(await many.refused('processInstanceTerminate', input, far.as)).toEqual([
      ['NOT_FOUND', 'input.instanceIds.0'],
    ]);
    expect((await see(instance.id)).status).toBe('RUNNING');
    // Nor is it shown to an operation that has it at hand already.
    const stranger = { ...systemCaller('stranger'), kind: 'STAFF' as const };
    await graph.database.write(graph.database.systemContext('test', stranger), async (tx) => {
      await tx.em.findOneOrFail(ProcessInstance, { id: decodeId(instance.id)!.uuid });
      const seen = tx.get(ProcessInstance, instance.id, ['id'], { lock: false });
      await expect(seen).rejects.toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
    });
  });
});
