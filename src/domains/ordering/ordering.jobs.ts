import { defineJob } from '../../kernel/jobs/job.js';
import { advanceOrder } from './advance-order.js';
import { settleCancel } from './cancel-answer.js';
import { deliverIntervention } from './deliver-intervention.js';
import { dispatchServiceOrder, dispatchTogether } from './dispatch-service-order.js';
import { OrderJob } from './order-jobs.js';
import { releaseWaiting } from './release-waiting.js';
import { removeFormer } from './replace-former.js';

/** Jobs of orders; each looks at the state it finds, so that running twice does no more than running once. */
export const orderingJobs = [
  defineJob<{ orderId: string }>(OrderJob.advance, ({ orderId }, context) => advanceOrder(context, orderId)),
  defineJob<{ serviceOrderId: string }>(OrderJob.dispatch, ({ serviceOrderId }, context) =>
    dispatchServiceOrder(context, serviceOrderId),
  ),
  defineJob<{ orderId: string }>(OrderJob.dispatchTogether, ({ orderId }, context) =>
    dispatchTogether(context, orderId),
  ),
  defineJob<{ orderId: string }>(OrderJob.cancel, ({ orderId }, context) => settleCancel(context, orderId)),
  defineJob<{ interventionId: string }>(
    OrderJob.intervene,
    ({ interventionId }, context) => deliverIntervention(context, interventionId),
    { waits: true },
  ),
  defineJob<{ orderItemId: string }>(OrderJob.removeFormer, ({ orderItemId }, context) =>
    removeFormer(context, orderItemId),
  ),
  defineJob<{ customerId: string }>(OrderJob.release, ({ customerId }, context) => releaseWaiting(context, customerId)),
];
