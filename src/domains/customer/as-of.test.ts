import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { allNouns } from '../../kernel/model/registry.js';
import { dropExpiredVersions, keepsVersions, rowsAsOf } from '../../kernel/versions/index.js';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { until } from '../../testing/until.js';

const clerk: As = { sub: 'g1', role: 'staff', region: '44' };
const STATE = `id name serviceAddress subType
  party { name ... on Individual { gender } contactMedia { nodes { kind value } } identifications { nodes { number } } }
  contactPersons { totalCount nodes { department person { name } } }
  accounts { totalCount nodes { name status billAddress } }
  region { code }`;
const AS_OF = `query ($id: ID!, $at: DateTime) { customer(id: $id, asOf: $at) { ${STATE} } }`;

let graph: TestGraph;
let regions: Record<'city' | 'other', string>;
let customer: { id: string; party: { id: string } };

async function run(mutation: string, input: Record<string, unknown>, selection = '') {
  const type = mutation[0]!.toUpperCase() + mutation.slice(1);
  const { data, errors } = await graph.query(
    `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { userErrors { code path } ${selection} } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  expect(data[mutation].userErrors).toEqual([]);
  return data[mutation];
}

const at = (moment: string | null, as: As = 'admin', document = AS_OF) =>
  graph.query(document, { id: customer.id, at: moment }, { as });

/** A moment after what was written and before what will be: the clock of the database has gone on when it is answered. */
async function moment(): Promise<string> {
  const clock = async () =>
    (await graph.database.pool.query(`select date_trunc('milliseconds', clock_timestamp()) "at"`)).rows[0].at as Date;
  const from = await clock();
  await until(async () => (await clock()).getTime() > from.getTime() + 1);
  const now = await clock();
  await until(async () => (await clock()).getTime() > now.getTime() + 1);
  return now.toISOString();
}

beforeAll(async () => {
  graph = await startTestGraph();
  const { data } = await graph.query(`{ city: region(code: "4401") { id } other: region(code: "5101") { id } }`);
  regions = { city: data.city.id, other: data.other.id };
});
afterAll(() => graph.close());
beforeEach(async () => {
  const input = { regionId: regions.city, individual: { name: 'First' }, serviceAddress: 'Old road 1' };
  ({ customer } = await run('customerCreate', input, 'customer { id party { id } }'));
});

describe('asOf', () => {
  test('CUS-29, MOD-81 shows a customer, its party, contacts and accounts as they stood, removed rows too', async () => {
    const { contactMedium } = await run(
      'contactMediumAdd',
      { customerId: customer.id, kind: 'MOBILE', value: '13800138000' },
      'contactMedium { id }',
    );
    const { contactPerson } = await run(
      'contactPersonAdd',
      { customerId: customer.id, individual: { name: 'Anna' }, department: 'IT' },
      'contactPerson { id }',
    );
    const before = await moment();
    const then = (await at(null)).data.customer;
    expect(then).toMatchObject({ name: 'First', serviceAddress: 'Old road 1', contactPersons: { totalCount: 1 } });
    await run('customerChange', {
      customerId: customer.id,
      individual: { name: 'Second' },
      serviceAddress: 'New road 2',
    });
    const between = await moment();
    await run('contactMediumRemove', { customerId: customer.id, contactMediumId: contactMedium.id });
    await run('contactPersonChange', { contactPersonId: contactPerson.id, department: 'Sales' });
    await run('contactPersonRemove', { contactPersonId: contactPerson.id });
    await run('accountOpen', { customerId: customer.id, name: 'Another' });
    await run('customerChange', { customerId: customer.id, individual: { name: 'Third' } });

    expect((await at(before)).data.customer).toEqual(then);
    expect((await at(between)).data.customer).toEqual({
      ...then,
      name: 'Second',
      serviceAddress: 'New road 2',
      party: { ...then.party, name: 'Second' },
    });
    const now = (await at(await moment())).data.customer;
    expect(now).toEqual((await at(null)).data.customer);
    expect(now).toMatchObject({ name: 'Third', contactPersons: { totalCount: 0 } });
    expect(now.accounts.totalCount).toBe(then.accounts.totalCount + 1);
  });

  test('MOD-81 is null before the customer was there, and refuses the future', async () => {
    const { data } = await graph.query(`query ($id: ID!) { customer(id: $id) { createdAt } }`, { id: customer.id });
    const earlier = new Date(Date.parse(data.customer.createdAt) - 1).toISOString();
    expect((await at(earlier)).data.customer).toBeNull();
    expect((await at('2999-01-01T00:00:00Z')).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('MOD-81 CUS-29 shows histories and ratings up to the moment, and names the parts of which only the present is known', async () => {
    const document = `query ($id: ID!, $at: DateTime) { customer(id: $id, asOf: $at) { name strategy withheldParts
      orders(first: 5, filter: { status: { eq: COMPLETED } }) { totalCount nodes { id } pageInfo { hasNextPage } aggregate { count } }
      history(first: 50) { totalCount nodes { type subject { id } } }
      ratings(first: 5) { nodes { score validity { to } } }
      party { identifications { nodes { number expired } } }
      accounts { nodes { status history { totalCount } bills { state nodes { billNo } } problemTickets { totalCount } } } } }`;
    const rate = (score: string) =>
      run('customerRatingRecord', { customerId: customer.id, kind: 'SATISFACTION', score, reason: 'asked' });
    await rate('50');
    await run('customerIdentificationAdd', {
      customerId: customer.id,
      type: 'PASSPORT',
      number: `E${Date.now() % 1e9}`,
    });
    const before = await moment();
    const then = (await at(null, 'admin', document)).data.customer;
    await rate('90');
    await run('customerChange', { customerId: customer.id, serviceAddress: 'New road 2' });

    const { data, errors, extensions } = await at(before, 'admin', document);
    expect(errors).toBeUndefined();
    expect(data.customer.history).toEqual(then.history);
    expect(data.customer.history.totalCount).toBeGreaterThan(1);
    expect(data.customer).toMatchObject({
      ...{ name: 'First', strategy: 'ACQUIRE', ratings: { nodes: [{ score: '50.00', validity: { to: null } }] } },
      orders: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false }, aggregate: [{ count: 0 }] },
      party: { identifications: { nodes: [{ expired: null }] } },
      accounts: { nodes: [{ status: 'IN_USE', bills: { state: 'PRESENT_ONLY', nodes: [] } }] },
    });
    expect(data.customer.withheldParts).toEqual(expect.arrayContaining(['ORDERS', 'PROBLEM_TICKETS']));
    for (const known of ['HISTORY', 'ACCOUNTS', 'RATINGS', 'PARTY'])
      expect(data.customer.withheldParts).not.toContain(known);
    expect(extensions).toEqual({
      earlierStatesUnknown: [
        ...['Account.bills', 'Account.problemTickets', 'Customer.orders', 'PartyIdentification.expired'],
      ],
    });
    // The same without a part that resolvers answer: one statement is the whole answer, and the second time it is known.
    const plain = `query ($id: ID!, $at: DateTime) { customer(id: $id, asOf: $at) { name orders { totalCount } } }`;
    for (let time = 0; time < 2; time++)
      expect(await at(before, 'admin', plain)).toMatchObject({
        data: { customer: { name: 'First', orders: { totalCount: 0 } } },
        extensions: { earlierStatesUnknown: ['Customer.orders'] },
      });
    expect((await at(null, 'admin', plain)).extensions).toBeUndefined();
    expect((await at(null, 'admin', document)).data.customer.ratings.nodes).toHaveLength(2);
  });

  test('MOD-81 refuses searches of earlier states, rather than mixing times', async () => {
    const selection = 'mergedCustomers(filter: { search: { text: "First" } }) { totalCount }';
    const { errors } = await at(
      await moment(),
      ...(['admin', `query ($id: ID!, $at: DateTime) { customer(id: $id, asOf: $at) { ${selection} } }`] as const),
    );
    expect(errors).toMatchObject([{ extensions: { code: 'EARLIER_STATE_UNKNOWN' } }]);
  });

  test('MOD-81 gives the past under the permissions of now: masked as now, and hidden from who sees the customer no more', async () => {
    await run('contactMediumAdd', { customerId: customer.id, kind: 'MOBILE', value: '13800138000' });
    const before = await moment();
    const seen = (await at(before, clerk)).data.customer;
    expect(seen.party.contactMedia.nodes).toEqual((await at(null, clerk)).data.customer.party.contactMedia.nodes);
    expect((await at(before, { sub: 's', role: 'staff', region: '51' })).data.customer).toBeNull();
    await run('customerChange', { customerId: customer.id, regionId: regions.other });
    expect((await at(before, clerk)).data.customer).toBeNull();
    expect((await at(before)).data.customer.region.code).toBe('4401');
    // Staff of the new region have nothing to do with what was before.
    expect((await at(before, { sub: 's', role: 'staff', region: '51' })).data.customer).toBeNull();
  });

  test('MOD-81 is found by an index, however many versions of others there are', async () => {
    await graph.database.pool.query(
      `insert into row_version (row_id, valid_to, valid_from, table_name, keys, row)
       select u, now() + n * interval '1 second', now() - interval '1 hour', 'account', array[u], '{}' from (select n, gen_random_uuid() u from generate_series(1, 20000) n) x`,
    );
    await graph.database.pool.query('analyze row_version');
    const client = await graph.database.pool.connect();
    try {
      await client.query('begin; set local enable_seqscan = off');
      const rows = rowsAsOf({ table: 'customer', column: '"id"', key: 'gen_random_uuid()' }, 'now()');
      const { rows: plan } = await client.query(`explain select * from ${rows} "r"`);
      expect(plan.map((line) => String(line['QUERY PLAN'])).filter((line) => line.includes('Seq Scan'))).toEqual([]);
    } finally {
      await client.query('rollback');
      client.release();
    }
    expect((await at(await moment())).data.customer.name).toBe('First');
  });

  test('MOD-81 one row changed by many at once has one version at any moment', async () => {
    await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        run('customerChange', { customerId: customer.id, serviceAddress: `Road ${n}` }),
      ),
    );
    const { rows } = await graph.database.pool.query(
      `select valid_from, valid_to, lag(valid_to) over (order by valid_to) as before from row_version v join customer c on c.id = v.row_id
       where c.name = 'First' and v.row ->> 'service_address' ~ '^(Road|Old)' and c.service_address like 'Road%' order by valid_to`,
    );
    expect(rows).toHaveLength(12);
    for (const { valid_from, valid_to, before } of rows) {
      expect(valid_to >= valid_from).toBe(true);
      if (before) expect(valid_from).toEqual(before);
    }
  });

  test('MOD-81 keeps nothing of a change that was rolled back or changed nothing', async () => {
    const count = async () =>
      Number((await graph.database.pool.query('select count(*) from row_version')).rows[0].count);
    const before = await count();
    const { data } = await graph.query(
      `mutation ($input: CustomerChangeInput!) { customerChange(input: $input) { userErrors { code } } }`,
      { input: { customerId: customer.id, serviceAddress: 'Elsewhere', expectedVersion: 99 } },
    );
    expect(data.customerChange.userErrors).toEqual([{ code: 'VERSION_CONFLICT' }]);
    await graph.database.pool.query('update customer set updated_at = now()');
    expect(await count()).toBe(before);
  });

  test('MOD-81 every noun that says so has its rows kept by the database', async () => {
    const { rows } = await graph.database.pool.query<{ table: string }>(
      `select event_object_table as "table" from information_schema.triggers where trigger_name in ('row_version_update', 'row_version_delete')`,
    );
    const { rows: known } = await graph.database.pool.query(`select table_name as "table" from versioned_table`);
    const tables = [
      ...new Set(
        allNouns()
          .filter(keepsVersions)
          .map(({ table }) => table),
      ),
    ].sort();
    expect(tables.flatMap((table) => [table, table])).toEqual(rows.map(({ table }) => table).sort());
    expect(known.map(({ table }) => table).sort()).toEqual(tables);
  });

  test('MOD-81 states beyond the time for which they are kept are removed, and refused', async () => {
    const before = await moment();
    await run('customerChange', { customerId: customer.id, serviceAddress: 'New road 2' });
    const later = new Date(Date.now() + 86_400_000);
    expect(await dropExpiredVersions(graph.database.pool, 1, later)).toBeGreaterThan(0);
    expect((await at(before)).errors).toMatchObject([{ extensions: { code: 'EARLIER_STATE_UNKNOWN' } }]);
    expect((await at(null)).data.customer.serviceAddress).toBe('New road 2');
  });
});
