import type { Transaction } from '../../kernel/database/transaction.js';
import { ActivityState, ServiceOrderActivity } from './service-order-activity.js';
import type { ServiceOrder } from './service-order.js';

/** A step of provisioning's own, as it tells of it. */
export interface ReportedActivity {
  code: string;
  name: string;
  state: `${ActivityState}`;
  operator?: string | null | undefined;
  dueAt?: Date | null | undefined;
}

const ENDED: readonly string[] = [ActivityState.DONE, ActivityState.FAILED];

/**
 * Shows a step of provisioning with its service order (WFL-73). News of an attempt that is over, and news older than what is known, come
 * too late.
 * @returns whether it brought anything new
 */
export async function mirrorActivity(
  tx: Transaction,
  serviceOrder: ServiceOrder,
  { externalRef, at }: { externalRef: string; at: Date },
  { code, name, state, operator = null, dueAt = null }: ReportedActivity,
): Promise<boolean> {
  const { attempt, order, serviceOrderNo } = serviceOrder;
  if (serviceOrder.externalRef !== externalRef) return false;
  const known = await tx.em.findOne(ServiceOrderActivity, { serviceOrder: serviceOrder.id, attempt, code });
  if (known && known.reportedAt > at) return false;
  const began = state === ActivityState.PENDING ? null : (known?.startedAt ?? at);
  const values = {
    ...{ name, state: ActivityState[state], operator, dueAt, startedAt: began, reportedAt: at },
    endedAt: ENDED.includes(state) ? at : null,
  };
  if (known) Object.assign(known, values);
  else tx.add(Object.assign(new ServiceOrderActivity(), { serviceOrder, attempt, code, ...values }));
  tx.record({
    ...{ kind: 'BUSINESS_FACT', type: 'serviceOrder.activity.reported', subject: serviceOrder },
    regionId: order.region.id,
    data: { orderId: tx.idOf(order), serviceOrderNo, attempt, code, state: values.state },
  });
  return true;
}
