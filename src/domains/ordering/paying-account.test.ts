import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import { encodeId, uuidOf } from '../../kernel/model/index.js';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { openShop, type Shop } from '../../testing/shop.js';
import { until } from '../../testing/until.js';

const clerk: As = { sub: 'g1', role: 'staff', region: 'T-N' };

let graph: TestGraph;
let shop: Shop;

beforeAll(async () => {
  sandboxPace.stepMs = 0;
  graph = await startTestGraph();
  shop = await openShop(graph.database);
});
afterAll(() => graph?.close());

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers differ by document */
const run = async (name: string, type: string, input: object, answer: string): Promise<any> => {
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path details } ${answer} } }`;
  const { data, errors } = await graph.query<Record<string, unknown>>(document, { input }, { as: clerk });
  expect(errors).toBeUndefined();
  return data[name];
};
const rows = async (sql: string, values: unknown[] = []) => (await graph.database.pool.query(sql, values)).rows;
const person = async (name: string): Promise<{ id: string; account: string }> => {
  const input = { regionId: encodeId('re', shop.north.id), individual: { name } };
  const { customer } = await run(
    'customerCreate',
    'CustomerCreateInput',
    input,
    'customer { id accounts { nodes { id } } }',
  );
  return { id: customer.id, account: customer.accounts.nodes[0].id };
};
const open = async (customerId: string): Promise<string> =>
  (await run('accountOpen', 'AccountOpenInput', { customerId }, 'account { id }')).account.id;
const step = (name: 'accountSuspend' | 'accountResume' | 'accountClose', accountId: string) =>
  run(name, 'AccountStepInput', { accountId, reason: '测试' }, 'account { id isDefault }');
const standing = (name: 'customerCancel' | 'customerRestore', customerId: string) =>
  run(name, 'CustomerStandingInput', { customerId, reason: '测试' }, 'customer { lifecycle }');
const submit = (customerId: string, items: object[], more: object = {}) =>
  run('orderSubmit', 'OrderSubmitInput', { customerId, items, ...more }, 'order { id account { id } }');
const line = () => ({ action: 'INSTALL', offeringId: encodeId('of', shop.line.id) });
const orders = async (customerId: string) =>
  rows('select "id" from "customer_order" where "customer_id" = $1', [uuidOf(customerId, 'cu', [])]);
const completed = (orderId: string) =>
  until(
    async () =>
      (await rows('select "status" from "customer_order" where "id" = $1', [uuidOf(orderId, 'or', [])]))[0].status ===
      'COMPLETED',
  );
/** What a customer has, by its account. */
const held = async (customerId: string): Promise<{ id: string; account: string | null }[]> =>
  (
    await rows('select "id", "account_id" from "product_instance" where "customer_id" = $1', [
      uuidOf(customerId, 'cu', []),
    ])
  ).map(({ id, account_id: account }) => ({ id: encodeId('ii', id), account: account && encodeId('ac', account) }));
const none = (lifecycle: string, ...path: string[]) => ({ code: 'NO_ACCOUNT_IN_USE', path, details: { lifecycle } });

describe('who pays for what is ordered', () => {
  it('CUS-44 CUS-83 CUS-84 refuses to install for who was cancelled until the customer is restored', async () => {
    const { id, account } = await person('撤销后订购');
    await standing('customerCancel', id);
    const { order, userErrors } = await submit(id, [line()]);
    expect(userErrors).toEqual([none('LEFT', 'input', 'accountId')]);
    expect(order).toBeNull();
    const { data } = await graph.query(
      `query ($input: OrderSubmitInput!) { orderCheck(input: $input) { orderable findings { code } } }`,
      { input: { customerId: id, items: [line()] } },
      { as: clerk },
    );
    expect(data.orderCheck).toEqual({ orderable: false, findings: [{ code: 'NO_ACCOUNT_IN_USE' }] });
    expect(await orders(id)).toEqual([]);
    await standing('customerRestore', id);
    expect((await submit(id, [line()])).order.account).toEqual({ id: account });
  });

  it('CUS-38 CUS-44 charges the oldest account in use while the default one is suspended, and refuses when none is', async () => {
    const { id, account } = await person('暂停账户');
    await step('accountSuspend', account);
    expect((await submit(id, [line()])).userErrors).toEqual([none('POTENTIAL', 'input', 'accountId')]);
    expect(await orders(id)).toEqual([]);
    const [second] = [await open(id), await open(id)];
    const { order } = await submit(id, [line()]);
    expect(order.account).toEqual({ id: second });
    await completed(order.id);
    const [instance] = await held(id);
    expect(instance!.account).toBe(second);
    await step('accountResume', account);
    expect((await submit(id, [line()])).order.account).toEqual({ id: account });
  });

  it('CUS-44 lets what is there be given up though no account is in use', async () => {
    const { id, account } = await person('拆机');
    const { order } = await submit(id, [line()]);
    await completed(order.id);
    await step('accountSuspend', account);
    const [instance] = await held(id);
    // What stands against it is told of the customer, not of an account that would be closed with it.
    expect((await standing('customerCancel', id)).userErrors).toEqual([
      {
        ...{ code: 'GUARD_REFUSED', path: ['input', 'customerId'] },
        details: { state: 'IN_NETWORK', action: 'cancel', guard: 'nothingInUse' },
      },
    ]);
    for (const name of ['accountSuspend', 'accountClose'] as const)
      expect((await step(name, account)).userErrors).toMatchObject([{ path: ['input', 'accountId'] }]);
    expect((await submit(id, [{ action: 'REMOVE', productInstanceId: instance!.id }])).userErrors).toEqual([]);
  });

  it('CUS-38 makes a resumed account the default one where there is none', async () => {
    const { id, account } = await person('恢复账户');
    const second = await open(id);
    await step('accountSuspend', second);
    expect((await step('accountClose', account)).account.isDefault).toBe(false);
    expect((await submit(id, [line()])).userErrors).toEqual([none('POTENTIAL', 'input', 'accountId')]);
    expect((await step('accountResume', second)).account.isDefault).toBe(true);
    expect((await submit(id, [line()])).order.account).toEqual({ id: second });
  });

  it('CUS-44 ORD-14 hands over only to who can pay, who stays able to until it is done', async () => {
    const [from, to] = [await person('过户甲'), await person('过户乙')];
    const { order } = await submit(from.id, [line()]);
    await completed(order.id);
    const [instance] = await held(from.id);
    const transfer = () =>
      submit(from.id, [{ action: 'TRANSFER', productInstanceId: instance!.id, newOwnerId: to.id }]);
    await step('accountSuspend', to.account);
    expect((await transfer()).userErrors).toEqual([none('POTENTIAL', 'input', 'items', '0', 'newOwnerId')]);
    expect(await orders(from.id)).toHaveLength(1);
    await step('accountResume', to.account);
    sandboxPace.stepMs = 400;
    const { order: handed } = await transfer();
    expect((await step('accountClose', to.account)).userErrors[0].code).toBe('GUARD_REFUSED');
    expect((await standing('customerCancel', to.id)).userErrors[0].code).toBe('GUARD_REFUSED');
    await step('accountSuspend', to.account);
    await completed(handed.id);
    sandboxPace.stepMs = 0;
    expect(await held(to.id)).toEqual([{ id: instance!.id, account: to.account }]);
  });
});
