import type { CallContext } from '../database/context.js';

/** A job that a transaction asks for; it runs at least once, so its handler must be idempotent. */
export interface NewJob {
  /** Name of a handler given to `defineJob`. */
  name: string;
  /** JSON payload; ids, never whole records. */
  payload: Record<string, unknown>;
  /** Earliest moment; at once when absent. */
  runAt?: Date;
  /** A waiting job with the same key is replaced instead of doubled. */
  key?: string;
  /** Jobs of one queue run one after another. */
  queue?: string;
}

/** One attempt to run a job. */
export interface JobRun {
  /** Id of the job, the same at each attempt: the idempotency key for effects outside the database. */
  id: string;
  /** 1 for the first attempt. */
  attempt: number;
  /** Fires when the process is stopping and the handler should come to an end. */
  signal: AbortSignal;
}

/** A handler of jobs by name. It opens its own transactions through the context, as the system. */
export interface JobDefinition<Payload = Record<string, unknown>> {
  name: string;
  run: (payload: Payload, context: CallContext, job: JobRun) => Promise<void>;
  /** True for one that mostly waits for outside systems: it runs beside the others, so that it cannot keep them waiting. */
  waits?: boolean;
}

/** Types a handler by its payload. */
export function defineJob<Payload extends Record<string, unknown>>(
  name: string,
  run: JobDefinition<Payload>['run'],
  options: Pick<JobDefinition, 'waits'> = {},
): JobDefinition {
  return { name, run: run as JobDefinition['run'], ...options };
}

/** A job that runs again and again, once at each time over all servers. */
export interface Schedule {
  /** Names the schedule for good. */
  name: string;
  /** Minute, hour, day of the month, month and day of the week, in UTC, such as `17 3 * * *`. */
  cron: string;
  /** Name of the job that it starts. */
  job: string;
  /** What it is for, for operators. */
  description: string;
}
