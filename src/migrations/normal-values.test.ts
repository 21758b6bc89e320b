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
  Object.assign(row, values);
  const names = Object.keys(row);
  await client.query(
    `insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(row),
  );
}

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

it('PRD-12 values that were kept in other forms are the same afterwards, in the form of their types', async () => {
  await client.query('drop schema public cascade; drop schema if exists graphile_worker cascade; create schema public');
  await migrateTo(database.url, nameOf('M0140'));
  const tables = ['product_attribute', 'product_instance', 'offering_component', 'order_item', 'customer'];
  const { rows: checks } = await client.query<{ sql: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) "sql" from pg_constraint
     where contype = 'c' and conrelid = any($1::regclass[])`,
    [[...tables, 'customer_template', 'customer_template_field']],
  );
  // The rows are of values only: what they refer to and what else they say is made up.
  await client.query('set session_replication_role = replica');
  for (const { sql } of checks) await client.query(sql);
  const [one, other, offering] = [id(1), id(2), id(3)];
  const attribute = (key: number, product: string, code: string, type: string) =>
    insert('product_attribute', { id: id(key), product_id: product, code, data_type: type });
  await attribute(11, one, 'lines', 'INTEGER');
  await attribute(12, one, 'speed', 'DECIMAL');
  await attribute(13, one, 'class', 'CHOICE');
  await attribute(14, one, 'on', 'BOOLEAN');
  await attribute(15, other, 'class', 'INTEGER');
  await attribute(16, other, 'lines', 'DECIMAL');
  const values = (given: object) => JSON.stringify(given);
  const old = { lines: '010', speed: '12.50', class: 2, on: 'yes', free: '007' };
  await insert('product_instance', { id: id(21), instance_no: 'A', product_id: one, characteristics: values(old) });
  const fitting = { lines: 10, speed: '12345678901234567.5', class: '2' };
  await insert('product_instance', { id: id(22), instance_no: 'B', product_id: one, characteristics: values(fitting) });
  const odd = { lines: ['01', '2'], speed: '-0.0', class: true, on: null };
  await insert('product_instance', { id: id(23), instance_no: 'C', product_id: one, characteristics: values(odd) });
  const long = { lines: 'ten', speed: '00012345678901234567.50' };
  await insert('product_instance', { id: id(24), instance_no: 'D', product_id: one, characteristics: values(long) });
  for (const [key, product] of [
    [31, one],
    [32, other],
  ] as const)
    await insert('offering_component', {
      ...{
        id: id(key),
        offering_id: offering,
        product_id: product,
        fixed_values: values({ lines: '010', class: '02' }),
      },
    });
  // The products of the offering do not agree what a class is.
  const asked = values({ lines: '010', class: '02' });
  await insert('order_item', { id: id(41), offering_id: offering, characteristics: asked });
  await insert('customer_template', { id: id(51), code: 'BIG', customer_type: 'BIG' });
  await insert('customer_template_field', { id: id(52), template_id: id(51), code: 'staff', data_type: 'INTEGER' });
  for (const [key, type] of [
    [61, 'BIG'],
    [62, 'PUBLIC'],
  ] as const)
    await insert('customer', {
      ...{ id: id(key), code: type, customer_type: type, characteristics: values({ staff: '0250' }) },
    });

  await migrateTo(database.url);

  const read = async (table: string, column: string) =>
    (await client.query<{ values: object }>(`select "${column}" "values" from "${table}" order by "id"`)).rows.map(
      (row) => row.values,
    );
  expect(await read('product_instance', 'characteristics')).toEqual([
    { lines: 10, speed: 12.5, class: '2', on: 'yes', free: '007' },
    fitting,
    { lines: [1, 2], speed: 0, class: 'true', on: null },
    { lines: 'ten', speed: '12345678901234567.5' },
  ]);
  expect(await read('offering_component', 'fixed_values')).toEqual([
    { lines: 10, class: '02' },
    { lines: 10, class: 2 },
  ]);
  expect(await read('order_item', 'characteristics')).toEqual([{ lines: 10, class: '02' }]);
  expect(await read('customer', 'characteristics')).toEqual([{ staff: 250 }, { staff: '0250' }]);
});
