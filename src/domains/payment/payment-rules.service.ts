import { Decimal } from 'decimal.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { codedError, refuse } from '../../kernel/errors/index.js';
import { type MoneyInput, rowOf, TimePeriod } from '../../kernel/model/index.js';
import { Account, AccountStatus, requireVerified } from '../customer/index.js';
import { PaymentRule, ProductInstance, ShareType, tellPaymentRules } from '../inventory/index.js';
import { digitsOf } from '../catalogue/index.js';
import { askedRow } from './asked-row.js';
import type { PaymentRulesSetInput } from './payment.inputs.js';
import { type Share, splitCharge } from './split-charge.js';

/**
 * Says who pays charges of an instance, in place of what held for the same charges before (MOD-41, CUS-42). Refuses with
 * OVER_100 when percentages make more than the whole, INVALID_STATE for an account that is not in use, CURRENCY_MISMATCH for one
 * of another currency than the account of the instance, VERIFICATION_REQUIRED at the instance for its owner and at the account for who
 * is to pay until they have shown their service passwords (CUS-03), TOO_PRECISE for an amount of less than its smallest coin.
 */
export function setPaymentRules(context: CallContext, input: PaymentRulesSetInput): Promise<ProductInstance> {
  return context.database.write(context, async (tx) => {
    const instance = await tx.get(ProductInstance, input.instanceId, ['input', 'instanceId']);
    const own = instance.account ? await tx.em.findOneOrFail(Account, { id: instance.account.id }) : null;
    if (!own) return refuse('REQUIRED', 'The instance has no account that pays the rest.', ['input', 'instanceId']);
    await requireVerified(context, tx, instance.customer, ['input', 'instanceId']);
    const accounts = await payers(tx, own, input);
    // Nobody is made to pay behind their back.
    for (const [index, { owner }] of accounts.entries())
      await requireVerified(context, tx, owner, ['input', 'shares', index, 'accountId']);
    const chargeItemType = input.chargeItemType ?? null;
    const held = await tx.em.find(PaymentRule, { instance, chargeItemType, validity: { to: null } });
    for (const rule of held) rule.validity.to = tx.at;
    for (const [index, { shareType, shareValue }] of input.shares.entries())
      tx.add(
        Object.assign(new PaymentRule(), {
          instance,
          chargeItemType,
          account: accounts[index],
          shareType,
          shareValue,
          priority: index + 1,
          validity: TimePeriod.since(tx.at),
        }),
      );
    const shares = input.shares.map(({ accountId, shareType, shareValue }) => ({ accountId, shareType, shareValue }));
    tellPaymentRules(tx, instance, accounts, { chargeItemType, shares });
    return instance;
  });
}

async function payers(tx: Transaction, own: Account, { shares }: PaymentRulesSetInput): Promise<Account[]> {
  // Held against closing, each in the order of their keys, so that two that name the same accounts do not end in a deadlock.
  const keys = [...new Set(shares.map(({ accountId }) => accountId))].toSorted();
  for (const id of keys) {
    const index = shares.findIndex(({ accountId }) => accountId === id);
    await tx.get(Account, id, ['input', 'shares', index, 'accountId']);
  }
  const digits = digitsOf(own.currency);
  const accounts: Account[] = [];
  let given = new Decimal(0);
  for (const [index, { accountId, shareType, shareValue }] of shares.entries()) {
    const at = (field: string) => ['input', 'shares', index, field];
    const account = await tx.get(Account, accountId, at('accountId'));
    if (account.status !== AccountStatus.IN_USE)
      refuse('INVALID_STATE', 'The account is not in use.', at('accountId'), { state: account.status });
    if (account.currency !== own.currency)
      refuse('CURRENCY_MISMATCH', `The charges are in ${own.currency}.`, at('accountId'), { currency: own.currency });
    if (shareType === ShareType.AMOUNT && new Decimal(shareValue).decimalPlaces() > digits)
      refuse('TOO_PRECISE', `${own.currency} has at most ${digits} decimal places.`, at('shareValue'), { digits });
    if (shareType === ShareType.PERCENT) given = given.plus(shareValue);
    if (given.gt(100))
      refuse('OVER_100', 'Percentages make more than 100 together.', at('shareValue'), { sum: given.toString() });
    accounts.push(account);
  }
  return accounts;
}

/** A part of a charge and the account that pays it. */
export interface SplitPart {
  account: Account;
  amount: string;
  currency: string;
}

interface RuleRow {
  account_id: string;
  share_type: ShareType;
  share_value: string;
  charge_item_type: string | null;
}

const RULES = `
  select "account_id", "share_type", "share_value"::text, "charge_item_type" from "payment_rule"
  where "instance_id" = $1 and ("charge_item_type" = $2 or "charge_item_type" is null)
    and "validity_from" <= $3 and ("validity_to" is null or "validity_to" > $3) order by "priority", "id"`;

/** An amount of the currency of an account, without parts of its smallest coin. */
function wholeCoins({ amount, currency }: MoneyInput, expected: string, path: string): Decimal {
  if (currency !== expected)
    throw codedError('BAD_USER_INPUT', `The charges of the instance are in ${expected}.`, { path: [path, 'currency'] });
  const digits = digitsOf(expected);
  const value = new Decimal(amount);
  if (value.decimalPlaces() > digits)
    throw codedError('BAD_USER_INPUT', `${expected} has at most ${digits} decimal places.`, { path: [path, 'amount'] });
  return value;
}

/**
 * Which accounts pay a charge of an instance, and how much: the parts add up to the charge exactly (MOD-41, R49). Rules for the
 * charge item type come in place of those for all charges.
 * @throws NOT_FOUND for an instance that the caller does not see, BAD_USER_INPUT for a charge of another currency than the account
 * of the instance or of less than its smallest coin
 */
export async function splitOfCharge(
  context: CallContext,
  asked: {
    instanceId: string;
    chargeItemType: string | null;
    charge: MoneyInput;
    /** What was charged of the type in the bill period before. */
    before: MoneyInput | null;
    at: Date;
  },
): Promise<SplitPart[]> {
  const { database } = context;
  const { charge, at } = asked;
  const instance = await database.write(context, (tx) => askedRow(tx, ProductInstance, asked.instanceId, 'instanceId'));
  const em = database.orm.em.fork();
  const own = instance.account ? await em.findOne(Account, { id: instance.account.id }) : null;
  if (!own) throw codedError('BAD_USER_INPUT', 'The instance has no account.', { path: ['instanceId'] });
  const amount = wholeCoins(charge, own.currency, 'charge');
  const before = asked.before ? wholeCoins(asked.before, own.currency, 'chargedBefore') : new Decimal(0);
  const { rows } = await database.pool.query<RuleRow>({
    name: 'payment_rules_of_charge',
    text: RULES,
    values: [instance.id, asked.chargeItemType, at],
  });
  const particular = rows.filter((row) => row.charge_item_type !== null);
  const shares = (particular.length > 0 ? particular : rows).map((row): Share => ({
    payer: row.account_id,
    type: row.share_type,
    value: new Decimal(row.share_value),
  }));
  const parts = splitCharge(amount, digitsOf(own.currency), shares, own.id, before);
  return parts.map((part) => ({
    account: rowOf(Account, part.payer),
    amount: part.amount.toString(),
    currency: own.currency,
  }));
}
