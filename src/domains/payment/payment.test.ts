import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeId } from '../../kernel/model/index.js';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { openShop, type Shop } from '../../testing/shop.js';
import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';

const clerk: As = { sub: 'g1', role: 'staff', region: 'T-N' };
const elsewhere: As = { sub: 's1', role: 'staff', region: 'T-S' };
const headquarters: As = 'admin';
const mutation = (name: string, type: string, answer: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path details } ${answer} } }`;
const WAY = 'paymentAccount { id kind maskedNumber validUntil agreementNo endedAt }';
const ADD = mutation('paymentAccountAdd', 'PaymentAccountAddInput', WAY);
const CHANGE = mutation('paymentAccountChange', 'PaymentAccountChangeInput', WAY);
const END = mutation('paymentAccountEnd', 'PaymentAccountEndInput', WAY);
const PAY = mutation(
  'accountPaymentSet',
  'AccountPaymentSetInput',
  'account { paymentMode bankCode paidThrough(orderBy: [{ field: PRIORITY }]) { nodes { priority paymentAccount { id } } } }',
);
const ACCOUNT = mutation('accountChange', 'AccountChangeInput', 'account { version }');
const RULE = mutation('paymentCheckRuleSave', 'PaymentCheckRuleSaveInput', 'rule { code }');
const FORMAT = mutation(
  'accountBillFormatSet',
  'AccountBillFormatSetInput',
  'account { billFormat billParts version billItems(orderBy: [{ field: POSITION }]) { nodes { item label detail position } } }',
);
const CREDIT = mutation(
  'accountCreditSet',
  'AccountCreditSetInput',
  'account { credit creditLimit { amount currency } }',
);
const BALANCE = mutation(
  'accountBalanceReport',
  'AccountBalanceReportInput',
  'account { balance { amount } balanceAt }',
);
const CHECK = `query ($id: ID!) { accountPaymentCheck(accountId: $id) { broken { code } } }`;
const CARD = '4111 1111 1111 1111';

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
const card = (more: Record<string, unknown> = {}) => ({
  customerId,
  kind: 'CREDIT_CARD',
  paymentNumber: CARD,
  holderName: 'LI NA',
  bankCode: 'ICBC',
  validUntil: '2099-12-31',
  ...more,
});
const broken = async () => {
  const { data, errors } = await graph.query(CHECK, { id: accountId }, { as: clerk });
  expect(errors).toBeUndefined();
  return data.accountPaymentCheck.broken.map(({ code }: { code: string }) => code);
};

describe('ways of paying', () => {
  it('CUS-42 keeps the end of a number only, and refuses a wrong one', async () => {
    expect((await run(ADD, card({ paymentNumber: '4111111111111112' }))).userErrors[0]).toMatchObject({
      code: 'INVALID_CARD_NUMBER',
      path: ['input', 'paymentNumber'],
    });
    expect((await run(ADD, card({ kind: 'CASH' }))).userErrors[0].code).toBe('CONTRADICTION');
    const { paymentAccount } = await run(ADD, card());
    expect(paymentAccount.maskedNumber).toBe('************1111');
    const bank = (await run(ADD, { customerId, kind: 'COLLECTION', paymentNumber: '6222-0001', bankCode: 'CCB' }))
      .paymentAccount;
    expect(bank.maskedNumber).toMatch(/^\*{8,}/);
    const kept = await rows(`select
      (select count(*)::int from "payment_account" p where to_jsonb(p)::text ~ '41111111|62220001|6222-0001') "rows",
      (select count(*)::int from "history_entry" h where to_jsonb(h)::text ~ '4111 1111 1111|41111111|6222-0001') "history",
      (select count(*)::int from "audit_entry" a where to_jsonb(a)::text ~ '4111 1111 1111|41111111|6222-0001') "audit"`);
    expect(kept).toEqual([{ rows: 0, history: 0, audit: 0 }]);
  });

  it('CUS-42 takes one card once, until it is given up or another day is on it', async () => {
    const visa = card({ paymentNumber: '4012 8888 8888 1881' });
    const [first, ...others] = await Promise.all([run(ADD, visa), run(ADD, visa), run(ADD, visa)]);
    const added = [first, ...others].find(({ paymentAccount }) => paymentAccount);
    const { id } = added.paymentAccount;
    expect([first, ...others].filter((answer) => answer !== added).map(({ userErrors }) => userErrors)).toEqual(
      [1, 2].map(() => [{ code: 'DUPLICATE', path: ['input', 'paymentNumber'], details: { paymentAccountId: id } }]),
    );
    expect(await rows(`select count(*)::int "n" from "payment_account" where "masked_number" like '%1881'`)).toEqual([
      { n: 1 },
    ]);
    const renewed = await run(ADD, { ...visa, validUntil: '2098-12-31' });
    expect(renewed.userErrors).toEqual([]);
    await run(END, { paymentAccountId: renewed.paymentAccount.id });
    await run(END, { paymentAccountId: id });
    const again = await run(ADD, visa);
    expect(again.userErrors).toEqual([]);
    await run(END, { paymentAccountId: again.paymentAccount.id });
  });

  it('CUS-42, CUS-43 takes only ways of paying that fit the mode and are valid, and finds those of before that do not', async () => {
    const { paymentAccount: visa } = await run(ADD, card({ paymentNumber: '5555 5555 5555 4444' }));
    const { paymentAccount: old } = await run(
      ADD,
      card({ paymentNumber: '5105 1051 0510 5100', validUntil: '2020-01-31' }),
    );
    const bank = { customerId, kind: 'COLLECTION', paymentNumber: '6222000012345678', bankCode: 'CCB' };
    const { paymentAccount: account } = await run(ADD, bank);
    const { paymentAccount: ended } = await run(ADD, { ...bank, validUntil: '2020-01-31' });
    const state = () =>
      rows(
        `select "version", "payment_mode", (select count(*)::int from "account_payment_account" where "account_id" = "a"."id") "ways"
          from "account" "a" where "id" = $1`,
        [shop.account.id],
      );
    const before = await state();
    const refusals: [string, string, string][] = [
      ['BANK_TRANSFER', visa.id, 'TRANSFER_WAY'],
      ['BANK_TRANSFER', ended.id, 'WAY_VALID'],
      ['CASH', old.id, 'CASH_WAY'],
      ['CASH', account.id, 'CASH_WAY'],
      ['CHECK', visa.id, 'CHECK_WAY'],
      ['ELECTRONIC_CHECK', visa.id, 'ELECTRONIC_CHECK_WAY'],
    ];
    for (const [paymentMode, way, rule] of refusals) {
      const { userErrors } = await run(PAY, { accountId, paymentMode, paymentAccountIds: [way] });
      expect([paymentMode, userErrors]).toMatchObject([
        paymentMode,
        [{ code: 'PAYMENT_CHECK_FAILED', details: { rule } }],
      ]);
      expect(userErrors).toHaveLength(1);
    }
    expect(await state()).toEqual(before);
    expect(
      (await run(PAY, { accountId, paymentMode: 'BANK_TRANSFER', paymentAccountIds: [account.id] })).userErrors,
    ).toEqual([]);
    await rows(
      `update "account_payment_account" set "payment_account_id" =
        (select "id" from "payment_account" where "valid_until" = '2020-01-31' and "kind" = 'CREDIT_CARD' limit 1) where "account_id" = $1`,
      [shop.account.id],
    );
    expect(await broken()).toEqual(['TRANSFER_WAY']);
    expect((await run(PAY, { accountId, paymentMode: 'CASH', paymentAccountIds: [] })).userErrors).toEqual([]);
    expect(await broken()).toEqual([]);
  });

  it('CUS-42, CUS-43 ask for the data that a way of paying needs, by rules', async () => {
    const { paymentAccount: old } = await run(ADD, card({ validUntil: '2020-01-31' }));
    const { paymentAccount: bare } = await run(ADD, { customerId, kind: 'COLLECTION', bankCode: 'CCB' });
    const set = (paymentMode: string, ...paymentAccountIds: string[]) =>
      run(PAY, { accountId, paymentMode, paymentAccountIds });
    const codes = async (answer: Promise<{ userErrors: { code: string; details: { rule: string } }[] }>) =>
      (await answer).userErrors.map(({ code, details }) => `${code} ${details.rule}`);
    expect(await codes(set('CREDIT_CARD'))).toEqual([
      'PAYMENT_CHECK_FAILED CARD_DATA',
      'PAYMENT_CHECK_FAILED CARD_VALID',
    ]);
    expect(await codes(set('CREDIT_CARD', old.id))).toEqual(['PAYMENT_CHECK_FAILED CARD_VALID']);
    expect(await codes(set('COLLECTION', bare.id))).toEqual([
      'PAYMENT_CHECK_FAILED COLLECTION_DATA',
      'PAYMENT_CHECK_FAILED COLLECTION_AGREEMENT',
    ]);
    expect(await rows(`select "payment_mode" "mode" from "account" where "id" = $1`, [shop.account.id])).toEqual([
      { mode: 'CASH' },
    ]);
    await run(CHANGE, {
      paymentAccountId: bare.id,
      paymentNumber: '6222000012345678',
      holderName: '李娜',
      agreementNo: 'T-1',
    });
    const { account, userErrors } = await set('COLLECTION', bare.id);
    expect(userErrors).toEqual([]);
    expect(account).toEqual({
      paymentMode: 'COLLECTION',
      bankCode: 'CCB',
      paidThrough: { nodes: [{ priority: 1, paymentAccount: { id: bare.id } }] },
    });
    const emptied = await run(CHANGE, { paymentAccountId: bare.id, agreementNo: null, bankName: 'X' });
    expect(emptied.userErrors).toEqual([
      {
        code: 'PAYMENT_CHECK_FAILED',
        path: ['input', 'agreementNo'],
        details: { rule: 'COLLECTION_AGREEMENT', account: shop.account.accountNo },
      },
    ]);
    expect(
      (await run(CHANGE, { paymentAccountId: bare.id, holderName: null, paymentNumber: null })).userErrors,
    ).toMatchObject([
      { code: 'PAYMENT_CHECK_FAILED', path: ['input', 'paymentNumber'], details: { rule: 'COLLECTION_DATA' } },
    ]);
    expect(
      await rows(
        `select "agreement_no", "bank_name", "holder_name" from "payment_account" where "agreement_no" is not null`,
      ),
    ).toEqual([{ agreement_no: 'T-1', bank_name: null, holder_name: '李娜' }]);
    // What nobody is paid through may be emptied, and other data may change.
    expect((await run(CHANGE, { paymentAccountId: old.id, holderName: null })).userErrors).toEqual([]);
    expect(
      (await run(CHANGE, { paymentAccountId: bare.id, bankName: '建设银行', agreementNo: 'T-2' })).userErrors,
    ).toEqual([]);
    const inUse = await run(END, { paymentAccountId: bare.id });
    expect(inUse.userErrors[0]).toMatchObject({ code: 'IN_USE', details: { accounts: [shop.account.accountNo] } });
    expect((await run(END, { paymentAccountId: old.id })).paymentAccount.endedAt).not.toBeNull();
    expect((await set('CREDIT_CARD', old.id)).userErrors[0].code).toBe('INVALID_STATE');
  });

  it('CUS-43 checks accounts against rules that the operator makes', async () => {
    expect(await broken()).toEqual([]);
    const rule = { code: 'BANKS', name: '签约银行', paymentMode: 'COLLECTION', message: '银行未签约', position: 9 };
    expect((await run(RULE, { ...rule, condition: 'payment.bank = 1' }, headquarters)).userErrors[0].path).toEqual([
      'input',
      'condition',
    ]);
    await run(RULE, { ...rule, condition: 'payment.bankCode in ("ICBC", "BOC")' }, headquarters);
    expect(await broken()).toEqual(['BANKS']);
    await run(RULE, { ...rule, condition: 'payment.bankCode in ("ICBC", "BOC")', active: false }, headquarters);
    expect(await broken()).toEqual([]);
    const denied = await graph.query(RULE, { input: { ...rule, condition: 'true' } }, { as: clerk });
    expect(denied.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect((await graph.query(CHECK, { id: accountId }, { as: elsewhere })).errors?.[0]?.extensions['code']).toBe(
      'NOT_FOUND',
    );
    expect(await rows(`select "active" from "payment_check_rule" where "code" = 'BANKS'`)).toEqual([{ active: false }]);
  });

  it('CUS-42 CUS-43 the mode alone is changed only to one for which the account has the data, and otherwise nothing is written', async () => {
    const state = () =>
      rows(
        `select "payment_mode" "mode", "billing_day" "day", "version", (select count(*)::int from "history_entry" where "subject_id" = a."id") "entries" from "account" a where "id" = $1`,
        [shop.account.id],
      );
    const change = (input: object, as?: As) => run(ACCOUNT, { accountId, ...input }, as);
    const codes = async (input: object, as?: As) =>
      (await change(input, as)).userErrors.map(
        ({ code, path, details }: { code: string; path: string[]; details?: { rule?: string } }) =>
          `${code} ${path.join('.')} ${details?.rule}`,
      );
    // It is collected from a bank account, from before.
    const before = await state();
    expect(before).toMatchObject([{ mode: 'COLLECTION' }]);
    expect(await codes({ paymentMode: 'CREDIT_CARD', billingDay: 9 })).toEqual([
      'PAYMENT_CHECK_FAILED input.paymentMode CARD_DATA',
      'PAYMENT_CHECK_FAILED input.paymentMode CARD_VALID',
    ]);
    expect(await codes({ paymentMode: 'PREPAID' })).toEqual(['PAYMENT_CHECK_FAILED input.paymentMode PREPAID_DATA']);
    expect((await codes({ paymentMode: 'CASH' }, elsewhere))[0]).toMatch(/^NOT_FOUND input.accountId/);
    expect(await state()).toEqual(before);
    // The bank account that there is has what a transfer needs; cash is paid through none.
    expect(await codes({ paymentMode: 'CASH' })).toEqual(['PAYMENT_CHECK_FAILED input.paymentMode CASH_WAY']);
    for (const paymentMode of ['BANK_TRANSFER', 'COLLECTION']) expect(await codes({ paymentMode })).toEqual([]);
    // What breaks a rule from before is no hindrance to other changes.
    const rule = {
      code: 'NEVER',
      name: '不可',
      paymentMode: 'COLLECTION',
      message: '不可',
      position: 9,
      condition: 'false',
    };
    await run(RULE, rule, headquarters);
    expect(await codes({ paymentMode: 'COLLECTION', billingDay: 7 })).toEqual([]);
    await run(ACCOUNT, { accountId, paymentMode: 'BANK_TRANSFER' });
    expect(await codes({ paymentMode: 'COLLECTION' })).toEqual(['PAYMENT_CHECK_FAILED input.paymentMode NEVER']);
    await run(RULE, { ...rule, active: false }, headquarters);
    expect(await codes({ paymentMode: 'COLLECTION' })).toEqual([]);
  });

  it('CUS-42 is for those who see the customer, and then writes nothing', async () => {
    const count = () => rows(`select count(*)::int "n" from "payment_account"`);
    const before = await count();
    expect((await run(ADD, card(), elsewhere)).userErrors[0].code).toBe('NOT_FOUND');
    expect(
      (await run(PAY, { accountId, paymentMode: 'CASH', paymentAccountIds: [] }, elsewhere)).userErrors[0].code,
    ).toBe('NOT_FOUND');
    expect(await count()).toEqual(before);
    const stranger = (await run(ADD, card({ customerId: encodeId('cu', shop.stranger.id) }), headquarters))
      .paymentAccount;
    const foreign = await run(
      PAY,
      { accountId, paymentMode: 'CREDIT_CARD', paymentAccountIds: [stranger.id] },
      headquarters,
    );
    expect(foreign.userErrors[0]).toMatchObject({ code: 'CONTRADICTION', path: ['input', 'paymentAccountIds', '0'] });
  });
});

describe('bills and accounts', () => {
  it('CUS-40 sets items and content of the bills of an account', async () => {
    const items = [
      { item: 'RENT', detail: 'BY_PRODUCT', label: '月租' },
      { item: 'USAGE', detail: 'EVERY_CHARGE', label: null },
    ];
    const input = { accountId, billFormat: 'ITEMISED', billParts: ['USAGE', 'POINTS'], items };
    const { account } = await run(FORMAT, input);
    expect(account).toMatchObject({ billFormat: 'ITEMISED', billParts: ['USAGE', 'POINTS'] });
    expect(account.billItems.nodes).toEqual(items.map((item, index) => ({ ...item, position: index + 1 })));
    expect((await run(FORMAT, input)).account.version).toBe(account.version);
    const swapped = await run(FORMAT, { ...input, items: items.toReversed() });
    expect(swapped.account.billItems.nodes.map(({ item }: { item: string }) => item)).toEqual(['USAGE', 'RENT']);
    expect((await run(FORMAT, { ...input, items: [items[0], items[0]] })).userErrors[0]).toMatchObject({
      code: 'DUPLICATE',
      path: ['input', 'items', '1', 'item'],
    });
    expect((await run(FORMAT, input, elsewhere)).userErrors[0].code).toBe('NOT_FOUND');
    const events = await rows(
      `select count(*)::int "n" from "history_entry" where "type" = 'account.changed' and "data"::text like '%billItems%'`,
    );
    expect(events).toEqual([{ n: 2 }]);
  });

  it('CUS-75 keeps limit, credit, balance and bank of an account, and lists accounts by them', async () => {
    const limit = { amount: '500.00', currency: 'CNY' };
    expect((await run(CREDIT, { accountId, credit: 'A', creditLimit: limit })).account).toEqual({
      credit: 'A',
      creditLimit: { amount: '500', currency: 'CNY' },
    });
    expect((await run(CREDIT, { accountId, creditLimit: { amount: '1', currency: 'USD' } })).userErrors[0].code).toBe(
      'CURRENCY_MISMATCH',
    );
    const billing: As = { sub: 'billing', role: 'system' };
    const report = (amount: string, at: string) =>
      run(BALANCE, { accountNo: shop.account.accountNo, balance: { amount, currency: 'CNY' }, at }, billing);
    await report('-12.30', '2026-01-02T00:00:00Z');
    expect((await report('99', '2026-01-01T00:00:00Z')).account.balance).toEqual({ amount: '-12.3' });
    const { data } = await graph.query(
      `{ accounts(filter: { bankCode: { eq: "CCB" }, credit: { eq: "A" }, owner: { customerType: { eq: PUBLIC } } }) { nodes { accountNo sequenceNo balance { amount } } } }`,
      {},
      { as: clerk },
    );
    expect(data.accounts.nodes).toMatchObject([{ accountNo: shop.account.accountNo, balance: { amount: '-12.3' } }]);
    const opened = await run(mutation('accountOpen', 'AccountOpenInput', 'account { sequenceNo }'), { customerId });
    expect(opened.account.sequenceNo).toBe(2);
    const denied = await graph.query(
      BALANCE,
      { input: { accountNo: shop.account.accountNo, balance: limit, at: '2026-02-01T00:00:00Z' } },
      { as: clerk },
    );
    expect(denied.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});
