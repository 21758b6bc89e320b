/** @isolated: it declares a noun of its own. */
import type pg from 'pg';
import { createKernelDatabase, type KernelDatabase } from '../../testing/kernel-database.js';
import { until } from '../../testing/until.js';
import { LockSession } from './lock-session.js';

let kernel: KernelDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  kernel = await createKernelDatabase();
  pool = kernel.database.pool;
});
afterAll(() => kernel?.end());

const open = (lock: string) => new LockSession({ pool, lock });
const isFree = async (lock: string) => {
  const other = open(lock);
  const got = await other.acquire();
  await other.close();
  return got !== undefined;
};

describe('a session that holds a lock', () => {
  it('has it alone, and leaves it to another when it is closed', async () => {
    const [one, other] = [open('alone'), open('alone')];
    expect(await one.acquire()).toBeDefined();
    expect(await other.acquire()).toBeUndefined();
    await one.close();
    await until(async () => (await other.acquire()) !== undefined);
    await other.close();
  });

  it('takes none any more once it is closed', async () => {
    const session = open('closed');
    await session.close();
    expect(await session.acquire()).toBeUndefined();
    expect(await isFree('closed')).toBe(true);
  });

  it('keeps none that it gets while it is closed', async () => {
    const sessions = Array.from({ length: 20 }, (_, n) => ({ lock: `race.${n}`, session: open(`race.${n}`) }));
    await Promise.all(
      sessions.map(async ({ session }, n) => {
        const asked = session.acquire().catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, n));
        await session.close();
        await asked;
      }),
    );
    for (const { lock } of sessions) await until(() => isFree(lock));
  });
});
