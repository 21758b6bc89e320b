import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { accountCloseObjections } from './index.js';

const clerk: As = { sub: 'g1', role: 'staff', region: '44' };
const ACCOUNT =
  'id accountNo name status isDefault version billDelivery billAddress billingDay paymentMode currency closedAt';
const OPEN = `mutation ($input: AccountOpenInput!) { accountOpen(input: $input) { userErrors { code path } account { ${ACCOUNT} } } }`;
const CHANGE = `mutation ($input: AccountChangeInput!) { accountChange(input: $input) { userErrors { code path } account { ${ACCOUNT} } } }`;
const step = (name: string) =>
  `mutation ($input: AccountStepInput!) { ${name}(input: $input) { userErrors { code path message } account { ${ACCOUNT} } } }`;

interface Payload {
  userErrors: { code: string; path: string[]; message: string }[];
  account: Record<string, unknown> & { id: string };
}

let graph: TestGraph;
let regionId: string;
let customer: { id: string; code: string };
let first: Payload['account'];
let blocked: string | undefined;

beforeAll(async () => {
  accountCloseObjections.add(async (account) =>
    account.accountNo === blocked ? 'Something is paid from it.' : undefined,
  );
  graph = await startTestGraph();
  regionId = (await graph.query(`{ region(code: "4401") { id } }`)).data.region.id;
});
afterAll(() => graph.close());

async function run(document: string, input: Record<string, unknown>, as: As = clerk): Promise<Payload> {
  const { data, errors } = await graph.query(document, { input }, { as });
  expect(errors).toBeUndefined();
  return Object.values(data as object)[0] as Payload;
}
const paths = ({ userErrors }: Payload) => userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);
const accounts = async () =>
  (
    await graph.query(
      `query ($code: String!) { customer(code: $code) { accounts { nodes { accountNo isDefault status } } } }`,
      { code: customer.code },
    )
  ).data.customer.accounts.nodes as { accountNo: string; isDefault: boolean; status: string }[];

beforeEach(async () => {
  const { data } = await graph.query(
    `mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { id code accounts { nodes { ${ACCOUNT} } } } } }`,
    {
      input: {
        regionId,
        individual: { name: 'Owner' },
        account: { billingDay: 5, paymentMode: 'CREDIT_CARD', billDelivery: 'EMAIL', billAddress: 'o@example.com' },
      },
    },
    { as: clerk },
  );
  customer = data.customerCreate.customer;
  first = data.customerCreate.customer.accounts.nodes[0];
});
afterEach(() => {
  blocked = undefined;
});

describe('opening an account', () => {
  test('CUS-35 CUS-36 CUS-37 CUS-39 gives a number and takes preferences from the default account', async () => {
    const { account } = await run(OPEN, { customerId: customer.id, billingDay: 9 });
    expect(account).toMatchObject({
      name: 'Owner',
      status: 'IN_USE',
      isDefault: false,
      billingDay: 9,
      paymentMode: 'CREDIT_CARD',
      billDelivery: 'EMAIL',
      billAddress: 'o@example.com',
      version: 1,
    });
    expect(account.accountNo).not.toBe(first.accountNo);
  });

  test('CUS-38 keeps exactly one default account, also when two become it at once', async () => {
    const opened = await Promise.all(
      [1, 2, 3].map((day) => run(OPEN, { customerId: customer.id, billingDay: day, isDefault: true })),
    );
    expect(opened.flatMap(paths)).toEqual([]);
    expect((await accounts()).filter(({ isDefault }) => isDefault)).toHaveLength(1);
    await Promise.all(opened.map(({ account }) => run(CHANGE, { accountId: account.id, isDefault: true })));
    expect((await accounts()).filter(({ isDefault }) => isDefault)).toHaveLength(1);
    expect(paths(await run(CHANGE, { accountId: (await defaultId())!, isDefault: false }))).toEqual([
      'CONTRADICTION input.isDefault',
    ]);
  });

  test('CUS-34 refuses a number that exists, a day that no month has, and preferences of another customer', async () => {
    expect(paths(await run(OPEN, { customerId: customer.id, accountNo: first.accountNo }))).toEqual([
      'DUPLICATE input.accountNo',
    ]);
    expect(paths(await run(OPEN, { customerId: customer.id, billingDay: 29 }))).toEqual(['TOO_LARGE input.billingDay']);
    expect(paths(await run(OPEN, { customerId: customer.id, currency: 'yen' }))).toEqual([
      'INVALID_CURRENCY input.currency',
    ]);
    const { data } = await graph.query(
      `mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { id } } }`,
      { input: { regionId, individual: { name: 'Stranger' } } },
      { as: clerk },
    );
    const other = data.customerCreate.customer.id;
    expect(paths(await run(OPEN, { customerId: other, likeAccountId: first.id }))).toEqual([
      'CONTRADICTION input.likeAccountId',
    ]);
    expect(await accounts()).toHaveLength(1);
  });
});

async function defaultId(): Promise<string | undefined> {
  const { data } = await graph.query(
    `query ($code: String!) { customer(code: $code) { accounts(filter: { isDefault: { eq: true } }) { nodes { id } } } }`,
    { code: customer.code },
  );
  return data.customer.accounts.nodes[0]?.id;
}

describe('changing an account', () => {
  test('CUS-41 refuses an address that does not fit the delivery and keeps the old one', async () => {
    expect(paths(await run(CHANGE, { accountId: first.id, billDelivery: 'SMS' }))).toEqual([
      'INVALID_PHONE input.billAddress',
    ]);
    expect(paths(await run(CHANGE, { accountId: first.id, billAddress: null }))).toEqual([
      'REQUIRED input.billAddress',
    ]);
    const { account } = await run(CHANGE, {
      accountId: first.id,
      billDelivery: 'SMS',
      billAddress: '13800138000',
      expectedVersion: 1,
    });
    expect(account).toMatchObject({ billDelivery: 'SMS', billAddress: '13800138000', version: 2 });
    expect(paths(await run(CHANGE, { accountId: first.id, name: 'x', expectedVersion: 1 }))).toEqual([
      'VERSION_CONFLICT input.expectedVersion',
    ]);
  });

  test('customers change the preferences of their own accounts, and cannot suspend them', async () => {
    const self: As = { sub: 'self', role: 'customer', customer: customer.code };
    expect((await run(CHANGE, { accountId: first.id, name: 'Mine' }, self)).account).toMatchObject({ name: 'Mine' });
    const { errors } = await graph.query(
      step('accountSuspend'),
      { input: { accountId: first.id, reason: 'x' } },
      { as: self },
    );
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await accounts())[0]!.status).toBe('IN_USE');
  });
});

describe('the states of an account', () => {
  test('CUS-44 are IN_USE, SUSPENDED and INVALID, which is final', async () => {
    const act = (name: string) => run(step(name), { accountId: first.id, reason: 'asked for' });
    expect((await act('accountResume')).userErrors[0]!.code).toBe('INVALID_TRANSITION');
    expect((await act('accountSuspend')).account.status).toBe('SUSPENDED');
    expect((await act('accountResume')).account.status).toBe('IN_USE');
    expect((await act('accountClose')).account).toMatchObject({
      status: 'INVALID',
      isDefault: false,
      closedAt: expect.any(String),
    });
    expect((await act('accountResume')).userErrors[0]!.code).toBe('INVALID_TRANSITION');
    expect(paths(await run(CHANGE, { accountId: first.id, name: 'x' }))).toEqual(['INVALID_STATE input.accountId']);
  });

  test('CUS-38 the oldest account in use becomes the default one when that is closed', async () => {
    const { account } = await run(OPEN, { customerId: customer.id });
    await run(step('accountClose'), { accountId: first.id, reason: 'asked for' });
    expect(await defaultId()).toBe(account.id);
  });

  test('CUS-44 an account from which something is paid is not closed', async () => {
    blocked = first.accountNo as string;
    const { userErrors } = await run(step('accountClose'), { accountId: first.id, reason: 'asked for' });
    expect(userErrors).toMatchObject([{ code: 'GUARD_REFUSED', message: 'Something is paid from it.' }]);
    expect((await accounts())[0]!.status).toBe('IN_USE');
  });
});
