import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { domains } from '../../src/domains/index.js';
import { connectDatabase } from '../../src/kernel/database/connect.js';
import type { Database } from '../../src/kernel/database/database.js';
import { entitiesOf } from '../../src/start/entities.js';
import { createTestDatabase, type TestDatabase } from '../../src/testing/database.js';
import { startTestGraph } from '../../src/testing/graph.js';
import { seedDemo } from './index.js';

const CUSTOMERS = 400;
const anchor = new Date('2026-06-01T00:00:00Z');

const opened: { database: Database; test: TestDatabase }[] = [];

async function open(): Promise<Database> {
  const created = await createTestDatabase();
  const database = await connectDatabase({
    url: created.url,
    entities: entitiesOf(domains),
    poolSize: 4,
    statementTimeoutMs: 0,
  });
  opened.push({ database, test: created });
  return database;
}

afterAll(async () => {
  for (const { database, test: created } of opened) {
    await database.close();
    await created.drop();
  }
});

/** One digest of everything that belongs to the population, without what depends on when and in which order it was written. */
async function digest(database: Database): Promise<Record<string, string>> {
  const tables = [
    'party',
    'party_identification',
    'contact_medium',
    'customer',
    'customer_code',
    'account',
    'payment_account',
    'offering_instance',
    'product_instance',
    'customer_order',
    'service_order',
    'problem_ticket',
    'contact_event',
    'contract',
    'sla_contract',
  ];
  const digests: Record<string, string> = {};
  for (const table of tables) {
    // References to reference data differ between databases: the baseline gives keys by chance.
    const text =
      table === 'customer'
        ? `concat_ws('|', "id", "code", "name", "lifecycle", "joined_at", "left_at")`
        : `concat_ws('|', t."id", t."created_at")`;
    const { rows } = await database.pool.query<{ digest: string }>(
      `select md5(string_agg(${text}, ',' order by "id")) as "digest" from "${table}" t where "id"::text like '016f%'`,
    );
    digests[table] = rows[0]!.digest;
  }
  const { rows } = await database.pool.query<{ digest: string }>(
    `select md5(string_agg(concat_ws('|', "id", "type", "from_state", "to_state", "actor", "occurred_at"), ',' order by "id")) as "digest" from "history_entry" where "id"::text like '016f%'`,
  );
  return { ...digests, history: rows[0]!.digest };
}

const none = async (database: Database, what: string, sql: string) => {
  const { rows } = await database.pool.query(`select * from (${sql}) "wrong" limit 3`);
  expect({ what, rows }).toEqual({ what, rows: [] });
};

describe('a population', () => {
  let database: Database;

  beforeAll(async () => {
    database = await open();
    const report = await seedDemo({ database, customers: CUSTOMERS, anchor });
    expect(report).toMatchObject({ created: CUSTOMERS, present: 0, rows: { Customer: CUSTOMERS } });
  }, 60_000);

  test('has the sizes of its profile', async () => {
    const { rows } = await database.pool
      .query(`select (select count(*)::int from "customer") as customers, (select count(*)::int from "account") as accounts,
      (select count(*)::int from "customer_order") as orders, (select count(*)::int from "problem_ticket") as tickets`);
    expect(rows[0]).toMatchObject({ customers: CUSTOMERS, accounts: CUSTOMERS * 1.2, tickets: CUSTOMERS * 0.6 });
    expect(rows[0].orders).toBeGreaterThan(CUSTOMERS * 2.2);
  });

  test('shows every kind of customer, state and name', async () => {
    const values = async (sql: string) =>
      (await database.pool.query<{ value: string }>(sql)).rows.map(({ value }) => value);
    expect(await values('select distinct "customer_type" as value from "customer" order by 1')).toEqual([
      'BIG',
      'COMMERCIAL',
      'FLOATING',
      'PUBLIC',
    ]);
    expect(await values('select distinct "lifecycle" as value from "customer" order by 1')).toEqual([
      'IN_NETWORK',
      'LEFT',
      'POTENTIAL',
    ]);
    expect((await values('select distinct "status" as value from "customer_order"')).length).toBeGreaterThan(5);
    expect((await values('select distinct "status" as value from "service_order"')).length).toBeGreaterThan(4);
    expect(await values('select distinct "kind" as value from "problem_ticket" order by 1')).toEqual([
      'BILL_DISPUTE',
      'COMPLAINT_TICKET',
      'FAULT_TICKET',
      'SUGGESTION',
    ]);
    expect(
      (await values(`select count(*)::int as value from "customer" where "name" ~ '[A-Za-zéü]'`))[0],
    ).toBeGreaterThan(8);
    expect((await values('select count(*)::int as value from "sla_term"'))[0]).toBeGreaterThan(100);
  });

  test('keeps the rules of its domains', async () => {
    await none(
      database,
      'exactly one default account',
      `select c."id" from "customer" c where (select count(*) from "account" a where a."owner_id" = c."id" and a."is_default") <> 1`,
    );
    await none(
      database,
      'a code at every customer',
      `select c."code" from "customer" c where not exists (select 1 from "customer_code" k where k."customer_id" = c."id" and k."code" = c."code")`,
    );
    await none(
      database,
      'accounts paid somehow',
      `select a."id" from "account" a where not exists (select 1 from "account_payment_account" p where p."account_id" = a."id")`,
    );
    await none(
      database,
      'bills have an address',
      `select "id" from "account" where "bill_delivery" in ('POST', 'EMAIL', 'SMS') and "bill_address" is null`,
    );
    await none(
      database,
      'one owner of each instance, the customer',
      `select i."id" from "product_instance" i where (select count(*) from "instance_party" p where p."instance_id" = i."id" and p."role" = 'OWNER' and p."customer_id" = i."customer_id") <> 1`,
    );
    await none(
      database,
      'charged to an account of the owner',
      `select i."id" from "product_instance" i join "account" a on a."id" = i."account_id" where a."owner_id" <> i."customer_id"`,
    );
    await none(
      database,
      'in service since some moment',
      `select "id" from "product_instance" where ("status" in ('ACTIVE', 'SUSPENDED') and "activated_at" is null) or ("status" = 'REMOVED') <> ("ended_at" is not null) or ("status" = 'SUSPENDED') <> ("suspend_reason" is not null)`,
    );
    await none(
      database,
      'attached ones have a main one',
      `select i."id" from "product_instance" i join "product" p on p."id" = i."product_id" where p."kind" = 'ATTACHED' and not exists (select 1 from "instance_relationship" r where r."from_id" = i."id")`,
    );
    await none(
      database,
      'bundles have what they require',
      `select o."id" from "offering_instance" o join "offering_component" c on c."offering_id" = o."offering_id" where (select count(*) from "product_instance" i where i."offering_instance_id" = o."id" and i."product_id" = c."product_id") not between c."min_quantity" and c."max_quantity"`,
    );
    await none(
      database,
      'customers who left have nothing',
      `select c."id" from "customer" c join "product_instance" i on i."customer_id" = c."id" where c."lifecycle" = 'LEFT' and i."status" <> 'REMOVED'`,
    );
    await none(
      database,
      'customers in the network have something',
      `select c."id" from "customer" c where c."lifecycle" = 'IN_NETWORK' and not exists (select 1 from "product_instance" i where i."customer_id" = c."id" and i."activated_at" is not null)`,
    );
    await none(
      database,
      'totals are the sums of the lines',
      `select o."id" from "customer_order" o where coalesce(o."recurring_total_amount", 0) <> (select coalesce(sum("recurring_price_amount"), 0) from "order_item" i where i."order_id" = o."id")`,
    );
    await none(
      database,
      'every order has a line',
      `select o."id" from "customer_order" o where not exists (select 1 from "order_item" i where i."order_id" = o."id")`,
    );
    await none(
      database,
      'nothing after the anchor',
      `select "id" from "history_entry" where "customer_id" is not null and "occurred_at" > '${anchor.toISOString()}'`,
    );
    await none(
      database,
      'completed orders have no open work',
      `select s."id" from "service_order" s join "customer_order" o on o."id" = s."order_id" where o."status" = 'COMPLETED' and s."status" <> 'COMPLETED'`,
    );
  });

  test('has a history that fits: the last state is the present one, each begins where the last ended, in unbroken places', async () => {
    for (const [noun, table, column] of [
      ['Customer', 'customer', 'lifecycle'],
      ['Order', 'customer_order', 'status'],
      ['ServiceOrder', 'service_order', 'status'],
      ['ProductInstance', 'product_instance', 'status'],
      ['FaultTicket', 'problem_ticket', 'status'],
    ]) {
      await none(
        database,
        `state of ${noun}`,
        `select distinct on (h."subject_id") h."to_state", t."${column}" as "present" from "history_entry" h join "${table}" t on t."id" = h."subject_id" where h."subject_type" = '${noun}' and h."kind" = 'STATE_CHANGE' order by h."subject_id", h."position" desc`.replace(
          /^/,
          'select * from (',
        ) + `) "last" where "to_state" <> "present"`,
      );
    }
    await none(
      database,
      'steps follow one another',
      `select * from (select "from_state", lag("to_state") over (partition by "subject_id" order by "position") as "before" from "history_entry" where "kind" = 'STATE_CHANGE' and "customer_id" is not null) "steps" where "before" is not null and "from_state" <> "before"`,
    );
    await none(
      database,
      'times follow places',
      `select * from (select "occurred_at", lag("occurred_at") over (partition by "customer_id" order by "position") as "before" from "history_entry" where "customer_id" is not null) "moments" where "occurred_at" < "before"`,
    );
    const { rows } = await database.pool.query(
      `select count(*)::int as n, min("position")::int as first, max("position")::int as last, (select "position"::int from "event_counter") as counter from "history_entry" where "position" is not null`,
    );
    expect(rows[0].last - rows[0].first + 1).toBe(rows[0].n);
    expect(rows[0].counter).toBe(rows[0].last);
  });

  test('is left alone by a second run, and grown by a larger one', async () => {
    const before = await digest(database);
    const again = await seedDemo({ database, customers: CUSTOMERS, anchor: new Date('2026-06-09T00:00:00Z') });
    expect(again).toEqual({ created: 0, present: CUSTOMERS, rows: {} });
    expect(await digest(database)).toEqual(before);
    const grown = await seedDemo({ database, customers: CUSTOMERS + 30, anchor });
    expect(grown).toMatchObject({ created: 30, present: CUSTOMERS });
  });

  test('stands beside another one', async () => {
    const report = await seedDemo({ database, customers: 40, seed: 2, anchor });
    expect(report.created).toBe(40);
  });
});

test('the same seed makes the same customers, also when the run is broken off and started again', async () => {
  const [whole, broken] = [await open(), await open()];
  await seedDemo({ database: whole, customers: 510, seed: 7, anchor });
  const stop = () => {
    throw new Error('killed');
  };
  await expect(
    seedDemo({ database: broken, customers: 510, seed: 7, anchor, workers: 1, progress: stop }),
  ).rejects.toThrow('killed');
  const { rows } = await broken.pool.query<{ n: number }>('select count(*)::int as n from "customer"');
  expect(rows[0]!.n).toBeGreaterThan(0);
  expect(rows[0]!.n).toBeLessThan(510);
  const report = await seedDemo({ database: broken, customers: 510, seed: 7, anchor });
  expect(report.created).toBe(510 - rows[0]!.n);
  expect(await digest(broken)).toEqual(await digest(whole));
}, 60_000);

test('the benchmark has exactly its sizes', async () => {
  const database = await open();
  await seedDemo({ database, customers: 200, profile: 'bench', anchor });
  const { rows } = await database.pool
    .query(`select (select count(*)::int from "account") as accounts, (select count(*)::int from "product_instance") as instances,
    (select count(*)::int from "customer_order") as orders, (select count(*)::int from "problem_ticket") as tickets, (select count(*)::int from "order_item") as items`);
  expect(rows[0]).toMatchObject({ accounts: 300, instances: 1_000, orders: 1_000, tickets: 600, items: 3_000 });
});

test('refuses sizes that make no sense', async () => {
  const database = await open();
  await expect(seedDemo({ database, customers: -1 })).rejects.toThrow('The number of customers');
  await expect(seedDemo({ database, customers: 1, seed: 0 })).rejects.toThrow('The seed');
});

test('the graph reads seeded customers and goes on beside them', async () => {
  const graph = await startTestGraph();
  try {
    await seedDemo({ database: graph.database, customers: 40, anchor });
    const view = await graph.query(
      `{ customers(first: 40) { totalCount nodes { code accounts { nodes { accountNo } } orders { totalCount } history(first: 5) { nodes { cursor type } } } } }`,
    );
    expect(view.errors).toBeUndefined();
    expect(view.data.customers.totalCount).toBe(40);
    expect(
      view.data.customers.nodes.every(
        (node: { history: { nodes: { cursor: string | null }[] } }) =>
          node.history.nodes.length > 0 && node.history.nodes.every(({ cursor }) => cursor),
      ),
    ).toBe(true);
    const { data } = await graph.query(`{ region(code: "4401") { id } }`);
    const create = `mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { userErrors { code } customer { code accounts { nodes { accountNo } } } } }`;
    const made = await graph.query(create, { input: { regionId: data.region.id, individual: { name: '新客户' } } });
    expect(made.data.customerCreate).toEqual({
      userErrors: [],
      customer: { code: 'C4401-00000001', accounts: { nodes: [{ accountNo: 'A4401-00000001' }] } },
    });
  } finally {
    await graph.close();
  }
});
