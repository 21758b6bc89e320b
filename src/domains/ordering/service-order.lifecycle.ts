import { oneOf, opaqueId, text, whole } from '../../kernel/events/event-type.js';
import { workOn, type WorkState } from '../../kernel/process/index.js';
import { processOf } from './order-process.js';
import { ExceptionCause, OrderStatus } from './order.enums.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { defineLifecycle, type MoveOptions, type Transition } from '../../kernel/lifecycle/lifecycle.js';
import type { ServiceOrder } from './service-order.js';
import { settleByStep } from './settle-intervention.js';
import { finalServiceOrderStates, ServiceOrderStatus as S } from './service-order-status.js';

export type ServiceOrderStep =
  | 'dispatch'
  | 'start'
  | 'complete'
  | 'return'
  | 'resend'
  | 'defer'
  | 'reopen'
  | 'waitInstall'
  | 'installNow'
  | 'requestChange'
  | 'applyChange'
  | 'requestCancel'
  | 'refuseCancel'
  | 'cancel';

const clerk = ['STAFF', 'PARTNER'] as const;
const anyone = ['STAFF', 'PARTNER', 'CUSTOMER'] as const;
const system = [] as const;

const steps: readonly Transition<S, ServiceOrderStep>[] = [
  { action: 'dispatch', from: [S.CREATED, S.REOPENED], to: S.DISPATCHED, who: system },
  { action: 'start', from: [S.DISPATCHED], to: S.IN_PROGRESS, who: system },
  { action: 'complete', from: [S.IN_PROGRESS], to: S.COMPLETED, who: system },
  { action: 'return', from: [S.DISPATCHED, S.IN_PROGRESS], to: S.RETURNED, who: system },
  { action: 'resend', from: [S.RETURNED], to: S.REOPENED, who: clerk },
  { action: 'defer', from: [S.CREATED, S.RETURNED, S.REOPENED], to: S.DEFERRED, who: anyone },
  { action: 'reopen', from: [S.DEFERRED], to: S.REOPENED, who: anyone },
  { action: 'waitInstall', from: [S.RETURNED], to: S.WAITING_INSTALL, who: clerk },
  { action: 'installNow', from: [S.WAITING_INSTALL], to: S.REOPENED, who: clerk },
  { action: 'requestChange', from: [S.DISPATCHED, S.IN_PROGRESS], to: S.CHANGE_PENDING, who: anyone },
  { action: 'applyChange', from: [S.CHANGE_PENDING], to: S.IN_PROGRESS, who: system },
  { action: 'requestCancel', from: [S.DISPATCHED, S.IN_PROGRESS], to: S.CANCEL_PENDING, who: anyone },
  { action: 'refuseCancel', from: [S.CANCEL_PENDING], to: S.IN_PROGRESS, who: system },
  {
    action: 'cancel',
    from: [S.CREATED, S.RETURNED, S.DEFERRED, S.REOPENED, S.WAITING_INSTALL, S.CANCEL_PENDING],
    to: S.CANCELLED,
    who: anyone,
  },
];

/** States and steps of a service order (spec: orders, States). Its events carry the order, so that one watch follows both. */
export const serviceOrderLifecycle = defineLifecycle<ServiceOrder, S, ServiceOrderStep>({
  name: 'serviceOrder',
  data: {
    orderId: opaqueId('The order that it belongs to.'),
    serviceOrderNo: text('Its number.'),
    externalRef: text('Its number with fulfilment.'),
    attempt: whole('How often it was sent, from 1.'),
    percent: whole('How much is done, 0 to 100.'),
    cause: oneOf(ExceptionCause, 'What went wrong.'),
  },
  states: Object.values(S),
  initial: S.CREATED,
  final: finalServiceOrderStates,
  read: (serviceOrder) => serviceOrder.status,
  write: (serviceOrder, status) => {
    serviceOrder.status = status;
  },
  scope: (serviceOrder) => ({ customerId: serviceOrder.order.customer.id, regionId: serviceOrder.order.region.id }),
  transitions: steps,
});

/** Puts a new service order into its first state. */
export function beginServiceOrder(tx: Transaction, serviceOrder: ServiceOrder): void {
  serviceOrderLifecycle.begin(tx, serviceOrder, { data: belonging(tx, serviceOrder) });
}

/** Takes a step of a service order, and lets its task in the process of the order go with it; the event says which order it belongs to. */
export async function moveServiceOrder(
  tx: Transaction,
  serviceOrder: ServiceOrder,
  step: ServiceOrderStep,
  options: MoveOptions = {},
): Promise<void> {
  await serviceOrderLifecycle.move(tx, serviceOrder, step, {
    ...options,
    data: { ...options.data, ...belonging(tx, serviceOrder) },
  });
  await settleByStep(tx, serviceOrder, step);
  const state = workStateOf(serviceOrder.status);
  // With a cancelled order its process has ended, and all tasks with it.
  if (!state || serviceOrder.order.status === OrderStatus.CANCELLED) return;
  if (await processOf(tx, serviceOrder.order)) await workOn(tx, serviceOrder, state, options.reason ?? null);
}

const WORK: Partial<Record<S, WorkState>> = {
  [S.CREATED]: 'OPEN',
  [S.REOPENED]: 'OPEN',
  [S.DISPATCHED]: 'SENT',
  [S.IN_PROGRESS]: 'UNDER_WAY',
  [S.RETURNED]: 'FAILED',
  [S.COMPLETED]: 'DONE',
  [S.CANCELLED]: 'TAKEN_BACK',
};

/** Where the task about a service order stands in a state of it; undefined where it stays as it is. */
export const workStateOf = (status: S): WorkState | undefined => WORK[status];

function belonging(tx: Transaction, serviceOrder: ServiceOrder): Record<string, unknown> {
  return { orderId: tx.idOf(serviceOrder.order), serviceOrderNo: serviceOrder.serviceOrderNo };
}
