import pg from 'pg';
import { migrateTo } from '../migrations/migrate.js';
import { migrations } from '../migrations/index.js';
import { createTestDatabase } from './database.js';

/** A key for the tests of migrations: the same for the same number. */
export const id = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** What stands in a column that must have a value, by its type. */
const FILLERS: Record<string, unknown> = {
  ...{ uuid: id(999_999), text: 'X', 'character varying': 'X', boolean: false, date: '2026-01-01' },
  ...{ integer: 1, numeric: '1', 'timestamp with time zone': '2026-01-01', jsonb: '{}', ARRAY: '{}' },
};

/** A database with a schema of before, to see what the migrations since then make of its rows. */
export interface PastDatabase {
  client: pg.Client;
  /** Lets rows stand whose references lead nowhere, and drops the checks of these tables but those with one of these columns. */
  loosen(tables?: readonly string[], kept?: readonly string[]): Promise<void>;
  /** Writes a row with these values and something in all other columns that must have one; what it refers to is not there. */
  insert(table: string, values: Record<string, unknown>): Promise<void>;
  /** Runs the migrations that are left. */
  migrate(): Promise<void>;
  /** Drops it. Call it in `afterAll`. */
  end(): Promise<void>;
}

/** Makes an empty database as a migration left it. @param last what the name of that migration begins with, such as `M0063` */
export async function createPastDatabase(last: string): Promise<PastDatabase> {
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query('drop schema public cascade; drop schema if exists graphile_worker cascade; create schema public');
  await migrateTo(database.url, migrations.find(({ name }) => name.startsWith(last))!.name);
  return {
    client,
    loosen: (tables = [], kept = []) => loosen(client, tables, kept),
    insert: (table, values) => insert(client, table, values),
    migrate: async () => void (await migrateTo(database.url)),
    end: async () => {
      await client.end();
      await database.drop();
    },
  };
}

async function loosen(client: pg.Client, tables: readonly string[], kept: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ sql: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) "sql" from pg_constraint
     where contype = 'c' and conrelid = any($1::regclass[])
       and not exists (select 1 from pg_attribute where attrelid = conrelid and attnum = any(conkey) and attname = any($2))`,
    [tables, kept],
  );
  await client.query('set session_replication_role = replica');
  for (const { sql } of rows) await client.query(sql);
}

async function insert(client: pg.Client, table: string, values: Record<string, unknown>): Promise<void> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select column_name "name", data_type "type" from information_schema.columns where table_name = $1 and is_nullable = 'NO' and column_default is null`,
    [table],
  );
  const row: Record<string, unknown> = Object.fromEntries(rows.map(({ name, type }) => [name, FILLERS[type]]));
  // Codes are unique.
  if ('code' in row) row['code'] = values['id'];
  Object.assign(row, values);
  const names = Object.keys(row);
  await client.query(
    `insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(row),
  );
}
