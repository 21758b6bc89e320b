import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { callerEmployee } from './caller-employee.js';
import { Employee, EmployeeStatus } from './employee.js';

/** The employee who calls; refuses with NOT_AN_EMPLOYEE others. */
export const callingEmployee = async (tx: Transaction): Promise<Employee> =>
  (await callerEmployee(tx)) ?? refuse('NOT_AN_EMPLOYEE', 'Only employees do this.', ['input']);

/** The employee with this id, who works here now; refuses with NOT_FOUND, NOT_ACTIVE. */
export async function activeEmployee(tx: Transaction, id: string, path: InputPath): Promise<Employee> {
  const employee = await tx.get(Employee, id, path, { lock: false });
  if (employee.status !== EmployeeStatus.ACTIVE)
    refuse('NOT_ACTIVE', 'The employee is no longer active.', path, { status: employee.status });
  return employee;
}
