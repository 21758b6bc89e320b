import { defineJob, type Schedule } from '../../kernel/jobs/index.js';
import { defineParameter, ParameterType } from '../parameter/index.js';

const NAME = 'customer.reads.expire';
const BATCH = 10_000;

const keepDays = defineParameter({
  code: 'customer.reads.days',
  name: 'Time for which reads of customer data are remembered',
  type: ParameterType.INT,
  unit: 'day',
  description: 'After how many days it is forgotten who was shown data of a customer; 0 for never.',
  bounds: { min: '0', max: '36500' },
  defaultValue: 730,
});

const EXPIRE = `
  delete from "customer_read" where "id" in
    (select "id" from "customer_read" where "at" < now() - make_interval(days => $1) limit ${BATCH})`;

/** Forgets reads whose time is over. */
export const expireReadsJob = defineJob(NAME, async (_payload, { database }) => {
  const days = await keepDays.read(database);
  if (days === 0) return;
  for (let deleted: number | null = BATCH; deleted === BATCH;)
    ({ rowCount: deleted } = await database.pool.query(EXPIRE, [days]));
});

export const expireReadsSchedule: Schedule = {
  name: NAME,
  cron: '53 3 * * *',
  job: NAME,
  description: 'Forgets who was shown data of customers, after the time that the parameter customer.reads.days says.',
};
