import type { DataOf, EventTypes } from '../../kernel/events/event-type.js';
import type { customerEvents } from './customer.events.js';
import { hashPassword, randomPin, verifyPassword } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse, type InputPath } from '../../kernel/errors/index.js';
import { defineParameter, ParameterType } from '../parameter/index.js';
import { ContactMedium, PartyIdentification } from '../party/index.js';
import type {
  CustomerPasswordResetInput,
  CustomerPasswordSetInput,
  CustomerPasswordVerifyInput,
} from './credential.inputs.js';
import { CredentialPurpose, CustomerCredential } from './customer-credential.js';
import { Customer } from './customer.js';

const failuresAllowed = defineParameter({
  code: 'customer.password.failures',
  name: 'Wrong service passwords before a lock',
  type: ParameterType.INT,
  description: 'How many wrong tries in a row lock a service password of a customer.',
  bounds: { min: '1', max: '100' },
  defaultValue: 5,
});

const lockMinutes = defineParameter({
  code: 'customer.password.lock.minutes',
  name: 'Length of a lock of a service password',
  type: ParameterType.INT,
  unit: 'minute',
  description: 'How long wrong tries lock a service password of a customer.',
  bounds: { min: '1', max: '525600' },
  defaultValue: 30,
});

/** Purposes whose passwords may be used for a purpose, the one for everything included. */
const admitted: Record<CredentialPurpose, readonly CredentialPurpose[]> = {
  QUERY: [CredentialPurpose.QUERY, CredentialPurpose.CHANGE, CredentialPurpose.WHOLE],
  CHANGE: [CredentialPurpose.CHANGE, CredentialPurpose.WHOLE],
  ACCEPT: [CredentialPurpose.ACCEPT, CredentialPurpose.WHOLE],
  WHOLE: [CredentialPurpose.WHOLE],
};

/** Sets a service password. Customers give the present one, or one that serves for its purpose, when there is one; staff need not. */
export async function setCustomerPassword(
  context: CallContext,
  input: CustomerPasswordSetInput,
): Promise<CustomerCredential> {
  if (context.caller.kind === 'CUSTOMER') await requirePresent(context, input);
  const passwordHash = await hashPassword(input.password);
  return context.database.write(context, async (tx) => {
    const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
    await refuseWeak(tx, customer, input.password, ['input', 'password']);
    return keep(tx, customer, input.purpose, passwordHash, 'SET', null);
  });
}

async function requirePresent(
  context: CallContext,
  { customerId, purpose, present }: CustomerPasswordSetInput,
): Promise<void> {
  // This only looks: neither the key nor the log of the operation is for it.
  const { caller, requestId, database } = context;
  const serving = admitted[purpose];
  const held = await database.write({ caller, requestId }, async (tx) => {
    const customer = await tx.get(Customer, customerId, ['input', 'customerId'], { lock: false });
    return tx.em.count(CustomerCredential, { customer, purpose: { $in: [...serving] } });
  });
  // Who holds a password for everything is not got round by setting one for something.
  if (held > 0)
    await verifyCustomerPassword(context, { customerId, purpose, password: present ?? '' }, serving, [
      'input',
      'present',
    ]);
}

async function refuseWeak(tx: Transaction, customer: Customer, password: string, path: InputPath): Promise<void> {
  const weak = (rule: string, message: string): never => refuse('WEAK_PASSWORD', message, path, { rule });
  if (password.length < 6) weak('LENGTH', 'At least 6 characters are needed.');
  if (new Set(password).size < 3) weak('VARIETY', 'At least three different characters are needed.');
  if ('012345678901234567890'.includes(password) || '098765432109876543210'.includes(password))
    weak('SEQUENCE', 'Digits in a row are guessed first.');
  const { party } = customer;
  const numbers = [
    ...(await tx.em.find(PartyIdentification, { party })).map(({ number }) => number),
    ...(await tx.em.find(ContactMedium, { party })).map(({ value }) => value),
  ];
  if (numbers.some((number) => number.includes(password)))
    weak('KNOWN', 'The password is part of a number that others know.');
}

async function keep(
  tx: Transaction,
  customer: Customer,
  purpose: CredentialPurpose,
  passwordHash: string,
  action: 'SET' | 'RESET',
  reason: string | null,
): Promise<CustomerCredential> {
  const known = await tx.em.findOne(CustomerCredential, { customer, purpose });
  const credential = known ?? tx.add(Object.assign(new CustomerCredential(), { customer, purpose }));
  Object.assign(credential, { passwordHash, setAt: tx.at, failures: 0, lockedUntil: null });
  note(tx, customer, 'customer.password.changed', { purpose, action }, reason);
  return credential;
}

function note<Type extends keyof DataOf<typeof customerEvents> & `customer.password.${string}`>(
  tx: Transaction,
  customer: Customer,
  type: Type,
  data: EventTypes[Type],
  reason: string | null = null,
): void {
  tx.recordAny({
    kind: 'BUSINESS_FACT',
    type,
    subject: customer,
    customerId: customer.id,
    regionId: customer.region.id,
    reason,
    data,
  });
}

/**
 * Checks a service password for a purpose and answers whose password it was: a higher one serves for a lower purpose (CUS-03).
 * Wrong tries are counted and lock; whether it is wrong, locked or not there, the answer is the same.
 */
export async function verifyCustomerPassword(
  context: CallContext,
  input: CustomerPasswordVerifyInput,
  purposes: readonly CredentialPurpose[] = admitted[input.purpose],
  path: InputPath = ['input', 'password'],
): Promise<CustomerCredential> {
  const { database } = context;
  const [allowed, minutes] = [await failuresAllowed.read(database), await lockMinutes.read(database)];
  // What is counted here is no operation of its own: the log tells how the check ended.
  const { operation: _operation, ...counting } = context;
  const found = await database.write(counting, async (tx) => {
    const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
    const open = await tx.em.find(CustomerCredential, { customer, purpose: { $in: [...purposes] } });
    const usable = open.filter(({ lockedUntil }) => !lockedUntil || lockedUntil <= tx.at);
    let right: CustomerCredential | undefined;
    // Each is tried whatever the others say, and one at least, so that the time tells nothing.
    for (const credential of usable.length ? usable : [null]) {
      if ((await verifyPassword(credential?.passwordHash, input.password)) && credential) right ??= credential;
    }
    if (right) {
      right.failures = 0;
      note(tx, customer, 'customer.password.verified', { purpose: input.purpose, by: right.purpose });
      return right;
    }
    for (const credential of usable) {
      credential.failures++;
      if (credential.failures < allowed) continue;
      credential.failures = 0;
      credential.lockedUntil = new Date(tx.at.getTime() + minutes * 60_000);
    }
    note(tx, customer, 'customer.password.refused', { purpose: input.purpose });
    return null;
  });
  return found ?? refuse('PASSWORD_WRONG', 'The password is wrong, or cannot be used now.', path, { needed: purposes });
}

/** Gives a customer a generated password, told once. */
export async function resetCustomerPassword(
  context: CallContext,
  input: CustomerPasswordResetInput,
): Promise<{ credential: CustomerCredential; password: string }> {
  const password = randomPin(8);
  const passwordHash = await hashPassword(password);
  const credential = await context.database.write(context, async (tx) => {
    const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
    return keep(tx, customer, input.purpose, passwordHash, 'RESET', input.reason);
  });
  return { credential, password };
}

/** Ends a lock because of wrong tries. */
export async function unlockCustomerPassword(
  context: CallContext,
  input: CustomerPasswordResetInput,
): Promise<CustomerCredential> {
  return context.database.write(context, async (tx) => {
    const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
    const credential = await tx.em.findOne(CustomerCredential, { customer, purpose: input.purpose });
    if (!credential) return refuse('NOT_FOUND', 'The customer has no such password.', ['input', 'purpose']);
    Object.assign(credential, { failures: 0, lockedUntil: null });
    note(tx, customer, 'customer.password.unlocked', { purpose: input.purpose }, input.reason);
    return credential;
  });
}
