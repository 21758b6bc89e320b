import type { Transaction } from '../../kernel/database/transaction.js';
import type { ProcessOperatorKind } from '../process/index.js';
import type { ProcessTask } from './process-task.js';

/** In what an employee may do a task. */
export interface Acts {
  /** Whether they may do it at all. */
  may: boolean;
  /** Whether because it was escalated to them. */
  escalated: boolean;
}

/** SQL: whether the employee `"e"` is, holds or works in the operator with the code that is bound, by kind of operator. */
const IS_OPERATOR: Readonly<Record<ProcessOperatorKind, string>> = {
  EMPLOYEE: `"e"."employee_no" = ?`,
  POSITION: `exists (select 1 from "employee_position" "h" join "job_position" "p" on "p"."id" = "h"."position_id"
    where "h"."employee_id" = "e"."id" and "p"."code" = ? and ("h"."validity_to" is null or "h"."validity_to" > now()))`,
  ROLE: `exists (select 1 from "employee_position" "h" join "position_role" "l" on "l"."position_id" = "h"."position_id"
    join "job_role" "r" on "r"."id" = "l"."role_id"
    where "h"."employee_id" = "e"."id" and "r"."code" = ? and ("h"."validity_to" is null or "h"."validity_to" > now()))`,
  ORGANIZATION: `exists (select 1 from "party" "own" join "party" "o" on starts_with("own"."path", "o"."path")
    where "own"."id" = "e"."organization_id" and "o"."kind" = 'INTERNAL_ORGANIZATION' and "o"."code" = ?)`,
};

/** SQL: whether the employee `"e"` is the operator of a kind and a code that are columns; only that kind is asked for. */
export const actsAs = (kind: string, code: string): string =>
  `case ${kind} ${Object.entries(IS_OPERATOR)
    .map(([name, condition]) => `when '${name}' then ${condition.replace('?', code)}`)
    .join(' ')} else false end`;

/** Whether an employee is among those who may do a task (WFL-15), and whether it was escalated to them (WFL-19). */
export async function mayAct(tx: Transaction, task: ProcessTask, employeeId: string): Promise<Acts> {
  // Asked by kind: planning all four for both takes several times as long as the answer.
  const values: string[] = [];
  const is = (kind: ProcessOperatorKind | null | undefined, code: string | null | undefined) => {
    if (!kind || !code) return 'false';
    values.push(code);
    return IS_OPERATOR[kind];
  };
  const own = is(task.operatorKind, task.operatorCode);
  const escalated = is(task.escalatedKind, task.escalatedCode);
  const sql = `select ${own} as "own", ${escalated} as "escalated" from "employee" "e" where "e"."id" = ? and "e"."status" = 'ACTIVE'`;
  const [found] = await tx.em.execute<{ own: boolean; escalated: boolean }[]>(sql, [...values, employeeId]);
  return { may: Boolean(found?.own || found?.escalated), escalated: Boolean(found?.escalated) };
}
