import type { Transaction } from '../../kernel/database/transaction.js';
import { employeeRows, isActive } from '../organisation/index.js';
import type { ProcessOperatorKind } from '../process/index.js';
import { isOperator } from './operators.js';
import type { ProcessTask } from './process-task.js';

/** In what an employee may do a task. */
export interface Acts {
  /** Whether they may do it at all. */
  may: boolean;
  /** Whether because it was escalated to them. */
  escalated: boolean;
}

/** Whether an employee is among those who may do a task (WFL-15), and whether it was escalated to them (WFL-19). */
export async function mayAct(tx: Transaction, task: ProcessTask, employeeId: string): Promise<Acts> {
  // Asked by kind: planning all four for both takes several times as long as the answer.
  const values: string[] = [];
  const is = (kind: ProcessOperatorKind | null | undefined, code: string | null | undefined) => {
    if (!kind || !code) return 'false';
    values.push(code);
    return isOperator(kind, '?');
  };
  const own = is(task.operatorKind, task.operatorCode);
  const escalated = is(task.escalatedKind, task.escalatedCode);
  const sql = `select ${own} as "own", ${escalated} as "escalated" from ${employeeRows()} "e" where "e"."id" = ? and ${isActive('"e"')}`;
  const [found] = await tx.em.execute<{ own: boolean; escalated: boolean }[]>(sql, [...values, employeeId]);
  return { may: Boolean(found?.own || found?.escalated), escalated: Boolean(found?.escalated) };
}
