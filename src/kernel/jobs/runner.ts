import { runMigrations, type Runner, type TaskList } from 'graphile-worker';
import type pg from 'pg';
import type { Database } from '../database/database.js';
import { Wakeup } from '../database/wakeup.js';
import type { Logger } from '../log/log.js';
import { WorkerLife } from './dead-workers.js';
import { handOverJobs } from './hand-over.js';
import type { JobDefinition, Schedule } from './job.js';
import { keepSchedules } from './keep-schedules.js';
import { startWorker, taskList, workerLogger } from './worker.js';

/** How long a job asked for by another process may wait until this one hands it to the queue, in milliseconds. */
const HAND_OVER_MS = 200;
const RETRY_MS = 1000;

/** The sweep looks at the few jobs that are locked, also where very many wait for their time. */
const INDEX_LOCKED = `
  create index if not exists "switchboard_locked_jobs" on "graphile_worker"."_private_jobs" ("locked_by") where "locked_by" is not null`;

/** What {@link startJobs} needs. */
export interface JobOptions {
  database: Database;
  /** Connections for the queue: one for waiting, one per running job's bookkeeping. */
  pool: pg.Pool;
  definitions: readonly JobDefinition[];
  /** When jobs start by themselves. */
  schedules?: readonly Schedule[];
  /** False when this process is to start none of them: others do. */
  byTheClock?: boolean;
  /** Jobs that run at the same time in this process. */
  concurrency: number;
  /** Jobs that wait for outside systems at the same time, beside the others; four times as many when absent. */
  waitingConcurrency?: number;
  log: Logger;
  /** Milliseconds between two looks for dead workers, whose jobs are taken up again after two of them. */
  sweepMs?: number;
}

/**
 * Runs jobs in this process until `stop`, which lets running jobs finish. A job that fails is tried again after exponentially
 * growing pauses, 25 times over about three days; a job whose worker died is taken up by another.
 */
export async function startJobs(options: JobOptions): Promise<{ stop: () => Promise<void> }> {
  const { database, pool, definitions, log } = options;
  let stopping = false;
  // Connections break when the server restarts; without a listener that would end the process. The last ones may still be
  // closing when the database is stopped after the jobs: that is no news.
  pool.on('error', (error) => {
    if (!stopping) log.warn({ err: error }, 'A connection of the job queue broke.');
  });
  pool.on('connect', (client) => client.on('error', () => undefined));
  const known = taskList(definitions, database);
  await runMigrations({ pgPool: pool, logger: workerLogger(log) });
  await pool.query(INDEX_LOCKED);
  if (options.schedules) await keepSchedules(pool, options.schedules);
  const waiting = definitions.filter((definition) => definition.waits);
  const { concurrency, waitingConcurrency = 4 * concurrency } = options;
  const prompt = taskList(
    definitions.filter((definition) => !definition.waits),
    database,
  );
  const runner = new JobRunner(options, { tasks: prompt, concurrency, known });
  const beside = new JobRunner(
    { ...options, schedules: [] },
    { tasks: taskList(waiting, database), concurrency: waitingConcurrency },
  );
  const runners = waiting.length > 0 ? [runner, beside] : [runner];
  for (const each of runners) await each.start();
  const release = database.onCommit(({ jobs }) => jobs && runner.kick());
  return {
    stop: async () => {
      release();
      await Promise.all(runners.map((each) => each.stop()));
      stopping = true;
    },
  };
}

/** What one runner of several in a process does. */
interface Share {
  tasks: TaskList;
  concurrency: number;
  /** All jobs that this process has handlers for, for the runner that hands requests over. */
  known?: TaskList;
}

class JobRunner {
  private readonly wakeup = new Wakeup();
  private readonly stopping = new AbortController();
  private readonly unknown = new Set<string>();
  private worker: { runner: Runner; life: WorkerLife } | undefined;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly options: JobOptions,
    private readonly share: Share,
  ) {}

  kick(): void {
    this.wakeup.kick();
  }

  async start(): Promise<void> {
    const ended = await this.work();
    const { known } = this.share;
    this.running = Promise.all([this.keepWorking(ended), known && this.handOver(known), this.sweep()]);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.kick();
    this.endWorker();
    await this.running;
  }

  /** Asks the present worker to end; one that has ended says so by refusing. */
  private endWorker(): void {
    void this.worker?.runner.stop().catch(() => undefined);
  }

  /** Starts a worker pool. @returns resolves when it has ended, whatever the reason. */
  private async work(): Promise<{ ended: Promise<void> }> {
    const { pool, schedules = [], byTheClock = true, log } = this.options;
    const { tasks, concurrency } = this.share;
    const { runner, id, running, ended } = await startWorker(pool, { tasks, concurrency, schedules, byTheClock }, log);
    const life = new WorkerLife(pool, id, running);
    // Locks of jobs name the worker: an operator finds by this line which process has them.
    log.info({ workerPool: id }, 'This process runs jobs.');
    this.worker = { runner, life };
    // Who stops meanwhile has stopped the worker before this one.
    if (this.stopped) this.endWorker();
    return { ended: ended.finally(() => life.end()) };
  }

  /** The queue's worker ends itself when it cannot write to the database; it must come back with the database. */
  private async keepWorking(first: { ended: Promise<void> }): Promise<void> {
    let current: { ended: Promise<void> } | undefined = first;
    while (!this.stopped) {
      await current?.ended;
      if (this.stopped) return;
      await this.pause(RETRY_MS);
      if (this.stopped) return;
      current = await this.work().catch(() => undefined);
    }
    await current?.ended;
  }

  private async handOver(known: TaskList): Promise<void> {
    const { pool, log } = this.options;
    let failing = false;
    while (!this.stopped) {
      try {
        const { names, more } = await handOverJobs(pool);
        failing = false;
        for (const name of names) {
          if (name in known || this.unknown.has(name)) continue;
          this.unknown.add(name);
          log.warn({ job: name }, 'A job was asked for whose handler this process does not have.');
        }
        if (!more) await this.wakeup.sleep(HAND_OVER_MS);
      } catch (error) {
        if (!failing) log.warn({ err: error }, 'Jobs cannot be handed to the queue; trying again.');
        failing = true;
        await this.pause(RETRY_MS);
      }
    }
  }

  private async sweep(): Promise<void> {
    const { log, sweepMs = 5000 } = this.options;
    while (!this.stopped) {
      const dead = await this.worker!.life.sweep().catch(() => []);
      if (dead.length > 0) log.warn({ workers: dead }, 'Jobs of workers that died are taken up again.');
      await this.pause(sweepMs);
    }
  }

  private get stopped(): boolean {
    return this.stopping.signal.aborted;
  }

  private async pause(ms: number): Promise<void> {
    const { signal } = this.stopping;
    if (signal.aborted) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener('abort', done);
    });
  }
}
