import type { CallContext } from '../../kernel/database/context.js';
import { codedError } from '../../kernel/errors/index.js';
import type { Class } from '../../kernel/model/index.js';
import { Announcement } from '../announcement/index.js';
import { CollaborationDispatch, CollaborationOrder } from '../operations/index.js';
import { ShiftPlan, ShiftTask } from '../shift/index.js';
import { type CountedWork, workListFrom, workListOf } from '../workflow/index.js';
import { Memo, WORK_LOG_PERIOD_THAT_HOLDS, WorkLog } from '../work-log/index.js';
import { CalendarEntry, type CalendarEntryKind, Workbench } from './workbench.js';

const MAX = 50;

/** What was found for a workbench: keys, counts and the calendar. */
export interface FoundWork {
  collaborations: string[];
  overdueCollaborations: number;
  overdueOrders: string[];
  memos: string[];
  shifts: string[];
  shiftTasks: string[];
  workLogs: string[];
  workLogMissing: boolean;
  reviews: string[];
  announcements: string[];
  unreadAnnouncements: number;
  calendar: { at: string; until: string | null; kind: CalendarEntryKind; title: string }[];
  processWork: CountedWork;
}

const keys = (from: string) => `coalesce((select json_agg("id") from (${from} limit ${MAX}) "k"), '[]')`;
/** What the caller was asked, or their units while nobody was named. */
const ASKED = `select "d"."id", "d"."due_at", "o"."event" from "collaboration_dispatch" "d" join "collaboration_order" "o" on "o"."id" = "d"."order_id"
  where "d"."status" = 'SENT' and ("d"."assignee_id" = $1 or ("d"."assignee_id" is null and "d"."organization_id" = any($2::uuid[])))`;
const UNREAD = `select "r"."announcement_id" as "id", "a"."published_at" from "announcement_receipt" "r" join "announcement" "a" on "a"."id" = "r"."announcement_id"
  where "r"."holder_id" = $1 and "r"."status" = 'UNREAD'`;
/** The setting of work logs that holds for the caller, when they have written none in its period. */
const LOG_DUE = `select "p"."ends_at" from "employee" "e" join "party" "u" on "u"."id" = "e"."organization_id"
  join "work_log_period" "p" on "p"."id" = ${WORK_LOG_PERIOD_THAT_HOLDS}
  where "e"."id" = $1 and not exists (select 1 from "work_log" "l" where "l"."author_id" = $1 and "l"."filled_at" >= "p"."starts_at" and "l"."filled_at" < "p"."ends_at")`;
const CALENDAR = `
  select "remind_at" as "at", null::timestamptz as "until", 'MEMO' as "kind", left("content", 200) as "title" from "memo" where "receiver_id" = $1 and "status" in ('PENDING', 'TRIGGERED') and "remind_at" is not null
  union all select "take_over_at", "hand_over_at", 'SHIFT', "post" from "shift_plan" where "employee_id" = $1 and "status" in ('PLANNED', 'ON_DUTY')
  union all select "due_at", null, 'COLLABORATION', "event" from (${ASKED}) "asked" where "due_at" is not null
  union all select "due_at", null, 'PROCESS_TASK', "name" from "process_task" where "assignee_id" = $1 and "status" in ('DISPATCHED', 'ACCEPTED', 'IN_PROGRESS') and "due_at" is not null
  union all select "ends_at", null, 'WORK_LOG', '' from (${LOG_DUE}) "log"`;

const FIND = `select
  ${keys(`select "id" from (${ASKED}) "asked" order by "due_at" nulls last, "id"`)} as "collaborations",
  (select count(*)::int from (${ASKED}) "asked" where "due_at" <= $3) as "overdueCollaborations",
  ${keys(`select "id" from "collaboration_order" where "overdue" and "status" in ('DISPATCHED', 'RE_DISPATCHED') and "requester_id" = any($2::uuid[]) order by "due_at", "id"`)} as "overdueOrders",
  ${keys(`select "id" from "memo" where "receiver_id" = $1 and "status" = 'TRIGGERED' order by "remind_at", "id"`)} as "memos",
  ${keys(`select "id" from "shift_plan" where "employee_id" = $1 and "status" in ('PLANNED', 'ON_DUTY') order by "take_over_at", "id"`)} as "shifts",
  ${keys(`select "t"."id" from "shift_task" "t" join "shift_plan" "s" on "s"."id" = "t"."shift_id" where "s"."employee_id" = $1 and "s"."status" = 'ON_DUTY' and "t"."filled_at" is null order by "t"."id"`)} as "shiftTasks",
  ${keys(`select "id" from "work_log" where "author_id" = $1 order by "filled_at" desc, "id"`)} as "workLogs",
  exists (${LOG_DUE}) as "workLogMissing",
  ${keys(`select "l"."id" from "work_log" "l" join "work_log_period" "p" on "p"."id" = "l"."period_id" where "p"."superior_id" = $1 and "l"."status" = 'SUBMITTED' order by "l"."submitted_at", "l"."id"`)} as "reviews",
  ${keys(`select "id" from (${UNREAD}) "unread" order by "published_at" desc, "id"`)} as "announcements",
  (select count(*)::int from (${UNREAD}) "unread") as "unreadAnnouncements",
  coalesce((select json_agg("c" order by "at", "kind", "title") from (select * from (${CALENDAR}) "all" order by "at" limit 100) "c"), '[]') as "calendar"`;

/** What awaits the calling employee. @throws FORBIDDEN for other callers */
export async function findWork(context: CallContext): Promise<FoundWork> {
  const { caller, database } = context;
  if (!caller.employeeId) throw codedError('FORBIDDEN', 'Only employees have a workbench.');
  const nobody = { employeeId: null, positionId: null, internalOrganizationId: null };
  const [{ rows }, processWork] = await Promise.all([
    database.pool.query<Omit<FoundWork, 'processWork'>>({
      name: 'workbench',
      text: FIND,
      values: [caller.employeeId, caller.organisationIds ?? [], database.clock()],
    }),
    workListOf(context, nobody, MAX),
  ]);
  return { ...rows[0]!, processWork };
}

/** The workbench of what was found; the graph reads the rows by their keys. */
export function workbenchOf(found: FoundWork): Workbench {
  return Object.assign(new Workbench(), {
    processWork: workListFrom(found.processWork),
    collaborations: keyed(CollaborationDispatch, found.collaborations),
    overdueCollaborations: found.overdueCollaborations,
    overdueOrders: keyed(CollaborationOrder, found.overdueOrders),
    memos: keyed(Memo, found.memos),
    shifts: keyed(ShiftPlan, found.shifts),
    shiftTasks: keyed(ShiftTask, found.shiftTasks),
    workLogs: keyed(WorkLog, found.workLogs),
    workLogMissing: found.workLogMissing,
    reviews: keyed(WorkLog, found.reviews),
    announcements: keyed(Announcement, found.announcements),
    unreadAnnouncements: found.unreadAnnouncements,
    calendar: found.calendar.map(({ at, until, ...rest }) =>
      Object.assign(new CalendarEntry(), { ...rest, at: new Date(at), until: until ? new Date(until) : null }),
    ),
  });
}

const keyed = <T extends object>(noun: Class<T>, ids: readonly string[]): T[] =>
  ids.map((id) => Object.assign(Object.create(noun.prototype as object) as T, { id }));
