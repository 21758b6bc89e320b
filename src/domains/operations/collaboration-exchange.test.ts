import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { collaborationPace, SANDBOX_SYSTEM } from '../../../plugins/collaboration-sandbox/index.js';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { mutationsOf } from '../../testing/mutations.js';
import { hire, type Hired } from '../../testing/staff.js';
import { until } from '../../testing/until.js';
import {
  type CollaborationAnswer,
  type CollaborationRequest,
  defineCollaborationSystem,
  tellOverdue,
} from './index.js';

const UNIT_B = 'H4403';
const OTHER = 'OTHER_CRM';
const other = { sub: OTHER, role: 'system' } as As;

let graph: TestGraph;
let asking: Hired;
let asked: Hired;
let outside: Hired;
let unitB: string;
/** What the other system got, and how it works. */
const there = {
  requests: [] as CollaborationRequest[],
  withdrawn: [] as string[],
  answers: [] as CollaborationAnswer[],
  broken: false,
};
beforeAll(async () => {
  collaborationPace.replyMs = 0;
  graph = await startTestGraph();
  [asking, asked, outside] = [
    await hire(graph, 'X100', 'H4401', ['HALL_MANAGER']),
    await hire(graph, 'X200', UNIT_B, ['HALL_MANAGER']),
    await hire(graph, 'X300', 'H3201', ['HALL_MANAGER']),
  ];
  unitB = (await graph.query('{ internalOrganization(code: "H4403") { id } }')).data.internalOrganization.id;
  defineCollaborationSystem(OTHER, {
    send: async (request) => {
      if (there.broken) throw new Error('The other system is down.');
      there.requests.push(request);
      return { externalRef: `REF-${there.requests.length}` };
    },
    withdraw: async (messageId) => void there.withdrawn.push(messageId),
    answer: async (answer) => {
      if (there.broken) throw new Error('The other system is down.');
      there.answers.push(answer);
    },
  });
});
afterAll(() => graph?.close());

const SENT =
  'systemDispatches(first: 20, orderBy: [{ field: ROUND }]) { nodes { id system round status dispatchedAt attempts error externalRef overdue handler result reply repliedAt } }';
const orders = () =>
  mutationsOf(graph, {
    inputs: {
      collaborationOrderCreate: 'CollaborationOrderCreateInput',
      collaborationOrderDispatch: 'CollaborationOrderDispatchInput',
      collaborationOrderCancel: 'CollaborationOrderCancelInput',
      collaborationOrderReceive: 'CollaborationOrderReceiveInput',
    },
    field: 'order',
    selection: `id orderNo status rounds system systemRequester systemSentAt requester { code } ${SENT} dispatches(first: 9) { nodes { id status organization { code } } }`,
    as: asking.as,
  });
const replies = () =>
  mutationsOf(graph, {
    inputs: {
      collaborationSystemReply: 'CollaborationSystemReplyInput',
      collaborationReply: 'CollaborationReplyInput',
    },
    field: 'dispatch',
    selection: 'id status order { status }',
    as: other,
  });
async function see(id: string, as: As = asking.as) {
  const { data } = await graph.query(
    `query ($id: ID!) { collaborationOrder(id: $id) { status overdue systemAnsweredAt ${SENT} } }`,
    { id },
    { as },
  );
  return data.collaborationOrder;
}
const states = async (id: string): Promise<string[]> =>
  (await see(id)).systemDispatches.nodes.map(
    ({ round, status }: { round: number; status: string }) => `${round} ${status}`,
  );
/** Sends an order to the other system; answers its id and the message by which that knows it. */
async function sent(more: object = {}): Promise<{ orderId: string; messageId: string }> {
  const { id: orderId } = await orders().ok('collaborationOrderCreate', {
    event: 'Check of data',
    detail: 'Is it so?',
  });
  const order = await orders().ok('collaborationOrderDispatch', { orderId, systems: [OTHER], ...more });
  const { nodes } = order['systemDispatches'] as { nodes: { id: string }[] };
  return { orderId, messageId: nodes.at(-1)!.id };
}
const reply = (messageId: string, more: object = {}) => ({
  ...{ messageId, handler: 'Li of Jiangsu', result: 'DONE', reply: 'It is so.', repliedAt: '2026-01-02T03:04:05Z' },
  ...more,
});
const count = async (sql: string) =>
  Number((await graph.database.pool.query(`select count(*) "n" from ${sql}`)).rows[0].n);

test('OPS-41 OPS-42 an order goes to another system, whose reply says who handled it, when and how it came out', async () => {
  const { orderId, messageId } = await sent({ organizationIds: [unitB] });
  await until(async () => (await states(orderId))[0] === '1 SENT');
  expect(there.requests.filter((request) => request.messageId === messageId)).toMatchObject([
    { event: 'Check of data', detail: 'Is it so?', requester: { code: 'H4401' }, dueAt: null },
  ]);
  const run = replies();
  expect(
    await run.refused('collaborationSystemReply', reply(messageId, { repliedAt: '2999-01-01T00:00:00Z' })),
  ).toEqual([['IN_FUTURE', 'input.repliedAt']]);
  const both = await Promise.all([0, 1].map(() => run.ok('collaborationSystemReply', reply(messageId))));
  expect(both).toMatchObject([0, 1].map(() => ({ status: 'REPLIED', order: { status: 'DISPATCHED' } })));
  await run.ok('collaborationSystemReply', reply(messageId, { handler: 'Somebody else', result: 'REFUSED' }));
  const [dispatch] = (await see(orderId)).systemDispatches.nodes;
  expect(dispatch).toMatchObject({
    ...{ system: OTHER, status: 'REPLIED', attempts: 1, error: null, dispatchedAt: expect.any(String) },
    ...{ handler: 'Li of Jiangsu', result: 'DONE', reply: 'It is so.', repliedAt: '2026-01-02T03:04:05.000Z' },
  });
  expect(await count(`history_entry where type = 'collaboration.system.replied'`)).toBe(1);
  const open = await graph.query(
    `query ($id: ID!) { collaborationOrder(id: $id) { dispatches(first: 1) { nodes { id } } } }`,
    { id: orderId },
    { as: asking.as },
  );
  const dispatchId = open.data.collaborationOrder.dispatches.nodes[0].id;
  await run.ok('collaborationReply', { dispatchId, reply: 'Here too.' }, asked.as);
  expect(await see(orderId)).toMatchObject({ status: 'RETURNED' });
  expect(await see(orderId, outside.as)).toBeNull();
});

test('OPS-41 a system that is down gets the order later; one that is not connected is refused', async () => {
  there.broken = true;
  const { orderId } = await sent();
  await until(async () => (await see(orderId)).systemDispatches.nodes[0].attempts > 0);
  expect((await see(orderId)).systemDispatches.nodes).toMatchObject([
    { status: 'WAITING', error: 'The other system is down.', dispatchedAt: null },
  ]);
  there.broken = false;
  await until(async () => (await states(orderId))[0] === '1 SENT');
  const { id } = await orders().ok('collaborationOrderCreate', { event: 'e', detail: 'd' });
  const dispatch = (systems: string[]) => orders().refused('collaborationOrderDispatch', { orderId: id, systems });
  expect(await dispatch(['NOBODY'])).toEqual([['UNKNOWN_SYSTEM', 'input.systems.0']]);
  expect(await dispatch([OTHER, OTHER])).toEqual([['DUPLICATE', 'input.systems.1']]);
  expect(await dispatch([])).toEqual([['TOO_FEW', 'input.organizationIds']]);
  expect(await see(id)).toMatchObject({ status: 'CREATED', systemDispatches: { nodes: [] } });
});

test('OPS-41 OPS-46 OPS-47 what is sent anew or cancelled is taken back; its late reply changes nothing, and all stays on record', async () => {
  const first = await sent();
  await until(async () => (await states(first.orderId))[0] === '1 SENT');
  await orders().ok('collaborationOrderDispatch', { orderId: first.orderId, systems: [OTHER], detail: 'Really?' });
  await until(() => Promise.resolve(there.withdrawn.includes(first.messageId)));
  expect(await replies().refused('collaborationSystemReply', reply(first.messageId))).toEqual([
    ['INVALID_STATE', 'input.messageId'],
  ]);
  await until(async () => (await states(first.orderId)).join() === '1 REPLACED,2 SENT');
  expect(there.requests.at(-1)).toMatchObject({ detail: 'Really?' });
  await orders().ok('collaborationOrderCancel', { orderId: first.orderId, reason: 'Found it.' });
  expect(await states(first.orderId)).toEqual(['1 REPLACED', '2 CANCELLED']);
});

test('OPS-42 only the system that was asked replies, in its own name', async () => {
  const { orderId, messageId } = await sent();
  const stranger = { sub: 'STRANGER', role: 'system' } as As;
  const sandbox = { sub: SANDBOX_SYSTEM, role: 'system' } as As;
  const refused = (input: object, as: As) => replies().refused('collaborationSystemReply', input, as);
  expect(await refused(reply(messageId), stranger)).toEqual([['UNKNOWN_SYSTEM', 'input.system']]);
  expect(await refused(reply(messageId), sandbox)).toEqual([['NOT_FOUND', 'input.messageId']]);
  expect(await refused(reply(messageId, { system: OTHER }), sandbox)).toEqual([['UNKNOWN_SYSTEM', 'input.system']]);
  expect(await refused(reply(orderId), other)).toEqual([['NOT_FOUND', 'input.messageId']]);
  const staff = await graph.query(
    replies().documents.collaborationSystemReply,
    { input: reply(messageId) },
    { as: asking.as },
  );
  expect(staff.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect((await see(orderId)).systemDispatches.nodes).toMatchObject([{ handler: null, reply: null }]);
});

test('OPS-43 another system asks a unit: once, however often it comes; what the unit replies goes back', async () => {
  const input = {
    ...{ messageId: 'IN-1', organizationCode: UNIT_B, requester: 'Hall of Nanjing', event: 'Moved customer' },
    ...{ detail: 'Does he owe?', sentAt: '2026-01-01T00:00:00Z' },
  };
  const receive = (more: object = {}) => orders().ok('collaborationOrderReceive', { ...input, ...more }, other);
  const [one, two] = await Promise.all([receive(), receive()]);
  expect(two!.id).toBe(one!.id);
  expect(one).toMatchObject({
    ...{
      status: 'DISPATCHED',
      system: OTHER,
      systemRequester: 'Hall of Nanjing',
      systemSentAt: '2026-01-01T00:00:00.000Z',
    },
    dispatches: { nodes: [{ status: 'SENT', organization: { code: UNIT_B } }] },
  });
  const before = await count('collaboration_order');
  const deny = (more: object) =>
    orders().refused('collaborationOrderReceive', { ...input, messageId: 'IN-2', ...more }, other);
  expect(await deny({ organizationCode: 'NOWHERE' })).toEqual([['NOT_FOUND', 'input.organizationCode']]);
  expect(await deny({ dueAt: '2020-01-01T00:00:00Z' })).toEqual([['IN_THE_PAST', 'input.dueAt']]);
  expect(await deny({ sentAt: '2999-01-01T00:00:00Z' })).toEqual([['IN_FUTURE', 'input.sentAt']]);
  expect(await count('collaboration_order')).toBe(before);
  expect(await see(one!.id, outside.as)).toBeNull();
  there.broken = true;
  const dispatchId = (one!['dispatches'] as { nodes: { id: string }[] }).nodes[0]!.id;
  await replies().ok('collaborationReply', { dispatchId, reply: 'He does not.' }, asked.as);
  there.broken = false;
  await until(() => Promise.resolve(there.answers.length > 0));
  expect(there.answers).toMatchObject([
    { messageId: 'IN-1', done: true, replies: [{ organization: UNIT_B, handler: 'X200', reply: 'He does not.' }] },
  ]);
  await until(async () => (await see(one!.id, asked.as)).systemAnsweredAt !== null);
  const given = await receive({ messageId: 'IN-3' });
  await orders().ok('collaborationOrderCancel', { orderId: given.id, reason: 'Not ours.' }, asked.as);
  await until(() => Promise.resolve(there.answers.some(({ messageId }) => messageId === 'IN-3')));
  expect(there.answers.at(-1)).toMatchObject({ done: false, reason: 'Not ours.', replies: [] });
});

test('OPS-48 a system that is late is told of once', async () => {
  const { orderId } = await sent({ dueAt: new Date(Date.now() + 60_000).toISOString() });
  await until(async () => (await states(orderId))[0] === '1 SENT');
  const measure = () =>
    tellOverdue.run({}, graph.database.systemContext('test'), {
      id: '1',
      attempt: 1,
      signal: new AbortController().signal,
    });
  await measure();
  expect(await see(orderId)).toMatchObject({ overdue: false });
  await graph.database.pool.query(
    `update collaboration_system_dispatch set due_at = now() - interval '1 hour' where status = 'SENT' and due_at is not null`,
  );
  await measure();
  await measure();
  expect(await see(orderId)).toMatchObject({ overdue: true, systemDispatches: { nodes: [{ overdue: true }] } });
  expect(await count(`history_entry where type = 'collaboration.system.overdue'`)).toBe(1);
});

test('OPS-41 the sandbox takes orders and replies', async () => {
  const { orderId } = await sent({ systems: [SANDBOX_SYSTEM], detail: 'sandbox: refuse' });
  await until(async () => (await see(orderId)).status === 'RETURNED');
  expect((await see(orderId)).systemDispatches.nodes).toMatchObject([{ result: 'REFUSED', handler: 'The sandbox' }]);
});
