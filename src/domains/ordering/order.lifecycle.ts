import { moment, oneOf, text, texts, whole } from '../../kernel/events/event-type.js';
import { defineLifecycle, type Transition } from '../../kernel/lifecycle/lifecycle.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import type { Order } from './order.js';
import { ExceptionCause, OrderStatus as S } from './order.enums.js';
import { ServiceOrder } from './service-order.js';
import { ServiceOrderStatus } from './service-order-status.js';

export type OrderStep =
  | 'submit'
  | 'acceptInAdvance'
  | 'awaitConflict'
  | 'resolveConflict'
  | 'makeFormal'
  | 'approve'
  | 'approveByRule'
  | 'return'
  | 'returnByRule'
  | 'resubmit'
  | 'provision'
  | 'takeBack'
  | 'reviewAgain'
  | 'fail'
  | 'resend'
  | 'requestChange'
  | 'applyChange'
  | 'refuseChange'
  | 'defer'
  | 'reopen'
  | 'waitInstall'
  | 'installNow'
  | 'withdraw'
  | 'requestCancel'
  | 'confirmCancel'
  | 'refuseCancel'
  | 'complete';

const clerk = ['STAFF', 'PARTNER'] as const;
const anyone = ['STAFF', 'PARTNER', 'CUSTOMER'] as const;
const system = [] as const;

const steps: readonly Transition<S, OrderStep>[] = [
  { action: 'submit', from: [S.DRAFT], to: S.PENDING_REVIEW, who: anyone },
  { action: 'acceptInAdvance', from: [S.DRAFT], to: S.PRE_ACCEPTED, who: clerk },
  { action: 'awaitConflict', from: [S.DRAFT], to: S.WAITING_CONFLICT, who: anyone },
  { action: 'resolveConflict', from: [S.WAITING_CONFLICT], to: S.PENDING_REVIEW, who: system },
  { action: 'makeFormal', from: [S.PRE_ACCEPTED], to: S.PENDING_REVIEW, who: clerk },
  { action: 'approve', from: [S.PENDING_REVIEW], to: S.APPROVED, who: ['STAFF'], guard: 'fourEyes' },
  { action: 'approveByRule', from: [S.PENDING_REVIEW], to: S.APPROVED, who: system },
  { action: 'return', from: [S.PENDING_REVIEW], to: S.EXCEPTION, who: ['STAFF'], guard: 'fourEyes' },
  { action: 'returnByRule', from: [S.PENDING_REVIEW, S.APPROVED], to: S.EXCEPTION, who: system },
  { action: 'resubmit', from: [S.EXCEPTION], to: S.PENDING_REVIEW, who: clerk },
  { action: 'provision', from: [S.APPROVED], to: S.IN_PROVISIONING, who: system },
  { action: 'takeBack', from: [S.IN_PROVISIONING], to: S.APPROVED, who: system },
  { action: 'reviewAgain', from: [S.APPROVED], to: S.PENDING_REVIEW, who: system },
  { action: 'fail', from: [S.IN_PROVISIONING], to: S.EXCEPTION, who: system },
  { action: 'resend', from: [S.EXCEPTION], to: S.IN_PROVISIONING, who: clerk },
  { action: 'requestChange', from: [S.IN_PROVISIONING], to: S.CHANGE_PENDING, who: anyone },
  { action: 'applyChange', from: [S.CHANGE_PENDING], to: S.IN_PROVISIONING, who: system },
  { action: 'refuseChange', from: [S.CHANGE_PENDING], to: S.IN_PROVISIONING, who: system },
  {
    action: 'defer',
    from: [S.IN_PROVISIONING, S.EXCEPTION],
    to: S.DEFERRED,
    who: anyone,
    guard: 'nothingAtProvisioning',
  },
  { action: 'reopen', from: [S.DEFERRED], to: S.IN_PROVISIONING, who: anyone },
  {
    action: 'waitInstall',
    from: [S.IN_PROVISIONING, S.EXCEPTION],
    to: S.WAITING_INSTALL,
    who: clerk,
    guard: 'nothingAtProvisioning',
  },
  { action: 'installNow', from: [S.WAITING_INSTALL], to: S.IN_PROVISIONING, who: clerk },
  {
    action: 'withdraw',
    from: [S.DRAFT, S.WAITING_CONFLICT, S.PRE_ACCEPTED, S.PENDING_REVIEW, S.APPROVED, S.DEFERRED, S.WAITING_INSTALL],
    to: S.CANCELLED,
    who: anyone,
    guard: 'nothingDone',
  },
  {
    action: 'requestCancel',
    from: [S.IN_PROVISIONING, S.EXCEPTION],
    to: S.CANCEL_PENDING,
    who: anyone,
    guard: 'nothingDone',
  },
  { action: 'confirmCancel', from: [S.CANCEL_PENDING], to: S.CANCELLED, who: anyone },
  { action: 'refuseCancel', from: [S.CANCEL_PENDING], to: S.IN_PROVISIONING, who: system },
  { action: 'complete', from: [S.IN_PROVISIONING], to: S.COMPLETED, who: system },
];

/** States and steps of an order (spec: orders, States). Steps without callers are taken by the system only. */
export const orderLifecycle = defineLifecycle<Order, S, OrderStep>({
  name: 'order',
  data: {
    plannedInstallAt: moment('When the installation is planned now.'),
    orderItemIds: texts('Ids of the items that are sent again.'),
    blockingOrderNos: texts('Numbers of the orders that it waits for.'),
    serviceOrders: whole('How many service orders it became.'),
    codes: texts('Codes of the errors that stopped it.'),
    cause: oneOf(ExceptionCause, 'What went wrong.').nullish(),
    serviceOrderNo: text('Number of the service order that failed.'),
  },
  states: Object.values(S),
  initial: S.DRAFT,
  final: [S.COMPLETED, S.CANCELLED],
  read: (order) => order.status,
  write: (order, status) => {
    order.status = status;
  },
  scope: (order) => ({ customerId: order.customer.id, regionId: order.region.id }),
  transitions: steps,
  guards: { fourEyes, nothingDone, nothingAtProvisioning },
});

/** Who wrote an order may not review it. */
function fourEyes(order: Order, tx: Transaction): string | undefined {
  return order.enteredBy === tx.caller.subject
    ? 'An order is reviewed by somebody else than who entered it.'
    : undefined;
}

/** What is done and signed is not undone by a cancellation but by another order (ORD-63). */
async function nothingDone(order: Order, tx: Transaction): Promise<string | undefined> {
  const done = await tx.em.findOne(
    ServiceOrder,
    { order: order.id, status: ServiceOrderStatus.COMPLETED },
    { orderBy: { serviceOrderNo: 'asc' } },
  );
  return done ? `Service order ${done.serviceOrderNo} is done; order a removal instead.` : undefined;
}

async function nothingAtProvisioning(order: Order, tx: Transaction): Promise<string | undefined> {
  const status = { $in: [ServiceOrderStatus.DISPATCHED, ServiceOrderStatus.IN_PROGRESS] };
  const busy = await tx.em.findOne(ServiceOrder, { order: order.id, status }, { orderBy: { serviceOrderNo: 'asc' } });
  return busy
    ? `Provisioning works on service order ${busy.serviceOrderNo}; it can be postponed when it comes back.`
    : undefined;
}
