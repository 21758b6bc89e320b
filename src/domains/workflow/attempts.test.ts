import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { defineStepHandler } from '../../kernel/process/index.js';
import { failing, mark, openProcessWorld, type ProcessWorld, sent } from '../../testing/process-world.js';
import { human, line, standing, taskAt, versionMutations } from '../../testing/processes.js';
import { virtualClock, type VirtualClock } from '../../testing/virtual-clock.js';

defineStepHandler('test.never', {
  run: async () => {},
  compensate: async () => {
    throw new Error('Never.');
  },
});

let w: ProcessWorld;
let clock: VirtualClock;
beforeAll(async () => {
  w = await openProcessWorld();
  clock = virtualClock(w.graph, '2099-03-02T08:00:00Z');
});
beforeEach(() => failing.clear());
afterAll(async () => {
  failing.clear();
  clock?.stop();
  await w?.graph.close();
});

/** What the course says of attempts that failed: which of how many, and after how many seconds the next comes. */
async function attempts(id: string): Promise<unknown[]> {
  const { data } = await w.graph.query(
    'query ($id: ID!) { processInstance(id: $id) { history(first: 99) { nodes { type occurredAt data reason } } } }',
    { id },
  );
  interface Entry {
    type: string;
    occurredAt: string;
    reason: string;
    data: { step: string; undoes: boolean; attempt: number; attempts: number; nextAt: string | null };
  }
  return (data.processInstance.history.nodes as Entry[])
    .filter(({ type }) => type === 'process-instance.attempt-failed')
    .map(({ occurredAt, data: { attempt, attempts: of, nextAt, undoes } }) => [
      `${attempt}/${of}${undoes ? ' back' : ''}`,
      nextAt && (Date.parse(nextAt) - Date.parse(occurredAt)) / 1000,
    ])
    .sort();
}

test('WFL-46 WFL-47 a step says how often it is tried and how long it rests between, and then a dispatcher must act', async () => {
  const retry = { attempts: 4, pauseSeconds: 60, maxPauseSeconds: 90 };
  await w.desk.publish('PATIENT', line(mark('slow', { retry }), 'after'));
  failing.add('slow');
  const { id } = await w.start('PATIENT');
  await clock.settle();
  expect(await attempts(id)).toEqual([['1/4', 60]]);
  // Before its time nothing is tried.
  await w.run(id);
  expect(await attempts(id)).toHaveLength(1);
  for (let count = 0; count < 4; count++) await clock.advance(2);
  expect(await attempts(id)).toEqual([
    ['1/4', 60],
    ['2/4', 90],
    ['3/4', 90],
    ['4/4', null],
  ]);
  expect(await w.see(id)).toMatchObject({ status: 'ABNORMAL', exceptionCode: 'STEP_FAILED' });
  // Trying again begins to count anew.
  failing.clear();
  await w.instances.ok('processInstanceRetry', { instanceId: id, reason: 'x' });
  await clock.settle();
  expect(standing(await w.see(id))).toEqual(['after']);
});

test('WFL-43 WFL-47 what undoes a step, and the hand-over to an outside system, are tried as often as the step says', async () => {
  const once = { retry: { attempts: 1 } };
  const oss = { code: 'build', kind: 'EXTERNAL', handler: 'test.oss', retry: { attempts: 2, pauseSeconds: 30 } };
  await w.desk.publish('CURT', line(human('ask'), { ...oss }, 'after'));
  failing.add('send');
  const { id } = await w.start('CURT');
  await w.complete(id, 'ask');
  await clock.settle();
  expect(await attempts(id)).toEqual([['1/2', 30]]);
  await clock.advance(1);
  expect(await attempts(id)).toEqual([
    ['1/2', 30],
    ['2/2', null],
  ]);
  expect(await w.see(id)).toMatchObject({ status: 'ABNORMAL', exceptionCode: 'EXTERNAL_FAILED' });
  // A handler that cannot undo stops at once.
  await w.desk.publish('CURT-BACK', line(human('ask'), mark('made', { ...once, compensation: 'test.never' }), 'after'));
  const { id: back } = await w.start('CURT-BACK');
  await w.complete(back, 'ask');
  await clock.settle();
  const ask = (await w.see(back)).tokens.nodes.find(({ step }) => step === 'ask')!.id;
  await w.instances.ok('processInstanceRollBack', { tokenId: ask, reason: 'x' });
  await clock.settle();
  expect(await attempts(back)).toEqual([['1/1 back', null]]);
  expect(await w.see(back)).toMatchObject({ status: 'ABNORMAL', exceptionCode: 'COMPENSATION_FAILED' });
});

describe('a task that its outside system has not done', () => {
  const oss = { code: 'build', kind: 'EXTERNAL', handler: 'test.oss', retry: { attempts: 1 } };
  const messagesOf = async (id: string) => {
    const task = taskAt(await w.see(id), 'build');
    return sent.map(({ messageId }) => messageId).filter((messageId) => messageId.startsWith(task));
  };
  const answer = (messageId: string, done: boolean) => ({ messageId, done, ...(done ? {} : { reason: 'no copper' }) });
  const retry = (instanceId: string) => w.instances.ok('processInstanceRetry', { instanceId, reason: 'x' });

  test('WFL-47 WFL-51 WFL-52 is sent again under another name, and what was answered to the first changes nothing any more', async () => {
    await w.desk.publish('AGAIN', line(oss, human('after')));
    const { id } = await w.start('AGAIN');
    await clock.settle();
    const first = taskAt(await w.see(id), 'build');
    await w.tasks.ok('processExternalAnswer', answer(first, false));
    await retry(id);
    await clock.settle();
    const [, second] = await messagesOf(id);
    expect(await messagesOf(id)).toEqual([first, expect.not.stringMatching(new RegExp(`^${first}$`))]);
    // The first answer comes once more.
    expect(await w.tasks.ok('processExternalAnswer', answer(first, false))).toMatchObject({ status: 'SENT' });
    expect(await w.tasks.refused('processExternalAnswer', answer(first, true))).toEqual([
      ['CONFLICT', 'input.messageId'],
    ]);
    await w.tasks.ok('processExternalProgress', { messageId: first, progress: 'late' });
    expect((await w.see(id)).tasks.nodes.map(({ step, status }) => [step, status])).toEqual([['build', 'SENT']]);
    expect(await w.tasks.refused('processExternalAnswer', answer(`${first}.3`, true))).toEqual([
      ['NOT_FOUND', 'input.messageId'],
    ]);
    await w.tasks.ok('processExternalAnswer', answer(second!, true));
    expect(standing(await w.see(id))).toEqual(['after']);
  });

  test('WFL-47 WFL-51 keeps its name while nobody knows whether it arrived', async () => {
    failing.add('send');
    const { id } = await w.start('AGAIN');
    await clock.settle();
    const message = taskAt(await w.see(id), 'build');
    expect(await w.see(id)).toMatchObject({ exceptionCode: 'EXTERNAL_FAILED' });
    failing.clear();
    await retry(id);
    await clock.settle();
    expect(await messagesOf(id)).toEqual([message]);
  });
});

test('WFL-02 WFL-47 a draft says how often, within bounds and where something is tried', async () => {
  const { id: versionId } = await versionMutations(w.graph, 'admin').ok('processTemplateCreate', {
    ...{ code: 'ATTEMPTS-DRAFT', name: 'x' },
  });
  const saved = async (step: object) => {
    const { data } = await w.graph.query(
      `mutation ($input: ProcessVersionEditInput!) { processVersionEdit(input: $input) { userErrors { code path } findings { code path } version { steps(first: 9, orderBy: [{ field: PLACE }]) { nodes { code attempts pauseSeconds maxPauseSeconds } } } } }`,
      { input: { versionId, definition: line(step as never) } },
    );
    const { findings, userErrors, version } = data.processVersionEdit;
    const told = (list: { code: string; path: string[] }[]) => list.map(({ code, path }) => [code, path.join('.')]);
    return { refused: told(userErrors), found: told(findings ?? []), step: version?.steps.nodes[1] };
  };
  expect(await saved(mark('a', { retry: { attempts: 3 } }))).toMatchObject({
    ...{ refused: [], found: [] },
    step: { attempts: 3, pauseSeconds: 2, maxPauseSeconds: 3600 },
  });
  expect((await saved(human('a', { retry: { attempts: 3 } }))).found).toEqual([['RETRY_INVALID', 'steps.1.retry']]);
  const shorter = { attempts: 3, pauseSeconds: 60, maxPauseSeconds: 30 };
  expect((await saved(mark('a', { retry: shorter }))).found).toEqual([
    ['RETRY_INVALID', 'steps.1.retry.maxPauseSeconds'],
  ]);
  expect((await saved(mark('a', { retry: { attempts: 21 } }))).refused).not.toEqual([]);
});
