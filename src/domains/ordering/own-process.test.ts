import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '../../kernel/model/index.js';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { instanceMutations, instancesMutations, standing, taskAt, taskMutations } from '../../testing/processes.js';
import type { Outcome } from '../../testing/mutations.js';
import { openShop, type Shop } from '../../testing/shop.js';
import { until } from '../../testing/until.js';
import { ensureProcesses, person } from '../process/index.js';
import { orderFulfilment } from './order-fulfilment.js';
import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';

let graph: TestGraph;
let shop: Shop;
const north: As = { sub: 'clerk-1', role: 'staff', region: 'T-N' };

/** The standard process with people before the decomposition, before and after provisioning, and before what came back is corrected. */
const OWN = {
  ...orderFulfilment,
  ...{ code: 'OWN_FULFILMENT', name: 'Own', priority: 10 },
  steps: [
    ...orderFulfilment.steps,
    ...['front', 'pre', 'triage', 'inspect'].map((code) => person(code, code, 'CLERK', 60)),
  ],
  ways: Object.fromEntries([
    ...Object.entries(orderFulfilment.ways!).map(([way, condition]) => [
      way
        .replace('check > decompose', 'check > front')
        .replace('decompose > fulfil', 'decompose > pre')
        .replace('fulfil > correct', 'fulfil > triage')
        .replace('fulfil > complete', 'fulfil > inspect'),
      condition,
    ]),
    ...[
      ['front > decompose', null],
      ['pre > fulfil', null],
      ['triage > correct', null],
      ['inspect > complete', null],
      ['complete > end', null],
    ],
  ]),
};

beforeAll(async () => {
  sandboxPace.stepMs = 0;
  graph = await startTestGraph();
  shop = await openShop(graph.database);
  await ensureProcesses(graph.database.systemContext('test'), [OWN]);
});
afterAll(() => graph?.close());

const SUBMIT =
  'mutation ($input: OrderSubmitInput!) { orderSubmit(input: $input) { order { id } userErrors { code } } }';
const SEE = `query ($id: ID!) { order(id: $id) { status serviceOrders(first: 9) { nodes { status } }
  processInstance { id status exceptionCode tasks(first: 50, orderBy: [{ field: ARRIVED_AT }]) { nodes { id step status } }
    tokens(first: 50, orderBy: [{ field: SEQ }]) { nodes { id step status } } } } }`;
const INSTANCES = 'select "status", count(*)::int as "n" from "product_instance" group by 1 order by 1';
const RESEND =
  'mutation ($input: OrderResendInput!) { orderResend(input: $input) { order { status } userErrors { code path details } } }';
const see = async (id: string) => (await graph.query(SEE, { id })).data.order;
const statesOf = async (id: string) =>
  (await see(id)).serviceOrders.nodes.map(({ status }: { status: string }) => status);

async function submitted(more: object = {}): Promise<string> {
  const items = [{ action: 'INSTALL', offeringId: encodeId('of', shop.line.id), ...more }];
  const input = { customerId: encodeId('cu', shop.customer.id), items };
  return (await graph.query(SUBMIT, { input }, { as: north })).data.orderSubmit.order.id;
}
/** The open task of an order at a step, once its process has come there. */
async function comesTo(id: string, step: string): Promise<string> {
  await until(async () => standing((await see(id)).processInstance).includes(step));
  return taskAt((await see(id)).processInstance, step);
}
const complete = (taskId: string) => taskMutations(graph, 'admin').ok('processTaskComplete', { taskId });
/** Waits until no job is left to be done now. */
const settled = () =>
  until(async () => {
    const { rows } = await graph.database.pool.query<{ n: number }>(
      'select count(*)::int as n from graphile_worker.jobs where run_at <= now() and attempts < max_attempts',
    );
    return rows[0]!.n === 0;
  });

const reject = (taskId: string, toDispatcher = false) =>
  taskMutations(graph, 'admin').ok('processTaskReject', { taskId, reason: 'Not so.', toDispatcher });
const dispatch = (name: Parameters<ReturnType<typeof instanceMutations>['run']>[0], input: object) =>
  instanceMutations(graph, 'admin').run(name, { reason: 'x', ...input });
/** The last visit of an order to a step. */
const visit = async (id: string, step: string): Promise<string> =>
  (await see(id)).processInstance.tokens.nodes.findLast((each: { step: string }) => each.step === step).id;
/** All that the refusal of an operation may not change. */
async function written(): Promise<unknown> {
  const tables = ['process_token', 'process_task', 'service_order', 'history_entry', 'customer_order'];
  const counts = tables.map((table) => `(select json_agg(t.* order by t.*::text)::text from "${table}" t)`);
  return (await graph.database.pool.query(`select md5(concat(${counts.join()}))`)).rows;
}
/** An order that stands before the step in which provisioning works. */
async function prepared(more: object = {}): Promise<{ id: string; pre: string }> {
  const id = await submitted(more);
  await complete(await comesTo(id, 'front'));
  return { id, pre: await comesTo(id, 'pre') };
}
const refusalOf = ({ node, userErrors }: Outcome) => [
  node,
  ...userErrors.map(({ code, path, details }) => [code, path, details]),
];

describe('the own process of an order', () => {
  test('WFL-36 WFL-67 gives provisioning nothing before the step in which provisioning works', async () => {
    const { id, pre } = await prepared();
    await settled();
    expect(await statesOf(id)).toEqual(['CREATED']);
    await complete(pre);
    const inspect = await comesTo(id, 'inspect');
    expect([await statesOf(id), (await see(id)).status]).toEqual([['COMPLETED'], 'IN_PROVISIONING']);
    await complete(inspect);
    await until(async () => (await see(id)).status === 'COMPLETED');
  });

  test('WFL-42 WFL-43 goes back over the decomposition: its service orders are withdrawn with what they were to open, and made anew', async () => {
    const before = (await graph.database.pool.query(INSTANCES)).rows;
    const { id, pre } = await prepared();
    const opened = (await graph.database.pool.query(INSTANCES)).rows;
    await reject(pre);
    // The step before is the decomposition itself: it is undone and done again.
    await until(async () => (await statesOf(id)).length === 2);
    expect(await statesOf(id)).toEqual(['CANCELLED', 'CREATED']);
    expect(await comesTo(id, 'pre')).not.toBe(pre);
    const { userErrors } = await dispatch('processInstanceRollBack', { tokenId: await visit(id, 'front') });
    expect(userErrors).toEqual([]);
    const front = await comesTo(id, 'front');
    expect([(await see(id)).status, await statesOf(id)]).toEqual(['APPROVED', ['CANCELLED', 'CANCELLED']]);
    const pending = (rows: { status: string; n: number }[]) => rows.find(({ status }) => status === 'PENDING')?.n ?? 0;
    expect(pending(opened)).toBe(pending(before) + 1);
    expect(pending((await graph.database.pool.query(INSTANCES)).rows)).toBe(pending(before));
    await complete(front);
    await complete(await comesTo(id, 'pre'));
    await complete(await comesTo(id, 'inspect'));
    await until(async () => (await see(id)).status === 'COMPLETED');
    expect(await statesOf(id)).toEqual(['CANCELLED', 'CANCELLED', 'COMPLETED']);
  });

  test('WFL-42 WFL-43 goes back over the check, which is made again', async () => {
    const id = await submitted();
    await comesTo(id, 'front');
    const first = await visit(id, 'check');
    expect((await dispatch('processInstanceRollBack', { tokenId: first })).userErrors).toEqual([]);
    await until(async () => (await visit(id, 'check')) !== first);
    await comesTo(id, 'front');
    expect((await see(id)).status).toBe('APPROVED');
    const { data } = await graph.query(
      'query ($id: ID!) { order(id: $id) { history(first: 50) { nodes { action } } } }',
      { id },
    );
    const again = data.order.history.nodes.filter(({ action }: { action: string }) => action === 'reviewAgain');
    expect(again).toHaveLength(1);
  });

  test('WFL-37 WFL-42 WFL-47 is no dead end when it is sent to a dispatcher: it is moved to what comes next, but not past what the order needs', async () => {
    const { id, pre } = await prepared();
    await reject(pre, true);
    const { processInstance } = await see(id);
    expect(processInstance).toMatchObject({ status: 'ABNORMAL', exceptionCode: 'REJECTED' });
    await settled();
    const before = await written();
    const tokenId = await visit(id, 'pre');
    for (const step of ['inspect', 'complete', 'end'])
      expect(refusalOf(await dispatch('processInstanceMove', { tokenId, step }))).toEqual([
        null,
        ['STEP_NEEDED', ['input', 'step'], { step: 'fulfil', name: '开通施工' }],
      ]);
    expect(
      await instancesMutations(graph, 'admin').refused('processInstanceTerminate', {
        ...{ instanceIds: [processInstance.id], reason: 'x' },
      }),
    ).toEqual([['STEERED', 'input.instanceIds.0']]);
    expect(await written()).toEqual(before);
    expect((await dispatch('processInstanceMove', { tokenId, step: 'front' })).userErrors).toEqual([]);
    await complete(await comesTo(id, 'front'));
    await comesTo(id, 'pre');
    expect(
      (await dispatch('processInstanceMove', { tokenId: await visit(id, 'pre'), step: 'fulfil' })).userErrors,
    ).toEqual([]);
    await comesTo(id, 'inspect');
    expect(await statesOf(id)).toEqual(['COMPLETED']);
  });

  test('WFL-42 WFL-43 does not go back over what provisioning has done, and lets the dispatcher go on from there', async () => {
    const { id, pre } = await prepared();
    await complete(pre);
    const inspect = await comesTo(id, 'inspect');
    await settled();
    const before = await written();
    const fulfil = { step: 'fulfil', name: '开通施工' };
    for (const step of ['fulfil', 'pre', 'front', 'check'])
      expect(refusalOf(await dispatch('processInstanceRollBack', { tokenId: await visit(id, step) }))).toEqual([
        null,
        ['STEP_NOT_UNDONE', ['input', 'tokenId'], fulfil],
      ]);
    expect(
      refusalOf(await taskMutations(graph, 'admin').run('processTaskReject', { taskId: inspect, reason: 'Bad.' })),
    ).toEqual([null, ['STEP_NOT_UNDONE', ['input', 'taskId'], fulfil]]);
    expect(await written()).toEqual(before);
    await reject(inspect, true);
    const tokenId = await visit(id, 'inspect');
    expect((await dispatch('processInstanceMove', { tokenId, step: 'complete' })).userErrors).toEqual([]);
    await until(async () => (await see(id)).status === 'COMPLETED');
  });

  test('WFL-36 lets nobody resend it before what its process has people do first', async () => {
    const { id, pre } = await prepared({ characteristics: [{ name: 'sandbox', value: 'shortage' }] });
    await complete(pre);
    const triage = await comesTo(id, 'triage');
    await settled();
    const before = await written();
    const resend = () => graph.query(RESEND, { input: { orderId: id, reason: 'Again.' } });
    expect((await resend()).data.orderResend).toEqual({
      order: null,
      userErrors: [{ code: 'NOT_ITS_TURN', path: [], details: { step: 'triage', name: 'triage' } }],
    });
    expect(await written()).toEqual(before);
    await complete(triage);
    await comesTo(id, 'correct');
    expect((await resend()).data.orderResend).toMatchObject({ order: { status: 'IN_PROVISIONING' }, userErrors: [] });
  });
});
