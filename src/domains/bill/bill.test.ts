import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { billBook } from '../../../plugins/billing-sandbox/index.js';
import { projectFolder } from '../../kernel/config/project-folder.js';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { approve } from '../../testing/second-person.js';
import { billPatience } from './index.js';

const VIEW = readFileSync(join(projectFolder, 'schema', 'operations', 'customer-360.graphql'), 'utf8');
const clerk: As = { sub: 'g1', role: 'staff', region: '4401' };

let graph: TestGraph;
const accountNos: Record<string, string> = {};

interface Bills {
  state: string;
  nodes: { billNo: string; amount: { amount: string }; openAmount: { amount: string }; dueOn: string | null }[];
}

const BILL = {
  billNo: 'B-1',
  from: '2026-01-01',
  to: '2026-01-31',
  issuedAt: '2026-02-01T00:00:00Z',
  dueOn: '2026-02-21',
  currency: 'CNY',
  amount: '120.10',
  open: '20.10',
};

/** The customer as the shipped operation shows it; nothing of it may fail. */
async function view(code: string, as: As = clerk) {
  const { data, errors } = await graph.query(VIEW, { code }, { as });
  expect(errors).toBeUndefined();
  return data.customer as { name: string; history: { nodes: object[] }; accounts: { nodes: { bills: Bills }[] } };
}
const bills = async (code: string, as?: As) => (await view(code, as)).accounts.nodes[0]!.bills;

async function create(code: string, more: object = {}): Promise<string> {
  const region = await graph.query(`{ region(code: "4401") { id } }`);
  const document = `mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { userErrors { code } customer { id accounts { nodes { accountNo } } } } }`;
  const input = { code, regionId: region.data.region.id, individual: { name: code }, ...more };
  const { customer, userErrors } = (await graph.query(document, { input })).data.customerCreate;
  expect(userErrors).toEqual([]);
  accountNos[code] = customer.accounts.nodes[0].accountNo;
  return customer.id as string;
}

beforeAll(async () => {
  graph = await startTestGraph();
  const ann = await create('ANN');
  await create('BEN');
  const lines = await graph.query(`{ businessLines(first: 1) { nodes { id } } }`);
  for (const [occurredAt, amount] of [
    ['2026-01-10T10:00:00Z', '30.25'],
    ['2026-01-20T10:00:00Z', '9.80'],
    ['2026-02-03T10:00:00Z', '12'],
  ]) {
    const document = `mutation ($input: ConsumptionRecordSaveInput!) { consumptionRecordSave(input: $input) { userErrors { code path } } }`;
    const input = {
      customerId: ann,
      businessLineId: lines.data.businessLines.nodes[0].id,
      content: 'Calls',
      occurredAt,
      amount: { amount, currency: 'CNY' },
    };
    const { data, errors } = await graph.query(document, { input });
    expect([errors, data?.consumptionRecordSave.userErrors]).toEqual([undefined, []]);
  }
});
afterAll(() => graph.close());
beforeEach(() => {
  billBook.mode = 'ANSWERS';
  billBook.bills.clear();
  billPatience.ms = 2_000;
});

describe('closing an account', () => {
  const close = async (accountId: string) => {
    const document = `mutation ($input: AccountStepInput!) { accountClose(input: $input) { userErrors { code path details } account { status } } }`;
    const { data, errors } = await graph.query(document, { input: { accountId, reason: 'asked for' } }, { as: clerk });
    expect(errors).toBeUndefined();
    return data.accountClose;
  };
  const accountOf = async (code: string) =>
    (
      await graph.query(
        'query ($code: String!) { customer(code: $code) { id lifecycle accounts { nodes { id status version } } } }',
        {
          code,
        },
      )
    ).data.customer as { id: string; lifecycle: string; accounts: { nodes: { id: string; status: string }[] } };
  const path = ['input', 'accountId'];

  test('CUS-44 is refused while its bills are not paid, or billing does not say so', async () => {
    await create('DEBTOR');
    const accountNo = accountNos['DEBTOR']!;
    const before = await accountOf('DEBTOR');
    const { id } = before.accounts.nodes[0]!;
    const credit = { ...BILL, billNo: 'B-2', open: '-0.10', amount: '-0.10' };
    billBook.bills.set(accountNo, [BILL, credit]);
    expect(await close(id)).toEqual({
      userErrors: [{ code: 'ACCOUNT_OWES', path, details: { accountNo, amount: '20', currency: 'CNY' } }],
      account: null,
    });
    billPatience.ms = 100;
    for (const mode of ['FAILS', 'HANGS'] as const) {
      billBook.mode = mode;
      expect((await close(id)).userErrors).toMatchObject([{ code: 'BILLING_UNAVAILABLE', path }]);
    }
    billBook.mode = 'ANSWERS';
    billBook.bills.set(accountNo, [{ ...BILL, open: 'all of it' }]);
    expect((await close(id)).userErrors).toMatchObject([{ code: 'BILLING_UNAVAILABLE', path }]);
    expect(await accountOf('DEBTOR')).toEqual(before);
    billBook.bills.set(accountNo, [{ ...BILL, open: '0' }]);
    expect(await close(id)).toMatchObject({ userErrors: [], account: { status: 'INVALID' } });
  });

  test('CUS-44 tells nothing of what is owed to those who do not see the account', async () => {
    await create('HIDDEN');
    billBook.bills.set(accountNos['HIDDEN']!, [BILL]);
    const { id } = (await accountOf('HIDDEN')).accounts.nodes[0]!;
    const calls = billBook.calls;
    const document = `mutation ($input: AccountStepInput!) { accountClose(input: $input) { userErrors { code path } } }`;
    const stranger: As = { sub: 's1', role: 'staff', region: '5101' };
    const { data } = await graph.query(document, { input: { accountId: id, reason: 'x' } }, { as: stranger });
    expect(data.accountClose.userErrors).toEqual([{ code: 'NOT_FOUND', path }]);
    expect(billBook.calls).toBe(calls);
  });

  test('CUS-83 CUS-44 a customer who owes something is not cancelled', async () => {
    const customerId = await create('OWING');
    billBook.bills.set(accountNos['OWING']!, [BILL]);
    const before = await accountOf('OWING');
    const document = `mutation ($input: CustomerStandingInput!) { customerCancel(input: $input) { userErrors { code path } } }`;
    const cancel = async () =>
      (await graph.query(document, { input: { customerId, reason: 'left' } }, { as: clerk })).data.customerCancel
        .userErrors;
    expect(await cancel()).toEqual([{ code: 'ACCOUNT_OWES', path: ['input', 'customerId'] }]);
    billBook.mode = 'FAILS';
    expect(await cancel()).toEqual([{ code: 'BILLING_UNAVAILABLE', path: ['input', 'customerId'] }]);
    expect(await accountOf('OWING')).toEqual(before);
    billBook.mode = 'ANSWERS';
    billBook.bills.clear();
    expect(await cancel()).toEqual([]);
  });
});

describe('bills of an account', () => {
  test('CUS-32 are shown as billing has them now, the newest first', async () => {
    const { state, nodes } = await bills('ANN');
    expect(state).toBe('SHOWN');
    expect(nodes.map(({ amount, dueOn }) => [amount.amount, dueOn])).toEqual([
      ['12', '2026-03-22'],
      ['40.05', '2026-02-22'],
    ]);
    expect(await bills('BEN')).toEqual({ state: 'SHOWN', nodes: [] });
    billBook.bills.set(accountNos['BEN']!, [BILL]);
    const [paid] = (await bills('BEN')).nodes;
    expect([paid!.billNo, paid!.amount.amount, paid!.openAmount.amount]).toEqual(['B-1', '120.10', '20.10']);
  });

  test('CUS-32 are absent when billing fails, and the rest of the customer stands', async () => {
    const before = await view('ANN');
    billBook.mode = 'FAILS';
    const after = await view('ANN');
    expect(after.accounts.nodes[0]!.bills).toEqual({ state: 'UNAVAILABLE', nodes: [] });
    const without = ({ accounts, ...rest }: typeof before) => ({
      ...rest,
      accounts: accounts.nodes.map((account) => ({ ...account, bills: null })),
    });
    expect(without(after)).toEqual(without(before));
    expect(after.name).toBe('ANN');
  });

  test('CUS-32 are not waited for when billing hangs', async () => {
    billBook.mode = 'HANGS';
    billPatience.ms = 100;
    const started = Date.now();
    expect(await bills('ANN')).toEqual({ state: 'UNAVAILABLE', nodes: [] });
    expect(Date.now() - started).toBeLessThan(1_900);
  });

  test.each([
    ['an amount that is no number', { amount: 'much' }],
    ['a day that there is not', { dueOn: '2026-02-31' }],
    ['no currency', { currency: '' }],
  ])('CUS-32 are absent when billing answers with %s', async (_, wrong) => {
    billBook.bills.set(accountNos['ANN']!, [{ ...BILL, ...wrong }]);
    expect(await bills('ANN')).toEqual({ state: 'UNAVAILABLE', nodes: [] });
  });

  test('CUS-32 of many customers are asked for once, and each account gets its own', async () => {
    billBook.bills.set(accountNos['ANN']!, [BILL]);
    billBook.bills.set(accountNos['BEN']!, [{ ...BILL, billNo: 'B-2' }]);
    billBook.calls = 0;
    const document = `{ customers(filter: { code: { in: ["ANN", "BEN"] } }) { nodes { code accounts { nodes { bills(first: 1) { nodes { billNo } } } } } } }`;
    const { data, errors } = await graph.query(document, {}, { as: clerk });
    expect(errors).toBeUndefined();
    const found = (data.customers.nodes as { code: string; accounts: { nodes: { bills: Bills }[] } }[]).map(
      ({ code, accounts }) => [code, accounts.nodes[0]!.bills.nodes[0]!.billNo],
    );
    expect(found.sort()).toEqual([
      ['ANN', 'B-1'],
      ['BEN', 'B-2'],
    ]);
    expect(billBook.calls).toBe(1);
  });

  test('CUS-05 are shown to the customer, and withheld from partners without asking billing', async () => {
    expect((await bills('ANN', { sub: 'ann', role: 'customer', customer: 'ANN' })).state).toBe('SHOWN');
    const region = await graph.query(`{ region(code: "4401") { id } }`);
    const document = `mutation ($input: PartnerCreateInput!) { partnerCreate(input: $input) { userErrors { code } partner { id } } }`;
    const input = { code: 'P-B', regionId: region.data.region.id, organization: { name: 'A dealer' } };
    const { partner } = (await graph.query(document, { input })).data.partnerCreate;
    const move = `mutation ($input: PartnerMoveInput!) { partnerMove(input: $input) { userErrors { code } } }`;
    await graph.query(move, { input: { partnerId: partner.id, step: 'ACTIVATE', reason: 'Signed' } });
    await approve(graph, partner.id);
    await create('OF-P', { partnerId: partner.id });
    billBook.calls = 0;
    expect(await bills('OF-P', { sub: 'd', role: 'partner', partner: 'P-B' })).toEqual({
      state: 'WITHHELD',
      nodes: [],
    });
    expect(billBook.calls).toBe(0);
  });

  test('CUS-32 refuses a number of bills that is none', async () => {
    const document = `{ customer(code: "ANN") { accounts { nodes { bills(first: 0) { state } } } } }`;
    const { errors } = await graph.query(document);
    expect(errors![0]!.extensions['code']).toBe('BAD_USER_INPUT');
  });
});
