import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { hire, type Hired } from '../../testing/staff.js';
import { tellOverdue } from '../operations/index.js';
import { memoDue } from '../work-log/index.js';

let graph: TestGraph;
let head: Hired;
let clerk: Hired;
let hq: Hired;
let other: Hired;
const unit: Record<string, string> = {};
beforeAll(async () => {
  graph = await startTestGraph();
  [head, clerk, hq, other] = [
    await hire(graph, 'B100', 'H4401', ['HALL_MANAGER']),
    await hire(graph, 'B101', 'H4401', ['HALL_CLERK']),
    await hire(graph, 'B001', 'HQ', ['HALL_MANAGER']),
    await hire(graph, 'B300', 'H3201', ['HALL_MANAGER']),
  ];
  for (const code of ['HQ', 'H4401', 'H3201'])
    unit[code] = (
      await graph.query('query ($code: String!) { internalOrganization(code: $code) { id } }', { code })
    ).data.internalOrganization.id;
});
afterAll(() => graph?.close());

const BENCH = `{ processWork { open } overdueCollaborations unreadAnnouncements workLogMissing
  collaborations { detail order { kind } } overdueOrders { event } memos { content } shifts { post } shiftTasks { planned } workLogs { content } reviews { content }
  announcements { title } calendar { at until kind title } }`;
const bench = async (as: As) => {
  const { data, errors } = await graph.query(`{ workbench ${BENCH} }`, {}, { as });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.workbench;
};
async function run(name: string, payload: string, input: object, as: As) {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const named: Record<string, string> = {
    WorkLogSubmitInput: 'WorkLogInput',
    MemoAcknowledgeInput: 'MemoInput',
    ShiftTakeOverInput: 'ShiftInput',
    AnnouncementPublishInput: 'AnnouncementInput',
    AnnouncementReadInput: 'AnnouncementInput',
  };
  const { data, errors } = await graph.query(
    `mutation ($input: ${named[type] ?? type}!) { done: ${name}(input: $input) { userErrors { code path } node: ${payload} } }`,
    { input },
    { as },
  );
  if (errors || data.done.userErrors.length) throw new Error(`${name}: ${JSON.stringify(errors ?? data.done)}`);
  return data.done.node;
}
const job = { id: '1', attempt: 1, signal: new AbortController().signal };
const system = () => graph.database.systemContext('test');
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

async function announce(to: string, title: string) {
  await run('announcementRightGrant', 'right { id }', { organizationId: unit['HQ'] }, 'admin');
  const category = await run('announcementCategorySave', 'category { id }', { code: 'NEWS', name: 'News' }, 'admin');
  const { id } = await run(
    'announcementSave',
    'announcement { id }',
    { categoryId: category.id, title, body: 'b', fields: [], organizationIds: [to] },
    hq.as,
  );
  await run('announcementPublish', 'announcement { id }', { announcementId: id }, hq.as);
  return id as string;
}

async function ask(from: Hired, to: string, more: object) {
  const order = await run(
    'collaborationOrderCreate',
    'order { id }',
    { event: 'Check', detail: 'Is it so?', ...more },
    from.as,
  );
  await run('collaborationOrderDispatch', 'order { id }', { orderId: order.id, organizationIds: [to] }, from.as);
}

test('OPS-55 one query shows a member of staff what awaits them of all kinds, in a province and at the headquarters, and nobody else’s', async () => {
  await run(
    'workLogPeriodSave',
    'period { id }',
    { organizationId: unit['H4401'], superiorId: head.id, period: 'MONTH' },
    head.as,
  );
  expect(await bench(clerk.as)).toMatchObject({ workLogMissing: true, workLogs: [], memos: [], announcements: [] });
  const log = await run('workLogSave', 'workLog { id }', { content: 'Sold five' }, clerk.as);
  await run('workLogSubmit', 'workLog { id }', { workLogId: log.id }, clerk.as);
  const memo = await run(
    'memoSave',
    'memo { id memoNo }',
    { content: 'Ring the bank', receiverId: clerk.id, remindAt: inHours(1) },
    head.as,
  );
  const { rows } = await graph.database.pool.query('select "id" from "memo" where "memo_no" = $1', [memo.memoNo]);
  const shift = await run(
    'shiftPlanSave',
    'shift { id }',
    {
      organizationId: unit['H4401'],
      employeeId: clerk.id,
      post: 'Desk 2',
      takeOverAt: inHours(1),
      handOverAt: inHours(9),
      tasks: ['Sweep'],
    },
    head.as,
  );
  await ask(hq, unit['H4401']!, { kind: 'SUPERVISION', dueAt: inHours(1) });
  const announcementId = await announce(unit['H4401']!, 'New tariff');

  const clock = graph.database.clock;
  graph.database.clock = () => new Date(inHours(2));
  await memoDue.run({ memoId: rows[0].id }, system(), job);
  await run('shiftTakeOver', 'shift { id }', { shiftId: shift.id }, clerk.as);
  await tellOverdue.run({}, system(), job);

  expect(await bench(clerk.as)).toMatchObject({
    ...{
      workLogMissing: false,
      workLogs: [{ content: 'Sold five' }],
      reviews: [],
      memos: [{ content: 'Ring the bank' }],
    },
    ...{ shifts: [{ post: 'Desk 2' }], shiftTasks: [{ planned: 'Sweep' }] },
    ...{ announcements: [{ title: 'New tariff' }], unreadAnnouncements: 1, processWork: { open: 0 } },
    ...{ collaborations: [{ detail: 'Is it so?', order: { kind: 'SUPERVISION' } }], overdueCollaborations: 1 },
  });
  const { calendar } = await bench(clerk.as);
  expect(calendar.map(({ kind, title }: Record<string, string>) => `${kind} ${title}`).sort()).toEqual([
    'COLLABORATION Check',
    'MEMO Ring the bank',
    'SHIFT Desk 2',
  ]);
  expect(await bench(head.as)).toMatchObject({ reviews: [{ content: 'Sold five' }], memos: [], shiftTasks: [] });
  expect(await bench(hq.as)).toMatchObject({
    overdueOrders: [{ event: 'Check' }],
    collaborations: expect.any(Array),
    unreadAnnouncements: 0,
  });
  expect(await bench(other.as)).toMatchObject({
    ...{
      collaborations: [],
      overdueOrders: [],
      memos: [],
      shifts: [],
      workLogs: [],
      reviews: [],
      announcements: [],
      calendar: [],
    },
  });
  graph.database.clock = clock;
  await run('announcementRead', 'receipt { id }', { announcementId }, clerk.as);
  await run('memoAcknowledge', 'memo { id }', { memoId: memo.id }, clerk.as);
  expect(await bench(clerk.as)).toMatchObject({ announcements: [], unreadAnnouncements: 0, memos: [] });
  for (const as of ['admin', { sub: 'x', role: 'customer' }] as As[])
    expect((await graph.query('{ workbench { unreadAnnouncements } }', {}, { as })).errors).toHaveLength(1);
});
