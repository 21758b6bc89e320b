import type { CallContext } from '../../src/kernel/database/context.js';
import { defineJob, type NewJob } from '../../src/kernel/jobs/index.js';
import {
  billing,
  type BillingPort,
  type PricingRequest,
  PricingReplyResult,
  takePricingReply,
} from '../../src/domains/pricing-order/index.js';
import { billSource } from '../../src/domains/bill/index.js';
import { creditSource } from '../../src/domains/evaluation/index.js';
import type { Plugin } from '../../src/kernel/ports.js';
import { sandboxBills } from './bills.js';
import { sandboxCredit } from './credit.js';

const name = 'billing-sandbox';
const job = `${name}.reply`;

/** How the sandbox works; may be changed while it runs. */
export const billingPace = {
  /** Milliseconds before it replies; 0 for no pause. */
  replyMs: 1000,
};

/** What the remark of a pricing order must contain for the sandbox to refuse, not to answer at all, or to fail when it is called. */
const REFUSE = 'sandbox: refuse';
const SILENT = 'sandbox: silent';
const BROKEN = 'sandbox: broken';

interface ReplyPayload extends Record<string, unknown> {
  orderNo: string;
  refused: boolean;
}

/** The reply that is to come is kept in its job, so that it comes after a restart too. */
function replyOf({ orderNo, remark }: PricingRequest): NewJob {
  const pause = billingPace.replyMs;
  return {
    name: job,
    payload: { orderNo, refused: remark?.includes(REFUSE) ?? false } satisfies ReplyPayload,
    key: `${job}:${orderNo}`,
    ...(pause > 0 ? { runAt: new Date(Date.now() + pause) } : {}),
  };
}

async function reply({ orderNo, refused }: ReplyPayload, context: CallContext): Promise<void> {
  await takePricingReply(context, {
    orderNo,
    replyId: `SBX-${orderNo}`,
    result: refused ? PricingReplyResult.REFUSED : PricingReplyResult.PRICED,
    reason: refused ? 'The sandbox was asked to refuse.' : null,
  });
}

const adapter: BillingPort = {
  async requestPricing(request, context) {
    const { orderNo, attempt, remark } = request;
    if (remark?.includes(BROKEN)) throw new Error('The sandbox was asked to be broken.');
    if (!remark?.includes(SILENT)) await context.database.write(context, async (tx) => tx.enqueue(replyOf(request)));
    return { externalRef: `SBX-${orderNo}-${attempt}` };
  },

  // The reply may be on its way already; who takes it knows that it is not wanted any more.
  async withdrawPricing() {},
};

/**
 * Stands in for the billing system: it takes pricing orders and replies after a while that they are priced, or refuses on request
 * (remark `sandbox: refuse`). It rates the credit of customers by what they owe, and
 * bills them for what they consumed.
 */
export const billingSandbox: Plugin = {
  name,
  jobs: [defineJob<ReplyPayload>(job, reply)],
  connect: () => {
    billing.connect(adapter, name);
    creditSource.connect(sandboxCredit, name);
    billSource.connect(sandboxBills, name);
  },
};
