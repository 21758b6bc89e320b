import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { mutationsOf } from '../../testing/mutations.js';
import { hire, type Hired } from '../../testing/staff.js';
import { until } from '../../testing/until.js';
import { virtualClock, type VirtualClock } from '../../testing/virtual-clock.js';
import { reportShifts } from './index.js';

const START = '2027-03-01T00:00:00.000Z';
const HOUR = 3_600_000;

let graph: TestGraph;
let clock: VirtualClock;
let planner: Hired;
let person: Hired;
let next: Hired;
let stranger: Hired;
let organizationId: string;
beforeAll(async () => {
  graph = await startTestGraph();
  [planner, person, next, stranger] = [
    await hire(graph, 'S100', 'H4401', ['HALL_MANAGER']),
    await hire(graph, 'S101', 'H4401', ['HALL_CLERK']),
    await hire(graph, 'S102', 'H4401', ['HALL_CLERK']),
    await hire(graph, 'S200', 'H4403', ['HALL_MANAGER']),
  ];
  organizationId = (await graph.query('{ internalOrganization(code: "H4401") { id } }')).data.internalOrganization.id;
  clock = virtualClock(graph, START);
});
afterAll(async () => {
  clock?.stop();
  await graph?.close();
});

const shifts = () =>
  mutationsOf(graph, {
    inputs: {
      shiftPlanSave: 'ShiftPlanSaveInput',
      shiftPlanCancel: 'ShiftInput',
      shiftTakeOver: 'ShiftInput',
      shiftHandOver: 'ShiftHandOverInput',
      shiftTasksFill: 'ShiftTasksFillInput',
    },
    field: 'shift',
    selection: `id shiftNo status post takeOverAt handOverAt remindAt remindBy actualTakeOverAt actualHandOverAt handOverNote violations violationSeconds
      employee { employeeNo } organization { code } tasks(first: 20) { nodes { id planned done completion filledAt } }`,
    as: planner.as,
  });
const records = () =>
  mutationsOf(graph, {
    inputs: { dutyRecordSave: 'DutyRecordSaveInput' },
    field: 'record',
    selection: 'id at place content completion shift { shiftNo }',
    as: person.as,
  });
const reports = () =>
  mutationsOf(graph, {
    inputs: { shiftReportCreate: 'ShiftReportCreateInput' },
    field: 'report',
    selection: REPORT,
    as: planner.as,
  });
const REPORT = `id periodic shifts violations violationSeconds
  lines(first: 20) { nodes { shiftNo post actualTakeOverAt actualHandOverAt violations violationSeconds employee { employeeNo } } }`;
const after = (hours: number) => new Date(clock.now().getTime() + hours * HOUR).toISOString();
/** A shift of eight hours that begins in an hour. */
const plan = (more: object = {}) => ({
  ...{ organizationId, employeeId: person.id, post: 'Night desk', takeOverAt: after(1), handOverAt: after(9) },
  ...more,
});
const events = async (type: string) =>
  (await graph.database.pool.query('select "data" from "history_entry" where "type" = $1', [type])).rows.map(
    ({ data }) => data,
  );
const of = async (type: string, shiftNo: unknown) => (await events(type)).filter((data) => data.shiftNo === shiftNo);
const seen = async (id: string, as: As) =>
  (
    await graph.query(
      'query ($id: ID!) { shiftPlan(id: $id) { status tasks(first: 5) { totalCount } } }',
      { id },
      { as },
    )
  ).data.shiftPlan;
const nodesOf = (node: Record<string, unknown>, list: string) =>
  (node[list] as { nodes: Record<string, unknown>[] }).nodes;

test('OPS-26 a shift is planned with person, post, times and reminder, for one who has no other then, by who is responsible', async () => {
  const shift = await shifts().ok('shiftPlanSave', plan({ remindAt: after(0.5), remindBy: ['SOUND', 'PAGER'] }));
  expect(shift).toMatchObject({
    ...{
      shiftNo: expect.stringMatching(/^SH-\d+$/),
      status: 'PLANNED',
      post: 'Night desk',
      remindBy: ['SOUND', 'PAGER'],
    },
    ...{ employee: { employeeNo: 'S101' }, organization: { code: 'H4401' } },
  });
  expect(await shifts().refused('shiftPlanSave', plan({ takeOverAt: after(5), handOverAt: after(12) }))).toEqual([
    ['OVERLAP', 'input.employeeId'],
  ]);
  expect(await shifts().refused('shiftPlanSave', plan({ handOverAt: after(1) }))).toEqual([
    ['INVALID_PERIOD', 'input.handOverAt'],
  ]);
  expect(await shifts().refused('shiftPlanSave', plan({ takeOverAt: after(-1) }))).toEqual([
    ['IN_THE_PAST', 'input.takeOverAt'],
  ]);
  expect(await shifts().refused('shiftPlanSave', plan(), stranger.as)).toEqual([
    ['OUT_OF_SCOPE', 'input.organizationId'],
  ]);
  const denied = await graph.query(
    shifts().documents.shiftPlanSave,
    { input: plan({ employeeId: next.id }) },
    { as: person.as },
  );
  expect(denied.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect(await seen(shift.id, stranger.as)).toBeNull();
  const both = plan({ employeeId: next.id });
  const results = await Promise.all([1, 2, 3].map(() => shifts().run('shiftPlanSave', both)));
  expect(results.filter(({ node }) => node)).toHaveLength(1);
  await shifts().ok('shiftPlanCancel', { shiftId: results.find(({ node }) => node)!.node.id });
  await shifts().ok('shiftPlanCancel', { shiftId: shift.id });
  expect(
    (await graph.query('{ shiftPlans(first: 50, filter: { status: { eq: PLANNED } }) { totalCount } }')).data.shiftPlans
      .totalCount,
  ).toBe(0);
});

test('OPS-27 OPS-30 the one on duty is reminded once, by the means of the plan, with the tasks, and fills in what was done', async () => {
  const shift = await shifts().ok(
    'shiftPlanSave',
    plan({ remindAt: after(0.5), remindBy: ['MAIL', 'SMS'], tasks: ['Count the till', 'Close'] }),
  );
  await clock.advance(29);
  expect(await of('shift.reminder', shift['shiftNo'])).toEqual([]);
  await clock.advance(1);
  await until(async () => (await of('shift.reminder', shift['shiftNo'])).length > 0);
  expect(await of('shift.reminder', shift['shiftNo'])).toMatchObject([
    { employee: 'S101', notifyBy: ['MAIL', 'SMS'], tasks: ['Count the till', 'Close'] },
  ]);
  const [first] = nodesOf(shift, 'tasks');
  const fill = { shiftId: shift.id, tasks: [{ taskId: first!['id'], done: true, completion: 'Fits' }] };
  expect(await shifts().refused('shiftTasksFill', fill, person.as)).toEqual([['INVALID_STATE', 'input.shiftId']]);
  const taken = await shifts().ok('shiftTakeOver', { shiftId: shift.id }, person.as);
  expect(nodesOf(taken, 'tasks').map(({ planned, done }) => [planned, done])).toEqual([
    ['Count the till', false],
    ['Close', false],
  ]);
  expect(await shifts().refused('shiftTasksFill', fill, next.as)).toEqual([['OUT_OF_SCOPE', 'input.shiftId']]);
  const filled = await shifts().ok('shiftTasksFill', fill, person.as);
  expect(nodesOf(filled, 'tasks').map(({ done, completion }) => [done, completion])).toEqual([
    [true, 'Fits'],
    [false, null],
  ]);
  clock.set(new Date(shift['handOverAt'] as string));
  await shifts().ok('shiftHandOver', { shiftId: shift.id }, person.as);
  expect(await of('shift.reminder', shift['shiftNo'])).toHaveLength(1);
});

test('OPS-28 OPS-29 what really happened is kept: who took over and handed over when, and what was done on duty', async () => {
  const shift = await shifts().ok('shiftPlanSave', plan());
  const record = { shiftId: shift.id, place: 'Room 2', content: 'Fire drill' };
  expect(await records().refused('dutyRecordSave', record)).toEqual([['INVALID_STATE', 'input.shiftId']]);
  expect(await shifts().refused('shiftTakeOver', { shiftId: shift.id }, next.as)).toEqual([
    ['OUT_OF_SCOPE', 'input.shiftId'],
  ]);
  clock.set(after(1));
  const begin = clock.now();
  await Promise.all([1, 2].map(() => shifts().run('shiftTakeOver', { shiftId: shift.id }, person.as)));
  const written = await records().ok('dutyRecordSave', record);
  expect(written).toMatchObject({
    place: 'Room 2',
    content: 'Fire drill',
    completion: null,
    shift: { shiftNo: shift['shiftNo'] },
  });
  expect(
    await records().ok('dutyRecordSave', { ...record, recordId: written.id, completion: 'All out' }),
  ).toMatchObject({ id: written.id, completion: 'All out' });
  expect(await records().refused('dutyRecordSave', record, planner.as)).toEqual([['OUT_OF_SCOPE', 'input.shiftId']]);
  clock.set(after(8));
  const over = await shifts().ok('shiftHandOver', { shiftId: shift.id, note: 'Door 3 is broken' }, person.as);
  expect(over).toMatchObject({ status: 'HANDED_OVER', handOverNote: 'Door 3 is broken', violations: 0 });
  expect([over['actualTakeOverAt'], over['actualHandOverAt']].map((at) => new Date(at as string))).toEqual([
    begin,
    clock.now(),
  ]);
  expect(await of('shift.handedOver', shift['shiftNo'])).toHaveLength(1);
  expect(await records().refused('dutyRecordSave', record)).toEqual([['INVALID_STATE', 'input.shiftId']]);
});

test('OPS-31 violations beyond the grace are counted and measured, and reported by hand and for each day by itself, once', async () => {
  clock.set('2027-03-10T00:00:00.000Z');
  const work = async (late: number, early: number) => {
    const shift = await shifts().ok('shiftPlanSave', plan({ takeOverAt: after(0), handOverAt: after(2) }));
    clock.set(after(late / 60));
    await shifts().ok('shiftTakeOver', { shiftId: shift.id }, person.as);
    clock.set(new Date(new Date(shift['handOverAt'] as string).getTime() - early * 60_000));
    const done = await shifts().ok('shiftHandOver', { shiftId: shift.id }, person.as);
    clock.set(new Date(shift['handOverAt'] as string));
    return [done['violations'], done['violationSeconds']];
  };
  expect(await work(5, 5)).toEqual([0, 0]);
  expect(await work(6, 0)).toEqual([1, 360]);
  expect(await work(6, 10)).toEqual([2, 960]);
  const { data } = await graph.query('{ parameter(code: "shift.grace.minutes") { id } }');
  const set = 'mutation ($input: ParameterSetInput!) { parameterSet(input: $input) { userErrors { code } } }';
  // Values of parameters hold by the clock of the database.
  const at = clock.now();
  clock.stop();
  await graph.query(set, { input: { parameterId: data.parameter.id, value: 15 } });
  clock = virtualClock(graph, at);
  expect(await work(10, 10)).toEqual([0, 0]);
  const span = { organizationId, from: '2027-03-10T00:00:00Z', to: '2027-03-11T00:00:00Z' };
  const report = await reports().ok('shiftReportCreate', span);
  expect(report).toMatchObject({ periodic: false, shifts: 4, violations: 3, violationSeconds: 1320 });
  const lines = nodesOf(report, 'lines').map(({ violations, violationSeconds, post }) => [
    violations,
    violationSeconds,
    post,
  ]);
  expect(lines.sort()).toEqual([
    [0, 0, 'Night desk'],
    [0, 0, 'Night desk'],
    [1, 360, 'Night desk'],
    [2, 960, 'Night desk'],
  ]);
  expect(await reports().refused('shiftReportCreate', { ...span, to: span.from })).toEqual([
    ['INVALID_PERIOD', 'input.to'],
  ]);
  expect(await reports().refused('shiftReportCreate', span, stranger.as)).toEqual([
    ['OUT_OF_SCOPE', 'input.organizationId'],
  ]);
  clock.set('2027-03-11T00:10:00Z');
  const run = () =>
    reportShifts.run({}, graph.database.systemContext('test'), {
      id: '1',
      attempt: 1,
      signal: new AbortController().signal,
    });
  await run();
  await run();
  const daily = (as: As) =>
    graph.query(`{ shiftReports(first: 5, filter: { periodic: { eq: true } }) { nodes { ${REPORT} } } }`, {}, { as });
  expect((await daily(planner.as)).data.shiftReports.nodes).toMatchObject([
    { shifts: 4, violations: 3, violationSeconds: 1320 },
  ]);
  expect((await daily(stranger.as)).data.shiftReports.nodes).toEqual([]);
});
