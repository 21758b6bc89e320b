import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { Refusal, refuse, userError, type UserError } from '../../kernel/errors/index.js';
import { applyChanges, type FieldChange } from '../../kernel/record/index.js';
import {
  AccountPaymentAccount,
  AccountStatus,
  Customer,
  PaymentAccount,
  refuseAll,
  requireVerified,
} from '../customer/index.js';
import { brokenRules, waysOf } from './payment-check.js';
import type { PaymentCheckRule } from './payment-check-rule.js';
import { refuseDoubleWay } from './refuse-double-way.js';
import { keptNumber, numberFaults } from './payment-number.js';
import type {
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
    await refuseDoubleWay(tx, way);
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
