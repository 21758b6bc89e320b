import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { mutationsOf } from '../../testing/mutations.js';
import { hire, type Hired } from '../../testing/staff.js';
import { virtualClock, type VirtualClock } from '../../testing/virtual-clock.js';
import { tellOverdue } from './index.js';

const UNIT_B = 'H4403';
const UNIT_C = 'H3201';
const NOW = '2027-01-04T00:00:00Z';
const LIMIT = '2027-01-05T00:00:00.000Z';

let graph: TestGraph;
let clock: VirtualClock;
let asking: Hired;
let asked: Hired;
let helper: Hired;
let other: Hired;
const unitId: Record<string, string> = {};
beforeAll(async () => {
  graph = await startTestGraph();
  [asking, asked, helper, other] = [
    await hire(graph, 'K100', 'H4401', ['HALL_MANAGER']),
    await hire(graph, 'K200', UNIT_B, ['HALL_MANAGER']),
    await hire(graph, 'K201', UNIT_B, ['HALL_CLERK']),
    await hire(graph, 'K300', UNIT_C, ['HALL_MANAGER']),
  ];
  for (const code of ['H4401', UNIT_B, UNIT_C])
    unitId[code] = (
      await graph.query('query ($code: String!) { internalOrganization(code: $code) { id } }', { code })
    ).data.internalOrganization.id;
  clock = virtualClock(graph, NOW);
});
afterAll(async () => {
  clock?.stop();
  await graph?.close();
});

const orders = () =>
  mutationsOf(graph, {
    inputs: {
      collaborationOrderCreate: 'CollaborationOrderCreateInput',
      collaborationOrderDispatch: 'CollaborationOrderDispatchInput',
      collaborationOrderCancel: 'CollaborationOrderCancelInput',
      collaborationOrderClose: 'CollaborationOrderCloseInput',
    },
    field: 'order',
    selection: `id orderNo kind event detail status rounds overdue dueAt cancelReason closeReason requester { code } objectType
      dispatches(first: 20, orderBy: [{ field: SENT_AT }, { field: ROUND }]) { nodes { id round status detail reply organization { code } } }`,
    as: asking.as,
  });
const dispatches = (as: As) =>
  mutationsOf(graph, {
    inputs: {
      collaborationAccept: 'CollaborationAcceptInput',
      collaborationAssign: 'CollaborationAssignInput',
      collaborationReply: 'CollaborationReplyInput',
      collaborationUrge: 'CollaborationUrgeInput',
      collaborationExtensionAsk: 'CollaborationExtensionAskInput',
      collaborationExtensionDecide: 'CollaborationExtensionDecideInput',
    },
    field: 'dispatch',
    selection:
      'id status reply repliedBy acceptedAt acceptedBy urges overdue dueAt wantedDueAt assignee { employeeNo } order { status overdue } round endedAt',
    as,
  });

interface Sent {
  id: string;
  to: Record<string, string>;
}
async function sent(units: string[], more: object = {}): Promise<Sent> {
  const { id } = await orders().ok('collaborationOrderCreate', {
    event: 'Check of data',
    detail: 'Is it so?',
    ...more,
  });
  return again(id, units);
}
async function again(orderId: string, units: string[], more: object = {}): Promise<Sent> {
  const organizationIds = units.map((code) => unitId[code]!);
  const order = await orders().ok('collaborationOrderDispatch', { orderId, organizationIds, ...more });
  const { nodes } = order['dispatches'] as { nodes: { id: string; status: string; organization: { code: string } }[] };
  const open = nodes.filter(({ status }) => status === 'SENT');
  return { id: orderId, to: Object.fromEntries(open.map(({ id, organization }) => [organization.code, id])) };
}
async function see(id: string, as: As = asking.as) {
  const { data } = await graph.query(
    `query ($id: ID!) { collaborationOrder(id: $id) { status overdue object { id } dispatches(first: 20, orderBy: [{ field: ROUND }]) { nodes { round status reply organization { code } } } } }`,
    { id },
    { as },
  );
  return data.collaborationOrder;
}
const events = async (type: string) =>
  (await graph.database.pool.query('select "data" from "history_entry" where "type" = $1', [type])).rows.map(
    ({ data }) => data,
  );

test('OPS-37 OPS-38 OPS-39 OPS-40 OPS-44 OPS-45 a unit asks others, each names somebody and replies, and sees what is for it', async () => {
  const order = await sent([UNIT_B, UNIT_C]);
  expect(await see(order.id)).toMatchObject({ status: 'DISPATCHED' });
  const seenByB = await see(order.id, asked.as);
  expect(seenByB.dispatches.nodes.map((each: { organization: { code: string } }) => each.organization?.code)).toEqual([
    UNIT_B,
  ]);
  const b = dispatches(asked.as);
  expect(await b.refused('collaborationAssign', { dispatchId: order.to[UNIT_B], employeeId: other.id })).toHaveLength(
    1,
  );
  const named = await b.ok('collaborationAssign', { dispatchId: order.to[UNIT_B], employeeId: helper.id });
  expect(named['assignee']).toEqual({ employeeNo: 'K201' });
  expect(
    await dispatches(other.as).refused('collaborationReply', { dispatchId: order.to[UNIT_B], reply: 'No' }),
  ).toEqual([['NOT_FOUND', 'input.dispatchId']]);
  expect(
    await dispatches(asking.as).refused('collaborationReply', { dispatchId: order.to[UNIT_B], reply: 'No' }),
  ).toEqual([['OUT_OF_SCOPE', 'input.dispatchId']]);
  const first = await dispatches(helper.as).ok('collaborationReply', {
    dispatchId: order.to[UNIT_B],
    reply: 'It is so',
  });
  expect(first).toMatchObject({ status: 'REPLIED', repliedBy: 'K201', order: { status: 'DISPATCHED' } });
  expect(await b.refused('collaborationReply', { dispatchId: order.to[UNIT_B], reply: 'Twice' })).toEqual([
    ['INVALID_STATE', 'input.dispatchId'],
  ]);
  const last = await dispatches(other.as).ok('collaborationReply', { dispatchId: order.to[UNIT_C], reply: 'Here too' });
  expect(last).toMatchObject({ order: { status: 'RETURNED' } });
  expect((await see(order.id)).dispatches.nodes.map(({ reply }: { reply: string }) => reply).sort()).toEqual([
    'Here too',
    'It is so',
  ]);
});

test('OPS-40 of replies at the same moment each counts, and the last one returns the order', async () => {
  const order = await sent([UNIT_B, UNIT_C]);
  await Promise.all([
    dispatches(asked.as).ok('collaborationReply', { dispatchId: order.to[UNIT_B], reply: 'b' }),
    dispatches(other.as).ok('collaborationReply', { dispatchId: order.to[UNIT_C], reply: 'c' }),
  ]);
  expect(await see(order.id)).toMatchObject({ status: 'RETURNED' });
});

test('OPS-46 OPS-47 an order is changed and sent again, and cancelled with a reason; every dispatch stays on record', async () => {
  const order = await sent([UNIT_B, UNIT_C]);
  await dispatches(other.as).ok('collaborationReply', { dispatchId: order.to[UNIT_C], reply: 'Done' });
  const next = await again(order.id, [UNIT_B], { detail: 'Is it really so?' });
  expect(next.to[UNIT_B]).not.toBe(order.to[UNIT_B]);
  expect(
    await dispatches(asked.as).refused('collaborationReply', { dispatchId: order.to[UNIT_B], reply: 'Late' }),
  ).toEqual([['INVALID_STATE', 'input.dispatchId']]);
  expect(await orders().refused('collaborationOrderCancel', { orderId: order.id, reason: 'x' }, asked.as)).toEqual([
    ['OUT_OF_SCOPE', 'input.orderId'],
  ]);
  const cancelled = await orders().ok('collaborationOrderCancel', { orderId: order.id, reason: 'Found it' });
  expect(cancelled).toMatchObject({
    status: 'CANCELLED',
    cancelReason: 'Found it',
    rounds: 2,
    detail: 'Is it really so?',
  });
  const record = (await see(order.id)).dispatches.nodes.map(
    (each: { round: number; status: string }) => `${each.round} ${each.status}`,
  );
  expect(record.sort()).toEqual(['1 REPLACED', '1 REPLIED', '2 CANCELLED']);
  expect(
    await orders().refused('collaborationOrderDispatch', { orderId: order.id, organizationIds: [unitId[UNIT_B]] }),
  ).toEqual([['INVALID_TRANSITION', expect.any(String)]]);
});

test('OPS-38 an order names the work that it is about', async () => {
  const about = await sent([UNIT_B]);
  const { id } = await orders().ok('collaborationOrderCreate', { event: 'e', detail: 'd', objectId: about.id });
  expect((await see(id)).object).toEqual({ id: about.id });
  expect(
    await orders().refused('collaborationOrderCreate', { event: 'e', detail: 'd', objectId: about.id }, other.as),
  ).toEqual([['NOT_FOUND', 'input.objectId']]);
});

test('OPS-48 OPS-49 OPS-54 a directive has a limit: who is late is told of once and urged, and more time is asked for and given', async () => {
  const directive = { kind: 'SUPERVISION', event: 'e', detail: 'd' };
  expect(await orders().refused('collaborationOrderCreate', directive)).toEqual([['REQUIRED', 'input.dueAt']]);
  expect(await orders().refused('collaborationOrderCreate', { ...directive, dueAt: '2026-01-01T00:00:00Z' })).toEqual([
    ['IN_THE_PAST', 'input.dueAt'],
  ]);
  const order = await sent([UNIT_B], { kind: 'SUPERVISION', dueAt: LIMIT, alarmLevel: 'MAJOR' });
  const dispatchId = order.to[UNIT_B];
  const mine = dispatches(asking.as);
  expect(await mine.refused('collaborationUrge', { dispatchId })).toEqual([['NOT_OVERDUE', 'input.dispatchId']]);
  expect(await mine.refused('collaborationExtensionDecide', { dispatchId, granted: true, reason: 'r' })).toEqual([
    ['NOT_ASKED', 'input.dispatchId'],
  ]);
  const theirs = dispatches(asked.as);
  const wanted = '2027-01-06T00:00:00.000Z';
  expect(await theirs.refused('collaborationExtensionAsk', { dispatchId, dueAt: LIMIT, reason: 'r' })).toEqual([
    ['TOO_EARLY', 'input.dueAt'],
  ]);
  await theirs.ok('collaborationExtensionAsk', { dispatchId, dueAt: '2027-01-05T12:00:00.000Z', reason: 'Much' });
  await theirs.ok('collaborationExtensionAsk', { dispatchId, dueAt: wanted, reason: 'Too much' });
  const approvals = () =>
    graph.database.pool
      .query(`select status from approval where kind = 'COLLABORATION_EXTENSION' order by approval_no`)
      .then(({ rows }) => rows.map(({ status }) => status as string));
  expect(await approvals()).toEqual(['WITHDRAWN', 'ASKED']);
  const given = await mine.ok('collaborationExtensionDecide', { dispatchId, granted: true, reason: 'Well' });
  expect(new Date(given['dueAt'] as string).toISOString()).toBe(wanted);
  expect(await approvals()).toEqual(['WITHDRAWN', 'APPROVED']);
  const measure = () =>
    tellOverdue.run({}, graph.database.systemContext('test'), {
      id: '1',
      attempt: 1,
      signal: new AbortController().signal,
    });
  await measure();
  expect(await see(order.id)).toMatchObject({ overdue: false });
  clock.set('2027-01-07T00:00:00Z');
  await measure();
  await measure();
  expect(await see(order.id)).toMatchObject({ overdue: true, status: 'DISPATCHED' });
  expect(await events('collaboration.overdue')).toEqual([
    expect.objectContaining({ organization: UNIT_B, level: 'MAJOR' }),
  ]);
  expect(await mine.ok('collaborationUrge', { dispatchId })).toMatchObject({ urges: 1, overdue: true });
  expect(await events('collaboration.urged')).toHaveLength(1);
});

test('OPS-40 OPS-44 who asked closes an order when all have replied, or earlier with a reason; a unit takes on what it is asked', async () => {
  const order = await sent([UNIT_B, UNIT_C]);
  const b = dispatches(asked.as);
  const accepted = await b.ok('collaborationAccept', { dispatchId: order.to[UNIT_B] });
  expect(accepted).toMatchObject({ acceptedBy: 'K200', status: 'SENT' });
  clock.set(new Date(Date.parse(accepted['acceptedAt'] as string) + 60_000).toISOString());
  expect(await b.ok('collaborationAccept', { dispatchId: order.to[UNIT_B] })).toEqual(accepted);
  expect(await b.refused('collaborationAccept', { dispatchId: order.to[UNIT_C] })).toEqual([
    ['NOT_FOUND', 'input.dispatchId'],
  ]);
  expect(await events('collaboration.accepted')).toEqual([expect.objectContaining({ organization: UNIT_B })]);
  await b.ok('collaborationReply', { dispatchId: order.to[UNIT_B], reply: 'Yes' });
  const orderId = order.id;
  expect(await orders().refused('collaborationOrderClose', { orderId })).toEqual([['REQUIRED', 'input.reason']]);
  expect(await orders().refused('collaborationOrderClose', { orderId, reason: 'x' }, asked.as)).toEqual([
    ['OUT_OF_SCOPE', 'input.orderId'],
  ]);
  expect(await see(orderId)).toMatchObject({ status: 'DISPATCHED' });
  const reason = 'One is enough';
  const closed = await orders().ok('collaborationOrderClose', { orderId, reason });
  expect(closed).toMatchObject({ status: 'CLOSED', closeReason: reason });
  expect((closed['dispatches'] as { nodes: { status: string }[] }).nodes.map(({ status }) => status).sort()).toEqual([
    'CANCELLED',
    'REPLIED',
  ]);
  expect(
    await dispatches(other.as).refused('collaborationReply', { dispatchId: order.to[UNIT_C], reply: 'Late' }),
  ).toEqual([['INVALID_STATE', 'input.dispatchId']]);
  for (const refused of ['collaborationOrderClose', 'collaborationOrderCancel'])
    expect(await orders().refused(refused as 'collaborationOrderClose', { orderId, reason })).toEqual([
      ['INVALID_TRANSITION', expect.any(String)],
    ]);
  const next = await sent([UNIT_B]);
  await b.ok('collaborationReply', { dispatchId: next.to[UNIT_B], reply: 'Yes' });
  expect(await orders().ok('collaborationOrderClose', { orderId: next.id })).toMatchObject({
    status: 'CLOSED',
    closeReason: null,
  });
});

test('OPS-46 OPS-48 OPS-49 an order is late as long as a reply is: not after more time, a new limit or the reply', async () => {
  const day = (n: number) => `2027-02-${String(n).padStart(2, '0')}T00:00:00.000Z`;
  const measure = () =>
    tellOverdue.run({}, graph.database.systemContext('test'), {
      id: '1',
      attempt: 1,
      signal: new AbortController().signal,
    });
  clock.set(day(1));
  const order = await sent([UNIT_B], { dueAt: day(2) });
  const [mine, theirs] = [dispatches(asking.as), dispatches(asked.as)];
  await theirs.ok('collaborationAssign', { dispatchId: order.to[UNIT_B], employeeId: helper.id });
  clock.set(day(3));
  await measure();
  const late = async () => (await see(order.id)).overdue;
  expect(await late()).toBe(true);
  const asking_ = { dispatchId: order.to[UNIT_B], reason: 'r' };
  await theirs.ok('collaborationExtensionAsk', { ...asking_, dueAt: day(5) });
  expect(await mine.ok('collaborationExtensionDecide', { ...asking_, granted: true })).toMatchObject({
    overdue: false,
    order: { overdue: false },
  });
  // Sent anew without a limit it keeps the time that was given, and who does it.
  const second = await again(order.id, [UNIT_B], { detail: 'Look again' });
  const open = await theirs.ok('collaborationAccept', { dispatchId: second.to[UNIT_B] });
  expect(open).toMatchObject({ assignee: { employeeNo: 'K201' }, round: 2 });
  expect(new Date(open['dueAt'] as string).toISOString()).toBe(day(5));
  clock.set(day(6));
  await measure();
  expect(await late()).toBe(true);
  const units = { orderId: order.id, organizationIds: [unitId[UNIT_B]] };
  expect(await orders().refused('collaborationOrderDispatch', units)).toEqual([['REQUIRED', 'input.dueAt']]);
  expect(await late()).toBe(true);
  const third = await again(order.id, [UNIT_B], { dueAt: day(8) });
  expect(await late()).toBe(false);
  clock.set(day(9));
  await measure();
  expect(await late()).toBe(true);
  expect(await theirs.ok('collaborationReply', { dispatchId: third.to[UNIT_B], reply: 'At last' })).toMatchObject({
    overdue: true,
    order: { status: 'RETURNED', overdue: false },
  });
});

test('OPS-39 OPS-44 a closed unit is not asked, and what somebody had who leaves is for their unit again', async () => {
  clock.set('2027-03-01T00:00:00Z');
  const leaver = await hire(graph, 'K209', UNIT_B, ['HALL_CLERK']);
  const order = await sent([UNIT_B]);
  const dispatchId = order.to[UNIT_B];
  const theirs = dispatches(asked.as);
  await theirs.ok('collaborationAssign', { dispatchId, employeeId: leaver.id });
  await mutationsOf(graph, {
    inputs: { employeeLeave: 'EmployeeLeaveInput' },
    field: 'employee',
    selection: 'id',
    as: 'admin',
  }).ok('employeeLeave', { employeeId: leaver.id, reason: 'gone' });
  expect(await events('collaboration.unassigned')).toEqual([
    expect.objectContaining({ organization: UNIT_B, employee: 'K209' }),
  ]);
  expect(await theirs.refused('collaborationAssign', { dispatchId, employeeId: leaver.id })).toEqual([
    ['NOT_ACTIVE', 'input.employeeId'],
  ]);
  expect(await theirs.ok('collaborationAccept', { dispatchId })).toMatchObject({ assignee: null });
  await graph.database.pool.query(`update "party" set "status" = 'INACTIVE' where "code" = $1`, [UNIT_C]);
  const { id: orderId } = await orders().ok('collaborationOrderCreate', { event: 'e', detail: 'd' });
  expect(
    await orders().refused('collaborationOrderDispatch', {
      orderId,
      organizationIds: [unitId[UNIT_B], unitId[UNIT_C]],
    }),
  ).toEqual([['NOT_ACTIVE', 'input.organizationIds.1']]);
  expect(await see(orderId)).toMatchObject({ status: 'CREATED', dispatches: { nodes: [] } });
});
