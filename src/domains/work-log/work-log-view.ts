import { nounOf } from '../../kernel/model/index.js';
import { Memo } from './memo.js';
import { WORK_LOG_PERIOD_THAT_HOLDS } from './people.js';
import { WorkLogPeriod } from './work-log-period.js';
import { WorkLog } from './work-log.js';

const logs = (): string => `"${nounOf(WorkLog).table}"`;
const periods = (): string => `"${nounOf(WorkLogPeriod).table}"`;
const memos = (): string => `"${nounOf(Memo).table}"`;

/**
 * Query in SQL: by when an employee is to have written a work log, as `at`, while they have written none in the period that holds for them;
 * no row else. @param employee expression for their key
 */
export const workLogMissingOf = (employee: string): string =>
  `select "p"."ends_at" as "at" from "employee" "e" join "party" "u" on "u"."id" = "e"."organization_id"
  join ${periods()} "p" on "p"."id" = ${WORK_LOG_PERIOD_THAT_HOLDS}
  where "e"."id" = ${employee} and not exists (select 1 from ${logs()} "l" where "l"."author_id" = ${employee}
    and "l"."filled_at" >= "p"."starts_at" and "l"."filled_at" < "p"."ends_at")`;

/** Query in SQL: the work logs of an employee, the newest first, as `id`. @param employee expression for their key */
export const workLogsOf = (employee: string): string =>
  `select "id" from ${logs()} where "author_id" = ${employee} order by "filled_at" desc, "id"`;

/** Query in SQL: the work logs that await the review of an employee, the oldest first, as `id`. @param employee expression for their key */
export const workLogsToReview = (employee: string): string =>
  `select "l"."id" from ${logs()} "l" join ${periods()} "p" on "p"."id" = "l"."period_id"
  where "p"."superior_id" = ${employee} and "l"."status" = 'SUBMITTED' order by "l"."submitted_at", "l"."id"`;

/** Query in SQL: the memos of which an employee was reminded, the first first, as `id`. @param employee expression for their key */
export const memosRemindedOf = (employee: string): string =>
  `select "id" from ${memos()} where "receiver_id" = ${employee} and "status" = 'TRIGGERED' order by "remind_at", "id"`;

/** Query in SQL: the memos of an employee for a calendar, as `at` and `title`. @param employee expression for their key */
export const datesOfMemos = (employee: string): string =>
  `select "remind_at" as "at", left("content", 200) as "title" from ${memos()}
  where "receiver_id" = ${employee} and "status" in ('PENDING', 'TRIGGERED') and "remind_at" is not null`;
