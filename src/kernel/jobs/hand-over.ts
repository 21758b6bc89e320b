import type pg from 'pg';

const BATCH = 500;

/**
 * Moves committed requests into the queue, in one statement: all of a batch or nothing, and one NOTIFY for it. A later request
 * with the same key replaces an earlier one. When several processes do it at once, each takes the rows that the others have not.
 */
const HAND_OVER = `
  with "taken" as (
    delete from "job_request" where "id" in (select "id" from "job_request" order by "id" limit ${BATCH} for update) returning *
  ), "wanted" as (
    select distinct on ("key", case when "key" is null then "id" end) * from "taken"
    order by "key", case when "key" is null then "id" end, "id" desc
  ), "specs" as (
    select array_agg(("name", "payload"::json, "queue", "run_at", null, "key", null, null)::"graphile_worker"."job_spec" order by "id") as "list",
      array_agg(distinct "name") as "names", (select count(*)::int from "taken") as "taken"
    from "wanted" having count(*) > 0
  )
  select "specs"."names", "specs"."taken", count("job"."id")
  from "specs" cross join lateral "graphile_worker"."add_jobs"("specs"."list") "job" group by 1, 2`;

/** Hands committed requests to the queue. @returns the names of their handlers, and whether more may be waiting. */
export async function handOverJobs(pool: pg.Pool): Promise<{ names: string[]; more: boolean }> {
  const { rows } = await pool.query<{ names: string[]; taken: number }>({ name: 'job_hand_over', text: HAND_OVER });
  return { names: rows[0]?.names ?? [], more: rows[0]?.taken === BATCH };
}
