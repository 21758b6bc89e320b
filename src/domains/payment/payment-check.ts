import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import { ensureRows } from '../../kernel/database/ensure-rows.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { rowOf } from '../../kernel/model/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { refuseBadRule, ruleHolds } from '../../kernel/rules/index.js';
import { operatorToday } from '../calendar/index.js';
import type { PaymentAccount } from '../customer/index.js';
import { Account, AccountPaymentAccount, Customer, judgePaymentMode, PaymentMode } from '../customer/index.js';
import { askedRow } from './asked-row.js';
import { PaymentCheckRule } from './payment-check-rule.js';
import { paymentFacts, paymentVariables } from './payment-facts.js';
import type { PaymentCheckRuleSaveInput } from './payment.inputs.js';

/** Code, name, way of paying, condition and message of the rules as delivered. */
const delivered: readonly [string, string, PaymentMode | null, string, string][] = [
  [
    'CARD_DATA',
    '信用卡资料',
    PaymentMode.CREDIT_CARD,
    'payment.kind = "CREDIT_CARD" and payment.hasNumber and payment.holderName != null and payment.daysValid != null',
    'A credit card with number, holder and end of validity is needed.',
  ],
  ['CARD_VALID', '信用卡有效期', PaymentMode.CREDIT_CARD, 'payment.daysValid >= 0', 'The card is no longer valid.'],
  [
    'COLLECTION_DATA',
    '托收资料',
    PaymentMode.COLLECTION,
    'payment.kind = "COLLECTION" and payment.bankCode != null and payment.hasNumber and payment.holderName != null',
    'A bank account with bank, number and holder is needed.',
  ],
  [
    'COLLECTION_AGREEMENT',
    '托收协议',
    PaymentMode.COLLECTION,
    'payment.hasAgreement',
    'An agreement to collect is needed.',
  ],
  [
    'TRANSFER_DATA',
    '转账资料',
    PaymentMode.BANK_TRANSFER,
    'payment.bankCode != null and payment.hasNumber',
    'Bank and number of the account that pays are needed.',
  ],
  [
    'PREPAID_DATA',
    '预付费资料',
    PaymentMode.PREPAID,
    'payment.kind = "PREPAID_DEPOSIT"',
    'A prepaid deposit is needed.',
  ],
  [
    'TRANSFER_WAY',
    '转账账户',
    PaymentMode.BANK_TRANSFER,
    'payment.kind = "COLLECTION"',
    'A transfer comes from a bank account.',
  ],
  [
    'CASH_WAY',
    '现金支付',
    PaymentMode.CASH,
    'account.ways = 0 or payment.kind = "CASH"',
    'Cash is paid through no card, bank account or deposit.',
  ],
  ...[PaymentMode.CHECK, PaymentMode.ELECTRONIC_CHECK].map((mode): (typeof delivered)[number] => [
    `${mode}_WAY`,
    '支票账户',
    mode,
    'account.ways = 0 or payment.kind = "COLLECTION"',
    'A check is drawn on a bank account.',
  ]),
  [
    'WAY_VALID',
    '支付方式有效期',
    null,
    // Cards have a rule of their own.
    'payment.kind = "CREDIT_CARD" or payment.daysValid = null or payment.daysValid >= 0',
    'The way of paying is no longer valid.',
  ],
];

/** Writes the rules as delivered; those that exist stay as the operator changed them. */
export async function ensurePaymentCheckRules(context: CallContext): Promise<void> {
  const rows = delivered.map(([code, name, paymentMode, condition, message], index) => ({
    code,
    name,
    paymentMode,
    condition,
    message,
    position: index + 1,
    active: true,
  }));
  await context.database.write(context, async (tx) => void (await ensureRows(tx, PaymentCheckRule, rows)));
}

/** Makes a rule for ways of paying, or changes the one with the same code (CUS-43). */
export function savePaymentCheckRule(
  context: CallContext,
  input: PaymentCheckRuleSaveInput,
): Promise<PaymentCheckRule> {
  refuseBadRule(input.condition, paymentVariables, ['input', 'condition']);
  return context.database.write(context, async (tx) => {
    const { code, name, condition, message, position } = input;
    const known = await tx.em.findOne(PaymentCheckRule, { code }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const rule = known ?? tx.add(Object.assign(new PaymentCheckRule(), { code }));
    const changes = applyChanges(rule, {
      name,
      paymentMode: input.paymentMode ?? null,
      condition,
      message,
      position,
      active: input.active ?? true,
    });
    tx.record({ kind: 'RECORD_CHANGE', type: 'payment-check-rule.saved', subject: rule, data: { code, changes } });
    return rule;
  });
}

/** The rules in use that the account breaks when it is paid so, each once, in their order (CUS-43). */
export async function brokenRules(
  tx: Transaction,
  account: Account,
  paymentMode: PaymentMode,
  ways: readonly PaymentAccount[],
): Promise<PaymentCheckRule[]> {
  const owner = await tx.em.findOneOrFail(Customer, { id: account.owner.id });
  const rules = await tx.em.find(
    PaymentCheckRule,
    { active: true, $or: [{ paymentMode }, { paymentMode: null }] },
    { orderBy: { position: 'asc', code: 'asc' } },
  );
  const facts = paymentFacts({ account, paymentMode, owner }, ways, await operatorToday(tx));
  return rules.filter(({ condition }) => !facts.every((values) => ruleHolds(condition, values)));
}

// Who changes the mode alone keeps the ways of paying that there are: they must have what the new mode needs.
judgePaymentMode(async (tx, account, mode) => brokenRules(tx, account, mode, await waysOf(tx, account)));

/** The rules in use that an account breaks as it is paid now (CUS-43). */
export function checkAccountPayment(context: CallContext, accountId: string): Promise<PaymentCheckRule[]> {
  return context.database.write(context, async (tx) => {
    const account = await askedRow(tx, Account, accountId, 'accountId');
    const broken = await brokenRules(tx, account, account.paymentMode, await waysOf(tx, account));
    return broken.map(({ id }) => rowOf(PaymentCheckRule, id));
  });
}

/** The ways of paying of an account, in the order in which they are tried. */
export async function waysOf(tx: Transaction, account: Account): Promise<PaymentAccount[]> {
  const links = await tx.em.find(
    AccountPaymentAccount,
    { account },
    { orderBy: { priority: 'asc', id: 'asc' }, populate: ['paymentAccount'] },
  );
  return links.map(({ paymentAccount }) => paymentAccount);
}
