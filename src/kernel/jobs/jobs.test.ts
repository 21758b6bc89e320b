/** @isolated: it declares a noun of its own. */
import pg from 'pg';
import { pino } from 'pino';
import { createKernelDatabase, type KernelDatabase } from '../../testing/kernel-database.js';
import { sleep, until } from '../../testing/until.js';
import { systemCaller } from '../access/caller.js';
import type { Database } from '../database/database.js';
import { defineJob, type JobDefinition, type JobRun, type NewJob } from './job.js';
import { startJobs } from './runner.js';

const log = pino({ level: 'silent' });
const context = { caller: systemCaller('test'), requestId: 'request' };

let kernel: KernelDatabase;
let database: Database;
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  kernel = await createKernelDatabase();
  database = kernel.database;
});

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await database.pool.query('delete from job_request; delete from graphile_worker._private_jobs');
});

afterAll(() => kernel?.end());

async function start(definitions: JobDefinition[], on = database, concurrency = 3) {
  const jobs = await startJobs({ database: on, pool: on.pool, definitions, concurrency, log, sweepMs: 300 });
  stops.push(jobs.stop);
  return jobs;
}

const ask = (...jobs: NewJob[]) => database.write(context, async (tx) => jobs.forEach((job) => tx.enqueue(job)));
const queued = async () =>
  (await database.pool.query('select * from graphile_worker.jobs')).rows as Record<string, unknown>[];

describe('jobs', () => {
  it('runs a job once, soon after the commit, as the system', async () => {
    const runs: { payload: unknown; subject: string; job: JobRun; at: number }[] = [];
    await start([
      defineJob(
        'once',
        async (payload, { caller }, job) => void runs.push({ payload, subject: caller.subject, job, at: Date.now() }),
      ),
    ]);
    await ask({ name: 'once', payload: { id: 'x', quantity: 2 } });
    const asked = Date.now();
    await until(() => runs.length === 1);
    expect(runs[0]).toMatchObject({ payload: { id: 'x', quantity: 2 }, subject: 'job:once', job: { attempt: 1 } });
    expect(runs[0]!.at - asked).toBeLessThan(5_000);
    await until(async () => (await queued()).length === 0);
    await sleep(300);
    expect(runs).toHaveLength(1);
  });

  it('does not run a job whose transaction is rolled back', async () => {
    const runs: unknown[] = [];
    await start([defineJob('never', async (payload) => void runs.push(payload))]);
    const failed = database.write(context, async (tx) => {
      tx.enqueue({ name: 'never', payload: {} });
      await tx.finish();
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    await sleep(400);
    expect(runs).toEqual([]);
    expect(await queued()).toEqual([]);
  });

  it('tries a failed job again, later each time, under the same id', async () => {
    const runs: JobRun[] = [];
    const fails = async (_payload: unknown, _context: unknown, job: JobRun) => {
      runs.push(job);
      if (job.attempt === 1) throw new Error('not yet');
    };
    await start([defineJob('fails', fails)]);
    await ask({ name: 'fails', payload: {} });
    await until(async () => (await queued()).some((job) => job.last_error !== null && job.locked_at === null));
    const [waiting] = await queued();
    expect(waiting!.last_error).toContain('not yet');
    expect((waiting!.run_at as Date).getTime() - (waiting!.updated_at as Date).getTime()).toBeGreaterThan(1000);
    await until(() => runs.length === 2);
    expect(runs.map((job) => job.attempt)).toEqual([1, 2]);
    expect(runs[1]!.id).toBe(runs[0]!.id);
    await until(async () => (await queued()).length === 0);
  });

  it('replaces a waiting job with the same key, whether in one transaction or a later one', async () => {
    const runs: unknown[] = [];
    await start([defineJob('keyed', async (payload) => void runs.push(payload))]);
    const runAt = new Date(Date.now() + 3_600_000);
    await ask(
      { name: 'keyed', payload: { n: 1 }, key: 'k', runAt },
      { name: 'keyed', payload: { n: 2 }, key: 'k', runAt },
    );
    await until(async () => (await queued()).length === 1);
    await ask({ name: 'keyed', payload: { n: 3 }, key: 'k' });
    await until(() => runs.length === 1);
    await until(async () => (await queued()).length === 0);
    expect(runs).toEqual([{ n: 3 }]);
  });

  it('runs the jobs of one queue one after another, in their order', async () => {
    const runs: unknown[] = [];
    let running = 0;
    let most = 0;
    const slow = async ({ n }: { n: number }) => {
      most = Math.max(most, ++running);
      await sleep(5);
      running--;
      runs.push(n);
    };
    await start([defineJob('queued', slow)]);
    await ask(...Array.from({ length: 12 }, (_, n) => ({ name: 'queued', payload: { n }, queue: 'q' })));
    const asked = Date.now();
    await until(() => runs.length === 12);
    expect(Date.now() - asked).toBeLessThan(9_000);
    expect(most).toBe(1);
    expect(runs).toEqual(Array.from({ length: 12 }, (_, n) => n));
  });

  it('lets running jobs finish before it stops', async () => {
    let begun = false;
    let finished = false;
    const slow = async () => {
      begun = true;
      await sleep(600);
      finished = true;
    };
    const jobs = await start([defineJob('slow', slow)]);
    await ask({ name: 'slow', payload: {} });
    await until(() => begun);
    stops.length = 0;
    await jobs.stop();
    expect(finished).toBe(true);
    expect(await queued()).toEqual([]);
  });

  it('goes on when its connections are terminated in the middle of a job', async () => {
    const runs: unknown[] = [];
    let begun = () => {};
    const started = new Promise<void>((resolve) => (begun = resolve));
    const cut = async ({ n }: { n: number }) => {
      begun();
      await sleep(100);
      runs.push(n);
    };
    await start([defineJob('cut', cut)]);
    await ask({ name: 'cut', payload: { n: 1 } });
    await started;
    const client = new pg.Client(database.pool.options);
    await client.connect();
    const cutAll = async () =>
      client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
    await cutAll();
    await sleep(100);
    await cutAll();
    await client.end();
    await until(() =>
      ask({ name: 'cut', payload: { n: 2 } }).then(
        () => true,
        () => false,
      ),
    );
    await until(() => runs.includes(2), 15_000);
    await until(async () => (await queued()).length === 0, 15_000);
    expect(runs).toContain(1);
  });

  it('goes on when the end of one job could not be written while others ran', async () => {
    const runs: number[] = [];
    const ends = new Map<number, () => void>();
    const held = async ({ n }: { n: number }) => {
      runs.push(n);
      // The first is done again, because its end was not written.
      if (!ends.has(n)) await new Promise<void>((resolve) => ends.set(n, resolve));
    };
    const jobs = await start([defineJob('held', held)], database, 4);
    await ask(...[1, 2, 3, 4].map((n) => ({ name: 'held', payload: { n } })));
    await until(() => runs.length === 4);
    await database.pool.query(`
      create function refuse_ends() returns trigger language plpgsql as $$ begin raise 'not now'; end $$;
      create trigger refuse_ends before delete on graphile_worker._private_jobs execute function refuse_ends()`);
    ends.get(1)!();
    // The worker gives up when the end of the first is refused; those of the others are written after that.
    await sleep(300);
    await database.pool.query('drop function refuse_ends cascade');
    for (const n of [2, 3]) {
      ends.get(n)!();
      await until(async () => (await queued()).length === 4 - n + 1);
    }
    ends.get(4)!();
    await ask({ name: 'held', payload: { n: 5 } });
    await until(() => runs.includes(5));
    ends.get(5)!();
    await jobs.stop();
  });

  it('takes up the job of a worker that died, and leaves that of a living one', async () => {
    let runs = 0;
    const long = async () => {
      runs++;
      await sleep(1500);
    };
    await start([defineJob('long', long)]);
    await ask({ name: 'long', payload: {} });
    await until(() => runs === 1);
    const other = await kernel.another();
    const taken: unknown[] = [];
    await start([defineJob('orphan', async (payload) => void taken.push(payload))], other);
    await database.pool.query(`select graphile_worker.add_job('orphan', '{"n": 1}')`);
    await database.pool.query(
      `select graphile_worker.add_job('orphan', '{"n": 2}', run_at => now() + interval '1 hour')`,
    );
    await until(() => taken.length === 1);
    await database.pool.query(
      `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'pool-dead', run_at = now() where locked_by is null`,
    );
    await until(() => taken.length === 2);
    expect(taken[1]).toEqual({ n: 2 });
    await until(async () => (await queued()).length === 0);
    expect(runs).toBe(1);
  });

  it('takes up a job that was handed to it and never arrived, and leaves those that it runs', async () => {
    let runs = 0;
    const taken: unknown[] = [];
    const long = async () => {
      runs++;
      await sleep(2000);
    };
    await start([defineJob('long', long), defineJob('lost', async (payload) => void taken.push(payload))]);
    await ask(
      { name: 'long', payload: {} },
      { name: 'lost', payload: { n: 1 }, queue: 'q', runAt: new Date(Date.now() + 3_600_000) },
    );
    await until(async () => runs === 1 && (await queued()).length === 2);
    await database.pool.query(`
      with w as (select locked_by from graphile_worker._private_jobs where locked_by is not null limit 1),
        q as (update graphile_worker._private_job_queues set locked_at = now(), locked_by = (select locked_by from w))
      update graphile_worker._private_jobs set locked_at = now(), run_at = now(), locked_by = (select locked_by from w) where locked_by is null`);
    await until(() => taken.length === 1);
    await until(async () => (await queued()).length === 0);
    expect(runs).toBe(1);
  });

  it('is not kept waiting by jobs that wait for others', async () => {
    const runs: string[] = [];
    let free = () => {};
    const gate = new Promise<void>((resolve) => (free = resolve));
    await start([
      defineJob('patient', () => gate, { waits: true }),
      defineJob('prompt', async () => void runs.push('prompt')),
    ]);
    await ask(...Array.from({ length: 20 }, () => ({ name: 'patient', payload: {} })), { name: 'prompt', payload: {} });
    await until(() => runs.length === 1);
    free();
    await until(async () => (await queued()).length === 0);
  });

  it('starts jobs by schedule, and refuses a schedule that is none', async () => {
    const definitions = [defineJob('hourly', async () => undefined)];
    const schedules = [{ name: 'test.hourly', cron: '7 * * * *', job: 'hourly', description: 'For the test.' }];
    const jobs = await startJobs({ database, pool: database.pool, definitions, schedules, concurrency: 1, log });
    stops.push(jobs.stop);
    const known = async () =>
      (await database.pool.query('select identifier from graphile_worker._private_known_crontabs')).rows;
    await until(async () => (await known()).length === 1);
    expect(await known()).toEqual([{ identifier: 'test.hourly' }]);
    const listed = 'select code, cron, job, description from job_schedule';
    expect((await database.pool.query(listed)).rows).toEqual([
      { code: 'test.hourly', cron: '7 * * * *', job: 'hourly', description: 'For the test.' },
    ]);
    const wrong = [{ ...schedules[0]!, cron: 'every hour' }];
    await expect(
      startJobs({ database, pool: database.pool, definitions, schedules: wrong, concurrency: 1, log }),
    ).rejects.toThrow();
  });
});
