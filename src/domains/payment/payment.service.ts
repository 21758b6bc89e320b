import { Decimal } from 'decimal.js';
import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { Refusal, refuse, userError, type UserError } from '../../kernel/errors/index.js';
import { Money, type MoneyInput } from '../../kernel/model/index.js';
import { applyChanges, type FieldChange } from '../../kernel/record/index.js';
import {
  Account,
  AccountPaymentAccount,
  AccountStatus,
  Customer,
  PaymentAccount,
  refuseAll,
  requireVerified,
} from '../customer/index.js';
import { BillItem } from './bill-item.js';
import { brokenRules, waysOf } from './payment-check.js';
import type { PaymentCheckRule } from './payment-check-rule.js';
import { keptNumber, numberFaults } from './payment-number.js';
import type {
  AccountBalanceReportInput,
  AccountBillFormatSetInput,
  AccountCreditSetInput,
  AccountPaymentSetInput,
  PaymentAccountAddInput,
  PaymentAccountChangeInput,
  PaymentAccountDataInput,
  PaymentAccountEndInput,
} from './payment.inputs.js';

const NUMBER = ['input', 'paymentNumber'];

const dataOf = ({ holderName, bankCode, bankName, validUntil, agreementNo }: PaymentAccountDataInput) => ({
  holderName,
  bankCode,
  bankName,
  validUntil,
  agreementNo,
});

/** Adds a way of paying to a customer; of its number only the end is kept (CUS-42). */
export function addPaymentAccount(context: CallContext, input: PaymentAccountAddInput): Promise<PaymentAccount> {
  return context.database.write(context, async (tx) => {
    const { kind, paymentNumber } = input;
    const owner = await tx.get(Customer, input.customerId, ['input', 'customerId']);
    await requireVerified(context, tx, owner, ['input', 'customerId']);
    if (paymentNumber) refuseAll(numberFaults(kind, paymentNumber, NUMBER));
    const way = Object.assign(new PaymentAccount(), {
      owner,
      kind,
      maskedNumber: paymentNumber ? keptNumber(paymentNumber) : null,
      endedAt: null,
    });
    const changes = applyChanges(way, dataOf(input));
    tx.add(way);
    recordWay(tx, way, owner, 'payment-account.added', changes);
    return way;
  });
}

/**
 * Changes a way of paying (CUS-42). Refuses with INVALID_STATE when it was given up, and with PAYMENT_CHECK_FAILED, at the field, when a rule
 * would no longer admit an account that is paid through it and that was admitted before (CUS-43).
 */
export function changePaymentAccount(context: CallContext, input: PaymentAccountChangeInput): Promise<PaymentAccount> {
  return context.database.write(context, async (tx) => {
    const way = await wayInUse(tx, input.paymentAccountId);
    await requireVerified(context, tx, way.owner, ['input', 'paymentAccountId']);
    const { paymentNumber } = input;
    if (paymentNumber) refuseAll(numberFaults(way.kind, paymentNumber, NUMBER));
    const maskedNumber = paymentNumber ? keptNumber(paymentNumber) : paymentNumber;
    const before = { ...way };
    const changes = applyChanges(way, { maskedNumber, ...dataOf(input) });
    const owner = await tx.em.findOneOrFail(Customer, { id: way.owner.id });
    await refuseUnfit(tx, way, before, changes);
    if (changes.length > 0) recordWay(tx, way, owner, 'payment-account.changed', changes);
    const firsts = await tx.em.find(
      AccountPaymentAccount,
      { paymentAccount: way, priority: 1 },
      { populate: ['account'] },
    );
    for (const { account } of firsts) account.bankCode = way.bankCode ?? null;
    return way;
  });
}

/** Gives a way of paying up (CUS-42). Refuses with IN_USE while an account is paid through it. */
export function endPaymentAccount(context: CallContext, input: PaymentAccountEndInput): Promise<PaymentAccount> {
  return context.database.write(context, async (tx) => {
    const way = await wayInUse(tx, input.paymentAccountId);
    await requireVerified(context, tx, way.owner, ['input', 'paymentAccountId']);
    const links = await tx.em.find(AccountPaymentAccount, { paymentAccount: way }, { populate: ['account'] });
    const paid = links.filter(({ account }) => account.status !== AccountStatus.INVALID);
    if (paid.length > 0)
      refuse('IN_USE', 'Accounts are paid through it.', ['input', 'paymentAccountId'], {
        accounts: paid.map(({ account }) => account.accountNo),
      });
    way.endedAt = tx.at;
    const owner = await tx.em.findOneOrFail(Customer, { id: way.owner.id });
    recordWay(tx, way, owner, 'payment-account.ended', []);
    return way;
  });
}

/** Refuses changes of a way of paying by which accounts break rules that they kept before; the error names the field that makes the difference. */
async function refuseUnfit(
  tx: Transaction,
  way: PaymentAccount,
  before: Partial<PaymentAccount>,
  changes: readonly FieldChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const links = await tx.em.find(
    AccountPaymentAccount,
    { paymentAccount: way, account: { status: { $ne: AccountStatus.INVALID } } },
    { populate: ['account'], orderBy: { account: { accountNo: 'asc' } } },
  );
  const errors: UserError[] = [];
  for (const { account } of links) {
    const ways = await waysOf(tx, account);
    // What the rules read of the way, with some of the changes taken back.
    const broken = async (fields: readonly string[]): Promise<PaymentCheckRule[]> => {
      const back = Object.fromEntries(fields.map((field) => [field, before[field as keyof PaymentAccount]]));
      const seen = ways.map((each) => (each.id === way.id ? ({ ...each, ...back } as PaymentAccount) : each));
      return brokenRules(tx, account, account.paymentMode, seen);
    };
    const fields = changes.map(({ field }) => field);
    const known = new Set((await broken(fields)).map(({ code }) => code));
    for (const { code, message } of (await broken([])).filter((rule) => !known.has(rule.code))) {
      const field = await firstField(
        fields,
        async (each) => !(await broken([each])).some((rule) => rule.code === code),
      );
      const path = ['input', field === 'maskedNumber' ? 'paymentNumber' : field];
      errors.push(userError('PAYMENT_CHECK_FAILED', message, path, { rule: code, account: account.accountNo }));
    }
  }
  if (errors.length > 0) throw new Refusal(errors);
}

/** The first field by which alone it makes a difference; the first of all when only several together do. */
async function firstField(fields: readonly string[], mends: (field: string) => Promise<boolean>): Promise<string> {
  for (const field of fields) if (await mends(field)) return field;
  return fields[0]!;
}

async function wayInUse(tx: Transaction, id: string): Promise<PaymentAccount> {
  const way = await tx.get(PaymentAccount, id, ['input', 'paymentAccountId']);
  if (way.endedAt) refuse('INVALID_STATE', 'It was given up.', ['input', 'paymentAccountId']);
  return way;
}

function recordWay(
  tx: Transaction,
  way: PaymentAccount,
  owner: Customer,
  type: 'payment-account.added' | 'payment-account.changed' | 'payment-account.ended',
  changes: FieldChange[],
): void {
  tx.record({
    kind: 'RECORD_CHANGE',
    type,
    subject: way,
    customerId: owner.id,
    regionId: owner.region.id,
    data: { kind: way.kind, maskedNumber: way.maskedNumber ?? null, changes },
  });
}

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
