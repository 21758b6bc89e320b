import type { CallContext } from '../database/context.js';
import type { EventMatch } from '../events/index.js';
import type { NewJob } from './job.js';

/** After how long a job is asked for again when the database did not take it, in milliseconds. */
const AGAIN_MS = 1_000;

/** A job that takes up what has happened. */
export interface GatheringJob {
  /** Which events it is about. */
  match: EventMatch;
  /** How long events are gathered before the job, in milliseconds. */
  gatherMs: () => number;
  /** Statement that gives a row while anybody wants the job at all, with the name under which it is prepared. */
  wanted: { name: string; text: string };
  /** The job; its key makes one of those that several processes ask for. */
  job: NewJob;
}

/**
 * Asks for a job soon after something happened: once for all that happens meanwhile. Every process does; the queue makes one job of it. What
 * a process that dies leaves out, a schedule has to bring.
 * @returns ends it
 */
export function askAfterEvents(
  context: CallContext,
  { match, gatherMs, wanted, job }: GatheringJob,
): () => Promise<void> {
  const { caller, database, feed } = context;
  let timer: NodeJS.Timeout | undefined;
  let asking: Promise<void> = Promise.resolve();
  let ended = false;
  const ask = async () => {
    timer = undefined;
    const { rowCount } = await database.pool.query(wanted);
    if (rowCount) await database.write(context, async (tx) => tx.enqueue(job));
  };
  const askIn = (ms: number) => {
    if (ended) return;
    timer ??= setTimeout(() => (asking = ask().catch(() => askIn(AGAIN_MS))), ms).unref();
  };
  const release = feed.tail.listen({ caller, match }, () => askIn(gatherMs()));
  return async () => {
    ended = true;
    release();
    clearTimeout(timer);
    await asking;
  };
}
