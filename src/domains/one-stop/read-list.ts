import { visibleKey, visibleRows } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { LiveValue } from '../../kernel/events/index.js';
import { type Class, decodeId, encodeId, nounOf } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { processesOfOrders } from '../ordering/index.js';
import { InternalOrganization, levelOfRegion } from '../party/index.js';
import { ProcessTask, tasksToBeDone } from '../workflow/index.js';
import { OneStopCase } from './one-stop-case.js';
import { OneStopEntry, OneStopList, type OneStopListFilter } from './one-stop-list.js';
import { OneStopTask } from './one-stop-task.js';

/** Limits pass without any event: how often a watched list is looked at, in milliseconds. */
const CLOCK_MS = 5_000;

/** What was found: keys in place of the rows, which the graph reads. */
export interface FoundList extends Omit<OneStopList, 'entries'> {
  entries: (Omit<OneStopEntry, 'id' | 'oneStopCase' | 'coordination' | 'task' | 'arrivedAt' | 'dueAt'> & {
    caseId: string;
    ownId: string | null;
    taskId: string | null;
    arrivedAt: string;
    dueAt: string | null;
  })[];
}

/**
 * The shared task list, over organisations and regions: who takes part in a case sees what is open in it, also what another province does
 * (WFL-74). One statement; what the filter names was looked at by `admitFilter`.
 */
export async function readList(context: CallContext, filter: OneStopListFilter, first: number): Promise<FoundList> {
  const { caller, database } = context;
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const cases = [`"c"."status" = 'OPEN'`, visibleRows(OneStopCase, caller, '"c"', bind)];
  const rows: string[] = [];
  const key = (id: string) => `${bind(decodeId(id)!.uuid)}::uuid`;
  if (filter.caseId) cases.push(`"c"."id" = ${key(filter.caseId)}`);
  if (filter.customerId) cases.push(`"c"."customer_id" = ${key(filter.customerId)}`);
  if (filter.orderNo) cases.push(`"c"."order_no" = ${bind(filter.orderNo)}`);
  if (filter.project) cases.push(`"c"."project" = ${bind(filter.project)}`);
  if (filter.scope) cases.push(`"c"."scope" = ${bind(filter.scope)}`);
  if (filter.stage) rows.push(`"stage" = ${bind(filter.stage)}`);
  if (filter.level) rows.push(`"level" = ${bind(filter.level)}`);
  if (filter.state) rows.push(`"state" = ${bind(filter.state)}`);
  if (filter.overdue != null) rows.push(`"overdue" = ${bind(filter.overdue)}`);
  if (filter.organizationId)
    rows.push(
      `"path" is not null and starts_with("path", (select "u"."path" from "party" "u" where "u"."id" = ${key(filter.organizationId)}))`,
    );
  const now = `${bind(database.clock())}::timestamptz`;
  const late = `coalesce("t"."due_at", "o"."due_at") <= coalesce("t"."stopped_at", ${now})`;
  const text = `
    with "cases" as materialized (select "c"."id", "c"."order_id" from "one_stop_case" "c" where ${cases.join(' and ')}),
    "open" as (
      select 'COORDINATION' as "kind", "c"."id" as "caseId", "o"."id" as "ownId", "t"."id" as "taskId", "o"."stage", "o"."level", "o"."name",
        coalesce("t"."status", 'PENDING') as "state", "u"."code" as "operator", "u"."name" as "organization", "u"."path", "t"."assignee_id",
        "u"."region_id", coalesce("t"."arrived_at", "o"."given_at") as "arrivedAt", coalesce("t"."due_at", "o"."due_at") as "dueAt", coalesce(${late}, false) as "overdue"
      from "cases" "c" join "one_stop_task" "o" on "o"."one_stop_case_id" = "c"."id" and "o"."status" = 'OPEN'
      join "party" "u" on "u"."id" = "o"."organization_id"
      left join ${tasksToBeDone()} "t" on "t"."instance_id" = "o"."process_instance_id"
      union all
      select 'ORDER', "c"."id", null, "t"."id", case when "t"."about_type" = 'ServiceOrder' then 'DELIVERY' else 'PRODUCTION' end, ${levelOfRegion('"r"')}, "t"."name",
        "t"."status", "t"."operator_code", "u"."name", "u"."path", "t"."assignee_id", "t"."region_id", "t"."arrived_at", "t"."due_at", coalesce("t"."due_at" <= coalesce("t"."stopped_at", ${now}), false)
      from "cases" "c" join ${processesOfOrders()} "d" on "d"."id" = "c"."order_id"
      join ${tasksToBeDone()} "t" on "t"."instance_id" = "d"."process_instance_id"
      left join "region" "r" on "r"."id" = "t"."region_id"
      left join "party" "u" on "t"."operator_kind" = 'ORGANIZATION' and "u"."kind" = 'INTERNAL_ORGANIZATION' and "u"."code" = "t"."operator_code"
    ),
    "found" as materialized (select * from "open" ${rows.length > 0 ? `where ${rows.join(' and ')}` : ''})
    select count(*)::int as "total", count(*) filter (where "overdue")::int as "overdue",
      coalesce((select json_agg("x") from (select "stage", count(*)::int as "count", count(*) filter (where "overdue")::int as "overdue" from "found"
        group by 1 order by array_position(array['REQUIREMENT', 'PRODUCTION', 'DELIVERY', 'PROJECT'], "stage")) "x"), '[]'::json) as "byStage",
      coalesce((select json_agg("x") from (select "level", count(*)::int as "count", count(*) filter (where "overdue")::int as "overdue" from "found"
        group by 1 order by 1) "x"), '[]'::json) as "byLevel",
      coalesce((select json_agg("x") from (select "f"."kind", "f"."caseId", "f"."ownId", "f"."taskId", "f"."stage", "f"."level", "f"."name", "f"."state",
        "f"."operator", "f"."organization", "e"."name" as "assignee", "g"."code" as "region", "f"."arrivedAt", "f"."dueAt", "f"."overdue"
        from "found" "f" left join "employee" "e" on "e"."id" = "f"."assignee_id" left join "region" "g" on "g"."id" = "f"."region_id"
        order by "f"."dueAt" nulls last, "f"."arrivedAt", "f"."taskId", "f"."ownId" limit ${bind(first)}) "x"), '[]'::json) as "entries"
    from "found"`;
  const { rows: found } = await database.pool.query<FoundList>(text, values);
  return found[0]!;
}

/** Looks at what a filter names. @throws NOT_FOUND for what the caller may not see */
export async function admitFilter(context: CallContext, filter: OneStopListFilter): Promise<void> {
  const { caseId, customerId, organizationId } = filter;
  if (caseId) await visibleKey(context, OneStopCase, caseId, ['filter', 'caseId']);
  if (customerId) await visibleKey(context, Customer, customerId, ['filter', 'customerId']);
  if (organizationId) await visibleKey(context, InternalOrganization, organizationId, ['filter', 'organizationId']);
}

/** Events after which the list may be another. */
const CHANGES = [
  'process-task.status.changed',
  'oneStopCase.status.changed',
  'oneStopCase.changed',
  'oneStopCase.unit-joined',
  'oneStopCase.unit-left',
  'oneStopTask.status.changed',
  'oneStopTask.handed-over',
];

/** The list now, and whenever it changes (WFL-74). @throws as `admitFilter` does */
export async function watchList(
  context: CallContext,
  filter: OneStopListFilter,
  first: number,
): Promise<LiveValue<FoundList>> {
  await admitFilter(context, filter);
  return context.feed.live({
    match: { types: CHANGES },
    everyMs: CLOCK_MS,
    read: () => readList(context, filter, first),
  });
}

/** The list of what was found; the graph reads its rows by their keys, as far as the caller sees them. */
export function listFrom({ entries, ...counts }: FoundList): OneStopList {
  return Object.assign(new OneStopList(), {
    ...counts,
    entries: entries.map(({ caseId, ownId, taskId, arrivedAt, dueAt, ...rest }) =>
      Object.assign(new OneStopEntry(), {
        ...rest,
        id: ownId ? encodeId(nounOf(OneStopTask).tag!, ownId) : encodeId(nounOf(ProcessTask).tag!, taskId!),
        oneStopCase: keyed(OneStopCase, caseId),
        coordination: ownId ? keyed(OneStopTask, ownId) : null,
        task: taskId ? keyed(ProcessTask, taskId) : null,
        arrivedAt: new Date(arrivedAt),
        dueAt: dueAt ? new Date(dueAt) : null,
      }),
    ),
  });
}

const keyed = <T extends object>(noun: Class<T>, id: string): T =>
  Object.assign(Object.create(noun.prototype as object) as T, { id });
