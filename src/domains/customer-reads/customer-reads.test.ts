import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { hire } from '../../testing/staff.js';
import { until } from '../../testing/until.js';

const READS = `query ($id: ID!) { customer(id: $id) { reads { nodes { operation actor actorName actorKind at } } } }`;

let graph: TestGraph;
let clerk: As;
let auditor: As;
let customer: { id: string; code: string; party: { id: string } };

async function create(name: string): Promise<typeof customer> {
  const { data } = await graph.query(`query { region(code: "4401") { id } }`);
  const made = await graph.query(
    `mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { userErrors { code } customer { id code party { id } } } }`,
    {
      input: {
        regionId: data.region.id,
        individual: { name },
        contactMedia: [{ kind: 'MOBILE', value: '13800138000' }],
      },
    },
  );
  return made.data.customerCreate.customer;
}

/** What is in the log of the customer of reads by the actor. */
async function reads(actor: string, as: As = 'admin') {
  const { data } = await graph.query(READS, { id: customer.id }, { as });
  return (data.customer.reads.nodes as { operation: string; actor: string }[]).filter((read) => read.actor === actor);
}

const settled = async (actor: string, count: number) => {
  await until(async () => (await reads(actor)).length >= count);
  return reads(actor);
};

beforeAll(async () => {
  graph = await startTestGraph();
  clerk = (await hire(graph, 'C1', 'H4401', ['HALL_CLERK'])).as;
  auditor = { sub: 'auditor', role: 'staff', region: '44' };
});
afterAll(() => graph.close());
beforeEach(async () => {
  customer = await create('Looked at');
});

describe('who looked at what', () => {
  test('CUS-27 remembers who was shown a customer, when and by which operation; a screen that refreshes itself, once', async () => {
    const document = `query Desk($id: ID!) { customer(id: $id) { id name party { name contactMedia { nodes { value } } } accounts { nodes { name } } } }`;
    const before = Date.now();
    for (let n = 0; n < 3; n++) await graph.query(document, { id: customer.id }, { as: clerk });
    await graph.query(document.replace('Desk', 'Other'), { id: customer.id }, { as: clerk });
    await graph.query(document, { id: customer.id }, { as: auditor });
    await settled('auditor', 1);
    const found = await settled('C1', 2);
    expect(found.map(({ operation }) => operation).sort()).toEqual(['Desk', 'Other']);
    found.sort((one, two) => one.operation.localeCompare(two.operation));
    expect(found[0]).toMatchObject({ operation: 'Desk', actorKind: 'STAFF' });
    expect(Date.parse((found[0] as unknown as { at: string }).at)).toBeGreaterThanOrEqual(before);
  });

  test('CUS-27 finds the customer also where only the party, a number or an account was shown', async () => {
    const { data } = await graph.query(
      `query ($id: ID!) { customer(id: $id) { accounts { nodes { id } } party { contactMedia { nodes { id } } } } }`,
      { id: customer.id },
    );
    const [account] = data.customer.accounts.nodes;
    const [medium] = data.customer.party.contactMedia.nodes;
    const [as, sub] = [{ ...(auditor as object), sub: 'looker' } as As, 'looker'];
    await graph.query(`query A($id: ID!) { party(id: $id) { name } }`, { id: customer.party.id }, { as });
    await graph.query(`query B($id: ID!) { account(id: $id) { name } }`, { id: account.id }, { as });
    await graph.query(
      `query C($id: ID!) { node(id: $id) { ... on ContactMedium { value } } }`,
      { id: medium.id },
      { as },
    );
    await graph.query(
      `query D($code: String) { customers(filter: { code: { eq: $code } }) { nodes { name } } }`,
      { code: customer.code },
      { as },
    );
    await graph.query(`query E { customers(first: 5) { totalCount } }`, {}, { as });
    expect((await settled(sub, 4)).map(({ operation }) => operation)).toEqual(['A', 'B', 'C', 'D']);
  });

  test('CUS-27 the answer is the same with and without being remembered, and nothing of it shows', async () => {
    const document = `query ($id: ID!) { customer(id: $id) { id name party { id name } } }`;
    const own = await graph.query(
      document,
      { id: customer.id },
      { as: { sub: 'o', role: 'customer', customer: customer.code } },
    );
    const staff = await graph.query(document, { id: customer.id }, { as: clerk });
    expect(staff.data).toEqual(own.data);
    await settled('C1', 1);
    // What customers read of themselves is nobody's business.
    expect(await reads('o')).toEqual([]);
  });

  test('CUS-27 what was hidden from the caller was not looked at', async () => {
    const stranger: As = { sub: 'stranger', role: 'staff', region: '51' };
    const { data } = await graph.query(
      `query ($id: ID!) { customer(id: $id) { name } }`,
      { id: customer.id },
      { as: stranger },
    );
    expect(data.customer).toBeNull();
    await graph.query(`query ($id: ID!) { customer(id: $id) { name } }`, { id: customer.id }, { as: clerk });
    await settled('C1', 1);
    expect(await reads('stranger')).toEqual([]);
  });

  test('CUS-27 is read under the permission for the operation log only', async () => {
    await graph.query(`query ($id: ID!) { customer(id: $id) { name } }`, { id: customer.id }, { as: clerk });
    await settled('C1', 1);
    for (const as of [clerk, { sub: 'o', role: 'customer', customer: customer.code }] as As[]) {
      const { data } = await graph.query(`{ customerReads { totalCount } }`, {}, { as });
      expect(data.customerReads.totalCount).toBe(0);
    }
    expect(await reads('C1', auditor)).toHaveLength(1);
    expect(
      (await graph.query(`{ customerReads { totalCount } }`, {}, { as: { sub: 's', role: 'staff', region: '51' } }))
        .data.customerReads.totalCount,
    ).toBe(0);
  });

  test('CUS-27 reading does not wait for the log, which is written after the answer', async () => {
    const { pool } = graph.database;
    const client = await pool.connect();
    await client.query('begin; lock table "customer_read" in access exclusive mode');
    const { data } = await graph.query(
      `query Held($id: ID!) { customer(id: $id) { name } }`,
      { id: customer.id },
      { as: clerk },
    );
    expect(data.customer.name).toBe('Looked at');
    // The writing waits behind the lock; the answer is there already.
    const waits = `select 1 from pg_locks where not granted and relation = 'customer_read'::regclass`;
    await until(async () => (await pool.query(waits)).rows.length > 0);
    await client.query('rollback');
    client.release();
    expect((await settled('C1', 1))[0]).toMatchObject({ operation: 'Held' });
  });
});
