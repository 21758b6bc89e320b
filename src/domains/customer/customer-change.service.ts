import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { Refusal, refuse, userError } from '../../kernel/errors/index.js';
import { applyChanges, expectVersion, type FieldChange, maskText } from '../../kernel/record/index.js';
import {
  addIdentification,
  applyIndividual,
  applyOrganization,
  ExternalOrganization,
  identificationListFaults,
  IdentificationType,
  Individual,
  individualFaults,
  organizationFaults,
  Party,
  PartyIdentification,
  readIdentityRules,
} from '../party/index.js';
import { mergeCharacteristics } from './account.service.js';
import { Account } from './account.js';
import { activeEmployee, activePartner, characteristicsFaults, refuseAll, regionInScope } from './customer-checks.js';
import {
  CustomerStep,
  type CustomerChangeInput,
  type CustomerIdentificationAddInput,
  type CustomerMoveInput,
} from './customer.inputs.js';
import { promptsAfter } from './attribute-linkage.service.js';
import { fieldsInUse, templateFaults } from './template-values.js';
import { subTypeFaults } from './customer-sub-type.service.js';
import { customerLifecycle } from './customer.lifecycle.js';
import { Customer } from './customer.js';

/** What customers may change of themselves. */
const ownFields = new Set([
  'customerId',
  'expectedVersion',
  'individual',
  'organization',
  'serviceAddress',
  'operators',
]);

/** A customer that was changed, and the fields to look at again after it (CUS-28). */
export interface ChangedCustomer {
  customer: Customer;
  prompts: string[];
}

/** Changes a customer and its party (CUS-29: every changed field stands in the history). */
export async function changeCustomer(context: CallContext, input: CustomerChangeInput): Promise<ChangedCustomer> {
  return context.database.write(context, async (tx) => {
    if (tx.caller.kind === 'CUSTOMER') refuseForeignFields(input);
    const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
    expectVersion(customer, input.expectedVersion, ['input', 'expectedVersion']);
    const party = (await tx.em.findOne(Party, { id: customer.party.id }))!;
    const changes = [...(await changeParty(tx, party, input)), ...(await changeRole(tx, customer, party, input))];
    if (changes.length === 0) return { customer, prompts: [] };
    customer.version++;
    tx.record({
      kind: 'RECORD_CHANGE',
      type: 'customer.changed',
      subject: customer,
      customerId: customer.id,
      regionId: customer.region.id,
      data: { changes, version: customer.version },
    });
    return { customer, prompts: await promptsAfter(tx, changes) };
  });
}

function refuseForeignFields(input: CustomerChangeInput): void {
  const foreign = Object.entries(input).filter(([field, value]) => value !== undefined && !ownFields.has(field));
  if (foreign.length > 0) {
    throw new Refusal(
      foreign.map(([field]) => userError('FORBIDDEN', 'Only staff may change this.', ['input', field])),
    );
  }
}

async function changeParty(tx: Transaction, party: Party, input: CustomerChangeInput): Promise<FieldChange[]> {
  if (input.individual && !(party instanceof Individual)) {
    refuse('CONTRADICTION', 'The customer is an organisation, not a person.', ['input', 'individual']);
  }
  if (input.organization && !(party instanceof ExternalOrganization)) {
    refuse('CONTRADICTION', 'The customer is a person, not an organisation.', ['input', 'organization']);
  }
  if (input.individual && party instanceof Individual) {
    const cards = await tx.em.find(PartyIdentification, { party, type: IdentificationType.ID_CARD });
    refuseAll(individualFaults(input.individual, cards, ['input', 'individual']));
    return underPath('individual', applyIndividual(party, input.individual));
  }
  if (input.organization && party instanceof ExternalOrganization) {
    refuseAll(organizationFaults(input.organization, ['input', 'organization'], await readIdentityRules(tx)));
    return underPath('organization', applyOrganization(party, input.organization));
  }
  return [];
}

function underPath(part: string, changes: FieldChange[]): FieldChange[] {
  return changes.map((change) => ({ ...change, field: `${part}.${change.field}` }));
}

async function changeRole(
  tx: Transaction,
  customer: Customer,
  party: Party,
  input: CustomerChangeInput,
): Promise<FieldChange[]> {
  const region = input.regionId ? await regionInScope(tx, input.regionId, ['input', 'regionId']) : undefined;
  const manager = input.accountManagerId
    ? await activeEmployee(tx, input.accountManagerId, ['input', 'accountManagerId'])
    : input.accountManagerId;
  const partner = input.partnerId ? await activePartner(tx, input.partnerId, ['input', 'partnerId']) : input.partnerId;
  const { characteristics } = input;
  refuseAll(characteristicsFaults(characteristics, ['input', 'characteristics']));
  const changes = applyChanges(customer, {
    name: party.name,
    customerType: input.customerType ?? undefined,
    subType: input.subType,
    serviceLevel: input.serviceLevel ?? undefined,
    secrecyLevel: input.secrecyLevel ?? undefined,
    region,
    accountManager: manager as Customer['accountManager'],
    partner: partner as Customer['partner'],
    vipNo: input.vipNo,
    serviceAddress: input.serviceAddress,
    operators: input.operators === null ? [] : input.operators,
    characteristics: characteristics ? mergeCharacteristics(customer.characteristics, characteristics) : undefined,
  });
  if (changes.some(({ field }) => field === 'customerType' || field === 'subType'))
    refuseAll(await subTypeFaults(tx, customer.customerType, customer.subType, ['input', 'subType']));
  if (characteristics) {
    const fields = await fieldsInUse(tx, customer.customerType);
    refuseAll(templateFaults(fields, characteristics, ['input', 'characteristics'], false));
  }
  if (region && changes.some(({ field }) => field === 'region')) await moveAccounts(tx, customer);
  return changes;
}

/** The accounts of a customer are kept where the customer is served. */
async function moveAccounts(tx: Transaction, customer: Customer): Promise<void> {
  const accounts = await tx.em.find(
    Account,
    { owner: customer },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  for (const account of accounts) {
    account.region = customer.region;
    account.version++;
  }
}

const actions = {
  [CustomerStep.ENTER]: 'enter',
  [CustomerStep.LEAVE]: 'leave',
  [CustomerStep.WIN_BACK]: 'winBack',
} as const;

/** Takes a step of the life cycle by hand, with a reason (CUS-17). */
export async function moveCustomer(context: CallContext, input: CustomerMoveInput): Promise<Customer> {
  return context.database.write(context, async (tx) => {
    const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
    await customerLifecycle.move(tx, customer, actions[input.step], { reason: input.reason, data: { manual: true } });
    return customer;
  });
}

/** Adds an identity document to the party of a customer (CUS-12). The number is masked in the history. */
export async function addCustomerIdentification(
  context: CallContext,
  input: CustomerIdentificationAddInput,
): Promise<PartyIdentification> {
  return context.database.write(context, async (tx) => {
    const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
    const party = (await tx.em.findOne(Party, { id: customer.party.id }))!;
    const faults = identificationListFaults([input], [], await readIdentityRules(tx));
    refuseAll(faults.map((fault) => ({ ...fault, path: ['input', ...fault.path.slice(1)] })));
    const isBusiness = input.type === IdentificationType.REGISTRATION_NO;
    if (isBusiness === party instanceof Individual)
      refuse('CONTRADICTION', `A customer of this kind has no ${input.type}.`, ['input', 'type']);
    const person = {
      birthDate: party instanceof Individual ? party.birthDate : null,
      gender: party instanceof Individual ? party.gender : null,
    };
    refuseAll(individualFaults(person, [input], []).map((fault) => ({ ...fault, path: ['input', 'number'] })));
    const document = await addIdentification(tx, party, input, ['input', 'number']);
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'customer.identification.added',
      subject: customer,
      customerId: customer.id,
      regionId: customer.region.id,
      data: { type: document.type, number: maskText(document.number), verified: document.verified },
    });
    return document;
  });
}
