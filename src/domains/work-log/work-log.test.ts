import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { mutationsOf } from '../../testing/mutations.js';
import { hire, type Hired } from '../../testing/staff.js';
import { until } from '../../testing/until.js';
import { virtualClock, type VirtualClock } from '../../testing/virtual-clock.js';
import { keepPeriods, memoDue } from './index.js';

/** A Monday, 08:00 in Shanghai. */
const MONDAY = '2027-01-04T00:00:00Z';

let graph: TestGraph;
let clock: VirtualClock;
let head: Hired;
let author: Hired;
let colleague: Hired;
let stranger: Hired;
let unitId: string;
let periodId: string;
beforeAll(async () => {
  graph = await startTestGraph();
  [head, author, colleague, stranger] = [
    await hire(graph, 'L100', 'H4401', ['HALL_MANAGER']),
    await hire(graph, 'L101', 'H4401', ['HALL_CLERK']),
    await hire(graph, 'L102', 'H4401', ['HALL_CLERK']),
    await hire(graph, 'L200', 'H4403', ['HALL_MANAGER']),
  ];
  unitId = (await graph.query('{ internalOrganization(code: "H4401") { id } }')).data.internalOrganization.id;
  clock = virtualClock(graph, MONDAY);
  const { id } = await settings().ok('workLogPeriodSave', daily());
  periodId = id;
});
afterAll(async () => {
  clock?.stop();
  await graph?.close();
});

const daily = () => ({
  organizationId: unitId,
  superiorId: head.id,
  period: 'DAY',
  remindMinutes: 60,
  remindBy: ['SMS', 'APP'],
});
const settings = () =>
  mutationsOf(graph, {
    inputs: { workLogPeriodSave: 'WorkLogPeriodSaveInput' },
    field: 'period',
    selection: 'id period startsAt endsAt autoRelease remindBy superior { employeeNo }',
    as: head.as,
  });
const logs = () =>
  mutationsOf(graph, {
    inputs: {
      workLogSave: 'WorkLogSaveInput',
      workLogSubmit: 'WorkLogInput',
      workLogRead: 'WorkLogInput',
      workLogReview: 'WorkLogReviewInput',
    },
    field: 'workLog',
    selection: `id status keywords content filledAt submittedAt superiorOpinion superiorReadAt visited place actualAt purpose visitContent effect problems
      author { employeeNo } organization { code }`,
    as: author.as,
  });
const memos = () =>
  mutationsOf(graph, {
    inputs: { memoSave: 'MemoSaveInput', memoCancel: 'MemoInput', memoAcknowledge: 'MemoInput' },
    field: 'memo',
    selection: 'id memoNo status content remindAt notifyBy triggeredAt receiver { employeeNo }',
    as: author.as,
  });
const remind = async (input: object, as: As) =>
  (
    await graph.query(
      'mutation ($input: WorkLogRemindInput!) { workLogRemind(input: $input) { userErrors { code } reminded { employeeNo } } }',
      { input },
      { as },
    )
  ).data.workLogRemind;
const run = (job: typeof keepPeriods, payload: Record<string, unknown> = {}) =>
  job.run(payload, graph.database.systemContext('test'), { id: '1', attempt: 1, signal: new AbortController().signal });
const events = async (type: string) =>
  (await graph.database.pool.query('select "data" from "history_entry" where "type" = $1', [type])).rows.map(
    ({ data }) => data,
  );
/** What somebody finds of a log or memo: by id, in a list, among those of its author, and in figures. */
async function found(noun: 'workLog' | 'memo', id: string, as: As) {
  const { data, errors } = await graph.query(
    `query ($id: ID!, $author: ID!) { one: ${noun}(id: $id) { id } list: ${noun}s(first: 50, filter: { author: { id: { eq: $author } } }) { totalCount nodes { id } }
      sums: ${noun}s(first: 1) { aggregate { count } } inverse: employee(id: $author) { ${noun}s(first: 50) { nodes { id } } } }`,
    { id, author: author.id },
    { as },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return {
    one: data.one !== null,
    list: data.list.nodes.some((each: { id: string }) => each.id === id),
    inverse: data.inverse[`${noun}s`].nodes.some((each: { id: string }) => each.id === id),
    count: Number(data.sums.aggregate[0]?.count ?? 0),
  };
}
const SEEN = { one: true, list: true, inverse: true };
const HIDDEN = { one: false, list: false, inverse: false };

test('OPS-16 OPS-17 a log keeps who, where, when, keywords and content, and what a visit was about', async () => {
  const visit = {
    ...{
      visited: 'Harbour Ltd',
      place: 'Pier 4',
      purpose: 'Renewal',
      visitContent: 'Prices',
      effect: 'Signed',
      problems: 'None',
    },
    actualAt: '2027-01-03T06:30:00.000Z',
  };
  const log = await logs().ok('workLogSave', { content: 'Visited a customer', keywords: 'visit harbour', ...visit });
  expect(log).toMatchObject({
    ...visit,
    ...{ status: 'DRAFT', keywords: 'visit harbour', content: 'Visited a customer', superiorReadAt: null },
    ...{ author: { employeeNo: 'L101' }, organization: { code: 'H4401' } },
  });
  expect(new Date(log['filledAt'] as string)).toEqual(new Date(MONDAY));
  const changed = await logs().ok('workLogSave', { workLogId: log.id, effect: 'Signed for two years' });
  expect(changed).toMatchObject({ effect: 'Signed for two years', content: 'Visited a customer', place: 'Pier 4' });
  const emptied = { place: null, actualAt: null, keywords: null };
  expect(await logs().ok('workLogSave', { workLogId: log.id, ...emptied })).toMatchObject({
    ...{ place: null, actualAt: null, keywords: '', visited: 'Harbour Ltd', content: 'Visited a customer' },
  });
  expect(await logs().refused('workLogSave', { keywords: 'nothing done' })).toEqual([['REQUIRED', 'input.content']]);
});

test('OPS-19 a draft is for its author, what is released also for the head, and nobody else finds it anywhere', async () => {
  const log = await logs().ok('workLogSave', { content: 'A secret' });
  expect(await found('workLog', log.id, author.as)).toMatchObject(SEEN);
  expect(await found('workLog', log.id, head.as)).toMatchObject({ ...HIDDEN, count: 0 });
  await logs().ok('workLogSubmit', { workLogId: log.id });
  expect(await found('workLog', log.id, head.as)).toMatchObject({ ...SEEN, count: 1 });
  for (const { as } of [colleague, stranger])
    expect(await found('workLog', log.id, as)).toEqual({ ...HIDDEN, count: 0 });
  expect(await logs().refused('workLogReview', { workLogId: log.id, opinion: 'x' }, colleague.as)).toEqual([
    ['NOT_FOUND', 'input.workLogId'],
  ]);
  const told = await graph.database.pool.query(
    `select "data"::text as "data" from "history_entry" where "data"::text like '%secret%'`,
  );
  expect(told.rows).toEqual([]);
  // Who heads the team now sees what was released before, and who did does not any more.
  await settings().ok('workLogPeriodSave', { ...daily(), superiorId: colleague.id });
  expect(await found('workLog', log.id, colleague.as)).toMatchObject(SEEN);
  expect(await found('workLog', log.id, head.as)).toMatchObject(HIDDEN);
  await settings().ok('workLogPeriodSave', daily());
});

test('OPS-21 the head reads a log and gives an opinion, which its author gets; the author cannot', async () => {
  const log = await logs().ok('workLogSave', { content: 'Done' });
  await logs().ok('workLogSubmit', { workLogId: log.id });
  expect(await logs().refused('workLogSave', { workLogId: log.id, content: 'Other' })).toEqual([
    ['INVALID_STATE', 'input.workLogId'],
  ]);
  for (const [name, more] of [
    ['workLogRead', {}],
    ['workLogReview', { opinion: 'Fine' }],
  ] as const)
    expect(await logs().refused(name, { workLogId: log.id, ...more })).toEqual([['OUT_OF_SCOPE', 'input.workLogId']]);
  const read = await logs().ok('workLogRead', { workLogId: log.id }, head.as);
  expect(new Date(read['superiorReadAt'] as string)).toEqual(clock.now());
  await logs().ok('workLogReview', { workLogId: log.id, opinion: 'Go on so' }, head.as);
  const { data } = await graph.query(
    'query ($id: ID!) { workLog(id: $id) { status superiorOpinion content } }',
    { id: log.id },
    { as: author.as },
  );
  expect(data.workLog).toEqual({ status: 'REVIEWED', superiorOpinion: 'Go on so', content: 'Done' });
  expect(await events('worklog.reviewed')).toEqual([{ employee: 'L101', organization: 'H4401' }]);
});

test('OPS-22 logs are found by person, time and keyword', async () => {
  clock.set('2027-01-04T03:00:00Z');
  const log = await logs().ok('workLogSave', { content: 'c', keywords: 'routers lost' });
  await logs().ok('workLogSubmit', { workLogId: log.id });
  const find = async (filter: object) =>
    (
      await graph.query(
        'query ($filter: WorkLogFilter!) { workLogs(first: 50, filter: $filter) { nodes { id } } }',
        { filter },
        { as: head.as },
      )
    ).data.workLogs.nodes;
  const only = [{ id: log.id }];
  expect(await find({ keywords: { contains: 'router' } })).toEqual(only);
  expect(await find({ filledAt: { gte: '2027-01-04T02:00:00Z' }, author: { employeeNo: { eq: 'L101' } } })).toEqual(
    only,
  );
  expect(await find({ keywords: { contains: 'router' }, author: { employeeNo: { eq: 'L102' } } })).toEqual([]);
  expect(await find({ filledAt: { gte: '2027-01-04T04:00:00Z' } })).toEqual([]);
});

test('OPS-23 the filling period is data: a day, a week, a month, in the time zone of the unit, set by who is responsible', async () => {
  clock.set('2027-01-06T15:00:00Z');
  const span = async (period: string) => {
    const { startsAt, endsAt } = await settings().ok('workLogPeriodSave', { ...daily(), period });
    return [startsAt, endsAt].map((at) => new Date(at as string).toISOString());
  };
  expect(await span('WEEK')).toEqual(['2027-01-03T16:00:00.000Z', '2027-01-10T16:00:00.000Z']);
  expect(await span('MONTH')).toEqual(['2026-12-31T16:00:00.000Z', '2027-01-31T16:00:00.000Z']);
  expect(await span('DAY')).toEqual(['2027-01-05T16:00:00.000Z', '2027-01-06T16:00:00.000Z']);
  expect(await settings().refused('workLogPeriodSave', { ...daily(), period: 'MONTH' }, stranger.as)).toEqual([
    ['OUT_OF_SCOPE', 'input.organizationId'],
  ]);
  const asked = await graph.query(
    settings().documents.workLogPeriodSave,
    { input: { ...daily(), period: 'WEEK' } },
    { as: author.as },
  );
  expect(asked.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  const { data } = await graph.query('query ($id: ID!) { workLogPeriod(id: $id) { period } }', { id: periodId });
  expect(data.workLogPeriod.period).toBe('DAY');
});

test('OPS-24 who has written nothing is reminded, by the head and by itself once before the period ends', async () => {
  clock.set('2027-01-07T02:00:00Z');
  await run(keepPeriods);
  await logs().ok('workLogSave', { content: 'Today' });
  expect(await remind({ periodId, remindBy: ['MAIL'] }, head.as)).toEqual({
    userErrors: [],
    reminded: [{ employeeNo: 'L102' }],
  });
  expect((await events('worklog.missing')).filter(({ automatic }) => !automatic)).toMatchObject([
    { employee: 'L102', notifyBy: ['MAIL'] },
  ]);
  expect((await remind({ periodId }, colleague.as)).userErrors).toEqual([{ code: 'OUT_OF_SCOPE' }]);
  const told = async () =>
    (await events('worklog.missing')).filter(({ automatic, to }) => automatic && to === '2027-01-07T16:00:00.000Z');
  clock.set('2027-01-07T14:59:00Z');
  await run(keepPeriods);
  expect(await told()).toEqual([]);
  clock.set('2027-01-07T15:00:00Z');
  await Promise.all([run(keepPeriods), run(keepPeriods)]);
  expect(await told()).toMatchObject([{ employee: 'L102', notifyBy: ['SMS', 'APP'] }]);
});

test('OPS-20 what is written goes to the head by itself when the period ends, unless that is switched off', async () => {
  clock.set('2027-01-10T02:00:00Z');
  await run(keepPeriods);
  const log = await logs().ok('workLogSave', { content: 'In time' });
  const status = async () =>
    (await graph.query('query ($id: ID!) { workLog(id: $id) { status } }', { id: log.id }, { as: head.as })).data
      .workLog;
  await run(keepPeriods);
  expect(await status()).toBeNull();
  await settings().ok('workLogPeriodSave', { ...daily(), autoRelease: false });
  clock.set('2027-01-10T16:00:00Z');
  await run(keepPeriods);
  expect(await status()).toBeNull();
  await settings().ok('workLogPeriodSave', daily());
  clock.set('2027-01-11T16:00:00Z');
  await run(keepPeriods);
  expect(await status()).toEqual({ status: 'SUBMITTED' });
  expect((await events('worklog.submitted')).filter(({ automatic }) => automatic).at(-1)).toMatchObject({
    employee: 'L101',
    superior: 'L100',
  });
});

test('OPS-18 OPS-19 a memo says what, when, to whom and how; its author, its receiver and the head see it, and no others', async () => {
  const memo = await memos().ok('memoSave', {
    content: 'Call back',
    receiverId: colleague.id,
    remindAt: '2027-02-01T00:00:00Z',
    notifyBy: ['SMS', 'SOUND'],
  });
  expect(memo).toMatchObject({
    memoNo: expect.stringMatching(/^ME-\d+$/),
    receiver: { employeeNo: 'L102' },
    notifyBy: ['SMS', 'SOUND'],
    status: 'PENDING',
  });
  for (const { as } of [author, colleague, head]) expect(await found('memo', memo.id, as)).toMatchObject(SEEN);
  expect(await found('memo', memo.id, stranger.as)).toEqual({ ...HIDDEN, count: 0 });
  expect(await memos().refused('memoSave', { memoId: memo.id, content: 'Mine now' }, colleague.as)).toEqual([
    ['OUT_OF_SCOPE', 'input.memoId'],
  ]);
  expect(await memos().refused('memoSave', { content: 'c', notifyBy: ['SMOKE'] })).toEqual([
    ['INVALID_VALUE', 'input.notifyBy.0'],
  ]);
  expect(await memos().refused('memoSave', { content: 'c', remindAt: '2020-01-01T00:00:00Z' })).toEqual([
    ['IN_THE_PAST', 'input.remindAt'],
  ]);
});

test('OPS-25 a memo tells its receiver once at its moment, and not when it was cancelled, silenced or put off', async () => {
  const remindAt = '2027-01-12T01:00:00Z';
  const write = (content: string) =>
    memos().ok('memoSave', { content, receiverId: colleague.id, remindAt, notifyBy: ['SMS'] });
  clock.set('2027-01-12T00:00:00Z');
  const [rings, cancelled, silent, later] = [await write('a'), await write('b'), await write('c'), await write('d')];
  await memos().ok('memoCancel', { memoId: cancelled.id });
  await memos().ok('memoSave', { memoId: silent.id, silent: true });
  await memos().ok('memoSave', { memoId: later.id, remindAt: '2027-01-13T00:00:00Z' });
  const due = async () => (await events('memo.due')).map(({ memoNo }) => memoNo);
  expect(await memos().refused('memoAcknowledge', { memoId: rings.id }, colleague.as)).toHaveLength(1);
  // The moments lie in the queue of the database, where they outlive a server.
  const queued = `select "task_identifier" from "graphile_worker"."jobs" where "task_identifier" = 'memo.due'`;
  await until(async () => (await graph.database.pool.query(queued)).rows.length >= 3);
  await clock.advance(61);
  await until(async () => (await due()).length > 0);
  await run(memoDue as never, { memoId: await keyOf(rings.memoNo as string) });
  expect(await due()).toEqual([rings['memoNo']]);
  expect(await events('memo.due')).toEqual([{ memoNo: rings['memoNo'], receiver: 'L102', notifyBy: ['SMS'] }]);
  expect(await memos().refused('memoAcknowledge', { memoId: rings.id })).toEqual([['OUT_OF_SCOPE', 'input.memoId']]);
  expect(await memos().ok('memoAcknowledge', { memoId: rings.id }, colleague.as)).toMatchObject({
    status: 'ACKNOWLEDGED',
  });
  await clock.advance(24 * 60);
  await until(async () => (await due()).length > 1);
  expect(await due()).toEqual([rings['memoNo'], later['memoNo']]);
});

const keyOf = async (memoNo: string) =>
  (await graph.database.pool.query('select "id" from "memo" where "memo_no" = $1', [memoNo])).rows[0].id;

test('OPS-19 OPS-20 OPS-21 what a head who left had not reviewed is for the head above, and so is what is released later', async () => {
  const above = await hire(graph, 'L500', 'P44', ['HALL_MANAGER']);
  const leaver = await hire(graph, 'L501', 'H4401', ['HALL_MANAGER']);
  const { data } = await graph.query('{ internalOrganization(code: "P44") { id } }');
  const whole = { organizationId: data.internalOrganization.id, superiorId: above.id };
  await settings().ok('workLogPeriodSave', { ...daily(), ...whole }, 'admin');
  await settings().ok('workLogPeriodSave', { ...daily(), superiorId: leaver.id });
  const awaited = await logs().ok('workLogSave', { content: 'To be reviewed' });
  await logs().ok('workLogSubmit', { workLogId: awaited.id });
  expect(await found('workLog', awaited.id, above.as)).toMatchObject({ one: false });
  const leave = mutationsOf(graph, {
    inputs: { employeeLeave: 'EmployeeLeaveInput' },
    field: 'employee',
    selection: 'id status',
    as: 'admin',
  });
  await leave.ok('employeeLeave', { employeeId: leaver.id, reason: 'gone' });
  const later = await logs().ok('workLogSave', { content: 'Written later' });
  await logs().ok('workLogSubmit', { workLogId: later.id });
  for (const { id } of [awaited, later])
    expect(await logs().ok('workLogReview', { workLogId: id, opinion: 'Seen' }, above.as)).toMatchObject({
      ...{ status: 'REVIEWED', superiorOpinion: 'Seen' },
    });
  expect(await events('worklog.passedOn')).toContainEqual({
    ...{ employee: 'L101', organization: 'H4401', superior: 'L500' },
  });
  await settings().ok('workLogPeriodSave', daily());
});
