import { createTestDatabase } from './database.js';
import { query } from './query.js';

test('gives each caller a database of its own, in UTF-8, and drops it even while in use', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await query(one.url, 'create table mine (n int)');
  expect(await query(other.url, `select to_regclass('mine') as found`)).toEqual([{ found: null }]);
  expect(await query(one.url, `select to_regclass('mine')::text as found, upper('é') as upper`)).toEqual([
    { found: 'mine', upper: 'É' },
  ]);
  const busy = query(other.url, 'select pg_sleep(20)');
  const cut = expect(busy).rejects.toThrow('terminat');
  while (
    (
      await query(one.url, `select 1 from pg_stat_activity where query like '%pg_sleep(20)' and datname = $1`, [
        new URL(other.url).pathname.slice(1),
      ])
    ).length === 0
  );
  await Promise.all([one.drop(), other.drop()]);
  await cut;
  await expect(query(one.url, 'select 1')).rejects.toMatchObject({ code: '3D000' });
});
