import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { createTroubleWorld, type TroubleWorld } from '../../testing/trouble-world.js';
import { until } from '../../testing/until.js';

let graph: TestGraph;
let world: TroubleWorld;
beforeAll(async () => {
  graph = await startTestGraph();
  world = await createTroubleWorld(graph);
  const offeringId = (await graph.query('{ offering(code: "OF_PHONE") { id } }')).data.offering.id;
  await ok('orderSubmit', { customerId: world.ids.alice, items: [{ action: 'INSTALL', offeringId }] }, 'admin');
  const line = await world.line('ALICE');
  const problem = { content: 'No light.', symptom: 'LOS', categoryCode: 'FAULT_BROADBAND' };
  await ok('faultReport', { customerId: world.ids.alice, productInstanceId: line, ...problem }, world.staff);
  const alarm = { ossReference: 'ALARM-R1', regionId: world.ids.guangzhou, content: 'OLT down', massFault: true };
  await ok('faultReportByNetwork', alarm, world.staff);
});
afterAll(() => graph.close());

async function ok(mutation: string, input: object, as: As): Promise<void> {
  const type =
    mutation === 'faultReportByNetwork'
      ? 'NetworkFaultReportInput'
      : `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code path } } }`;
  const { data, errors } = await graph.query(document, { input }, { as });
  expect([errors, data?.[mutation]?.userErrors]).toEqual([undefined, []]);
}

const LISTS = [
  ['Lines', 'productInstances(first: 50) { nodes { installAddress accessNumber } }'],
  ['Orders', 'orders(first: 50) { nodes { orderNo } }'],
  ['Tickets', 'problemTickets(first: 50) { nodes { ticketNo } }'],
] as const;
const look = async (as: As) => {
  for (const [name, list] of LISTS) {
    const { data, errors } = await graph.query(`query ${name} { ${list} }`, {}, { as });
    expect(errors).toBeUndefined();
    hasNoMark(data);
  }
  // The last is known to be written when what came before it is.
  await graph.query('query Last($id: ID!) { customer(id: $id) { name } }', { id: world.ids.alice }, { as });
};
const hasNoMark = (data: unknown) => expect(JSON.stringify(data)).not.toContain('\\u0001');
const looked = async (actor: string): Promise<string[]> =>
  (
    await graph.database.pool.query<{ operation: string }>(
      `select r.operation from customer_read r join customer c on c.id = r.customer_id where c.code = 'ALICE' and r.actor = $1`,
      [actor],
    )
  ).rows.map(({ operation }) => operation);

test('CUS-27 remembers who was shown the products, orders and tickets of a customer without the customer', async () => {
  const peeper: As = { sub: 'peeper', role: 'staff', region: '4401' };
  await look(peeper);
  await look(peeper);
  await until(async () => (await looked('peeper')).includes('Last'));
  expect((await looked('peeper')).sort()).toEqual(['Last', 'Lines', 'Orders', 'Tickets']);
});

test('CUS-27 what belongs to nobody leaves no trace, nor does what was counted only, or hidden', async () => {
  const as: As = { sub: 'counter', role: 'staff', region: '4401' };
  const counts = 'query Counts { productInstances { totalCount } orders { totalCount } problemTickets { totalCount } }';
  expect((await graph.query(counts, {}, { as })).data.orders.totalCount).toBe(1);
  const [alarm] = (await graph.database.pool.query(`select ticket_no from problem_ticket where customer_id is null`))
    .rows;
  const { data } = await graph.query(
    'query Alarm($no: String!) { problemTickets(first: 9, filter: { ticketNo: { eq: $no } }) { nodes { ticketNo } } }',
    { no: alarm.ticket_no },
    { as },
  );
  expect(data.problemTickets.nodes).toHaveLength(1);
  const elsewhere: As = { sub: 'elsewhere', role: 'staff', region: '51' };
  for (const [, list] of LISTS) await graph.query(`query Hidden { ${list} }`, {}, { as: elsewhere });
  await graph.query('query Last($id: ID!) { customer(id: $id) { name } }', { id: world.ids.alice }, { as });
  await until(async () => (await looked('counter')).includes('Last'));
  expect([await looked('counter'), await looked('elsewhere')]).toEqual([['Last'], []]);
});
