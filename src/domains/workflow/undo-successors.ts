import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { ProcessAlarmReason } from './alarm.enums.js';
import { lockWithObject } from './held.js';
import { OPEN_INSTANCES } from './instance.lifecycle.js';
import { ProcessInstance } from './process-instance.js';
import { raiseAlarm, responsibleOf } from './raise-alarm.js';
import { terminate } from './terminate.js';
import { ProcessInstanceStatus as S } from './workflow.enums.js';

// One that ran already when this completed was not started by it, and is none of its effects.
const STARTED = `
  select "i"."id" from "process_succession" "s" join "process_instance" "i" on "i"."id" = "s"."instance_id"
  where "s"."after_id" = $1 and "i"."starts_after_id" = $1 order by "i"."id"`;

/** Whether anybody or anything has done, or begun, any work in an instance; what waits for somebody, or was only sent, is none. */
const ADVANCED = `
  select exists (select 1 from "process_token" "t" where "t"."instance_id" = ?
      and ("t"."kind" = 'SUBPROCESS' or "t"."kind" in ('HUMAN', 'AUTOMATIC', 'EXTERNAL') and "t"."status" not in ('ACTIVE', 'WAITING', 'RECALLED')))
    or exists (select 1 from "process_task" "w" where "w"."instance_id" = ? and "w"."status" not in ('PENDING', 'DISPATCHED', 'SENT', 'RECALLED')) "advanced"`;

/**
 * Takes back what the completion of an instance has started that is undone now with its step (WFL-22, WFL-43): nobody has begun to work in it,
 * so it ends; else whoever is responsible for it is told, and decides. Each by itself, and once however often it is asked for.
 */
export async function undoSuccessors(context: CallContext, instanceId: string): Promise<void> {
  const { database } = context;
  const { rows } = await database.pool.query<{ id: string }>(STARTED, [instanceId]);
  for (const { id } of rows) await database.write(context, (tx) => undoSuccessor(tx, id, instanceId));
}

async function undoSuccessor(tx: Transaction, id: string, afterId: string): Promise<void> {
  const { instanceNo } = await tx.em.findOneOrFail(ProcessInstance, { id: afterId });
  const instance = await lockWithObject(tx, id);
  if (instance.status === S.TERMINATED) return;
  const [found] = await tx.em.execute<{ advanced: boolean }[]>(ADVANCED, [id, id]);
  if (OPEN_INSTANCES.includes(instance.status) && !found!.advanced) {
    await terminate(tx, id, `${instanceNo}, after which it had started, was undone.`);
    return;
  }
  await raiseAlarm(tx, {
    ...{ instance, code: 'PREDECESSOR_UNDONE', reason: ProcessAlarmReason.ABNORMAL, level: 'MAJOR', occasion: afterId },
    message: `${instanceNo}, after which ${instance.instanceNo} had started, was undone; work was done in it already.`,
    recipient: await responsibleOf(tx, instance),
  });
}
