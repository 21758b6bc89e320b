import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { defineExternalSystem } from '../../kernel/process/index.js';
import { decodeId } from '../../kernel/model/index.js';
import { mutationsOf } from '../../testing/mutations.js';
import { openProcessWorld, type ProcessWorld } from '../../testing/process-world.js';
import { human, line, taskAt } from '../../testing/processes.js';
import { until } from '../../testing/until.js';

/** Messages of which the system of these tests takes nothing back, and what it was asked to take back. */
const deaf = new Set<string>();
const asked: string[] = [];
let refusesAll = false;
defineExternalSystem('test.mute', {
  send: async () => {},
  cancel: async (messageId) => {
    asked.push(messageId);
    if (refusesAll || deaf.has(messageId)) throw new Error('Nobody listens.');
  },
  reply: async () => {
    if (refusesAll) throw new Error('Nobody listens.');
  },
});

let w: ProcessWorld;
const settle = () =>
  mutationsOf(w.graph, {
    inputs: { processExternalSettle: 'ProcessExternalSettleInput' },
    field: 'exchange',
    selection: 'id status settledBy settledAt settlement',
    as: w.desk.second.as,
  });
beforeAll(async () => {
  w = await openProcessWorld();
  const oss = { code: 'oss', kind: 'EXTERNAL', handler: 'test.mute', retry: { attempts: 2, pauseSeconds: 1 } };
  await w.desk.publish('MUTE', line(human('first'), oss, human('after')));
});
afterAll(() => w?.graph.close());

async function seen(id: string) {
  const { data } = await w.graph.query(
    `query ($id: ID!) { processInstance(id: $id) { status alarmLevel
      alarms(first: 9) { nodes { code reason step recipientCode message clearedAt task { id } } }
      exchanges(first: 9) { nodes { id kind status attempts error settledBy settlement } } } }`,
    { id },
  );
  const { alarms, exchanges, ...instance } = data.processInstance;
  const withdrawal = exchanges.nodes.find(({ kind }: { kind: string }) => kind === 'WITHDRAWAL');
  return { ...instance, alarms: alarms.nodes, withdrawal };
}

/** An instance whose task the outside system has, or has done, and will not take back. */
async function given(done: boolean): Promise<{ id: string; messageId: string }> {
  const { id } = await w.start('MUTE', { regionId: w.guangzhou });
  await w.complete(id, 'first');
  const messageId = taskAt(await w.see(id), 'oss');
  deaf.add(messageId);
  if (done) await w.tasks.ok('processExternalAnswer', { messageId, done: true });
  return { id, messageId };
}

/** Has what waits to be tried again tried at once. */
const hurry = (messageId: string) =>
  w.graph.database.pool.query(
    `update graphile_worker._private_jobs set run_at = now() where payload->>'taskId' = $1 and locked_at is null and run_at > now()`,
    [decodeId(messageId)!.uuid],
  );
const waiting = async (messageId: string) =>
  (
    await w.graph.database.pool.query(`select 1 from graphile_worker._private_jobs where payload->>'taskId' = $1`, [
      decodeId(messageId)!.uuid,
    ])
  ).rowCount;
const reason = 'x';

describe('what an outside system cannot be told', () => {
  test('WFL-43 WFL-59 raises one alarm for whoever is responsible when it keeps failing, which ends when it is told', async () => {
    const { id, messageId } = await given(true);
    const tokenId = (await w.see(id)).tokens.nodes.find(({ step }) => step === 'first')!.id;
    await w.instances.ok('processInstanceRollBack', { tokenId, reason });
    await until(async () => {
      await hurry(messageId);
      return (await seen(id)).withdrawal?.attempts >= 3;
    });
    const failing = await seen(id);
    expect(failing.alarms).toMatchObject([
      {
        ...{ code: 'UNTOLD', reason: 'UNTOLD', step: 'oss', recipientCode: 'PROCESS_MANAGER', clearedAt: null },
        ...{ task: { id: messageId }, message: expect.stringContaining('Nobody listens.') },
      },
    ]);
    expect([failing.alarmLevel, failing.withdrawal.status]).toEqual(['MAJOR', 'WAITING']);
    deaf.delete(messageId);
    await hurry(messageId);
    await until(async () => (await seen(id)).withdrawal.status === 'ARRIVED');
    expect((await seen(id)).alarms).toMatchObject([{ clearedAt: expect.any(String) }]);
    expect((await seen(id)).alarmLevel).toBeNull();
    const exchangeId = (await seen(id)).withdrawal.id;
    expect(await settle().refused('processExternalSettle', { exchangeId, settlement: 'Called them.' })).toEqual([
      ['INVALID_STATE', 'input.exchangeId'],
    ]);
  });

  test('WFL-44 WFL-59 stays an alarm when the process has ended, until a person has seen to it, and is not tried any more then', async () => {
    const { id, messageId } = await given(false);
    await w.many.ok('processInstanceTerminate', { instanceIds: [id], reason });
    await until(async () => {
      await hurry(messageId);
      return (await seen(id)).alarms.length > 0;
    });
    const before = await seen(id);
    expect(before).toMatchObject({ status: 'TERMINATED', alarms: [{ code: 'UNTOLD', clearedAt: null }] });
    // No attempt is under way any more.
    const { pool } = w.graph.database;
    const resting = `select 1 from graphile_worker._private_jobs where payload->>'taskId' = $1 and locked_at is null and run_at > now()`;
    await until(async () => (await pool.query(resting, [decodeId(messageId)!.uuid])).rowCount === 1);
    const exchangeId = before.withdrawal.id;
    const input = { exchangeId, settlement: 'Called them.' };
    const denied = await w.graph.query(settle().documents.processExternalSettle, { input }, { as: w.clerk.as });
    expect(denied.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect((await seen(id)).withdrawal).toMatchObject({ status: 'WAITING', settledBy: null });
    const both = await Promise.all([
      settle().ok('processExternalSettle', input),
      settle().ok('processExternalSettle', input, w.desk.approver.as),
    ]);
    expect(both[1]).toEqual(both[0]);
    expect(await seen(id)).toMatchObject({
      alarms: [{ clearedAt: expect.any(String) }],
      alarmLevel: null,
      withdrawal: { status: 'SETTLED', settlement: 'Called them.' },
    });
    const tried = asked.length;
    await until(async () => {
      await hurry(messageId);
      return (await waiting(messageId)) === 0;
    });
    expect(asked).toHaveLength(tried);
    expect((await seen(id)).withdrawal.status).toBe('SETTLED');
  });

  test('WFL-54 WFL-59 of what it gave us is an alarm too', async () => {
    refusesAll = true;
    await w.desk.publish('GIVEN', line(human('do')));
    const { data } = await w.graph.query(
      `mutation ($input: ExternalOrdersInput!) { processExternalOrders(input: $input) { instances { id } userErrors { code } } }`,
      { input: { system: 'test.mute', orders: [{ messageId: 'm-1', template: 'GIVEN' }] } },
    );
    const { id } = data.processExternalOrders.instances[0];
    await w.complete(id, 'do');
    const replied = () =>
      w.graph.database.pool.query(
        `update graphile_worker._private_jobs set run_at = now() where key like 'process.reply:%' and locked_at is null and run_at > now()`,
      );
    await until(async () => {
      await replied();
      return (await seen(id)).alarms.length > 0;
    });
    expect(await seen(id)).toMatchObject({
      ...{ status: 'COMPLETED', alarms: [{ code: 'UNTOLD', step: null, task: null, clearedAt: null }] },
    });
    refusesAll = false;
    await until(async () => {
      await replied();
      return (await seen(id)).alarmLevel === null;
    });
    expect((await seen(id)).alarms).toMatchObject([{ clearedAt: expect.any(String) }]);
  });

  test('WFL-43 the new task of a system is sent when the withdrawal of the old one was told, or somebody has seen to it', async () => {
    const sentIn = async (id: string) => {
      const { data } = await w.graph.query(
        'query ($id: ID!) { processInstance(id: $id) { tasks(first: 9, orderBy: [{ field: ARRIVED_AT }]) { nodes { step status } } } }',
        { id },
      );
      return data.processInstance.tasks.nodes
        .filter(({ step }: { step: string }) => step === 'oss')
        .map(({ status }: { status: string }) => status);
    };
    for (const settles of [false, true]) {
      const { id, messageId } = await given(true);
      const tokenId = (await w.see(id)).tokens.nodes.find(({ step }) => step === 'oss')!.id;
      await w.instances.ok('processInstanceRollBack', { tokenId, reason });
      await until(async () => {
        await hurry(messageId);
        return (await seen(id)).withdrawal?.attempts >= 2;
      });
      await until(async () => (await sentIn(id)).length === 2);
      const next = taskAt(await w.see(id), 'oss');
      await until(async () => (await waiting(next)) === 0);
      expect(await sentIn(id)).toEqual(['RETURNED', 'PENDING']);
      const { withdrawal } = await seen(id);
      if (settles)
        await settle().ok('processExternalSettle', { exchangeId: withdrawal.id, settlement: 'Called them.' });
      else {
        deaf.delete(messageId);
        await hurry(messageId);
      }
      await until(async () => (await sentIn(id)).join() === 'RETURNED,SENT');
    }
  });
});
