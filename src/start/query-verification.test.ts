import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { billBook } from '../../plugins/billing-sandbox/index.js';
import { type As, startTestGraph, type TestGraph } from '../testing/graph.js';
import { hire } from '../testing/staff.js';

const VIEW = `query ($code: String!) { customer(code: $code) {
  withheldParts
  consumptionRecords(first: 5) { totalCount nodes { recordNo content } }
  accounts(first: 1) { nodes { bills { state nodes { billNo } } } }
} }`;
const LIST = `{ consumptionRecords(first: 10, orderBy: [{ field: RECORD_NO }]) { totalCount nodes { recordNo } aggregate { count } } }`;

describe.each(['compiled', 'plain'])('reads that are %s', (READS) => {
  let graph: TestGraph;
  const desk: As = { sub: 'DESK', role: 'staff' };
  const other: As = { sub: 'DESK-2', role: 'staff' };
  const analyst: As = { sub: 'ANALYST', role: 'staff' };
  const ids: Record<string, string> = {};

  const run = async (name: string, type: string, input: object, answer: string, as: As = 'admin') => {
    const { data, errors } = await graph.query(
      `mutation ($input: ${type}Input!) { ${name}(input: $input) { userErrors { code path } ${answer} } }`,
      { input },
      { as },
    );
    if (errors ?? data[name].userErrors.length) throw new Error(JSON.stringify(errors ?? data[name].userErrors));
    return data[name];
  };
  const password = (code: string, purpose: string, word: string) =>
    run(
      'customerPasswordSet',
      'CustomerPasswordSet',
      { customerId: ids[code], purpose, password: word },
      'credential { purpose }',
    );
  const proof = async (code: string, purpose: string, word: string, as: As = desk): Promise<string> =>
    (
      await run(
        'customerPasswordVerify',
        'CustomerPasswordVerify',
        { customerId: ids[code], purpose, password: word },
        'verification { token }',
        as,
      )
    ).verification.token;
  const read = async (document: string, variables: Record<string, unknown>, as: As, token?: string) => {
    const headers: Record<string, string> = token === undefined ? {} : { 'customer-verification': token };
    const { data, errors } = await graph.query(document, variables, { as, headers });
    expect(errors).toBeUndefined();
    return data;
  };
  const view = async (code: string, as: As, token?: string) => {
    const { customer } = await read(VIEW, { code }, as, token);
    const { bills } = customer.accounts.nodes[0];
    return {
      records: customer.consumptionRecords.nodes.map(({ recordNo }: { recordNo: string }) => recordNo),
      count: customer.consumptionRecords.totalCount as number,
      bills: [bills.state, bills.nodes.length],
      told: customer.withheldParts.includes('CONSUMPTION_RECORDS'),
    };
  };
  const shown = (code: string) => ({ records: [`C-${code}`], count: 1, bills: ['SHOWN', 1], told: false });
  const hidden = { records: [], count: 0, bills: ['WITHHELD', 0], told: true };

  beforeAll(async () => {
    graph = await startTestGraph({ READS });
    const { data } = await graph.query(`{ region(code: "4401") { id } businessLines(first: 1) { nodes { id } } }`);
    for (const code of ['ASKS', 'FREE', 'CHANGES']) {
      const { customer } = await run(
        'customerCreate',
        'CustomerCreate',
        { code, regionId: data.region.id, individual: { name: code } },
        'customer { id accounts { nodes { accountNo } } }',
      );
      ids[code] = customer.id;
      const { accountNo } = customer.accounts.nodes[0];
      billBook.bills.set(accountNo, [
        {
          ...{ billNo: `B-${code}`, from: '2026-01-01', to: '2026-01-31', issuedAt: '2026-02-01T00:00:00Z' },
          ...{ dueOn: null, currency: 'CNY', amount: '1', open: '0' },
        },
      ]);
      await run(
        'consumptionRecordSave',
        'ConsumptionRecordSave',
        {
          ...{ recordNo: `C-${code}`, customerId: ids[code], businessLineId: data.businessLines.nodes[0].id },
          ...{ content: 'Calls', occurredAt: '2026-01-10T10:00:00Z', amount: { amount: '1', currency: 'CNY' } },
        },
        'record { id }',
      );
    }
    await password('ASKS', 'QUERY', 'may-i-look');
    await password('CHANGES', 'CHANGE', 'may-i-write');
    for (const { sub } of [desk, other] as { sub: string }[]) await hire(graph, sub, 'H4401', ['HALL_CLERK']);
    await hire(graph, 'ANALYST', 'H4401', ['CREDIT_CONTROLLER']);
  });
  afterAll(() => graph?.close());

  test('CUS-03 a clerk sees bills and consumption of a customer with a query password only with the proof that it was shown', async () => {
    expect(await view('ASKS', desk)).toEqual(hidden);
    expect(await view('FREE', desk)).toEqual(shown('FREE'));
    // Who asks for a password before changes only has not asked for one before queries.
    expect(await view('CHANGES', desk)).toEqual(shown('CHANGES'));
    expect(await read(LIST, {}, desk)).toEqual({
      consumptionRecords: {
        ...{ totalCount: 2, nodes: [{ recordNo: 'C-CHANGES' }, { recordNo: 'C-FREE' }] },
        aggregate: [{ count: 2 }],
      },
    });
    const token = await proof('ASKS', 'QUERY', 'may-i-look');
    expect(await view('ASKS', desk, token)).toEqual(shown('ASKS'));
    expect((await read(LIST, {}, desk, token)).consumptionRecords.aggregate).toEqual([{ count: 3 }]);
  });

  test('CUS-03 a proof counts for its caller, its customer and its password, and no other text does', async () => {
    const token = await proof('ASKS', 'QUERY', 'may-i-look');
    expect(await view('ASKS', other, token)).toEqual(hidden);
    const elsewhere = await proof('CHANGES', 'CHANGE', 'may-i-write');
    expect(await view('ASKS', desk, elsewhere)).toEqual(hidden);
    const [purpose, expiry, , mark] = elsewhere.split('.');
    const moved = [purpose, expiry, token.split('.')[2], mark].join('.');
    const later = token.replace(expiry!, String(Number(expiry) + 60_000));
    for (const wrong of [moved, later === token ? `${token}x` : later, 'nothing', `${token}x`, ''])
      expect(await view('ASKS', desk, wrong)).toEqual(hidden);
    // A higher one serves; one that has been set anew since does not.
    await password('ASKS', 'CHANGE', 'may-i-write');
    const higher = await proof('ASKS', 'CHANGE', 'may-i-write');
    expect(await view('ASKS', desk, higher)).toEqual(shown('ASKS'));
    await password('ASKS', 'CHANGE', 'you-may-not');
    expect(await view('ASKS', desk, higher)).toEqual(hidden);
    // The one for having business accepted is none for queries.
    await password('ASKS', 'ACCEPT', 'take-it-in');
    expect(await view('ASKS', desk, await proof('ASKS', 'ACCEPT', 'take-it-in'))).toEqual(hidden);
  });

  test('CUS-03 asks nobody who works without the customer, nor the customer', async () => {
    for (const as of [analyst, 'admin', { sub: 'sys', role: 'system' }] as As[])
      expect(await view('ASKS', as)).toEqual(shown('ASKS'));
    const self: As = { sub: 'asks', role: 'customer', customer: 'ASKS' };
    expect((await view('ASKS', self)).bills).toEqual(['SHOWN', 1]);
  });

  test('CUS-03 a record that is looked up by its id is absent until the proof is sent', async () => {
    const token = await proof('ASKS', 'QUERY', 'may-i-look');
    const { id } = (
      await graph.query('{ consumptionRecords(filter: { recordNo: { eq: "C-ASKS" } }) { nodes { id } } }')
    ).data.consumptionRecords.nodes[0];
    expect(
      (await read('query ($id: ID!) { consumptionRecord(id: $id) { recordNo } }', { id }, desk)).consumptionRecord,
    ).toBeNull();
    expect(
      (await read('query ($id: ID!) { consumptionRecord(id: $id) { recordNo } }', { id }, desk, token))
        .consumptionRecord,
    ).toEqual({ recordNo: 'C-ASKS' });
  });
});
