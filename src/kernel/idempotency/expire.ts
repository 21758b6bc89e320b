import { defineJob, type JobDefinition, type Schedule } from '../jobs/job.js';

const JOB = 'idempotency.expire';
const BATCH = 10_000;

/** How long requests are remembered. */
export interface IdempotencySettings {
  /** Hours after which a key may be used anew. */
  keyHours: number;
}

/** The job that forgets old keys, and when it runs. */
export function idempotencyExpiry({ keyHours }: IdempotencySettings): { jobs: JobDefinition[]; schedules: Schedule[] } {
  const text = `
    delete from "idempotent_request" where ("caller", "key") in (
      select "caller", "key" from "idempotent_request" where "created_at" < now() - make_interval(hours => $1) limit ${BATCH})`;
  const expire = defineJob(JOB, async (_payload, { database }) => {
    for (let deleted: number | null = BATCH; deleted === BATCH;) {
      ({ rowCount: deleted } = await database.pool.query(text, [keyHours]));
    }
  });
  const schedule = {
    name: JOB,
    cron: '17 * * * *',
    job: JOB,
    description: 'Forgets idempotency keys that have expired.',
  };
  return { jobs: [expire], schedules: [schedule] };
}
