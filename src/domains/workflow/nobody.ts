import type { Transaction } from '../../kernel/database/transaction.js';
import type { CallContext } from '../../kernel/database/context.js';
import { actingExists, arrivals } from '../organisation/index.js';
import { ProcessOperatorKind } from '../process/index.js';
import { ProcessAlarmReason } from './alarm.enums.js';
import { lockInstance } from './held.js';
import { arriveLater } from './jobs.js';
import { ProcessAlarm } from './process-alarm.js';
import type { ProcessInstance } from './process-instance.js';
import { ProcessTask } from './process-task.js';
import { ProcessToken } from './process-token.js';
import { clearAlarms, raiseAlarm, responsibleOf } from './raise-alarm.js';
import { OPEN_TASKS } from './task.lifecycle.js';

/** Tells of an alarm that nobody who works here may do a task. */
const NOBODY = 'NOBODY';

arrivals.add(async (tx, { employeeNo }) => arriveLater(tx, employeeNo));

const TASKS = `
  select "t"."id", "t"."instance_id" "instanceId" from "process_task" "t"
  where "t"."operator_kind" = 'EMPLOYEE' and "t"."operator_code" = $1 and "t"."status" = any($2) order by "t"."instance_id", "t"."id"`;

/** Ends the alarms about tasks that wait for somebody who works here now, or again. */
export async function findTasksOf(context: CallContext, employeeNo: string): Promise<void> {
  const { rows } = await context.database.pool.query<{ id: string; instanceId: string }>(TASKS, [
    employeeNo,
    OPEN_TASKS,
  ]);
  for (const { id, instanceId } of rows)
    await context.database.write(context, async (tx) => {
      const instance = await lockInstance(tx, instanceId);
      const task = await tx.em.findOneOrFail(ProcessTask, { id }, { refresh: true });
      if (OPEN_TASKS.includes(task.status)) await reportNobody(tx, task, instance);
    });
}

/**
 * Tells whoever is responsible of a task that waits for a person who does not work here, and lets them do it or pass it on; and ends that
 * when somebody has it or may do it (WFL-19, WFL-59). To be called, with the instance locked, whenever that may have changed.
 */
export async function reportNobody(tx: Transaction, task: ProcessTask, instance: ProcessInstance): Promise<void> {
  const lost = task.operatorKind === ProcessOperatorKind.EMPLOYEE && !(await worksHere(tx, task.operatorCode));
  // Most tasks have never been without anybody, and no alarm is looked for about them.
  if (!lost && !task.alarmLevel) return;
  await tx.em.flush();
  const before = await tx.em.find(ProcessAlarm, { task: task.id, code: NOBODY });
  const open = before.find(({ clearedAt }) => !clearedAt);
  if (lost && !task.assignee) return open ? undefined : raise(tx, task, instance, before.length);
  if (open) await clearAlarms(tx, instance, { code: NOBODY, task: task.id });
  // Whoever is responsible may do it as long as those may not who were to.
  if (!lost && before.some((alarm) => alarm.escalated && isEscalatedBy(task, alarm)))
    Object.assign(task, { escalatedKind: null, escalatedCode: null });
}

const isEscalatedBy = ({ escalatedKind, escalatedCode }: ProcessTask, alarm: ProcessAlarm): boolean =>
  escalatedKind === alarm.recipientKind && escalatedCode === alarm.recipientCode;

async function worksHere(tx: Transaction, employeeNo: string): Promise<boolean> {
  const works = `select ${actingExists('EMPLOYEE', '?')} as "works"`;
  const [found] = await tx.reader.execute<{ works: boolean }[]>(works, [employeeNo]);
  return found?.works ?? false;
}

async function raise(tx: Transaction, task: ProcessTask, instance: ProcessInstance, before: number): Promise<void> {
  const token = await tx.em.findOneOrFail(ProcessToken, { id: task.token.id });
  await raiseAlarm(tx, {
    ...{ instance, token, task, code: NOBODY, reason: ProcessAlarmReason.ABNORMAL, level: 'MAJOR' },
    message: `${task.name}: ${task.operatorCode}, who was to do it, does not work here.`,
    recipient: await responsibleOf(tx, instance),
    escalate: !task.escalatedKind,
    // The same may happen to a task again.
    occasion: before > 0 ? `${task.id} ${before}` : task.id,
  });
}
