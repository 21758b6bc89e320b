import type pg from 'pg';
import { LockSession } from '../database/lock-session.js';

const LOCK_PREFIX = 'switchboard.worker.';

/** Workers that hold jobs although nobody holds their lock. The locks tried here end with the statement. */
const WITHOUT_LOCK = `
  select "w"."locked_by" as "id" from (select distinct "locked_by" from "graphile_worker"."jobs" where "locked_by" is not null) "w"
  where pg_try_advisory_xact_lock(hashtextextended('${LOCK_PREFIX}' || "w"."locked_by", 0))`;

/** Jobs that this worker holds, by the table. */
const OWN = `select "id" from "graphile_worker"."jobs" where "locked_by" = $1`;

/** Unlocks some jobs of a worker, and their queues; the queue itself has a function only for all jobs of a worker. */
const UNLOCK = `
  with "freed" as (
    update "graphile_worker"."_private_jobs" set "locked_at" = null, "locked_by" = null where "id" = any($1::bigint[]) and "locked_by" = $2
    returning "job_queue_id"
  )
  update "graphile_worker"."_private_job_queues" "q" set "locked_at" = null, "locked_by" = null
  from "freed" where "q"."id" = "freed"."job_queue_id" and "q"."locked_by" = $2`;

/** Jobs that were replaced while they ran, by one with the same key, and then lost their worker: the queue runs them no second time. */
const REPLACED = `
  select "graphile_worker"."complete_jobs"(array(select "id" from "graphile_worker"."jobs"
    where "key" is null and "attempts" >= "max_attempts" and "last_error" is null and "locked_at" is null))`;

/**
 * Shows that this worker is alive by a lock that ends with its process, and gives the jobs of dead workers back to the queue.
 * A worker counts as dead when two sweeps in a row find it without its lock: a live one that lost its connection takes it again
 * between them.
 */
export class WorkerLife {
  private readonly session: LockSession;
  private suspects = new Set<string>();
  private unheard = new Set<string>();

  constructor(
    pool: pg.Pool,
    private readonly workerId: string,
    private readonly running: ReadonlySet<string>,
  ) {
    this.session = new LockSession({ pool, lock: LOCK_PREFIX + workerId });
  }

  /** Keeps the own lock and looks for dead workers. @returns the ids of those whose jobs were released. */
  async sweep(): Promise<string[]> {
    const client = await this.session.acquire();
    if (!client) return [];
    const { rows } = await client.query<{ id: string }>(WITHOUT_LOCK);
    await this.releaseUnheard(client);
    // A session may take its own lock again, so this worker is always among them.
    const found = rows.map((row) => row.id).filter((id) => id !== this.workerId);
    const dead = found.filter((id) => this.suspects.has(id));
    this.suspects = new Set(found.filter((id) => !dead.includes(id)));
    if (dead.length > 0) {
      await client.query('select "graphile_worker"."force_unlock_workers"($1)', [dead]);
      await client.query(REPLACED);
    }
    return dead;
  }

  /**
   * Gives back jobs that are locked for this worker without it knowing: the connection broke after the queue had handed them out
   * and before they arrived. As with dead workers, two sweeps in a row must find them.
   */
  private async releaseUnheard(client: pg.Client): Promise<void> {
    const { rows } = await client.query<{ id: string }>(OWN, [this.workerId]);
    const found = rows.map(({ id }) => id).filter((id) => !this.running.has(id));
    const lost = found.filter((id) => this.unheard.has(id));
    this.unheard = new Set(found.filter((id) => !lost.includes(id)));
    if (lost.length > 0) await client.query(UNLOCK, [lost, this.workerId]);
  }

  async end(): Promise<void> {
    await this.session.close();
  }
}
