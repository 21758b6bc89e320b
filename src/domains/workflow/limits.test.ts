import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { mutationsOf } from '../../testing/mutations.js';
import { openProcessWorld, type ProcessWorld } from '../../testing/process-world.js';
import { human, line, taskAt } from '../../testing/processes.js';
import { virtualClock, type VirtualClock } from '../../testing/virtual-clock.js';

let world: ProcessWorld;
let graph: ProcessWorld['graph'];
let clock: VirtualClock;
const calendars = () =>
  mutationsOf(graph, {
    inputs: { workCalendarSave: 'WorkCalendarSaveInput' },
    field: 'calendar',
    selection: 'id code timeZone shifts(first: 50) { totalCount } days(first: 50) { nodes { day name worksLike } }',
    as: world.desk.headquarters.as,
  });
const operators = () =>
  mutationsOf(graph, {
    inputs: { processCalendarSet: 'ProcessCalendarSetInput' },
    field: 'operatorCalendar',
    selection: 'id operatorKind operatorCode calendar { code } region { code } setBy setAt',
    as: world.desk.headquarters.as,
  });
beforeAll(async () => {
  world = await openProcessWorld();
  ({ graph } = world);
});
afterEach(() => clock?.stop());
afterAll(() => graph?.close());

const WEEK = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, fromMinute: 540, toMinute: 720 },
  { weekday, fromMinute: 780, toMinute: 1080 },
]);
const OFFICE = { code: 'OFFICE', name: 'Office hours', timeZone: 'Asia/Shanghai', shifts: WEEK };
const CLERK = { kind: 'POSITION', code: 'HALL_CLERK' };
const dues = async (id: string): Promise<[string | null, string | null]> => {
  const { data } = await graph.query(
    'query ($id: ID!) { processInstance(id: $id) { dueAt tasks(first: 9) { nodes { dueAt } } } }',
    { id },
  );
  return [data.processInstance.dueAt, data.processInstance.tasks.nodes.at(-1)?.dueAt ?? null];
};
/** Noon of a Wednesday, and four days off from the next day on. */
const WEDNESDAY = '2037-09-30T12:00:00+08:00';
const at = (local: string) => new Date(`${local}+08:00`).toISOString();

describe('time limits', () => {
  test('WFL-16 WFL-17 are chosen by the handling grade, which a rule gives when nobody says it', async () => {
    clock = virtualClock(graph, WEDNESDAY);
    const timeLimits = [{ grade: 'GOLD', minutes: 30 }, { minutes: 90 }];
    const definition = {
      ...line(human('a', { timeLimits })),
      timeLimits: [{ grade: 'GOLD', minutes: 60 }, { minutes: 240 }],
      variables: [{ name: 'customerLevel', type: 'STRING' }],
    };
    const versions = mutationsOf(graph, {
      inputs: {
        processTemplateCreate: 'ProcessTemplateCreateInput',
        processVersionEdit: 'ProcessVersionEditInput',
        processVersionTest: 'ProcessVersionStepInput',
      },
      field: 'version',
      selection: 'id gradeRule',
      as: world.desk.headquarters.as,
    });
    const { id: versionId } = await versions.ok('processTemplateCreate', { code: 'GRADED', name: 'G', definition });
    expect(await versions.refused('processVersionEdit', { versionId, gradeRule: 'colour' })).toEqual([
      ['RULE_UNKNOWN_NAME', 'input.gradeRule'],
    ]);
    const gradeRule = 'if customerLevel = "DIAMOND" then "GOLD" else "NORMAL"';
    expect(await versions.ok('processVersionEdit', { versionId, gradeRule })).toMatchObject({ gradeRule });
    await versions.ok('processVersionTest', { versionId });
    const start = async (input: object) => {
      const made = await world.instances.ok('processInstanceStart', { testVersionId: versionId, ...input });
      return [made.handlingGrade, ...(await dues(made.id))];
    };
    const [gold, normal] = [
      [at('2037-09-30T13:00:00'), at('2037-09-30T12:30:00')],
      [at('2037-09-30T16:00:00'), at('2037-09-30T13:30:00')],
    ];
    expect(await start({ variables: { customerLevel: 'DIAMOND' } })).toEqual(['GOLD', ...gold]);
    expect(await start({ variables: { customerLevel: 'SILVER' } })).toEqual(['NORMAL', ...normal]);
    expect(await start({ handlingGrade: 'GOLD', variables: {} })).toEqual(['GOLD', ...gold]);
  });

  test('WFL-18 WFL-58 are counted in the working time of the operator, with its holidays and days worked instead', async () => {
    clock = virtualClock(graph, WEDNESDAY);
    const days = [
      { day: '2037-10-01', name: '国庆节' },
      { day: '2037-10-02', name: '国庆节' },
      { day: '2037-10-03', name: '调休', worksLike: 4 },
    ];
    const office = await calendars().ok('workCalendarSave', { ...OFFICE, days });
    expect(office).toMatchObject({
      shifts: { totalCount: 10 },
      days: { nodes: expect.arrayContaining(days.slice(2)) },
    });
    expect(
      await operators().ok('processCalendarSet', { operator: CLERK, calendarId: office.id, regionId: world.guangzhou }),
    ).toMatchObject({
      operatorCode: 'HALL_CLERK',
      region: { code: '4401' },
      setBy: 'P110',
      setAt: at('2037-09-30T12:00:00'),
    });
    const timeLimits = [{ minutes: 6 * 60, workingTime: true }];
    await world.desk.publish('WORKING', { ...line(human('a', { timeLimits })), timeLimits });
    const inRegion = await world.start('WORKING', { regionId: world.guangzhou });
    // Five hours of the afternoon, then one of the Saturday; of the whole process, whose calendar is not set, all time counts.
    expect(await dues(inRegion.id)).toEqual([at('2037-09-30T18:00:00'), at('2037-10-03T10:00:00')]);
    const elsewhere = (await graph.query('{ region(code: "4403") { id } }')).data.region.id;
    expect((await dues((await world.start('WORKING', { regionId: elsewhere })).id))[1]).toBe(at('2037-09-30T18:00:00'));
    await operators().ok('processCalendarSet', { calendarId: office.id });
    expect((await dues((await world.start('WORKING', { regionId: elsewhere })).id))[0]).toBe(at('2037-10-03T10:00:00'));
    await calendars().ok('workCalendarSave', { ...OFFICE, days: days.slice(0, 2) });
    expect((await dues((await world.start('WORKING', { regionId: elsewhere })).id))[0]).toBe(at('2037-10-05T10:00:00'));
    expect(await dues(inRegion.id)).toEqual([at('2037-09-30T18:00:00'), at('2037-10-03T10:00:00')]);
    expect(
      (await operators().run('processCalendarSet', { operator: CLERK, regionId: world.guangzhou })).userErrors,
    ).toEqual([]);
    expect((await dues((await world.start('WORKING', { regionId: world.guangzhou })).id))[1]).toBe(
      at('2037-10-05T10:00:00'),
    );
    await operators().run('processCalendarSet', {});
  });

  test('WFL-72 are those that units have agreed on, when the handling grade names their agreement', async () => {
    clock = virtualClock(graph, WEDNESDAY);
    const agreements = mutationsOf(graph, {
      inputs: { processAgreementSave: 'OperationalAgreementSaveInput' },
      field: 'agreement',
      selection: 'id code provider { code } limits(first: 9) { totalCount }',
      as: world.desk.headquarters.as,
    });
    await world.desk.publish('AGREED', { ...line(human('a', { timeLimits: [{ minutes: 600 }] }), 'b') });
    const { data } = await graph.query(
      '{ processTemplate(code: "AGREED") { id } internalOrganizations(first: 1, filter: { code: { eq: "H4401" } }) { nodes { id } } }',
    );
    const providerId = data.internalOrganizations.nodes[0].id;
    const limits = [
      { step: 'a', minutes: 240 },
      { step: 'a', templateId: data.processTemplate.id, minutes: 30 },
      { minutes: 90 },
    ];
    const agreement = {
      code: 'OLA-HALL',
      name: 'Hall for all',
      providerId,
      limits,
      validTo: at('2037-10-02T00:00:00'),
    };
    expect(await agreements.ok('processAgreementSave', agreement)).toMatchObject({
      ...{ provider: { code: 'H4401' }, limits: { totalCount: 3 } },
    });
    const start = async (handlingGrade: string) => dues((await world.start('AGREED', { handlingGrade })).id);
    expect(await start('OLA-HALL')).toEqual([at('2037-09-30T13:30:00'), at('2037-09-30T12:30:00')]);
    expect(await start('OTHER')).toEqual([null, at('2037-09-30T22:00:00')]);
    clock.set('2037-10-03T12:00:00+08:00');
    expect(await start('OLA-HALL')).toEqual([null, at('2037-10-03T22:00:00')]);
    const before = await world.count('operational_limit');
    const refused = (more: object) => agreements.refused('processAgreementSave', { ...agreement, ...more });
    expect(await refused({ validTo: null, limits: [...limits, { minutes: 5 }] })).toEqual([
      ['DUPLICATE', 'input.limits.3.step'],
    ]);
    expect(await refused({ validTo: null, limits: [{ minutes: 5, warnMinutes: 5 }] })).toEqual([
      ['LIMIT_INVALID', 'input.limits.0.warnMinutes'],
    ]);
    expect(await refused({})).toEqual([['BEFORE_START', 'input.validTo']]);
    const { errors } = await graph.query(
      agreements.documents.processAgreementSave,
      { input: agreement },
      { as: world.clerk.as },
    );
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await world.count('operational_limit')).toBe(before);
  });

  test('WFL-45 WFL-58 the time for which a process is held does not count, unless the limit says so', async () => {
    clock = virtualClock(graph, '2037-09-30T17:00:00+08:00');
    const office = await calendars().ok('workCalendarSave', OFFICE);
    await operators().ok('processCalendarSet', { operator: CLERK, calendarId: office.id });
    const step = (code: string, more: object) => human(code, { timeLimits: [{ minutes: 120, ...more }] });
    await world.desk.publish('HELD-WORK', line(step('a', { workingTime: true })));
    await world.desk.publish('HELD-RUNS', line(step('a', { countsSuspension: true })));
    const [work, runs] = [await world.start('HELD-WORK'), await world.start('HELD-RUNS')];
    expect((await dues(work.id))[1]).toBe(at('2037-10-01T10:00:00'));
    clock.set('2037-09-30T17:30:00+08:00');
    const instanceIds = [work.id, runs.id];
    await world.many.ok('processInstanceSuspend', { instanceIds, reason: 'customer is away' });
    clock.set('2037-10-01T11:00:00+08:00');
    await world.many.ok('processInstanceResume', { instanceIds, reason: 'back' });
    // An hour and a half of working time was left: one hour before noon, half an hour after the break.
    expect((await dues(work.id))[1]).toBe(at('2037-10-01T13:30:00'));
    expect((await dues(runs.id))[1]).toBe(at('2037-09-30T19:00:00'));
    await world.tasks.ok('processTaskComplete', { taskId: taskAt(await world.see(work.id), 'a') });
    await operators().run('processCalendarSet', { operator: CLERK });
  });

  test('WFL-18 WFL-58 a task that is passed on is due by the time of whoever has it now', async () => {
    clock = virtualClock(graph, '2037-09-30T17:00:00+08:00');
    const office = await calendars().ok('workCalendarSave', OFFICE);
    await operators().ok('processCalendarSet', { operator: CLERK, calendarId: office.id });
    const AGENT = { kind: 'POSITION', code: 'CALL_CENTRE_AGENT' };
    const timeLimits = [{ minutes: 120, workingTime: true }];
    await world.desk.publish('PASSED-ON', line(human('a', { timeLimits })));
    const begin = async () => {
      const { id } = await world.start('PASSED-ON');
      const taskId = taskAt(await world.see(id), 'a');
      const forward = async (operator: object) =>
        (await world.tasks.ok('processTaskForward', { taskId, operator }))['dueAt'] as string;
      const seen = async () => {
        const { data } = await graph.query(
          `query ($id: ID!) { processInstance(id: $id) { alarms(first: 9) { nodes { dueAt } }
            tokens(first: 9, filter: { step: { eq: "a" } }) { nodes { dueAt } } tasks(first: 9) { nodes { dueAt } } } }`,
          { id },
        );
        const { alarms, tokens, tasks } = data.processInstance;
        return [tasks, tokens, alarms].map(({ nodes }) => nodes.map(({ dueAt }: { dueAt: string }) => dueAt));
      };
      return { id, forward, seen };
    };
    const [one, other, late] = [await begin(), await begin(), await begin()];
    expect(await one.seen()).toEqual([[at('2037-10-01T10:00:00')], [at('2037-10-01T10:00:00')], []]);
    await clock.advance(30);
    // Half an hour of the clerks' day was used; the agents work around the clock.
    for (const { forward } of [one, other]) expect(await forward(AGENT)).toBe(at('2037-09-30T19:00:00'));
    expect(await one.seen()).toEqual([[at('2037-09-30T19:00:00')], [at('2037-09-30T19:00:00')], []]);
    // A person works in the time of those in whose place they do it, and it comes back with what is left.
    await clock.advance(30);
    expect(await one.forward({ kind: 'EMPLOYEE', code: 'P500' })).toBe(at('2037-10-01T10:00:00'));
    expect(await one.forward(AGENT)).toBe(at('2037-09-30T19:00:00'));
    await world.many.ok('processInstanceSuspend', { instanceIds: [one.id], reason: 'customer is away' });
    await clock.advance(60);
    expect((await other.seen())[2]).toEqual([at('2037-09-30T19:00:00')]);
    await world.many.ok('processInstanceResume', { instanceIds: [one.id], reason: 'back' });
    expect((await one.seen())[0]).toEqual([at('2037-09-30T20:00:00')]);
    await clock.advance(59);
    expect((await one.seen())[2]).toEqual([]);
    await clock.advance(2);
    expect((await one.seen())[2]).toEqual([at('2037-09-30T20:00:00')]);
    // What is late stays as late as it was.
    clock.set('2037-10-01T11:00:00+08:00');
    expect(await late.forward(AGENT)).toBe(at('2037-10-01T10:00:00'));
    await operators().run('processCalendarSet', { operator: CLERK });
  });

  test('WFL-45 WFL-57 a held process is neither warned about nor late, with its sub-processes, and the rest of its time counts when it goes on', async () => {
    clock = virtualClock(graph, '2099-09-30T12:00:00+08:00');
    const timeLimits = [{ minutes: 60, warnMinutes: 10 }];
    await world.desk.publish('HELD-CHILD', { ...line(human('inner', { timeLimits })), timeLimits });
    const sub = { code: 'sub', kind: 'SUBPROCESS', subprocess: { template: 'HELD-CHILD', wait: true } };
    await world.desk.publish('HELD-WHOLE', { ...line(sub), timeLimits });
    const { id } = await world.start('HELD-WHOLE');
    await clock.settle();
    const TELLS = `id status dueAt overdue heldSeconds alarms(first: 9) { nodes { reason } } tasks(first: 9) { nodes { dueAt overdue } }`;
    const tells = async () =>
      (
        await graph.query(
          `query ($id: ID!) { processInstance(id: $id) { ${TELLS} children(first: 9) { nodes { ${TELLS} } } } }`,
          { id },
        )
      ).data.processInstance;
    const late = async () => {
      const { data } = await graph.query(
        '{ processErrors(filter: { template: "HELD-WHOLE" }) { overdue } processStepDwell(filter: { template: "HELD-CHILD" }) { overdue } }',
      );
      const own = await graph.query('{ processWorkList { overdue } }', {}, { as: world.clerk.as });
      return [own.data.processWorkList.overdue, data.processErrors[0].overdue, data.processStepDwell[0].overdue];
    };
    const before = await late();
    clock.set('2099-09-30T12:20:00+08:00');
    await world.many.ok('processInstanceSuspend', { instanceIds: [id], reason: 'customer is away' });
    await clock.advance(24 * 60);
    const held = await tells();
    expect(held).toMatchObject({ status: 'SUSPENDED', overdue: false, alarms: { nodes: [] } });
    expect(held.children.nodes).toMatchObject([
      { status: 'SUSPENDED', overdue: false, alarms: { nodes: [] }, tasks: { nodes: [{ overdue: false }] } },
    ]);
    expect(await late()).toEqual(before);
    await world.many.ok('processInstanceResume', { instanceIds: [id], reason: 'back' });
    // Forty minutes were left.
    const due = at('2099-10-01T13:00:00');
    const child = { status: 'RUNNING', dueAt: due, heldSeconds: 86_400, tasks: { nodes: [{ dueAt: due }] } };
    expect(await tells()).toMatchObject({ status: 'RUNNING', dueAt: due, children: { nodes: [child] } });
    await clock.advance(29);
    expect((await tells()).alarms.nodes).toEqual([]);
    await clock.advance(2);
    expect((await tells()).alarms.nodes).toEqual([{ reason: 'DUE_SOON' }]);
    await clock.advance(10);
    expect(await tells()).toMatchObject({ overdue: true, children: { nodes: [{ overdue: true }] } });
    const [, errors, dwell] = await late();
    expect([errors, dwell]).toEqual([1, 1]);
    // A sub-process that was held by itself stays so when the whole is held and goes on.
    const [{ id: childId }] = (await tells()).children.nodes;
    await world.many.ok('processInstanceSuspend', { instanceIds: [childId], reason: 'x' });
    clock.set('2099-10-02T12:00:00+08:00');
    await world.many.ok('processInstanceSuspend', { instanceIds: [id], reason: 'x' });
    clock.set('2099-10-02T13:00:00+08:00');
    await world.many.ok('processInstanceResume', { instanceIds: [id], reason: 'x' });
    expect(await tells()).toMatchObject({ status: 'RUNNING', children: { nodes: [{ status: 'SUSPENDED' }] } });
    await world.many.ok('processInstanceResume', { instanceIds: [childId], reason: 'x' });
    // In one call both are held once.
    await world.many.ok('processInstanceSuspend', { instanceIds: [id, childId], reason: 'x' });
    await world.many.ok('processInstanceTerminate', { instanceIds: [id], reason: 'x' });
  });

  test('WFL-45 WFL-58 a sub-process that is held by itself stops the limit of the step that waits for it', async () => {
    clock = virtualClock(graph, '2099-11-02T12:00:00+08:00');
    await world.desk.publish('ALONE-CHILD', line('inner'));
    const wait = { timeLimits: [{ minutes: 60 }], subprocess: { template: 'ALONE-CHILD', wait: true } };
    await world.desk.publish('ALONE', line({ code: 'sub', kind: 'SUBPROCESS', ...wait }));
    const { id } = await world.start('ALONE');
    await clock.settle();
    const tells = async () => {
      const { data } = await graph.query(
        `query ($id: ID!) { processInstance(id: $id) { tokens(first: 9) { nodes { step dueAt heldAt } } alarms(first: 9) { nodes { reason } } children(first: 1) { nodes { id } } }
          processStepTraffic(filter: { template: "ALONE" }) { overdue } processStepDwell(filter: { template: "ALONE" }) { overdue } }`,
        { id },
      );
      const { tokens, alarms, children } = data.processInstance;
      return {
        child: children.nodes[0].id as string,
        due: tokens.nodes.find(({ step }: { step: string }) => step === 'sub').dueAt as string,
        heldAt: tokens.nodes.find(({ step }: { step: string }) => step === 'sub').heldAt as string | null,
        alarms: alarms.nodes.length as number,
        late: [data.processStepTraffic[0].overdue, data.processStepDwell[0].overdue] as number[],
      };
    };
    const to = (time: string) => clock.set(`2099-11-02T${time}:00+08:00`);
    const due = (time: string) => at(`2099-11-02T${time}:00`);
    const { child } = await tells();
    const hold = (instanceId: string) =>
      world.many.ok('processInstanceSuspend', { instanceIds: [instanceId], reason: 'x' });
    const goOn = (instanceId: string) =>
      world.many.ok('processInstanceResume', { instanceIds: [instanceId], reason: 'x' });
    expect((await tells()).due).toBe(due('13:00'));
    to('12:10');
    await hold(child);
    await clock.advance(80);
    expect(await tells()).toMatchObject({ due: due('13:00'), alarms: 0, late: [0, 0] });
    await goOn(child);
    // Fifty minutes were left.
    expect((await tells()).due).toBe(due('14:20'));
    // The whole is held around a sub-process that is held before it, or goes on before it: no minute counts twice, and none is lost.
    to('13:40');
    await hold(child);
    to('13:50');
    await hold(id);
    to('14:00');
    await goOn(id);
    expect((await tells()).due).toBe(due('14:20'));
    to('14:10');
    await goOn(child);
    expect((await tells()).due).toBe(due('14:50'));
    to('14:20');
    await hold(id);
    to('14:25');
    await goOn(child);
    to('14:30');
    await hold(child);
    to('14:35');
    await goOn(id);
    // It was held from 14:20 on, with the whole or by itself; its time counts when it goes on.
    expect(await tells()).toMatchObject({ due: due('14:50'), heldAt: due('14:20') });
    to('14:45');
    await goOn(child);
    expect((await tells()).due).toBe(due('15:15'));
    await clock.advance(29);
    expect(await tells()).toMatchObject({ alarms: 0, late: [0, 0] });
    await clock.advance(2);
    expect(await tells()).toMatchObject({ alarms: 1, late: [1, 1] });
    await world.many.ok('processInstanceTerminate', { instanceIds: [id], reason: 'x' });
  });

  test('WFL-18 refuses what is no calendar, unknown operators, and those who may not set them', async () => {
    const before = await world.count('work_calendar');
    const set = await world.count('operator_calendar');
    const refused = (more: object) => calendars().refused('workCalendarSave', { ...OFFICE, code: 'BAD', ...more });
    expect(await refused({ timeZone: 'Asia/Nowhere' })).toEqual([['TIME_ZONE_UNKNOWN', 'input.timeZone']]);
    const day = { day: '2037-10-01', name: 'x' };
    expect(await refused({ days: [day, day] })).toEqual([['DUPLICATE', 'input.days.1.day']]);
    expect(await refused({ shifts: [] })).toEqual([['TOO_FEW', 'input.shifts']]);
    const { errors } = await graph.query(
      calendars().documents.workCalendarSave,
      { input: { ...OFFICE, code: 'BAD' } },
      { as: world.clerk.as },
    );
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await world.count('work_calendar')).toBe(before);
    const { id: calendarId } = await calendars().ok('workCalendarSave', OFFICE);
    const refusedSet = (input: object) => operators().refused('processCalendarSet', input);
    expect(await refusedSet({ operator: { kind: 'ROLE', code: 'NOBODY' }, calendarId })).toEqual([
      ['OPERATOR_UNKNOWN', 'input.operator'],
    ]);
    const far = (await graph.query('{ region(code: "4403") { id } }')).data.region.id;
    expect(
      await operators().refused('processCalendarSet', { regionId: far, calendarId }, world.desk.designer.as),
    ).toEqual([['OUT_OF_SCOPE', 'input.regionId']]);
    expect(await refusedSet({ operator: { kind: 'ROLE', code: 'PROCESS_MANAGER' } })).toEqual([
      ['NOT_FOUND', 'input.operator'],
    ]);
    expect(await world.count('operator_calendar')).toBe(set);
  });
});
