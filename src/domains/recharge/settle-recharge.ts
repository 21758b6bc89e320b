import { Decimal } from 'decimal.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { defineJob, type JobDefinition } from '../../kernel/jobs/index.js';
import { Money } from '../../kernel/model/index.js';
import { type CardOutcome, rechargeCards } from './recharge-cards.port.js';
import { RechargeCredit } from './recharge-credit.js';
import { rechargeLifecycle } from './recharge.lifecycle.js';
import { Recharge, RechargeStatus } from './recharge.js';

const JOB = 'recharge.settle';
/** How long an answer may take before it is asked what became of the recharge. */
const PATIENCE_MS = 60_000;

interface OfRecharge extends Record<string, unknown> {
  rechargeId: string;
}

/** Asks later what became of a recharge, should it still be open then. */
export function settleLater(tx: Transaction, { id }: Recharge): void {
  const runAt = new Date(tx.at.getTime() + PATIENCE_MS);
  tx.enqueue({ name: JOB, payload: { rechargeId: id }, key: `${JOB}:${id}`, runAt });
}

/** Asks the card system what became of a recharge whose answer was lost (RES-54). Throws to be tried again. */
export const settleRecharge: JobDefinition = defineJob<OfRecharge>(
  JOB,
  async ({ rechargeId }, context) => {
    const found = await context.database.orm.em.fork().findOne(Recharge, rechargeId);
    if (found?.status !== RechargeStatus.REQUESTED) return;
    const outcome = await rechargeCards.adapter.outcome(found.rechargeNo, context);
    await settle(context, rechargeId, outcome);
  },
  { waits: true },
);

/** Notes what became of the card: once, whichever answer comes first; every account gets its part (RES-54). */
export function settle(
  context: CallContext,
  rechargeId: string,
  outcome: CardOutcome | { status: 'NOT_ARRIVED' },
): Promise<Recharge> {
  return context.database.write(context, async (tx) => {
    const recharge = (await tx.find(Recharge, rechargeId))!;
    if (recharge.status !== RechargeStatus.REQUESTED) return recharge;
    recharge.settledAt = tx.at;
    if ('externalRef' in outcome) recharge.externalRef = outcome.externalRef;
    const data = { rechargeNo: recharge.rechargeNo, cardNo: recharge.cardNo };
    if (outcome.status !== 'REDEEMED') {
      const code = outcome.status === 'REFUSED' ? outcome.code : outcome.status;
      recharge.refusalCode = code;
      await rechargeLifecycle.move(tx, recharge, 'refuse', { data: { ...data, code } });
      return recharge;
    }
    const value = Money.of(new Decimal(outcome.amount).toFixed(), outcome.currency);
    recharge.value = value;
    await rechargeLifecycle.move(tx, recharge, 'credit', {
      data: { ...data, amount: value.amount, currency: value.currency },
    });
    await credit(tx, recharge, value);
    return recharge;
  });
}

async function credit(tx: Transaction, recharge: Recharge, value: Money): Promise<void> {
  const parts = await tx.em.find(
    RechargeCredit,
    { recharge: recharge.id },
    { populate: ['account', 'productInstance'], orderBy: { position: 'asc' } },
  );
  let left = new Decimal(value.amount);
  // What is asked for by amount comes first; the card system vouches that it is covered.
  for (const part of [...parts.filter(({ asked }) => asked), ...parts.filter(({ asked }) => !asked)]) {
    const amount = part.asked ? Decimal.min(part.asked, left) : left;
    left = left.minus(amount);
    part.amount = Money.of(amount.toFixed(), value.currency);
    if (amount.isZero()) continue;
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'recharge.credited',
      subject: part,
      customerId: recharge.customer.id,
      regionId: recharge.region.id,
      figuresOf: recharge.customer.id,
      data: {
        rechargeNo: recharge.rechargeNo,
        accountNo: part.account.accountNo,
        instanceNo: part.productInstance?.instanceNo ?? null,
        ...{ amount: amount.toFixed(), currency: value.currency },
      },
    });
  }
}
