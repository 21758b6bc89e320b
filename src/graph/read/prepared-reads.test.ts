import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../testing/database.js';
import { PreparedReads } from './prepared-reads.js';

let test: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  test = await createTestDatabase();
  pool = new pg.Pool({ connectionString: test.url, max: 1 });
});
afterAll(async () => {
  await pool?.end();
  await test?.drop();
});

const statement = (number: number) => ({ name: `read-${number}`, text: `select $1::int + ${number}`, values: [1] });
const prepared = async (): Promise<string[]> =>
  (await pool.query<{ name: string }>('select name from pg_prepared_statements order by prepare_time')).rows.map(
    ({ name }) => name,
  );

it('prepares a statement when it comes again, and lets the one not asked for longest make room', async () => {
  const reads = new PreparedReads(pool, 3);
  const run = async (number: number, again = true) => (await reads.run(statement(number), again)).rows[0]![0] as number;
  for (let number = 0; number < 20; number++) expect(await run(number, false)).toBe(number + 1);
  expect(await prepared()).toEqual([]);
  for (const number of [1, 2, 3, 1, 4]) expect(await run(number)).toBe(number + 1);
  expect((await prepared()).sort()).toEqual(['read-1', 'read-3', 'read-4']);
  expect(await run(2)).toBe(3);
  expect((await prepared()).sort()).toEqual(['read-1', 'read-2', 'read-4']);
});

it('goes on with a connection of its own after a statement that failed', async () => {
  const reads = new PreparedReads(pool, 3);
  await expect(reads.run({ name: 'wrong', text: 'select 1 / $1::int', values: [0] }, true)).rejects.toMatchObject({
    code: '22012',
  });
  expect((await reads.run(statement(5), true)).rows).toEqual([[6]]);
  expect(await prepared()).toEqual(['read-5']);
});
