import type { CallContext } from '../../kernel/database/context.js';
import {
  Course,
  inputsFrom,
  outputsFrom,
  type StepDefinition,
  type StepHandler,
  stepHandler,
  type Token,
} from '../../kernel/process/index.js';
import { compiledVersion } from './versions.js';

/** An instance and its tokens as one look finds them; `mark` changes with every change of the instance. */
interface Seen {
  versionId: string;
  seq: number;
  variables: Record<string, unknown>;
  passed: Record<string, number>;
  objectType: string | null;
  objectId: string | null;
  test: boolean;
  mark: string;
  tokens: (Token & { plain: boolean })[];
}

const LOOK = `
  select "i"."version_id" "versionId", "i"."seq", "i"."variables", "i"."passed", "i"."object_type" "objectType", "i"."object_id" "objectId",
    "i"."test", "i"."xmin"::text "mark", (
      select coalesce(json_agg(json_build_object('id', "t"."id", 'step', "t"."step", 'status', "t"."status", 'seq', "t"."seq", 'leftSeq', "t"."left_seq",
        'outputs', "t"."outputs", 'parents', "t"."parents", 'branches', "t"."branches", 'via', "t"."via",
        'plain', "t"."failures" = 0 and "t"."wakes_at" is null and not "t"."alarmed") order by "t"."seq"), '[]')
      from "process_token" "t" where "t"."instance_id" = "i"."id" and "t"."status" in ('ACTIVE', 'JOINING', 'WAITING', 'STUCK', 'COMPENSATING')) "tokens"
  from "process_instance" "i" where "i"."id" = $1 and "i"."status" = 'RUNNING' and "i"."started_at" is not null and "i"."version_id" is not null
    and "i"."handling_grade" is null and "i"."correlation_key" is null and "i"."again" is null and "i"."exception_code" is null`;

/**
 * Locks the instance and the token that moves, in this order as every operation does, and writes only if both are as they were seen:
 * else nothing comes back, and whoever moves the instance looks anew.
 */
const MOVE = `
  with "held" as (
    select "id" from "process_instance" where "id" = $1 and "xmin" = $2::text::xid and "status" = 'RUNNING' for update
  ), "stands" as (
    select "t"."id" from "process_token" "t" where "t"."id" = $3 and "t"."status" = 'ACTIVE' and "t"."failures" = 0 and not "t"."alarmed"
      and exists (select 1 from "held") for update
  ), "left" as (
    update "process_token" "t" set "status" = "c"."status", "left_seq" = "c"."leftSeq", "outputs" = "c"."outputs", "updated_at" = $6,
      "left_at" = case when "c"."leftSeq" is null then null else coalesce("t"."left_at", $6) end
    from json_to_recordset($4::json) as "c" ("id" uuid, "status" text, "leftSeq" int, "outputs" jsonb)
    where "t"."id" = "c"."id" and exists (select 1 from "stands")
  ), "came" as (
    insert into "process_token" ("id", "created_at", "updated_at", "instance_id", "seq", "step", "kind", "status", "entered_at", "left_at", "failures",
      "outputs", "alarmed", "parents", "branches", "via", "left_seq")
    select "id", $6, $6, $1, "seq", "step", "kind", "status", $6, case when "leftSeq" is null then null else $6 end, 0,
      "outputs", false, "parents", "branches", "via", "leftSeq"
    from json_to_recordset($5::json) as "n" ("id" uuid, "seq" int, "step" text, "kind" text, "status" text, "outputs" jsonb, "parents" jsonb, "branches" jsonb,
      "via" text, "leftSeq" int)
    where exists (select 1 from "stands")
  )
  update "process_instance" "i" set "seq" = $7, "variables" = $8, "passed" = $9, "updated_at" = $6
  from "stands" where "i"."id" = $1 returning "i"."xmin"::text "mark"`;

/**
 * Moves an instance over steps that are pure, as long as nothing but that is to be done: each by one statement, which is its
 * transaction. At anything else (an end, a limit, an alarm, a failure, a person, somebody else who changed the instance) it leaves
 * off, having written whole moves only; whoever runs the instance goes on with the next one.
 */
export async function makePureMoves(context: CallContext, instanceId: string, signal?: AbortSignal): Promise<void> {
  const { database } = context;
  const { rows } = await database.pool.query<Seen>({ name: 'process_pure_look', text: LOOK, values: [instanceId] });
  const [seen] = rows;
  if (!seen?.tokens.some(({ status }) => status === 'ACTIVE')) return;
  const process = await compiledVersion(database.orm.em.fork(), seen.versionId);
  const { objectType, objectId } = seen;
  const course = new Course(process, seen, { objectType, objectId, handlingGrade: null });
  const plain = new Set(seen.tokens.filter((token) => token.plain).map(({ id }) => id));
  for (let mark: string | undefined = seen.mark; mark !== undefined;) {
    signal?.throwIfAborted();
    const known = new Set(course.tokens.keys());
    const token = moveOne(course, plain, { ...seen, instanceId });
    if (!token) return;
    const text = { name: 'process_pure_move', text: MOVE };
    const values: unknown[] = [instanceId, mark, token.id, ...written(course, known), database.clock()];
    const state = [course.seq, JSON.stringify(course.variables), JSON.stringify(course.passed)];
    const moved: { mark: string }[] = (await database.pool.query({ ...text, values: [...values, ...state] })).rows;
    mark = moved[0]?.mark;
    for (const { id } of course.entered.splice(0)) plain.add(id);
    course.changed.clear();
  }
}

type Moved = Pick<Seen, 'objectType' | 'objectId' | 'test'> & { instanceId: string };

/** Makes the next move in memory; undefined when it is none that can be made so. */
function moveOne(
  course: Course,
  plain: ReadonlySet<string>,
  { instanceId, objectType, objectId, test }: Moved,
): Token | undefined {
  const { live } = course;
  const standing = new Set(live.map(({ id }) => id));
  if (live.some(({ status }) => status === 'COMPENSATING' || status === 'STUCK')) return undefined;
  const token = live.find((one) => one.status === 'ACTIVE' && plain.has(one.id) && pureHandler(course.stepOf(one)));
  if (!token) return undefined;
  const step = course.stepOf(token);
  const { code, name, operator } = step;
  const about = { tokenId: token.id, instanceId, step: code, name, operator, attempt: 1, objectType, objectId, test };
  try {
    const result = pureHandler(step)!({ ...about, inputs: inputsFrom(step.inputs, course.scope) });
    course.complete(token, outputsFrom(step.outputs, result, course.scope));
  } catch {
    // What fails is tried, told and counted where everything is.
    return undefined;
  }
  const plainly = course.entered.every((next) => next.status !== 'ACTIVE' || beginsPlainly(course.stepOf(next)));
  const known = [...course.changed].every(({ id }) => plain.has(id) || !standing.has(id));
  const goesOn = course.live.some(({ status }) => status === 'ACTIVE');
  return plainly && known && goesOn && course.troubles.length === 0 ? token : undefined;
}

const pureHandler = ({ kind, handler }: StepDefinition): StepHandler['pure'] =>
  kind === 'AUTOMATIC' ? stepHandler(handler!)?.pure : undefined;

/** Whether nothing is to be prepared when a token comes to a step: it has no limit, and its work neither begins nor is done there. */
function beginsPlainly({ kind, handler, timeLimits }: StepDefinition): boolean {
  const next = kind === 'AUTOMATIC' ? stepHandler(handler!) : undefined;
  return next !== undefined && !next.begin && !next.inline && timeLimits.length === 0;
}

/** The tokens that a move has changed and those that it has made, as the statement takes them. */
function written(course: Course, known: ReadonlySet<string>): [string, string] {
  const left: object[] = [];
  const came: object[] = [];
  for (const token of course.changed) {
    const { id, status, leftSeq, outputs } = token;
    if (known.has(id)) left.push({ id, status, leftSeq, outputs });
    else came.push({ ...token, kind: course.stepOf(token).kind });
  }
  return [JSON.stringify(left), JSON.stringify(came)];
}
