import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { As } from '../../testing/graph.js';
import { mutationsOf } from '../../testing/mutations.js';
import { failing, mark, openProcessWorld, type ProcessWorld } from '../../testing/process-world.js';
import { human, line, taskAt } from '../../testing/processes.js';
import { hire } from '../../testing/staff.js';
import { until } from '../../testing/until.js';
import { virtualClock, type VirtualClock } from '../../testing/virtual-clock.js';
import { measureInstances } from './monitor.service.js';

let world: ProcessWorld;
let graph: ProcessWorld['graph'];
let clock: VirtualClock | undefined;
beforeAll(async () => {
  world = await openProcessWorld();
  ({ graph } = world);
});
afterEach(() => {
  clock?.stop();
  failing.clear();
});
afterAll(() => graph?.close());

const NINE = '2026-12-01T09:00:00Z';
const rules = () =>
  mutationsOf(graph, {
    inputs: { processMonitorRuleSave: 'MonitorRuleSaveInput' },
    field: 'rule',
    selection: 'id code metric alarmValue alarmLevel step active records(first: 9) { totalCount }',
    as: world.desk.headquarters.as,
  });
const measure = () =>
  measureInstances.run({}, graph.database.systemContext('jobs'), {
    ...{ id: '1', attempt: 1, signal: new AbortController().signal },
  });
const ofInstance = async (id: string, selection: string) =>
  (await graph.query(`query ($id: ID!) { processInstance(id: $id) { ${selection} } }`, { id })).data.processInstance;

describe('monitoring', () => {
  test('WFL-55 WFL-56 measures running instances, records the worst of a day, and raises an alarm once', async () => {
    clock = virtualClock(graph, NINE);
    await world.desk.publish('WATCHED', line('a', 'b'));
    const templateId = (await graph.query('{ processTemplate(code: "WATCHED") { id } }')).data.processTemplate.id;
    const rule = { templateId, name: 'Too long at a', metric: 'DWELL', step: 'a', alarmLevel: 'CRITICAL' };
    const saved = await rules().ok('processMonitorRuleSave', { ...rule, code: 'LONG', alarmValue: '30' });
    expect(saved).toMatchObject({ code: 'LONG', metric: 'DWELL', alarmValue: '30', active: true });
    const old = { ...rule, code: 'OLD', metric: 'AGE', step: null, alarmValue: '60', alarmLevel: 'INFO' };
    await rules().ok('processMonitorRuleSave', { ...old, recipient: { kind: 'EMPLOYEE', code: 'P200' } });
    const often = { ...rule, code: 'OFTEN', metric: 'VISITS', alarmValue: '2' };
    await rules().ok('processMonitorRuleSave', { ...often, step: 'b' });
    const instance = await world.start('WATCHED', { regionId: world.guangzhou });
    const other = await world.start('WATCHED', { regionId: world.guangzhou });
    await world.complete(other.id, 'a');
    clock.set('2026-12-01T09:29:00Z');
    await measure();
    const records = 'monitorRecords(first: 9) { nodes { rule { code } day metric value measuredAt } }';
    expect((await ofInstance(instance.id, records)).monitorRecords.nodes).toEqual([]);
    for (const time of ['09:31', '09:45', '10:30']) {
      clock.set(`2026-12-01T${time}:00Z`);
      await Promise.all([measure(), measure()]);
    }
    const found = (await ofInstance(instance.id, records)).monitorRecords.nodes;
    expect(found).toHaveLength(2);
    expect(found).toContainEqual({
      ...{ rule: { code: 'LONG' }, day: '2026-12-01', metric: 'DWELL', value: '90' },
      measuredAt: '2026-12-01T10:30:00.000Z',
    });
    const alarms =
      'alarms(first: 9, orderBy: [{ field: RAISED_AT }]) { nodes { code reason level recipientCode raisedAt } }';
    expect((await ofInstance(instance.id, alarms)).alarms.nodes).toEqual([
      ...[
        {
          code: 'LONG',
          reason: 'MEASURE',
          level: 'CRITICAL',
          recipientCode: 'PROCESS_MANAGER',
          raisedAt: '2026-12-01T09:31:00.000Z',
        },
      ],
      ...[
        { code: 'OLD', reason: 'MEASURE', level: 'INFO', recipientCode: 'P200', raisedAt: '2026-12-01T10:30:00.000Z' },
      ],
    ]);
    expect((await ofInstance(other.id, alarms)).alarms.nodes).toMatchObject([{ code: 'OLD' }]);
    await rules().ok('processMonitorRuleSave', { ...rule, code: 'LONG', alarmValue: '30', active: false });
    // Past midnight where the operator is.
    clock.set('2026-12-01T16:00:00Z');
    await measure();
    const days = (await ofInstance(instance.id, records)).monitorRecords.nodes;
    expect(days.map(({ rule, day }: { rule: { code: string }; day: string }) => `${rule.code} ${day}`).sort()).toEqual([
      ...['LONG 2026-12-01', 'OLD 2026-12-01', 'OLD 2026-12-02'],
    ]);
  });

  test('WFL-55 refuses rules that measure nothing, and those who may not say', async () => {
    const before = await world.count('monitor_rule');
    const rule = { code: 'X', name: 'x', metric: 'DWELL', alarmValue: '1', alarmLevel: 'INFO' };
    const refused = (more: object) => rules().refused('processMonitorRuleSave', { ...rule, ...more });
    expect(await refused({})).toEqual([['REQUIRED', 'input.step']]);
    expect(await refused({ metric: 'AGE', step: 'a' })).toEqual([['CONTRADICTION', 'input.step']]);
    expect(await refused({ step: 'a', alarmValue: '0' })).toEqual([['TOO_SMALL', 'input.alarmValue']]);
    const nobody = { kind: 'ROLE', code: 'NOBODY' };
    expect(await refused({ step: 'a', recipient: nobody })).toEqual([['OPERATOR_UNKNOWN', 'input.recipient']]);
    const input = { ...rule, step: 'a' };
    const { errors } = await graph.query(rules().documents.processMonitorRuleSave, { input }, { as: world.clerk.as });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await world.count('monitor_rule')).toBe(before);
  });

  test('WFL-59 reports what cannot go on to who is responsible, at once, and how it was handled', async () => {
    failing.add('broken');
    await world.desk.publish('BROKEN', line(mark('broken') as never, 'b'));
    const instance = await world.start('BROKEN', { regionId: world.guangzhou });
    const told = await graph.subscribe(
      'subscription { processAlarmRaised { alarm { reason recipientCode exceptions(first: 1) { nodes { code message } } } } }',
    );
    await until(async () => (await world.see(instance.id)).tokens.nodes.some(({ failures }) => failures > 0));
    await graph.database.pool.query(
      `update "process_token" set "failures" = 4, "wakes_at" = null where "step" = 'broken'`,
    );
    await world.run(instance.id);
    await world.ends(instance.id, 'ABNORMAL');
    const [raised] = await told.until(1);
    expect((raised!.data as never as { processAlarmRaised: object }).processAlarmRaised).toEqual({
      alarm: {
        ...{ reason: 'ABNORMAL', recipientCode: 'PROCESS_MANAGER' },
        exceptions: { nodes: [{ code: 'STEP_FAILED', message: 'Not now.' }] },
      },
    });
    const report =
      'exceptionCount alarmLevel exceptions(first: 9) { nodes { code owner situation handling handledBy alarm { clearedAt } } }';
    expect(await ofInstance(instance.id, report)).toMatchObject({
      ...{ exceptionCount: 1, alarmLevel: 'MAJOR' },
      exceptions: {
        nodes: [
          {
            ...{ owner: 'POSITION PROCESS_MANAGER', handling: null, handledBy: null, alarm: { clearedAt: null } },
            situation: { standing: [{ step: 'broken', status: 'STUCK', error: 'Not now.' }], variables: {} },
          },
        ],
      },
    });
    const stuck = (await world.see(instance.id)).tokens.nodes.find(({ status }) => status === 'STUCK')!;
    const move = { tokenId: stuck.id, step: 'b', reason: 'by hand' };
    await world.instances.ok('processInstanceMove', move, world.desk.designer.as);
    expect(await ofInstance(instance.id, report)).toMatchObject({
      ...{ exceptionCount: 1, alarmLevel: null },
      exceptions: { nodes: [{ handling: 'MOVE', handledBy: 'P100', alarm: { clearedAt: expect.any(String) } }] },
    });
  });
});

describe('statistics', () => {
  test('WFL-60 WFL-62 WFL-63 WFL-64 count traffic, errors, dwell and who holds what, of the period and of no test', async () => {
    clock = virtualClock(graph, '2027-02-01T08:00:00Z');
    const timeLimits = [{ minutes: 60 }];
    await world.desk.publish(
      'COUNTED',
      { ...line(human('a', { timeLimits }), 'b'), timeLimits },
      { objectType: 'Region' },
    );
    const regionId = world.guangzhou;
    const begin = () => world.start('COUNTED', { regionId, objectId: regionId, again: true });
    const [good, slow, back] = [await begin(), await begin(), await begin()];
    clock.set('2027-02-01T08:30:00Z');
    await world.complete(good.id, 'a');
    clock.set('2027-02-01T08:40:00Z');
    await world.complete(good.id, 'b');
    await world.complete(back.id, 'a');
    await world.tasks.ok('processTaskReject', { taskId: taskAt(await world.see(back.id), 'b'), reason: 'wrong' });
    await world.tasks.ok('processTaskClaim', { taskId: taskAt(slow, 'a') }, world.clerk.as);
    clock.set('2027-02-01T10:00:00Z');

    const filter = { template: 'COUNTED', from: '2027-02-01T00:00:00Z', to: '2027-02-02T00:00:00Z', regionId };
    const ask = async (query: string, more: object = {}, as?: As) =>
      (
        await graph.query(
          `query ($filter: ProcessStatisticsFilter) { ${query} }`,
          { filter: { ...filter, ...more } } as never,
          {
            ...(as ? { as } : {}),
          },
        )
      ).data;
    const traffic =
      'processStepTraffic(filter: $filter) { objectType template step entered done overdue averageMinutes firstAt lastAt }';
    expect((await ask(traffic)).processStepTraffic).toEqual([
      {
        ...{
          objectType: 'Region',
          template: 'COUNTED',
          step: 'a',
          entered: 4,
          done: 1,
          overdue: 2,
          averageMinutes: 30,
        },
        ...{ firstAt: '2027-02-01T08:00:00.000Z', lastAt: '2027-02-01T08:40:00.000Z' },
      },
      {
        ...{
          objectType: 'Region',
          template: 'COUNTED',
          step: 'b',
          entered: 2,
          done: 1,
          overdue: 0,
          averageMinutes: 10,
        },
        ...{ firstAt: '2027-02-01T08:30:00.000Z', lastAt: '2027-02-01T08:40:00.000Z' },
      },
    ]);
    expect((await ask(traffic, { step: 'b' })).processStepTraffic).toHaveLength(1);
    expect(
      (await ask(traffic, { to: '2027-01-01T00:00:00Z', from: '2026-12-31T00:00:00Z' })).processStepTraffic,
    ).toEqual([]);
    // The first moment belongs to a period, the one after it does not.
    const began = '2027-02-01T08:00:00Z';
    const periods = [
      { from: began, to: '2027-02-01T08:00:00.001Z' },
      { from: '2027-02-01T07:00:00Z', to: began },
      { from: '2027-02-01T08:00:00.001Z', to: '2027-02-01T08:30:00Z' },
    ];
    const every = `processStepTraffic(filter: $filter) { entered } processErrors(filter: $filter) { dispatched }
      processStepDwell(filter: $filter) { count } processTaskHoldings(filter: $filter) { count }`;
    const counts = (rows: Record<string, number>[]) =>
      rows.flatMap((row) => Object.values(row)).reduce((a, b) => a + b, 0);
    const within = async (period: object) =>
      Object.values((await ask(every, period)) as Record<string, Record<string, number>[]>).map(counts);
    expect(await Promise.all(periods.map(within))).toEqual([
      [3, 3, 1, 1],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
    const turned = await graph.query(
      '{ processStepTraffic(filter: { from: "2027-02-01T08:00:00Z", to: "2027-02-01T08:00:00Z" }) { step } }',
    );
    expect(turned.errors?.[0]).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
      message: 'The period ends after it begins.',
    });
    const errors =
      'processErrors(filter: $filter) { dispatched errors rejected rolledBack abnormal overdue completed averageMinutes errorRate firstAt lastAt }';
    expect((await ask(errors)).processErrors).toEqual([
      {
        ...{
          dispatched: 3,
          errors: 1,
          rejected: 1,
          rolledBack: 1,
          abnormal: 0,
          overdue: 2,
          completed: 1,
          averageMinutes: 40,
        },
        ...{ errorRate: 0.3333, firstAt: '2027-02-01T08:00:00.000Z', lastAt: '2027-02-01T08:00:00.000Z' },
      },
    ]);
    const dwell =
      'processStepDwell(filter: $filter) { step operatorKind operatorCode count overdue underHour underDay dayAndMore averageMinutes oldestAt }';
    expect((await ask(dwell)).processStepDwell).toEqual([
      {
        ...{
          step: 'a',
          operatorKind: 'POSITION',
          operatorCode: 'HALL_CLERK',
          count: 2,
          overdue: 2,
          underHour: 0,
          underDay: 2,
        },
        ...{ dayAndMore: 0, averageMinutes: 100, oldestAt: '2027-02-01T08:00:00.000Z' },
      },
    ]);
    const holdings = 'processTaskHoldings(filter: $filter) { employeeNo count overdue averageMinutes longestMinutes }';
    expect((await ask(holdings)).processTaskHoldings).toEqual([
      { employeeNo: 'P400', count: 1, overdue: 1, averageMinutes: 80, longestMinutes: 80 },
      { employeeNo: null, count: 1, overdue: 1, averageMinutes: 80, longestMinutes: 80 },
    ]);
    const far = await hire(graph, 'P900', 'H4403', ['PROCESS_MANAGER']);
    expect((await ask(traffic, { regionId: null }, far.as)).processStepTraffic).toEqual([]);
    const seen = await ofInstance(
      slow.id,
      'version { number steps(first: 9) { nodes { code operatorCode } } timeLimits(first: 9) { totalCount } } tokens(first: 9) { nodes { step enteredAt dueAt } } tasks(first: 9) { nodes { assignee { employeeNo } acceptedAt } }',
    );
    expect(seen).toMatchObject({
      version: {
        number: 1,
        steps: { nodes: expect.arrayContaining([{ code: 'a', operatorCode: 'HALL_CLERK' }]) },
        timeLimits: { totalCount: 2 },
      },
      tasks: { nodes: [{ assignee: { employeeNo: 'P400' }, acceptedAt: '2027-02-01T08:40:00.000Z' }] },
    });
  });

  test('WFL-61 WFL-70 shows what is related to an instance, with where each stands, as far as the caller sees it', async () => {
    await world.desk.publish('SITE', line('build'));
    await world.desk.publish(
      'WHOLE',
      line({ code: 'site', kind: 'SUBPROCESS', subprocess: { template: 'SITE' } } as never),
      {
        objectType: 'Region',
      },
    );
    const keys = { correlationKey: 'order 7', regionId: world.guangzhou };
    const remote = (await graph.query('{ region(code: "4403") { id } }')).data.region.id;
    const whole = await world.start('WHOLE', { ...keys, objectId: remote });
    await world.ends(whole.id, 'RUNNING');
    const elsewhere = await world.start('SITE', { ...keys, regionId: remote });
    const related = async (as?: As) => {
      const { data, errors } = await graph.query(
        'query ($id: ID!) { processRelated(instanceId: $id) { relation standsAt instance { status region { code } template { code } } } }',
        { id: whole.id },
        { ...(as ? { as } : {}) },
      );
      return errors?.map(({ extensions }) => extensions.code) ?? data.processRelated;
    };
    const child = {
      relation: 'CHILD',
      standsAt: ['build'],
      instance: { status: 'RUNNING', region: { code: '4401' }, template: { code: 'SITE' } },
    };
    // A subprocess comes first, and reaches its own first step a moment later.
    await until(async () => {
      const found: { standsAt: string[] }[] = await related();
      return found.length === 2 && found.every(({ standsAt }) => standsAt.length === 1);
    });
    const site = { status: 'RUNNING', region: { code: '4403' }, template: { code: 'SITE' } };
    expect(await related()).toEqual([child, { relation: 'WAITS_WITH', standsAt: ['build'], instance: site }]);
    expect(await related(world.desk.designer.as)).toEqual([child]);
    expect(await related((await hire(graph, 'P910', 'H4403', [])).as)).toEqual(['NOT_FOUND']);
    expect(elsewhere.status).toBe('RUNNING');
  });

  test('WFL-71 tells orders, service orders, work orders, supervision and collaboration orders apart, all dispatched alike', async () => {
    const kinds = ['ORDER', 'SERVICE_ORDER', 'WORK_ORDER', 'SUPERVISION_ORDER', 'COLLABORATION_ORDER'];
    for (const workKind of kinds) {
      await world.desk.publish(`KIND-${workKind}`, line('a'), { workKind });
      const instance = await world.start(`KIND-${workKind}`);
      const { data } = await graph.query(
        `query { processInstances(first: 50, filter: { workKind: { eq: ${workKind} }, template: { code: { eq: "KIND-${workKind}" } } }) { nodes { id workKind status } } }`,
      );
      expect(data.processInstances.nodes).toEqual([{ id: instance.id, workKind, status: 'RUNNING' }]);
      await world.complete(instance.id, 'a');
    }
  });
});
