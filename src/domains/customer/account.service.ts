import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse, type InputPath } from '../../kernel/errors/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { applyChanges, expectVersion, type FieldChange } from '../../kernel/record/index.js';
import { accountFaults, deliveryFaults } from './account-checks.js';
import { AccountStatus, BillDelivery, BillFormat, BillingCycle, PaymentMode } from './account-enums.js';
import { refuseUnpayable } from './account-payment-mode.js';
import type { AccountChangeInput, AccountDataInput, AccountOpenInput, AccountStepInput } from './account.inputs.js';
import { accountLifecycle } from './account.lifecycle.js';
import { Account } from './account.js';
import { refuseAll } from './customer-checks.js';
import { CustomerLifecycleState } from './customer-enums.js';
import { Customer } from './customer.js';
import { accountCloseInquiries } from './objections.js';
import { IN_TURN } from './paying-account.js';
import { requireVerified } from './verification.js';

const defaults = {
  billingCycle: BillingCycle.MONTHLY,
  billingDay: 1,
  currency: 'CNY',
  paymentMode: PaymentMode.CASH,
  billFormat: BillFormat.STANDARD,
  billDelivery: BillDelivery.PORTAL,
};

type NewAccount = AccountDataInput & { accountNo?: string | null; currency?: string | null };

/** Opens an account for a locked customer inside another operation; `like` gives the preferences that the input leaves out. */
export async function addAccount(
  context: CallContext,
  tx: Transaction,
  customer: Customer,
  input: NewAccount,
  like: Account | null,
  path: InputPath,
): Promise<Account> {
  const inherited = like ?? defaults;
  const account = Object.assign(new Account(), {
    accountNo: input.accountNo ?? (await freeAccountNo(context, tx, customer.region.code)),
    name: input.name ?? customer.name,
    owner: customer,
    region: customer.region,
    isDefault: input.isDefault ?? false,
    billingCycle: input.billingCycle ?? inherited.billingCycle,
    billingDay: input.billingDay ?? inherited.billingDay,
    currency: input.currency ?? inherited.currency,
    paymentMode: input.paymentMode ?? inherited.paymentMode,
    billFormat: input.billFormat ?? inherited.billFormat,
    ...delivery(input, like),
    contactName: input.contactName ?? like?.contactName ?? customer.name,
    contactPhone: input.contactPhone ?? like?.contactPhone ?? null,
    openedAt: tx.at,
    closedAt: null,
    sequenceNo: (await tx.em.count(Account, { owner: customer })) + 1,
    version: 0,
    characteristics: input.characteristics ?? {},
  });
  refuseAll([...accountFaults(input, path), ...deliveryFaults(account, path)]);
  if (input.accountNo && (await tx.em.count(Account, { accountNo: input.accountNo })) > 0) {
    refuse('DUPLICATE', 'An account with this number exists already.', [...path, 'accountNo'], {
      accountNo: input.accountNo,
    });
  }
  if (account.isDefault) await dropDefault(tx, customer);
  tx.add(account);
  accountLifecycle.begin(tx, account);
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'account.opened',
    subject: account,
    customerId: customer.id,
    regionId: customer.region.id,
    data: { accountNo: account.accountNo, isDefault: account.isDefault },
  });
  return account;
}

/** A delivery that the input names takes its own address; otherwise delivery and address are inherited together. */
function delivery(
  input: NewAccount,
  like: Account | null,
): Pick<Account, 'billDelivery' | 'billAddress' | 'billPostcode'> {
  if (input.billDelivery || !like) {
    return {
      billDelivery: input.billDelivery ?? defaults.billDelivery,
      billAddress: input.billAddress ?? null,
      billPostcode: input.billPostcode ?? null,
    };
  }
  return {
    billDelivery: like.billDelivery,
    billAddress: input.billAddress ?? like.billAddress ?? null,
    billPostcode: input.billPostcode ?? like.billPostcode ?? null,
  };
}

async function freeAccountNo(context: CallContext, tx: Transaction, regionCode: string): Promise<string> {
  for (;;) {
    const accountNo = formatNumber(`A${regionCode}`, await takeNumber(context.database, `account:${regionCode}`));
    if ((await tx.em.count(Account, { accountNo })) === 0) return accountNo;
  }
}

async function defaultAccount(tx: Transaction, owner: Customer): Promise<Account | null> {
  return tx.em.findOne(Account, { owner, isDefault: true }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}

/** Takes the default away from the account that has it, before another one gets it. */
async function dropDefault(tx: Transaction, owner: Customer): Promise<void> {
  const before = await defaultAccount(tx, owner);
  if (!before) return;
  before.isDefault = false;
  before.version++;
  recordChange(tx, before, [{ field: 'isDefault', old: true, new: false }]);
  await tx.em.flush();
}

function recordChange(tx: Transaction, account: Account, changes: FieldChange[]): void {
  tx.record({
    kind: 'RECORD_CHANGE',
    type: 'account.changed',
    subject: account,
    customerId: account.owner.id,
    regionId: account.region.id,
    data: { changes, version: account.version },
  });
}

/** Opens a further account of a customer (CUS-34…39). The first becomes the default one. */
export async function openAccount(context: CallContext, input: AccountOpenInput): Promise<Account> {
  return context.database.write(context, async (tx) => {
    const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
    await requireVerified(context, tx, customer, ['input', 'customerId']);
    await tx.em.populate(customer, ['region']);
    if (customer.lifecycle === CustomerLifecycleState.LEFT) {
      refuse('INVALID_STATE', 'A customer who has left opens no account.', ['input', 'customerId'], {
        state: customer.lifecycle,
      });
    }
    const byDefault = await defaultAccount(tx, customer);
    const like = input.likeAccountId
      ? await tx.get(Account, input.likeAccountId, ['input', 'likeAccountId'], { lock: false })
      : byDefault;
    if (like && like.owner.id !== customer.id) {
      refuse('CONTRADICTION', 'The account belongs to another customer.', ['input', 'likeAccountId']);
    }
    return addAccount(context, tx, customer, { ...input, isDefault: byDefault ? input.isDefault : true }, like, [
      'input',
    ]);
  });
}

/** Changes the preferences of an account (CUS-38…42). */
export async function changeAccount(context: CallContext, input: AccountChangeInput): Promise<Account> {
  return context.database.write(context, async (tx) => {
    if (input.isDefault) await lockOwner(tx, input.accountId);
    const account = await tx.get(Account, input.accountId, ['input', 'accountId']);
    await requireVerified(context, tx, account.owner, ['input', 'accountId']);
    expectVersion(account, input.expectedVersion, ['input', 'expectedVersion']);
    if (account.status === AccountStatus.INVALID) {
      refuse('INVALID_STATE', 'A closed account cannot be changed.', ['input', 'accountId'], { state: account.status });
    }
    refuseAll(accountFaults(input, ['input']));
    if (input.isDefault === false && account.isDefault) {
      refuse('CONTRADICTION', 'Make another account the default one instead.', ['input', 'isDefault']);
    }
    if (input.isDefault && !account.isDefault) await dropDefault(tx, account.owner);
    const { name, billingCycle, billingDay, paymentMode, billFormat, billDelivery } = input;
    const changes = applyChanges(account, {
      name: name ?? undefined,
      isDefault: input.isDefault ?? undefined,
      billingCycle: billingCycle ?? undefined,
      billingDay: billingDay ?? undefined,
      paymentMode: paymentMode ?? undefined,
      billFormat: billFormat ?? undefined,
      billDelivery: billDelivery ?? undefined,
      billAddress: input.billAddress,
      billPostcode: input.billPostcode,
      contactName: input.contactName,
      contactPhone: input.contactPhone,
      characteristics: input.characteristics
        ? mergeCharacteristics(account.characteristics, input.characteristics)
        : undefined,
    });
    refuseAll(deliveryFaults(account, ['input']));
    // A mode that stays may lack data from before; only a new one is refused for it.
    if (changes.some(({ field }) => field === 'paymentMode'))
      await refuseUnpayable(tx, account, ['input', 'paymentMode']);
    if (changes.length > 0) {
      account.version++;
      recordChange(tx, account, changes);
    }
    return account;
  });
}

/** The given characteristics over the kept ones; null removes a name. */
export function mergeCharacteristics(
  kept: Record<string, unknown>,
  given: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries({ ...kept, ...given }).filter(([, value]) => value !== null));
}

/** Which account is the default one is decided under the lock on the owner, taken before that on any account. */
async function lockOwner(tx: Transaction, accountId: string): Promise<void> {
  const { owner } = await tx.get(Account, accountId, ['input', 'accountId'], { lock: false });
  await tx.find(Customer, owner.id);
}

/** Suspends an account: it collects no new charges. */
export async function suspendAccount(context: CallContext, input: AccountStepInput): Promise<Account> {
  return stepAccount(context, input, 'suspend');
}

/** Puts a suspended account in use again; it becomes the default one where the customer has none (CUS-38). */
export async function resumeAccount(context: CallContext, input: AccountStepInput): Promise<Account> {
  return stepAccount(context, input, 'resume');
}

/**
 * Closes an account for good; another account in use becomes the default one if this was it. Refused with ACCOUNT_OWES while bills of it
 * are not paid, and with BILLING_UNAVAILABLE when that cannot be asked.
 */
export async function closeAccount(context: CallContext, input: AccountStepInput): Promise<Account> {
  await inquireAbout(context, input);
  return context.database.write(context, async (tx) => {
    await lockOwner(tx, input.accountId);
    const account = await tx.get(Account, input.accountId, ['input', 'accountId']);
    await requireVerified(context, tx, account.owner, ['input', 'accountId']);
    await accountLifecycle.move(tx, account, 'close', { reason: input.reason, path: ['input', 'accountId'] });
    if (account.isDefault) await passDefaultOn(tx, account);
    return account;
  });
}

/** Asks those outside about an account that may be closed; one that is closed is refused by what closes it. */
async function inquireAbout(context: CallContext, { accountId }: AccountStepInput): Promise<void> {
  const path = ['input', 'accountId'];
  // This only looks: neither the key nor the log of the operation is for it.
  const { caller, requestId, database } = context;
  const account = await database.write({ caller, requestId }, async (tx) => {
    const found = await tx.get(Account, accountId, path, { lock: false });
    // What is owed is told to nobody who may not close it.
    await requireVerified(context, tx, found.owner, path);
    return found;
  });
  if (account.status === AccountStatus.INVALID) return;
  for (const ask of accountCloseInquiries) await ask(context, [account], path);
}

async function passDefaultOn(tx: Transaction, account: Account): Promise<void> {
  account.isDefault = false;
  await tx.em.flush();
  await giveDefault(tx, account.owner);
}

/** Makes the oldest account in use of a locked customer the default one where there is none (CUS-38); does nothing where none is in use. */
export async function giveDefault(tx: Transaction, owner: Customer): Promise<void> {
  if ((await tx.em.count(Account, { owner, isDefault: true })) > 0) return;
  const [next] = await tx.em.find(
    Account,
    { owner, status: AccountStatus.IN_USE },
    { orderBy: IN_TURN, limit: 1, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (next) makeDefault(tx, next);
}

function makeDefault(tx: Transaction, account: Account): void {
  account.isDefault = true;
  account.version++;
  recordChange(tx, account, [{ field: 'isDefault', old: false, new: true }]);
}

async function stepAccount(
  context: CallContext,
  input: AccountStepInput,
  action: 'suspend' | 'resume',
): Promise<Account> {
  return context.database.write(context, async (tx) => {
    if (action === 'resume') await lockOwner(tx, input.accountId);
    const account = await tx.get(Account, input.accountId, ['input', 'accountId']);
    await requireVerified(context, tx, account.owner, ['input', 'accountId']);
    await accountLifecycle.move(tx, account, action, { reason: input.reason, path: ['input', 'accountId'] });
    // The default one may have been closed while none was in use that it could be handed on to.
    if (action === 'resume' && (await tx.em.count(Account, { owner: account.owner, isDefault: true })) === 0)
      makeDefault(tx, account);
    return account;
  });
}
