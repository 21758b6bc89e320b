import { defineJob, type JobDefinition, type Schedule } from '../../kernel/jobs/index.js';
import { headquarters, observe } from './monitoring.js';

const JOB = 'monitoring.measure';

/** What the system measures of itself: SQL that answers one number as text. */
const measures = new Map<string, string>([
  ['jobs.failed', `select count(*)::text as "value" from "background_job" where "state" = 'FAILED'`],
  [
    'operations.denied',
    `select count(*)::text as "value" from "audit_entry" where "result" = 'DENIED' and "at" > now() - interval '15 minutes'`,
  ],
]);

/**
 * Declares what the system measures of a domain, for alarms that name the item (SYS-30).
 * @param sql answers one number as text, as `value`; it is run every minute
 */
export function defineMeasure(item: string, sql: string): void {
  if (measures.has(item)) throw new Error(`${item} is measured twice.`);
  measures.set(item, sql);
}

/** Measures the items that the system knows itself, for the alarms that name them. */
export const measureItems: JobDefinition = defineJob(JOB, async (_payload, context) => {
  for (const [item, sql] of measures) {
    const { rows } = await context.database.pool.query<{ value: string }>(sql);
    await context.database.write(context, async (tx) => {
      await observe(tx, { item, value: rows[0]!.value, unit: await headquarters(tx) });
    });
  }
});

export const measureItemsSchedule: Schedule = {
  name: JOB,
  cron: '* * * * *',
  job: JOB,
  description: 'Measures what the system knows of itself, and raises and clears alarms (SYS-30).',
};
