import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';

const clerk: As = { sub: 'g1', role: 'staff', region: '44' };
const sichuan: As = { sub: 's1', role: 'staff', region: '51' };
const mutation = (name: string, type: string, answer: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path } ${answer} } }`;
const STANDING = 'customer { lifecycle customerType subType accounts { nodes { accountNo status isDefault } } }';
const CREATE = mutation('customerCreate', 'CustomerCreateInput', 'customer { id accounts { nodes { id accountNo } } }');
const OPEN = mutation('accountOpen', 'AccountOpenInput', 'account { id accountNo }');
const SUSPEND = mutation('accountSuspend', 'AccountStepInput', 'account { status }');
const CLOSE = mutation('accountClose', 'AccountStepInput', 'account { status }');
const CANCEL = mutation('customerCancel', 'CustomerStandingInput', STANDING);
const RESTORE = mutation('customerRestore', 'CustomerStandingInput', STANDING);

let graph: TestGraph;
let regionId: string;

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers differ by document */
const run = async (document: string, input: Record<string, unknown>, as: As = clerk): Promise<any> => {
  const { data, errors } = await graph.query(document, { input }, { as });
  expect(errors).toBeUndefined();
  return Object.values(data as object)[0];
};
const rows = async (sql: string, values: unknown[] = []) => (await graph.database.pool.query(sql, values)).rows;
const bigCompany = async (name: string) => {
  const { customer } = await run(CREATE, { regionId, organization: { name }, customerType: 'BIG', subType: '3A' });
  const first = customer.accounts.nodes[0];
  const second = (await run(OPEN, { customerId: customer.id })).account;
  await run(SUSPEND, { accountId: second.id, reason: '暂停' });
  const third = (await run(OPEN, { customerId: customer.id })).account;
  await run(CLOSE, { accountId: third.id, reason: '早已销户' });
  return { id: customer.id as string, numbers: [first, second, third].map(({ accountNo }) => accountNo as string) };
};
const standing = (customer: { accounts: { nodes: { accountNo: string; status: string; isDefault: boolean }[] } }) =>
  Object.fromEntries(
    customer.accounts.nodes.map(({ accountNo, status, isDefault }) => [accountNo, `${status} ${isDefault}`]),
  );

beforeAll(async () => {
  graph = await startTestGraph();
  regionId = (await graph.query(`{ region(code: "4401") { id } }`)).data.region.id;
});
afterAll(() => graph.close());

describe('cancelling and restoring a customer', () => {
  it('CUS-83 takes the standing of a big customer, closes all accounts and keeps it as a former customer', async () => {
    const { id, numbers } = await bigCompany('撤销');
    const { customer, userErrors } = await run(CANCEL, { customerId: id, reason: '失去资格' });
    expect(userErrors).toEqual([]);
    expect(customer).toMatchObject({ lifecycle: 'LEFT', customerType: 'COMMERCIAL', subType: null });
    expect(standing(customer)).toEqual(Object.fromEntries(numbers.map((number) => [number, 'INVALID false'])));
    const types = await rows(
      `select h.type from history_entry h join customer c on c.id = h.customer_id where c.name = '撤销' and h.reason = '失去资格'`,
    );
    expect(types.map(({ type }) => type).sort()).toEqual([
      'account.status.changed',
      'account.status.changed',
      'customer.cancelled',
      'customer.status.changed',
    ]);
    expect((await run(OPEN, { customerId: id })).userErrors[0].code).toBe('INVALID_STATE');
    expect((await run(CANCEL, { customerId: id, reason: '再次' })).userErrors).toEqual([
      { code: 'INVALID_TRANSITION', path: ['input', 'customerId'] },
    ]);
  });

  it('CUS-84 restores the standing and exactly the accounts that were closed for it, as they stood', async () => {
    const { id, numbers } = await bigCompany('恢复');
    await run(CANCEL, { customerId: id, reason: '误操作' });
    const { customer } = await run(RESTORE, { customerId: id, reason: '恢复资格' });
    expect(customer).toMatchObject({ lifecycle: 'POTENTIAL', customerType: 'BIG', subType: '3A' });
    expect(standing(customer)).toEqual({
      [numbers[0]!]: 'IN_USE true',
      [numbers[1]!]: 'SUSPENDED false',
      [numbers[2]!]: 'INVALID false',
    });
    expect((await run(RESTORE, { customerId: id, reason: 'x' })).userErrors).toEqual([
      { code: 'NOT_CANCELLED', path: ['input', 'customerId'] },
    ]);
    const { data } = await graph.query(
      `query ($id: ID!) { customer(id: $id) { cancellations { nodes { reason typeBefore restoreReason cancelledBy } } } }`,
      { id },
      { as: clerk },
    );
    expect(data.customer.cancellations.nodes).toEqual([
      { reason: '误操作', typeBefore: 'BIG', restoreReason: '恢复资格', cancelledBy: 'g1' },
    ]);
  });

  it('CUS-83 cancels once when asked twice at once', async () => {
    const { id } = await bigCompany('并发');
    const answers = await Promise.all([1, 2].map(() => run(CANCEL, { customerId: id, reason: '并发撤销' })));
    expect(answers.map(({ userErrors }) => userErrors.length).sort()).toEqual([0, 1]);
    const kept = await rows(
      `select 1 from customer_cancellation x join customer c on c.id = x.customer_id where c.name = '并发'`,
    );
    expect(kept).toHaveLength(1);
  });

  it('CUS-83, CUS-84 are not for staff of other regions, and then write nothing', async () => {
    const { id } = await bigCompany('外区');
    const state = () => rows(`select lifecycle, customer_type, version from customer where name = '外区'`);
    const before = await state();
    for (const document of [CANCEL, RESTORE])
      expect((await run(document, { customerId: id, reason: 'x' }, sichuan)).userErrors[0].code).toBe('NOT_FOUND');
    expect(await state()).toEqual(before);
  });
});
