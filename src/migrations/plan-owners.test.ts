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

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const [GUANGDONG, SICHUAN] = [id(1), id(2)];
const FILLERS: Record<string, unknown> = {
  ...{ uuid: id(9), text: 'X', 'character varying': 'X', boolean: false, date: '2026-01-01' },
  ...{ integer: 1, numeric: '1', 'timestamp with time zone': '2026-01-01', jsonb: '{}', ARRAY: '{}' },
};

/** Writes a row with these values and something in all other columns that must have one. */
async function insert(table: string, values: Record<string, unknown>): Promise<void> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select column_name "name", data_type "type" from information_schema.columns where table_name = $1 and is_nullable = 'NO' and column_default is null`,
    [table],
  );
  const row = { ...Object.fromEntries(rows.map(({ name, type }) => [name, FILLERS[type]])), ...values };
  const names = Object.keys(row);
  await client.query(
    `insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(row),
  );
}

it('PRD-46 PRD-94 prices of before belong to the first who sold by them, and channels that catalogues and rules of sale named are on the list', async () => {
  await client.query('drop schema public cascade; drop schema if exists graphile_worker cascade; create schema public');
  await migrateTo(database.url, migrations.find(({ name }) => name.startsWith('M0070'))!.name);
  const tables = [
    ...['offering', 'product', 'tariff_plan', 'tariff_rule', 'tariff_plan_member', 'offering_tariff'],
    ...['catalogue', 'channel_catalogue', 'partner', 'offering_sla_item', 'region'],
    ...['sales_rule', 'sales_rule_kind'],
  ];
  const checks = await client.query<{ sql: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) "sql" from pg_constraint
     where contype = 'c' and conrelid = any($1::regclass[])`,
    [tables],
  );
  // Only what the migration looks at is true to life.
  await client.query('set session_replication_role = replica');
  for (const { sql } of checks.rows) await client.query(sql);
  await insert('region', { id: GUANGDONG, code: '44', path: '/86/44/' });
  await insert('region', { id: SICHUAN, code: '51', path: '/86/51/' });
  await insert('offering', { id: id(10), code: 'SC', level: 'PROVINCE', owner_id: SICHUAN });
  await insert('offering', { id: id(11), code: 'GD', level: 'PROVINCE', owner_id: GUANGDONG });
  for (const [key, code] of [[20, 'OUTER'] as const, [21, 'INNER'] as const, [22, 'UNSOLD'] as const])
    await insert('tariff_plan', { id: id(key), code });
  for (const [key, code] of [[30, 'DEEP'] as const, [31, 'LOOSE'] as const])
    await insert('tariff_rule', { id: id(key), code, product_id: null });
  await insert('product', { id: id(40), code: 'PHONE', level: 'HEADQUARTERS', owner_id: null });
  await insert('tariff_rule', { id: id(32), code: 'STANDARD', product_id: id(40) });
  await insert('tariff_plan_member', { id: id(50), plan_id: id(20), nested_plan_id: id(21), rule_id: null });
  await insert('tariff_plan_member', { id: id(51), plan_id: id(21), nested_plan_id: null, rule_id: id(30) });
  await insert('tariff_plan_member', { id: id(52), plan_id: id(22), nested_plan_id: null, rule_id: id(31) });
  const tie = { tariff_plan_id: id(20) };
  await insert('offering_tariff', { id: id(61), ...tie, offering_id: id(11), created_at: '2025-02-01' });
  await insert('offering_tariff', { id: id(62), ...tie, offering_id: id(10), created_at: '2025-01-01' });
  const channel = { purpose: 'CHANNEL', scope: 'KIOSK', level: 'HEADQUARTERS' };
  await insert('catalogue', { id: id(70), code: 'A', ...channel });
  await insert('catalogue', { id: id(71), code: 'B', ...channel });
  await insert('catalogue', { id: id(72), code: 'C', ...channel, purpose: 'SEGMENT', scope: 'YOUNG' });
  await insert('catalogue', { id: id(73), code: 'D', ...channel, scope: 'P_SHOP' });
  await insert('channel_catalogue', { id: id(80), channel: 'WEB', validity_to: null });
  await insert('channel_catalogue', { id: id(81), channel: 'WEB_HALL', validity_to: null });
  await insert('partner', { id: id(90), code: 'P_SHOP' });
  await insert('sales_rule_kind', { id: id(91), code: 'SALES_CHANNEL' });
  await insert('sales_rule_kind', { id: id(92), code: 'SEGMENT' });
  const rule = { offering_id: id(10), kind_id: id(91) };
  await insert('sales_rule', { id: id(93), ...rule, values: ['KIOSK', 'P_SHOP', 'STAND'] });
  await insert('sales_rule', { id: id(94), ...rule, kind_id: id(92), values: ['YOUNG'] });
  await insert('offering_sla_item', { id: id(95), value: '99' });

  await migrateTo(database.url);

  const owners = async (table: string) =>
    (await client.query(`select "code", "level", "owner_id" "owner" from "${table}" order by 1`)).rows;
  const first = { level: 'PROVINCE', owner: SICHUAN };
  const nobody = { level: null, owner: null };
  expect(await owners('tariff_plan')).toEqual([
    { code: 'INNER', ...first },
    { code: 'OUTER', ...first },
    { code: 'UNSOLD', ...nobody },
  ]);
  expect(await owners('tariff_rule')).toEqual([
    { code: 'DEEP', ...first },
    { code: 'LOOSE', ...nobody },
    { code: 'STANDARD', level: 'HEADQUARTERS', owner: null },
  ]);
  const channels = await client.query(`select "code", "kind" from "sales_channel" where "active" order by "code"`);
  expect(channels.rows).toEqual([
    { code: 'ACCOUNT_MANAGER', kind: 'ACCOUNT_MANAGER' },
    { code: 'CALL_CENTRE', kind: 'HOTLINE' },
    { code: 'COOPERATIVE_HALL', kind: 'HALL' },
    { code: 'KIOSK', kind: 'OTHER' },
    { code: 'OWN_HALL', kind: 'HALL' },
    { code: 'STAND', kind: 'OTHER' },
    { code: 'WEB', kind: 'OTHER' },
    { code: 'WEB_HALL', kind: 'ONLINE' },
  ]);
  const kept = await client.query(
    `select "value"::text, "min", "max", "allowed_values" "set" from "offering_sla_item"`,
  );
  expect(kept.rows).toEqual([{ value: '99', min: null, max: null, set: [] }]);
});
