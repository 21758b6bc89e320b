import { defineJob, type Schedule } from '../../kernel/jobs/index.js';
import { contentDays } from './sync-parameters.js';

const NAME = 'customer.sync.expire';
const BATCH = 5_000;

const EXPIRE = `
  update "customer_sync_delivery" set "content" = null where "id" in (select "id" from "customer_sync_delivery"
    where "status" = 'SUCCEEDED' and "content" is not null and "ended_at" < $1::timestamptz - make_interval(days => $2) limit ${BATCH})`;

/** Erases what was sent to systems outside some time ago: it is personal data, kept only as long as it may be asked about. */
export const expireContent = defineJob(NAME, async (_payload, { database }) => {
  const days = await contentDays.read(database);
  for (let erased: number | null = BATCH; erased === BATCH;)
    ({ rowCount: erased } = await database.pool.query(EXPIRE, [database.clock(), days]));
});

export const expireSchedule: Schedule = {
  name: NAME,
  cron: '23 3 * * *',
  job: NAME,
  description: 'Erases what was sent of customers to systems outside some days after it was taken.',
};
