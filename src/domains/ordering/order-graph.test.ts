import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import { encodeId } from '../../kernel/model/index.js';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { openShop, type Shop } from '../../testing/shop.js';

let graph: TestGraph;
let shop: Shop;
const north: As = { sub: 'clerk-1', role: 'staff', region: 'T-N' };
const south: As = { sub: 'clerk-2', role: 'staff', region: 'T-S' };

const SUBMIT = /* GraphQL */ `
  mutation ($input: OrderSubmitInput!) {
    orderSubmit(input: $input) {
      order {
        id
        orderNo
        status
        items {
          nodes {
            itemNo
            action
            oneTimePrice {
              amount
              currency
            }
          }
        }
      }
      userErrors {
        code
        path
      }
    }
  }
`;
const WATCH = /* GraphQL */ `
  subscription ($orderId: ID!, $after: String) {
    orderProgress(orderId: $orderId, after: $after) {
      cursor
      from
      to
      action
      actor
      occurredAt
      order {
        orderNo
      }
      serviceOrder {
        serviceOrderNo
      }
    }
  }
`;

interface Progress {
  orderProgress: {
    cursor: string;
    from: string | null;
    to: string;
    action: string;
    actor: string;
    order: { orderNo: string };
    serviceOrder: { serviceOrderNo: string } | null;
  };
}

beforeAll(async () => {
  sandboxPace.stepMs = 0;
  graph = await startTestGraph();
  shop = await openShop(graph.database);
});
afterAll(() => graph?.close());

const install = () => ({ action: 'INSTALL', offeringId: encodeId('of', shop.family.id) });
const submit = async (as: As = north, input: Record<string, unknown> = {}) =>
  (await graph.query(
    SUBMIT,
    { input: { customerId: encodeId('cu', shop.customer.id), items: [install()], ...input } },
    { as },
  )) as {
    data: {
      orderSubmit: {
        order: { id: string; orderNo: string; status: string; items: unknown } | null;
        userErrors: { code: string; path: string[] }[];
      };
    };
    errors?: { extensions: { code: string } }[];
  };

/** Runs a mutation about process instances; answers its refusals. */
async function dispatchRefused(mutation: string, input: object) {
  const { data } = await graph.query(
    `mutation ($input: ProcessInstancesInput!) { ${mutation}(input: $input) { userErrors { code path } } }`,
    { input },
  );
  return data[mutation].userErrors.map(({ code, path }: { code: string; path: string[] }) => [code, path.join('.')]);
}

describe('orders in the graph', () => {
  test('WFL-75 a subscription shows each state of an order and its service orders once, in order, with who took the step', async () => {
    const { data } = await submit();
    expect(data.orderSubmit.userErrors).toEqual([]);
    const placed = data.orderSubmit.order!;
    expect(placed.items).toEqual({
      nodes: [{ itemNo: 1, action: 'INSTALL', oneTimePrice: { amount: '100', currency: 'CNY' } }],
    });
    const watch = await graph.subscribe<Progress>(WATCH, { orderId: placed.id }, { as: north });
    // Five steps of the order, four of each of its two service orders.
    const messages = (await watch.until(13)).map(({ data: message }) => message!.orderProgress);
    const ofOrder = messages.filter(({ serviceOrder }) => !serviceOrder);
    expect(ofOrder.map(({ from, to, actor }) => [from, to, actor])).toEqual([
      [null, 'DRAFT', 'clerk-1'],
      ['DRAFT', 'PENDING_REVIEW', 'clerk-1'],
      ['PENDING_REVIEW', 'APPROVED', 'job:process.run'],
      ['APPROVED', 'IN_PROVISIONING', 'job:process.run'],
      ['IN_PROVISIONING', 'COMPLETED', 'job:fulfilment-sandbox.step'],
    ]);
    for (const number of [`${placed.orderNo}-01`, `${placed.orderNo}-02`]) {
      const own = messages.filter(({ serviceOrder }) => serviceOrder?.serviceOrderNo === number);
      expect(own.map(({ to }) => to)).toEqual(['CREATED', 'DISPATCHED', 'IN_PROGRESS', 'COMPLETED']);
    }
    expect(messages.at(-1)).toMatchObject({ to: 'COMPLETED', order: { orderNo: placed.orderNo } });

    const again = await graph.subscribe<Progress>(
      WATCH,
      { orderId: placed.id, after: messages[6]!.cursor },
      { as: north },
    );
    expect((await again.until(6)).map(({ data: message }) => message!.orderProgress.cursor)).toEqual(
      messages.slice(7).map(({ cursor }) => cursor),
    );
    await again.close();
    await watch.close();
  });

  test('CUS-03 a customer with a service password shows it before an order', async () => {
    const customerId = encodeId('cu', shop.customer.id);
    const password = async (verb: 'Set' | 'Verify', purpose: string) => {
      const document = `mutation ($input: CustomerPassword${verb}Input!) { customerPassword${verb}(input: $input) { userErrors { code } ${verb === 'Verify' ? 'verification { token }' : ''} } }`;
      const input = { customerId, purpose, password: `word-of-${purpose}` };
      const { data } = await graph.query(document, { input }, { as: north });
      expect(data[`customerPassword${verb}`].userErrors).toEqual([]);
      return data[`customerPassword${verb}`].verification?.token as string;
    };
    const orders = async () =>
      (await graph.database.pool.query('select count(*)::int n from "customer_order"')).rows[0].n;
    for (const purpose of ['QUERY', 'ACCEPT']) await password('Set', purpose);
    const before = await orders();
    const order = async (token?: string) => {
      const headers: Record<string, string> = token === undefined ? {} : { 'customer-verification': token };
      const document = `mutation ($input: OrderSubmitInput!) { orderSubmit(input: $input) { userErrors { code path details } } }`;
      const { data } = await graph.query(
        document,
        { input: { customerId, items: [install()] } },
        { as: north, headers },
      );
      return data.orderSubmit.userErrors;
    };
    const refused = {
      ...{ code: 'VERIFICATION_REQUIRED', path: ['input', 'customerId'] },
      details: { needed: ['CHANGE', 'ACCEPT', 'WHOLE'] },
    };
    expect(await order()).toEqual([refused]);
    expect(await order(await password('Verify', 'QUERY'))).toEqual([refused]);
    expect(await orders()).toBe(before);
    expect(await order(await password('Verify', 'ACCEPT'))).toEqual([]);
    expect(await orders()).toBe(before + 1);
    await graph.database.pool.query('delete from customer_credential');
  });

  test('WFL-67 staff read where an order stands in its process, and the order of a process; nobody moves it past its order', async () => {
    const { data } = await submit();
    const { id } = data.orderSubmit.order!;
    const document = `query ($id: ID!) { order(id: $id) { status processInstance { id status template { code } object { id }
      orders(first: 2) { nodes { id } } tasks(first: 10) { nodes { step about { id } } } } } }`;
    const seen = async (as: As) => (await graph.query(document, { id }, { as })).data.order;
    for (const end = Date.now() + 20_000; (await seen(north)).status !== 'COMPLETED' && Date.now() < end;)
      await new Promise((resolve) => setTimeout(resolve, 50));
    const { processInstance, status } = await seen(north);
    expect(status).toBe('COMPLETED');
    expect(processInstance).toMatchObject({
      ...{ status: 'COMPLETED', template: { code: 'ORDER_FULFILMENT' }, object: { id }, orders: { nodes: [{ id }] } },
    });
    const { serviceOrders } = (
      await graph.query(
        'query ($id: ID!) { order(id: $id) { serviceOrders(first: 9) { nodes { id } } } }',
        { id },
        { as: north },
      )
    ).data.order;
    expect(processInstance.tasks.nodes.map(({ step }: { step: string }) => step)).toEqual(['fulfil', 'fulfil']);
    expect(processInstance.tasks.nodes.map(({ about }: { about: { id: string } }) => about.id).sort()).toEqual(
      serviceOrders.nodes.map((node: { id: string }) => node.id).sort(),
    );
    const customer: As = { sub: 'me', role: 'customer', customer: 'C-NORTH' };
    expect(await seen(customer)).toMatchObject({ status: 'COMPLETED', processInstance: null });
    expect(await seen(south)).toBeNull();

    // One that is slow stands still long enough to be dispatched by hand.
    const slow = { ...install(), characteristics: [{ name: 'sandbox', value: 'shortage' }] };
    const placed = (await submit(north, { items: [slow] })).data.orderSubmit.order!;
    const at = async () => (await graph.query(document, { id: placed.id }, { as: north })).data.order;
    for (const end = Date.now() + 20_000; (await at()).status !== 'EXCEPTION' && Date.now() < end;)
      await new Promise((resolve) => setTimeout(resolve, 50));
    const instanceIds = [(await at()).processInstance.id];
    for (const mutation of ['processInstanceSuspend', 'processInstanceTerminate'])
      expect(await dispatchRefused(mutation, { instanceIds, reason: 'x' })).toEqual([
        ['STEERED', 'input.instanceIds.0'],
      ]);
    expect(await at()).toMatchObject({ status: 'EXCEPTION', processInstance: { status: 'RUNNING' } });
  });

  test('a watcher of the customer sees all its orders; staff of another region may watch neither', async () => {
    const document = `subscription ($customerId: ID!) { customerOrderProgress(customerId: $customerId) { to order { id } serviceOrder { id } } }`;
    const customerId = encodeId('cu', shop.customer.id);
    const watch = await graph.subscribe<{ customerOrderProgress: { to: string; order: { id: string } } }>(
      document,
      { customerId },
      { as: { sub: 'me', role: 'customer', customer: 'C-NORTH' } },
    );
    const orders = [(await submit()).data.orderSubmit.order!, (await submit()).data.orderSubmit.order!];
    const messages = (await watch.until(26)).map(({ data }) => data!.customerOrderProgress);
    for (const { id } of orders) expect(messages.filter(({ order }) => order.id === id)).toHaveLength(13);
    await watch.close();
    for (const [text, variables] of [
      [document, { customerId }],
      [WATCH, { orderId: orders[0]!.id }],
    ] as const) {
      const denied = await graph.subscribe(text, variables, { as: south });
      await expect(denied.until(1).then(([message]) => message!.errors![0]!.extensions!.code)).resolves.toBe(
        'NOT_FOUND',
      );
    }
  });

  test('ORD-84 service orders, instances and account are reached from the customer in one request', async () => {
    const view = /* GraphQL */ `
      query ($id: ID!) {
        node(id: $id) {
          ... on Customer {
            orders(first: 1) {
              totalCount
              nodes {
                status
                oneTimeTotal {
                  amount
                }
                serviceOrders {
                  nodes {
                    status
                    associatedTotal
                    productInstance {
                      status
                      product {
                        code
                      }
                    }
                  }
                }
                account {
                  accountNo
                }
              }
            }
          }
        }
      }
    `;
    const { data, errors } = await graph.query<{
      node: { orders: { nodes: { serviceOrders: { nodes: unknown[] } }[] } };
    }>(view, { id: encodeId('cu', shop.customer.id) }, { as: north });
    expect(errors).toBeUndefined();
    const [first] = data.node.orders.nodes;
    expect(first).toMatchObject({
      status: 'COMPLETED',
      oneTimeTotal: { amount: '100' },
      account: { accountNo: 'A-C-NORTH' },
    });
    expect(first!.serviceOrders.nodes).toEqual([
      { status: 'COMPLETED', associatedTotal: 2, productInstance: { status: 'ACTIVE', product: { code: 'T_PHONE' } } },
      {
        status: 'COMPLETED',
        associatedTotal: 2,
        productInstance: { status: 'ACTIVE', product: { code: 'T_BROADBAND' } },
      },
    ]);
  });

  test('bad input names its field, foreign customers look missing, partners may not order; nothing is written', async () => {
    const count = async () =>
      (await graph.database.pool.query('select count(*)::int as n from customer_order')).rows[0]!.n as number;
    const before = await count();
    const path = async (as: As, input: Record<string, unknown>) =>
      (await submit(as, input)).data.orderSubmit.userErrors.map((error) => [error.code, error.path.join('.')]);
    expect(await path(north, { items: [] })).toEqual([['TOO_FEW', 'input.items']]);
    expect(await path(north, { items: [{ ...install(), quantity: 501 }], externalKey: 'k'.repeat(101) })).toEqual(
      expect.arrayContaining([
        ['TOO_LONG', 'input.externalKey'],
        ['TOO_LARGE', 'input.items.0.quantity'],
      ]),
    );
    expect(await path(north, { customerId: encodeId('or', shop.customer.id) })).toEqual([
      ['BAD_ID', 'input.customerId'],
    ]);
    expect(await path(south, {})).toEqual([['NOT_FOUND', 'input.customerId']]);
    const partner = await submit({ sub: 'p', role: 'partner' });
    expect(partner.errors?.[0]?.extensions.code ?? partner.data.orderSubmit.userErrors[0]!.code).toBe('FORBIDDEN');
    expect(await count()).toBe(before);
  });
});
