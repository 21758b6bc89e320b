import { Field, Int, ObjectType } from 'type-graphql';
import { visibleKey, visibleRows } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { queryPlannedOnce } from '../../kernel/database/planned-once.js';
import { codedError } from '../../kernel/errors/index.js';
import { type LiveValue } from '../../kernel/events/index.js';
import { nounByName } from '../../kernel/model/index.js';
import { Employee, Position } from '../organisation/index.js';
import { InternalOrganization } from '../party/index.js';
import { operatorsOf } from './operators.js';
import { ProcessTask } from './process-task.js';

/** Tasks that are counted; a list that has more says so. */
const MAX_COUNTED = 1000;
/** Moments come nearer without any event: how often a list is looked at, in milliseconds. */
const CLOCK_MS = 5_000;

@ObjectType({
  description:
    'What there is to do for a person, a position or a unit, the most urgent first (待办列表, WFL-40, SYS-48).',
})
export class ProcessWorkList {
  @Field(() => Int, { description: `Number of open tasks, ${MAX_COUNTED} for that many and more.` })
  open!: number;

  @Field(() => Int, { description: 'How many of them nobody has taken.' })
  waiting!: number;

  @Field(() => Int, { description: 'How many of them should have been done.' })
  overdue!: number;

  @Field(() => [ProcessTask], {
    nullable: 'items',
    description: 'The first of them by the moment at which they are due; null for one that is gone meanwhile.',
  })
  tasks!: (ProcessTask | null)[];
}

/** Whose work: exactly one of them, or the caller's own when none is said. Opaque ids. */
export interface WorkOf {
  employeeId?: string | null | undefined;
  positionId?: string | null | undefined;
  internalOrganizationId?: string | null | undefined;
}

/** A work list as counted: what is compared to tell a change. */
export interface CountedWork {
  open: number;
  waiting: number;
  overdue: number;
  taskIds: string[];
}

const STATES = `"t"."status" in ('PENDING', 'DISPATCHED', 'ACCEPTED', 'IN_PROGRESS', 'SENT', 'ACKNOWLEDGED')`;

/** Whether the limit of a task of a list that has passed had not been stopped before: what is held is not late (WFL-45). */
const RUNS_OUT = `("held_at" is null or "due_at" <= "held_at") and ("suspended_at" is null or "due_at" <= "suspended_at")`;

interface Bound {
  bind: (value: unknown) => string;
  visible: string;
}

/** A part of a list: at most so many as are counted, found by an index in the order of their moments. */
const first = (condition: string, { visible }: Bound, join = '') => `
  (select "t"."id", "t"."due_at", "t"."held_at", "t"."assignee_id", "t"."instance_id" from "process_task" "t" ${join}
   where ${STATES} and ${condition} and ${visible} order by "t"."due_at", "t"."id" limit ${MAX_COUNTED})`;

interface Operator {
  kind: string;
  code: string;
}

const OPERATORS = operatorsOf('$1::uuid');

/**
 * Tasks that an employee has, those that wait for somebody like them, and of others those that were escalated to them: no task is in two
 * of the parts, so that none has to be looked for in the others. Each operator is a part of its own, for so they are merged in the
 * order of their moments, and no more of them is read than is counted.
 */
async function ofEmployee({ database }: CallContext, id: string, bound: Bound): Promise<string> {
  const { bind } = bound;
  const { rows } = await database.pool.query<Operator>({ name: 'operators_of', text: OPERATORS, values: [id] });
  const employee = `${bind(id)}::uuid`;
  const own = rows.map(({ kind, code }) => ({ kind: `${bind(kind)}::text`, code: `${bind(code)}::text` }));
  const among = (kind: string, code: string) =>
    own.length ? `(${kind}, ${code}) in (${own.map((one) => `(${one.kind}, ${one.code})`).join(', ')})` : 'false';
  const waiting = own.map(
    ({ kind, code }) => `"t"."assignee_id" is null and "t"."operator_kind" = ${kind} and "t"."operator_code" = ${code}`,
  );
  const escalated = `"t"."escalated_kind" is not null and ${among('"t"."escalated_kind"', '"t"."escalated_code"')}
    and "t"."assignee_id" is distinct from ${employee}
    and not coalesce("t"."assignee_id" is null and ${among('"t"."operator_kind"', '"t"."operator_code"')}, false)`;
  return [`"t"."assignee_id" = ${employee}`, ...waiting, escalated]
    .map((condition, part) => `select * from ${first(condition, bound)} "part${part}"`)
    .join(' union all ');
}

/** Tasks for a position, whether somebody has taken them or not. */
function ofPosition(id: string, bound: Bound): string {
  const code = `(select "code" from "job_position" where "id" = ${bound.bind(id)}::uuid)`;
  return first(`"t"."operator_kind" = 'POSITION' and "t"."operator_code" = ${code}`, bound);
}

/** Tasks for a unit and those below it, and those that their people have. */
function ofOrganization(id: string, bound: Bound): string {
  return `with "units" as materialized (select "below"."id", "below"."code" from "party" "unit" join "party" "below"
      on "below"."kind" = 'INTERNAL_ORGANIZATION' and starts_with("below"."path", "unit"."path") where "unit"."id" = ${bound.bind(id)}::uuid)
    select * from ${first('"t"."operator_kind" = \'ORGANIZATION\' and "t"."operator_code" in (select "code" from "units")', bound)} "for"
    union select * from ${first(
      '"w"."organization_id" in (select "id" from "units")',
      bound,
      'join "employee" "w" on "w"."id" = "t"."assignee_id"',
    )} "held"`;
}

/** @throws BAD_USER_INPUT when more than one is said, NOT_FOUND for what is not there, or when the caller is no employee */
export async function workListOf(context: CallContext, of: WorkOf, limit: number): Promise<CountedWork> {
  const parts: unknown[] = [];
  const bind = (value: unknown) => `$${parts.push(value)}`;
  const bound = { bind, visible: visibleRows(ProcessTask, context.caller, '"t"', bind) };
  const rows = await tasksOf(context, of, bound);
  const now = `${bind(context.database.clock())}::timestamptz`;
  const sql = `with "list" as materialized (select * from (${rows}) "found" order by "due_at", "id" limit ${MAX_COUNTED})
    select count(*)::int as "open", count(*) filter (where "assignee_id" is null)::int as "waiting",
      count(*) filter (where "due_at" <= ${now} and ${RUNS_OUT})::int as "overdue",
      coalesce((select json_agg("id") from (select "id" from "list" order by "due_at", "id" limit ${bind(limit)}) "first"), '[]') as "taskIds"
    from "list" left join (select "id" "held_id", "suspended_at" from "process_instance" where "status" = 'SUSPENDED') "held"
      on "held"."held_id" = "list"."instance_id"`;
  const [found] = await queryPlannedOnce<CountedWork>(context.database.pool, sql, parts);
  return found!;
}

async function tasksOf(
  context: CallContext,
  { employeeId, positionId, internalOrganizationId }: WorkOf,
  bound: Bound,
): Promise<string> {
  if ([employeeId, positionId, internalOrganizationId].filter(Boolean).length > 1)
    throw codedError('BAD_USER_INPUT', 'A person, a position or a unit: one of them.', { path: ['employeeId'] });
  if (positionId) return ofPosition(await visibleKey(context, Position, positionId, ['positionId']), bound);
  if (internalOrganizationId)
    return ofOrganization(
      await visibleKey(context, InternalOrganization, internalOrganizationId, ['internalOrganizationId']),
      bound,
    );
  if (employeeId) return ofEmployee(context, await visibleKey(context, Employee, employeeId, ['employeeId']), bound);
  const own = context.caller.employeeId;
  if (!own) throw codedError('NOT_FOUND', 'Only employees have a work list of their own.');
  return ofEmployee(context, own, bound);
}

/** Events after which a work list may be another. */
const CHANGES = [
  'process-task.status.changed',
  'process-alarm.raised',
  'employee.position.assigned',
  'employee.position.ended',
];

/** A work list now, and whenever it changes (SYS-48). @throws as `workListOf` does */
export async function watchWorkList(context: CallContext, of: WorkOf, limit: number): Promise<LiveValue<CountedWork>> {
  await workListOf(context, of, 1);
  return context.feed.live({
    match: { types: CHANGES },
    everyMs: CLOCK_MS,
    read: () => workListOf(context, of, limit),
  });
}

/** The list for counted work; the graph reads the tasks by their keys. */
export function workListFrom({ taskIds, ...counts }: CountedWork): ProcessWorkList {
  const { target } = nounByName('ProcessTask')!;
  const tasks = taskIds.map((id) => Object.assign(Object.create(target.prototype as object) as ProcessTask, { id }));
  return Object.assign(new ProcessWorkList(), { ...counts, tasks });
}
