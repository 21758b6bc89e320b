import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PlainTransaction } from '../../kernel/database/plain-transaction.js';
import { decodeId, encodeId } from '../../kernel/model/index.js';
import { defineStepHandler, type StepRun } from '../../kernel/process/index.js';
import { openProcessWorld, type ProcessWorld } from '../../testing/process-world.js';
import { hire, type Hired } from '../../testing/staff.js';
import { sleep, until } from '../../testing/until.js';

/** Counts, and fails when it is told to; once with what is at hand, and once by a handler that reads something in its transaction. */
const count = ({ inputs }: StepRun) => {
  if (inputs['n'] === 13) throw new Error('Thirteen.');
  return { n: Number(inputs['n'] ?? 0) + 1 };
};
defineStepHandler('test.pure', { run: async (_tx, step) => count(step) });
defineStepHandler('test.same', {
  run: async (tx, step) => {
    await tx.em.execute('select 1');
    return count(step);
  },
});

let world: ProcessWorld;
let graph: ProcessWorld['graph'];
beforeAll(async () => {
  world = await openProcessWorld();
  ({ graph } = world);
});
afterAll(() => world?.graph.close());

const flow = (from: string, to: string, more: object = {}) => ({ from, to, ...more });
const gate = (code: string, more: object = {}) => ({ code, name: code, kind: 'GATEWAY', ...more });
const end = (code: string, kind: string) => ({ code, name: code, kind });
const variables = [{ name: 'n', type: 'NUMBER', required: true }];
const counts = (code: string, handler: string, more: object = {}) => ({
  ...{ code, name: code, kind: 'AUTOMATIC', handler, ...more },
  inputs: [{ name: 'n', type: 'NUMBER', from: 'n' }],
  outputs: [{ name: 'n', type: 'NUMBER' }],
});

/** Goes round until five are counted, splits, comes together, and ends. */
const around = (handler: string) => ({
  variables,
  steps: [
    end('start', 'START'),
    counts('turn', handler),
    gate('more', { split: 'EXCLUSIVE' }),
    gate('split', { split: 'PARALLEL' }),
    counts('left', handler),
    counts('right', handler),
    counts('far', handler),
    gate('join', { join: 'ALL' }),
    counts('last', handler),
    end('end', 'END'),
  ],
  flows: [
    flow('start', 'turn'),
    flow('turn', 'more'),
    flow('more', 'turn', { condition: 'n < 5' }),
    flow('more', 'split', { isDefault: true }),
    flow('split', 'left'),
    flow('split', 'right'),
    flow('right', 'far'),
    flow('left', 'join'),
    flow('far', 'join'),
    flow('join', 'last'),
    flow('last', 'end'),
  ],
});

/** The course of an instance, told without keys. */
const courseOf = async (instanceNo: string) =>
  (
    await graph.database.pool.query(
      `select k.seq, k.step, k.kind, k.status, k.via, k.left_seq, k.outputs, jsonb_array_length(k.branches) branches, k.failures,
         k.left_at is not null as "left", (select array_agg(b.seq order by b.seq) from process_token b where k.parents ? b.id::text) parents
       from process_token k join process_instance i on i.id = k.instance_id where i.instance_no = $1 order by k.seq`,
      [instanceNo],
    )
  ).rows;

describe('steps that need no more than their instance', () => {
  test('WFL-14 are moved on one by one to the same course as others', async () => {
    await world.desk.publish('PURE-AROUND', around('test.pure'), { applicability: 'false' });
    await world.desk.publish('SAME-AROUND', around('test.same'), { applicability: 'false' });
    const [pure, same] = [
      await world.start('PURE-AROUND', { variables: { n: 1 } }),
      await world.start('SAME-AROUND', { variables: { n: 1 } }),
    ];
    await world.ends(pure.id);
    await world.ends(same.id);
    const course = await courseOf(pure.instanceNo);
    expect(course.length).toBeGreaterThan(15);
    expect(course).toEqual(await courseOf(same.instanceNo));
    expect((await world.see(pure.id)).variables).toEqual((await world.see(same.id)).variables);
  });

  test('WFL-14 go on once, though several hands run them at once', async () => {
    const steps = Array.from({ length: 8 }, (_, index) => counts(`s${index}`, 'test.pure'));
    const all = [end('start', 'START'), ...steps, end('end', 'END')];
    const flows = all.slice(1).map(({ code }, index) => flow(all[index]!.code, code));
    await world.desk.publish('PURE-HANDS', { variables, steps: all, flows }, { applicability: 'false' });
    for (let round = 0; round < 5; round++) {
      const { id, instanceNo } = await world.start('PURE-HANDS', { variables: { n: 100 } });
      await Promise.all(Array.from({ length: 4 }, () => world.run(id)));
      await world.ends(id);
      expect((await world.see(id)).variables).toEqual({ n: 108 });
      expect((await courseOf(instanceNo)).map(({ step }) => step)).toEqual(all.map(({ code }) => code));
    }
  });

  test('WFL-46 a failing one stops the instance as any other, with what was done before kept', async () => {
    const all = [end('start', 'START'), counts('one', 'test.pure'), counts('two', 'test.pure'), end('end', 'END')];
    const flows = all.slice(1).map(({ code }, index) => flow(all[index]!.code, code));
    await world.desk.publish('PURE-FAILS', { variables, steps: all, flows }, { applicability: 'false' });
    const { id, instanceNo } = await world.start('PURE-FAILS', { variables: { n: 12 } });
    const seen = async () =>
      (await courseOf(instanceNo)).map(({ step, status, failures }) => ({ step, status, failed: failures > 0 }));
    for (let tries = 0; tries < 50 && !(await seen()).some(({ failed }) => failed); tries++) await world.run(id);
    expect(await seen()).toEqual([
      { step: 'start', status: 'DONE', failed: false },
      { step: 'one', status: 'DONE', failed: false },
      { step: 'two', status: 'ACTIVE', failed: true },
    ]);
    expect((await world.see(id)).variables).toEqual({ n: 13 });
  });

  test('WFL-45 stand still from the moment at which the instance is held, and go on from there', async () => {
    const steps = [
      end('start', 'START'),
      counts('turn', 'test.pure'),
      gate('more', { split: 'EXCLUSIVE' }),
      end('end', 'END'),
    ];
    const flows = [
      flow('start', 'turn'),
      flow('turn', 'more'),
      flow('more', 'turn', { condition: 'n < 1000' }),
      flow('more', 'end', { isDefault: true }),
    ];
    await world.desk.publish('PURE-HELD', { variables, steps, flows }, { applicability: 'false' });
    const { id, instanceNo } = await world.start('PURE-HELD', { variables: { n: 100 } });
    await until(async () => (await courseOf(instanceNo)).length > 20);
    await world.many.ok('processInstanceSuspend', { instanceIds: [id], reason: 'wait' });
    const before = await courseOf(instanceNo);
    const { n } = (await world.see(id)).variables as { n: number };
    expect(n).toBeGreaterThan(100);
    expect(n).toBeLessThan(1000);
    await world.run(id);
    await sleep(300);
    expect(await courseOf(instanceNo)).toEqual(before);
    await world.many.ok('processInstanceResume', { instanceIds: [id], reason: 'go' });
    await world.ends(id);
    expect((await world.see(id)).variables).toEqual({ n: 1000 });
    expect((await courseOf(instanceNo)).filter(({ step }) => step === 'turn')).toHaveLength(900);
  }, 60_000);
});

/** All that an instance has left in the tables, told without keys, numbers and moments. */
async function leftBy(id: string, instanceNo: string) {
  const { pool } = graph.database;
  const key = decodeId(id)!.uuid;
  const rows = async (sql: string) => (await pool.query<{ row: object }>(sql, [key])).rows.map(({ row }) => row);
  const own = `(select id from process_instance where id = $1 union all select id from process_token where instance_id = $1
    union all select id from process_task where instance_id = $1)`;
  // What was asked for a moment ago is on its way to the queue.
  await until(async () => (await pool.query('select 1 from job_request limit 1')).rowCount === 0);
  const found = {
    instance: await rows('select to_jsonb(i) "row" from process_instance i where id = $1'),
    tokens: await rows('select to_jsonb(k) "row" from process_token k where instance_id = $1 order by seq'),
    tasks: await rows('select to_jsonb(t) "row" from process_task t where instance_id = $1 order by task_no'),
    events: await rows(
      `select to_jsonb(h) - 'position' - 'sequence' "row" from history_entry h where subject_id in ${own} order by sequence`,
    ),
    audit: await rows(
      `select to_jsonb(a) - array['sequence', 'seal_hash', 'seal_position', 'client'] "row" from audit_entry a
       where object_id in ${own} order by sequence`,
    ),
    jobs: await rows(
      `select jsonb_build_object('task', j.task_identifier, 'due', j.run_at > now()) "row" from graphile_worker.jobs j
       where j.key like '%alarm%' and exists (select 1 from process_token k where k.instance_id = $1 and j.key like '%' || k.id || '%')`,
    ),
  };
  const keys: string[] = [];
  return JSON.parse(
    JSON.stringify(found)
      .replaceAll(instanceNo, 'PI')
      .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (uuid) =>
        String(keys.includes(uuid) ? keys.indexOf(uuid) : keys.push(uuid) - 1),
      )
      .replaceAll(/"\d{4}-\d\d-\d\dT[^"]+"/g, '"then"'),
  ) as Record<'instance' | 'tokens' | 'tasks' | 'events' | 'audit' | 'jobs', object[]>;
}

const person = (code: string, more: object = {}) => ({
  ...{ code, name: code, kind: 'HUMAN', operator: { kind: 'ROLE', code: 'CLERK' } },
  ...more,
});
const START = `mutation ($input: ProcessInstanceStartInput!) {
  processInstanceStart(input: $input) { instance { id instanceNo } userErrors { code message path } } }`;
const COMPLETE = `mutation ($input: ProcessTaskCompleteInput!) {
  processTaskComplete(input: $input) { task { id } userErrors { code } } }`;

describe('what people do', () => {
  const steps = [
    end('start', 'START'),
    person('first', {
      outputs: [{ name: 'n', type: 'NUMBER' }],
      timeLimits: [{ minutes: 60, workingTime: true, warnMinutes: 10 }],
    }),
    person('second'),
    end('end', 'END'),
  ];
  const flows = steps.slice(1).map(({ code }, index) => flow(steps[index]!.code, code));
  let clerk: Hired;
  let templateId: string;
  beforeAll(async () => {
    await world.desk.publish('PLAIN-PEOPLE', { variables, steps, flows }, { applicability: 'false' });
    const { rows } = await graph.database.pool.query<{ id: string }>(
      `select id from process_template where code = 'PLAIN-PEOPLE'`,
    );
    templateId = encodeId('wt', rows[0]!.id);
    clerk = await hire(graph, 'P950', 'H4401', ['HALL_CLERK', 'PROCESS_MANAGER']);
  });

  /** The task that stands open. */
  const openTask = async (id: string) =>
    (await world.see(id)).tasks.nodes.find(({ status }) => status === 'DISPATCHED')!.id;

  test('WFL-34 WFL-41 leaves the same whether one statement does it or a transaction', async () => {
    const { database } = graph;
    const ordinary = database.write.bind(database);
    let times = 0;
    database.write = (context, operation) => {
      if (context.operation?.startsWith('process')) times++;
      return ordinary(context, operation);
    };
    const run = async (headers: () => Record<string, string>) => {
      times = 0;
      const options = () => ({ as: clerk.as, headers: headers() });
      const input = { templateId, variables: { n: 1 }, subject: 'Anything' };
      const { id, instanceNo } = (await graph.query(START, { input }, options())).data.processInstanceStart.instance;
      for (const outputs of [{ n: 5 }, undefined]) {
        const done = { taskId: await openTask(id), ...(outputs ? { outputs } : {}) };
        expect((await graph.query(COMPLETE, { input: done }, options())).data.processTaskComplete.userErrors).toEqual(
          [],
        );
      }
      return { left: await leftBy(id, instanceNo), times };
    };
    // Under an idempotency key a transaction also writes the key; it is first, for a version is read by the ordinary way when it is asked for first.
    const whole = await run(() => ({ 'idempotency-key': randomUUID() }));
    const plain = await run(() => ({}));
    database.write = ordinary;
    expect(plain.times).toBe(0);
    expect(whole.times).toBe(3);
    expect(plain.left.tasks).toHaveLength(2);
    expect(plain.left.events.length).toBeGreaterThan(6);
    expect(plain.left.audit.length).toBeGreaterThan(3);
    expect(plain.left).toEqual(whole.left);
  });

  test('WFL-41 is done by a transaction when one statement cannot do it; only what is broken in that way is told', async () => {
    const { database } = graph;
    const told: [message: string, operation: string | undefined][] = [];
    const leave = database.onPlainFault((error, operation) => void told.push([(error as Error).message, operation]));
    const before = database.plainFaults;
    const input = { templateId, variables: { n: 1 } };
    const start = async (given: object = input) =>
      (await graph.query(START, { input: given }, { as: clerk.as })).data.processInstanceStart;
    // A refusal, a handler that fails and one that needs a transaction are ordinary.
    expect((await start({ ...input, variables: { n: 'one' } })).userErrors).toMatchObject([{ code: 'WRONG_TYPE' }]);
    await world.start('SAME-AROUND', { variables: { n: 1 } });
    const failing = await world.start('PURE-FAILS', { variables: { n: 13 } });
    await until(async () => (await courseOf(failing.instanceNo)).some(({ failures }) => failures > 0));
    expect([told, database.plainFaults]).toEqual([[], before]);
    // A statement that is not made, and one that the database does not take.
    const { value: statement } = Object.getOwnPropertyDescriptor(PlainTransaction.prototype, 'statement') as {
      value: PlainTransaction['statement'];
    };
    const breaks = [
      () => {
        throw new TypeError('Not a statement.');
      },
      () => ({ text: 'select "nothing" as "mark"', values: [] }),
    ];
    for (const broken of breaks) {
      PlainTransaction.prototype.statement = function (beside) {
        return this.caller.subject === 'P950' ? broken() : statement.call(this, beside);
      };
      try {
        expect((await start()).userErrors).toEqual([]);
      } finally {
        PlainTransaction.prototype.statement = statement;
      }
    }
    expect(told).toEqual([
      ['Not a statement.', 'processInstanceStart'],
      [expect.stringContaining('"nothing"'), 'processInstanceStart'],
    ]);
    expect(database.plainFaults).toBe(before + 2);
    leave();
  });

  test('WFL-41 is done once, though many do it at once', async () => {
    const input = { templateId, variables: { n: 1 } };
    const { id, instanceNo } = (await graph.query(START, { input }, { as: clerk.as })).data.processInstanceStart
      .instance;
    const taskId = await openTask(id);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        graph.query(COMPLETE, { input: { taskId, outputs: { n } } }, { as: clerk.as }),
      ),
    );
    const codes = answers.map(({ data }) => data.processTaskComplete.userErrors[0]?.code ?? 'done');
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    expect(codes.filter((code) => code === 'CONFLICT')).toHaveLength(11);
    const { tasks, tokens } = await leftBy(id, instanceNo);
    expect(tasks).toHaveLength(2);
    expect(tokens.map((token) => (token as { step: string }).step)).toEqual(['start', 'first', 'second']);
    expect((await world.see(id)).variables).toEqual({ n: codes.indexOf('done') });
  });
});
