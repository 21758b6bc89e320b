import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { refuse } from '../../kernel/errors/index.js';
import { decodeId } from '../../kernel/model/index.js';
import { defineStepHandler } from '../../kernel/process/index.js';
import { M0114UndoneSubProcesses } from '../../migrations/m0114-undone-sub-processes.js';
import { mark, openProcessWorld, type ProcessWorld } from '../../testing/process-world.js';
import { human, line, standing, taskAt } from '../../testing/processes.js';
import { until } from '../../testing/until.js';

/** A handler that undoes only when it is let. */
const undoing = { fails: false };
defineStepHandler('test.undo-fails', {
  run: async () => {},
  compensate: async ({ em }, { instanceId, inputs }) => {
    if (undoing.fails) refuse('NOT_NOW', 'Not now.', []);
    const sql = 'insert into "test_mark" ("instance_id", "mark") values (?, ?)';
    await em.execute(sql, [instanceId, `not ${String(inputs['mark'])}`]);
  },
});

let w: ProcessWorld;
beforeAll(async () => {
  w = await openProcessWorld();
  await w.desk.publish('UNDO-DEEP', line(mark('deep-1'), human('dig'), mark('deep-2')));
  await w.desk.publish('UNDO-MIDDLE', line(mark('middle-1'), call('UNDO-DEEP'), mark('middle-2'), human('look')));
});
afterAll(() => w?.graph.close());

const reason = 'x';
const call = (template: string, more: object = {}) => ({
  ...{ code: `call-${template}`, kind: 'SUBPROCESS', subprocess: { template } },
  ...more,
});

interface Part {
  id: string;
  template: string;
  status: string;
  rolledBackAt: string | null;
}

/** All instances inside one, the outermost and oldest first. */
async function partsOf(id: string): Promise<Part[]> {
  const { data } = await w.graph.query(
    `query ($id: ID!) { processInstance(id: $id) { children(first: 9, orderBy: [{ field: CREATED_AT }]) { nodes { id status rolledBackAt template { code } } } } }`,
    { id },
  );
  const parts: Part[] = [];
  for (const { template, ...child } of data.processInstance.children.nodes as (Part & { template: { code: string } })[])
    parts.push({ ...child, template: template.code }, ...(await partsOf(child.id)));
  return parts;
}

const part = async (id: string, template: string): Promise<Part> =>
  (await partsOf(id)).filter((each) => each.template === template).at(-1)!;

/** Waits until a part stands at a step, and completes it. */
async function work(id: string, template: string, step: string): Promise<void> {
  await until(async () => {
    const found = await part(id, template);
    return found && standing(await w.see(found.id)).includes(step);
  });
  await w.complete((await part(id, template)).id, step);
}

const stands = (id: string, ...steps: string[]) =>
  until(async () => standing(await w.see(id)).join() === [...steps].sort().join());

const visitOf = async (id: string, step: string) =>
  (await w.see(id)).tokens.nodes.filter((token) => token.step === step).at(-1)!.id;

const goBack = async (id: string, step: string) =>
  w.instances.ok('processInstanceRollBack', { tokenId: await visitOf(id, step), reason });

/** What the handlers of an instance and of all inside it have done and undone, in order. */
async function marksIn(id: string): Promise<string[]> {
  const ids = [id, ...(await partsOf(id)).map((each) => each.id)].map((each) => decodeId(each)!.uuid);
  const sql = 'select "mark" from "test_mark" where "instance_id" = any($1) order by "no"';
  return (await w.graph.database.pool.query<{ mark: string }>(sql, [ids])).rows.map((row) => row.mark);
}

const DONE = ['before', 'middle-1', 'deep-1', 'deep-2', 'middle-2', 'after'];
const UNDONE = ['not after', 'not middle-2', 'not deep-2', 'not deep-1', 'not middle-1'];

test('WFL-04 WFL-43 what sub-processes did that had ended is undone over all levels, the newest first, and the step begins anew', async () => {
  await w.desk.publish('UNDO-ENDED', line(mark('before'), call('UNDO-MIDDLE'), mark('after'), human('rest')));
  const { id } = await w.start('UNDO-ENDED');
  await work(id, 'UNDO-DEEP', 'dig');
  await work(id, 'UNDO-MIDDLE', 'look');
  await stands(id, 'rest');
  const earlier = await partsOf(id);
  expect(earlier.map(({ status }) => status)).toEqual(['COMPLETED', 'COMPLETED']);
  await goBack(id, 'call-UNDO-MIDDLE');
  await until(async () => (await partsOf(id)).length === 4);
  expect((await marksIn(id)).slice(0, 11)).toEqual([...DONE, ...UNDONE]);
  const parts = await partsOf(id);
  const undone = parts.filter((each) => earlier.some((known) => known.id === each.id));
  expect(undone.map((each) => [each.status, each.rolledBackAt !== null])).toEqual([
    ['TERMINATED', true],
    ['TERMINATED', true],
  ]);
  // It goes the whole way once more.
  await work(id, 'UNDO-DEEP', 'dig');
  await work(id, 'UNDO-MIDDLE', 'look');
  await stands(id, 'rest');
  expect((await marksIn(id)).slice(11)).toEqual(DONE.slice(1));
  await w.complete(id, 'rest');
  await w.ends(id);
});

test('WFL-04 WFL-43 one that runs is stopped at once, and what was done in it is undone before the step that goes back begins', async () => {
  await w.desk.publish(
    'UNDO-RUNNING',
    line(human('ask'), mark('before'), call('UNDO-MIDDLE', { rollbackTo: 'ask' }), 'rest'),
  );
  const { id } = await w.start('UNDO-RUNNING');
  await w.complete(id, 'ask');
  await work(id, 'UNDO-DEEP', 'dig');
  await until(async () => standing(await w.see((await part(id, 'UNDO-MIDDLE')).id)).includes('look'));
  const middle = await part(id, 'UNDO-MIDDLE');
  const look = taskAt(await w.see(middle.id), 'look');
  await goBack(id, 'ask');
  expect(await w.tasks.refused('processTaskComplete', { taskId: look })).toEqual([['CONFLICT', 'input.taskId']]);
  await stands(id, 'ask');
  expect(await marksIn(id)).toEqual([...DONE.slice(0, -1), ...UNDONE.slice(1), 'not before']);
  expect((await partsOf(id)).map(({ status }) => status)).toEqual(['TERMINATED', 'TERMINATED']);
  const { data } = await w.graph.query(
    'query ($id: ID!) { processInstance(id: $id) { history(first: 50) { nodes { type data reason } } } }',
    { id: middle.id },
  );
  const told = data.processInstance.history.nodes.filter((entry: { type: string }) => entry.type.endsWith('.undone'));
  expect(told).toMatchObject([
    { reason, data: { recalled: ['look'], undone: ['middle-2', 'call-UNDO-DEEP', 'middle-1'] } },
  ]);
});

test('WFL-04 WFL-43 one that nobody waits for is undone too, in parallel branches as well, but not one that an earlier step has started', async () => {
  await w.desk.publish('UNDO-ALONE', line(mark('alone'), human('sit')));
  const alone = call('UNDO-ALONE', { subprocess: { template: 'UNDO-ALONE', wait: false } });
  await w.desk.publish('UNDO-BESIDE', {
    steps: [
      { code: 'start', kind: 'START' },
      { ...alone, code: 'first' },
      human('ask'),
      { code: 'split', kind: 'GATEWAY', split: 'PARALLEL' },
      { ...alone, code: 'left' },
      human('waits'),
      call('UNDO-DEEP', { code: 'right' }),
      { code: 'join', kind: 'GATEWAY', join: 'ALL' },
      { code: 'end', kind: 'END' },
    ],
    flows: [
      ...[
        'start first',
        'first ask',
        'ask split',
        'split left',
        'left waits',
        'split right',
        'waits join',
        'right join',
      ],
      'join end',
    ].map((way) => ({ from: way.split(' ')[0], to: way.split(' ')[1] })),
  });
  const { id } = await w.start('UNDO-BESIDE');
  await w.complete(id, 'ask');
  await work(id, 'UNDO-DEEP', 'dig');
  await until(async () => (await partsOf(id)).filter(({ status }) => status !== 'COMPLETED').length === 2);
  await until(async () => (await marksIn(id)).length === 4);
  await goBack(id, 'ask');
  await stands(id, 'ask');
  const marks = await marksIn(id);
  expect(marks.slice(4).sort()).toEqual(['not alone', 'not deep-1', 'not deep-2']);
  expect((await partsOf(id)).map((each) => [each.template, each.status])).toEqual([
    ['UNDO-ALONE', 'RUNNING'],
    ['UNDO-ALONE', 'TERMINATED'],
    ['UNDO-DEEP', 'TERMINATED'],
  ]);
});

test('WFL-43 WFL-46 WFL-47 what cannot be undone in a sub-process waits there for a dispatcher, and nothing before it is undone', async () => {
  await w.desk.publish('UNDO-FAILS', line(mark('kept'), mark('stuck', { compensation: 'test.undo-fails' }), 'rest'));
  await w.desk.publish('UNDO-AROUND', line(human('ask'), mark('before'), call('UNDO-FAILS'), 'last'));
  const { id } = await w.start('UNDO-AROUND');
  await w.complete(id, 'ask');
  await work(id, 'UNDO-FAILS', 'rest');
  await stands(id, 'last');
  undoing.fails = true;
  await goBack(id, 'ask');
  const inner = (await part(id, 'UNDO-FAILS')).id;
  await w.ends(inner, 'ABNORMAL');
  expect(await w.see(inner)).toMatchObject({ exceptionCode: 'COMPENSATION_FAILED' });
  expect([(await w.see(id)).status, await marksIn(id)]).toEqual(['ROLLING_BACK', ['before', 'kept', 'stuck']]);
  undoing.fails = false;
  await w.instances.ok('processInstanceRetry', { instanceId: inner, reason });
  await stands(id, 'ask');
  expect((await marksIn(id)).slice(3)).toEqual(['not stuck', 'not kept', 'not before']);
});

test('WFL-43 WFL-44 a dispatcher who ends such a sub-process by hand lets the roll-back go on around it', async () => {
  const { id } = await w.start('UNDO-AROUND');
  await w.complete(id, 'ask');
  await work(id, 'UNDO-FAILS', 'rest');
  await stands(id, 'last');
  undoing.fails = true;
  await goBack(id, 'ask');
  const inner = (await part(id, 'UNDO-FAILS')).id;
  await w.ends(inner, 'ABNORMAL');
  await w.many.ok('processInstanceTerminate', { instanceIds: [inner], reason });
  await stands(id, 'ask');
  undoing.fails = false;
  expect((await marksIn(id)).slice(3)).toEqual(['not before']);
});

test('WFL-43 WFL-45 one that is held by itself is undone all the same, and holds nothing up any more', async () => {
  await w.desk.publish('UNDO-HELD', line(human('ask'), call('UNDO-MIDDLE'), 'rest'));
  const { id } = await w.start('UNDO-HELD');
  await w.complete(id, 'ask');
  await work(id, 'UNDO-DEEP', 'dig');
  await until(async () => standing(await w.see((await part(id, 'UNDO-MIDDLE')).id)).includes('look'));
  await w.many.ok('processInstanceSuspend', { instanceIds: [(await part(id, 'UNDO-MIDDLE')).id], reason });
  await goBack(id, 'ask');
  await stands(id, 'ask');
  expect(await marksIn(id)).toEqual([...DONE.slice(1, -1), ...UNDONE.slice(1)]);
  const { data } = await w.graph.query('query ($id: ID!) { processInstance(id: $id) { workHeldAt } }', { id });
  expect(data.processInstance.workHeldAt).toBeNull();
});

test('WFL-44 the end of a process by hand ends all that its steps have started, and undoes nothing', async () => {
  const alone = { code: 'alone', kind: 'SUBPROCESS', subprocess: { template: 'UNDO-ALONE', wait: false } };
  await w.desk.publish('UNDO-ENDS', line(alone, call('UNDO-MIDDLE'), 'rest'));
  const { id } = await w.start('UNDO-ENDS');
  await until(async () => (await partsOf(id)).length === 3 && (await marksIn(id)).length === 3);
  await w.many.ok('processInstanceTerminate', { instanceIds: [id], reason });
  expect((await partsOf(id)).map(({ status, rolledBackAt }) => [status, rolledBackAt])).toEqual(
    Array.from({ length: 3 }, () => ['TERMINATED', null]),
  );
  expect((await marksIn(id)).sort()).toEqual(['alone', 'deep-1', 'middle-1']);
});

test('WFL-43 hands that go back, complete and end at the same time leave nothing half undone', async () => {
  for (let round = 0; round < 4; round++) {
    const { id } = await w.start('UNDO-HELD');
    await w.complete(id, 'ask');
    await until(async () => (await partsOf(id)).length === 2);
    const deep = (await part(id, 'UNDO-DEEP')).id;
    await until(async () => standing(await w.see(deep)).includes('dig'));
    await Promise.all([
      w.tasks.run('processTaskComplete', { taskId: taskAt(await w.see(deep), 'dig') }),
      goBack(id, 'ask'),
      w.run(deep),
      w.run(id),
    ]);
    await stands(id, 'ask');
    const marks = await marksIn(id);
    const done = marks.filter((each) => !each.startsWith('not ')).sort();
    const undone = marks.filter((each) => each.startsWith('not ')).map((each) => each.slice(4));
    expect(undone.sort()).toEqual(done);
    expect((await partsOf(id)).map(({ status }) => status)).toEqual(['TERMINATED', 'TERMINATED']);
  }
});

test('WFL-04 WFL-43 sub-processes that began before it was said which visit had started them are found by when they began', async () => {
  const alone = call('UNDO-ALONE', { subprocess: { template: 'UNDO-ALONE', wait: false } });
  await w.desk.publish('UNDO-OLD', line(alone, call('UNDO-DEEP'), 'rest'));
  const { id } = await w.start('UNDO-OLD');
  await until(async () => (await partsOf(id)).length === 2);
  const { pool } = w.graph.database;
  const said = async () => (await pool.query('select "id", "parent_visit" from "process_instance" order by "id"')).rows;
  // One is handed over to another process, which belongs to the same visit.
  const deep = (await part(id, 'UNDO-DEEP')).id;
  await until(async () => standing(await w.see(deep)).includes('dig'));
  const { data } = await w.graph.query('{ processTemplate(code: "UNDO-ALONE") { id } }');
  await w.instances.ok('processInstanceHandOver', {
    ...{ tokenId: await visitOf(deep, 'dig'), templateId: data.processTemplate.id, reason },
  });
  const before = await said();
  expect(before.filter((row) => row.parent_visit).length).toBeGreaterThan(2);
  await pool.query('update "process_instance" set "parent_visit" = null');
  const statements: string[] = [];
  M0114UndoneSubProcesses.prototype.up.call({ addSql: (text: string) => statements.push(text) } as never);
  for (const text of statements.slice(1)) await pool.query(text);
  expect(await said()).toEqual(before);
});
