import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { Refusal } from '../../kernel/errors/index.js';
import { defineJob } from '../../kernel/jobs/index.js';
import { askApproval } from '../../kernel/process/index.js';
import { encodeId } from '../../kernel/model/index.js';
import { createCustomer, Customer, customerWithDocument } from '../customer/index.js';
import { ContactMedium, ContactMediumKind, Party } from '../party/index.js';
import { completeCustomer, decide } from './decide-registration.js';
import { PortalRegistration, PortalRegistrationStatus } from './portal-registration.js';
import { registrationApproval } from './registration-approval.js';
import { APPLY, type RegistrationPayload } from './registration-jobs.js';

const { VERIFIED, CREATED, MAINTAINED, REVIEW } = PortalRegistrationStatus;

/** The customer whose document is given, and whether name and telephone prove to be theirs. */
interface Match {
  customerId: string;
  proven: boolean;
}

/**
 * Makes a customer of a confirmed registration by the ordinary rules, or completes the one whose document it gives (CUS-95). The
 * code proves the telephone: where that is not one of the customer's, staff decide. It may die and begin again.
 */
export const applyRegistration = defineJob<RegistrationPayload>(APPLY, async ({ id }, context) => {
  const open = await context.database.write(context, async (tx) => {
    const registration = await tx.find(PortalRegistration, id);
    if (registration?.status !== VERIFIED) return null;
    const match = await matchOf(tx, registration);
    if (!match) return registration;
    if (match.proven) await completeCustomer(tx, registration, match.customerId);
    Object.assign(registration, { customer: tx.em.getReference(Customer, match.customerId) });
    await tx.em.flush();
    if (match.proven) decide(tx, registration, MAINTAINED, null);
    else await review(tx, registration, 'The document is that of a customer whose name or telephone is another one.');
    return null;
  });
  if (open) await make(context, open);
});

async function matchOf(tx: Transaction, { name, mobile, idType, idNo }: PortalRegistration): Promise<Match | null> {
  const customer = await customerWithDocument(tx, { type: idType, number: idNo });
  if (!customer) return null;
  const party = await tx.em.findOneOrFail(Party, { id: customer.party.id });
  const telephone = { party, kind: ContactMediumKind.MOBILE, value: mobile };
  const proven = party.name === name && (await tx.em.count(ContactMedium, telephone)) > 0;
  return { customerId: customer.id, proven };
}

/** A new customer; what the rules refuse is for staff. */
async function make(context: CallContext, registration: PortalRegistration): Promise<void> {
  const { name, idType, idNo, mobile, email, region } = registration;
  const outcome = await createCustomer(context, {
    regionId: encodeId('re', region.id),
    individual: { name },
    identifications: [{ type: idType, number: idNo }],
    contactMedia: [
      { kind: ContactMediumKind.MOBILE, value: mobile, preferred: true },
      ...(email ? [{ kind: ContactMediumKind.EMAIL, value: email }] : []),
    ],
  } as Parameters<typeof createCustomer>[1]).catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
  await context.database.write(context, async (tx) => {
    const current = await tx.find(PortalRegistration, registration.id);
    if (current?.status !== VERIFIED) return;
    if (outcome instanceof Refusal) return review(tx, current, outcome.message.slice(0, 500));
    Object.assign(current, { customer: tx.em.getReference(Customer, outcome.id) });
    await tx.em.flush();
    decide(tx, current, CREATED, null);
  });
}

/** Has staff decide a registration. */
async function review(tx: Transaction, registration: PortalRegistration, why: string): Promise<void> {
  decide(tx, registration, REVIEW, why);
  await askApproval(tx, registrationApproval(registration));
}
