import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { M0074HeldVisits } from '../../migrations/m0074-held-visits.js';
import { openProcessWorld, type ProcessWorld } from '../../testing/process-world.js';
import { human, line } from '../../testing/processes.js';
import { virtualClock, type VirtualClock } from '../../testing/virtual-clock.js';

let world: ProcessWorld;
let graph: ProcessWorld['graph'];
let clock: VirtualClock;
beforeAll(async () => {
  world = await openProcessWorld();
  ({ graph } = world);
});
afterEach(() => clock?.stop());
afterAll(() => graph?.close());

const at = (local: string) => new Date(`${local}+08:00`).toISOString();

test('WFL-04 WFL-45 what is held in a sub-process is said by all around it, and stops their limits; the whole tree is held and goes on with its root', async () => {
  clock = virtualClock(graph, '2099-12-01T12:00:00+08:00');
  const timeLimits = [{ minutes: 60 }];
  const around = (template: string) => ({
    timeLimits,
    steps: [
      { code: 'start', kind: 'START' },
      { code: 'split', kind: 'GATEWAY', split: 'PARALLEL' },
      { code: 'sub', kind: 'SUBPROCESS', subprocess: { template }, timeLimits },
      { code: 'pause', kind: 'TIMER', timer: '30' },
      { code: 'end', kind: 'END' },
    ],
    flows: [
      { from: 'start', to: 'split' },
      ...['sub', 'pause'].flatMap((code) => [
        { from: 'split', to: code },
        { from: code, to: 'end' },
      ]),
    ],
  });
  await world.desk.publish('TREE-LEAF', { ...line(human('work', { timeLimits })), timeLimits });
  await world.desk.publish('TREE-MIDDLE', around('TREE-LEAF'));
  await world.desk.publish('TREE-ROOT', around('TREE-MIDDLE'));
  const { id: root } = await world.start('TREE-ROOT');
  await clock.settle();
  const OWN = `id status dueAt workHeldAt heldSeconds overdue tokens(first: 9) { nodes { step status dueAt heldAt } } tasks(first: 9) { nodes { id dueAt } }`;
  const INSIDE = `children(first: 1) { nodes { ${OWN} children(first: 1) { nodes { ${OWN} } } } }`;
  const tells = async () => {
    const { data } = await graph.query(`query ($id: ID!) { processInstance(id: $id) { ${OWN} ${INSIDE} } }`, {
      id: root,
    });
    const top = data.processInstance;
    const middle = top.children.nodes[0];
    return [top, middle, middle.children.nodes[0]].map(({ tokens, tasks, ...own }) => ({
      ...own,
      sub: tokens.nodes.find(({ step }: { step: string }) => step === 'sub'),
      pause: tokens.nodes.find(({ step }: { step: string }) => step === 'pause')?.status,
      task: tasks.nodes[0],
    }));
  };
  const to = (time: string) => clock.set(`2099-12-01T${time}:00+08:00`);
  const due = (time: string) => at(`2099-12-01T${time}:00`);
  const hold = (...instanceIds: string[]) => world.many.ok('processInstanceSuspend', { instanceIds, reason: 'x' });
  const goOn = (...instanceIds: string[]) => world.many.ok('processInstanceResume', { instanceIds, reason: 'x' });
  const [, middle, leaf] = (await tells()).map(({ id }) => id as string);
  const picture = async () =>
    (await graph.query('query ($id: ID!) { processInstancePicture(instanceId: $id) }', { id: root })).data
      .processInstancePicture as string;
  // The innermost is held by itself: both around it say so, and no limit of theirs runs; what is beside it does.
  to('12:10');
  await hold(leaf!);
  expect(await tells()).toMatchObject([
    { status: 'RUNNING', workHeldAt: due('12:10'), sub: { heldAt: due('12:10') } },
    { status: 'RUNNING', workHeldAt: due('12:10'), sub: { heldAt: due('12:10') } },
    { status: 'SUSPENDED', workHeldAt: null },
  ]);
  expect(await picture()).toContain('Held at: sub.');
  await clock.advance(80);
  expect(await tells()).toMatchObject([
    { overdue: false, pause: 'DONE', dueAt: due('13:00') },
    { overdue: false, pause: 'DONE', dueAt: due('13:00') },
    { overdue: false },
  ]);
  // Meanwhile the middle is held by itself and goes on: nothing around it runs before the innermost does.
  await hold(middle!);
  to('13:40');
  await goOn(middle!);
  expect(await tells()).toMatchObject([{ workHeldAt: due('12:10') }, { workHeldAt: due('12:10') }, {}]);
  to('13:50');
  await goOn(leaf!);
  const running = { status: 'RUNNING', workHeldAt: null, dueAt: due('14:40'), heldSeconds: 6000 };
  expect(await tells()).toMatchObject([
    { ...running, sub: { dueAt: due('14:40'), heldAt: null } },
    { ...running, sub: { dueAt: due('14:40'), heldAt: null } },
    { ...running, task: { dueAt: due('14:40') } },
  ]);
  // All three by their names, in any order, in one call: the same as the root alone. Nothing inside can be done meanwhile.
  to('14:00');
  await hold(leaf!, root, middle!);
  const [, , { task }] = (await tells()) as [unknown, unknown, { task: { id: string } }];
  expect(await tells()).toMatchObject(Array.from({ length: 3 }, () => ({ status: 'SUSPENDED' })));
  expect(await world.tasks.refused('processTaskComplete', { taskId: task.id })).toEqual([
    ['INVALID_STATE', 'input.taskId'],
  ]);
  await clock.advance(120);
  expect(await tells()).toMatchObject(Array.from({ length: 3 }, () => ({ overdue: false })));
  await goOn(middle!, root, leaf!);
  const later = { status: 'RUNNING', workHeldAt: null, dueAt: due('16:40'), heldSeconds: 13_200, overdue: false };
  expect(await tells()).toMatchObject([
    { ...later, sub: { dueAt: due('16:40'), heldAt: null } },
    { ...later, sub: { dueAt: due('16:40'), heldAt: null } },
    { ...later, task: { dueAt: due('16:40') } },
  ]);
  // One that is ended while it is held holds nothing up any more.
  await hold(leaf!);
  to('16:10');
  await world.many.ok('processInstanceTerminate', { instanceIds: [leaf!], reason: 'x' });
  expect(await tells()).toMatchObject([
    { workHeldAt: null, dueAt: due('16:50'), sub: { heldAt: null, dueAt: due('16:50') } },
    { workHeldAt: null, dueAt: due('16:50') },
    { status: 'TERMINATED' },
  ]);
  await world.many.ok('processInstanceTerminate', { instanceIds: [root], reason: 'x' });
});

test('WFL-04 WFL-45 many hands hold parts of a tree and let them go on at once: nothing blocks, and what is said above is true', async () => {
  clock = virtualClock(graph, '2099-12-03T12:00:00+08:00');
  const trees: string[][] = [];
  for (let count = 0; count < 2; count++) {
    const { id } = await world.start('TREE-ROOT');
    await clock.settle();
    const { data } = await graph.query(
      'query ($id: ID!) { processInstance(id: $id) { children(first: 1) { nodes { id children(first: 1) { nodes { id } } } } } }',
      { id },
    );
    const [middle] = data.processInstance.children.nodes;
    trees.push([id, middle.id, middle.children.nodes[0].id]);
  }
  const all = trees.flat();
  const run = (field: 'processInstanceSuspend' | 'processInstanceResume', instanceIds: string[]) =>
    world.many.run(field, { instanceIds, reason: 'x' });
  for (let round = 0; round < 4; round++) {
    await Promise.all([
      run('processInstanceSuspend', all),
      run('processInstanceSuspend', all.toReversed()),
      ...all.map((id) => run('processInstanceSuspend', [id])),
      ...all.map((id) => run('processInstanceResume', [id])),
      run('processInstanceResume', all.toReversed()),
    ]);
    const { rows } = await graph.database.pool.query(
      `select "i"."instance_no" from "process_instance" "i" join "process_token" "k" on "k"."instance_id" = "i"."id" and "k"."step" = 'sub'
       left join "process_instance" "c" on "c"."parent_token" = "k"."id" join "process_template" "t" on "t"."id" = "i"."template_id"
       where "t"."code" like 'TREE-%' and "i"."status" not in ('TERMINATED', 'COMPLETED')
         and (("k"."held_at" is null) <> ("i"."work_held_at" is null) or (("i"."suspended_at" is null)
           and ("k"."held_at" is not null) <> ("c"."suspended_at" is not null or "c"."work_held_at" is not null)))`,
    );
    expect(rows).toEqual([]);
    clock.set(new Date(clock.now().getTime() + 60_000));
  }
  // What is held in a tree that is from before it was said above comes to be said, as it would be.
  for (const id of all) await run('processInstanceResume', [id]);
  await run('processInstanceSuspend', [trees[0]![2]!]);
  await run('processInstanceSuspend', [trees[1]![1]!]);
  const { pool } = graph.database;
  const said = async () =>
    (
      await pool.query(
        `select "i"."instance_no", "i"."work_held_at", "k"."step", "k"."held_at" from "process_instance" "i" join "process_token" "k" on "k"."instance_id" = "i"."id" order by 1, 3`,
      )
    ).rows;
  const before = await said();
  expect(before.filter((row) => row.held_at)).toHaveLength(3);
  await pool.query('update "process_token" set "held_at" = null');
  await pool.query('update "process_instance" set "work_held_at" = null');
  const statements: string[] = [];
  M0074HeldVisits.prototype.up.call({ addSql: (text: string) => statements.push(text) } as never);
  for (const text of statements.slice(1)) await pool.query(text);
  expect(await said()).toEqual(before);
  // Whatever is still held goes on, each by itself.
  for (const id of all) await run('processInstanceResume', [id]);
  for (const id of all)
    expect(
      (await graph.query('query ($id: ID!) { processInstance(id: $id) { status workHeldAt suspendedAt } }', { id }))
        .data.processInstance,
    ).toEqual({ status: 'RUNNING', workHeldAt: null, suspendedAt: null });
  await world.many.ok('processInstanceTerminate', { instanceIds: all, reason: 'x' });
});
