/** @isolated: it fills the books of sandboxes. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cardBook } from '../../plugins/recharge-sandbox/index.js';
import { billBook } from '../../plugins/billing-sandbox/index.js';
import { encodeId } from '../kernel/model/index.js';
import { type As, startTestGraph, type TestGraph } from '../testing/graph.js';
import { hire } from '../testing/staff.js';

/** Every amount of the test ends so, alone or as the sum of two: none that is found elsewhere does. */
const FIGURE = /\d\.(37|74)\d*"/g;
const MONEY = 'amount { amount }';

/** Ways to the figures of one customer. */
const WAYS: Record<string, string> = {
  records: `consumptionRecords { nodes { ${MONEY} history { nodes { data } } } } arrearsRecords { nodes { ${MONEY} history { nodes { data } } } }`,
  worth: `values { nodes { spend { amount } } } abnormalities { nodes { notes { nodes { spend { amount } } } history { nodes { data } } } }`,
  recharges: `recharges { nodes { value { amount } credits { nodes { ${MONEY} } } history { nodes { data } } } }`,
  vouchers: `invoices { nodes { total { amount } lines { nodes { ${MONEY} } } } }`,
  accounts: `accounts { nodes { balance { amount } history { nodes { data } } rechargeCredits { nodes { ${MONEY} } } } }`,
  history: `history(first: 100) { nodes { type data } }`,
};
const view = (parts: string, asOf = '') =>
  `query ($code: String!) { customer(code: $code${asOf && `, asOf: "${asOf}"`}) { ${parts} } }`;
const LISTS = `{
  historyEntries(first: 200, filter: { type: { in: ["customer-record.saved", "customer-finding.noted", "account.changed", "recharge.credited", "recharge.status.changed"] } }) { nodes { data } }
  auditEntries(first: 200, filter: { operation: { in: ["consumptionRecordSave", "arrearsRecordSave", "accountBalanceReport"] } }) { nodes { changes } }
  consumptionRecords { nodes { ${MONEY} } }
  arrearsRecords { nodes { ${MONEY} } aggregate(groupBy: [{ dimension: AMOUNT_CURRENCY }]) { sum { amountAmount } } }
  customerValues { nodes { spend { amount } } }
  recharges { nodes { value { amount } } }
  invoices { nodes { total { amount } } }
  accounts(first: 50) { nodes { balance { amount } } }
}`;

describe.each(['compiled', 'plain'])('reads that are %s', (READS) => {
  let graph: TestGraph;
  let desk: As;
  let analyst: As;
  const ids: Record<string, string> = {};
  const accountNos: Record<string, string> = {};
  const accountIds: Record<string, string> = {};
  let began: string;
  let businessLineId: string;

  const run = async (name: string, answer: string, input: object, as: As = 'admin') => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const { data, errors } = await graph.query(
      `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path } ${answer} } }`,
      { input },
      { as },
    );
    if (errors ?? data[name].userErrors.length) throw new Error(JSON.stringify(errors ?? data[name].userErrors));
    return data[name];
  };
  const cny = (amount: string) => ({ amount, currency: 'CNY' });
  const consume = (code: string, recordNo: string, amount: string) =>
    run('consumptionRecordSave', 'record { id }', {
      ...{ recordNo, customerId: ids[code], businessLineId, content: 'Calls', amount: cny(amount) },
    });
  const proof = async (code: string, word: string): Promise<string> => {
    const input = { customerId: ids[code], purpose: 'QUERY', password: word };
    return (await run('customerPasswordVerify', 'verification { token }', input, desk)).verification.token;
  };
  const read = async (document: string, variables: Record<string, unknown>, as: As, token?: string) => {
    const headers: Record<string, string> = token === undefined ? {} : { 'customer-verification': token };
    const { data, errors } = await graph.query(document, variables, { as, headers });
    expect(errors).toBeUndefined();
    return data;
  };
  const figures = async (document: string, variables: Record<string, unknown>, as: As, token?: string) =>
    [...JSON.stringify(await read(document, variables, as, token)).matchAll(FIGURE)].length;

  beforeAll(async () => {
    graph = await startTestGraph({ READS });
    const { data } = await graph.query(`{ region(code: "4401") { id } businessLines(first: 1) { nodes { id } } }`);
    const regionId = data.region.id as string;
    businessLineId = data.businessLines.nodes[0].id;
    began = new Date().toISOString();
    const holder = { code: 'CF_DESK', name: 'Desk', kind: 'SALESPERSON', regionId };
    const holderId = (await run('stockHolderCreate', 'stockHolder { id }', holder)).stockHolder.id;
    const series = { code: 'CF', name: 'CF', form: 'INVOICE' };
    const seriesId = (await run('invoiceSeriesSave', 'invoiceSeries { id }', series)).invoiceSeries.id;
    await run('invoiceRangeIssue', 'invoiceRange { id }', { seriesId, holderId, firstNo: 1, lastNo: 9 });
    for (const code of ['ASKS', 'FREE', 'GONE']) {
      const { customer } = await run('customerCreate', 'customer { id accounts { nodes { id accountNo } } }', {
        ...{ code, regionId, individual: { name: code } },
      });
      ids[code] = customer.id;
      [{ accountNo: accountNos[code], id: accountIds[code] }] = customer.accounts.nodes;
      const customerId = customer.id as string;
      const { abnormal: finding } = await run('abnormalCustomerAdd', 'abnormal { id }', {
        ...{ customerId, kind: 'HIGH_SPEND', reason: 'seen' },
      });
      await run('findingTrack', 'abnormal { id }', { findingId: finding.id, until: '2099-01-01T00:00:00Z' });
      await consume(code, `C-${code}`, '11.37');
      await consume(code, `C-${code}`, '12.37');
      await run('arrearsRecordSave', 'record { id }', {
        ...{ recordNo: `A-${code}`, customerId, amount: cny('13.37'), arrearsDate: '2026-01-01' },
      });
      await run('findingNote', 'note { id }', { findingId: finding.id, note: 'called' });
      await run('customerValueSet', 'value { id }', { customerId, valueClass: 'HIGH', reason: 'known' });
      await run('accountBalanceReport', 'account { id }', {
        ...{ accountNo: accountNos[code], balance: cny('-14.37'), at: new Date().toISOString() },
      });
      cardBook.cards.set(`CF-${code}`, { secret: 's', amount: '15.37', currency: 'CNY' });
      await run('rechargeByCard', 'recharge { id }', {
        ...{ customerId, cardNo: `CF-${code}`, cardSecret: 's', requestKey: code },
        credits: [{ accountId: accountIds[code] }],
      });
      await run('invoicePrint', 'invoice { id }', {
        ...{ seriesId, holderId, payer: code, customerId },
        lines: [{ charge: 'OTHER', description: 'Labour', amount: cny('16.37') }],
      });
    }
    await run('customerPasswordSet', 'credential { purpose }', {
      ...{ customerId: ids['ASKS'], purpose: 'QUERY', password: 'may-i-look' },
    });
    const hired = await hire(graph, 'CF-DESK', 'H4401', ['HALL_CLERK']);
    desk = hired.as;
    analyst = (await hire(graph, 'CF-ANALYST', 'H4401', ['AUDITOR'])).as;
    const { rows } = await graph.database.pool.query<{ id: string }>(
      `select "id" from "function_point" where "code" in ('audit.read', 'events', 'accountClose')`,
    );
    const functionPointIds = rows.map(({ id }) => encodeId('fp', id));
    await run('permissionGrant', '', { employeeIds: [hired.id], functionPointIds });
  });
  afterAll(() => graph?.close());

  test.each(Object.keys(WAYS))(
    'CUS-03 figures in %s of a customer are told to a clerk only with the proof that the query password was shown',
    async (way) => {
      const document = view(WAYS[way]!);
      const all = await figures(document, { code: 'ASKS' }, 'admin');
      expect(all).toBeGreaterThan(0);
      expect(await figures(document, { code: 'ASKS' }, desk)).toBe(0);
      expect(await figures(document, { code: 'FREE' }, desk)).toBe(await figures(document, { code: 'FREE' }, 'admin'));
      const token = await proof('ASKS', 'may-i-look');
      expect(await figures(document, { code: 'ASKS' }, desk, token)).toBe(all);
      expect(await figures(document, { code: 'ASKS' }, analyst)).toBe(all);
    },
  );

  test('CUS-03 lists, figures and the operation log leave them out, and nothing else', async () => {
    const [all, free] = [await figures(LISTS, {}, 'admin'), await figures(LISTS, {}, desk)];
    const token = await proof('ASKS', 'may-i-look');
    expect(free).toBeLessThan(all);
    expect(await figures(LISTS, {}, desk, token)).toBe(all);
    expect(await figures(LISTS, {}, analyst)).toBe(all);
    // What was written of other things of the customer is there, and so is that the account is.
    const { customer } = await read(
      view('history { nodes { type } } accounts { nodes { id } }'),
      { code: 'ASKS' },
      desk,
    );
    const types = customer.history.nodes.map(({ type }: { type: string }) => type);
    expect(types).toContain('customer.password.changed');
    expect(types).not.toContain('account.changed');
    expect(customer.accounts.nodes).toEqual([{ id: accountIds['ASKS'] }]);
  });

  test('CUS-03 says which parts are withheld', async () => {
    const parts = async (as: As, token?: string) =>
      (await read(view('withheldParts'), { code: 'ASKS' }, as, token)).customer.withheldParts as string[];
    const figured = ['ARREARS_RECORDS', 'CONSUMPTION_RECORDS', 'DISCOUNT_DECISIONS', 'HISTORY', 'VALUES'];
    expect(await parts(desk)).toEqual(expect.arrayContaining(figured));
    const shown = await parts(desk, await proof('ASKS', 'may-i-look'));
    expect(figured.filter((part) => shown.includes(part))).toEqual([]);
  });

  test('CUS-03 an entry, a record or an account that is looked up by its id tells none, nor does an earlier state', async () => {
    const { rows } = await graph.database.pool.query<{ kind: string; id: string }>(
      `select 'hr' "kind", "id" from "history_entry" where "figures_customer_id" = (select "customer_id" from "customer_code" where "code" = 'ASKS') and "kind" = 'RECORD_CHANGE'
       union all select 'vj', "id" from "arrears_record" where "record_no" = 'A-ASKS'`,
    );
    expect(rows.length).toBeGreaterThan(3);
    const document = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on RecordChange { data } ... on ArrearsRecord { ${MONEY} } ... on Account { balance { amount } } } }`;
    const variables = { ids: [...rows.map(({ kind, id }) => encodeId(kind, id)), accountIds['ASKS']] };
    expect(await figures(document, variables, desk)).toBe(0);
    expect(await figures(document, variables, desk, await proof('ASKS', 'may-i-look'))).toBeGreaterThan(rows.length);
    const before = view('accounts { nodes { balance { amount } } }', new Date().toISOString());
    expect([await figures(before, { code: 'ASKS' }, 'admin'), await figures(before, { code: 'ASKS' }, desk)]).toEqual([
      1, 0,
    ]);
  });

  test('CUS-03 nobody who is asked filters, sorts or counts by a balance, and none is counted as a change', async () => {
    for (const list of [
      'accounts(filter: { balance: { amount: { lt: "0" } } }) { totalCount }',
      'accounts(filter: { not: { balance: { currency: { eq: "CNY" } } } }) { totalCount }',
      'accounts(orderBy: [{ field: BALANCE_AMOUNT }]) { nodes { id } }',
      'accounts { aggregate(groupBy: [{ dimension: BALANCE_CURRENCY }]) { count } }',
      'customers(filter: { accounts: { some: { balance: { amount: { lt: "0" } } } } }) { totalCount }',
    ]) {
      const asked = await graph.query(`{ ${list} }`, {}, { as: desk });
      // Where the contract has no such argument, nobody can ask.
      if ((await graph.query(`{ ${list} }`)).errors) expect(asked.errors).toBeDefined();
      else expect([list, asked.errors?.[0]?.extensions['code']]).toEqual([list, 'FORBIDDEN']);
    }
    const count = async (as: As) => {
      const { customerChangeStatistics: groups } = await read(
        `query ($from: DateTime!, $customerId: ID!) { customerChangeStatistics(from: $from, to: "2027-01-01T00:00:00Z", by: [FIELD], field: "balance", customerId: $customerId) { changes } }`,
        { from: began, customerId: ids['ASKS'] },
        as,
      );
      return groups.map(({ changes }: { changes: number }) => changes) as number[];
    };
    expect(await count(analyst)).toEqual([1]);
    expect(await count(desk)).toEqual([]);
  });

  test('CUS-03 a subscription tells them neither as they happen nor afterwards', async () => {
    const document =
      'subscription ($after: String) { events(after: $after, filter: { types: ["customer-record.saved"] }) { cursor data } }';
    const live = await graph.subscribe(document, {}, { as: desk });
    const whole = await graph.subscribe(document);
    await consume('ASKS', 'C-LIVE-ASKS', '17.37');
    await consume('FREE', 'C-LIVE-FREE', '18.37');
    const [told] = await live.until(1);
    expect(JSON.stringify(told)).toContain('C-LIVE-FREE');
    const [first] = await whole.until(2);
    expect(JSON.stringify(first)).toContain('C-LIVE-ASKS');
    const { rows } = await graph.database.pool.query<{ position: string }>(
      `select min("position")::text "position" from "history_entry" where "data" ->> 'recordNo' = 'C-ASKS'`,
    );
    expect(rows[0]!.position).toBeTruthy();
    const cursor = (first as { data: { events: { cursor: string } } }).data.events.cursor;
    // The same cursor with the one before it left out: what follows for the clerk is the record of the other customer alone.
    const later = await graph.subscribe(document, { after: cursor }, { as: desk });
    expect(JSON.stringify((await later.until(1))[0])).toContain('C-LIVE-FREE');
    for (const open of [live, whole, later]) await open.close();
  });

  test('CUS-03 a refusal to close an account tells not how much is owed', async () => {
    for (const code of ['ASKS', 'FREE'])
      billBook.bills.set(accountNos[code]!, [
        {
          ...{ billNo: `B-${code}`, from: '2026-01-01', to: '2026-01-31', issuedAt: '2026-02-01T00:00:00Z' },
          ...{ dueOn: null, currency: 'CNY', amount: '19.37', open: '19.37' },
        },
      ]);
    const close = async (code: string) => {
      const { data, errors } = await graph.query(
        `mutation ($input: AccountStepInput!) { accountClose(input: $input) { userErrors { code message details } } }`,
        { input: { accountId: accountIds[code], reason: 'gone' } },
        { as: desk },
      );
      expect(errors).toBeUndefined();
      const [{ code: refusal, ...more }] = data.accountClose.userErrors;
      return [refusal, JSON.stringify(more).includes('19.37')];
    };
    expect(await close('FREE')).toEqual(['ACCOUNT_OWES', true]);
    expect(await close('ASKS')).toEqual(['ACCOUNT_OWES', false]);
  });

  test('CUS-03 what was written of a customer who was merged is asked for as the customer is who they are now', async () => {
    const document = `{ historyEntries(first: 200, filter: { type: { eq: "customer-record.saved" } }) { nodes { data } } }`;
    const gone = async () => JSON.stringify(await read(document, {}, desk)).includes('C-GONE');
    expect(await gone()).toBe(true);
    const asked = { survivorId: ids['ASKS'], absorbedId: ids['GONE'], consent: 'yes', reason: 'the same' };
    const { merge } = await run('customerMergeRequest', 'merge { id }', asked);
    await run(
      'customerMergeDecide',
      'merge { status }',
      { mergeId: merge.id, approve: true },
      { sub: 'second', role: 'admin' },
    );
    expect(await gone()).toBe(false);
    const token = await proof('ASKS', 'may-i-look');
    expect(JSON.stringify(await read(document, {}, desk, token))).toContain('C-GONE');
  });
});
