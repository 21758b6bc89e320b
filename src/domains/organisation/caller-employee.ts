import type { Transaction } from '../../kernel/database/transaction.js';
import { Employee } from './employee.js';

/** The employee who calls, found by the staff number in their token; null for callers who are no employees. */
export async function callerEmployee(tx: Transaction): Promise<Employee | null> {
  if (tx.caller.kind !== 'STAFF') return null;
  return tx.em.findOne(Employee, { employeeNo: tx.caller.subject });
}
