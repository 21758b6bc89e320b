import type { EntityManager } from '@mikro-orm/postgresql';
import type { NewJob } from './job.js';

const INSERT = `
  insert into "job_request" ("name", "payload", "run_at", "key", "queue")
  select "name", "payload", "runAt", "key", "queue"
  from rows from (json_to_recordset(?::json) as ("name" text, "payload" jsonb, "runAt" timestamptz, "key" text, "queue" text)) with ordinality
  order by "ordinality"`;

/** Asks for jobs in the transaction of `em`: they run when, and only when, it commits. */
export async function enqueueJobs(em: EntityManager, jobs: readonly NewJob[]): Promise<void> {
  if (jobs.length > 0) await em.execute(INSERT, [JSON.stringify(jobs)]);
}
