import type { As, TestGraph } from './graph.js';

const REQUEST =
  'mutation ($input: OfferingPricingRequestInput!) { offeringPricingRequest(input: $input) { userErrors { code message path } pricingOrder { orderNo } } }';
const REPLY =
  'mutation ($input: PricingReplyInput!) { pricingReply(input: $input) { userErrors { code message path } pricingReply { applied } } }';

/** Sends an approved offering to billing, which answers at once. */
export async function answerPricing(
  { query }: TestGraph,
  offeringId: string,
  { as = 'admin', reason }: { as?: As; /** Why billing refuses; it accepts when absent. */ reason?: string } = {},
): Promise<void> {
  const asked = (await query(REQUEST, { input: { offeringId, remark: 'sandbox: silent' } }, { as })).data
    .offeringPricingRequest;
  if (asked.userErrors.length > 0) throw new Error(JSON.stringify(asked.userErrors));
  const { orderNo } = asked.pricingOrder;
  const input = { orderNo, replyId: `T-${orderNo}`, result: reason ? 'REFUSED' : 'PRICED', reason };
  const { data, errors } = await query(REPLY, { input }, { as: { sub: 'billing', role: 'system' } as As });
  if (errors || !data.pricingReply.pricingReply?.applied) throw new Error(JSON.stringify(errors ?? data));
}
