import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { applyChanges, historyValue } from '../../kernel/record/index.js';
import {
  addContactMedium,
  contactFaults,
  ContactMedium,
  ContactPurpose,
  normalContactValue,
  Party,
  preferOnly,
} from '../party/index.js';
import { ContactPerson } from './contact-person.js';
import type { ContactMediumAddInput, ContactMediumChangeInput, ContactMediumRemoveInput } from './contact.inputs.js';
import { refuseAll } from './customer-checks.js';
import { Customer } from './customer.js';
import { requireVerified } from './verification.js';

/** Adds a telephone number or address to a customer's party, or to one of its contact persons. */
export async function addMedium(context: CallContext, input: ContactMediumAddInput): Promise<ContactMedium> {
  return context.database.write(context, async (tx) => {
    refuseAll(contactFaults(input, ['input']));
    const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
    await requireVerified(context, tx, customer, ['input', 'customerId']);
    const party = await owningParty(tx, customer, input.contactPersonId);
    await refuseDouble(tx, party, input);
    const medium = addContactMedium(tx, party, input);
    if (medium.preferred) await preferOnly(tx, medium);
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'customer.medium.added',
      subject: medium,
      customerId: customer.id,
      regionId: customer.region.id,
      data: { kind: medium.kind, value: historyNumber(medium), purpose: medium.purpose, partyId: tx.idOf(party) },
    });
    return medium;
  });
}

/** One number or address for one purpose stands once with a party (CUS-19). The party is locked, for several customers may reach it. */
async function refuseDouble(
  tx: Transaction,
  party: Party,
  { kind, value, purpose }: Pick<ContactMediumAddInput, 'kind' | 'value' | 'purpose'>,
  itself?: ContactMedium,
): Promise<void> {
  await tx.em.findOneOrFail(Party, { id: party.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const like = {
    party: party.id,
    kind,
    value: normalContactValue(kind, value),
    purpose: purpose ?? ContactPurpose.GENERAL,
    ...(itself ? { id: { $ne: itself.id } } : {}),
  };
  const [known] = await tx.em.find(ContactMedium, like, { orderBy: { id: 'asc' }, limit: 1 });
  if (known)
    refuse('DUPLICATE', 'This stands there already, for the same purpose.', ['input', 'value'], {
      contactMediumId: tx.idOf(known),
    });
}

const historyNumber = ({ value }: ContactMedium) => historyValue(ContactMedium, 'value', value);

async function owningParty(
  tx: Transaction,
  customer: Customer,
  contactPersonId: string | null | undefined,
): Promise<Party> {
  if (!contactPersonId) return (await tx.em.findOne(Party, { id: customer.party.id }))!;
  const contact = await tx.get(ContactPerson, contactPersonId, ['input', 'contactPersonId'], { lock: false });
  if (contact.customer.id !== customer.id)
    refuse('CONTRADICTION', 'The contact person belongs to another customer.', ['input', 'contactPersonId']);
  return (await tx.em.findOne(Party, { id: contact.person.id }))!;
}

/** The medium, when it belongs to the verified customer's party or to one of its contact persons; another one looks like none. */
async function mediumOf(
  context: CallContext,
  tx: Transaction,
  input: ContactMediumRemoveInput,
): Promise<{ customer: Customer; medium: ContactMedium }> {
  const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
  await requireVerified(context, tx, customer, ['input', 'customerId']);
  const medium = await tx.get(ContactMedium, input.contactMediumId, ['input', 'contactMediumId']);
  const own =
    medium.party.id === customer.party.id ||
    (await tx.em.count(ContactPerson, { customer, person: medium.party.id })) > 0;
  if (!own) refuse('NOT_FOUND', 'There is no ContactMedium with this id.', ['input', 'contactMediumId']);
  return { customer, medium };
}

/** Changes a telephone number or address. */
export async function changeMedium(context: CallContext, input: ContactMediumChangeInput): Promise<ContactMedium> {
  return context.database.write(context, async (tx) => {
    const { customer, medium } = await mediumOf(context, tx, input);
    const changes = applyChanges(medium, {
      value: input.value ? normalContactValue(medium.kind, input.value) : undefined,
      postcode: input.postcode,
      purpose: input.purpose ?? undefined,
      preferred: input.preferred ?? undefined,
    });
    refuseAll(contactFaults(medium, ['input']));
    if (changes.length === 0) return medium;
    if (changes.some(({ field }) => field === 'value' || field === 'purpose'))
      await refuseDouble(tx, medium.party, medium, medium);
    if (medium.preferred) await preferOnly(tx, medium);
    tx.record({
      kind: 'RECORD_CHANGE',
      type: 'customer.medium.changed',
      subject: medium,
      customerId: customer.id,
      regionId: customer.region.id,
      data: { kind: medium.kind, changes },
    });
    return medium;
  });
}

/** Removes a telephone number or address. Answers the customer. */
export async function removeMedium(context: CallContext, input: ContactMediumRemoveInput): Promise<Customer> {
  return context.database.write(context, async (tx) => {
    const { customer, medium } = await mediumOf(context, tx, input);
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'customer.medium.removed',
      subject: customer,
      customerId: customer.id,
      regionId: customer.region.id,
      data: { contactMediumId: tx.idOf(medium), kind: medium.kind, value: historyNumber(medium) },
    });
    tx.em.remove(medium);
    return customer;
  });
}
