import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openProcessWorld, type ProcessWorld } from '../../testing/process-world.js';
import { line, standing, taskAt, versionMutations } from '../../testing/processes.js';
import { until } from '../../testing/until.js';

let w: ProcessWorld;
let v: ReturnType<typeof versionMutations>;
beforeAll(async () => {
  w = await openProcessWorld();
  v = versionMutations(w.graph, 'admin');
});
afterAll(() => w?.graph.close());

const call = (template: string, inputs: object[] = []) =>
  line({ code: 'call', kind: 'SUBPROCESS', subprocess: { template }, inputs } as never, 'after');
const childrenOf = async (id: string) =>
  (
    await w.graph.query(
      'query ($id: ID!) { processInstance(id: $id) { children(first: 9) { nodes { id test variables version { number } template { code } } } } }',
      { id },
    )
  ).data.processInstance.children.nodes as {
    id: string;
    test: boolean;
    variables: object;
    version: { number: number };
  }[];

describe('what a process hands over to another', () => {
  test('WFL-04 WFL-12 WFL-46 is checked when it is handed over: what is missing or of another type stops it until it is set right', async () => {
    const takes = [
      { name: 'size', type: 'NUMBER', required: true },
      { name: 'note', type: 'ANY' },
    ];
    await w.desk.publish('TAKEN', { ...line('inner'), variables: takes });
    const inputs = [
      { name: 'size', type: 'ANY', from: 'given' },
      { name: 'note', type: 'STRING', from: '"x"' },
    ];
    const variables = [{ name: 'given', type: 'ANY' }];
    await w.desk.publish('GIVER', { ...call('TAKEN', inputs), variables });
    for (const [given, message] of [
      [{}, 'TAKEN: size is needed.'],
      [{ given: 'large' }, 'TAKEN: size is a number.'],
    ] as const) {
      const { id } = await w.start('GIVER', { variables: given });
      expect(await w.see(id)).toMatchObject({
        ...{ status: 'ABNORMAL', exceptionCode: 'WRONG_VALUES', exceptionMessage: message },
        ...{ tokens: { nodes: expect.arrayContaining([expect.objectContaining({ step: 'call', status: 'STUCK' })]) } },
      });
      expect(await childrenOf(id)).toEqual([]);
    }
    const { id } = await w.start('GIVER', { variables: { given: 3 } });
    expect(await childrenOf(id)).toMatchObject([{ variables: { size: 3, note: 'x' } }]);
  });

  test('WFL-04 WFL-47 is checked anew when it is tried again, by what the other takes then', async () => {
    await w.desk.publish('CHANGING', {
      ...line('inner'),
      variables: [{ name: 'size', type: 'NUMBER', required: true }],
    });
    await w.desk.publish('TRIES', {
      ...call('CHANGING', [{ name: 'size', type: 'NUMBER', from: 'given' }]),
      variables: [{ name: 'given', type: 'NUMBER' }],
    });
    const { id } = await w.start('TRIES', {});
    expect(await w.see(id)).toMatchObject({ exceptionCode: 'WRONG_VALUES' });
    const { data } = await w.graph.query('{ processTemplate(code: "CHANGING") { id } }');
    const next = await v.ok('processVersionCreate', { templateId: data.processTemplate.id });
    const definition = { ...line('inner'), variables: [{ name: 'size', type: 'NUMBER' }] };
    await v.ok('processVersionEdit', { versionId: next.id, definition });
    await v.ok('processVersionSubmit', { versionId: next.id, approverIds: [w.desk.approver.id] });
    await v.ok('processVersionDecide', { versionId: next.id, approved: true }, w.desk.approver.as);
    await v.ok('processVersionPublish', { versionId: next.id });
    await w.instances.ok('processInstanceRetry', { instanceId: id, reason: 'again' });
    const [child] = await childrenOf(id);
    expect(child).toMatchObject({ version: { number: 2 } });
    await until(async () => standing(await w.see(child!.id)).join() === 'inner');
    await w.complete(child!.id, 'inner');
    await until(async () => standing(await w.see(id)).join() === 'after');
    expect(await w.see(id)).toMatchObject({ status: 'RUNNING', exceptionCode: null });
  });
});

test('WFL-04 WFL-27 a test of a process tries what it calls too: the version that is in test, else the published one', async () => {
  await w.desk.publish('PART', line('old'));
  const whole = await v.ok('processTemplateCreate', { code: 'ENTIRE', name: 'Entire', definition: call('PART') });
  await v.ok('processVersionTest', { versionId: whole.id });
  const begin = async () => {
    const { id } = await w.instances.ok('processInstanceStart', { testVersionId: whole.id });
    const [child] = await childrenOf(id);
    await until(async () => standing(await w.see(child!.id)).length > 0);
    return { id, child: child!, seen: await w.see(child!.id) };
  };
  const published = await begin();
  expect([published.child.test, standing(published.seen)]).toEqual([true, ['old']]);
  const { data } = await w.graph.query('{ processTemplate(code: "PART") { id } }');
  const next = await v.ok('processVersionCreate', { templateId: data.processTemplate.id });
  await v.ok('processVersionEdit', { versionId: next.id, definition: line('new') });
  // A draft is not tried.
  expect(standing((await begin()).seen)).toEqual(['old']);
  await v.ok('processVersionTest', { versionId: next.id });
  const tried = await begin();
  expect([tried.child.test, standing(tried.seen)]).toEqual([true, ['new']]);
  // It goes on by what it began with, though the draft is edited meanwhile.
  await v.ok('processVersionRedraft', { versionId: next.id });
  await v.ok('processVersionEdit', { versionId: next.id, definition: line('newer') });
  await w.tasks.ok('processTaskComplete', { taskId: taskAt(tried.seen, 'new') });
  await until(async () => standing(await w.see(tried.id)).join() === 'after');
});
