import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { IdInput, Input, TextInput } from '../../kernel/model/index.js';
import { Organization, Party } from '../party/index.js';
import { AccountStatus } from './account-enums.js';
import { accountLifecycle } from './account.lifecycle.js';
import { Account } from './account.js';
import { CustomerCancellation } from './customer-cancellation.js';
import { withdrawHeldChange } from './customer-change-approval.js';
import { CustomerLifecycleState, CustomerType } from './customer-enums.js';
import { customerLifecycle } from './customer.lifecycle.js';
import { Customer } from './customer.js';
import { accountCloseInquiries } from './objections.js';

@Input('A customer who loses its standing, or gets it back (CUS-83, CUS-84).')
export class CustomerStandingInput {
  @IdInput(() => Customer, { description: 'The customer.' })
  customerId!: string;

  @TextInput({ description: 'Why; kept in the history.', max: 500 })
  reason!: string;
}

interface AccountBefore {
  accountNo: string;
  status: AccountStatus;
  isDefault: boolean;
}

/** Accounts of a locked customer, locked in the order of their keys. */
const lockAccounts = (tx: Transaction, owner: Customer, accountNos?: string[]): Promise<Account[]> =>
  tx.em.find(
    Account,
    { owner, ...(accountNos ? { accountNo: { $in: accountNos } } : { status: { $ne: AccountStatus.INVALID } }) },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' }, refresh: true },
  );

/**
 * Makes a customer a former one and closes its accounts, all or nothing; a big customer is one no longer, and a change that
 * waits for approval is withdrawn (CUS-83). Refuses with GUARD_REFUSED while something is in use or paid from an account, and as the
 * closing of an account does while one owes something.
 */
export async function cancelCustomer(context: CallContext, input: CustomerStandingInput): Promise<Customer> {
  await inquireAbout(context, input);
  return context.database.write(context, async (tx) => {
    const path = ['input', 'customerId'];
    const customer = await tx.get(Customer, input.customerId, path);
    const { reason } = input;
    // Asked first, so that what the customer has is told of before what is paid from an account.
    await customerLifecycle.admit(tx, customer, 'cancel', path);
    await withdrawHeldChange(tx, customer, reason);
    const accounts = await lockAccounts(tx, customer);
    tx.add(
      Object.assign(new CustomerCancellation(), {
        customer,
        reason,
        cancelledAt: tx.at,
        cancelledBy: tx.caller.subject,
        lifecycleBefore: customer.lifecycle,
        typeBefore: customer.customerType,
        subTypeBefore: customer.subType ?? null,
        accountsBefore: accounts.map(({ accountNo, status, isDefault }): AccountBefore => ({
          accountNo,
          status,
          isDefault,
        })),
      }),
    );
    for (const account of accounts) {
      await accountLifecycle.move(tx, account, 'close', { reason, path });
      account.isDefault = false;
    }
    if (customer.customerType === CustomerType.BIG) {
      const party = await tx.em.findOneOrFail(Party, { id: customer.party.id });
      customer.customerType = party instanceof Organization ? CustomerType.COMMERCIAL : CustomerType.PUBLIC;
      customer.subType = null;
    }
    await customerLifecycle.move(tx, customer, 'cancel', { reason, path });
    record(tx, customer, 'customer.cancelled', reason, accounts);
    return customer;
  });
}

/** Asks those outside about the accounts that would be closed. */
async function inquireAbout(context: CallContext, { customerId }: CustomerStandingInput): Promise<void> {
  const path = ['input', 'customerId'];
  // This only looks: neither the key nor the log of the operation is for it.
  const { caller, requestId, database } = context;
  const accounts = await database.write({ caller, requestId }, async (tx) => {
    const owner = await tx.get(Customer, customerId, path, { lock: false });
    return tx.em.find(Account, { owner, status: { $ne: AccountStatus.INVALID } }, { orderBy: { id: 'asc' } });
  });
  if (accounts.length > 0) for (const ask of accountCloseInquiries) await ask(context, accounts, path);
}

/** Gives a cancelled customer its standing back, with the accounts that were closed for it (CUS-84). Refuses with NOT_CANCELLED. */
export function restoreCustomer(context: CallContext, input: CustomerStandingInput): Promise<Customer> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'customerId'];
    const customer = await tx.get(Customer, input.customerId, path);
    const { reason } = input;
    const cancellation = await tx.em.findOne(CustomerCancellation, { customer, restoredAt: null });
    if (!cancellation) return refuse('NOT_CANCELLED', 'The customer was not cancelled.', path);
    const before = new Map(
      (cancellation.accountsBefore as AccountBefore[]).map((account) => [account.accountNo, account]),
    );
    const accounts = await lockAccounts(tx, customer, [...before.keys()]);
    // Who was won back meanwhile may have opened a new default account, which then stays the default one.
    const hasDefault = (await tx.em.count(Account, { owner: customer, isDefault: true })) > 0;
    for (const account of accounts) {
      if (account.status !== AccountStatus.INVALID) continue;
      const { status, isDefault } = before.get(account.accountNo)!;
      await accountLifecycle.move(tx, account, status === AccountStatus.SUSPENDED ? 'restoreSuspended' : 'restore', {
        ...{ reason, path },
      });
      account.isDefault = isDefault && !hasDefault;
    }
    customer.customerType = cancellation.typeBefore;
    customer.subType = cancellation.subTypeBefore ?? null;
    const wasPotential = cancellation.lifecycleBefore === CustomerLifecycleState.POTENTIAL;
    // A win-back order may have brought the customer back already; then only the accounts and the market group were missing.
    if (customer.lifecycle === CustomerLifecycleState.LEFT)
      await customerLifecycle.move(tx, customer, wasPotential ? 'reconsider' : 'winBack', { reason, path });
    Object.assign(cancellation, { restoredAt: tx.at, restoredBy: tx.caller.subject, restoreReason: reason });
    record(tx, customer, 'customer.restored', reason, accounts);
    return customer;
  });
}

function record(
  tx: Transaction,
  customer: Customer,
  type: 'customer.cancelled' | 'customer.restored',
  reason: string,
  accounts: readonly Account[],
): void {
  tx.record({
    kind: 'BUSINESS_FACT',
    type,
    subject: customer,
    customerId: customer.id,
    regionId: customer.region.id,
    reason,
    data: { customerType: customer.customerType, accounts: accounts.map(({ accountNo }) => accountNo) },
  });
}
