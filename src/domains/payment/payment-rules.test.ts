import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeId } from '../../kernel/model/index.js';
import { ProductInstanceStatus } from '../inventory/index.js';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { openShop, type Shop } from '../../testing/shop.js';
import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import { until } from '../../testing/until.js';

const clerk: As = { sub: 'g1', role: 'staff', region: 'T-N' };
const elsewhere: As = { sub: 's1', role: 'staff', region: 'T-S' };
const headquarters: As = 'admin';
const mutation = (name: string, type: string, answer: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path details } ${answer} } }`;
const RULES = mutation('paymentRulesSet', 'PaymentRulesSetInput', 'productInstance { id }');
const SPLIT = `query ($id: ID!, $charge: MoneyInput!, $type: String, $before: MoneyInput) {
  chargeSplit(instanceId: $id, charge: $charge, chargeItemType: $type, chargedBefore: $before) { account { accountNo } amount { amount currency } } }`;

let graph: TestGraph;
let shop: Shop;
let customerId: string;
let accountId: string;

beforeAll(async () => {
  sandboxPace.stepMs = 0;
  graph = await startTestGraph();
  shop = await openShop(graph.database);
  customerId = encodeId('cu', shop.customer.id);
  accountId = encodeId('ac', shop.account.id);
});
afterAll(() => graph?.close());

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers differ by document */
const run = async (document: string, input: Record<string, unknown>, as: As = clerk): Promise<any> => {
  const { data, errors } = await graph.query(document, { input }, { as });
  expect(errors).toBeUndefined();
  return Object.values(data as object)[0];
};
const rows = async (sql: string, values: unknown[] = []) => (await graph.database.pool.query(sql, values)).rows;

describe('payment rules', () => {
  it('MOD-41 CUS-44 CUS-83 splits a charge among accounts of several customers, to the cent', async () => {
    const placed = await run(mutation('orderSubmit', 'OrderSubmitInput', 'order { id }'), {
      customerId,
      items: [{ action: 'INSTALL', offeringId: encodeId('of', shop.line.id) }],
    });
    expect(placed.userErrors).toEqual([]);
    await until(
      async () =>
        (await rows(`select 1 from "product_instance" where "status" = '${ProductInstanceStatus.ACTIVE}'`)).length > 0,
    );
    const [{ id, own }] = await rows(
      `select "i"."id", "a"."account_no" "own" from "product_instance" "i" join "account" "a" on "a"."id" = "i"."account_id"`,
    );
    const instanceId = encodeId('ii', id);
    const strangerId = encodeId('ac', shop.strangerAccount.id);
    const split = async (amount: string, type: string | null = null, charged?: string) => {
      const { data } = await graph.query(
        SPLIT,
        {
          ...{ id: instanceId, charge: { amount, currency: 'CNY' }, type },
          before: charged ? { amount: charged, currency: 'CNY' } : null,
        },
        { as: headquarters },
      );
      return Object.fromEntries(
        data.chargeSplit.map((part: { account: { accountNo: string }; amount: { amount: string } }) => [
          part.account.accountNo,
          part.amount.amount,
        ]),
      );
    };
    expect(await split('15')).toEqual({ [own]: '15' });
    const shares = [{ accountId: strangerId, shareType: 'PERCENT', shareValue: '33.33' }];
    expect((await run(RULES, { instanceId, shares }, headquarters)).userErrors).toEqual([]);
    expect(await split('10.01')).toEqual({ [shop.strangerAccount.accountNo]: '3.34', [own]: '6.67' });
    await run(
      RULES,
      {
        instanceId,
        chargeItemType: 'ROAMING',
        shares: [{ accountId: strangerId, shareType: 'AMOUNT', shareValue: '5' }],
      },
      headquarters,
    );
    expect(await split('12', 'ROAMING')).toEqual({ [shop.strangerAccount.accountNo]: '5', [own]: '7' });
    expect(await split('12', 'OTHER')).toEqual({ [shop.strangerAccount.accountNo]: '4', [own]: '8' });
    // The amount is for the bill period, not for each of its charges.
    expect(await split('3', 'ROAMING', '3')).toEqual({ [shop.strangerAccount.accountNo]: '2', [own]: '1' });
    expect(await split('3', 'ROAMING', '5')).toEqual({ [own]: '3' });
    const odd = await graph.query(
      SPLIT,
      {
        ...{ id: instanceId, charge: { amount: '3', currency: 'CNY' }, type: 'ROAMING' },
        before: { amount: '3', currency: 'EUR' },
      },
      { as: headquarters },
    );
    expect(odd.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    // Staff who see only the customer learn that somebody else pays, and how much, but not who.
    const seen = `query ($id: ID!) { productInstance(id: $id) { paymentRules(orderBy: [{ field: SHARE_TYPE }], filter: { validity: { to: { isNull: true } } }) {
      nodes { paidByOther shareType shareValue account { accountNo owner { name } } } } } }`;
    const rulesFor = async (as: As) => {
      const { data, errors } = await graph.query(seen, { id: instanceId }, { as });
      expect(errors).toBeUndefined();
      return data.productInstance?.paymentRules.nodes ?? null;
    };
    const amountRule = { paidByOther: true, shareType: 'AMOUNT', shareValue: '5' };
    expect((await rulesFor(clerk))[0]).toEqual({ ...amountRule, account: null });
    expect((await rulesFor(headquarters))[0]).toMatchObject({
      ...amountRule,
      account: { accountNo: shop.strangerAccount.accountNo },
    });
    expect(await rulesFor(elsewhere)).toBeNull();
    const blind = await graph.query(
      SPLIT,
      { id: instanceId, charge: { amount: '12', currency: 'CNY' }, type: 'ROAMING' },
      { as: clerk },
    );
    expect(blind.data.chargeSplit).toEqual([
      { account: null, amount: { amount: '5', currency: 'CNY' } },
      { account: { accountNo: own }, amount: { amount: '7', currency: 'CNY' } },
    ]);
    // Whoever pays a part is held to it.
    const closed = await run(
      mutation('accountClose', 'AccountStepInput', 'account { status }'),
      { accountId: strangerId, reason: 'x' },
      headquarters,
    );
    expect(closed.userErrors).toMatchObject([{ code: 'GUARD_REFUSED' }]);
    const precise = await run(
      RULES,
      { instanceId, shares: [{ accountId: strangerId, shareType: 'AMOUNT', shareValue: '5.005' }] },
      headquarters,
    );
    expect(precise.userErrors).toMatchObject([{ code: 'TOO_PRECISE', path: ['input', 'shares', '0', 'shareValue'] }]);
    // Whoever pays is told of their own parts only, the owner of the instance of all.
    const both = [
      { accountId: strangerId, shareType: 'AMOUNT', shareValue: '1' },
      { accountId, shareType: 'AMOUNT', shareValue: '2' },
    ];
    expect((await run(RULES, { instanceId, shares: both }, headquarters)).userErrors).toEqual([]);
    const told = await rows(
      `select "c"."id", "h"."data" -> 'shares' "shares" from "history_entry" "h" join "customer" "c" on "c"."id" = "h"."customer_id"
       where "h"."type" = 'product-instance.payment-rules.set' order by "h"."sequence" desc limit 2`,
    );
    expect(new Map(told.map((event) => [event.id, event.shares]))).toEqual(
      new Map([
        [shop.customer.id, both],
        [shop.stranger.id, both.slice(0, 1)],
      ]),
    );
    await run(RULES, { instanceId, shares: [] }, headquarters);
    expect(await split('12')).toEqual({ [own]: '12' });
    const inUse = await run(mutation('accountClose', 'AccountStepInput', 'account { status }'), {
      accountId: encodeId('ac', shop.account.id),
      reason: 'x',
    });
    expect(inUse.userErrors).toMatchObject([{ code: 'GUARD_REFUSED' }]);
    const before = await rows(`select "status", "is_default" from "account" order by "account_no"`);
    const left = await run(mutation('customerCancel', 'CustomerStandingInput', 'customer { lifecycle }'), {
      customerId,
      reason: 'x',
    });
    expect(left.userErrors).toMatchObject([{ code: 'GUARD_REFUSED' }]);
    expect(await rows(`select "status", "is_default" from "account" order by "account_no"`)).toEqual(before);
    expect(await rows(`select 1 from "customer_cancellation"`)).toEqual([]);

    const over = await run(
      RULES,
      {
        instanceId,
        shares: [
          { ...shares[0], shareValue: '60' },
          { ...shares[0], shareValue: '60' },
        ],
      },
      headquarters,
    );
    expect(over.userErrors[0]).toMatchObject({ code: 'OVER_100', path: ['input', 'shares', '1', 'shareValue'] });
    expect((await run(RULES, { instanceId, shares })).userErrors[0]).toMatchObject({
      code: 'NOT_FOUND',
      path: ['input', 'shares', '0', 'accountId'],
    });
    expect(await split('12')).toEqual({ [own]: '12' });
    const fine = await graph.query(
      SPLIT,
      { id: instanceId, charge: { amount: '1.005', currency: 'CNY' } },
      { as: headquarters },
    );
    expect(fine.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect(
      (await graph.query(SPLIT, { id: instanceId, charge: { amount: '1', currency: 'CNY' } }, { as: elsewhere }))
        .errors?.[0]?.extensions['code'],
    ).toBe('NOT_FOUND');
  });
});
