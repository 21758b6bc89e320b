import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { Money } from '../../kernel/model/index.js';
import { requireCurrency } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { CreditCause, CreditSource } from './credit-enums.js';
import { CreditHistory } from './credit-history.js';
import { CreditProfile } from './credit-profile.js';
import type { CreditAdjustInput, CreditRateInput } from './credit.inputs.js';
import { manualCreditDays } from './evaluation.parameters.js';
import { isScore, rateCustomer, ratingGround } from './rate-customer.js';

const DAY = 86_400_000;

/** Sets the credit of a customer by hand, with a reason; ratings leave it for a while (CRD-08). */
export async function adjustCredit(context: CallContext, input: CreditAdjustInput): Promise<CreditProfile> {
  const days = await manualCreditDays.read(context.database);
  return context.database.write(context, async (tx) => {
    requireScore(input.score);
    const frozenUntil = input.frozenUntil ? new Date(input.frozenUntil) : new Date(tx.at.getTime() + days * DAY);
    if (frozenUntil <= tx.at) refuse('IN_PAST', 'The moment lies in the past.', ['input', 'frozenUntil']);
    if (input.creditLimit) requireLimit(input.creditLimit);
    const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
    const { profile } = await rateCustomer(
      tx,
      customer,
      {
        ...{ score: input.score, source: CreditSource.MANUAL, cause: CreditCause.MANUAL, reason: input.reason },
        ...{ evaluatedAt: tx.at, frozenUntil },
        creditLimit: input.creditLimit ? Money.of(input.creditLimit.amount, input.creditLimit.currency) : undefined,
      },
      { ...(await ratingGround(tx)), keepUnchanged: true },
    );
    return profile;
  });
}

/** Takes down a rating that came from elsewhere, such as by a row of a file; each number once (CRD-09). */
export function recordRating(context: CallContext, input: CreditRateInput): Promise<CreditProfile> {
  return context.database.write(context, async (tx) => {
    requireScore(input.score);
    if (input.source === CreditSource.MANUAL || input.source === CreditSource.INITIAL)
      refuse('BAD_VALUE', 'Ratings by hand and by rule are not recorded this way.', ['input', 'source']);
    const evaluatedAt = input.evaluatedAt ? new Date(input.evaluatedAt) : tx.at;
    if (evaluatedAt > tx.at) refuse('IN_FUTURE', 'It has not been rated yet.', ['input', 'evaluatedAt']);
    const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
    if (input.ratingNo && (await tx.em.count(CreditHistory, { ratingNo: input.ratingNo })) > 0)
      refuse('DUPLICATE', 'This rating was recorded already.', ['input', 'ratingNo']);
    await requireOpen(tx, customer, evaluatedAt);
    const { profile } = await rateCustomer(
      tx,
      customer,
      {
        ...{ score: input.score, source: input.source ?? CreditSource.BILLING, cause: CreditCause.SINGLE },
        ...{ reason: input.reason ?? 'Recorded', evaluatedAt, ratingNo: input.ratingNo },
      },
      { ...(await ratingGround(tx)), keepUnchanged: true },
    );
    return profile;
  });
}

/** Refuses with FROZEN what was set by hand, and with OUTDATED what was rated later already. */
async function requireOpen(tx: Transaction, customer: Customer, evaluatedAt: Date): Promise<void> {
  const present = await tx.em.findOne(CreditProfile, { customer: customer.id }, { refresh: true });
  if (!present) return;
  if (present.frozenUntil && present.frozenUntil > tx.at)
    refuse('FROZEN', 'The credit was set by hand and holds for a while.', ['input', 'customerId'], {
      until: present.frozenUntil.toISOString(),
    });
  // A rule for new customers knows less than any rating, however old.
  if (present.source !== CreditSource.INITIAL && present.evaluatedAt > evaluatedAt)
    refuse('OUTDATED', 'A later rating is there already.', ['input', 'evaluatedAt'], {
      evaluatedAt: present.evaluatedAt.toISOString(),
    });
}

function requireScore(score: string): void {
  if (!isScore(score)) refuse('BAD_SCORE', 'A score has 0 to 100 with at most two decimals.', ['input', 'score']);
}

function requireLimit({ amount, currency }: { amount: string; currency: string }): void {
  requireCurrency(currency, ['input', 'creditLimit', 'currency']);
  if (amount.startsWith('-'))
    refuse('TOO_SMALL', 'A limit is not negative.', ['input', 'creditLimit', 'amount'], { min: '0' });
}
