import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { wholeMonths, wholeYears } from './index.js';

const manager: As = { sub: 'pm1', role: 'staff', region: '86' };

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
});
afterAll(() => graph.close());

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers differ by document
async function ask(document: string, variables: Record<string, unknown> = {}, as: As = 'admin'): Promise<any> {
  const { data, errors } = await graph.query(document, variables, { as });
  expect(errors).toBeUndefined();
  return data;
}

async function setZone(value: string): Promise<void> {
  const { parameter } = await ask('{ parameter(code: "operator.time-zone") { id } }');
  const set = 'mutation ($input: ParameterSetInput!) { parameterSet(input: $input) { userErrors { code } } }';
  const input = { parameterId: parameter.id, value };
  expect((await ask(set, { input })).parameterSet.userErrors).toEqual([]);
}

/** A new customer who joined the network at a moment and was born on a day. */
async function joined(name: string, joinedAt: string, birthDate: string): Promise<string> {
  const { region } = await ask('{ region(code: "4401") { id } }');
  const create =
    'mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { userErrors { code } customer { id } } }';
  const { customerCreate } = await ask(create, {
    input: { regionId: region.id, individual: { name, birthDate, gender: 'OTHER' } },
  });
  expect(customerCreate.userErrors).toEqual([]);
  await graph.database.pool.query(`update customer set joined_at = $1 where name = $2`, [joinedAt, name]);
  return customerCreate.customer.id;
}

test('the days and months of aggregates begin where the operator is, unless the query names a zone', async () => {
  // In Shanghai that is the first of April already.
  await joined('Zone One', '2024-03-31T17:00:00Z', '1990-01-01');
  await joined('Zone Two', '2024-04-02T03:00:00Z', '1990-01-01');
  const months = async (timeZone?: string) => {
    const { customers } = await ask(
      `query ($groupBy: [CustomerGroupBy!]) { customers(filter: { name: { in: ["Zone One", "Zone Two"] } }) { aggregate(groupBy: $groupBy) { key { joinedAt } count } } }`,
      { groupBy: [{ dimension: 'JOINED_AT', bucket: 'MONTH', ...(timeZone ? { timeZone } : {}) }] },
    );
    return customers.aggregate.map(({ key, count }: { key: { joinedAt: string }; count: number }) => [
      key.joinedAt,
      count,
    ]);
  };
  const april = [['2024-03-31T16:00:00.000Z', 2]];
  const both = [
    ['2024-03-01T00:00:00.000Z', 1],
    ['2024-04-01T00:00:00.000Z', 1],
  ];
  expect([await months(), await months('UTC'), await months('Asia/Shanghai')]).toEqual([april, both, april]);
  await setZone('UTC');
  expect(await months()).toEqual(both);
  await setZone('Asia/Shanghai');
  expect(await months()).toEqual(april);
});

test('CUS-53 PRD-44 months in the network and years of age are counted by the days of the operator', async () => {
  const { rows } = await graph.database.pool.query<{ day: string; eastern: string }>(
    // Between the two ends of the world there are 25 hours, so that they never have the same day.
    `select (now() at time zone 'Pacific/Kiritimati')::date::text "eastern", (now() at time zone 'Pacific/Niue')::date::text "day"`,
  );
  const { day, eastern } = rows[0]!;
  expect(eastern > day).toBe(true);
  // Six months before the day that it is in the east, which the west has not reached.
  const start = `(('${eastern}'::date - interval '6 months') + interval '6 hours') at time zone 'UTC'`;
  const { rows: begins } = await graph.database.pool.query<{ at: string; born: string }>(
    `select to_char(${start} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') "at", ('${eastern}'::date - interval '30 years')::date::text "born"`,
  );
  const customerId = await joined('Zone Three', begins[0]!.at, begins[0]!.born);
  const { offering } = await ask('{ offering(code: "OF_PHONE") { id } }');
  const known = async (condition: string) => {
    const save =
      'mutation ($input: OfferingSalesRulesSaveInput!) { offeringSalesRulesSave(input: $input) { userErrors { code } } }';
    const rules = { offeringId: offering.id, rules: [{ condition }] };
    expect((await ask(save, { input: rules }, manager)).offeringSalesRulesSave.userErrors).toEqual([]);
    const { offeringQualification, targetCustomers } = await ask(
      `query ($input: OfferingQualificationInput!, $condition: String!) { offeringQualification(input: $input) { items { qualified } } targetCustomers(condition: $condition) { customers { name } } }`,
      {
        ...{ input: { customerId, offeringIds: [offering.id] } },
        condition: `${condition} and customer.code != null and customer.gender = "OTHER"`,
      },
    );
    const names = targetCustomers.customers.map(({ name }: { name: string }) => name);
    return [offeringQualification.items[0].qualified, names.includes('Zone Three')];
  };
  const whole = 'customer.months >= 6 and customer.age >= 30';
  await setZone('Pacific/Kiritimati');
  expect(await known(whole)).toEqual([true, true]);
  await setZone('Pacific/Niue');
  expect(await known('customer.age >= 30')).toEqual([false, false]);
  expect(await known('customer.age = 29')).toEqual([true, true]);
  await setZone('Asia/Shanghai');
});

test('a month is whole on its day, and a year after twelve of them', () => {
  expect([wholeMonths('2026-01-31', '2026-02-28'), wholeMonths('2026-01-15', '2026-03-15')]).toEqual([0, 2]);
  expect([wholeYears('2000-02-29', '2025-02-28'), wholeYears('2000-02-29', '2025-03-01')]).toEqual([24, 25]);
});
