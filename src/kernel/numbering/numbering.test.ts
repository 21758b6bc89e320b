import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../testing/database.js';
import { formatNumber, takeNumber, takeNumbers } from './index.js';

describe('numbering', () => {
  let database: TestDatabase;
  let here: { pool: pg.Pool };
  let there: { pool: pg.Pool };

  beforeAll(async () => {
    database = await createTestDatabase();
    here = { pool: new pg.Pool({ connectionString: database.url, max: 4 }) };
    there = { pool: new pg.Pool({ connectionString: database.url, max: 4 }) };
  });
  afterAll(async () => {
    await Promise.all([here.pool.end(), there.pool.end()]);
    await database.drop();
  });

  test('MOD-79 hands out each number once to many callers in two processes', async () => {
    const calls = Array.from({ length: 200 }, (_, index) => takeNumber(index % 2 ? here : there, 'shared'));
    const numbers = await Promise.all(calls);
    expect(new Set(numbers).size).toBe(200);
    expect(Math.min(...numbers)).toBe(1);
  });

  test('MOD-79 counts one by one within a process, and every sequence by itself', async () => {
    const own: number[] = [];
    for (let index = 0; index < 40; index++) own.push(await takeNumber(here, 'alone'));
    expect(own).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect(await takeNumber(here, 'another')).toBe(1);
  });

  test('MOD-79 reserves numbers in a row for bulk work', async () => {
    const first = await takeNumbers(here, 'bulk', 1000);
    expect(first).toBe(1);
    expect(await takeNumber(there, 'bulk')).toBe(1001);
  });

  test('goes on after a failure of the database', async () => {
    const broken = {
      pool: new pg.Pool({ connectionString: database.url.replace(/\/[^/]*$/, '/no_such_database'), max: 1 }),
    };
    await expect(takeNumber(broken, 'x')).rejects.toThrow();
    await broken.pool.end();
    await expect(takeNumber(here, 'x')).resolves.toBe(1);
  });

  test('prints numbers that people read', () => {
    expect(formatNumber('C4401', 12)).toBe('C4401-00000012');
  });
});
