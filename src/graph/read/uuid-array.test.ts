import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../testing/database.js';
import { uuidArray } from './uuid-array.js';

let test: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  test = await createTestDatabase();
  client = new pg.Client({ connectionString: test.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await test.drop();
});

it.each([0, 1, 2, 700])('PostgreSQL reads %i keys as they were', async (count) => {
  const keys = Array.from({ length: count }, () => randomUUID() as string);
  const { rows } = await client.query(
    'select array(select unnest($1::uuid[])::text) as "read", $2::uuid = any($1::uuid[]) as "has"',
    [uuidArray(keys), keys.at(-1) ?? randomUUID()],
  );
  expect(rows).toEqual([{ read: keys, has: count > 0 }]);
  expect(uuidArray(keys)).toBe(uuidArray(keys));
});
