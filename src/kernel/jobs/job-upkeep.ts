import { defineJob, type JobDefinition, type Schedule } from './job.js';

const JOB = 'jobs.expire';
const KEEP_DAYS = 30;

/** Jobs that failed for good, or were replaced by another and failed meanwhile; the queue itself keeps them for ever. */
const EXPIRE = `
  select "graphile_worker"."complete_jobs"(array(select "id" from "graphile_worker"."jobs"
    where "attempts" >= "max_attempts" and "locked_at" is null and "run_at" < now() - interval '${KEEP_DAYS} days' limit 10000))`;

/** The job that forgets old failures, and when it runs. */
export function jobUpkeep(): { jobs: JobDefinition[]; schedules: Schedule[] } {
  const expire = defineJob(JOB, async (_payload, { database }) => void (await database.pool.query(EXPIRE)));
  const description = `Forgets jobs that failed for good ${KEEP_DAYS} days ago.`;
  return { jobs: [expire], schedules: [{ name: JOB, cron: '53 3 * * *', job: JOB, description }] };
}
