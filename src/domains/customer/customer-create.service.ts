import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse, userError, type UserError } from '../../kernel/errors/index.js';
import { decodeId, TimePeriod } from '../../kernel/model/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { operatorToday } from '../calendar/index.js';
import { activeEmployee } from '../organisation/index.js';
import {
  addContactMedium,
  addIdentification,
  addIndividual,
  addOrganization,
  contactListFaults,
  IdentificationType,
  type IdentificationInput,
  identificationListFaults,
  type IdentityRules,
  individualFaults,
  InternalOrganization,
  normalIdentityNumber,
  Organization,
  organizationFaults,
  Party,
  readIdentityRules,
} from '../party/index.js';
import type { Region } from '../region/index.js';
import { accountFaults } from './account-checks.js';
import { addAccount } from './account.service.js';
import { addContactPerson, contactPersonFaults } from './contact-person.service.js';
import { activePartner, characteristicsFaults, refuseAll, regionInScope } from './customer-checks.js';
import { addCode } from './customer-code.service.js';
import { CustomerCode, CustomerCodeLevel } from './customer-code.js';
import { customerCreations } from './customer-creations.js';
import { CustomerType, SecrecyLevel, ServiceLevel } from './customer-enums.js';
import { fillDefaults } from './default-rules.js';
import { subTypeFaults } from './customer-sub-type.service.js';
import { fieldsInUse, templateFaults, typedValues, withDefaults } from './template-values.js';
import type { CustomerCreateInput } from './customer.inputs.js';
import { customerLifecycle } from './customer.lifecycle.js';
import { Customer } from './customer.js';

/**
 * Creates a customer with party, documents, contact media, codes, contact persons and a first account, all or nothing
 * (CUS-06…09, CUS-59). Refuses with every fault of the input at once.
 */
export async function createCustomer(context: CallContext, given: CustomerCreateInput): Promise<Customer> {
  return context.database.write(context, async (tx) => {
    const faults = inputFaults(given, await readIdentityRules(tx, await operatorToday(tx)));
    // What rules would fill in may be absent yet.
    if (faults.length > 0) refuseAll([...faults, ...(await typeFaults(tx, given, false))]);
    const region = await regionInScope(tx, given.regionId, ['input', 'regionId']);
    const known = given.partyId ? await tx.find(Party, uuidOfParty(given.partyId), { lock: false }) : null;
    const { input, credit } = await fillDefaults(tx, { input: given, party: known, region });
    refuseAll(await typeFaults(tx, input));
    if (input.code) await refuseKnownCode(tx, input.code);
    const party = await partyOf(tx, input, region);
    const customer = await addCustomer(context, tx, input, party, region);
    for (const [index, code] of (input.codes ?? []).entries()) {
      await addCode(tx, customer, code, ['input', 'codes', index]);
    }
    for (const [index, person] of (input.contactPersons ?? []).entries()) {
      await addContactPerson(tx, customer, person, ['input', 'contactPersons', index]);
    }
    const first = await addAccount(context, tx, customer, { ...input.account, isDefault: true }, null, [
      'input',
      'account',
    ]);
    if (credit) first.credit = credit;
    for (const [index, account] of (input.furtherAccounts ?? []).entries()) {
      const path = ['input', 'furtherAccounts', index];
      if (account.isDefault) refuse('CONTRADICTION', 'The first account is the default one.', [...path, 'isDefault']);
      await tx.em.flush();
      await addAccount(context, tx, customer, account, first, path);
    }
    await customerCreations.run(tx, customer, input);
    return customer;
  });
}

/** Everything that is wrong with the input by itself, before anything is read. */
function inputFaults(input: CustomerCreateInput, rules: IdentityRules): UserError[] {
  const documents = input.identifications ?? [];
  const people = input.contactPersons ?? [];
  return [
    ...whoFaults(input, rules),
    ...identificationListFaults(documents, ['input', 'identifications'], rules),
    ...contactListFaults(input.contactMedia ?? [], ['input', 'contactMedia']),
    ...people.flatMap((person, index) => contactPersonFaults(person, ['input', 'contactPersons', index], rules.today)),
    ...people
      .flatMap((person, index) => (person.preferred ? [index] : []))
      .slice(1)
      .map((index) =>
        userError('CONTRADICTION', 'Only one contact can be preferred.', [
          'input',
          'contactPersons',
          index,
          'preferred',
        ]),
      ),
    ...characteristicsFaults(input.characteristics, ['input', 'characteristics']),
    ...accountFaults(input.account ?? {}, ['input', 'account']),
    ...(input.furtherAccounts ?? []).flatMap((account, index) =>
      accountFaults(account, ['input', 'furtherAccounts', index]),
    ),
  ];
}

/** What is wrong with values that the market group decides; nothing while only the known party tells which one it is. */
async function typeFaults(tx: Transaction, input: CustomerCreateInput, complete = true): Promise<UserError[]> {
  if (input.partyId && !input.customerType) return [];
  const customerType = input.customerType ?? defaultType(Boolean(input.organization));
  return faultsOfType(tx, customerType, input, complete);
}

async function faultsOfType(
  tx: Transaction,
  customerType: CustomerType,
  { subType, characteristics }: CustomerCreateInput,
  complete = true,
): Promise<UserError[]> {
  const fields = await fieldsInUse(tx, customerType);
  const plain = typeof characteristics === 'object' && !Array.isArray(characteristics);
  const values = withDefaults(fields, plain ? (characteristics ?? {}) : {});
  return [
    ...(await subTypeFaults(tx, customerType, subType, ['input', 'subType'])),
    ...templateFaults(fields, values, ['input', 'characteristics'], complete),
  ];
}

/** Exactly one party is named, and its documents are of its kind. */
function whoFaults(input: CustomerCreateInput, rules: IdentityRules): UserError[] {
  const { individual, organization, partyId } = input;
  const named = [individual, organization, partyId].filter(Boolean).length;
  if (named === 0)
    return [userError('REQUIRED', 'One of individual, organization and partyId is needed.', ['input', 'individual'])];
  if (named > 1) {
    const path = individual && organization ? 'organization' : 'partyId';
    return [
      userError('CONTRADICTION', 'Only one of individual, organization and partyId can be given.', ['input', path]),
    ];
  }
  if (individual) {
    return [
      ...individualFaults(individual, input.identifications ?? [], ['input', 'individual'], rules.today),
      ...documentKindFaults(input, false),
    ];
  }
  if (organization)
    return [...organizationFaults(organization, ['input', 'organization'], rules), ...documentKindFaults(input, true)];
  return [];
}

/** People have no business registration; organisations have no identity card of their own. */
function documentKindFaults(input: Pick<CustomerCreateInput, 'identifications'>, isOrganization: boolean): UserError[] {
  return (input.identifications ?? []).flatMap((document, index) =>
    (document.type === IdentificationType.REGISTRATION_NO) === isOrganization
      ? []
      : [
          userError('CONTRADICTION', `${isOrganization ? 'An organisation' : 'A person'} has no ${document.type}.`, [
            'input',
            'identifications',
            index,
            'type',
          ]),
        ],
  );
}

const defaultType = (isOrganization: boolean): CustomerType =>
  isOrganization ? CustomerType.COMMERCIAL : CustomerType.PUBLIC;

/** The key in the id of a party, or one of no row. */
const uuidOfParty = (id: string): string => decodeId(id)?.uuid ?? '00000000-0000-0000-0000-000000000000';

async function partyOf(tx: Transaction, input: CustomerCreateInput, region: Region): Promise<Party> {
  const party = input.partyId
    ? await knownParty(tx, input)
    : input.individual
      ? addIndividual(tx, input.individual, region)
      : addOrganization(tx, input.organization!, region);
  for (const { document, path } of documentsOf(input)) await addIdentification(tx, party, document, path);
  for (const medium of input.contactMedia ?? []) addContactMedium(tx, party, medium);
  return party;
}

async function knownParty(tx: Transaction, input: CustomerCreateInput): Promise<Party> {
  const party = await tx.get(Party, input.partyId!, ['input', 'partyId']);
  if (party instanceof InternalOrganization) {
    refuse('CONTRADICTION', 'A unit of the operator cannot be a customer.', ['input', 'partyId']);
  }
  refuseAll(documentKindFaults(input, party instanceof Organization));
  return party;
}

/** The given documents, and the registration number of an organisation as one more unless it is among them. */
function documentsOf(input: CustomerCreateInput): { document: IdentificationInput; path: (string | number)[] }[] {
  const documents = (input.identifications ?? []).map((document, index) => ({
    document,
    path: ['input', 'identifications', index, 'number'],
  }));
  const number = input.organization?.registrationNo;
  if (
    !number ||
    documents.some(({ document }) => normalIdentityNumber(document.number) === normalIdentityNumber(number))
  )
    return documents;
  return [
    ...documents,
    {
      document: { type: IdentificationType.REGISTRATION_NO, number },
      path: ['input', 'organization', 'registrationNo'],
    },
  ];
}

async function addCustomer(
  context: CallContext,
  tx: Transaction,
  input: CustomerCreateInput,
  party: Party,
  region: Region,
): Promise<Customer> {
  const customerType = input.customerType ?? defaultType(party instanceof Organization);
  refuseAll(await faultsOfType(tx, customerType, input));
  const manager = input.accountManagerId
    ? await activeEmployee(tx, input.accountManagerId, ['input', 'accountManagerId'])
    : null;
  const fields = await fieldsInUse(tx, customerType);
  const customer = Object.assign(new Customer(), {
    code: input.code ?? (await freeCode(context, tx, region.code)),
    name: party.name,
    party,
    customerType,
    subType: input.subType ?? null,
    serviceLevel: input.serviceLevel ?? ServiceLevel.STANDARD,
    secrecyLevel: input.secrecyLevel ?? SecrecyLevel.NORMAL,
    region,
    accountManager: manager,
    partner: input.partnerId ? await activePartner(tx, input.partnerId, ['input', 'partnerId']) : null,
    vipNo: input.vipNo ?? null,
    serviceAddress: input.serviceAddress ?? null,
    operators: input.operators ?? [],
    joinedAt: null,
    leftAt: null,
    version: 0,
    characteristics: typedValues(fields, withDefaults(fields, input.characteristics ?? {})),
  });
  tx.add(customer);
  tx.add(
    Object.assign(new CustomerCode(), {
      code: customer.code,
      customer,
      level: CustomerCodeLevel.LOCAL_NETWORK,
      issuedBy: input.code ? null : region.code,
      validity: TimePeriod.since(tx.at),
    }),
  );
  customerLifecycle.begin(tx, customer);
  recordCreation(tx, customer, input);
  return customer;
}

function recordCreation(tx: Transaction, customer: Customer, input: CustomerCreateInput): void {
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'customer.created',
    subject: customer,
    customerId: customer.id,
    regionId: customer.region.id,
    data: {
      code: customer.code,
      name: customer.name,
      customerType: customer.customerType,
      partyId: tx.idOf(customer.party),
      documents: documentsOf(input).map(({ document }) => document.type),
    },
  });
}

async function freeCode(context: CallContext, tx: Transaction, regionCode: string): Promise<string> {
  for (;;) {
    const code = formatNumber(`C${regionCode}`, await takeNumber(context.database, `customer:${regionCode}`));
    if ((await tx.em.count(CustomerCode, { code })) === 0) return code;
  }
}

async function refuseKnownCode(tx: Transaction, code: string): Promise<void> {
  if ((await tx.em.count(CustomerCode, { code })) > 0) {
    refuse('DUPLICATE', 'A customer with this code exists already.', ['input', 'code'], { code });
  }
}
