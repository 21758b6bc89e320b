import {
  Contract,
  ContractExecution,
  ContractItem,
  ContractKind,
  contractLifecycle,
  monthsLater,
} from '../../../src/domains/agreement/index.js';
import {
  Account,
  accountLifecycle,
  AccountPaymentAccount,
  BillDelivery,
  BillFormat,
  BillingCycle,
  Customer,
  CustomerCode,
  CustomerCodeLevel,
  customerLifecycle,
  CustomerType,
  InNetworkPhase,
  PaymentAccount,
  SecrecyLevel,
  ServiceLevel,
} from '../../../src/domains/customer/index.js';
import { OfferingInstance, offeringInstanceLifecycle } from '../../../src/domains/inventory/index.js';
import { Individual, PartyStatus } from '../../../src/domains/party/index.js';
import type { Batch } from '../../bulk/batch.js';
import { Chronicle, type Occasion } from '../../bulk/chronicle.js';
import { v7 } from '../../../src/kernel/model/uuid.js';
import type { TelcoChurnRow } from './row.js';
import type { TelcoChurnTarget } from './target.js';
import { writeInstances } from './write-instances.js';

const SOURCE = 'telco-churn';
const actor = { subject: `import:${SOURCE}`, name: 'Import of the telco churn table', kind: 'SYSTEM' } as const;
const ADDRESS_UNKNOWN = 'Address not given by the imported table';

/** What the writing of one row has in common. */
export interface RowStory {
  row: TelcoChurnRow;
  target: TelcoChurnTarget;
  batch: Batch;
  chronicle: Chronicle;
  /** Key of a row that belongs to this customer, by a name; the same name gives the same key. */
  id: (...names: string[]) => string;
  name: string;
  /** When the rows are written. */
  createdAt: Date;
  joinedAt: Date;
  leftAt: Date | null;
  validity: { from: Date; to: Date | null };
  /** The beginning, and the end where there was one. */
  joined: Occasion;
  left: Occasion | undefined;
}

/**
 * Everything that a row of the table becomes: person, customer, account with its way of paying, one offering instance with the
 * products, a contract, and their history. The table knows no dates; they are counted back from `asOf` by the months of tenure.
 */
export function writeTelcoChurnRow(
  batch: Batch,
  row: TelcoChurnRow,
  target: TelcoChurnTarget,
  asOf: Date,
  createdAt: Date,
): void {
  const id = newKeys();
  const joinedAt = monthsLater(asOf, -row.tenure);
  const leftAt = row.churned ? asOf : null;
  const scope = {
    customerId: id('Customer'),
    regionId: target.regionId,
    correlationId: `${actor.subject}:${row.customerId}`,
    writtenAt: createdAt,
  };
  const story: RowStory = {
    row,
    target,
    batch,
    chronicle: new Chronicle(scope),
    id,
    name: `Customer ${row.customerId}`,
    createdAt,
    joinedAt,
    leftAt,
    validity: { from: joinedAt, to: leftAt },
    joined: { at: joinedAt, actor },
    left: leftAt ? { at: leftAt, actor, reason: 'The imported table says that the customer has churned.' } : undefined,
  };
  writeCustomer(story);
  writeAccount(story);
  writeOffering(story);
  writeContract(story);
  story.chronicle.fact('customer.imported', Customer, id('Customer'), {
    at: createdAt,
    actor,
    figures: true,
    data: {
      source: SOURCE,
      code: row.customerId,
      tenureMonths: row.tenure,
      churned: row.churned,
      monthlyCharges: row.monthlyCharges,
      totalCharges: row.totalCharges,
      currency: 'USD',
    },
  });
  batch.record(...story.chronicle.finish(v7));
}

function newKeys(): RowStory['id'] {
  const keys = new Map<string, string>();
  return (...names) => {
    const name = names.join(' ');
    const key = keys.get(name) ?? v7();
    keys.set(name, key);
    return key;
  };
}

function writeCustomer({
  row,
  target,
  batch,
  chronicle,
  id,
  name,
  createdAt,
  joinedAt,
  leftAt,
  validity,
  joined,
  left,
}: RowStory): void {
  const party = id('Individual');
  batch.add(Individual, {
    id: party,
    createdAt,
    name,
    status: PartyStatus.ACTIVE,
    region: target.regionId,
    gender: row.gender,
    hobbies: [],
  });
  const customer = id('Customer');
  const lifecycle = chronicle.life(customerLifecycle, Customer, customer, joined, [
    { action: 'enter', ...joined },
    ...(left ? [{ action: 'leave' as const, ...left }] : []),
  ]);
  batch.add(Customer, {
    id: customer,
    createdAt,
    code: row.customerId,
    name,
    party,
    lifecycle,
    inNetworkPhase: leftAt ? null : InNetworkPhase.MATURE,
    customerType: CustomerType.PUBLIC,
    serviceLevel: ServiceLevel.STANDARD,
    secrecyLevel: SecrecyLevel.NORMAL,
    region: target.regionId,
    operators: [],
    joinedAt,
    leftAt,
    version: leftAt ? 3 : 2,
    characteristics: {
      seniorCitizen: row.seniorCitizen,
      partner: row.partner,
      dependents: row.dependents,
      tenureMonths: row.tenure,
      churned: row.churned,
    },
  });
  batch.add(CustomerCode, {
    id: id('CustomerCode'),
    createdAt,
    code: row.customerId,
    customer,
    level: CustomerCodeLevel.LOCAL_NETWORK,
    issuedBy: SOURCE,
    validity: { from: validity.from, to: null },
  });
}

function writeAccount({ row, target, batch, chronicle, id, name, createdAt, joinedAt, joined }: RowStory): void {
  const account = id('Account');
  const owner = id('Customer');
  const accountNo = `A-${row.customerId}`;
  const status = chronicle.life(accountLifecycle, Account, account, joined);
  chronicle.fact('account.opened', Account, account, { ...joined, data: { accountNo, isDefault: true } });
  batch.add(Account, {
    id: account,
    createdAt,
    accountNo,
    name,
    owner,
    region: target.regionId,
    status,
    isDefault: true,
    billingCycle: BillingCycle.MONTHLY,
    billingDay: 1,
    currency: 'USD',
    paymentMode: row.paymentMode,
    billFormat: BillFormat.STANDARD,
    billParts: [],
    sequenceNo: 1,
    billDelivery: row.billDelivery,
    billAddress: row.billDelivery === BillDelivery.POST ? ADDRESS_UNKNOWN : null,
    contactName: name,
    openedAt: joinedAt,
    version: 1,
    characteristics: { monthlyCharges: row.monthlyCharges, totalCharges: row.totalCharges },
  });
  const paymentAccount = id('PaymentAccount');
  batch.add(PaymentAccount, { id: paymentAccount, createdAt, owner, kind: row.paymentAccountKind, holderName: name });
  batch.add(AccountPaymentAccount, {
    id: id('AccountPaymentAccount'),
    createdAt,
    account,
    paymentAccount,
    priority: 1,
  });
}

function writeOffering(story: RowStory): void {
  const { row, target, batch, chronicle, id, createdAt, validity, joined, left } = story;
  const offeringInstance = id('OfferingInstance');
  const status = chronicle.life(
    offeringInstanceLifecycle,
    OfferingInstance,
    offeringInstance,
    joined,
    left ? [{ action: 'end', ...left }] : [],
  );
  batch.add(OfferingInstance, {
    id: offeringInstance,
    createdAt,
    customer: id('Customer'),
    offering: target.offeringId,
    status,
    validity,
    tariffPlan: target.tariffPlanId,
    agreedPrice: { amount: row.monthlyCharges, currency: 'USD' },
    region: target.regionId,
  });
  writeInstances(story);
}

function writeContract({
  row,
  target,
  batch,
  chronicle,
  id,
  name,
  createdAt,
  joinedAt,
  leftAt,
  joined,
  left,
}: RowStory): void {
  const contract = id('Contract');
  const contractNo = `CT-${row.customerId}`;
  const signed = { signedAt: joinedAt.toISOString(), customerSignatory: name, operatorSignatory: actor.name };
  const status = chronicle.life(contractLifecycle, Contract, contract, joined, [
    { action: 'sign', ...joined, data: signed },
    ...(left ? [{ action: 'invalidate' as const, ...left }] : []),
  ]);
  // The term that is running: a contract is extended by its term each time it ends.
  const terms = Math.floor(row.tenure / row.termMonths) + 1;
  batch.add(Contract, {
    id: contract,
    createdAt,
    contractNo,
    name: `Services of ${name}`,
    kind: ContractKind.SERVICE,
    status,
    execution: ContractExecution.DONE,
    customer: id('Customer'),
    region: target.regionId,
    signedAt: joinedAt,
    customerSignatory: name,
    operatorSignatory: actor.name,
    termMonths: row.termMonths,
    autoExtend: true,
    validity: { from: joinedAt, to: leftAt ?? monthsLater(joinedAt, terms * row.termMonths) },
  });
  batch.add(ContractItem, { id: id('ContractItem'), createdAt, contract, offeringInstance: id('OfferingInstance') });
}
