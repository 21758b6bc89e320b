import type { NativeInsert } from '../database/native-insert.js';
import type { NewJob } from './job.js';

const INSERT = `
  insert into "job_request" ("name", "payload", "run_at", "key", "queue")
  select "name", "payload", "runAt", "key", "queue"
  from rows from (json_to_recordset(?::json) as ("name" text, "payload" jsonb, "runAt" timestamptz, "key" text, "queue" text)) with ordinality
  order by "ordinality"`;

/** The insert that asks for jobs: they run when, and only when, its transaction commits. Undefined without jobs. */
export const jobInsert = (jobs: readonly NewJob[]): NativeInsert | undefined =>
  jobs.length > 0 ? { text: INSERT, values: [JSON.stringify(jobs)] } : undefined;
