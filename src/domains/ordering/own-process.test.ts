import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '../../kernel/model/index.js';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { standing, taskAt, taskMutations } from '../../testing/processes.js';
import { openShop, type Shop } from '../../testing/shop.js';
import { until } from '../../testing/until.js';
import { ensureProcesses, person } from '../process/index.js';
import { orderFulfilment } from './order-fulfilment.js';

let graph: TestGraph;
let shop: Shop;
const north: As = { sub: 'clerk-1', role: 'staff', region: 'T-N' };

/** The standard process with people before and after provisioning. */
const OWN = {
  ...orderFulfilment,
  ...{ code: 'OWN_FULFILMENT', name: 'Own', priority: 10 },
  steps: [...orderFulfilment.steps, person('pre', 'Prepare', 'CLERK', 60), person('inspect', 'Inspect', 'CLERK', 60)],
  ways: Object.fromEntries([
    ...Object.entries(orderFulfilment.ways!).map(([way, condition]) => [
      way.replace('decompose > fulfil', 'decompose > pre').replace('fulfil > complete', 'fulfil > inspect'),
      condition,
    ]),
    ...[
      ['pre > fulfil', null],
      ['inspect > complete', null],
      ['complete > end', null],
    ],
  ]),
};

beforeAll(async () => {
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
const see = async (id: string) => (await graph.query(SEE, { id })).data.order;
const statesOf = async (id: string) =>
  (await see(id)).serviceOrders.nodes.map(({ status }: { status: string }) => status);

async function submitted(): Promise<string> {
  const items = [{ action: 'INSTALL', offeringId: encodeId('of', shop.line.id) }];
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

describe('the own process of an order', () => {
  test('WFL-36 WFL-67 gives provisioning nothing before the step in which provisioning works', async () => {
    const id = await submitted();
    const pre = await comesTo(id, 'pre');
    await settled();
    expect(await statesOf(id)).toEqual(['CREATED']);
    await complete(pre);
    const inspect = await comesTo(id, 'inspect');
    expect([await statesOf(id), (await see(id)).status]).toEqual([['COMPLETED'], 'IN_PROVISIONING']);
    await complete(inspect);
    await until(async () => (await see(id)).status === 'COMPLETED');
  });
});
