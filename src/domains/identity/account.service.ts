import { hashPassword, mayManageUnit, randomPassword } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { Employee, EmployeeStatus } from '../organisation/index.js';
import { partnerOf } from '../partner/index.js';
import { managedOperator, PartnerOperator, refuseSelf } from '../partner-staff/index.js';
import { InternalOrganization } from '../party/index.js';
import { AccountAction, type UserAccountChangeInput, type UserAccountCreateInput } from './account.inputs.js';
import { FORMER_KEPT } from './password-rules.js';
import { UserAccount, UserAccountKind, UserAccountStatus } from './user-account.js';

/** An account with the password that its holder gets and must change at the first sign-in. */
export interface MadeAccount {
  account: UserAccount;
  password: string;
}

/** Makes an account with a generated password (SYS-17). */
export async function createAccount(context: CallContext, input: UserAccountCreateInput): Promise<MadeAccount> {
  const password = randomPassword();
  const passwordHash = await hashPassword(password);
  const account = await context.database.write(context, async (tx) => {
    const employee = input.employeeId ? await managedEmployee(tx, input.employeeId) : null;
    const operator = input.operatorId ? await lookedAfter(tx, input.operatorId) : null;
    if (employee && operator)
      refuse('CONTRADICTION', 'An account is for an employee or for an operator.', ['input', 'operatorId']);
    if (!employee && !operator && tx.caller.kind !== 'ADMIN' && tx.caller.kind !== 'SYSTEM')
      refuse('FORBIDDEN', 'Only administrators make administrators.', ['input', 'employeeId']);
    const loginNo = employee?.employeeNo ?? operator?.operatorNo ?? input.loginNo?.trim();
    if (!loginNo) return refuse('REQUIRED', 'Name the employee, the operator, or the administrator.', ['input']);
    if ((await tx.em.count(UserAccount, { loginNo })) > 0)
      refuse('DUPLICATE', 'There is an account of this name.', ['input']);
    const secret = { passwordHash, formerHashes: [], failures: 0, session: 1 };
    const state = {
      status: UserAccountStatus.ACTIVE,
      mustChange: true,
      lockedUntil: null,
      lastSignInAt: null,
      passwordChangedAt: tx.at,
    };
    const kind = employee ? UserAccountKind.STAFF : operator ? UserAccountKind.PARTNER : UserAccountKind.ADMIN;
    const made = tx.add(Object.assign(new UserAccount(), { loginNo, kind, employee, operator, ...state, ...secret }));
    tx.record({ kind: 'BUSINESS_FACT', type: 'user-account.created', subject: made, data: { loginNo, kind } });
    return made;
  });
  return { account, password };
}

async function managedEmployee(tx: Transaction, id: string, path = ['input', 'employeeId']): Promise<Employee> {
  const employee = await tx.get(Employee, id, path, { lock: false });
  const unit = await tx.em.findOneOrFail(InternalOrganization, { id: employee.organization.id });
  if (!mayManageUnit(tx.caller, unit))
    refuse('OUT_OF_SCOPE', 'The employee does not work in your part of the organisation.', path);
  if (employee.status === EmployeeStatus.DELETED) refuse('NOT_ACTIVE', 'The employee has left.', path);
  return employee;
}

/** An operator of a partner whom the caller looks after. */
async function lookedAfter(tx: Transaction, id: string, path = ['input', 'operatorId']): Promise<PartnerOperator> {
  const found = await tx.get(PartnerOperator, id, path, { lock: false });
  const partner = await partnerOf(tx, tx.idOf(found.partner), path);
  const operator = await managedOperator(tx, partner, id, path);
  refuseSelf(tx, operator, path);
  return operator;
}

/** Resets, unlocks, disables or enables an account; answers the new password of a reset. */
export async function changeAccount(
  context: CallContext,
  input: UserAccountChangeInput,
): Promise<{ account: UserAccount; password: string | null }> {
  const password = input.action === AccountAction.RESET ? randomPassword() : null;
  const passwordHash = password === null ? null : await hashPassword(password);
  const account = await context.database.write(context, async (tx) => {
    const path = ['input', 'accountId'];
    const found = await tx.get(UserAccount, input.accountId, path);
    if (found.employee) await managedEmployee(tx, tx.idOf(found.employee), path);
    else if (found.operator) await lookedAfter(tx, tx.idOf(found.operator), path);
    else if (tx.caller.kind !== 'ADMIN' && tx.caller.kind !== 'SYSTEM')
      refuse('FORBIDDEN', 'Only administrators look after administrators.', path);
    if (passwordHash) {
      const formerHashes = [found.passwordHash, ...found.formerHashes].slice(0, FORMER_KEPT);
      Object.assign(found, {
        passwordHash,
        formerHashes,
        mustChange: true,
        passwordChangedAt: tx.at,
        failures: 0,
        lockedUntil: null,
      });
      found.session++;
    }
    if (input.action === AccountAction.UNLOCK) Object.assign(found, { failures: 0, lockedUntil: null });
    if (input.action === AccountAction.ENABLE) found.status = UserAccountStatus.ACTIVE;
    if (input.action === AccountAction.DISABLE) disable(found);
    tx.record({
      kind: 'BUSINESS_FACT',
      type: DONE[input.action],
      subject: found,
      reason: input.reason ?? null,
    });
    return found;
  });
  return { account, password };
}

const DONE = {
  RESET: 'user-account.reset',
  UNLOCK: 'user-account.unlocked',
  DISABLE: 'user-account.disabled',
  ENABLE: 'user-account.enabled',
} as const satisfies Record<AccountAction, string>;

function disable(account: UserAccount): void {
  account.status = UserAccountStatus.DISABLED;
  account.session++;
}

/** Ends the accounts of an operator who leaves a partner. */
export async function endAccountsOfOperator(tx: Transaction, operator: PartnerOperator): Promise<void> {
  for (const account of await tx.em.find(UserAccount, { operator, status: UserAccountStatus.ACTIVE })) {
    disable(account);
    tx.record({ kind: 'BUSINESS_FACT', type: 'user-account.disabled', subject: account, reason: 'leave' });
  }
}

/** Ends the account of an employee who leaves; its name becomes free with the staff number. */
export async function endAccountOf(tx: Transaction, employee: Employee): Promise<void> {
  for (const account of await tx.em.find(UserAccount, { employee, status: UserAccountStatus.ACTIVE })) {
    disable(account);
    account.loginNo = `${account.loginNo}~${account.id}`.slice(0, 60);
    tx.record({ kind: 'BUSINESS_FACT', type: 'user-account.disabled', subject: account, reason: 'leave' });
  }
}
