import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { Employee, EmployeeStatus, endings } from '../organisation/index.js';
import { lockInstance } from './held.js';
import { leaveLater } from './jobs.js';
import { reportNobody } from './nobody.js';
import type { ProcessInstance } from './process-instance.js';
import { ProcessTask } from './process-task.js';
import { OPEN_TASKS, taskLifecycle } from './task.lifecycle.js';

endings.add(async (tx, { id }, why) => {
  if (why === 'leave') leaveLater(tx, id);
});

const TASKS = `
  select "t"."id", "t"."instance_id" "instanceId" from "process_task" "t" join "employee" "e" on "e"."id" = $1
  where "t"."status" = any($2) and ("t"."assignee_id" = "e"."id" or "t"."delegator_id" = "e"."id"
    or "t"."operator_kind" = 'EMPLOYEE' and "t"."operator_code" = "e"."employee_no")
  order by "t"."instance_id", "t"."id"`;

/**
 * What somebody had who has left goes back: to whoever had given it to them, else to those who may do it; whoever is responsible for the
 * process is told of what was for them alone (WFL-40, WFL-59). Each task by itself, as instances are locked by all who move them.
 */
export async function passOnTasksOf(context: CallContext, employeeId: string): Promise<void> {
  const { database } = context;
  const { rows } = await database.pool.query<{ id: string; instanceId: string }>(TASKS, [employeeId, OPEN_TASKS]);
  for (const { id, instanceId } of rows)
    await database.write(context, async (tx) => {
      const instance = await lockInstance(tx, instanceId);
      const task = await tx.em.findOneOrFail(ProcessTask, { id }, { refresh: true });
      const leaver = await tx.em.findOneOrFail(Employee, { id: employeeId }, { refresh: true });
      // They may have come back, or somebody else have taken it, meanwhile.
      if (!OPEN_TASKS.includes(task.status) || leaver.status === EmployeeStatus.ACTIVE) return;
      if (task.delegator?.id === leaver.id) task.delegator = null;
      if (task.assignee?.id === leaver.id) await takeFrom(tx, task, instance);
      await reportNobody(tx, task, instance);
    });
}

async function takeFrom(tx: Transaction, task: ProcessTask, { instanceNo }: ProcessInstance): Promise<void> {
  const to = await workingDelegator(tx, task);
  Object.assign(task, { assignee: to, delegator: null, ...(to ? {} : { acceptedAt: null }) });
  const data = { assignee: to?.employeeNo ?? null, operator: task.operatorCode, instanceNo };
  await taskLifecycle.move(tx, task, to ? 'accept' : 'release', { reason: 'Who had it has left.', data });
}

/** Who had given a task to its holder to do in their place; null when nobody has, or they work here no more. */
export async function workingDelegator(tx: Transaction, { delegator }: ProcessTask): Promise<Employee | null> {
  if (!delegator) return null;
  const found = await tx.em.findOne(Employee, { id: delegator.id });
  return found?.status === EmployeeStatus.ACTIVE ? found : null;
}
