import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { defineStepHandler, type StepRun } from '../../kernel/process/index.js';
import { openProcessWorld, type ProcessWorld } from '../../testing/process-world.js';
import { sleep, until } from '../../testing/until.js';

/** Counts, and fails when it is told to; once as a pure handler and once as one that needs its transaction. */
const count = ({ inputs }: StepRun) => {
  if (inputs['n'] === 13) throw new Error('Thirteen.');
  return { n: Number(inputs['n'] ?? 0) + 1 };
};
defineStepHandler('test.pure', { run: async (_tx, step) => count(step), pure: count });
defineStepHandler('test.same', { run: async (_tx, step) => count(step) });

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

describe('steps that are pure', () => {
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
