import { defineJob, type Schedule } from '../../kernel/jobs/index.js';

const NAME = 'webhook.log.expire';
/** Days for which deliveries that are done stay in the log. */
const KEEP_DAYS = 30;
const BATCH = 5_000;

const EXPIRE = `
  with "old" as (
    select "id" from "webhook_delivery" where "status" in ('DELIVERED', 'DROPPED') and "updated_at" < now() - interval '${KEEP_DAYS} days' limit ${BATCH}
  ), "attempts" as (
    delete from "webhook_attempt" where "delivery_id" in (select "id" from "old")
  )
  delete from "webhook_delivery" where "id" in (select "id" from "old")`;

/** Removes old deliveries that are done from the log; what is parked stays until it is replayed. */
export const expireLogJob = defineJob(NAME, async (_payload, { database }) => {
  for (let deleted: number | null = BATCH; deleted === BATCH;)
    ({ rowCount: deleted } = await database.pool.query(EXPIRE));
});

export const expireLogSchedule: Schedule = {
  name: NAME,
  cron: '41 3 * * *',
  job: NAME,
  description: 'Removes webhook deliveries from the log 30 days after they are done.',
};
