import { LockMode } from '@mikro-orm/postgresql';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse, userError, type UserError } from '../../kernel/errors/index.js';
import { applyChanges, type FieldChange, historyValue } from '../../kernel/record/index.js';
import { operatorToday } from '../calendar/index.js';
import { defineParameter, ParameterType, wordsOf } from '../parameter/index.js';
import {
  addIdentification,
  claimDocument,
  identificationListFaults,
  identityFaults,
  IdentificationType,
  Individual,
  individualFaults,
  normalIdentityNumber,
  Organization,
  Party,
  PartyIdentification,
  readIdentityRules,
} from '../party/index.js';
import type { Approved } from './customer-change-approval.js';
import { refuseAll } from './customer-checks.js';
import { CustomerType } from './customer-enums.js';
import type {
  CustomerIdentificationAddInput,
  CustomerIdentificationCorrectInput,
  CustomerIdentificationEndInput,
  CustomerIdentificationRenewInput,
} from './customer-identification.inputs.js';
import { Customer } from './customer.js';

const required = defineParameter({
  code: 'customer.identification.required',
  name: 'Customers who keep an identity document',
  type: ParameterType.TEXT,
  description:
    'Market groups, with commas between, such as `PUBLIC,BIG`, the last identity document of whose customers is not ended before another one is added (CUS-12); empty for none.',
  words: Object.values(CustomerType),
  defaultValue: 'PUBLIC,COMMERCIAL,BIG',
});

/** What a step with an identity document of a locked customer will change; nothing has changed yet. */
export interface Plan {
  /** The document as it stands; undefined while it is to be added. */
  document?: PartyIdentification;
  changes: readonly FieldChange[];
  /** Makes the changes and records them. */
  apply: (approved: Approved) => PartyIdentification | Promise<PartyIdentification>;
}

/** Fields of a document under the name by which histories and the parameter of approvals know them. */
const ofDocument = (changes: readonly FieldChange[]): FieldChange[] =>
  changes.map((change) => ({ ...change, field: `identifications.${change.field}` }));

const numberChange = (old: string | null, next: string | null): FieldChange[] =>
  ofDocument([
    {
      field: 'number',
      old: historyValue(PartyIdentification, 'number', old),
      new: historyValue(PartyIdentification, 'number', next),
    },
  ]);

/** The party of a customer, locked: what it has to show changes one after the other, whoever of its customers is asked. */
const partyOf = async (tx: Transaction, customer: Customer): Promise<Party> =>
  (await tx.em.findOne(Party, { id: customer.party.id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true }))!;

/** The locked document, when it is one of the party; another one looks like none. */
async function documentOf(tx: Transaction, party: Party, identificationId: string): Promise<PartyIdentification> {
  const document = await tx.get(PartyIdentification, identificationId, ['input', 'identificationId']);
  if (document.party.id !== party.id)
    refuse('NOT_FOUND', 'There is no PartyIdentification with this id.', ['input', 'identificationId']);
  return document;
}

/** What contradicts the person in the number of a card. */
function contradictions(party: Party, document: { type: IdentificationType; number: string }, today: string) {
  const { birthDate = null, gender = null } = party instanceof Individual ? party : {};
  const faults = individualFaults({ birthDate, gender }, [document], [], today);
  return faults.map((fault): UserError => ({ ...fault, path: ['input', 'number'] }));
}

const masked = (number: string): string => String(historyValue(PartyIdentification, 'number', number));

/** A further document. */
export async function planAdding(
  tx: Transaction,
  customer: Customer,
  input: CustomerIdentificationAddInput,
): Promise<Plan> {
  const party = await partyOf(tx, customer);
  const rules = await readIdentityRules(tx, await operatorToday(tx));
  const faults = identificationListFaults([input], [], rules);
  refuseAll(faults.map((fault) => ({ ...fault, path: ['input', ...fault.path.slice(1)] })));
  const isBusiness = input.type === IdentificationType.REGISTRATION_NO;
  if (isBusiness === party instanceof Individual)
    refuse('CONTRADICTION', `A customer of this kind has no ${input.type}.`, ['input', 'type']);
  refuseAll(contradictions(party, input, rules.today));
  const number = normalIdentityNumber(input.number);
  await claimDocument(tx, party, { type: input.type, number }, ['input', 'number']);
  return {
    changes: numberChange(null, number),
    apply: async (approved) => {
      const document = await addIdentification(tx, party, input, ['input', 'number']);
      if (isBusiness && party instanceof Organization) party.registrationNo ??= number;
      const { type, verified } = document;
      tx.record({
        kind: 'BUSINESS_FACT',
        type: 'customer.identification.added',
        ...{ subject: customer, customerId: customer.id, regionId: customer.region.id, reason: input.reason ?? null },
        data: { type, number: masked(number), verified, ...approved },
      });
      return document;
    },
  };
}

interface Values {
  number?: string | undefined;
  validUntil?: string | null | undefined;
  address?: string | null | undefined;
  verified?: boolean | undefined;
}

/** What values would change of a document, which stays as it is. */
function changesOf(document: PartyIdentification, values: Values): FieldChange[] {
  const { number, validUntil = null, address = null, verified } = document;
  const draft = Object.assign(new PartyIdentification(), { number, validUntil, address, verified });
  return ofDocument(applyChanges(draft, values));
}

/** The same document with a new validity; who checked the former one has not seen it. */
export async function planRenewal(
  tx: Transaction,
  customer: Customer,
  input: CustomerIdentificationRenewInput,
): Promise<Plan> {
  const party = await partyOf(tx, customer);
  const document = await documentOf(tx, party, input.identificationId);
  const { validUntil, address } = input;
  const path = ['input', 'validUntil'];
  if (validUntil === undefined) refuse('REQUIRED', 'Say until when it is valid, or null when it does not end.', path);
  if (validUntil && validUntil < (await operatorToday(tx)))
    refuse('EXPIRED', 'The document is no longer valid.', path, { validUntil });
  if (validUntil && document.validUntil && validUntil < document.validUntil)
    refuse('CONTRADICTION', 'The former one is valid for longer; correct it when that is wrong.', path, {
      validUntil: document.validUntil,
    });
  const isSame = validUntil === (document.validUntil ?? null);
  const values = { validUntil, address, verified: input.verified ?? (isSame ? document.verified : false) };
  const changes = changesOf(document, values);
  return {
    ...{ document, changes },
    apply: (approved) => {
      Object.assign(document, definedOf(values));
      tx.record({
        kind: 'RECORD_CHANGE',
        type: 'customer.identification.renewed',
        ...{ subject: customer, customerId: customer.id, regionId: customer.region.id, reason: input.reason ?? null },
        data: { identificationId: tx.idOf(document), type: document.type, changes: [...changes], ...approved },
      });
      return document;
    },
  };
}

const definedOf = (values: Values): Partial<PartyIdentification> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** What was taken down wrongly. */
export async function planCorrection(
  tx: Transaction,
  customer: Customer,
  input: CustomerIdentificationCorrectInput,
): Promise<Plan> {
  const party = await partyOf(tx, customer);
  const document = await documentOf(tx, party, input.identificationId);
  const { type, number: former } = document;
  if (input.number === null) refuse('REQUIRED', 'A document has a number.', ['input', 'number']);
  const number = input.number === undefined ? former : normalIdentityNumber(input.number);
  if (number !== former) {
    const rules = await readIdentityRules(tx, await operatorToday(tx));
    refuseAll(identityFaults(type, number, ['input', 'number'], rules));
    refuseAll(contradictions(party, { type, number }, rules.today));
    await claimDocument(tx, party, { type, number }, ['input', 'number'], document);
  }
  const verified = input.verified ?? (number === former ? undefined : false);
  const values = { number, validUntil: input.validUntil, address: input.address, verified };
  const follows = registered(party, former, number);
  const changes = [...changesOf(document, values), ...(number === former ? [] : follows.changes)];
  return {
    ...{ document, changes },
    apply: (approved) => {
      Object.assign(document, definedOf(values));
      if (number !== former) follows.apply();
      tx.record({
        kind: 'RECORD_CHANGE',
        type: 'customer.identification.corrected',
        ...{ subject: customer, customerId: customer.id, regionId: customer.region.id, reason: input.reason ?? null },
        data: { identificationId: tx.idOf(document), type, changes, ...approved },
      });
      return document;
    },
  };
}

/** The registration number of an organisation, where it is that of a document whose number changes or goes. */
function registered(party: Party, former: string, next: string | null): { changes: FieldChange[]; apply: () => void } {
  if (!(party instanceof Organization) || party.registrationNo !== former) return { changes: [], apply: () => {} };
  const shown = (value: string | null) => historyValue(Organization, 'registrationNo', value);
  return {
    changes: [{ field: 'organization.registrationNo', old: shown(former), new: shown(next) }],
    apply: () => void (party.registrationNo = next),
  };
}

/** A document that counts no longer; its row stays among the earlier states. */
export async function planEnd(
  tx: Transaction,
  customer: Customer,
  input: CustomerIdentificationEndInput,
): Promise<Plan> {
  const party = await partyOf(tx, customer);
  const document = await documentOf(tx, party, input.identificationId);
  const others = await tx.em.find(PartyIdentification, { party, id: { $ne: document.id } }, { orderBy: { id: 'asc' } });
  if (others.length === 0) refuseAll(await lastFaults(tx, party));
  const { type, number } = document;
  const follows = registered(party, number, others.find((other) => other.type === type)?.number ?? null);
  const changes = [...numberChange(number, null), ...follows.changes];
  return {
    ...{ document, changes },
    apply: (approved) => {
      follows.apply();
      tx.record({
        kind: 'RECORD_CHANGE',
        type: 'customer.identification.ended',
        ...{ subject: customer, customerId: customer.id, regionId: customer.region.id, reason: input.reason },
        data: { identificationId: tx.idOf(document), type, changes, ...approved },
      });
      tx.em.remove(document);
      return document;
    },
  };
}

/** What speaks against ending the last document of a party: one of its customers must have one. */
async function lastFaults(tx: Transaction, party: Party): Promise<UserError[]> {
  const types = wordsOf(await required.read(tx)) as CustomerType[];
  const bound = await tx.em.count(Customer, { party: party.id, customerType: { $in: types }, mergedInto: null });
  if (bound === 0) return [];
  const message = 'The customer keeps an identity document; add another one first.';
  return [userError('LAST_IDENTIFICATION', message, ['input', 'identificationId'])];
}
