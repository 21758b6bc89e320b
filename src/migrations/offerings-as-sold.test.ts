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

it('PRD-53 versions of before take over the services and rules of sale that held until then, and the present one its relations', async () => {
  await client.query('drop schema public cascade; drop schema if exists graphile_worker cascade; create schema public');
  await migrateTo(database.url, nameOf('M0100'));
  // The rows are of offerings only: what they refer to is not there.
  await client.query('set session_replication_role = replica');
  for (const [key, code] of [
    [1, 'SOLD'],
    [2, 'OTHER'],
    [3, 'PLAIN'],
  ] as const)
    // prettier-ignore
    await insert('offering', { id: id(key), code, status: 'IN_USE', level: 'HEADQUARTERS', guarantee: 'NONE' });
  const stale = { relations: [{ kind: 'DEPEND', to: 'FORMER', prompt: null }], name: 'Sold' };
  const version = (key: number, offering: number, number: number, until: string | null) =>
    insert('offering_version', {
      ...{ id: id(key), offering_id: id(offering), number, validity_to: until, content: JSON.stringify(stale) },
    });
  await version(11, 1, 1, '2026-02-01');
  await version(12, 1, 2, null);
  await version(13, 3, 1, null);
  for (const [key, service] of [
    [21, 'SUSPEND'],
    [22, 'MOVE'],
  ] as const)
    // prettier-ignore
    await insert('offering_service', { id: id(key), offering_id: id(1), service });
  await insert('offering_relation', { id: id(31), from_id: id(1), to_id: id(2), kind: 'EXCLUDE', prompt: 'Never.' });
  await insert('offering_relation', { id: id(32), from_id: id(1), to_id: id(3), kind: 'DEPEND', prompt: null });
  await insert('sales_rule_kind', { id: id(41), code: 'SEGMENT', stage: 'TARGET' });
  const rule = (key: number, form: string, position: number, more: object = {}) =>
    insert('sales_rule', {
      ...{ id: id(key), offering_id: id(1), form, position, parent_id: null, kind_id: null, values: [], negate: false },
      ...more,
    });
  await rule(51, 'CONDITION', 2, { condition: 'true', message: 'Told.' });
  await rule(52, 'ANY', 1);
  await rule(53, 'KIND', 2, { parent_id: id(52), kind_id: id(41), values: ['GOLD'], negate: true });
  await rule(54, 'ALL', 1, { parent_id: id(52) });
  await rule(55, 'CONDITION', 1, { parent_id: id(54), condition: 'false' });

  await migrateTo(database.url);

  const { rows } = await client.query<{ content: object }>('select "content" from "offering_version" order by "id"');
  const sold = {
    name: 'Sold',
    allowedServices: ['MOVE', 'SUSPEND'],
    salesRules: [
      { any: [{ all: [{ condition: 'false' }] }, { negate: true, kind: 'SEGMENT', values: ['GOLD'] }] },
      { condition: 'true', message: 'Told.' },
    ],
  };
  const relations = [
    { kind: 'DEPEND', to: 'PLAIN', prompt: null },
    { kind: 'EXCLUDE', to: 'OTHER', prompt: 'Never.' },
  ];
  expect(rows.map(({ content }) => content)).toEqual([
    expect.objectContaining({ ...sold, relations: stale.relations }),
    expect.objectContaining({ ...sold, relations }),
    expect.objectContaining({ name: 'Sold', allowedServices: [], salesRules: [], relations: [] }),
  ]);
});
