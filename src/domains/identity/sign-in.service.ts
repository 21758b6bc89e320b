import { type Claims, hashPassword, tokenIssuer, verifyPassword } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { Employee, EmployeeStatus } from '../organisation/index.js';
import { Partner, PartnerStatus } from '../partner/index.js';
import { PartnerOperator, PartnerOperatorStatus } from '../partner-staff/index.js';
import { FORMER_KEPT, refuseWeak } from './password-rules.js';
import { daysOfPassword, failuresAllowed, hoursOfSignIn, lockMinutes } from './sign-in-parameters.js';
import type { PasswordChangeInput, SignInInput } from './sign-in.inputs.js';
import { UserAccount, UserAccountKind, UserAccountStatus } from './user-account.js';

/** A token that was issued, and when it ends. */
export interface SignedIn {
  token: string;
  expiresAt: Date;
}

const DAY_MS = 86_400_000;

/**
 * Signs in with name and password. Whatever is wrong, the answer is the same and takes as long: whether there is such an account,
 * and whether it is locked, is told to nobody who does not know the password of one that is in order.
 */
export async function signIn(context: CallContext, input: SignInInput): Promise<SignedIn> {
  const account = await evenly(() => checkPassword(context, input));
  if (await mustChange(context, account))
    refuse('PASSWORD_CHANGE_REQUIRED', 'Change the password first.', ['input', 'password']);
  return issue(context, account);
}

/** Changes the password, for which the present one is needed, and signs in. Tokens that were issued before end. */
export async function changePassword(context: CallContext, input: PasswordChangeInput): Promise<SignedIn> {
  const known = await evenly(() => checkPassword(context, input));
  const hashes = [known.passwordHash, ...known.formerHashes];
  const partnerId = await partnerIdOf(context, known);
  const rules = { loginNo: known.loginNo, hashes, partnerId };
  await refuseWeak(context.database, input.newPassword, rules, ['input', 'newPassword']);
  const passwordHash = await hashPassword(input.newPassword);
  const account = await context.database.write(context, async (tx) => {
    const locked = await lockAccount(tx, known.id);
    if (!locked || locked.passwordHash !== known.passwordHash) return failed();
    Object.assign(locked, {
      passwordHash,
      formerHashes: hashes.slice(0, FORMER_KEPT),
      mustChange: false,
      passwordChangedAt: tx.at,
    });
    locked.session++;
    tx.record({ kind: 'BUSINESS_FACT', type: 'user-account.password.changed', subject: locked });
    return locked;
  });
  return issue(context, account);
}

/** Ends every token of the calling account. */
export async function signOut(context: CallContext): Promise<void> {
  const { caller } = context;
  await context.database.write(context, async (tx) => {
    const found = await tx.em.findOne(UserAccount, { loginNo: caller.subject });
    const account = found && (await lockAccount(tx, found.id));
    if (!account) return refuse('NOT_SIGNED_IN', 'The token does not come from the built-in sign-in.');
    account.session++;
    tx.record({ kind: 'BUSINESS_FACT', type: 'user-account.signed.out', subject: account });
  });
}

/** Refusals are answered at multiples of this, in milliseconds, so that their time tells nothing of what was looked at. */
const STEP_MS = 150;

async function evenly<T>(work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    return await work();
  } catch (error) {
    const spent = performance.now() - start;
    await new Promise((resolve) => setTimeout(resolve, Math.ceil(spent / STEP_MS) * STEP_MS - spent));
    throw error;
  }
}

function failed(): never {
  return refuse('SIGN_IN_FAILED', 'Name or password is wrong, or the account cannot be used now.', ['input']);
}

async function lockAccount(tx: Transaction, id: string): Promise<UserAccount | null> {
  await tx.em.execute('select 1 from "user_account" where "id" = ? for update', [id]);
  return tx.em.findOne(UserAccount, { id }, { refresh: true });
}

/** The account when all is in order. A wrong password is counted, and the count is kept although the operation is refused. */
async function checkPassword(context: CallContext, { loginNo, password }: SignInInput): Promise<UserAccount> {
  const { database } = context;
  const found = await database.orm.em.fork().findOne(UserAccount, { loginNo });
  if (found) context.about = found;
  const right = await verifyPassword(found?.passwordHash, password);
  // An unknown name costs the reads that a known one does.
  const [allowed, minutes] = [await failuresAllowed.read(database), await lockMinutes.read(database)];
  // What is counted here is no operation of its own: the log tells how the sign-in ended.
  const { operation: _operation, ...counting } = context;
  const account = await database.write(counting, async (tx) => {
    const locked = await lockAccount(tx, found?.id ?? '00000000-0000-0000-0000-000000000000');
    if (!locked || !(await usable(tx, locked))) return null;
    if (!right || locked.passwordHash !== found!.passwordHash) {
      countFailure(tx, locked, allowed, minutes);
      return null;
    }
    locked.failures = 0;
    locked.lockedUntil = null;
    return locked;
  });
  return account ?? failed();
}

function countFailure(tx: Transaction, account: UserAccount, allowed: number, minutes: number): void {
  account.failures++;
  if (account.failures < allowed) return;
  account.failures = 0;
  account.lockedUntil = new Date(tx.at.getTime() + minutes * 60_000);
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'user-account.locked',
    subject: account,
    data: { until: account.lockedUntil.toISOString() },
  });
}

async function usable(tx: Transaction, account: UserAccount): Promise<boolean> {
  if (account.status !== UserAccountStatus.ACTIVE || (account.lockedUntil && account.lockedUntil > tx.at)) return false;
  if (account.kind === UserAccountKind.ADMIN) return true;
  if (account.kind === UserAccountKind.PARTNER) return operatorWorks(tx, account);
  const employee = account.employee && (await tx.em.findOne(Employee, { id: account.employee.id }));
  if (!employee || employee.status !== EmployeeStatus.ACTIVE) return false;
  const { from, to } = employee.validity;
  return from <= tx.at && (to === null || to > tx.at);
}

/** An operator signs in while their number is valid and the relation to the partner is in force. */
async function operatorWorks(tx: Transaction, account: UserAccount): Promise<boolean> {
  const operator = account.operator && (await tx.em.findOne(PartnerOperator, { id: account.operator.id }));
  if (!operator || operator.status !== PartnerOperatorStatus.ACTIVE) return false;
  const { from, to } = operator.validity;
  const partner = await tx.em.findOneOrFail(Partner, { id: operator.partner.id });
  return partner.status === PartnerStatus.ACTIVE && from <= tx.at && (to === null || to > tx.at);
}

/** Key of the partner whose operator the account is for; null for others. */
async function partnerIdOf({ database }: CallContext, account: UserAccount): Promise<string | null> {
  if (!account.operator) return null;
  const operator = await database.orm.em.fork().findOneOrFail(PartnerOperator, { id: account.operator.id });
  return operator.partner.id;
}

async function mustChange(context: CallContext, account: UserAccount): Promise<boolean> {
  const days = await daysOfPassword(context.database, await partnerIdOf(context, account));
  return account.mustChange || (days > 0 && account.passwordChangedAt.getTime() + days * DAY_MS < Date.now());
}

/** What the token says of the holder of an account, and the key of the partner for whom they work, if they do for one. */
async function holderOf(
  { database }: CallContext,
  account: UserAccount,
): Promise<{ claims: Omit<Claims, 'exp'>; partnerId: string | null }> {
  const em = database.orm.em.fork();
  if (account.operator) {
    const operator = await em.findOneOrFail(PartnerOperator, { id: account.operator.id });
    const partner = await em.findOneOrFail(Partner, { id: operator.partner.id });
    // Where partners run registered documents only, these are the documents of the client that has the code of the partner, in lower case.
    const { code } = partner;
    const { operatorNo: sub, name } = operator;
    return { claims: { sub, name, role: 'partner', partner: code, client: code.toLowerCase() }, partnerId: partner.id };
  }
  const employee = account.employee && (await em.findOne(Employee, { id: account.employee.id }));
  const sub = employee?.employeeNo ?? account.loginNo;
  const role = account.kind === UserAccountKind.ADMIN ? 'admin' : 'staff';
  return { claims: { sub, name: employee?.name ?? account.loginNo, role }, partnerId: null };
}

async function issue(context: CallContext, { id }: UserAccount): Promise<SignedIn> {
  const account = await context.database.write(context, async (tx) => {
    const locked = (await lockAccount(tx, id))!;
    locked.lastSignInAt = tx.at;
    tx.record({ kind: 'BUSINESS_FACT', type: 'user-account.signed.in', subject: locked });
    return locked;
  });
  const { claims, partnerId } = await holderOf(context, account);
  const seconds = (await hoursOfSignIn(context.database, partnerId)) * 3_600;
  const token = await tokenIssuer.adapter.sign(
    {
      ...claims,
      session: `${account.id}:${account.session}`,
    },
    seconds,
  );
  return { token, expiresAt: new Date(Date.now() + seconds * 1000) };
}
