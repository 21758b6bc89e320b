import type { TestGraph } from './graph.js';
import { sleep } from './until.js';

/** A clock that a test moves, also back. */
export interface VirtualClock {
  now(): Date;
  /** Sets the clock; nothing happens by it. */
  set(at: Date | string): void;
  /** Moves the clock on, and lets all jobs run that have come due by it, until none is left. */
  advance(minutes: number): Promise<void>;
  /** Lets jobs run that are due by the clock. */
  settle(): Promise<void>;
  /** Gives this clock to a graph that was started anew. */
  give(): void;
  /** Gives the graph its own clock back. */
  stop(): void;
}

const WAITING = `select (select count(*) from "job_request") + (select count(*) from "graphile_worker"."jobs" where "run_at" <= $1) as "n"`;
const WAKE = `update "graphile_worker"."_private_jobs" set "run_at" = now() where "run_at" > now() and "run_at" <= $1`;
const STEP_MS = 20;
const MAX_MS = 20_000;

/** Gives a graph a clock that stands still until it is moved. Jobs go through the queue as ever; those of the future are only told that it has come. */
export function virtualClock(graph: Pick<TestGraph, 'database'>, start: Date | string): VirtualClock {
  let at = new Date(start);
  const give = () => void (graph.database.clock = () => new Date(at));
  give();
  const settle = async () => {
    const { database } = graph;
    for (const end = Date.now() + MAX_MS; ; await sleep(STEP_MS)) {
      await database.pool.query(WAKE, [at]);
      const { rows } = await database.pool.query<{ n: string }>(WAITING, [at]);
      if (rows[0]!.n === '0') return;
      if (Date.now() > end) throw new Error(`${rows[0]!.n} jobs that are due have not run.`);
    }
  };
  return {
    now: () => new Date(at),
    set: (to) => void (at = new Date(to)),
    advance: (minutes) => {
      at = new Date(at.getTime() + minutes * 60_000);
      return settle();
    },
    ...{ settle, give },
    stop: () => void (graph.database.clock = () => new Date()),
  };
}
