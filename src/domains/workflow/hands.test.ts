import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { failing, mark, openProcessWorld, type ProcessWorld, sent } from '../../testing/process-world.js';
import { human, line, standing, taskAt } from '../../testing/processes.js';
import { until } from '../../testing/until.js';
import { virtualClock } from '../../testing/virtual-clock.js';

let w: ProcessWorld;
beforeAll(async () => {
  w = await openProcessWorld();
});
afterAll(() => w?.graph.close());

const reason = 'x';
const node = (code: string, kind: string, more: object = {}) => ({ code, kind, ...more });
const flow = (from: string, to: string) => ({ from, to });
/** Two people beside each other, one of them with somebody after them, then one more. */
const beside = {
  steps: [
    node('start', 'START'),
    node('split', 'GATEWAY', { split: 'PARALLEL' }),
    ...[human('a'), human('b'), human('c')],
    node('join', 'GATEWAY', { join: 'ALL' }),
    ...[human('after'), node('end', 'END')],
  ],
  flows: [
    ...[flow('start', 'split'), flow('split', 'a'), flow('split', 'b'), flow('b', 'c'), flow('a', 'join')],
    ...[flow('c', 'join'), flow('join', 'after'), flow('after', 'end')],
  ],
};
const tokenAt = async (id: string, step: string) =>
  (await w.see(id)).tokens.nodes.find(
    (token) => token.step === step && !['DONE', 'RECALLED', 'UNDONE'].includes(token.status),
  )!.id;
const visits = async (id: string, step: string) =>
  (await w.see(id)).tokens.nodes.filter((token) => token.step === step).length;

/** It has come to its end, and what follows the join was done once. */
const ended = async (id: string) => {
  const { status, tokens } = await w.see(id);
  const done = tokens.nodes.filter((token) => token.step === 'after' && token.status === 'DONE');
  expect([status, done.length]).toEqual(['COMPLETED', 1]);
};

describe('a jump out of parallel branches', () => {
  test('WFL-11 WFL-37 leaves the split with all its branches when the dispatcher says so, and what follows is done once', async () => {
    await w.desk.publish('BESIDE', beside);
    const { id } = await w.start('BESIDE');
    await w.complete(id, 'b');
    expect(standing(await w.see(id)).sort()).toEqual(['a', 'c']);
    const tokenId = await tokenAt(id, 'a');
    await w.instances.ok('processInstanceMove', { tokenId, step: 'after', leaveSplit: true, reason });
    const moved = await w.see(id);
    expect(standing(moved)).toEqual(['after']);
    expect(moved.tasks.nodes.map(({ step, status }) => `${step} ${status}`).sort()).toEqual([
      ...['a RECALLED', 'after DISPATCHED', 'b RETURNED', 'c RECALLED'],
    ]);
    expect(
      await w.instances.refused('processInstanceMove', {
        ...{ tokenId: await tokenAt(id, 'after'), step: 'a', leaveSplit: true, reason },
      }),
    ).toEqual([['NOT_PARALLEL', 'input.leaveSplit']]);
    await w.complete(id, 'after');
    expect([(await w.see(id)).status, await visits(id, 'after')]).toEqual(['COMPLETED', 1]);
  });

  test('WFL-37 WFL-43 also from a branch whose other waits at the join, and can be gone back from', async () => {
    const { id } = await w.start('BESIDE');
    await w.complete(id, 'a');
    await w.instances.ok('processInstanceMove', {
      ...{ tokenId: await tokenAt(id, 'b'), step: 'after', leaveSplit: true, reason },
    });
    expect(standing(await w.see(id))).toEqual(['after']);
    const a = (await w.see(id)).tokens.nodes.find(({ step }) => step === 'a')!.id;
    await w.instances.ok('processInstanceRollBack', { tokenId: a, reason });
    // The other branch stands where it was left, and what follows is done once.
    expect(standing(await w.see(id)).sort()).toEqual(['a', 'b']);
    for (const step of ['a', 'b', 'c', 'after']) await w.complete(id, step);
    await ended(id);
  });

  test('WFL-37 WFL-43 what had come to the join waits there again, once, however often somebody goes back', async () => {
    const { id } = await w.start('BESIDE');
    await w.complete(id, 'a');
    await w.complete(id, 'b');
    const leave = async (step: string) =>
      w.instances.ok('processInstanceMove', {
        ...{ tokenId: await tokenAt(id, step), step: 'after', leaveSplit: true, reason },
      });
    const back = async (step: string) => {
      const done = (await w.see(id)).tokens.nodes.filter((token) => token.step === step && token.status === 'DONE');
      await w.instances.ok('processInstanceRollBack', { tokenId: done.at(-1)!.id, reason });
    };
    await leave('c');
    expect(standing(await w.see(id))).toEqual(['after']);
    await back('b');
    expect(standing(await w.see(id)).sort()).toEqual(['b', 'join']);
    await w.complete(id, 'b');
    await leave('c');
    await back('b');
    await back('split');
    expect(standing(await w.see(id)).sort()).toEqual(['a', 'b']);
    await w.complete(id, 'b');
    await leave('a');
    await back('b');
    expect(standing(await w.see(id)).sort()).toEqual(['a', 'b']);
    await w.complete(id, 'b');
    await back('b');
    expect(standing(await w.see(id)).sort()).toEqual(['a', 'b']);
    for (const step of ['b', 'a', 'c', 'after']) await w.complete(id, step);
    await ended(id);
  });
});

test('WFL-11 WFL-37 a move out of a parallel branch is refused unless the split is left, and nothing is done twice', async () => {
  const { id } = await w.start('BESIDE');
  const before = await w.see(id);
  const move = { tokenId: await tokenAt(id, 'a'), reason };
  // To before the split, into another branch, to where they meet, and past that.
  for (const step of ['split', 'b', 'join', 'after'])
    expect([step, await w.instances.refused('processInstanceMove', { ...move, step })]).toEqual([
      step,
      [['SPLIT_OPEN', 'input.step']],
    ]);
  expect(await w.see(id)).toEqual(before);
  // In its branch it moves as ever.
  await w.instances.ok('processInstanceMove', { tokenId: await tokenAt(id, 'b'), step: 'c', reason });
  expect(standing(await w.see(id)).sort()).toEqual(['a', 'c']);
  for (const step of ['a', 'c', 'after']) await w.complete(id, step);
  await ended(id);
});

describe('a change of a running instance', () => {
  const change = (instanceId: string, more: object) =>
    w.instances.run('processInstanceChange', { instanceId, reason, ...more });

  test('WFL-48 lets a join go on that can get no more, also when it is held meanwhile, and cuts no way that was gone', async () => {
    const rewire = {
      removeFlows: [flow('c', 'join'), flow('b', 'c')],
      removeSteps: ['c'],
      addFlows: [flow('b', 'end')],
    };
    const { id } = await w.start('BESIDE');
    await w.complete(id, 'a');
    expect(
      (await change(id, { removeFlows: [flow('a', 'join')], addFlows: [flow('a', 'end')] })).userErrors,
    ).toMatchObject([{ code: 'STEP_USED', path: ['input', 'removeFlows', '0'] }]);
    expect((await change(id, { removeFlows: [flow('a', 'b')] })).userErrors).toMatchObject([{ code: 'FLOW_UNKNOWN' }]);
    expect((await change(id, { ...rewire, removeFlows: [] })).userErrors).toEqual([]);
    expect(standing(await w.see(id)).sort()).toEqual(['after', 'b']);
    const held = await w.start('BESIDE');
    await w.complete(held.id, 'a');
    await w.many.ok('processInstanceSuspend', { instanceIds: [held.id], reason });
    expect((await change(held.id, { ...rewire, removeFlows: [] })).userErrors).toEqual([]);
    expect(standing(await w.see(held.id)).sort()).toEqual(['b', 'join']);
    await w.many.ok('processInstanceResume', { instanceIds: [held.id], reason });
    expect(standing(await w.see(held.id)).sort()).toEqual(['after', 'b']);
  });

  test('WFL-48 while a step is being completed: either comes first, and the instance goes on by what then holds', async () => {
    await w.desk.publish('RACED', line('a', 'b'));
    for (let round = 0; round < 8; round++) {
      const instance = await w.start('RACED');
      const [changed, done] = await Promise.all([
        change(instance.id, {
          ...{ removeSteps: ['b'], addSteps: [human('n')], addFlows: [flow('a', 'n'), flow('n', 'end')] },
        }),
        w.tasks.run('processTaskComplete', { taskId: taskAt(instance, 'a') }),
        change(instance.id, {
          addSteps: [human('m')],
          addFlows: [flow('b', 'm'), flow('m', 'end')],
          removeFlows: [flow('b', 'end')],
        }),
      ]);
      expect(done.userErrors).toEqual([]);
      const seen = await w.see(instance.id);
      expect(standing(seen)).toEqual([changed.userErrors.length === 0 ? 'n' : 'b']);
      expect(seen.tasks.nodes.filter(({ status }) => status === 'DISPATCHED')).toHaveLength(1);
    }
  });
});

describe('sub-processes that fail', () => {
  const call = (more: object = {}) => ({ code: 'sub', kind: 'SUBPROCESS', subprocess: { template: 'INNER' }, ...more });
  const childrenOf = async (id: string) =>
    (
      await w.graph.query(
        'query ($id: ID!) { processInstance(id: $id) { children(first: 9, orderBy: [{ field: CREATED_AT }]) { nodes { id status } } } }',
        { id },
      )
    ).data.processInstance.children.nodes as { id: string; status: string }[];

  test('WFL-04 WFL-46 WFL-47 one that is ended by hand stops the step, and trying again begins another', async () => {
    await w.desk.publish('INNER', line('inner'));
    await w.desk.publish('OUTER', line(call(), 'after'));
    const { id } = await w.start('OUTER');
    await until(async () => (await childrenOf(id))[0]?.status === 'RUNNING');
    const [first] = await childrenOf(id);
    await w.many.ok('processInstanceTerminate', { instanceIds: [first!.id], reason });
    await w.ends(id, 'ABNORMAL');
    expect(await w.see(id)).toMatchObject({ exceptionCode: 'SUBPROCESS_TERMINATED' });
    await w.instances.ok('processInstanceRetry', { instanceId: id, reason });
    await until(async () => (await childrenOf(id))[1]?.status === 'RUNNING');
    const [, second] = await childrenOf(id);
    await w.complete(second!.id, 'inner');
    await until(async () => standing(await w.see(id)).join() === 'after');
    expect(await childrenOf(id)).toHaveLength(2);
  });

  test('WFL-04 WFL-43 WFL-44 one ends with its parent, and with the step that is gone back from; both at once end once', async () => {
    await w.desk.publish('AROUND', line(mark('made'), human('before'), call({ rollbackTo: 'before' }), 'after'));
    const { id } = await w.start('AROUND');
    await until(async () => standing(await w.see(id)).join() === 'before');
    await w.complete(id, 'before');
    await until(async () => (await childrenOf(id))[0]?.status === 'RUNNING');
    const before = (await w.see(id)).tokens.nodes.find(({ step }) => step === 'before')!.id;
    await w.instances.ok('processInstanceRollBack', { tokenId: before, reason });
    expect((await childrenOf(id)).map(({ status }) => status)).toEqual(['TERMINATED']);
    expect([standing(await w.see(id)), await w.marksOf({ id })]).toEqual([['before'], ['made']]);
    await w.complete(id, 'before');
    await until(async () => (await childrenOf(id))[1]?.status === 'RUNNING');
    const [, child] = await childrenOf(id);
    const inner = taskAt(await w.see(child!.id), 'inner');
    await Promise.all([
      w.many.run('processInstanceTerminate', { instanceIds: [id], reason }),
      w.tasks.run('processTaskComplete', { taskId: inner }),
      w.many.run('processInstanceTerminate', { instanceIds: [child!.id, id], reason }),
    ]);
    expect((await w.see(id)).status).toBe('TERMINATED');
    expect(['TERMINATED', 'COMPLETED']).toContain((await childrenOf(id))[1]!.status);
  });
});

describe('many at once', () => {
  test('WFL-45 are held all or none, and two who hold them in other orders never block each other', async () => {
    await w.desk.publish('MANY', line('a'));
    const ids: string[] = [];
    for (let index = 0; index < 6; index++) ids.push((await w.start('MANY')).id);
    await w.complete(ids[5]!, 'a');
    const before = await w.count('history_entry');
    expect(await w.many.refused('processInstanceSuspend', { instanceIds: ids, reason })).toEqual([
      ['INVALID_STATE', 'input.instanceIds.5'],
    ]);
    expect(await w.count('history_entry')).toBe(before);
    for (const id of ids.slice(0, 5)) expect((await w.see(id)).status).toBe('RUNNING');
    const some = ids.slice(0, 5);
    const raced = await Promise.all(
      [some, [...some].reverse(), [some[2]!, some[0]!, some[4]!]].map((instanceIds) =>
        w.many.run('processInstanceSuspend', { instanceIds, reason }),
      ),
    );
    expect(raced.filter(({ userErrors }) => userErrors.length === 0).length).toBeGreaterThanOrEqual(1);
    await w.many.run('processInstanceSuspend', { instanceIds: [some[1]!, some[3]!], reason });
    for (const id of some) expect((await w.see(id)).status).toBe('SUSPENDED');
    expect(await w.tasks.refused('processTaskComplete', { taskId: taskAt(await w.see(some[0]!), 'a') })).toEqual([
      ['INVALID_STATE', 'input.taskId'],
    ]);
    await w.many.ok('processInstanceResume', { instanceIds: some, reason });
    for (const id of some) await w.complete(id, 'a');
    for (const id of some) expect((await w.see(id)).status).toBe('COMPLETED');
  });
});

describe('a process that is held', () => {
  test('WFL-45 WFL-51 tells an outside system nothing, and what it was to be told when it goes on', async () => {
    const clock = virtualClock(w.graph, '2099-01-04T00:00:00Z');
    try {
      await w.desk.publish('HELD-OUT', line({ code: 'oss', kind: 'EXTERNAL', handler: 'test.oss' } as never));
      failing.add('send');
      const instance = await w.start('HELD-OUT');
      const messageId = taskAt(instance, 'oss');
      await until(async () => (await w.see(instance.id)).tokens.nodes.some(({ failures }) => failures > 0));
      await w.many.ok('processInstanceSuspend', { instanceIds: [instance.id], reason });
      failing.delete('send');
      await clock.advance(60);
      const told = () => sent.filter((task) => task.messageId === messageId).length;
      expect(told()).toBe(0);
      await w.many.ok('processInstanceResume', { instanceIds: [instance.id], reason });
      await until(() => told() === 1);
      await clock.advance(60);
      expect(told()).toBe(1);
      await w.tasks.ok('processExternalAnswer', { messageId, done: true });
      expect((await w.see(instance.id)).status).toBe('COMPLETED');
    } finally {
      failing.delete('send');
      clock.stop();
    }
  });

  test('WFL-45 keeps what is left of its timers, also in its sub-processes; one that waits for a moment rings at that moment', async () => {
    const clock = virtualClock(w.graph, '2099-02-04T00:00:00Z');
    try {
      const timer = (code: string, said: string) => ({ code, kind: 'TIMER', timer: said });
      await w.desk.publish('TIMED-CHILD', line(timer('pause', '30')));
      await w.desk.publish('TIMED', {
        steps: [
          ...[
            node('start', 'START'),
            node('split', 'GATEWAY', { split: 'PARALLEL' }),
            timer('span', 'duration("PT30M")'),
          ],
          ...[timer('moment', 'date and time("2099-02-04T00:40:00Z")'), timer('over', '5')],
          ...[node('sub', 'SUBPROCESS', { subprocess: { template: 'TIMED-CHILD' } }), node('end', 'END')],
        ],
        flows: [
          flow('start', 'split'),
          ...['span', 'moment', 'over', 'sub'].flatMap((code) => [flow('split', code), flow(code, 'end')]),
        ],
      });
      const { id } = await w.start('TIMED');
      await clock.settle();
      const stands = async () => standing(await w.see(id)).join(' ');
      clock.set('2099-02-04T00:10:00Z');
      await w.many.ok('processInstanceSuspend', { instanceIds: [id], reason });
      await clock.advance(60);
      expect(await stands()).toBe('moment over span sub');
      await w.many.ok('processInstanceResume', { instanceIds: [id], reason });
      await clock.settle();
      expect(await stands()).toBe('span sub');
      await clock.advance(19);
      expect(await stands()).toBe('span sub');
      await clock.advance(1);
      expect(await stands()).toBe('');
      expect((await w.see(id)).status).toBe('COMPLETED');
    } finally {
      clock.stop();
    }
  });
});

describe('instances that wait for each other', () => {
  test('WFL-22 WFL-49 do not wait for what was ended by hand, wait for what is held, and leave together', async () => {
    const waitFor = [{ when: 'LEAVE', template: 'PAIR-B', step: 'work' }];
    await w.desk.publish('PAIR-B', line('work', 'rest'));
    await w.desk.publish('PAIR-A', line(human('work', { waitFor }), 'rest'));
    const pair = async (correlationKey: string, ...codes: string[]) => {
      const made = [];
      for (const code of codes) made.push(await w.start(code, { correlationKey }));
      return made.map(({ id }) => id);
    };
    const [a, b, other] = await pair('pair 1', 'PAIR-A', 'PAIR-B', 'PAIR-B');
    await w.complete(a!, 'work');
    await w.ends(a!, 'WAITING');
    await w.complete(b!, 'work');
    expect((await w.see(a!)).status).toBe('WAITING');
    await w.many.ok('processInstanceSuspend', { instanceIds: [other!], reason });
    expect((await w.see(a!)).status).toBe('WAITING');
    await w.many.ok('processInstanceTerminate', { instanceIds: [other!], reason });
    await until(async () => standing(await w.see(a!)).join() === 'rest');
    // One that is held itself goes on when it is let go on, though the other came while it was held.
    const [c, d] = await pair('pair 2', 'PAIR-A', 'PAIR-B');
    await w.complete(c!, 'work');
    await w.ends(c!, 'WAITING');
    await w.many.ok('processInstanceSuspend', { instanceIds: [c!], reason });
    await w.complete(d!, 'work');
    await w.many.ok('processInstanceResume', { instanceIds: [c!], reason });
    await until(async () => standing(await w.see(c!)).join() === 'rest');
    // One that goes back out of the step is waited for again.
    const [e, f] = await pair('pair 3', 'PAIR-A', 'PAIR-B');
    await w.complete(f!, 'work');
    const worked = (await w.see(f!)).tokens.nodes.find(({ step }) => step === 'work')!.id;
    await w.instances.ok('processInstanceRollBack', { tokenId: worked, reason });
    await w.complete(e!, 'work');
    await w.ends(e!, 'WAITING');
    await w.complete(f!, 'work');
    await until(async () => standing(await w.see(e!)).join() === 'rest');
  });
});

test('WFL-23 WFL-35 running instances stay on the version with which they began, and go back within it', async () => {
  await w.desk.publish('AGED', line(human('a'), human('b', { rollbackTo: 'a' }), 'old'));
  const old = await w.start('AGED');
  await w.complete(old.id, 'a');
  await w.publishAgain('AGED', line('b', 'new'));
  const young = await w.start('AGED');
  expect([standing(await w.see(old.id)), standing(await w.see(young.id))]).toEqual([['b'], ['b']]);
  await w.tasks.ok('processTaskReject', { taskId: taskAt(await w.see(old.id), 'b'), reason });
  await w.complete(old.id, 'a');
  for (const { id } of [old, young]) await w.complete(id, 'b');
  expect([standing(await w.see(old.id)), standing(await w.see(young.id))]).toEqual([['old'], ['new']]);
});
