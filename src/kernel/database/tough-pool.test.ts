/** @isolated: it declares a noun of its own. */
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../testing/database.js';
import { Sample } from '../../testing/kernel-database.js';
import { query } from '../../testing/query.js';
import { until } from '../../testing/until.js';
import { systemCaller } from '../access/caller.js';
import { eventEntities } from '../events/index.js';
import { jobEntities } from '../jobs/index.js';
import { connectDatabase } from './connect.js';
import { toughen } from './tough-pool.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test?.drop());

const OTHERS = 'pid <> pg_backend_pid() and datname = current_database()';
const endAll = () => query(test.url, `select pg_terminate_backend(pid) from pg_stat_activity where ${OTHERS}`);
const busy = async () =>
  (await query(test.url, `select 1 from pg_stat_activity where ${OTHERS} and wait_event = 'PgSleep'`)).length;

describe('a tough pool', () => {
  it('gets back what broke while it was lent, although its holder never returns it', async () => {
    const pool = toughen(new pg.Pool({ connectionString: test.url, max: 1 }));
    const lent = await pool.connect();
    await endAll();
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    expect(() => lent.release()).not.toThrow();
    await pool.end();
  });

  it('takes each connection back once, so that it is never lent to two', async () => {
    const pool = toughen(new pg.Pool({ connectionString: test.url, max: 1 }));
    const first = await pool.connect();
    const returnFirst = first.release;
    returnFirst();
    const second = await pool.connect();
    returnFirst();
    expect([pool.idleCount, pool.totalCount]).toEqual([0, 1]);
    second.release();
    const [client, release] = await new Promise<[pg.PoolClient, () => void]>((resolve, reject) =>
      pool.connect((error, lent, giveBack) => (lent ? resolve([lent, giveBack]) : reject(error as Error))),
    );
    await client.query('select 1');
    release();
    release();
    expect([pool.idleCount, pool.totalCount]).toEqual([1, 1]);
    await pool.end();
  });
});

describe('a database', () => {
  it('is used again after all its connections broke in the middle of transactions, again and again', async () => {
    const entities = [Sample, ...eventEntities, ...jobEntities];
    const database = await connectDatabase({ url: test.url, entities, poolSize: 2, statementTimeoutMs: 20_000 });
    const context = { caller: systemCaller('test'), requestId: 'r' };
    const sleepers = () =>
      Array.from({ length: 2 }, () =>
        database.write(context, (tx) => tx.em.execute('select pg_sleep(10)')).catch((error: Error) => error),
      );
    for (let round = 0; round < 3; round++) {
      const broken = sleepers();
      await until(async () => (await busy()) === 2);
      await endAll();
      for (const outcome of await Promise.all(broken)) expect(outcome).toBeInstanceOf(Error);
    }
    await expect(database.write(context, (tx) => tx.em.execute('select 1 as one'))).resolves.toEqual([{ one: 1 }]);
    await database.close();
  });

  it('takes what a write has locked from it when it says nothing more, as a halted server does, and goes on', async () => {
    const entities = [Sample, ...eventEntities, ...jobEntities];
    const options = { url: test.url, entities, poolSize: 2, statementTimeoutMs: 20_000, idleWriteMs: 300 };
    const database = await connectDatabase(options);
    const context = { caller: systemCaller('test'), requestId: 'r' };
    const lock = `select pg_advisory_xact_lock(4711)`;
    let halted!: () => void;
    const holds = new Promise<void>((resolve) => (halted = resolve));
    let goOn!: () => void;
    const resumed = new Promise<void>((resolve) => (goOn = resolve));
    const stalled = database
      .write(context, async (tx) => {
        await tx.em.execute(lock);
        halted();
        await resumed;
        await tx.em.execute('select 1');
      })
      .catch((error: Error) => error);
    await holds;
    await expect(database.write(context, (tx) => tx.em.execute(`${lock}, 2 as two`))).resolves.toMatchObject([
      { two: 2 },
    ]);
    goOn();
    expect(await stalled).toBeInstanceOf(Error);
    await expect(database.write(context, (tx) => tx.em.execute('select 1 as one'))).resolves.toEqual([{ one: 1 }]);
    await database.close();
  });
});
