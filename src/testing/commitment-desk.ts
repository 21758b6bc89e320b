import { expect } from '@jest/globals';
import { until } from './until.js';
import { openPriceDesk, type PriceDesk } from './price-desk.js';
import { approve } from './second-person.js';

/** What a customer has of one offering. */
export interface Held {
  customerId: string;
  accountId: string;
  offeringInstanceId: string;
  /** Ids of the product instances by code of the product. */
  instances: Record<string, string>;
}

/** A running graph with what tests of commitments do again and again. */
export interface CommitmentDesk {
  desk: PriceDesk;
  /** Id of OF_HOME_FIBER, which is sold. */
  fiber: string;
  /** Ids of products by code. */
  products: ReadonlyMap<string, string>;
  sql: PriceDesk['graph']['database']['pool']['query'];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as in the graph
  submit(input: object): Promise<any>;
  /** Waits until an order is completed. */
  done(orderId: string): Promise<void>;
  /** A customer who has had an offering for some months. */
  holder(name: string, months: number, code?: string, more?: object): Promise<Held>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as in the graph
  check(input: object): Promise<any>;
  /** Says how long INTERNET_FIBER of OF_HOME_FIBER must be kept, and approves it as somebody else when it is held. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as in the graph
  commit(input: object): Promise<any>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as in the graph
  remove(held: Held, product: string, more?: object): Promise<any>;
}

/** An INSTALL line of an order. */
export const line = (offeringId: string, more: object = {}) => ({
  action: 'INSTALL',
  offeringId,
  installAddress: 'Road 1',
  ...more,
});

const BREACHES = `permitted breaches { control action prompt monthsShort penalty { amount currency } replacementPlan { code } productInstance { id } component { product { code } } }`;

export async function openCommitmentDesk(): Promise<CommitmentDesk> {
  const desk = await openPriceDesk();
  const fiber = await desk.offeringId('OF_HOME_FIBER');
  const { data } = await desk.graph.query('{ products(first: 100) { nodes { id code } } }');
  const products = new Map<string, string>(
    data.products.nodes.map(({ id, code }: Record<string, string>) => [code, id]),
  );
  const { pool } = desk.graph.database;
  const sql = pool.query.bind(pool) as CommitmentDesk['sql'];
  const submit = (input: object) => desk.run('orderSubmit', 'order { id orderNo }', input, 'admin');
  const done = async (id: string) => {
    const status = async () =>
      (await desk.graph.query('query ($id: ID!) { order(id: $id) { status } }', { id })).data.order.status as string;
    await until(async () => (await status()) === 'COMPLETED');
  };
  return {
    ...{ desk, fiber, products, sql, submit, done },
    async holder(name, months, code = 'OF_HOME_FIBER', more = {}) {
      const customerId = await desk.customer(name);
      const placed = await submit({ customerId, items: [line(await desk.offeringId(code), more)] });
      expect(placed.userErrors).toEqual([]);
      await done(placed.order.id);
      await sql(
        `update product_instance set activated_at = now() - make_interval(months => $1) where customer_id = (select id from customer where name = $2)`,
        [months, name],
      );
      const found = await desk.graph.query(
        `query ($id: ID!) { customer(id: $id) { accounts(first: 1) { nodes { id } }
          offeringInstances(first: 5) { nodes { id productInstances(first: 20) { nodes { id product { code } } } } } } }`,
        { id: customerId },
      );
      const { offeringInstances, accounts } = found.data.customer;
      const [held] = offeringInstances.nodes;
      const instances = Object.fromEntries(
        held.productInstances.nodes.map(({ id, product }: { id: string; product: { code: string } }) => [
          product.code,
          id,
        ]),
      );
      return { customerId, accountId: accounts.nodes[0].id, offeringInstanceId: held.id, instances };
    },
    check: (input) => desk.ask('commitmentCheck', 'CommitmentCheckInput', BREACHES, input, 'admin'),
    async commit(input) {
      const values = { offeringId: fiber, productId: products.get('INTERNET_FIBER'), ...input };
      const answer = await desk.run('offeringCommitmentSave', 'held offering { code }', values);
      if (answer.held) await approve(desk.graph, fiber);
      return answer;
    },
    remove: (held, product, more = {}) =>
      submit({
        customerId: held.customerId,
        items: [{ action: 'REMOVE', productInstanceId: held.instances[product], ...more }],
      }),
  };
}
