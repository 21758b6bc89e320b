import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import type { MeetingDefinition, Token } from '../../kernel/process/index.js';
import { beginWork } from './begin-work.js';
import { fail, settle } from './engine.js';
import { type Held, hold, lockWithObject, stepAt } from './held.js';
import { ProcessInstance } from './process-instance.js';
import { ProcessTask } from './process-task.js';
import { ProcessInstanceStatus as S } from './workflow.enums.js';

const WAITING = `
  select distinct "i"."id" from "process_instance" "i" join "process_token" "t" on "t"."instance_id" = "i"."id" and "t"."status" = 'WAITING'
  where "i"."correlation_key" = $1 and "i"."status" in ('RUNNING', 'WAITING', 'ABNORMAL', 'ROLLING_BACK') order by 1`;

/**
 * How many instances of a template there are with the key, and how many of them have come to the step, or done its work, or have ended
 * without it. Those that were ended by hand count where there is no other, and tests meet tests only.
 */
const OTHERS = `
  select count(*) filter (where "status" <> 'TERMINATED')::int as "all", count(*) filter (where "status" <> 'TERMINATED' and "there")::int as "there",
    count(*) filter (where "status" = 'COMPLETED' and not "there")::int as "past", count(*) filter (where "status" = 'TERMINATED')::int as "broken"
  from (
    select "i"."status", exists (
      select 1 from "process_token" "k" where "k"."instance_id" = "i"."id" and "k"."step" = ? and "k"."status" not in ('RECALLED', 'UNDONE', 'COMPENSATING')
        and (? = 'ENTER' or "k"."status" = 'DONE' or ("k"."status" in ('WAITING', 'STUCK') and "k"."outputs" is not null))) as "there"
    from "process_instance" "i" join "process_template" "t" on "t"."id" = "i"."template_id"
    where "i"."correlation_key" = ? and "t"."code" = ? and "i"."id" <> ? and "i"."test" = ?
  ) "others"`;

/** Whether what a step waits for has come: not yet, or never, for all that could have come have ended without it. */
type Coming = 'THERE' | 'NOT_YET' | 'NEVER';

/**
 * Lets instances with a key go on that no longer have to wait for each other (WFL-22, WFL-49). It runs after each of them has committed
 * what it did, so that of two that arrive at the same time the later sees both.
 */
export async function meet(context: CallContext, correlationKey: string): Promise<void> {
  const { rows } = await context.database.pool.query<{ id: string }>(WAITING, [correlationKey]);
  for (const { id } of rows)
    await context.database.write(context, async (tx) => {
      const instance = await lockWithObject(tx, id);
      const runs = [S.RUNNING, S.WAITING, S.ABNORMAL, S.ROLLING_BACK].includes(instance.status);
      if (runs && instance.startedAt) await release(await hold(tx, instance));
    });
}

async function release(held: Held): Promise<void> {
  const { course, tx } = held;
  for (const token of course.live.filter(({ status }) => status === 'WAITING')) {
    const when = token.outputs === null ? 'ENTER' : 'LEAVE';
    const missed = await firstMissing(held, token, when);
    if (missed?.coming === 'NEVER') fail(held, token, 'NOBODY_TO_MEET', missedBy(token, missed.meeting));
    if (missed) continue;
    await passOver(held, token);
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'process-instance.met',
      subject: held.instance,
      regionId: held.instance.region?.id,
      data: { step: token.step, when },
    });
  }
  await settle(held);
}

/** Lets a visit go on that has waited for others. */
export async function passOver(held: Held, token: Token): Promise<void> {
  const { course } = held;
  if (token.outputs !== null) return course.complete(token, token.outputs);
  course.set(token, { status: 'ACTIVE' });
  endWaiting(held, token);
  await beginWork(held, token);
}

/** Where a visit waits for others, also in vain: before its work or after it; null when it does not. */
export async function waitOf(held: Held, token: Token): Promise<MeetingDefinition['when'] | null> {
  const { tx, instance } = held;
  const { id, status, outputs, leftSeq } = token;
  const when = outputs === null ? 'ENTER' : 'LEAVE';
  if (status === 'WAITING') return when;
  if (status !== 'STUCK' || leftSeq !== null) return null;
  if (when === 'LEAVE') return when;
  // What has begun, and failed, does not wait to begin.
  const begun =
    (await tx.em.count(ProcessTask, { token: id })) ||
    (await tx.em.count(ProcessInstance, { parent: instance.id, parentVisit: id }));
  return !begun && (await firstMissing(held, token, when)) ? when : null;
}

const missedBy = ({ step }: Token, { template, step: other }: MeetingDefinition): string =>
  `${step} waits for ${other} of ${template}, which has ended without it.`;

/** Alarms that others are late are over when they have come; the work has a limit of its own (WFL-57). */
function endWaiting({ rows, calmed }: Held, { id }: Token): void {
  const row = rows.get(id)!;
  if (!row.alarmed) return;
  row.alarmed = false;
  calmed.push(id);
}

/** What a step still waits for; one that will never come before those that may. Undefined when all have come. */
async function firstMissing(
  held: Held,
  token: Token,
  when: MeetingDefinition['when'],
): Promise<{ meeting: MeetingDefinition; coming: Coming } | undefined> {
  const meetings = stepAt(held, token).waitFor?.filter((meeting) => meeting.when === when) ?? [];
  let missing: { meeting: MeetingDefinition; coming: Coming } | undefined;
  for (const meeting of meetings) {
    const coming = await comingOf(held.tx, held, meeting);
    if (coming === 'NEVER') return { meeting, coming };
    if (coming === 'NOT_YET') missing ??= { meeting, coming };
  }
  return missing;
}

async function comingOf(
  tx: Transaction,
  { instance }: Held,
  { when, template, step }: MeetingDefinition,
): Promise<Coming> {
  const values = [step, when, instance.correlationKey, template, instance.id, instance.test];
  const [{ all, there, past, broken }] = await tx.em.execute<[Record<'all' | 'there' | 'past' | 'broken', number>]>(
    OTHERS,
    values,
  );
  if (all + broken > 0 && past === all) return 'NEVER';
  return all > past && there === all - past ? 'THERE' : 'NOT_YET';
}
