import type { Transaction } from '../../kernel/database/transaction.js';
import type { ProcessTask } from './process-task.js';

/** SQL: whether an employee is, holds or works in an operator. @param kind @param code SQL of the operator @param employee quoted alias */
const isOperator = (kind: string, code: string, employee: string): string => `
  case ${kind}
    when 'EMPLOYEE' then ${employee}."employee_no" = ${code}
    when 'POSITION' then exists (select 1 from "employee_position" "h" join "job_position" "p" on "p"."id" = "h"."position_id"
      where "h"."employee_id" = ${employee}."id" and "p"."code" = ${code} and ("h"."validity_to" is null or "h"."validity_to" > now()))
    when 'ROLE' then exists (select 1 from "employee_position" "h" join "position_role" "l" on "l"."position_id" = "h"."position_id"
      join "job_role" "r" on "r"."id" = "l"."role_id"
      where "h"."employee_id" = ${employee}."id" and "r"."code" = ${code} and ("h"."validity_to" is null or "h"."validity_to" > now()))
    when 'ORGANIZATION' then exists (select 1 from "party" "own" join "party" "o" on starts_with("own"."path", "o"."path")
      where "own"."id" = ${employee}."organization_id" and "o"."kind" = 'INTERNAL_ORGANIZATION' and "o"."code" = ${code})
    else false end`;

const MAY_ACT = `
  select ${isOperator('"t"."operator_kind"', '"t"."operator_code"', '"e"')} as "own",
    ${isOperator('"t"."escalated_kind"', '"t"."escalated_code"', '"e"')} as "escalated"
  from "process_task" "t", "employee" "e" where "t"."id" = ? and "e"."id" = ? and "e"."status" = 'ACTIVE'`;

/** Whether an employee is among those who may do a task (WFL-15), and whether it was escalated to them (WFL-19). */
export async function mayAct(
  tx: Transaction,
  task: ProcessTask,
  employeeId: string,
): Promise<{ may: boolean; escalated: boolean }> {
  await tx.em.flush();
  const [found] = await tx.em.execute<{ own: boolean; escalated: boolean }[]>(MAY_ACT, [task.id, employeeId]);
  return { may: Boolean(found?.own || found?.escalated), escalated: Boolean(found?.escalated) };
}
