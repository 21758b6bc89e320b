import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { migrations } from './index.js';
import { migrateTo } from './migrate.js';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const nameOf = (start: string) => migrations.find(({ name }) => name.startsWith(start))!.name;

/** What stands in a column that must have a value, by its type. */
const FILLERS: Record<string, unknown> = {
  ...{ uuid: '00000000-0000-7000-8000-000000000001', text: 'X', 'character varying': 'X', boolean: false },
  ...{ integer: 1, numeric: '1', 'timestamp with time zone': '2026-01-01', jsonb: '{}', ARRAY: '{}' },
};

/** Writes a row with these values and something in all other columns that must have one; what it refers to is not there. */
async function insert(table: string, values: Record<string, unknown>): Promise<void> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select column_name "name", data_type "type" from information_schema.columns where table_name = $1 and is_nullable = 'NO' and column_default is null`,
    [table],
  );
  const row: Record<string, unknown> = {};
  for (const { name, type } of rows) row[name] = FILLERS[type];
  // Codes are unique.
  if ('code' in row) row['code'] = values['id'];
  Object.assign(row, values);
  const names = Object.keys(row);
  await client.query(
    `insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(row),
  );
}

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const KINDS = ['NONE', 'INSTANCE', 'EMPLOYEE', 'DEPOSIT'];

it('PRD-42 guarantees that were asked for and brought before kinds were data are of the kinds that came with the system', async () => {
  await client.query('drop schema public cascade; drop schema if exists graphile_worker cascade; create schema public');
  await migrateTo(database.url, nameOf('M0063'));
  const checks = (
    await client.query<{ sql: string }>(
      `select format('alter table %s drop constraint %I', conrelid::regclass, conname) "sql" from pg_constraint
       where contype = 'c' and conrelid in ('offering'::regclass, 'order_guarantee'::regclass) and pg_get_constraintdef(oid) not like '%guarantee%' and conname not like '%kind_check'`,
    )
  ).rows;
  // The rows are of guarantees only: what they refer to and what else they say is made up.
  await client.query('set session_replication_role = replica');
  for (const { sql } of checks) await client.query(sql);
  for (const [at, kind] of KINDS.entries()) {
    const asked = { id: id(10 + at), guarantee: kind, guarantee_count: kind === 'EMPLOYEE' ? 2 : null };
    await insert('offering', asked);
    for (const more of [0, 1])
      await insert('order_guarantee', { id: id(20 + 2 * at + more), order_item_id: id(30 + 2 * at + more), kind });
  }
  const read = async (table: string) =>
    (
      await client.query<Record<string, unknown>>(`select to_jsonb("t") "row" from "${table}" "t" order by "id"`)
    ).rows.map(({ row }) => row as Record<string, unknown>);
  const before = { offering: await read('offering'), guarantee: await read('order_guarantee') };

  await migrateTo(database.url);

  const types = new Map((await read('guarantee_type')).map((type) => [type['id'], type]));
  expect([...types.values()].map(({ code, given_as, active }) => [code, given_as, active]).toSorted()).toEqual([
    ['DEPOSIT', 'DEPOSIT', true],
    ['EMPLOYEE', 'EMPLOYEE', true],
    ['INSTANCE', 'INSTANCE', true],
  ]);
  const codeOf = (type: unknown) => types.get(type as string)?.['code'] ?? 'NONE';
  const after = { offering: await read('offering'), guarantee: await read('order_guarantee') };
  expect(after.offering.map(({ guarantee, guarantee_type_id }) => [guarantee, codeOf(guarantee_type_id)])).toEqual(
    KINDS.map((kind) => [kind, kind]),
  );
  expect(after.guarantee.map(({ kind, type_id }) => [kind, codeOf(type_id)])).toEqual(
    KINDS.flatMap((kind) => [
      [kind, kind],
      [kind, kind],
    ]),
  );
  // Nothing else of them changed.
  for (const [table, known] of Object.entries(before))
    known.forEach((row, at) => expect(after[table as keyof typeof after][at]).toMatchObject(row));
});
