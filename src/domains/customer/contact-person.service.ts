import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse, userError, type InputPath, type UserError } from '../../kernel/errors/index.js';
import { applyChanges, type FieldChange, historyValue } from '../../kernel/record/index.js';
import { operatorToday } from '../calendar/index.js';
import {
  addContactMedium,
  addIndividual,
  applyIndividual,
  contactListFaults,
  IdentificationType,
  Individual,
  type IndividualChangeInput,
  individualChanges,
  individualFaults,
  PartyIdentification,
} from '../party/index.js';
import { followPartyName } from './follow-party-name.js';
import { ContactPerson, ContactPersonType } from './contact-person.js';
import type {
  ContactPersonAddInput,
  ContactPersonChangeInput,
  ContactPersonInput,
  ContactPersonRemoveInput,
} from './contact.inputs.js';
import { heldCustomerOf, holdChange } from './customer-change-approval.js';
import { refuseAll } from './customer-checks.js';
import { Customer } from './customer.js';
import { requireVerified } from './verification.js';

/** What is wrong with a contact person from outside. */
export function contactPersonFaults(input: ContactPersonInput, path: InputPath, today: string): UserError[] {
  const faults = contactListFaults(input.contactMedia ?? [], [...path, 'contactMedia']);
  if (Boolean(input.personId) === Boolean(input.individual)) {
    faults.push(
      userError(input.personId ? 'CONTRADICTION' : 'REQUIRED', 'Exactly one of personId and individual is needed.', [
        ...path,
        'individual',
      ]),
    );
  }
  if (input.personId && input.contactMedia?.length) {
    faults.push(
      userError('CONTRADICTION', 'Contact media are for a new person; add them to a known one by themselves.', [
        ...path,
        'contactMedia',
      ]),
    );
  }
  if (input.individual) faults.push(...individualFaults(input.individual, [], [...path, 'individual'], today));
  return faults;
}

/** Adds a contact person, whose data was checked, to a locked customer inside another operation. */
export async function addContactPerson(
  tx: Transaction,
  customer: Customer,
  input: ContactPersonInput,
  path: InputPath,
): Promise<ContactPerson> {
  const person = await personOf(tx, customer, input, path);
  const contactType = input.contactType ?? ContactPersonType.GENERAL;
  if (input.personId && (await tx.em.count(ContactPerson, { customer, person, contactType })) > 0) {
    refuse('DUPLICATE', 'The person is a contact of this type already.', [...path, 'personId'], { contactType });
  }
  // One is preferred as soon as there are any.
  const preferred = input.preferred === true || !(await hasPreferred(tx, customer));
  if (preferred) await preferNone(tx, customer);
  const contact = tx.add(
    Object.assign(new ContactPerson(), {
      customer,
      person,
      contactType,
      preferred,
      department: input.department ?? null,
      jobTitle: input.jobTitle ?? null,
      decisionRole: input.decisionRole ?? null,
      notes: input.notes ?? null,
    }),
  );
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'customer.contact.added',
    subject: contact,
    customerId: customer.id,
    regionId: customer.region.id,
    data: { name: person.name, contactType, preferred: contact.preferred },
  });
  return contact;
}

async function personOf(
  tx: Transaction,
  customer: Customer,
  input: ContactPersonInput,
  path: InputPath,
): Promise<Individual> {
  if (input.personId) return tx.get(Individual, input.personId, [...path, 'personId'], { lock: false });
  const person = addIndividual(tx, input.individual!, customer.region);
  for (const medium of input.contactMedia ?? []) addContactMedium(tx, person, medium);
  return person;
}

async function hasPreferred(tx: Transaction, customer: Customer): Promise<boolean> {
  await tx.em.flush();
  return (await tx.em.count(ContactPerson, { customer, preferred: true })) > 0;
}

/** Makes the contact person that came first the preferred one of a locked customer where none is (CUS-21). */
export async function givePreferred(tx: Transaction, customer: Customer): Promise<void> {
  if (await hasPreferred(tx, customer)) return;
  const [next] = await tx.em.find(ContactPerson, { customer }, { orderBy: { id: 'asc' }, limit: 1 });
  if (!next) return;
  next.preferred = true;
  recordChange(tx, next, customer, [{ field: 'preferred', old: false, new: true }]);
}

function recordChange(tx: Transaction, contact: ContactPerson, customer: Customer, changes: FieldChange[]): void {
  tx.record({
    kind: 'RECORD_CHANGE',
    type: 'customer.contact.changed',
    subject: contact,
    customerId: customer.id,
    regionId: customer.region.id,
    data: { changes },
  });
}

/** Flushed at once: the index that admits one preferred contact must not meet the next one before. */
async function preferNone(tx: Transaction, customer: Customer): Promise<void> {
  const before = await tx.em.find(ContactPerson, { customer, preferred: true });
  for (const contact of before) contact.preferred = false;
  await tx.em.flush();
}

/** Adds a contact person to a customer (CUS-19, CUS-21). */
export async function addContactPersonTo(context: CallContext, input: ContactPersonAddInput): Promise<ContactPerson> {
  return context.database.write(context, async (tx) => {
    refuseAll(contactPersonFaults(input, ['input'], await operatorToday(tx)));
    const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
    await requireVerified(context, tx, customer, ['input', 'customerId']);
    return addContactPerson(tx, customer, input, ['input']);
  });
}

/** A contact person that was changed. */
export interface ChangedContactPerson {
  contactPerson: ContactPerson;
  /** The person's own data wait for approval: nothing of them has changed yet. */
  held?: boolean;
}

/**
 * Changes a contact person; the customer is locked so that at most one contact is preferred. Own data of a person who is also a
 * customer held to approval wait for that, as a change of that customer does (WFL-28).
 */
export async function changeContactPerson(
  context: CallContext,
  input: ContactPersonChangeInput,
): Promise<ChangedContactPerson> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'contactPersonId'];
    const seen = await tx.get(ContactPerson, input.contactPersonId, path, { lock: false });
    const customer = (await tx.find(Customer, seen.customer.id))!;
    await requireVerified(context, tx, customer, path);
    const contact = await tx.get(ContactPerson, input.contactPersonId, path);
    if (input.preferred === false && contact.preferred)
      refuse('CONTRADICTION', 'Make another contact person the preferred one instead.', ['input', 'preferred']);
    const { changes, held }: ChangedPerson = input.individual
      ? await changePerson(tx, contact, input)
      : { changes: [] };
    if (input.preferred && !contact.preferred) await preferNone(tx, customer);
    changes.push(
      ...applyChanges(contact, {
        contactType: input.contactType ?? undefined,
        preferred: input.preferred ?? undefined,
        department: input.department,
        jobTitle: input.jobTitle,
        decisionRole: input.decisionRole,
        notes: input.notes,
      }),
    );
    if (changes.length > 0) recordChange(tx, contact, customer, changes);
    return { contactPerson: contact, ...(held ? { held } : {}) };
  });
}

interface ChangedPerson {
  changes: FieldChange[];
  held?: boolean;
}

async function changePerson(
  tx: Transaction,
  contact: ContactPerson,
  input: ContactPersonChangeInput,
): Promise<ChangedPerson> {
  const path = ['input', 'individual'];
  if (tx.caller.kind === 'CUSTOMER') refuse('FORBIDDEN', "Only staff may change a person's data.", path);
  const person = (await tx.find(Individual, contact.person.id))!;
  const cards = await tx.em.find(PartyIdentification, { party: person, type: IdentificationType.ID_CARD });
  refuseAll(individualFaults(input.individual!, cards, path, await operatorToday(tx)));
  if (await holdFor(tx, person, input.individual!, path)) return { changes: [], held: true };
  const changes = applyIndividual(person, input.individual!);
  // The person may be a customer too (CUS-22).
  if (changes.some(({ field }) => field === 'name')) await followPartyName(tx, person, null);
  return { changes };
}

/** Holds changes of a locked person as those of the customer who is held to approval. @returns whether there is such a customer */
async function holdFor(
  tx: Transaction,
  person: Individual,
  individual: IndividualChangeInput,
  path: InputPath,
): Promise<boolean> {
  // The fields as the change of a customer names them; what the customer is called follows the person.
  const changes = individualChanges(person, individual).map((change) => ({
    ...change,
    field: `individual.${change.field}`,
  }));
  const isNamed = changes.some(({ field }) => field === 'individual.name');
  const customer = await heldCustomerOf(tx, person, [...changes, ...(isNamed ? [{ field: 'name' }] : [])]);
  if (!customer) return false;
  const name = individual.name?.trim() ?? customer.name;
  if (name !== customer.name)
    changes.push({
      field: 'name',
      old: historyValue(Customer, 'name', customer.name),
      new: historyValue(Customer, 'name', name),
    });
  await tx.em.populate(customer, ['region']);
  await holdChange(tx, customer, { customerId: tx.idOf(customer), individual }, changes, path);
  return true;
}

/**
 * Removes a contact person from a customer; the person stays known. Where it was the preferred one, the one that came first of those that are
 * left is preferred (CUS-21). Answers the customer.
 */
export async function removeContactPerson(context: CallContext, input: ContactPersonRemoveInput): Promise<Customer> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'contactPersonId'];
    const seen = await tx.get(ContactPerson, input.contactPersonId, path, { lock: false });
    await tx.find(Customer, seen.customer.id);
    const contact = await tx.get(ContactPerson, input.contactPersonId, path);
    await requireVerified(context, tx, contact.customer, ['input', 'contactPersonId']);
    await tx.em.populate(contact, ['customer', 'person']);
    const { customer, person, contactType } = contact;
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'customer.contact.removed',
      subject: customer,
      reason: input.reason ?? null,
      customerId: customer.id,
      regionId: customer.region.id,
      data: { contactPersonId: tx.idOf(contact), personId: tx.idOf(person), name: person.name, contactType },
    });
    tx.em.remove(contact);
    await tx.em.flush();
    await givePreferred(tx, customer);
    return customer;
  });
}
