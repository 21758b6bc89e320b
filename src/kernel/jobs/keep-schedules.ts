import type pg from 'pg';
import { v7 } from '../model/uuid.js';
import type { Schedule } from './job.js';

const SAVE = `
  insert into "job_schedule" ("id", "created_at", "updated_at", "code", "cron", "job", "description")
  select "id", now(), now(), "name", "cron", "job", "description"
  from json_to_recordset($1::json) as ("id" uuid, "name" text, "cron" text, "job" text, "description" text)
  on conflict ("code") do update set "cron" = excluded."cron", "job" = excluded."job", "description" = excluded."description", "updated_at" = now()
  where ("job_schedule"."cron", "job_schedule"."job", "job_schedule"."description") is distinct from (excluded."cron", excluded."job", excluded."description")`;

/** Writes down the schedules for those who look at them; what the code no longer has goes. */
export async function keepSchedules(pool: pg.Pool, schedules: readonly Schedule[]): Promise<void> {
  const rows = [...schedules].sort((a, b) => (a.name < b.name ? -1 : 1)).map((schedule) => ({ id: v7(), ...schedule }));
  await pool.query(SAVE, [JSON.stringify(rows)]);
  await pool.query('delete from "job_schedule" where "code" <> all($1::text[])', [schedules.map(({ name }) => name)]);
}
