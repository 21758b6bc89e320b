import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  Logger as WorkerLogger,
  parseCronItems,
  run,
  type Runner,
  type TaskList,
  type WorkerEvents,
  type WorkerPool,
} from 'graphile-worker';
import type pg from 'pg';
import type { Database } from '../database/database.js';
import type { Logger } from '../log/log.js';
import type { JobDefinition, Schedule } from './job.js';

/**
 * The queue writes a job's end in the background and looks for the next one meanwhile, so the next of the same named queue would
 * wait for the poll. This long after an end its row is written, or else soon after; then a worker is sent to look again.
 */
const LOOK_AGAIN_MS = [10, 100];

/**
 * Ends of jobs are written in batches, which here are made at once: batches are awaited when the pool stops, and a batch that
 * cannot be written stops the pool (and the runner starts another), where a single write that fails would end the process.
 */
const preset = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };

/** A pool that shuts down has written what it will write about its jobs this long after the last of them ended. */
const LAST_WRITES_MS = 2000;
const LOOK_MS = 100;

/** How late a job may begin that waited for its time or for its next attempt, in milliseconds. */
const POLL_MS = 1000;

/** The queue's log in ours; what it says about each job is detail. */
export function workerLogger(log: Logger): WorkerLogger {
  const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;
  return new WorkerLogger(
    (scope) => (level, message, meta) =>
      log[levels[level as keyof typeof levels] ?? 'debug']({ ...scope, err: meta?.['error'] }, message),
  );
}

/** Handlers as tasks of the queue, each run with a context of its own. */
export function taskList(definitions: readonly JobDefinition[], database: Database): TaskList {
  const tasks: TaskList = {};
  for (const { name, run: handle } of definitions) {
    if (tasks[name]) throw new Error(`Two jobs are named ${name}.`);
    tasks[name] = async (payload, { job, abortSignal }) => {
      const attempt = { id: job.id, attempt: job.attempts, signal: abortSignal };
      await handle(payload as Record<string, unknown>, database.systemContext(`job:${name}`), attempt);
    };
  }
  return tasks;
}

/** What a worker pool is to do. */
export interface WorkerOptions {
  tasks: TaskList;
  /** Jobs that run at the same time. */
  concurrency: number;
  schedules: readonly Schedule[];
  /** Whether this pool starts them. */
  byTheClock: boolean;
}

/** A worker pool at work. */
export interface StartedWorker {
  runner: Runner;
  /** Under which it locks jobs. */
  id: string;
  /** Ids of the jobs that it runs now. */
  running: ReadonlySet<string>;
  /** Resolves when the pool has ended, whatever the reason; never rejects. */
  ended: Promise<void>;
}

/** Starts one worker pool of the queue. */
export async function startWorker(
  pool: pg.Pool,
  { tasks, concurrency, schedules, byTheClock }: WorkerOptions,
  log: Logger,
): Promise<StartedWorker> {
  const events: WorkerEvents = new EventEmitter();
  const running = new Set<string>();
  let id = '';
  events.on('pool:create', ({ workerPool }) => (id = workerPool.id));
  events.on('job:complete', ({ worker, job }) => {
    running.delete(job.id);
    if (job.job_queue_id !== null)
      for (const ms of LOOK_AGAIN_MS) setTimeout(() => lookAgain(worker.workerPool), ms).unref();
  });
  events.on('job:start', ({ job }) => running.add(job.id));
  events.on('job:failed', ({ job, error }) =>
    log.error({ job: job.id, task: job.task_identifier, err: error }, 'A job has failed for good.'),
  );
  const shutDown = new Promise<void>((resolve) =>
    events.once('pool:gracefulShutdown', () => void atRest(running).then(resolve)),
  );
  const logger = workerLogger(log);
  // Read also by a pool that starts none, so that a wrong one is found wherever the server runs.
  const times = parseCronItems(
    schedules.map(({ name, cron, job }) => ({ task: job, match: cron, identifier: name, options: { jobKey: name } })),
  );
  const timing = { concurrency, pollInterval: POLL_MS };
  const runner = await run({
    preset,
    pgPool: pool,
    taskList: tasks,
    ...timing,
    noHandleSignals: true,
    // The queue sees to it that of several servers one starts the job, and that each time is kept once.
    parsedCronItems: byTheClock ? times : [],
    events,
    logger,
  });
  const failed = (error: unknown) => log.error({ err: error }, 'The job worker stopped by a fault.');
  return { runner, id, running, ended: Promise.race([runner.promise.catch(failed), shutDown]) };
}

/**
 * Resolves when a pool that shuts down is at rest. After a write that failed, the queue's count of its batches is wrong, and its own
 * promise waits for ever for one that was made long ago: no job of this process would run again, and the process could not stop.
 */
async function atRest(running: ReadonlySet<string>): Promise<void> {
  for (let calm = 0; calm < LAST_WRITES_MS; calm = running.size > 0 ? 0 : calm + LOOK_MS)
    await sleep(LOOK_MS, undefined, { ref: false });
}

/** Sends a worker to look; a pool that ends meanwhile has none, and says so by throwing. */
function lookAgain(workerPool: Pick<WorkerPool, 'nudge'>): void {
  try {
    workerPool.nudge(1);
  } catch {
    // Whoever starts the next pool looks anyway.
  }
}
