import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeId } from '../../kernel/model/index.js';
import { mutationsOf } from '../../testing/mutations.js';
import { openProcessWorld, type ProcessWorld } from '../../testing/process-world.js';
import { human, line, standing, taskAt } from '../../testing/processes.js';
import { virtualClock, type VirtualClock } from '../../testing/virtual-clock.js';
import { WorkflowJob } from './jobs.js';
import { workflowJobs } from './workflow.jobs.js';

let world: ProcessWorld;
let graph: ProcessWorld['graph'];
let clock: VirtualClock;
beforeAll(async () => {
  world = await openProcessWorld();
  ({ graph } = world);
});
afterEach(() => clock?.stop());
afterAll(() => graph?.close());

const NINE = '2026-12-01T09:00:00Z';
const at = (time: string) => `2026-12-01T${time}:00.000Z`;
const limited = (code: string, alarms: object[] = [], more: object = {}) =>
  human(code, { timeLimits: [{ minutes: 60, warnMinutes: 20 }], alarms, ...more });
const ALARM = `id alarmNo code reason level step message dueAt raisedAt clearedAt recipientKind recipientCode recipient { employeeNo }
  escalated suppressedBy { reason } acknowledgedBy note task { id step }`;

interface SeenAlarm {
  id: string;
  code: string;
  reason: string;
  raisedAt: string;
  [field: string]: unknown;
}
const alarmsOf = async (id: string): Promise<SeenAlarm[]> => {
  const { data } = await graph.query(
    `query ($id: ID!) { processInstance(id: $id) { alarms(first: 50, orderBy: [{ field: RAISED_AT }]) { nodes { ${ALARM} } } } }`,
    { id },
  );
  return data.processInstance.alarms.nodes;
};
const codes = async (id: string) =>
  (await alarmsOf(id)).map(({ code, raisedAt }) => `${code} ${raisedAt.slice(11, 16)}`);
const alarmMutations = (as = world.desk.designer.as) =>
  mutationsOf(graph, {
    inputs: { processAlarmAcknowledge: 'ProcessAlarmAcknowledgeInput' },
    field: 'alarms',
    selection: 'id acknowledgedBy note',
    as,
  });
const suppressions = () =>
  mutationsOf(graph, {
    inputs: {
      processAlarmSuppress: 'ProcessAlarmSuppressInput',
      processAlarmSuppressionEnd: 'ProcessAlarmSuppressionEndInput',
    },
    field: 'suppression',
    selection: 'id reason maxLevel validity { from to } createdBy',
    as: world.desk.designer.as,
  });

describe('alarms about time limits', () => {
  test('WFL-19 WFL-57 warns before the limit of a step, tells when it passes, and clears both when it is done', async () => {
    clock = virtualClock(graph, NINE);
    await world.desk.publish('LATE', line(limited('a'), 'b'));
    const instance = await world.start('LATE', { regionId: world.guangzhou });
    await clock.advance(39);
    expect(await alarmsOf(instance.id)).toEqual([]);
    await clock.advance(1);
    expect(await alarmsOf(instance.id)).toMatchObject([
      {
        ...{
          code: 'WARNING',
          reason: 'DUE_SOON',
          level: 'MINOR',
          step: 'a',
          dueAt: at('10:00'),
          raisedAt: at('09:40'),
        },
        ...{ clearedAt: null, recipientKind: 'POSITION', recipientCode: 'HALL_CLERK', task: { step: 'a' } },
      },
    ]);
    await clock.advance(20);
    expect(await codes(instance.id)).toEqual(['WARNING 09:40', 'LIMIT 10:00']);
    const overdue = async () =>
      (
        await graph.query(
          'query ($id: ID!) { processInstance(id: $id) { overdue alarmLevel tasks(first: 1) { nodes { overdue alarmLevel } } } }',
          { id: instance.id },
        )
      ).data.processInstance;
    expect(await overdue()).toEqual({
      ...{ overdue: false, alarmLevel: 'MAJOR' },
      tasks: { nodes: [{ overdue: true, alarmLevel: 'MAJOR' }] },
    });
    await clock.advance(5);
    await world.complete(instance.id, 'a');
    expect((await alarmsOf(instance.id)).map(({ clearedAt }) => clearedAt)).toEqual([at('10:05'), at('10:05')]);
    expect((await overdue()).alarmLevel).toBeNull();
  });

  test('WFL-20 WFL-57 tells of the limit of a whole process at the moments and to those that its alarms say', async () => {
    clock = virtualClock(graph, NINE);
    const alarms = [
      { code: 'HALF', offsetMinutes: -60, level: 'INFO' },
      { code: 'CHIEF', offsetMinutes: 30, level: 'CRITICAL', recipient: { kind: 'EMPLOYEE', code: 'P200' } },
    ];
    await world.desk.publish('LATE-ALL', { ...line('a', 'b'), timeLimits: [{ minutes: 120 }], alarms });
    const instance = await world.start('LATE-ALL', { regionId: world.guangzhou });
    await clock.advance(70);
    await world.complete(instance.id, 'a');
    await clock.advance(200);
    expect(await alarmsOf(instance.id)).toMatchObject([
      { code: 'HALF', reason: 'DUE_SOON', step: null, recipientKind: 'POSITION', recipientCode: 'PROCESS_MANAGER' },
      { code: 'CHIEF', reason: 'OVERDUE', level: 'CRITICAL', recipient: { employeeNo: 'P200' } },
    ]);
    const { data } = await graph.query('query ($id: ID!) { processInstance(id: $id) { overdue } }', {
      id: instance.id,
    });
    expect(data.processInstance.overdue).toBe(true);
  });

  test('WFL-57 raises each alarm once, over jobs that run again, at once, too early, or after the clock was set back', async () => {
    clock = virtualClock(graph, NINE);
    await world.desk.publish('ONCE', line(limited('a')));
    const instance = await world.start('ONCE');
    const instanceId = decodeId(instance.id)!.uuid;
    const tokenId = decodeId(instance.tokens.nodes.find(({ step }) => step === 'a')!.id)!.uuid;
    const job = workflowJobs.find(({ name }) => name === WorkflowJob.alarm)!;
    const once = () =>
      job.run({ instanceId, tokenId }, graph.database.systemContext('jobs'), {
        ...{ id: '1', attempt: 1, signal: new AbortController().signal },
      });
    await once();
    expect(await codes(instance.id)).toEqual([]);
    clock.set('2026-12-01T10:10:00Z');
    await Promise.all([once(), once(), once(), once()]);
    await clock.settle();
    clock.set('2026-12-01T09:30:00Z');
    await once();
    await clock.advance(120);
    expect((await codes(instance.id)).sort()).toEqual(['LIMIT 10:10', 'WARNING 10:10']);
    const { rows } = await graph.database.pool.query(
      `select count(*)::int as "n" from "history_entry" where "type" = 'process-alarm.raised' and "data" ->> 'instanceNo' = $1`,
      [instance.instanceNo],
    );
    expect(rows[0].n).toBe(2);
  });

  test('WFL-11 WFL-19 a limit that leads on takes the work back and goes on at another step, once, and not when it was done before', async () => {
    clock = virtualClock(graph, NINE);
    const alarms = [
      { code: 'SOON', offsetMinutes: -10, level: 'MINOR' },
      { code: 'GONE', offsetMinutes: 5, level: 'MAJOR', action: 'MOVE', to: 'rescue' },
      { code: 'AFTER', offsetMinutes: 10, level: 'CRITICAL' },
    ];
    const timeLimits = [{ minutes: 60 }];
    await world.desk.publish('MOVE-CHILD', line('inner'));
    const definition = {
      steps: [
        ...[
          { code: 'start', kind: 'START' },
          { code: 'split', kind: 'GATEWAY', split: 'PARALLEL' },
        ],
        human('a', { timeLimits, alarms }),
        { code: 'sub', kind: 'SUBPROCESS', subprocess: { template: 'MOVE-CHILD' }, timeLimits, alarms },
        ...[human('b'), human('rescue'), { code: 'end', kind: 'END' }],
      ],
      flows: [
        ...[
          { from: 'start', to: 'split' },
          { from: 'split', to: 'a' },
          { from: 'split', to: 'sub' },
        ],
        ...[
          { from: 'a', to: 'b' },
          { from: 'sub', to: 'b' },
          { from: 'b', to: 'end' },
          { from: 'rescue', to: 'end' },
        ],
      ],
    };
    await world.desk.publish('MOVED', definition);
    const instance = await world.start('MOVED', { regionId: world.guangzhou });
    await clock.settle();
    const taskId = taskAt(await world.see(instance.id), 'a');
    await world.tasks.ok('processTaskClaim', { taskId }, world.clerk.as);
    // An hour is held: it does not count.
    clock.set(at('09:30'));
    await world.many.ok('processInstanceSuspend', { instanceIds: [instance.id], reason: 'wait' });
    await clock.advance(60);
    expect(standing(await world.see(instance.id))).toEqual(['a', 'sub']);
    await world.many.ok('processInstanceResume', { instanceIds: [instance.id], reason: 'go' });
    await clock.advance(34);
    expect(standing(await world.see(instance.id))).toEqual(['a', 'sub']);
    await clock.advance(1);
    const moved = await world.see(instance.id);
    expect(standing(moved)).toEqual(['rescue', 'rescue']);
    expect(moved.tasks.nodes.filter(({ step }) => step === 'a')).toMatchObject([
      { status: 'RECALLED', returnReason: 'It was not done in time (GONE).' },
    ]);
    const { data } = await graph.query(
      'query ($id: ID!) { processInstance(id: $id) { status children(first: 9) { nodes { status } } } }',
      { id: instance.id },
    );
    expect(data.processInstance).toEqual({ status: 'RUNNING', children: { nodes: [{ status: 'TERMINATED' }] } });
    expect(await world.tasks.refused('processTaskComplete', { taskId }, world.clerk.as)).toEqual([
      ['CONFLICT', 'input.taskId'],
    ]);
    // Jobs that run again move nothing, and what was to follow at the step is not raised any more.
    const job = workflowJobs.find(({ name }) => name === WorkflowJob.alarm)!;
    const uuid = (id: string) => decodeId(id)!.uuid;
    for (const { id, step } of moved.tokens.nodes.filter((token) => token.step !== 'start'))
      await job.run({ instanceId: uuid(instance.id), tokenId: uuid(id) }, graph.database.systemContext('jobs'), {
        ...{ id: step, attempt: 1, signal: new AbortController().signal },
      });
    await clock.advance(120);
    expect(standing(await world.see(instance.id))).toEqual(['rescue', 'rescue']);
    expect(new Set((await alarmsOf(instance.id)).map(({ code }) => code))).toEqual(new Set(['SOON', 'GONE']));
    for (const task of (await world.see(instance.id)).tasks.nodes.filter(({ step }) => step === 'rescue'))
      await world.tasks.ok('processTaskComplete', { taskId: task.id });
    await world.ends(instance.id);
    const intime = await world.start('MOVED');
    await world.complete(intime.id, 'a');
    await clock.advance(300);
    expect(standing(await world.see(intime.id))).toEqual(['b', 'rescue']);
  });

  test('WFL-19 WFL-47 what nobody took goes on at another step when its limit passes, and is said to have been moved', async () => {
    clock = virtualClock(graph, NINE);
    const alarms = [{ code: 'GONE', level: 'MAJOR', action: 'MOVE', to: 'b' }];
    await world.desk.publish('STUCK-MOVED', line(human('a', { timeLimits: [{ minutes: 60 }], alarms }), 'b'));
    const { id, ...instance } = await world.start('STUCK-MOVED', { regionId: world.guangzhou });
    await world.tasks.ok('processTaskReject', {
      ...{ taskId: taskAt({ id, ...instance }, 'a'), reason: 'not ours', toDispatcher: true },
    });
    expect(await world.see(id)).toMatchObject({ status: 'ABNORMAL', exceptionCode: 'REJECTED' });
    await clock.advance(61);
    const seen = await world.see(id);
    expect([seen.status, standing(seen)]).toEqual(['RUNNING', ['b']]);
    const { data } = await graph.query(
      'query ($id: ID!) { processInstance(id: $id) { exceptions(first: 9) { nodes { code handling } } } }',
      { id },
    );
    expect(data.processInstance.exceptions.nodes).toEqual([{ code: 'REJECTED', handling: 'MOVE' }]);
  });

  test('WFL-45 WFL-57 a held process raises none; what is done before its limit neither', async () => {
    clock = virtualClock(graph, NINE);
    await world.desk.publish('QUIET', line(limited('a'), 'b'));
    const [held, done] = [await world.start('QUIET'), await world.start('QUIET')];
    await world.complete(done.id, 'a');
    await world.many.ok('processInstanceSuspend', { instanceIds: [held.id], reason: 'wait' });
    await clock.advance(300);
    expect([await codes(held.id), await codes(done.id)]).toEqual([[], []]);
    await world.many.ok('processInstanceResume', { instanceIds: [held.id], reason: 'go' });
    await clock.advance(40);
    expect(await codes(held.id)).toEqual(['WARNING 14:40']);
  });

  test('WFL-19 an alarm that escalates lets its recipient do the task, whoever has it, and nobody else', async () => {
    clock = virtualClock(graph, NINE);
    const alarms = [
      { code: 'UP', level: 'MAJOR', action: 'ESCALATE', recipient: { kind: 'POSITION', code: 'CALL_CENTRE_AGENT' } },
    ];
    await world.desk.publish('UP', line(limited('a', alarms)));
    const instance = await world.start('UP', { regionId: world.guangzhou });
    const taskId = taskAt(instance, 'a');
    await world.tasks.ok('processTaskClaim', { taskId }, world.clerk.as);
    expect(await world.tasks.refused('processTaskComplete', { taskId }, world.agent.as)).toEqual([
      ['NOT_YOURS', 'input.taskId'],
    ]);
    await clock.advance(60);
    expect(await alarmsOf(instance.id)).toMatchObject([
      { code: 'WARNING', recipient: { employeeNo: 'P400' }, escalated: false },
      { code: 'UP', recipientCode: 'CALL_CENTRE_AGENT', escalated: true },
    ]);
    const list = '{ processWorkList { open overdue tasks { id } } }';
    const { data } = await graph.query(list, {}, { as: world.agent.as });
    expect(data.processWorkList).toEqual({ open: 1, overdue: 1, tasks: [{ id: taskId }] });
    expect(await world.tasks.ok('processTaskClaim', { taskId }, world.agent.as)).toMatchObject({
      assignee: { employeeNo: 'P500' },
    });
    expect(await world.tasks.refused('processTaskComplete', { taskId }, world.clerk.as)).toEqual([
      ['NOT_YOURS', 'input.taskId'],
    ]);
    await world.tasks.ok('processTaskComplete', { taskId }, world.agent.as);
    expect(standing(await world.see(instance.id))).toEqual([]);
  });

  test('WFL-19 WFL-57 keeps alarms quiet for a while: they are noted, nobody is told, nothing is escalated', async () => {
    clock = virtualClock(graph, NINE);
    const recipient = { kind: 'POSITION', code: 'CALL_CENTRE_AGENT' };
    const alarms = [
      { code: 'UP', level: 'MAJOR', action: 'ESCALATE', recipient },
      { code: 'WORST', offsetMinutes: 10, level: 'CRITICAL' },
    ];
    await world.desk.publish('CUT-OVER', line(limited('a', alarms)));
    const templateId = (await graph.query('{ processTemplate(code: "CUT-OVER") { id } }')).data.processTemplate.id;
    const input = { templateId, regionId: world.guangzhou, maxLevel: 'MAJOR', until: at('12:00'), reason: 'cut-over' };
    const { id: suppressionId } = await suppressions().ok('processAlarmSuppress', input);
    const instance = await world.start('CUT-OVER', { regionId: world.guangzhou });
    const told = await graph.subscribe(
      'subscription ($regionId: ID) { processAlarmRaised(regionId: $regionId, minLevel: MAJOR) { cursor alarm { code level instance { instanceNo } } } }',
      { regionId: world.guangzhou },
    );
    await clock.advance(80);
    expect(
      (await alarmsOf(instance.id)).map(({ code, escalated, suppressedBy }) => [code, escalated, suppressedBy]),
    ).toEqual([
      ['WARNING', false, { reason: 'cut-over' }],
      ['UP', false, { reason: 'cut-over' }],
      ['WORST', false, null],
    ]);
    const [first] = await told.until(1);
    const { instanceNo } = instance;
    expect(first!.data.processAlarmRaised.alarm).toEqual({
      code: 'WORST',
      level: 'CRITICAL',
      instance: { instanceNo },
    });
    await suppressions().ok('processAlarmSuppressionEnd', { suppressionId });
    expect(await suppressions().refused('processAlarmSuppressionEnd', { suppressionId })).toEqual([
      ['INVALID_STATE', 'input.suppressionId'],
    ]);
    const other = await world.start('CUT-OVER', { regionId: world.guangzhou });
    await clock.advance(60);
    expect((await alarmsOf(other.id)).map(({ suppressedBy }) => suppressedBy)).toEqual([null, null]);
    const before = await world.count('alarm_suppression');
    const refused = (more: object) => suppressions().refused('processAlarmSuppress', { ...input, ...more });
    expect(await refused({ until: at('08:00') })).toEqual([['BEFORE_START', 'input.until']]);
    expect(await refused({ regionId: null })).toEqual([['REQUIRED', 'input.regionId']]);
    expect(await world.count('alarm_suppression')).toBe(before);
  });

  test('WFL-57 an alarm is taken note of once, by those who see it', async () => {
    clock = virtualClock(graph, NINE);
    await world.desk.publish('NOTED', line(limited('a')));
    const instance = await world.start('NOTED', { regionId: world.guangzhou });
    await clock.advance(60);
    const alarmIds = (await alarmsOf(instance.id)).map(({ id }) => id);
    const { errors } = await graph.query(
      alarmMutations().documents.processAlarmAcknowledge,
      { input: { alarmIds } },
      { as: world.agent.as },
    );
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const ack = (note: string) => alarmMutations().run('processAlarmAcknowledge', { alarmIds, note });
    const taken = [
      { acknowledgedBy: 'P100', note: 'calling' },
      { acknowledgedBy: 'P100', note: 'calling' },
    ];
    expect((await ack('calling')).node).toMatchObject(taken);
    expect((await ack('again')).node).toMatchObject(taken);
  });

  test('WFL-19 WFL-20 refuses alarms without a limit, with doubled codes, to nobody, or to nobody known', async () => {
    const edit = mutationsOf(graph, {
      inputs: { processTemplateCreate: 'ProcessTemplateCreateInput', processVersionTest: 'ProcessVersionStepInput' },
      field: 'version',
      selection: 'id alarmRules(first: 9) { totalCount }',
      as: world.desk.designer.as,
    });
    const alarm = { code: 'X', level: 'INFO' };
    const definition = {
      ...line(
        human('a', { alarms: [alarm] }),
        limited('b', [alarm, alarm]),
        limited('c', [{ ...alarm, action: 'ESCALATE' }]),
        limited('d', [{ ...alarm, recipient: { kind: 'ROLE', code: 'NOBODY' } }]),
      ),
      alarms: [alarm],
    };
    const made = await edit.ok('processTemplateCreate', { code: 'BAD-ALARMS', name: 'bad', definition });
    expect(made).toMatchObject({ alarmRules: { totalCount: 6 } });
    const steps = 'input.versionId.steps';
    expect(await edit.refused('processVersionTest', { versionId: made.id })).toEqual([
      ['ALARM_INVALID', `${steps}.1.alarms`],
      ['ALARM_INVALID', `${steps}.2.alarms.1.code`],
      ['ALARM_INVALID', `${steps}.3.alarms.0.recipient`],
      ['OPERATOR_UNKNOWN', `${steps}.4.alarms.0.recipient`],
      ['ALARM_INVALID', 'input.versionId.alarms'],
    ]);
  });
});
