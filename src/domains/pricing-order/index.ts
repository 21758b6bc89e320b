import './pricing-order.events.js';
import type { Domain } from '../../kernel/domain.js';
import { IndividualPlan } from './individual-plan.js';
import { defineJob } from '../../kernel/jobs/index.js';
import { type FollowedChange, followPriceChange } from './follow-price-changes.js';
import { dispatchPricingOrder, markOverdue, withdrawFromBilling } from './dispatch-pricing-order.js';
import { PricingOrderJob } from './pricing-order-jobs.js';
import './pricing-order.policy.js';
import { PricingOrderResolver } from './pricing-order.resolver.js';
import { PricingOrder } from './pricing-order.js';
import { PricingReply } from './pricing-reply.js';

export * from './billing.port.js';
export * from './individual-plan.js';
export * from './individual-plans-in-force.js';
export * from './pricing-order.input.js';
export * from './pricing-order.js';
export * from './pricing-reply.js';
export * from './take-pricing-reply.js';

interface OfOrder extends Record<string, unknown> {
  pricingOrderId: string;
}

/** Orders to billing to configure the charges of offerings, and its replies (PRD-51, PRD-52, PRD-91). */
export const pricingOrder: Domain = {
  name: 'pricing-order',
  entities: [PricingOrder, PricingReply, IndividualPlan],
  resolvers: [PricingOrderResolver],
  jobs: [
    defineJob<OfOrder>(PricingOrderJob.dispatch, (order, context) =>
      dispatchPricingOrder(context, order.pricingOrderId),
    ),
    defineJob<OfOrder>(PricingOrderJob.withdraw, (order, context) =>
      withdrawFromBilling(context, order.pricingOrderId),
    ),
    defineJob<OfOrder>(PricingOrderJob.overdue, (order, context) => markOverdue(context, order.pricingOrderId)),
    defineJob<FollowedChange>(PricingOrderJob.follow, (change, context) => followPriceChange(context, change)),
  ],
};
