import { requireKind } from '../../kernel/access/index.js';
import { codedError } from '../../kernel/errors/index.js';
import { type Class, defineReport, nounOf, type ReportScope, uuidOf } from '../../kernel/model/index.js';
import { Region } from '../region/index.js';
import { ProcessInstance } from './process-instance.js';
import { ProcessErrors, ProcessStatisticsFilter, StepDwell, StepTraffic, TaskHolding } from './process-statistics.js';

/** Most rows of one statistic. */
const MOST = 1000;

interface Asked {
  filter?: ProcessStatisticsFilter | null;
}

type Scope = ReportScope<Asked>;

/** What the statements are written with. */
interface Counted {
  /** SQL over `"i"` and its template `"t"`: which instances count. */
  counts: string;
  /** The period of a moment. */
  within: (column: string) => string;
  /** Restricts to the step, where one is given. */
  ofStep: (column: string) => string;
  now: string;
}

const regionIn = (key: string) => `select from "region" "r" where "r"."id" = ${key}::uuid`;
const regionKey = (id: string) => uuidOf(id, nounOf(Region).tag!, ['filter', 'regionId']);

function counted(scope: Scope): Counted {
  const conditions = [
    `not "i"."test"`,
    scope.sees(ProcessInstance, '"i"'),
    scope.where(
      ({ filter }) => filter?.objectType,
      (type) => `"i"."object_type" = ${type}`,
    ),
    scope.where(
      ({ filter }) => filter?.template,
      (code) => `"t"."code" = ${code}`,
    ),
    scope.where(
      ({ filter }) => filter?.regionId,
      (key) =>
        `"i"."region_id" in (select "in"."id" from "region" "out" join "region" "in" on "in"."path" >= "out"."path" and starts_with("in"."path", "out"."path") where "out"."id" = ${key}::uuid)`,
      regionKey,
    ),
  ];
  return {
    counts: conditions.filter(Boolean).join(' and '),
    within: (column) =>
      [
        `${column} is not null`,
        scope.where(
          ({ filter }) => filter?.from,
          (from) => `${column} >= ${from}::timestamptz`,
        ),
        scope.where(
          ({ filter }) => filter?.to,
          (to) => `${column} < ${to}::timestamptz`,
        ),
      ]
        .filter(Boolean)
        .join(' and '),
    ofStep: (column) =>
      scope.where(
        ({ filter }) => filter?.step,
        (step) => ` and ${column} = ${step}`,
      ),
    now: scope.now,
  };
}

function statistic(name: string, about: string, rows: Class, sql: (counted: Counted) => string) {
  return defineReport<Asked>({
    name,
    description: `${about}, at most ${MOST} rows. For staff. Fails with BAD_USER_INPUT, NOT_FOUND.`,
    rows,
    args: {
      filter: {
        type: 'ProcessStatisticsFilter',
        description: 'Which processes and which time; all that the caller may see when absent.',
        input: ProcessStatisticsFilter,
      },
    },
    most: MOST,
    admit: (caller, { filter }) => {
      requireKind(caller, 'STAFF');
      if (filter?.from && filter.to && Date.parse(filter.to) <= Date.parse(filter.from))
        throw codedError('BAD_USER_INPUT', 'The period ends after it begins.', { path: ['filter', 'to'] });
    },
    found: (scope) =>
      scope.where(
        ({ filter }) => filter?.regionId,
        (key) => `exists (${regionIn(key)})`,
        regionKey,
      ),
    sql: (scope) => `${sql(counted(scope))} limit ${MOST}`,
  });
}

const WORK = `"k"."kind" not in ('START', 'END', 'GATEWAY')`;
/** Since when the limit of a visit stands still: its instance is held, or the sub-process for which it waits (WFL-45). */
const HELD = `least("i"."suspended_at", "k"."held_at")`;
const MINUTES = (from: string, to: string) => `extract(epoch from ${to} - ${from}) / 60`;

/** Traffic of steps by type of object, template and step, the most first (WFL-62). */
export const stepTraffic = statistic(
  'processStepTraffic',
  'How much went through each step (WFL-62)',
  StepTraffic,
  ({ counts, within, ofStep, now }) => `
    select "i"."object_type" as "objectType", "t"."code" as "template", "k"."step", count(*)::int as "entered",
      count(*) filter (where "k"."status" = 'DONE')::int as "done",
      count(*) filter (where "k"."due_at" < coalesce("k"."left_at", ${HELD}, ${now}))::int as "overdue",
      round(avg(${MINUTES('"k"."entered_at"', '"k"."left_at"')}) filter (where "k"."status" = 'DONE'), 2)::float8 as "averageMinutes",
      min("k"."entered_at") as "firstAt", max("k"."entered_at") as "lastAt"
    from "process_token" "k" join "process_instance" "i" on "i"."id" = "k"."instance_id" join "process_template" "t" on "t"."id" = "i"."template_id"
    where ${within('"k"."entered_at"')} and ${WORK} and ${counts}${ofStep('"k"."step"')}
    group by 1, 2, 3 order by 4 desc, 2, 3`,
);

/** Errors of processes by type of object and template, the most first (WFL-63). */
export const processErrors = statistic(
  'processErrors',
  'How many processes went wrong, were late, and how long they took (WFL-63)',
  ProcessErrors,
  ({ counts, within, now }) => `
    select "i"."object_type" as "objectType", "t"."code" as "template", count(*)::int as "dispatched",
      count(*) filter (where greatest("i"."rejections", "i"."roll_backs", "i"."exception_count") > 0)::int as "errors",
      count(*) filter (where "i"."rejections" > 0)::int as "rejected", count(*) filter (where "i"."roll_backs" > 0)::int as "rolledBack",
      count(*) filter (where "i"."exception_count" > 0)::int as "abnormal",
      count(*) filter (where "i"."due_at" < coalesce("i"."ended_at", least("i"."suspended_at", "i"."work_held_at"), ${now}))::int as "overdue",
      count(*) filter (where "i"."status" = 'COMPLETED')::int as "completed",
      round(avg(${MINUTES('"i"."started_at"', '"i"."ended_at"')}) filter (where "i"."status" = 'COMPLETED'), 2)::float8 as "averageMinutes",
      round(avg((greatest("i"."rejections", "i"."roll_backs", "i"."exception_count") > 0)::int), 4)::float8 as "errorRate",
      min("i"."started_at") as "firstAt", max("i"."started_at") as "lastAt"
    from "process_instance" "i" join "process_template" "t" on "t"."id" = "i"."template_id"
    where ${within('"i"."started_at"')} and ${counts}
    group by 1, 2 order by 4 desc, 3 desc, 2`,
);

/** What stands at each step now, the longest first; of what came in the period (WFL-64). */
export const stepDwell = statistic(
  'processStepDwell',
  'What stands at each step now, and for how long (WFL-64)',
  StepDwell,
  ({ counts, within, ofStep, now }) => `
    select "i"."object_type" as "objectType", "t"."code" as "template", "k"."step", "w"."operator_kind" as "operatorKind", "w"."operator_code" as "operatorCode",
      count(*)::int as "count", count(*) filter (where coalesce("w"."due_at", "k"."due_at") < coalesce(least("w"."held_at", ${HELD}), ${now}))::int as "overdue",
      count(*) filter (where "k"."entered_at" > ${now} - interval '1 hour')::int as "underHour",
      count(*) filter (where "k"."entered_at" <= ${now} - interval '1 hour' and "k"."entered_at" > ${now} - interval '1 day')::int as "underDay",
      count(*) filter (where "k"."entered_at" <= ${now} - interval '1 day')::int as "dayAndMore",
      round(avg(${MINUTES('"k"."entered_at"', now)}), 2)::float8 as "averageMinutes", min("k"."entered_at") as "oldestAt"
    from "process_token" "k" join "process_instance" "i" on "i"."id" = "k"."instance_id" join "process_template" "t" on "t"."id" = "i"."template_id"
    left join "process_task" "w" on "w"."token_id" = "k"."id" and "w"."finished_at" is null
    where "k"."status" in ('ACTIVE', 'JOINING', 'WAITING', 'STUCK', 'COMPENSATING') and ${within('"k"."entered_at"')} and ${counts}${ofStep('"k"."step"')}
    group by 1, 2, 3, 4, 5 order by "oldestAt", 2, 3`,
);

/** Who holds how many open tasks for how long, the most first (WFL-64). */
export const taskHoldings = statistic(
  'processTaskHoldings',
  'Who holds how many open tasks for how long (WFL-64)',
  TaskHolding,
  ({ counts, within, ofStep, now }) => `
    select "e"."employee_no" as "employeeNo", "e"."name", count(*)::int as "count",
      count(*) filter (where "w"."due_at" < coalesce(least("w"."held_at", "i"."suspended_at"), ${now}))::int as "overdue",
      round(avg(${MINUTES('coalesce("w"."accepted_at", "w"."arrived_at")', now)}), 2)::float8 as "averageMinutes",
      round(max(${MINUTES('coalesce("w"."accepted_at", "w"."arrived_at")', now)}), 2)::float8 as "longestMinutes"
    from "process_task" "w" join "process_instance" "i" on "i"."id" = "w"."instance_id" join "process_template" "t" on "t"."id" = "i"."template_id"
    left join "employee" "e" on "e"."id" = "w"."assignee_id"
    where "w"."status" in ('DISPATCHED', 'ACCEPTED', 'IN_PROGRESS') and ${within('"w"."arrived_at"')}
      and ${counts}${ofStep('"w"."step"')}
    group by 1, 2 order by 3 desc, 1`,
);
