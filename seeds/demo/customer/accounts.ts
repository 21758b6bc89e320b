import {
  Account,
  accountLifecycle,
  AccountPaymentAccount,
  BillDelivery,
  BillFormat,
  BillingCycle,
  PaymentAccount,
  PaymentAccountKind,
  PaymentMode,
} from '../../../src/domains/customer/index.js';
import type { Actor } from '../../bulk/history.js';
import type { Story } from '../story.js';
import type { Who } from './party.js';

const banks: readonly (readonly [string, string])[] = [
  ['ICBC', '中国工商银行'],
  ['CCB', '中国建设银行'],
  ['ABC', '中国农业银行'],
  ['BOC', '中国银行'],
  ['CMB', '招商银行'],
];

const ways: readonly (readonly [{ mode: PaymentMode; kind: PaymentAccountKind; bank: boolean }, number])[] = [
  [{ mode: PaymentMode.CASH, kind: PaymentAccountKind.CASH, bank: false }, 25],
  [{ mode: PaymentMode.COLLECTION, kind: PaymentAccountKind.COLLECTION, bank: true }, 35],
  [{ mode: PaymentMode.CREDIT_CARD, kind: PaymentAccountKind.CREDIT_CARD, bank: true }, 20],
  [{ mode: PaymentMode.PREPAID, kind: PaymentAccountKind.PREPAID_DEPOSIT, bank: false }, 20],
];

/** Opens the accounts of a customer with their ways of paying; the first one is the default. Answers their keys. */
export function openAccounts(story: Story, who: Who, count: number, openedAt: Date, clerk: Actor): string[] {
  return Array.from({ length: count }, (_, number) =>
    openAccount(story, who, number, number === 0 ? openedAt : story.after(openedAt, { minutes: number }), clerk),
  );
}

function openAccount(story: Story, who: Who, number: number, openedAt: Date, clerk: Actor): string {
  const { random, region, customerId } = story;
  const way = random.weighted(ways);
  const [delivery, billAddress] = random.weighted([
    [[BillDelivery.PORTAL, null], 5],
    [[BillDelivery.EMAIL, who.email], 3],
    [[BillDelivery.SMS, who.mobile], 2],
    [[BillDelivery.POST, who.address], who.business ? 4 : 1],
  ] as const);
  const id = story.id(Account);
  const accountNo = `A${region.code}-${story.serial}${number === 0 ? '' : `-${number + 1}`}`;
  const created = story.by(clerk, openedAt);
  const status = story.chronicle.life(accountLifecycle, Account, id, created);
  story.chronicle.fact('account.opened', Account, id, { ...created, data: { accountNo, isDefault: number === 0 } });
  const bank = way.bank ? random.pick(banks) : undefined;
  story.add(Account, {
    id,
    createdAt: openedAt,
    accountNo,
    name: number === 0 ? who.name : `${who.name} (${number + 1})`,
    owner: customerId,
    region: region.id,
    status,
    isDefault: number === 0,
    billingCycle: who.business && random.chance(0.2) ? BillingCycle.QUARTERLY : BillingCycle.MONTHLY,
    billingDay: random.pick([1, 1, 1, 5, 10, 15, 20]),
    currency: 'CNY',
    paymentMode: way.mode,
    billFormat: random.pick([BillFormat.STANDARD, BillFormat.STANDARD, BillFormat.SUMMARY, BillFormat.ITEMISED]),
    billParts: [],
    billDelivery: delivery,
    sequenceNo: number + 1,
    bankCode: bank?.[0] ?? null,
    billAddress,
    contactName: who.signatory,
    contactPhone: who.mobile,
    openedAt,
    version: 1,
    characteristics: {},
  });
  const paymentAccount = story.add(PaymentAccount, {
    createdAt: openedAt,
    owner: customerId,
    kind: way.kind,
    maskedNumber: bank ? `${'*'.repeat(12)}${random.digits(4)}` : null,
    holderName: who.name,
    bankCode: bank?.[0] ?? null,
    bankName: bank?.[1] ?? null,
    validUntil: way.kind === PaymentAccountKind.CREDIT_CARD ? '2035-12-31' : null,
    agreementNo: way.kind === PaymentAccountKind.COLLECTION ? `T-${accountNo}` : null,
  });
  story.add(AccountPaymentAccount, { createdAt: openedAt, account: id, paymentAccount, priority: 1 });
  return id;
}
