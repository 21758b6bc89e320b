import { sandboxPace } from '../../plugins/fulfilment-sandbox/index.js';
import { verifiedOperations } from '../kernel/access/index.js';
import { encodeId, nounOf } from '../kernel/model/index.js';
import { ProductInstance } from '../domains/inventory/index.js';
import { confirmed } from '../testing/confirmed.js';
import { startTestGraph, type As, type TestGraph } from '../testing/graph.js';
import { openShop, type Shop } from '../testing/shop.js';
import { until } from '../testing/until.js';

let graph: TestGraph;
let shop: Shop;
let customerId: string;
let accountId: string;
const clerk: As = { sub: 'clerk-1', role: 'staff', region: 'T-N' };

beforeAll(async () => {
  sandboxPace.stepMs = 0;
  graph = await startTestGraph();
  shop = await openShop(graph.database);
  customerId = encodeId('cu', shop.customer.id);
  accountId = encodeId('ac', shop.account.id);
  // One clerk serves both customers.
  for (const [table, { id }] of [
    ['customer', shop.stranger],
    ['account', shop.strangerAccount],
  ] as const)
    await graph.database.pool.query(`update "${table}" set "region_id" = $1 where "id" = $2`, [shop.north.id, id]);
});
afterAll(() => graph?.close());

interface Answer {
  userErrors: { code: string; path: string[] }[];
  [field: string]: unknown;
}

const inputTypes: Record<string, string> = {
  ...{ accountSuspend: 'AccountStep', accountResume: 'AccountStep', accountClose: 'AccountStep' },
  ...{ customerCancel: 'CustomerStanding', customerRestore: 'CustomerStanding' },
};

async function run(mutation: string, input: object, token?: string, fields = ''): Promise<Answer> {
  const type = inputTypes[mutation] ?? mutation[0]!.toUpperCase() + mutation.slice(1);
  const document = `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { userErrors { code path } ${fields} } }`;
  const headers: Record<string, string> = token === undefined ? {} : { 'customer-verification': token };
  const { data, errors } = await confirmed((confirmation) =>
    graph.query<Record<string, Answer>>(document, { input }, { as: clerk, headers: { ...headers, ...confirmation } }),
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data[mutation]!;
}

async function idOf(tag: string, sql: string, values: unknown[] = [shop.customer.id]): Promise<string> {
  const { rows } = await graph.database.pool.query<{ id: string }>(sql, values);
  return encodeId(tag, rows[0]!.id);
}

/** A new order and what became of it. */
async function ordered(behaviour: string, status: string): Promise<string> {
  const item = {
    ...{ action: 'INSTALL', offeringId: encodeId('of', shop.line.id) },
    characteristics: [{ name: 'sandbox', value: behaviour }],
  };
  const answer = await run('orderSubmit', { customerId, items: [item] }, undefined, 'order { id }');
  expect(answer.userErrors).toEqual([]);
  const { id } = answer['order'] as { id: string };
  await until(async () => (await statusOf(id)) === status);
  return id;
}

/** No order is on its way, so that what changes is what was asked for. */
const noneMoves = async () =>
  (
    await graph.database.pool.query(
      `select 1 from customer_order where status not in ('COMPLETED', 'EXCEPTION', 'DEFERRED', 'CANCELLED')`,
    )
  ).rows.length === 0;

const state = async () =>
  (
    await graph.database.pool.query(
      `select (select count(*)::int from history_entry) "events", (select sum(version)::int from customer) "customers",
         (select count(*)::int from customer_order) "orders", (select sum(version)::int from account) "accounts"`,
    )
  ).rows;

test('CUS-03 every mutation that changes data, accounts or orders of a customer asks a clerk for the service password', async () => {
  const earn = { customerId, points: 50, type: 'CONSUMPTION', source: 'BILLING', key: 'E1' };
  const earned = await graph.query(
    'mutation ($input: PointsEarnInput!) { pointsEarn(input: $input) { userErrors { code } entry { account { id } } } }',
    { input: earn },
  );
  const pointsAccountId = earned.data.pointsEarn.entry.account.id;
  const failed = await ordered('fail', 'EXCEPTION');
  await ordered('normal', 'COMPLETED');
  const instance = await idOf(
    nounOf(ProductInstance).tag!,
    `select "i"."id" from "product_instance" "i" where "i"."status" = 'ACTIVE' and "i"."customer_id" = $1`,
  );
  const set = { customerId, purpose: 'WHOLE', password: 'word-for-all' };
  expect((await run('customerPasswordSet', set)).userErrors).toEqual([]);
  const shown = await run('customerPasswordVerify', set, undefined, 'verification { token }');
  const { token } = shown['verification'] as { token: string };

  const medium = () =>
    idOf(
      'cm',
      `select "m"."id" from "contact_medium" "m" join "customer" "c" on "c"."party_id" = "m"."party_id" where "c"."id" = $1`,
    );
  const document = () =>
    idOf(
      'id',
      `select "i"."id" from "party_identification" "i" join "customer" "c" on "c"."party_id" = "i"."party_id" where "c"."id" = $1 order by "i"."id" desc`,
    );
  const person = () => idOf('cp', `select "id" from "contact_person" where "customer_id" = $1 order by "id" desc`);
  const code = () =>
    idOf(
      'cc',
      `select "id" from "customer_code" where "customer_id" = $1 and "level" <> 'LOCAL_NETWORK' order by "id" desc`,
    );
  const way = () => idOf('pa', `select "id" from "payment_account" where "owner_id" = $1 order by "id" desc`);
  const other = () => idOf('ac', `select "id" from "account" where "owner_id" = $1 order by "opened_at" desc`);
  const tries: [mutation: string, names: string, input: () => object | Promise<object>][] = [
    ['customerChange', 'customerId', () => ({ customerId, serviceAddress: 'Road 1' })],
    ['customerIdentificationAdd', 'customerId', () => ({ customerId, type: 'PASSPORT', number: 'E12345678' })],
    [
      'customerIdentificationRenew',
      'customerId',
      async () => ({ customerId, identificationId: await document(), validUntil: '2099-01-01' }),
    ],
    [
      'customerIdentificationCorrect',
      'customerId',
      async () => ({ customerId, identificationId: await document(), number: 'E12345679' }),
    ],
    [
      'customerIdentificationEnd',
      'customerId',
      async () => {
        const another = { customerId, type: 'PASSPORT', number: `E${Date.now() % 10 ** 9}` };
        await run('customerIdentificationAdd', another, token);
        return { customerId, identificationId: await document(), reason: 'lost' };
      },
    ],
    ['contactMediumAdd', 'customerId', () => ({ customerId, kind: 'MOBILE', value: '13900139000' })],
    [
      'contactMediumChange',
      'customerId',
      async () => ({ customerId, contactMediumId: await medium(), value: '13900139001' }),
    ],
    ['contactMediumRemove', 'customerId', async () => ({ customerId, contactMediumId: await medium() })],
    ['contactPersonAdd', 'customerId', () => ({ customerId, individual: { name: 'Aunt' } })],
    ['contactPersonChange', 'contactPersonId', async () => ({ contactPersonId: await person(), jobTitle: 'Head' })],
    ['contactPersonRemove', 'contactPersonId', async () => ({ contactPersonId: await person() })],
    ['customerCodeAdd', 'customerId', () => ({ customerId, code: 'HQ-1', level: 'HEADQUARTERS' })],
    [
      'customerCodeCorrect',
      'customerCodeId',
      async () => ({ customerCodeId: await code(), code: 'PV-2', reason: 'mistyped' }),
    ],
    ['customerCodeEnd', 'customerCodeId', async () => ({ customerCodeId: await code(), reason: 'wrong' })],
    [
      'customerRelationshipAdd',
      'fromId',
      () => ({ fromId: customerId, toId: encodeId('cu', shop.stranger.id), type: 'JOINT_LIABILITY' }),
    ],
    [
      'paymentRulesSet',
      'instanceId',
      () => ({ instanceId: instance, shares: [{ accountId, shareType: 'PERCENT', shareValue: '100' }] }),
    ],
    ['accountChange', 'accountId', () => ({ accountId, name: 'Other name' })],
    [
      'accountBillFormatSet',
      'accountId',
      () => ({ accountId, billFormat: 'ITEMISED', billParts: ['ARREARS'], items: [] }),
    ],
    ['accountSuspend', 'accountId', () => ({ accountId, reason: 'asked for' })],
    ['accountResume', 'accountId', () => ({ accountId, reason: 'asked for' })],
    ['accountOpen', 'customerId', () => ({ customerId })],
    ['accountClose', 'accountId', async () => ({ accountId: await other(), reason: 'asked for' })],
    ['paymentAccountAdd', 'customerId', () => ({ customerId, kind: 'PREPAID_DEPOSIT', holderName: 'Li Na' })],
    ['paymentAccountChange', 'paymentAccountId', async () => ({ paymentAccountId: await way(), holderName: 'Li' })],
    ['accountPaymentSet', 'accountId', () => ({ accountId, paymentMode: 'CASH', paymentAccountIds: [] })],
    ['paymentAccountEnd', 'paymentAccountId', async () => ({ paymentAccountId: await way() })],
    [
      'productInstanceSuspend',
      'productInstanceId',
      () => ({ productInstanceId: instance, reason: 'CUSTOMER_REQUEST' }),
    ],
    ['productInstanceResume', 'productInstanceId', () => ({ productInstanceId: instance })],
    ['pointsRedeem', 'accountId', () => ({ accountId: pointsAccountId, points: 5, mode: 'CHARGE', key: 'R1' })],
    [
      'orderSubmit',
      'customerId',
      () => ({ customerId, items: [{ action: 'INSTALL', offeringId: encodeId('of', shop.line.id) }] }),
    ],
    ['orderDefer', 'orderId', () => ({ orderId: failed, plannedInstallAt: '2099-01-01T00:00:00Z', reason: 'away' })],
    ['orderReopen', 'orderId', () => ({ orderId: failed })],
    ['orderCancel', 'orderId', () => ({ orderId: failed, reason: 'no more' })],
  ];
  const standing = ['customerCancel', 'customerRestore'];
  expect([...tries.map(([mutation]) => mutation), ...standing].toSorted()).toEqual(verifiedOperations().toSorted());
  const former = await run(
    'customerCreate',
    { regionId: encodeId('re', shop.north.id), individual: { name: 'Former' } },
    undefined,
    'customer { id }',
  );
  const { id: formerId } = former['customer'] as { id: string };
  await run('customerPasswordSet', { ...set, customerId: formerId });
  const proof = await run(
    'customerPasswordVerify',
    { ...set, customerId: formerId },
    undefined,
    'verification { token }',
  );
  const odd: unknown[] = [];
  const ask = async (mutation: string, names: string, given: object, token: string) => {
    const before = await state();
    const refused = (await run(mutation, given)).userErrors;
    const wanted = [{ code: 'VERIFICATION_REQUIRED', path: ['input', names] }];
    if (JSON.stringify([refused, await state()]) !== JSON.stringify([wanted, before])) odd.push([mutation, refused]);
    const done = (await run(mutation, given, token)).userErrors;
    if (done.length > 0) odd.push([mutation, 'with the token', done]);
    await until(noneMoves);
  };
  for (const [mutation, names, input] of tries) await ask(mutation, names, await input(), token);
  for (const mutation of standing)
    await ask(
      mutation,
      'customerId',
      { customerId: formerId, reason: 'asked for' },
      (proof['verification'] as { token: string }).token,
    );
  expect(odd).toEqual([]);

  // What the operator does by itself asks nobody.
  for (const [mutation, more] of [
    ['productInstanceSuspend', { reason: 'ARREARS' }],
    ['productInstanceResume', {}],
  ] as const)
    expect((await run(mutation, { productInstanceId: instance, ...more })).userErrors).toEqual([]);
});

test('CUS-03 nobody is made to pay for another, is held liable or takes over without a service password of their own', async () => {
  const mine = encodeId('cu', shop.customer.id);
  const theirs = encodeId('cu', shop.stranger.id);
  const instanceId = await idOf(
    nounOf(ProductInstance).tag!,
    `select "i"."id" from "product_instance" "i" where "i"."status" = 'ACTIVE' and "i"."customer_id" = $1`,
  );
  const shown = async (customerId: string, password: string, present?: string) => {
    const given = { customerId, purpose: 'CHANGE', password };
    expect((await run('customerPasswordSet', { ...given, present })).userErrors).toEqual([]);
    const { verification } = await run('customerPasswordVerify', given, undefined, 'verification { token }');
    return (verification as { token: string }).token;
  };
  const [my, their] = [await shown(mine, 'mine-123-word', 'word-for-all'), await shown(theirs, 'their-456-word')];
  const share = { accountId: encodeId('ac', shop.strangerAccount.id), shareType: 'PERCENT', shareValue: '100' };
  await graph.database.pool.query(`update "customer_relationship" set "validity_to" = now()`);
  const two = { fromId: mine, toId: theirs, type: 'JOINT_LIABILITY', subType: null, direction: 'TWO_WAY' };
  const item = { action: 'TRANSFER', productInstanceId: instanceId, newOwnerId: theirs };
  const tries: [mutation: string, input: object, payer: string[]][] = [
    ['paymentRulesSet', { instanceId, shares: [share] }, ['input', 'shares', '0', 'accountId']],
    ['customerRelationshipAdd', two, ['input', 'toId']],
    ['orderSubmit', { customerId: mine, items: [item] }, ['input', 'items', '0', 'newOwnerId']],
  ];
  for (const [mutation, input, path] of tries) {
    const before = await state();
    for (const token of [my, `${my},${my}`, `${my},${their.slice(0, -1)}A`])
      expect([mutation, (await run(mutation, input, token)).userErrors]).toEqual([
        mutation,
        [{ code: 'VERIFICATION_REQUIRED', path }],
      ]);
    expect((await run(mutation, input, their)).userErrors).toMatchObject([{ code: 'VERIFICATION_REQUIRED' }]);
    expect(await state()).toEqual(before);
  }
  const loose = { fromId: mine, toId: theirs, type: 'LOOSE' };
  expect((await run('customerRelationshipAdd', loose)).userErrors).toEqual([]);
  for (const [mutation, input] of tries)
    expect([mutation, (await run(mutation, input, `${my}, ${their}`)).userErrors]).toEqual([mutation, []]);
});

const statusOf = async (id: string) =>
  (await graph.query('query ($id: ID!) { order(id: $id) { status } }', { id })).data.order.status as string;
