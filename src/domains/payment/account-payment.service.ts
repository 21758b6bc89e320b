import { Decimal } from 'decimal.js';
import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { Refusal, refuse, userError } from '../../kernel/errors/index.js';
import { Money, type MoneyInput } from '../../kernel/model/index.js';
import { applyChanges, type FieldChange } from '../../kernel/record/index.js';
import { Account, AccountPaymentAccount, AccountStatus, PaymentAccount, requireVerified } from '../customer/index.js';
import { BillItem } from './bill-item.js';
import { brokenRules, waysOf } from './payment-check.js';
import type {
  AccountBalanceReportInput,
  AccountBillFormatSetInput,
  AccountCreditSetInput,
  AccountPaymentSetInput,
} from './payment.inputs.js';

/** An account that may be changed, locked. */
async function openAccount(tx: Transaction, id: string): Promise<Account> {
  const account = await tx.get(Account, id, ['input', 'accountId']);
  if (account.status === AccountStatus.INVALID)
    refuse('INVALID_STATE', 'A closed account cannot be changed.', ['input', 'accountId'], { state: account.status });
  return account;
}

function recordAccount(tx: Transaction, account: Account, changes: FieldChange[]): void {
  if (changes.length === 0) return;
  account.version++;
  tx.record({
    kind: 'RECORD_CHANGE',
    type: 'account.changed',
    subject: account,
    customerId: account.owner.id,
    regionId: account.region.id,
    figuresOf: changes.some(({ field }) => field === 'balance') ? account.owner.id : null,
    data: { changes, version: account.version },
  });
}

/**
 * Says how an account is paid, and through which ways of paying of its owner (CUS-42). Refuses with PAYMENT_CHECK_FAILED, once for
 * each rule in use that does not admit it (CUS-43).
 */
export function setAccountPayment(context: CallContext, input: AccountPaymentSetInput): Promise<Account> {
  return context.database.write(context, async (tx) => {
    const account = await openAccount(tx, input.accountId);
    await requireVerified(context, tx, account.owner, ['input', 'accountId']);
    const ways: PaymentAccount[] = [];
    for (const [index, id] of input.paymentAccountIds.entries()) {
      const path = ['input', 'paymentAccountIds', index];
      const way = await tx.get(PaymentAccount, id, path);
      if (way.owner.id !== account.owner.id) refuse('CONTRADICTION', 'It belongs to another customer.', path);
      if (way.endedAt) refuse('INVALID_STATE', 'It was given up.', path);
      ways.push(way);
    }
    const broken = await brokenRules(tx, account, input.paymentMode, ways);
    if (broken.length > 0)
      throw new Refusal(
        broken.map(({ code, message }) =>
          userError('PAYMENT_CHECK_FAILED', message, ['input', 'paymentMode'], { rule: code }),
        ),
      );
    const before = (await waysOf(tx, account)).map((way) => tx.idOf(way));
    const changes = applyChanges(account, { paymentMode: input.paymentMode, bankCode: ways[0]?.bankCode ?? null });
    const after = ways.map((way) => tx.idOf(way));
    if (JSON.stringify(before) !== JSON.stringify(after)) {
      await tx.em.nativeDelete(AccountPaymentAccount, { account });
      for (const [index, paymentAccount] of ways.entries())
        tx.add(Object.assign(new AccountPaymentAccount(), { account, paymentAccount, priority: index + 1 }));
      changes.push({ field: 'paidThrough', old: before, new: after });
    }
    recordAccount(tx, account, changes);
    return account;
  });
}

/** Says what stands on the bills of an account; billing is told (CUS-40). Refuses with DUPLICATE for an item that is named twice. */
export function setBillFormat(context: CallContext, input: AccountBillFormatSetInput): Promise<Account> {
  return context.database.write(context, async (tx) => {
    const account = await openAccount(tx, input.accountId);
    const twice = input.items.findIndex(
      ({ item }, index) => input.items.findIndex((other) => other.item === item) < index,
    );
    if (twice >= 0) refuse('DUPLICATE', 'The item is named twice.', ['input', 'items', twice, 'item']);
    const changes = applyChanges(account, { billFormat: input.billFormat, billParts: [...new Set(input.billParts)] });
    const kept = await tx.em.find(BillItem, { account }, { orderBy: { position: 'asc' } });
    const shown = (items: readonly Pick<BillItem, 'item' | 'label' | 'detail'>[]) =>
      items.map(({ item, label = null, detail }) => ({ item, label, detail }));
    const [old, next] = [shown(kept), shown(input.items)];
    if (JSON.stringify(old) !== JSON.stringify(next)) {
      await tx.em.nativeDelete(BillItem, { account });
      for (const [index, values] of next.entries())
        tx.add(Object.assign(new BillItem(), { account, ...values, position: index + 1 }));
      changes.push({ field: 'billItems', old, new: next });
    }
    recordAccount(tx, account, changes);
    return account;
  });
}

/** An amount of money in the currency of the account. */
function moneyOf(account: Account, given: MoneyInput, field: string): Money {
  if (given.currency !== account.currency)
    refuse('CURRENCY_MISMATCH', `The account is kept in ${account.currency}.`, ['input', field, 'currency']);
  return Money.of(new Decimal(given.amount).toString(), given.currency);
}

/** Sets limit and standing of the credit of an account (CUS-75). */
export function setAccountCredit(context: CallContext, input: AccountCreditSetInput): Promise<Account> {
  return context.database.write(context, async (tx) => {
    const account = await openAccount(tx, input.accountId);
    const limit = input.creditLimit ? moneyOf(account, input.creditLimit, 'creditLimit') : null;
    if (limit && new Decimal(limit.amount).isNegative())
      refuse('TOO_SMALL', 'Must be at least 0.', ['input', 'creditLimit', 'amount'], { min: '0' });
    const old = account.creditLimit ?? null;
    const changes = applyChanges(account, { credit: input.credit ?? null });
    if (old?.amount !== limit?.amount) {
      account.creditLimit = limit;
      changes.push({ field: 'creditLimit', old: old?.amount ?? null, new: limit?.amount ?? null });
    }
    recordAccount(tx, account, changes);
    return account;
  });
}

/** Takes what billing has in an account; an older report than the known one changes nothing (CUS-75). */
export function reportBalance(context: CallContext, input: AccountBalanceReportInput): Promise<Account> {
  return context.database.write(context, async (tx) => {
    const { accountNo } = input;
    const found = await tx.em.findOne(Account, { accountNo }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!found) return refuse('UNKNOWN_CODE', 'There is no account with this number.', ['input', 'accountNo']);
    const at = new Date(input.at);
    if (at > tx.at) refuse('IN_FUTURE', 'The moment lies in the future.', ['input', 'at']);
    if (found.balanceAt && found.balanceAt >= at) return found;
    const balance = moneyOf(found, input.balance, 'balance');
    const old = found.balance?.amount ?? null;
    Object.assign(found, { balance, balanceAt: at });
    recordAccount(tx, found, old === balance.amount ? [] : [{ field: 'balance', old, new: balance.amount }]);
    return found;
  });
}
