import type { DataOf, EventTypes } from '../../kernel/events/event-type.js';
import type { customerEvents } from './customer.events.js';
import {
  definePermission,
  hashPassword,
  randomPin,
  requirePermission,
  verifyPassword,
} from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse, type InputPath } from '../../kernel/errors/index.js';
import { defineParameter, ParameterType } from '../parameter/index.js';
import type {
  CustomerPasswordResetInput,
  CustomerPasswordSetInput,
  CustomerPasswordVerifyInput,
} from './credential.inputs.js';
import { type CredentialPurpose, CustomerCredential, serving } from './customer-credential.js';
import { Customer } from './customer.js';
import { refuseGuessable } from './guessable-password.js';
import { refuseUnshown, unshownPurposes } from './password-proof.js';

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

const RESET = 'customer.password.reset';

// Of an area of its own, so that those who serve customers at a desk do not get it along: a second person replaces what nobody shows.
definePermission({
  name: RESET,
  area: 'customer-password',
  description:
    'To give a customer another service password, or to end a lock of it, without the present one being shown (CUS-18).',
});

/** Sets a service password, once what guards what the customer has was shown, and the new one is not guessed first (CUS-18). */
export async function setCustomerPassword(
  context: CallContext,
  input: CustomerPasswordSetInput,
): Promise<CustomerCredential> {
  const { customerId, purpose, password } = input;
  const present = await showPresent(context, input);
  await refuseGuessable(
    context,
    input,
    await failuresAllowed.read(context.database),
    await lockMinutes.read(context.database),
  );
  const passwordHash = await hashPassword(password);
  return context.database.write(context, async (tx) => {
    const customer = await tx.get(Customer, customerId, ['input', 'customerId']);
    // Somebody may have set one meanwhile.
    const unshown = await unshownPurposes(context, tx, customer, purpose, present);
    if (unshown.length > 0) refuseUnshown(unshown);
    return keep(tx, customer, purpose, passwordHash, 'SET', null);
  });
}

/**
 * What shows that the customer wishes another password: the present one, which is checked here, and wrong tries of it count; null when
 * none is needed or the proofs of the request do. Staff who bring nothing are refused without a try that counts.
 */
async function showPresent(
  context: CallContext,
  { customerId, purpose, present }: CustomerPasswordSetInput,
): Promise<CustomerCredential | null> {
  // This only looks: neither the key nor the log of the operation is for it.
  const { caller, requestId, database } = context;
  const unshown = await database.write({ caller, requestId }, async (tx) =>
    unshownPurposes(context, tx, await tx.get(Customer, customerId, ['input', 'customerId'], { lock: false }), purpose),
  );
  if (unshown.length === 0) return null;
  if (caller.kind === 'STAFF' && !present) refuseUnshown(unshown);
  return verifyCustomerPassword(context, { customerId, purpose, password: present ?? '' }, unshown, [
    'input',
    'present',
  ]);
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
  purposes: readonly CredentialPurpose[] = serving[input.purpose],
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

/** Gives a customer a generated password, told once. Fails with FORBIDDEN for those without the permission. */
export async function resetCustomerPassword(
  context: CallContext,
  input: CustomerPasswordResetInput,
): Promise<{ credential: CustomerCredential; password: string }> {
  requirePermission(context.caller, RESET);
  const password = randomPin(8);
  const passwordHash = await hashPassword(password);
  const credential = await context.database.write(context, async (tx) => {
    const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
    return keep(tx, customer, input.purpose, passwordHash, 'RESET', input.reason);
  });
  return { credential, password };
}

/** Ends a lock because of wrong tries. Fails with FORBIDDEN for those without the permission. */
export async function unlockCustomerPassword(
  context: CallContext,
  input: CustomerPasswordResetInput,
): Promise<CustomerCredential> {
  requirePermission(context.caller, RESET);
  return context.database.write(context, async (tx) => {
    const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
    const credential = await tx.em.findOne(CustomerCredential, { customer, purpose: input.purpose });
    if (!credential) return refuse('NOT_FOUND', 'The customer has no such password.', ['input', 'purpose']);
    Object.assign(credential, { failures: 0, lockedUntil: null });
    note(tx, customer, 'customer.password.unlocked', { purpose: input.purpose }, input.reason);
    return credential;
  });
}
