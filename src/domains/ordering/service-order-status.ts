import { describeEnum } from '../../kernel/model/index.js';

export enum ServiceOrderStatus {
  CREATED = 'CREATED',
  DISPATCHED = 'DISPATCHED',
  IN_PROGRESS = 'IN_PROGRESS',
  RETURNED = 'RETURNED',
  DEFERRED = 'DEFERRED',
  REOPENED = 'REOPENED',
  WAITING_INSTALL = 'WAITING_INSTALL',
  CHANGE_PENDING = 'CHANGE_PENDING',
  CANCEL_PENDING = 'CANCEL_PENDING',
  COMPLETED = 'COMPLETED',
  CANCELLED = 'CANCELLED',
}

describeEnum(ServiceOrderStatus, 'ServiceOrderStatus', 'State of a service order (TMF641).', {
  CREATED: 'Split from the order, not yet sent.',
  DISPATCHED: 'Sent to provisioning, which took it (ORD-161).',
  IN_PROGRESS: 'Provisioning works on it.',
  RETURNED: 'Provisioning gave it back; see the cause.',
  DEFERRED: 'Postponed at the wish of the customer (ORD-66).',
  REOPENED: 'To be sent again after having been postponed (ORD-68).',
  WAITING_INSTALL: 'Waits for a resource of the operator (ORD-100).',
  CHANGE_PENDING: 'Provisioning is checking a change (ORD-63).',
  CANCEL_PENDING: 'Provisioning is checking the cancellation (ORD-63).',
  COMPLETED: 'Done (ORD-86).',
  CANCELLED: 'Withdrawn before it was done (ORD-61).',
});

/** States in which nothing more happens to a service order. */
export const finalServiceOrderStates: readonly ServiceOrderStatus[] = [
  ServiceOrderStatus.COMPLETED,
  ServiceOrderStatus.CANCELLED,
];
