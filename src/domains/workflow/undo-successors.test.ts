import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openProcessWorld, type ProcessWorld } from '../../testing/process-world.js';
import { line, standing } from '../../testing/processes.js';
import { until } from '../../testing/until.js';

let w: ProcessWorld;
const reason = 'x';
beforeAll(async () => {
  w = await openProcessWorld();
  const call = (template: string) => ({ code: 'call', kind: 'SUBPROCESS', subprocess: { template } });
  await w.desk.publish('PART', line('work'));
  await w.desk.publish('WHOLE', line('first', call('PART'), 'last'));
  for (const code of ['FOLLOWS', 'WORKED-ON', 'DONE-ALREADY'])
    await w.desk.publish(code, { ...line('a', 'b'), startAfter: [{ template: 'PART' }] });
});
afterAll(() => w?.graph.close());

interface Follower {
  status: string;
  template: { code: string };
  id: string;
  alarms: { nodes: { code: string; recipientCode: string; clearedAt: string | null }[] };
}

/** Sub-processes of an instance, the first first, each with what its completion has started, by template. */
async function parts(id: string): Promise<{ id: string; status: string; followers: Map<string, Follower> }[]> {
  const { data } = await w.graph.query(
    `query ($id: ID!) { processInstance(id: $id) { children(first: 9) { nodes { id status
      successions(first: 9) { nodes { instance { id status template { code } alarms(first: 9) { nodes { code recipientCode clearedAt } } } } } } } } }`,
    { id },
  );
  return data.processInstance.children.nodes.map(
    ({ successions, ...child }: { id: string; status: string; successions: { nodes: { instance: Follower }[] } }) => ({
      ...child,
      followers: new Map(successions.nodes.map(({ instance }) => [instance.template.code, instance])),
    }),
  );
}

test('WFL-22 WFL-43 what an undone sub-process has started ends, unless work was done in it already: that is told to whoever is responsible', async () => {
  const { id } = await w.start('WHOLE', { regionId: w.guangzhou });
  await w.complete(id, 'first');
  await until(async () => (await parts(id)).length === 1 && (await parts(id))[0]!.status === 'RUNNING');
  await w.complete((await parts(id))[0]!.id, 'work');
  await until(async () => (await parts(id))[0]!.followers.size === 3);
  const [part] = await parts(id);
  const follower = (code: string) => part!.followers.get(code)!.id;
  await w.complete(follower('WORKED-ON'), 'a');
  for (const step of ['a', 'b']) await w.complete(follower('DONE-ALREADY'), step);
  await until(async () => standing(await w.see(id)).join() === 'last');

  const tokenId = (await w.see(id)).tokens.nodes.find(({ step }) => step === 'first')!.id;
  await w.instances.ok('processInstanceRollBack', { tokenId, reason });
  const told = async (code: string) => (await parts(id))[0]!.followers.get(code)!;
  await until(async () => (await told('FOLLOWS')).status === 'TERMINATED');
  for (const code of ['WORKED-ON', 'DONE-ALREADY'])
    await until(async () => (await told(code)).alarms.nodes.length === 1);
  expect(await told('WORKED-ON')).toMatchObject({
    status: 'RUNNING',
    alarms: { nodes: [{ code: 'PREDECESSOR_UNDONE', recipientCode: 'PROCESS_MANAGER', clearedAt: null }] },
  });
  expect(await told('DONE-ALREADY')).toMatchObject({
    status: 'COMPLETED',
    alarms: { nodes: [{ code: 'PREDECESSOR_UNDONE' }] },
  });
  expect((await told('FOLLOWS')).alarms.nodes).toEqual([]);

  // When it is done again, it starts what follows it anew.
  await until(async () => standing(await w.see(id)).join() === 'first');
  await w.complete(id, 'first');
  await until(async () => (await parts(id)).some(({ status }) => status === 'RUNNING'));
  await w.complete((await parts(id)).find(({ status }) => status === 'RUNNING')!.id, 'work');
  await until(async () => (await parts(id)).some((each) => each.followers.get('FOLLOWS')?.status === 'RUNNING'));
});
