// @isolated: it adds types of events.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { addEventType, fact } from '../../kernel/events/event-type.js';
import { v7 } from '../../kernel/model/index.js';
import { mutationsOf } from '../../testing/mutations.js';
import { openProcessWorld, type ProcessWorld } from '../../testing/process-world.js';
import { line } from '../../testing/processes.js';
import { until } from '../../testing/until.js';
import { virtualClock, type VirtualClock } from '../../testing/virtual-clock.js';
import { Region } from '../region/index.js';
import { fireTriggers } from './fire-triggers.js';

addEventType('test.measured', fact('Region', 'Something was measured.', { value: z.number() } as never));

let w: ProcessWorld;
let clock: VirtualClock;
beforeAll(async () => {
  w = await openProcessWorld();
  clock = virtualClock(w.graph, '2099-05-04T08:00:00Z');
  const variables = [
    { name: 'value', type: 'NUMBER' },
    { name: 'count', type: 'NUMBER' },
  ];
  await w.desk.publish('ON-REGION', { ...line('look'), variables }, { objectType: 'Region' });
  await w.desk.publish('ON-ANYTHING', { ...line('look'), variables }, { objectType: 'ANY' });
});
afterAll(async () => {
  clock?.stop();
  await w?.graph.close();
});

const triggers = () =>
  mutationsOf(w.graph, {
    inputs: { processTriggerSave: 'ProcessTriggerSaveInput' },
    field: 'trigger',
    selection: 'id code active nextAt',
    as: 'admin',
  });
const templateId = async (code: string) =>
  (await w.graph.query(`{ processTemplate(code: "${code}") { id } }`)).data.processTemplate.id as string;
const save = async (code: string, input: Record<string, unknown>) =>
  triggers().ok('processTriggerSave', { code, name: code, templateId: await templateId('ON-REGION'), ...input });
/** Says that something happened to regions. */
const happens = async (value: number, ...codes: string[]) => {
  for (const code of codes) await happensTo(code, value, null);
};
/** The same of one region. @param figuresOf key of the customer of whose figures it tells */
const happensTo = (code: string, value: number, figuresOf: string | null) =>
  w.graph.database.write(w.graph.database.systemContext('test'), async (tx) => {
    const subject = await tx.em.findOneOrFail(Region, { code });
    const about = { subject, regionId: subject.id, figuresOf };
    tx.recordAny({ kind: 'BUSINESS_FACT', type: 'test.measured', ...about, data: { value } });
  });
/** Every event has its place, and the triggers have looked at it. */
async function looked(hands = 1): Promise<void> {
  const { database } = w.graph;
  await until(async () => {
    const { rows } = await database.pool.query('select 1 from "history_entry" where "position" is null limit 1');
    return rows.length === 0;
  });
  const run = () =>
    fireTriggers.run({}, database.systemContext('test'), { signal: new AbortController().signal } as never);
  await Promise.all(Array.from({ length: hands }, run));
}
const firings = async (code: string) =>
  (
    await w.graph.query(
      `query { processTriggers(filter: { code: { eq: "${code}" } }) { nodes { firings(first: 50, orderBy: [{ field: CREATED_AT }]) { nodes { error
        instance { id status startMode objectId subject variables region { code } template { code } } } } } } }`,
    )
  ).data.processTriggers.nodes[0].firings.nodes as {
    error: string | null;
    instance: {
      id: string;
      status: string;
      startMode: string;
      variables: Record<string, unknown>;
      region: { code: string } | null;
    } | null;
  }[];
const off = (code: string, input: Record<string, unknown>) => save(code, { ...input, active: false });

describe('a trigger', () => {
  test('WFL-34 starts a process for the object of each event for which its condition holds, once, however many look', async () => {
    const input = {
      kind: 'EVENT',
      eventType: 'test.measured',
      condition: 'data.value > 10',
      values: '{ value: data.value }',
    };
    await happens(99, '4401');
    await save('ON-EVENT', input);
    await happens(5, '4401');
    await happens(20, '4401', '4403');
    await looked(4);
    const found = await firings('ON-EVENT');
    expect(found.map(({ instance }) => instance)).toMatchObject([
      {
        status: 'RUNNING',
        startMode: 'EVENT',
        subject: 'ON-EVENT',
        variables: { value: 20 },
        region: { code: '4401' },
      },
      { status: 'RUNNING', startMode: 'EVENT', variables: { value: 20 }, region: { code: '4403' } },
    ]);
    // What runs for the object already is not started again; once it has ended it is.
    await happens(30, '4401');
    await looked();
    const [first, , again] = await firings('ON-EVENT');
    expect(again!.instance!.id).toBe(first!.instance!.id);
    for (const { instance } of found) await w.complete(instance!.id, 'look');
    await happens(31, '4401');
    await looked(2);
    expect((await firings('ON-EVENT'))[3]!.instance).toMatchObject({ variables: { value: 31 } });
    await w.complete((await firings('ON-EVENT'))[3]!.instance!.id, 'look');
    // What happens while it is off is not made up for.
    await off('ON-EVENT', input);
    await happens(40, '4401');
    await looked();
    await save('ON-EVENT', input);
    await looked();
    expect(await firings('ON-EVENT')).toHaveLength(4);
    await off('ON-EVENT', input);
  });

  test('CUS-03 WFL-34 puts nothing that events tell of the figures of a customer into what all who see the process read', async () => {
    const input = {
      kind: 'EVENT',
      eventType: 'test.measured',
      condition: 'data.value > 10',
      values: '{ value: data.value, count: count }',
    };
    await save('ON-FIGURES', input);
    await happensTo('4403', 20, v7());
    await happensTo('4401', 20, null);
    await looked();
    const found = await firings('ON-FIGURES');
    // The condition reads the figures all the same.
    expect(found).toMatchObject([
      { error: null, instance: { status: 'RUNNING', region: { code: '4403' }, variables: { count: 1 } } },
      { error: null, instance: { status: 'RUNNING', region: { code: '4401' }, variables: { count: 1, value: 20 } } },
    ]);
    expect(found[0]!.instance!.variables['value'] ?? null).toBeNull();
    const { rows } = await w.graph.database.pool.query(
      `select * from "process_instance" "i" where "i"."subject" = 'ON-FIGURES' and "i"."start_variables"::text like '%20%' and "i"."object_key" = (select "id" from "region" where "code" = '4403')`,
    );
    expect(rows).toEqual([]);
    for (const { instance } of found) await w.complete(instance!.id, 'look');
    await off('ON-FIGURES', input);
  });

  test('WFL-34 starts one when so many events come together within a span, and counts anew after that', async () => {
    const input = {
      kind: 'COUNT',
      eventType: 'test.measured',
      condition: 'data.value > 10',
      count: 3,
      windowMinutes: 60,
      values: '{ count: count }',
    };
    await save('ON-COUNT', input);
    await happens(20, '4401', '4403');
    clock.set('2099-05-04T08:30:00Z');
    await happens(20, '4401');
    await happens(1, '4401');
    await looked();
    expect(await firings('ON-COUNT')).toEqual([]);
    // The first is too long ago by now.
    clock.set('2099-05-04T09:15:00Z');
    await happens(20, '4401');
    await looked();
    expect(await firings('ON-COUNT')).toEqual([]);
    clock.set('2099-05-04T09:20:00Z');
    await happens(20, '4401');
    await looked(3);
    const [firing, ...more] = await firings('ON-COUNT');
    expect([firing!.instance, more]).toMatchObject([{ variables: { count: 3 }, region: { code: '4401' } }, []]);
    await w.complete(firing!.instance!.id, 'look');
    await happens(20, '4401', '4401');
    await looked();
    expect(await firings('ON-COUNT')).toHaveLength(1);
    await happens(20, '4401');
    await looked();
    const [, second] = await firings('ON-COUNT');
    await w.complete(second!.instance!.id, 'look');
    expect(await firings('ON-COUNT')).toHaveLength(2);
    await off('ON-COUNT', input);
  });

  test('WFL-34 starts one at a moment, and again after each span, one for all that were missed', async () => {
    const input = {
      kind: 'TIME',
      templateId: await templateId('ON-ANYTHING'),
      nextAt: '2099-05-05T00:00:00Z',
      everyMinutes: 60,
    };
    await save('ON-TIME', { ...input, regionId: w.guangzhou });
    await looked();
    expect(await firings('ON-TIME')).toEqual([]);
    clock.set('2099-05-05T00:00:00Z');
    await looked(3);
    clock.set('2099-05-04T23:00:00Z');
    await looked();
    expect((await firings('ON-TIME')).map(({ instance }) => instance)).toMatchObject([
      { startMode: 'EVENT', objectId: null, region: { code: '4401' }, template: { code: 'ON-ANYTHING' } },
    ]);
    clock.set('2099-05-05T05:30:00Z');
    await looked(2);
    expect(await firings('ON-TIME')).toHaveLength(2);
    const { data } = await w.graph.query(
      '{ processTriggers(filter: { code: { eq: "ON-TIME" } }) { nodes { nextAt } } }',
    );
    expect(data.processTriggers.nodes).toEqual([{ nextAt: '2099-05-05T06:00:00.000Z' }]);
    await save('ON-TIME', { ...input, active: false });
  });

  test('WFL-34 starts one by the clock and the calendar of the operator, one for all that were missed', async () => {
    const input = { kind: 'TIME', templateId: await templateId('ON-ANYTHING') };
    const nextOf = async (code: string) =>
      (
        await w.graph.query(
          `{ processTriggers(filter: { code: { eq: "${code}" } }) { nodes { nextAt schedule scheduleFrom } } }`,
        )
      ).data.processTriggers.nodes[0];
    // A Tuesday, half past five in the evening in Shanghai.
    clock.set('2099-05-05T09:30:00Z');
    const cron = { ...input, schedule: '30 8 * * MON-FRI' };
    const saved = await save('ON-CLOCK', cron);
    expect(saved['nextAt']).toBe('2099-05-06T00:30:00.000Z');
    clock.set('2099-05-06T00:29:00Z');
    await looked();
    expect(await firings('ON-CLOCK')).toEqual([]);
    clock.set('2099-05-06T00:30:00Z');
    await looked(3);
    expect((await firings('ON-CLOCK')).map(({ instance }) => instance?.startMode)).toEqual(['EVENT']);
    // Thursday and Friday are missed: one for both, and then not before Monday.
    clock.set('2099-05-08T09:00:00Z');
    await looked(2);
    expect(await firings('ON-CLOCK')).toHaveLength(2);
    expect(await nextOf('ON-CLOCK')).toEqual({
      ...{ nextAt: '2099-05-11T00:30:00.000Z', schedule: cron.schedule, scheduleFrom: null },
    });
    await save('ON-CLOCK', { ...cron, active: false });

    // Its last rounds are not made up for.
    const first = '2099-05-31T01:00:00Z';
    await save('ON-CYCLE', { ...input, schedule: 'R3/P1M', nextAt: first });
    expect(await nextOf('ON-CYCLE')).toMatchObject({
      nextAt: '2099-05-31T01:00:00.000Z',
      scheduleFrom: '2099-05-31T01:00:00.000Z',
    });
    clock.set(first);
    await looked();
    expect((await nextOf('ON-CYCLE')).nextAt).toBe('2099-06-30T01:00:00.000Z');
    clock.set('2099-07-31T01:00:00Z');
    await looked();
    expect(await firings('ON-CYCLE')).toHaveLength(2);
    expect((await nextOf('ON-CYCLE')).nextAt).toBeNull();
    clock.set('2099-12-31T01:00:00Z');
    await looked();
    expect(await firings('ON-CYCLE')).toHaveLength(2);

    const before = [await w.count('process_trigger'), await w.count('history_entry')];
    const refused = (more: object) =>
      triggers().refused('processTriggerSave', { code: 'BAD-TIMES', name: 'Bad', ...input, ...more });
    expect(await refused({})).toEqual([['REQUIRED', 'input.nextAt']]);
    expect(await refused({ schedule: 'R/P1M' })).toEqual([['REQUIRED', 'input.nextAt']]);
    expect(await refused({ schedule: 'every morning' })).toEqual([['BAD_VALUE', 'input.schedule']]);
    expect(await refused({ schedule: '0 0 30 2 *' })).toEqual([['BAD_VALUE', 'input.schedule']]);
    expect(await refused({ schedule: 'R2/2099-01-01T00:00:00Z/P1D' })).toEqual([['BAD_VALUE', 'input.schedule']]);
    expect(await refused({ schedule: '0 0 * * *', everyMinutes: 5 })).toEqual([
      ['CONTRADICTION', 'input.everyMinutes'],
    ]);
    expect(
      await refused({
        schedule: '0 0 * * *',
        kind: 'EVENT',
        eventType: 'test.measured',
        templateId: await templateId('ON-REGION'),
      }),
    ).toEqual([['CONTRADICTION', 'input.schedule']]);
    expect([await w.count('process_trigger'), await w.count('history_entry')]).toEqual(before);
    clock.set('2099-05-05T06:00:00Z');
  });

  test('WFL-34 that cannot start anything says why, and goes on with what comes next', async () => {
    const input = {
      kind: 'EVENT',
      eventType: 'test.measured',
      values: '{ value: if data.value > 10 then "high" else data.value }',
    };
    await save('FAILING', input);
    await happens(20, '4401');
    await happens(2, '4401');
    await looked();
    expect(await firings('FAILING')).toMatchObject([
      { error: expect.any(String), instance: null },
      { error: null, instance: { variables: { value: 2 } } },
    ]);
    await off('FAILING', input);
  });

  test('WFL-34 is refused when it contradicts itself or names what is not there, and to those who may not; nothing is written', async () => {
    const before = [await w.count('process_trigger'), await w.count('history_entry')];
    const base = {
      code: 'BAD',
      name: 'Bad',
      templateId: await templateId('ON-REGION'),
      kind: 'EVENT',
      eventType: 'test.measured',
    };
    const refused = async (more: object) => (await triggers().refused('processTriggerSave', { ...base, ...more }))[0];
    expect(await refused({ eventType: null })).toEqual(['REQUIRED', 'input.eventType']);
    expect(await refused({ count: 3 })).toEqual(['CONTRADICTION', 'input.count']);
    expect(await refused({ kind: 'COUNT', count: 3 })).toEqual(['REQUIRED', 'input.windowMinutes']);
    expect(await refused({ kind: 'TIME', nextAt: '2099-01-01T00:00:00Z' })).toEqual([
      'CONTRADICTION',
      'input.eventType',
    ]);
    expect(await refused({ kind: 'TIME', eventType: null, nextAt: '2099-01-01T00:00:00Z' })).toEqual([
      'TEMPLATE_UNFIT',
      'input.templateId',
    ]);
    expect(await refused({ eventType: 'no.such' })).toEqual(['EVENT_TYPE_UNKNOWN', 'input.eventType']);
    expect(await refused({ eventType: 'process-instance.retried' })).toEqual(['TEMPLATE_UNFIT', 'input.templateId']);
    expect(await refused({ condition: 'colour = 1' })).toEqual(['RULE_UNKNOWN_NAME', 'input.condition']);
    expect(await refused({ values: '1' })).toEqual(['RULE_TYPE', 'input.values']);
    const document = triggers().documents.processTriggerSave;
    const as = async (who: typeof w.clerk.as, more: object = {}) => {
      const { data, errors } = await w.graph.query(document, { input: { ...base, ...more } }, { as: who });
      return errors?.[0]?.extensions.code ?? data.processTriggerSave.userErrors[0].code;
    };
    expect(await as(w.clerk.as)).toBe('FORBIDDEN');
    // A manager of a city says nothing for the whole operator.
    expect(await as(w.desk.designer.as)).toBe('OUT_OF_SCOPE');
    expect([await w.count('process_trigger'), await w.count('history_entry')]).toEqual(before);
    expect(
      (
        await triggers().run(
          'processTriggerSave',
          { ...base, regionId: w.guangzhou, active: false },
          w.desk.designer.as,
        )
      ).userErrors,
    ).toEqual([]);
  });
});
