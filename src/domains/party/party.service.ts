import type { Transaction } from '../../kernel/database/transaction.js';
import type { InputPath } from '../../kernel/errors/index.js';
import { Money } from '../../kernel/model/index.js';
import { applyChanges, type FieldChange } from '../../kernel/record/index.js';
import type { Region } from '../region/index.js';
import { claimDocument } from './claim-document.js';
import { ContactMedium, ContactPurpose } from './contact-medium.js';
import { normalContactValue } from './contact-rules.js';
import { ExternalOrganization } from './external-organization.js';
import { normalIdentityNumber } from './identity-rules.js';
import { Individual } from './individual.js';
import { PartyIdentification } from './party-identification.js';
import type {
  ContactMediumInput,
  IdentificationInput,
  IndividualChangeInput,
  IndividualInput,
  OrganizationChangeInput,
  OrganizationInput,
} from './party.inputs.js';
import { type Party, PartyStatus } from './party.js';

/** Adds a person whose data was checked. */
export function addIndividual(tx: Transaction, input: IndividualInput, region: Region): Individual {
  const person = Object.assign(new Individual(), { status: PartyStatus.ACTIVE, region, hobbies: [] });
  applyIndividual(person, input);
  return tx.add(person);
}

/** Adds an outside organisation whose data was checked. */
export function addOrganization(tx: Transaction, input: OrganizationInput, region: Region): ExternalOrganization {
  const organization = Object.assign(new ExternalOrganization(), { status: PartyStatus.ACTIVE, region });
  applyOrganization(organization, input);
  organization.registrationNo = input.registrationNo ? normalIdentityNumber(input.registrationNo) : null;
  return tx.add(organization);
}

/** Takes over the given data of a person and answers what changed; religion and political status are masked. */
export function applyIndividual(person: Individual, input: IndividualChangeInput): FieldChange[] {
  const { name, shortName, gender, birthDate, nationality, religion, politicalStatus } = input;
  const { education, occupation, maritalStatus, hobbies } = input;
  return applyChanges(
    person,
    {
      name: name?.trim(),
      shortName,
      gender,
      birthDate,
      nationality,
      religion,
      politicalStatus,
      education,
      occupation,
      maritalStatus,
      hobbies: hobbies === null ? [] : hobbies,
    },
    ['religion', 'politicalStatus'],
  );
}

/** What the given data would change of a person, who stays as it is. */
export function individualChanges(person: Individual, input: IndividualChangeInput): FieldChange[] {
  const { name, shortName, gender, birthDate, nationality, religion, politicalStatus } = person;
  const { education, occupation, maritalStatus, hobbies } = person;
  const draft = {
    ...{ name, shortName, gender, birthDate, nationality, religion, politicalStatus },
    ...{ education, occupation, maritalStatus, hobbies },
  };
  return applyIndividual(Object.assign(new Individual(), draft), input);
}

/** Takes over the given data of an organisation and answers what changed. */
export function applyOrganization(organization: ExternalOrganization, input: OrganizationChangeInput): FieldChange[] {
  const { name, shortName, legalRepresentative, industry, scale, headCount, revenue, unitKind } = input;
  return applyChanges(organization, {
    name: name?.trim(),
    shortName,
    legalRepresentative,
    industry,
    scale,
    headCount,
    revenue: revenue ? Money.of(revenue.amount, revenue.currency) : revenue,
    unitKind,
  });
}

/**
 * Adds an identity document whose number was checked; refuses with DUPLICATE, at the path of the number, when any party has it, or another
 * one has the same card under its number of before 1999 or since. A party may have both.
 */
export async function addIdentification(
  tx: Transaction,
  party: Party,
  input: IdentificationInput,
  path: InputPath,
): Promise<PartyIdentification> {
  const number = normalIdentityNumber(input.number);
  await claimDocument(tx, party, { type: input.type, number }, path);
  const byStaff = tx.caller.kind !== 'CUSTOMER' && tx.caller.kind !== 'PARTNER';
  return tx.add(
    Object.assign(new PartyIdentification(), {
      party,
      type: input.type,
      number,
      validUntil: input.validUntil ?? null,
      address: input.address ?? null,
      verified: byStaff && (input.verified ?? false),
    }),
  );
}

/** Adds a contact medium whose value was checked. */
export function addContactMedium(tx: Transaction, party: Party, input: ContactMediumInput): ContactMedium {
  return tx.add(
    Object.assign(new ContactMedium(), {
      party,
      kind: input.kind,
      value: normalContactValue(input.kind, input.value),
      postcode: input.postcode ?? null,
      purpose: input.purpose ?? ContactPurpose.GENERAL,
      preferred: input.preferred ?? false,
    }),
  );
}

/** Makes every other medium of the party no longer preferred. */
export async function preferOnly(tx: Transaction, medium: ContactMedium): Promise<void> {
  await tx.em.nativeUpdate(
    ContactMedium,
    { party: medium.party, preferred: true, id: { $ne: medium.id } },
    { preferred: false },
  );
}
