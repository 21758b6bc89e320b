import { Field, Float, Int, ObjectType } from 'type-graphql';
import { visibleRows } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { codedError } from '../../kernel/errors/index.js';
import { DateTime, IdInput, Input, InstantInput, TextInput } from '../../kernel/model/index.js';
import { ProcessOperatorKind } from '../process/index.js';
import { Region, regionsInside } from '../region/index.js';
import { ProcessInstance } from './process-instance.js';

/** Most rows of one statistic. */
const MOST = 1000;

@Input('Of which processes, and of which time. Tests of templates never count (WFL-27).')
export class ProcessStatisticsFilter {
  @InstantInput({ description: 'First moment; without it from the beginning.', optional: true })
  from?: string | null;

  @InstantInput({ description: 'First moment after the period; without it until now.', optional: true })
  to?: string | null;

  @TextInput({ description: 'Only processes about objects of this type, such as `Order`.', max: 60, optional: true })
  objectType?: string | null;

  @TextInput({ description: 'Only processes of the template with this code.', max: 60, optional: true })
  template?: string | null;

  @TextInput({ description: 'Only this step; says nothing about whole processes.', max: 60, optional: true })
  step?: string | null;

  @IdInput(() => Region, { description: 'Only processes of this region and those inside it.', optional: true })
  regionId?: string | null;
}

@ObjectType({ description: 'How much went through a step (环节流量, WFL-62).' })
export class StepTraffic {
  @Field(() => String, { nullable: true, description: 'Type of the objects; null for processes about none.' })
  objectType!: string | null;

  @Field(() => String, { description: 'Code of the template.' })
  template!: string;

  @Field(() => String, { description: 'Code of the step.' })
  step!: string;

  @Field(() => Int, { description: 'How often the step was come to in the period.' })
  entered!: number;

  @Field(() => Int, { description: 'How many of those have left it, done.' })
  done!: number;

  @Field(() => Int, {
    description: 'How many of those were late: done after their limit, or not done though it has passed.',
  })
  overdue!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Minutes that those which are done took on average; null for none.',
  })
  averageMinutes!: number | null;

  @Field(() => DateTime, { description: 'When the first came.' })
  firstAt!: string;

  @Field(() => DateTime, { description: 'When the last came.' })
  lastAt!: string;
}

@ObjectType({
  description: 'How many processes went wrong (流程差错, WFL-63): sent back, gone back, or unable to go on.',
})
export class ProcessErrors {
  @Field(() => String, { nullable: true, description: 'Type of the objects; null for processes about none.' })
  objectType!: string | null;

  @Field(() => String, { description: 'Code of the template.' })
  template!: string;

  @Field(() => Int, { description: 'Processes that began in the period.' })
  dispatched!: number;

  @Field(() => Int, { description: 'How many of them had an error of any kind.' })
  errors!: number;

  @Field(() => Int, { description: 'How many had a task that was sent back.' })
  rejected!: number;

  @Field(() => Int, { description: 'How many went back to an earlier step.' })
  rolledBack!: number;

  @Field(() => Int, { description: 'How many could not go on by themselves.' })
  abnormal!: number;

  @Field(() => Int, { description: 'How many were late: ended after their limit, or not ended though it has passed.' })
  overdue!: number;

  @Field(() => Int, { description: 'How many have come to their end.' })
  completed!: number;

  @Field(() => Float, { nullable: true, description: 'Minutes that those took on average (lead time); null for none.' })
  averageMinutes!: number | null;

  @Field(() => Float, { description: 'Share of those with an error, 0 to 1.' })
  errorRate!: number;

  @Field(() => DateTime, { description: 'When the first began.' })
  firstAt!: string;

  @Field(() => DateTime, { description: 'When the last began.' })
  lastAt!: string;
}

@ObjectType({ description: 'What stands at a step now, and for how long (环节滞留, WFL-64).' })
export class StepDwell {
  @Field(() => String, { nullable: true, description: 'Type of the objects; null for processes about none.' })
  objectType!: string | null;

  @Field(() => String, { description: 'Code of the template.' })
  template!: string;

  @Field(() => String, { description: 'Code of the step.' })
  step!: string;

  @Field(() => ProcessOperatorKind, { nullable: true, description: 'What is to act; null when no person is.' })
  operatorKind!: ProcessOperatorKind | null;

  @Field(() => String, { nullable: true, description: 'Code of who is to act, or name of the outside system.' })
  operatorCode!: string | null;

  @Field(() => Int, { description: 'How many stand there.' })
  count!: number;

  @Field(() => Int, { description: 'How many of them are late.' })
  overdue!: number;

  @Field(() => Int, { description: 'How many have stood there for less than an hour.' })
  underHour!: number;

  @Field(() => Int, { description: 'How many for an hour to less than a day.' })
  underDay!: number;

  @Field(() => Int, { description: 'How many for a day or longer.' })
  dayAndMore!: number;

  @Field(() => Float, { description: 'Minutes for which they have stood there on average.' })
  averageMinutes!: number;

  @Field(() => DateTime, { description: 'When the one came that has stood there longest.' })
  oldestAt!: string;
}

@ObjectType({ description: 'What somebody holds, and for how long (WFL-64).' })
export class TaskHolding {
  @Field(() => String, { nullable: true, description: 'Staff number; null for what nobody has taken.' })
  employeeNo!: string | null;

  @Field(() => String, { nullable: true, description: 'Name; null for what nobody has taken.' })
  name!: string | null;

  @Field(() => Int, { description: 'How many open tasks.' })
  count!: number;

  @Field(() => Int, { description: 'How many of them are late.' })
  overdue!: number;

  @Field(() => Float, { description: 'Minutes since they were taken, or came when nobody has, on average.' })
  averageMinutes!: number;

  @Field(() => Float, { description: 'The same of the one that was taken longest ago.' })
  longestMinutes!: number;
}

interface Query {
  bind: (value: unknown) => string;
  /** SQL over `"i"` and its template `"t"`: which instances count. */
  scope: string;
  from: string;
  to: string;
  now: string;
}

async function run<T>(
  context: CallContext,
  filter: ProcessStatisticsFilter,
  sql: (query: Query) => string,
): Promise<T[]> {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const { from, to, objectType, template, regionId } = filter;
  if (from && to && new Date(to) <= new Date(from))
    throw codedError('BAD_USER_INPUT', 'The period ends after it begins.', { path: ['filter', 'to'] });
  const now = `${bind(context.database.clock())}::timestamptz`;
  const parts = [`not "i"."test"`, visibleRows(ProcessInstance, context.caller, '"i"', bind)];
  if (objectType) parts.push(`"i"."object_type" = ${bind(objectType)}`);
  if (template) parts.push(`"t"."code" = ${bind(template)}`);
  if (regionId)
    parts.push(`"i"."region_id" = any(${bind(await regionsInside(context, regionId, 'regionId'))}::uuid[])`);
  const query = {
    ...{ bind, now, scope: parts.join(' and ') },
    from: from ? `${bind(new Date(from))}::timestamptz` : `'-infinity'::timestamptz`,
    to: to ? `${bind(new Date(to))}::timestamptz` : `'infinity'::timestamptz`,
  };
  return (await context.database.pool.query(`${sql(query)} limit ${MOST}`, values)).rows as T[];
}

const WORK = `"k"."kind" not in ('START', 'END', 'GATEWAY')`;
/** Since when the limit of a visit stands still: its instance is held, or the sub-process for which it waits (WFL-45). */
const HELD = `least("i"."suspended_at", "k"."held_at")`;
const MINUTES = (from: string, to: string) => `extract(epoch from ${to} - ${from}) / 60`;
const ofStep = ({ step }: ProcessStatisticsFilter, { bind }: Query, column: string) =>
  step ? ` and ${column} = ${bind(step)}` : '';

/** Traffic of steps by type of object, template and step, the most first (WFL-62). */
export const stepTraffic = (context: CallContext, filter: ProcessStatisticsFilter): Promise<StepTraffic[]> =>
  run(
    context,
    filter,
    (query) => `
    select "i"."object_type" as "objectType", "t"."code" as "template", "k"."step", count(*)::int as "entered",
      count(*) filter (where "k"."status" = 'DONE')::int as "done",
      count(*) filter (where "k"."due_at" < coalesce("k"."left_at", ${HELD}, ${query.now}))::int as "overdue",
      round(avg(${MINUTES('"k"."entered_at"', '"k"."left_at"')}) filter (where "k"."status" = 'DONE'), 2)::float8 as "averageMinutes",
      min("k"."entered_at") as "firstAt", max("k"."entered_at") as "lastAt"
    from "process_token" "k" join "process_instance" "i" on "i"."id" = "k"."instance_id" join "process_template" "t" on "t"."id" = "i"."template_id"
    where "k"."entered_at" >= ${query.from} and "k"."entered_at" < ${query.to} and ${WORK} and ${query.scope}${ofStep(filter, query, '"k"."step"')}
    group by 1, 2, 3 order by 4 desc, 2, 3`,
  );

/** Errors of processes by type of object and template, the most first (WFL-63). */
export const processErrors = (context: CallContext, filter: ProcessStatisticsFilter): Promise<ProcessErrors[]> =>
  run(
    context,
    filter,
    ({ from, to, scope, now }) => `
    select "i"."object_type" as "objectType", "t"."code" as "template", count(*)::int as "dispatched",
      count(*) filter (where "i"."rejections" + "i"."roll_backs" + "i"."exception_count" > 0)::int as "errors",
      count(*) filter (where "i"."rejections" > 0)::int as "rejected", count(*) filter (where "i"."roll_backs" > 0)::int as "rolledBack",
      count(*) filter (where "i"."exception_count" > 0)::int as "abnormal",
      count(*) filter (where "i"."due_at" < coalesce("i"."ended_at", least("i"."suspended_at", "i"."work_held_at"), ${now}))::int as "overdue",
      count(*) filter (where "i"."status" = 'COMPLETED')::int as "completed",
      round(avg(${MINUTES('"i"."started_at"', '"i"."ended_at"')}) filter (where "i"."status" = 'COMPLETED'), 2)::float8 as "averageMinutes",
      round(avg(("i"."rejections" + "i"."roll_backs" + "i"."exception_count" > 0)::int), 4)::float8 as "errorRate",
      min("i"."started_at") as "firstAt", max("i"."started_at") as "lastAt"
    from "process_instance" "i" join "process_template" "t" on "t"."id" = "i"."template_id"
    where "i"."started_at" >= ${from} and "i"."started_at" < ${to} and ${scope}
    group by 1, 2 order by 4 desc, 3 desc, 2`,
  );

/** What stands at each step now, the longest first; of what came in the period (WFL-64). */
export const stepDwell = (context: CallContext, filter: ProcessStatisticsFilter): Promise<StepDwell[]> =>
  run(
    context,
    filter,
    (query) => `
    select "i"."object_type" as "objectType", "t"."code" as "template", "k"."step", "w"."operator_kind" as "operatorKind", "w"."operator_code" as "operatorCode",
      count(*)::int as "count", count(*) filter (where coalesce("w"."due_at", "k"."due_at") < coalesce(least("w"."held_at", ${HELD}), ${query.now}))::int as "overdue",
      count(*) filter (where "k"."entered_at" > ${query.now} - interval '1 hour')::int as "underHour",
      count(*) filter (where "k"."entered_at" <= ${query.now} - interval '1 hour' and "k"."entered_at" > ${query.now} - interval '1 day')::int as "underDay",
      count(*) filter (where "k"."entered_at" <= ${query.now} - interval '1 day')::int as "dayAndMore",
      round(avg(${MINUTES('"k"."entered_at"', query.now)}), 2)::float8 as "averageMinutes", min("k"."entered_at") as "oldestAt"
    from "process_token" "k" join "process_instance" "i" on "i"."id" = "k"."instance_id" join "process_template" "t" on "t"."id" = "i"."template_id"
    left join "process_task" "w" on "w"."token_id" = "k"."id" and "w"."finished_at" is null
    where "k"."status" in ('ACTIVE', 'JOINING', 'WAITING', 'STUCK', 'COMPENSATING') and "k"."entered_at" >= ${query.from}
      and "k"."entered_at" < ${query.to} and ${query.scope}${ofStep(filter, query, '"k"."step"')}
    group by 1, 2, 3, 4, 5 order by "oldestAt", 2, 3`,
  );

/** Who holds how many open tasks for how long, the most first (WFL-64). */
export const taskHoldings = (context: CallContext, filter: ProcessStatisticsFilter): Promise<TaskHolding[]> =>
  run(
    context,
    filter,
    (query) => `
    select "e"."employee_no" as "employeeNo", "e"."name", count(*)::int as "count",
      count(*) filter (where "w"."due_at" < coalesce(least("w"."held_at", "i"."suspended_at"), ${query.now}))::int as "overdue",
      round(avg(${MINUTES('coalesce("w"."accepted_at", "w"."arrived_at")', query.now)}), 2)::float8 as "averageMinutes",
      round(max(${MINUTES('coalesce("w"."accepted_at", "w"."arrived_at")', query.now)}), 2)::float8 as "longestMinutes"
    from "process_task" "w" join "process_instance" "i" on "i"."id" = "w"."instance_id" join "process_template" "t" on "t"."id" = "i"."template_id"
    left join "employee" "e" on "e"."id" = "w"."assignee_id"
    where "w"."status" in ('DISPATCHED', 'ACCEPTED', 'IN_PROGRESS') and "w"."arrived_at" >= ${query.from} and "w"."arrived_at" < ${query.to}
      and ${query.scope}${ofStep(filter, query, '"w"."step"')}
    group by 1, 2 order by 3 desc, 1`,
  );
