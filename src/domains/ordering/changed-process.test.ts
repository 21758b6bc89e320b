import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '../../kernel/model/index.js';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { instanceMutations } from '../../testing/processes.js';
import { openShop, type Shop } from '../../testing/shop.js';
import { until } from '../../testing/until.js';
import { ReviewRule } from './index.js';
import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';

let graph: TestGraph;
let shop: Shop;
const north: As = { sub: 'clerk-1', role: 'staff', region: 'T-N' };

beforeAll(async () => {
  sandboxPace.stepMs = 0;
  graph = await startTestGraph();
  shop = await openShop(graph.database);
  const none = { kind: null, source: null, action: null, minOneTimeTotal: null };
  // An order that waits for its reviewer stands still long enough for its process to be changed.
  await graph.database.write(graph.database.systemContext('test'), async (tx) =>
    tx.add(Object.assign(new ReviewRule(), { ...none, code: 'ALL', name: 'All', inUse: true, minPieces: 1 })),
  );
});
afterAll(() => graph?.close());

const SUBMIT =
  'mutation ($input: OrderSubmitInput!) { orderSubmit(input: $input) { order { id } userErrors { code } } }';
const REVIEW =
  'mutation ($input: OrderReviewInput!) { orderReview(input: $input) { order { id } userErrors { code } } }';
const SEE = `query ($id: ID!) { order(id: $id) { status serviceOrders(first: 9) { nodes { status } }
  processInstance { id status exceptionMessage version { id } tokens(first: 50, orderBy: [{ field: SEQ }]) { nodes { step status } } } } }`;
const see = async (id: string) => (await graph.query(SEE, { id })).data.order;

/** An order that waits for its reviewer. */
async function reviewed(): Promise<string> {
  const items = [{ action: 'INSTALL', offeringId: encodeId('of', shop.line.id) }];
  const input = { customerId: encodeId('cu', shop.customer.id), items };
  const { order } = (await graph.query(SUBMIT, { input }, { as: north })).data.orderSubmit;
  await until(async () =>
    (await see(order.id)).processInstance.tokens.nodes.some(
      ({ step, status }: { step: string; status: string }) => step === 'review' && status === 'ACTIVE',
    ),
  );
  return order.id;
}
const change = async (id: string, more: object) =>
  instanceMutations(graph, 'admin').run('processInstanceChange', {
    ...{ instanceId: (await see(id)).processInstance.id, reason: 'x', ...more },
  });
const approve = async (orderId: string) =>
  (await graph.query(REVIEW, { input: { orderId, result: 'APPROVE' } })).data.orderReview.userErrors;

describe('the changed process of an order', () => {
  test('WFL-35 WFL-48 keeps the step at which provisioning works: a change that leaves it out is refused and writes nothing', async () => {
    const id = await reviewed();
    const before = await see(id);
    const counted = async () =>
      (
        await graph.database.pool.query(
          'select (select count(*) from "process_template_version") v, (select count(*) from "process_step") s, (select count(*) from "history_entry") h',
        )
      ).rows[0];
    const written = await counted();
    const { node, userErrors } = await change(id, {
      removeSteps: ['fulfil', 'cancel', 'notify', 'wait'],
      addFlows: [{ from: 'decompose', to: 'complete', isDefault: true }],
    });
    expect(node).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'NO_CLOSING_STEP', path: ['input', 'instanceId'] }]);
    expect(await see(id)).toEqual(before);
    expect(await counted()).toEqual(written);
    // A step more is no harm: provisioning still does its work.
    const told = { code: 'told', kind: 'AUTOMATIC', handler: 'compute' };
    const added = await change(id, {
      ...{ addSteps: [told], removeFlows: [{ from: 'decompose', to: 'fulfil' }] },
      addFlows: [
        { from: 'decompose', to: 'told', isDefault: true },
        { from: 'told', to: 'fulfil' },
      ],
    });
    expect(added.userErrors).toEqual([]);
    expect(await approve(id)).toEqual([]);
    await until(async () => (await see(id)).status === 'COMPLETED');
    const { serviceOrders, processInstance } = await see(id);
    expect(serviceOrders.nodes).toEqual([{ status: 'COMPLETED' }]);
    expect(processInstance.tokens.nodes).toContainEqual({ step: 'told', status: 'DONE' });
  });

  test('ORD-88 WFL-48 does not complete it round its service orders: it comes back to people', async () => {
    const id = await reviewed();
    const round = await change(id, {
      removeFlows: [{ from: 'decompose', to: 'fulfil' }],
      addFlows: [{ from: 'decompose', to: 'complete', isDefault: true }],
    });
    expect(round.userErrors).toEqual([]);
    expect(await approve(id)).toEqual([]);
    await until(async () => ['EXCEPTION', 'COMPLETED'].includes((await see(id)).status));
    const { status, serviceOrders, processInstance } = await see(id);
    expect([status, serviceOrders.nodes]).toEqual(['EXCEPTION', []]);
    expect(processInstance).toMatchObject({ status: 'RUNNING' });
  });
});
