import { definePolicy } from '../access/policy.js';
import { Computed, Node, Noun, Text } from '../model/index.js';

const lastRun = (alias: string): string =>
  `(select "c"."last_execution"::timestamptz(3) from "graphile_worker"."_private_known_crontabs" "c" where "c"."identifier" = ${alias}."code")`;

/** Written at each start from what the code says; the queue keeps when each ran. */
@Noun({
  tag: 'jd',
  description: 'A job that runs again and again at set times, once over all servers. Seen by administrators.',
})
export class JobSchedule extends Node {
  @Text({ description: 'Code of the schedule, such as `webhook.collect`.', access: 'unique' })
  code!: string;

  @Text({ description: 'Minute, hour, day of the month, month and day of the week, in UTC.', max: 100 })
  cron!: string;

  @Text({ description: 'Name of the job that it starts.', max: 128, access: 'slow' })
  job!: string;

  @Text({ description: 'What it is for.', max: 500 })
  description!: string;

  @Computed('dateTime', lastRun, {
    description: 'The time for which it ran last; null before the first.',
    nullable: true,
  })
  lastRunAt!: Date | null;
}

definePolicy(JobSchedule, {});
