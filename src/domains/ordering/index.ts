import './ordering.events.js';
import type { Domain } from '../../kernel/domain.js';
import { attributesOfOthers } from '../pricing/index.js';
import { ensureProcesses } from '../process/index.js';
import { adapterInstructions } from './fulfilment.port.js';
import './open-order-objections.js';
import { OrderBoardResolver } from './order-board.resolver.js';
import { OrderCharge } from './order-charge.js';
import { OrderCheckResolver } from './order-check.resolver.js';
import { OrderGuarantee } from './order-guarantee.js';
import { OrderItemComponent } from './order-item-component.js';
import { orderFulfilment } from './order-fulfilment.js';
import { OrderItem } from './order-item.js';
import { OrderProgressResolver } from './order-progress.resolver.js';
import './order-steps.js';
import './order.policy.js';
import './ordered-pieces.js';
import './pending-sales.js';
import { OrderResolver } from './order.resolver.js';
import { Order } from './order.js';
import { orderingJobs } from './ordering.jobs.js';
import { ensureReviewRules } from './review-rule.baseline.js';
import { ReviewRule } from './review-rule.js';
import { InterventionResolver } from './intervention.resolver.js';
import { ServiceOrderActivity } from './service-order-activity.js';
import { ServiceOrderIntervention } from './service-order-intervention.js';
import { SupervisionResolver } from './supervision.resolver.js';
import { ServiceOrderReport } from './service-order-report.js';
import { ServiceOrder } from './service-order.js';

export * from './cancel-order.js';
export { followCancellation } from './cancellation-followers.js';
export * from './defer-order.js';
export * from './fulfilment.port.js';
export * from './in-flight-decision.js';
export * from './intervention.enums.js';
export * from './intervention.inputs.js';
export { intervene, takeInterventionReply } from './intervention.service.js';
export { judgeItems, NOT_JUDGED } from './judge-items.js';
export * from './order-charge.js';
export * from './order-guarantee.js';
export * from './order-item-component.js';
export * from './order-item.js';
export type { LineCost, LinePrice, OrderPrices, SoldCharge } from './order-prices.js';
export * from './order.enums.js';
export * from './order.inputs.js';
export * from './order.js';
export * from './order.lifecycle.js';
export * from './orders-of-process.js';
export * from './report-progress.js';
export * from './resend-order.js';
export * from './review-order.js';
export * from './review-rule.js';
export * from './service-order-activity.js';
export * from './service-order-intervention.js';
export * from './service-order-report.js';
export * from './service-order-status.js';
export * from './service-order.js';
export * from './service-order.lifecycle.js';
export * from './submit-order.js';
export * from './wait-install.js';

// Lines carry them for the adapter, not for the products.
attributesOfOthers.push(adapterInstructions);

/** Orders from submission over review, decomposition and provisioning to completion. */
export const ordering: Domain = {
  name: 'ordering',
  entities: [
    Order,
    OrderItem,
    OrderItemComponent,
    OrderGuarantee,
    OrderCharge,
    ServiceOrder,
    ServiceOrderReport,
    ServiceOrderActivity,
    ServiceOrderIntervention,
    ReviewRule,
  ],
  resolvers: [
    OrderResolver,
    OrderProgressResolver,
    OrderBoardResolver,
    OrderCheckResolver,
    InterventionResolver,
    SupervisionResolver,
  ],
  jobs: orderingJobs,
  baseline: async (context) => {
    await ensureReviewRules(context);
    await ensureProcesses(context, [orderFulfilment]);
  },
};
