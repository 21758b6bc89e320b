import type { Transaction } from '../../kernel/database/transaction.js';
import type { ProcessTask } from './process-task.js';

/** SQL: whether an employee is among those who may do a task (WFL-15). @param task @param employee quoted aliases of their rows */
export const isCandidate = (task: string, employee: string): string => `
  case ${task}."operator_kind"
    when 'EMPLOYEE' then ${employee}."employee_no" = ${task}."operator_code"
    when 'POSITION' then exists (select 1 from "employee_position" "h" join "job_position" "p" on "p"."id" = "h"."position_id"
      where "h"."employee_id" = ${employee}."id" and "p"."code" = ${task}."operator_code" and ("h"."validity_to" is null or "h"."validity_to" > now()))
    when 'ROLE' then exists (select 1 from "employee_position" "h" join "position_role" "l" on "l"."position_id" = "h"."position_id"
      join "job_role" "r" on "r"."id" = "l"."role_id"
      where "h"."employee_id" = ${employee}."id" and "r"."code" = ${task}."operator_code" and ("h"."validity_to" is null or "h"."validity_to" > now()))
    when 'ORGANIZATION' then exists (select 1 from "party" "own" join "party" "o" on starts_with("own"."path", "o"."path")
      where "own"."id" = ${employee}."organization_id" and "o"."kind" = 'INTERNAL_ORGANIZATION' and "o"."code" = ${task}."operator_code")
    else false end`;

const MAY_ACT = `
  select 1 from "process_task" "t", "employee" "e"
  where "t"."id" = ? and "e"."id" = ? and "e"."status" = 'ACTIVE' and ${isCandidate('"t"', '"e"')}`;

/** Whether an employee is among those who may do a task. */
export async function mayAct(tx: Transaction, task: ProcessTask, employeeId: string): Promise<boolean> {
  await tx.em.flush();
  return (await tx.em.execute<unknown[]>(MAY_ACT, [task.id, employeeId])).length > 0;
}
