import { oneOf, opaqueId, text } from '../../kernel/events/event-type.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { InterventionKind, InterventionStatus as S } from './intervention.enums.js';
import type { ServiceOrderIntervention } from './service-order-intervention.js';

/** Steps of an intervention. */
export type InterventionStep = 'accept' | 'carryOut' | 'refuse' | 'withdraw' | 'carryOutAfterAll';

/** What provisioning answers comes from a system, but a supervisor who cancels what it does not have ends it at once. */
const anyone = ['STAFF', 'PARTNER', 'CUSTOMER'] as const;

/** States and steps of an intervention in the work of provisioning (WFL-73). */
export const interventionLifecycle = defineLifecycle<ServiceOrderIntervention, S, InterventionStep>({
  name: 'serviceOrderIntervention',
  subject: 'ServiceOrderIntervention',
  data: {
    interventionNo: text('Its number.'),
    interventionKind: oneOf(InterventionKind, 'What is asked.'),
    orderId: opaqueId('The order.'),
    serviceOrderNo: text('Number of the service order.'),
  },
  states: Object.values(S),
  initial: S.REQUESTED,
  final: [S.DONE, S.REFUSED],
  read: (intervention) => intervention.status,
  write: (intervention, status) => {
    intervention.status = status;
  },
  // Customers see what becomes of their order, not how the operator drives its network.
  scope: ({ serviceOrder }) => ({ regionId: serviceOrder.order.region.id }),
  transitions: [
    { action: 'accept', from: [S.REQUESTED], to: S.ACCEPTED, who: anyone },
    { action: 'carryOut', from: [S.ACCEPTED], to: S.DONE, who: anyone },
    { action: 'refuse', from: [S.REQUESTED, S.ACCEPTED], to: S.REFUSED, who: anyone },
    { action: 'withdraw', from: [S.REQUESTED, S.ACCEPTED], to: S.WITHDRAWN, who: ['STAFF'] },
    // What provisioning had done before it learned of that is done all the same.
    { action: 'carryOutAfterAll', from: [S.WITHDRAWN], to: S.DONE, who: anyone },
  ],
});
