import { LockMode } from '@mikro-orm/postgresql';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { applyChanges, type FieldChange } from '../../kernel/record/index.js';
import { operatorToday } from '../calendar/index.js';
import { activeEmployee } from '../organisation/index.js';
import {
  applyIndividual,
  applyOrganization,
  ExternalOrganization,
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
import { activePartner, characteristicsFaults, refuseAll, regionInScope } from './customer-checks.js';
import type { CustomerChangeInput } from './customer.inputs.js';
import { followPartyName } from './follow-party-name.js';
import { fieldsInUse, templateFaults, typedValues } from './template-values.js';
import { subTypeFaults } from './customer-sub-type.service.js';
import type { Customer } from './customer.js';

/** Changes a locked customer and its party. @param approved the approval that allowed it, and who asked for it */
export async function applyCustomerChange(
  tx: Transaction,
  customer: Customer,
  input: CustomerChangeInput,
  approved: { approvalNo?: string; proposedBy?: string } = {},
): Promise<FieldChange[]> {
  const party = (await tx.em.findOne(Party, { id: customer.party.id }))!;
  const changes = [...(await changeParty(tx, party, input)), ...(await changeRole(tx, customer, party, input))];
  if (changes.length === 0) return changes;
  if (changes.some(({ field }) => field === 'name')) await followPartyName(tx, party, customer);
  customer.version++;
  tx.record({
    kind: 'RECORD_CHANGE',
    type: 'customer.changed',
    subject: customer,
    customerId: customer.id,
    regionId: customer.region.id,
    data: { changes, version: customer.version, ...approved },
  });
  return changes;
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
    refuseAll(individualFaults(input.individual, cards, ['input', 'individual'], await operatorToday(tx)));
    return underPath('individual', applyIndividual(party, input.individual));
  }
  if (input.organization && party instanceof ExternalOrganization) {
    refuseAll(
      organizationFaults(
        input.organization,
        ['input', 'organization'],
        await readIdentityRules(tx, await operatorToday(tx)),
      ),
    );
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
  const fields = characteristics ? await fieldsInUse(tx, input.customerType ?? customer.customerType) : [];
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
    characteristics: characteristics
      ? mergeCharacteristics(customer.characteristics, typedValues(fields, characteristics))
      : undefined,
  });
  if (changes.some(({ field }) => field === 'customerType' || field === 'subType'))
    refuseAll(await subTypeFaults(tx, customer.customerType, customer.subType, ['input', 'subType']));
  if (characteristics) refuseAll(templateFaults(fields, characteristics, ['input', 'characteristics'], false));
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
