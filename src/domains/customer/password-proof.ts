import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { CredentialPurpose, CustomerCredential, serving } from './customer-credential.js';
import type { Customer } from './customer.js';
import { proofsAt } from './verification.js';

/** Purposes for which something must be shown before a password for a purpose is set, of a customer who holds some. */
function guardedPurposes(purpose: CredentialPurpose, held: readonly CustomerCredential[]): CredentialPurpose[] {
  const holds = (of: CredentialPurpose) => held.some((credential) => credential.purpose === of);
  // Who holds a password for everything is not got round by setting one for something, nor one for something by setting one for everything.
  return Object.values(CredentialPurpose).filter((guarded) =>
    guarded === purpose ? serving[purpose].some(holds) : holds(guarded) && serving[guarded].includes(purpose),
  );
}

/**
 * Purposes of passwords of which one more must be shown before the caller sets one for a purpose; none when enough is, by the proofs of the
 * request or the present password, or when the customer has none that guards. Administrators and systems act for nobody at a desk.
 */
export async function unshownPurposes(
  { customerVerification = '' }: Pick<CallContext, 'customerVerification'>,
  tx: Transaction,
  customer: Customer,
  purpose: CredentialPurpose,
  present: CustomerCredential | null = null,
): Promise<CredentialPurpose[]> {
  const { kind } = tx.caller;
  if (kind === 'ADMIN' || kind === 'SYSTEM') return [];
  const held = await tx.em.find(CustomerCredential, { customer });
  const proofs = proofsAt(customerVerification, tx.at);
  const shown = held.filter(
    (credential) =>
      (credential.id === present?.id && credential.setAt.getTime() === present.setAt.getTime()) ||
      proofs.some((proof) => proof.isOf(tx.caller, credential)),
  );
  const unshown = guardedPurposes(purpose, held)
    .map((guarded) => serving[guarded])
    .filter((needed) => !shown.some((credential) => needed.includes(credential.purpose)));
  return [...new Set(unshown.flat())];
}

/** Refuses a new password until one for these purposes was shown, with VERIFICATION_REQUIRED. */
export function refuseUnshown(needed: readonly CredentialPurpose[]): never {
  return refuse(
    'VERIFICATION_REQUIRED',
    'The customer has to show the present service password first.',
    ['input', 'present'],
    { needed },
  );
}
