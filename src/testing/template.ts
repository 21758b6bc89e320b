import { query } from './query.js';

/** One run of the tests on one PostgreSQL. */
export interface TestRun {
  /** Connection URL with the right to create databases. */
  url: string;
  /** Distinguishes this run's databases from those of others on the same server. */
  id: string;
}

const oldest = 15;

/**
 * Creates the template database of a run and migrates it.
 *
 * @param migrate brings the database behind a connection URL to the newest schema, and closes its connections.
 * @returns the name of the template.
 */
export async function createTemplate(run: TestRun, migrate: (url: string) => Promise<void>): Promise<string> {
  const name = `${prefix(run)}template`;
  const version = await serverVersion(run.url);
  if (version < oldest)
    throw new Error(`TEST_DATABASE_URL names PostgreSQL ${version}; the tests need ${oldest} or later.`);
  // The same characters and order as in the embedded server, which older servers have from the system's C library only.
  const locale =
    version >= 17 ? `locale_provider builtin builtin_locale 'C.UTF-8'` : `lc_collate 'C' lc_ctype 'C.UTF-8'`;
  await query(run.url, `create database ${name} template template0 encoding 'UTF8' ${locale}`);
  const url = new URL(run.url);
  url.pathname = `/${name}`;
  await migrate(url.href);
  // A database with a connection cannot be copied.
  await query(run.url, `alter database ${name} with allow_connections false is_template true`);
  return name;
}

/** Drops the databases of a run: its template, and what tests left. */
export async function dropRun(run: TestRun): Promise<void> {
  const left = await query(run.url, 'select datname, datistemplate from pg_database where starts_with(datname, $1)', [
    prefix(run),
  ]);
  for (const { datname, datistemplate } of left) {
    if (datistemplate) await query(run.url, `alter database ${datname} with is_template false`);
    await query(run.url, `drop database ${datname} with (force)`);
  }
}

async function serverVersion(url: string): Promise<number> {
  const [row] = await query(url, `select current_setting('server_version_num')::int / 10000 as version`);
  return Number(row?.version);
}

function prefix(run: TestRun): string {
  return `switchboard_test_${run.id}_`;
}
