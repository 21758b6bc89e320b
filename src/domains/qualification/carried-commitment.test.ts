import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import { type CommitmentDesk, type Held, line, openCommitmentDesk } from '../../testing/commitment-desk.js';
import { faults } from '../../testing/price-desk.js';
import { until } from '../../testing/until.js';

let hall: CommitmentDesk;
beforeAll(async () => {
  sandboxPace.stepMs = 0;
  hall = await openCommitmentDesk();
  await hall.commit({
    ...{ control: 'RELATIVE_TIME', keepMonths: 24, breachAction: 'PENALTY', penaltyFormula: '100 * monthsShort' },
    breachPrompt: 'Two years.',
  });
  for (const [from, to] of [
    ['OF_HOME_FIBER', 'OF_OFFICE'],
    ['OF_OFFICE', 'OF_INTERNET_FIBER'],
    ['OF_HOME_FIBER', 'OF_CLOUD_PBX'],
    ['OF_HOME_FIBER', 'OF_HOME_ENTERTAINMENT'],
  ])
    await hall.sql(
      `insert into offering_relation (id, created_at, updated_at, from_id, to_id, kind)
       select gen_random_uuid(), now(), now(), f.id, t.id, 'UPGRADE' from offering f, offering t where f.code = $1 and t.code = $2`,
      [from, to],
    );
});
afterAll(() => hall.desk.graph.close());

const FIBER = 'INTERNET_FIBER';
const CARRIED = `carriedCommitments { action prompt monthsShort penalty { amount } productInstance { id } component { product { code } } }`;

/** Upgrades what somebody has; answers what the check told before. */
async function upgrade({ customerId }: Pick<Held, 'customerId'>, code: string) {
  const input = { customerId, items: [line(await hall.desk.offeringId(code))] };
  const { orderable, lines } = await hall.desk.ask(
    ...(['orderCheck', 'OrderSubmitInput', `orderable lines { ${CARRIED} }`, input, 'admin'] as const),
  );
  expect(orderable).toBe(true);
  const { order, userErrors } = await hall.submit(input);
  expect(userErrors).toEqual([]);
  await hall.done(order.id);
  return lines[0].carriedCommitments;
}
const leaving = (productInstanceId: string) => hall.check({ productInstanceId, service: 'REMOVE' });
const remove = (customerId: string, productInstanceId: string, more: object = {}) =>
  hall.submit({ customerId, items: [{ action: 'REMOVE', productInstanceId, ...more }] });
const carried = async () => Number((await hall.sql('select count(*) n from carried_commitment')).rows[0].n);

test('PRD-38 PRD-112 PRD-54 an upgrade is no breach, but the term of what it keeps goes on, through another upgrade too, as the check tells', async () => {
  const held = await hall.holder('Keeps Fibre', 2);
  const own = held.instances[FIBER]!;
  const told = { action: 'PENALTY', prompt: 'Two years.', monthsShort: 22, penalty: { amount: '2200' } };
  expect(await upgrade(held, 'OF_OFFICE')).toEqual([
    { ...told, productInstance: { id: own }, component: { product: { code: FIBER } } },
  ]);
  expect((await leaving(own)).breaches).toMatchObject([told]);
  await upgrade(held, 'OF_INTERNET_FIBER');
  expect((await leaving(own)).breaches).toMatchObject([told]);
  expect(faults(await remove(held.customerId, own))).toEqual(['COMMITMENT_BREACHED input.items.0.productInstanceId']);
  const { order } = await remove(held.customerId, own, { acceptBreach: true });
  const { rows } = await hall.sql(
    `select penalty_amount from order_item i join customer_order o on o.id = i.order_id
    where o.order_no = $1`,
    [order.orderNo],
  );
  expect(rows).toMatchObject([{ penalty_amount: expect.stringMatching(/^2200(\.0+)?$/) }]);
});

test('PRD-38 the term of what an upgrade takes away binds what comes in its place, and not after it is over', async () => {
  const held = await hall.holder('Gives Up Fibre', 2);
  await upgrade(held, 'OF_CLOUD_PBX');
  const { data } = await hall.desk.graph.query(
    `query ($id: ID!) { customer(id: $id) { productInstances(first: 20, filter: { product: { code: { eq: "CLOUD_PBX" } } }) {
      nodes { id carriedCommitments(first: 5) { nodes { since product { code } through { offering { code } } } } } } } }`,
    { id: held.customerId },
  );
  const [exchange] = data.customer.productInstances.nodes;
  expect(exchange.carriedCommitments.nodes).toMatchObject([
    { product: { code: FIBER }, through: { offering: { code: 'OF_HOME_FIBER' } } },
  ]);
  expect((await leaving(exchange.id)).breaches).toMatchObject([{ monthsShort: 22, penalty: { amount: '2200' } }]);
  // What the upgrade does not keep is taken away for nothing.
  await until(async () => {
    const { rows } = await hall.sql(`select 1 from product_instance i join customer c on c.id = i.customer_id
      where c.name = 'Gives Up Fibre' and i.status <> 'REMOVED'`);
    return rows.length === 1;
  });
  await hall.sql(`update carried_commitment set since = now() - interval '25 months' where instance_id =
    (select i.id from product_instance i join customer c on c.id = i.customer_id join product p on p.id = i.product_id
      where c.name = 'Gives Up Fibre' and p.code = 'CLOUD_PBX')`);
  expect((await leaving(exchange.id)).breaches).toEqual([]);
});

test('PRD-38 PRD-39 of what the upgrade and the former ask for both hold: a removal that one forbids is forbidden', async () => {
  const held = await hall.holder('Bound Twice', 2);
  await upgrade(held, 'OF_HOME_ENTERTAINMENT');
  const breaches = (await leaving(held.instances[FIBER]!)).breaches;
  expect(breaches.map(({ action }: { action: string }) => action).sort()).toEqual(['FORBID', 'PENALTY']);
});

test('PRD-38 what was to be kept no longer, or never, carries nothing that binds', async () => {
  const held = await hall.holder('Stayed Long', 30);
  expect(await upgrade(held, 'OF_OFFICE')).toEqual([]);
  expect((await leaving(held.instances[FIBER]!)).breaches).toEqual([]);
  const before = await carried();
  const free = await hall.holder('Never Bound', 1, 'OF_OFFICE');
  expect(await upgrade(free, 'OF_INTERNET_FIBER')).toEqual([]);
  expect(await carried()).toBe(before);
});
