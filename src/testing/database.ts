import { randomBytes } from 'node:crypto';
import { query } from './query.js';
import { setting } from './setting.js';

/** A database of a test file's own, with the newest schema and no rows but those of the migrations. */
export interface TestDatabase {
  /** Connection URL, as a superuser of the test server. */
  url: string;
  /** Drops it, ending what is still connected. */
  drop(): Promise<void>;
}

/** Copies the template of this run under a unique name, file by file, which is many times faster than through the log. Call it in `beforeAll`, and `drop` in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = setting('SWITCHBOARD_TEST_SERVER');
  const template = setting('SWITCHBOARD_TEST_TEMPLATE');
  const name = template.replace(/template$/, randomBytes(6).toString('hex'));
  await query(server, `create database ${name} template ${template} strategy file_copy`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: async () => void (await query(server, `drop database if exists ${name} with (force)`)),
  };
}
