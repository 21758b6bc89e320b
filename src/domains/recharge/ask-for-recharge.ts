import { createHash } from 'node:crypto';
import { Decimal } from 'decimal.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { Account, AccountStatus, Customer } from '../customer/index.js';
import { ProductInstance } from '../inventory/index.js';
import { RechargeCredit } from './recharge-credit.js';
import type { RechargeByCardInput, RechargeCreditInput } from './recharge.input.js';
import { rechargeLifecycle } from './recharge.lifecycle.js';
import { Recharge, RechargeStatus } from './recharge.js';
import { settleLater } from './settle-recharge.js';

/** Wrong secrets in an hour, for one card or one customer, after which no more are tried. */
const MOST_MISSES = 5;
const HOUR = 3_600_000;

/** What the card system must be asked, once the recharge is written; null when it was asked for before. */
export interface AskedRecharge {
  recharge: Recharge;
  ask: { currency: string; least: string } | null;
}

/** Writes a recharge before the card system is asked, so that of two requests for one card only one gets there (RES-54). */
export async function askForRecharge(tx: Transaction, input: RechargeByCardInput): Promise<AskedRecharge> {
  // The customer is locked: repetitions under one key, and misses, are counted one after another.
  const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
  const { cardNo, requestKey } = input;
  const contentDigest = digestOf(input);
  const known = await tx.em.findOne(Recharge, { customer: customer.id, requestKey });
  if (known && known.contentDigest !== contentDigest)
    refuse('KEY_REUSED', 'Another recharge was asked for under this key.', ['input', 'requestKey']);
  if (known) return { recharge: known, ask: null };
  await refuseGuessing(tx, customer, cardNo);
  const parts = await partsOf(tx, customer, input.credits);
  const used = await tx.em.findOne(Recharge, { cardNo, status: { $ne: RechargeStatus.REFUSED } });
  if (used) refuse('CARD_IN_USE', 'The card has been used, or is being used.', ['input', 'cardNo']);
  const recharge = Object.assign(new Recharge(), {
    rechargeNo: formatNumber('RC', await takeNumber(tx, 'recharge')),
    ...{ customer, region: customer.region, cardNo, requestKey, contentDigest },
    ...{ value: null, refusalCode: null, externalRef: null, settledAt: null },
    requestedBy: tx.caller.subject,
    requestedAt: tx.at,
  });
  rechargeLifecycle.begin(tx, tx.add(recharge), { data: { rechargeNo: recharge.rechargeNo, cardNo } });
  for (const [index, part] of parts.entries())
    tx.add(Object.assign(new RechargeCredit(), { recharge, position: index + 1, amount: null, ...part }));
  // Should the answer be lost, or this process, it is asked for later.
  settleLater(tx, recharge);
  const least = Decimal.sum(0, ...parts.map(({ asked }) => asked ?? 0)).toFixed();
  return { recharge, ask: { currency: parts[0]!.account.currency, least } };
}

const digestOf = ({ cardNo, credits }: RechargeByCardInput): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        cardNo,
        credits.map(({ accountId, productInstanceId, amount }) => [
          accountId ?? null,
          productInstanceId ?? null,
          amount ? new Decimal(amount).toFixed() : null,
        ]),
      ]),
    )
    .digest('hex');

async function refuseGuessing(tx: Transaction, customer: Customer, cardNo: string): Promise<void> {
  const misses = await tx.em.count(Recharge, {
    refusalCode: 'BAD_SECRET',
    requestedAt: { $gt: new Date(tx.at.getTime() - HOUR) },
    $or: [{ cardNo }, { customer: customer.id }],
  });
  if (misses >= MOST_MISSES)
    refuse('TOO_MANY_MISSES', 'Too many wrong secrets; try again in an hour.', ['input', 'cardSecret']);
}

type Part = Pick<RechargeCredit, 'account' | 'productInstance' | 'asked'>;

async function partsOf(tx: Transaction, customer: Customer, inputs: readonly RechargeCreditInput[]): Promise<Part[]> {
  const parts: Part[] = [];
  for (const [index, input] of inputs.entries()) {
    const path = ['input', 'credits', index];
    const part = await partOf(tx, customer, input, path);
    const first = parts[0]?.account.currency;
    if (first && first !== part.account.currency)
      refuse('MIXED_CURRENCIES', `The accounts are kept in ${first} and ${part.account.currency}.`, path);
    const twice = parts.some(
      ({ account, productInstance }) =>
        account.id === part.account.id && productInstance?.id === part.productInstance?.id,
    );
    if (twice) refuse('DUPLICATE', 'It is named twice.', path);
    parts.push(part);
  }
  if (parts.filter(({ asked }) => !asked).length !== 1)
    refuse('REST_UNCLEAR', 'Exactly one part gets what is left of the value.', ['input', 'credits']);
  return parts;
}

async function partOf(
  tx: Transaction,
  customer: Customer,
  { accountId, productInstanceId, amount }: RechargeCreditInput,
  path: InputPath,
): Promise<Part> {
  if (accountId && productInstanceId)
    refuse('CONTRADICTORY', 'Name either the account or the service.', [...path, 'productInstanceId']);
  const at = [...path, productInstanceId ? 'productInstanceId' : 'accountId'];
  const productInstance = productInstanceId
    ? await tx.get(ProductInstance, productInstanceId, at, { lock: false })
    : null;
  if (productInstance && productInstance.customer.id !== customer.id)
    refuse('NOT_OF_CUSTOMER', 'This service does not belong to the customer.', at);
  const account = accountId
    ? await tx.get(Account, accountId, at, { lock: false })
    : productInstance?.account && (await tx.em.findOne(Account, { id: productInstance.account.id }));
  if (!account) return refuse('REQUIRED', 'Which account, or which service that is charged to one?', at);
  if (account.owner.id !== customer.id) refuse('NOT_OF_CUSTOMER', 'This account does not belong to the customer.', at);
  if (account.status !== AccountStatus.IN_USE)
    refuse('ACCOUNT_NOT_IN_USE', 'The account collects nothing.', at, { status: account.status });
  return { account, productInstance, asked: amount ? new Decimal(amount).toFixed() : null };
}
