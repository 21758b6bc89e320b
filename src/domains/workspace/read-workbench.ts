import type { CallContext } from '../../kernel/database/context.js';
import { codedError } from '../../kernel/errors/index.js';
import type { Class } from '../../kernel/model/index.js';
import { Announcement, unreadBy } from '../announcement/index.js';
import {
  CollaborationDispatch,
  CollaborationOrder,
  collaborationsAskedOf,
  overdueCollaborationsOf,
} from '../operations/index.js';
import { datesOfShifts, ShiftPlan, shiftsAheadOf, ShiftTask, shiftTasksOf } from '../shift/index.js';
import { type CountedWork, datesOfTasks, workListFrom, workListOf } from '../workflow/index.js';
import {
  datesOfMemos,
  Memo,
  memosRemindedOf,
  WorkLog,
  workLogMissingOf,
  workLogsOf,
  workLogsToReview,
} from '../work-log/index.js';
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

const ME = '$1';
const UNITS = '$2::uuid[]';

const keys = (from: string) => `coalesce((select json_agg("id") from (${from} limit ${MAX}) "k"), '[]')`;

/** What the owners of dates say, as a part of the calendar. */
const part = (kind: string, dates: string, values: { until?: string; title?: string } = {}) =>
  `select "at", ${values.until ?? 'null::timestamptz'} as "until", '${kind}' as "kind", ${values.title ?? '"title"'} as "title" from (${dates}) "of"`;

/** One statement, of what each domain says of its own; built once, when the nouns are known. */
function statement(): string {
  const asked = collaborationsAskedOf(ME, UNITS);
  const unread = unreadBy(ME);
  const logDue = workLogMissingOf(ME);
  const calendar = [
    part('MEMO', datesOfMemos(ME)),
    part('SHIFT', datesOfShifts(ME), { until: '"until"' }),
    part(
      'COLLABORATION',
      `select "due_at" as "at", "event" as "title" from (${asked}) "asked" where "due_at" is not null`,
    ),
    part('PROCESS_TASK', datesOfTasks(ME)),
    part('WORK_LOG', logDue, { title: `''` }),
  ].join(' union all ');
  return `select
  ${keys(`select "id" from (${asked}) "asked" order by "due_at" nulls last, "id"`)} as "collaborations",
  (select count(*)::int from (${asked}) "asked" where "due_at" <= $3) as "overdueCollaborations",
  ${keys(overdueCollaborationsOf(UNITS))} as "overdueOrders",
  ${keys(memosRemindedOf(ME))} as "memos",
  ${keys(shiftsAheadOf(ME))} as "shifts",
  ${keys(shiftTasksOf(ME))} as "shiftTasks",
  ${keys(workLogsOf(ME))} as "workLogs",
  exists (${logDue}) as "workLogMissing",
  ${keys(workLogsToReview(ME))} as "reviews",
  ${keys(`select "id" from (${unread}) "unread" order by "published_at" desc, "id"`)} as "announcements",
  (select count(*)::int from (${unread}) "unread") as "unreadAnnouncements",
  coalesce((select json_agg("c" order by "at", "kind", "title") from (select * from (${calendar}) "all" order by "at" limit 100) "c"), '[]') as "calendar"`;
}
let built: string | undefined;

/** What awaits the calling employee. @throws FORBIDDEN for other callers */
export async function findWork(context: CallContext): Promise<FoundWork> {
  const { caller, database } = context;
  if (!caller.employeeId) throw codedError('FORBIDDEN', 'Only employees have a workbench.');
  const nobody = { employeeId: null, positionId: null, internalOrganizationId: null };
  const [{ rows }, processWork] = await Promise.all([
    database.pool.query<Omit<FoundWork, 'processWork'>>({
      name: 'workbench',
      text: (built ??= statement()),
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
