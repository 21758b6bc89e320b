import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import type { MeetingDefinition, Token } from '../../kernel/process/index.js';
import { beginWork } from './begin-work.js';
import { settle } from './engine.js';
import { type Held, hold, lockWithObject, stepAt } from './held.js';
import { ProcessInstanceStatus as S } from './workflow.enums.js';

const WAITING = `
  select distinct "i"."id" from "process_instance" "i" join "process_token" "t" on "t"."instance_id" = "i"."id" and "t"."status" = 'WAITING'
  where "i"."correlation_key" = $1 and "i"."status" in ('RUNNING', 'WAITING', 'ABNORMAL', 'ROLLING_BACK') order by 1`;

/**
 * How many instances of a template there are with the key, and how many of them have come to the step, or done its work. Those that were
 * ended by hand count for nothing.
 */
const OTHERS = `
  select count(*)::int as "all", count(*) filter (where exists (
    select 1 from "process_token" "k" where "k"."instance_id" = "i"."id" and "k"."step" = ? and "k"."status" not in ('RECALLED', 'UNDONE', 'COMPENSATING')
      and (? = 'ENTER' or "k"."status" = 'DONE' or ("k"."status" = 'WAITING' and "k"."outputs" is not null))))::int as "there"
  from "process_instance" "i" join "process_template" "t" on "t"."id" = "i"."template_id"
  where "i"."correlation_key" = ? and "t"."code" = ? and "i"."id" <> ? and "i"."status" <> 'TERMINATED'`;

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
    const leaving = token.outputs !== null;
    if (!(await allThere(held, token, leaving ? 'LEAVE' : 'ENTER'))) continue;
    if (leaving) course.complete(token, token.outputs!);
    else {
      course.set(token, { status: 'ACTIVE' });
      await beginWork(held, token);
    }
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'process-instance.met',
      subject: held.instance,
      regionId: held.instance.region?.id,
      data: { step: token.step, when: leaving ? 'LEAVE' : 'ENTER' },
    });
  }
  await settle(held);
}

async function allThere(held: Held, token: Token, when: MeetingDefinition['when']): Promise<boolean> {
  const meetings = stepAt(held, token).waitFor?.filter((meeting) => meeting.when === when) ?? [];
  for (const meeting of meetings) if (!(await isThere(held.tx, held, meeting))) return false;
  return true;
}

async function isThere(
  tx: Transaction,
  { instance }: Held,
  { when, template, step }: MeetingDefinition,
): Promise<boolean> {
  const values = [step, when, instance.correlationKey, template, instance.id];
  const [others] = await tx.em.execute<[{ all: number; there: number }]>(OTHERS, values);
  return others.all > 0 && others.there === others.all;
}
