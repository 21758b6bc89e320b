import { Decimal } from 'decimal.js';
import type { RuleVariable, RuleVariables } from '../../kernel/rules/index.js';
import type { Account, Customer, PaymentAccount, PaymentMode } from '../customer/index.js';

const text = (description: string): RuleVariable => ({ type: 'string', description });
const number = (description: string): RuleVariable => ({ type: 'number', description });
const flag = (description: string): RuleVariable => ({ type: 'boolean', description });

/** What rules for ways of paying may read (CUS-43). */
export const paymentVariables: RuleVariables = {
  account: {
    type: 'context',
    description: 'The account.',
    fields: {
      paymentMode: text('How it is to be paid.'),
      status: text('IN_USE, SUSPENDED or INVALID.'),
      currency: text('Currency, ISO 4217.'),
      billingCycle: text('MONTHLY, QUARTERLY or YEARLY.'),
      billDelivery: text('How bills are delivered.'),
      credit: text('Credit standing; null when not rated.'),
      limited: flag('Whether there is a limit to what may be owed.'),
      owing: flag('Whether money was owed when billing last told.'),
      ways: number('Number of ways of paying.'),
    },
  },
  customer: {
    type: 'context',
    description: 'The owner of the account.',
    fields: {
      name: text('Name.'),
      type: text('PUBLIC, COMMERCIAL, BIG or FLOATING.'),
      subType: text('Sub-type within the market group.'),
      serviceLevel: text('STANDARD, SAPPHIRE, JADE or DIAMOND.'),
    },
  },
  payment: {
    type: 'context',
    description: 'A way of paying of the account; each is checked. All null when it has none.',
    fields: {
      kind: text('CREDIT_CARD, COLLECTION, CASH or PREPAID_DEPOSIT.'),
      bankCode: text('Identifier of the bank.'),
      holderName: text('Name of the holder.'),
      hasNumber: flag('Whether a number is known.'),
      hasAgreement: flag('Whether there is an agreement to collect.'),
      daysValid: number('Whole days until it ends, negative when it has ended; null when it does not end.'),
    },
  },
};

const DAY = 86_400_000;

const daysUntil = (day: string | null | undefined, today: string): number | null =>
  day ? Math.round((Date.parse(day) - Date.parse(today)) / DAY) : null;

/** The values of the variables, once for each way of paying. @param today the day that it is where the operator is, `YYYY-MM-DD` */
export function paymentFacts(
  { account, paymentMode, owner }: { account: Account; paymentMode: PaymentMode; owner: Customer },
  ways: readonly PaymentAccount[],
  today: string,
): Record<string, unknown>[] {
  const { status, currency, billingCycle, billDelivery, creditLimit, balance } = account;
  const fixed = {
    account: {
      paymentMode,
      status,
      currency,
      billingCycle,
      billDelivery,
      credit: account.credit ?? null,
      limited: Boolean(creditLimit),
      owing: balance ? new Decimal(balance.amount).isNegative() : false,
      ways: ways.length,
    },
    customer: {
      name: owner.name,
      type: owner.customerType,
      subType: owner.subType ?? null,
      serviceLevel: owner.serviceLevel,
    },
  };
  const each: (PaymentAccount | null)[] = ways.length > 0 ? [...ways] : [null];
  return each.map((way) => ({
    ...fixed,
    payment: {
      kind: way?.kind ?? null,
      bankCode: way?.bankCode ?? null,
      holderName: way?.holderName ?? null,
      hasNumber: Boolean(way?.maskedNumber),
      hasAgreement: Boolean(way?.agreementNo),
      daysValid: daysUntil(way?.validUntil, today),
    },
  }));
}
