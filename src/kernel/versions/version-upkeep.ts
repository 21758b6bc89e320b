import type pg from 'pg';
import { defineJob, type JobDefinition, type Schedule } from '../jobs/job.js';

const JOB = 'versions.expire';
const BATCH = 10_000;

/** How long earlier states are kept. */
export interface VersionSettings {
  /** Days after which they may go; undefined keeps them for good. */
  retentionDays: number | undefined;
}

/** Removes versions that ended more than the given number of days ago; from then on the states before are refused. @returns how many */
export async function dropExpiredVersions(pool: pg.Pool, retentionDays: number, now = new Date()): Promise<number> {
  const cutoff = new Date(now.getTime() - retentionDays * 86_400_000);
  // Refused first, removed then: nobody is shown a state of which a part is gone.
  await pool.query('update "versioned_table" set "since" = $1 where "since" < $1', [cutoff]);
  const text = `delete from "row_version" where ("row_id", "valid_to") in
    (select "row_id", "valid_to" from "row_version" where "valid_to" < $1 limit ${BATCH})`;
  let total = 0;
  for (let deleted = BATCH; deleted === BATCH; total += deleted)
    deleted = (await pool.query(text, [cutoff])).rowCount ?? 0;
  return total;
}

/** The job that removes earlier states whose time is over, and when it runs. */
export function versionUpkeep({ retentionDays }: VersionSettings): { jobs: JobDefinition[]; schedules: Schedule[] } {
  const expire = defineJob(JOB, async (_payload, { database }) => {
    if (retentionDays !== undefined) await dropExpiredVersions(database.pool, retentionDays);
  });
  const description = 'Removes earlier states of records whose time is over.';
  return { jobs: [expire], schedules: [{ name: JOB, cron: '41 2 * * *', job: JOB, description }] };
}
