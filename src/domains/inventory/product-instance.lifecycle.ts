import { oneOf } from '../../kernel/events/event-type.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type ProductInstance, ProductInstanceStatus as S, SuspendReason } from './product-instance.js';

export type ProductInstanceStep =
  | 'activate'
  | 'cancel'
  | 'suspend'
  | 'resume'
  | 'resumeAfterPayment'
  | 'startRemoval'
  | 'keepActive'
  | 'keepSuspended'
  | 'remove';

const anyone = ['STAFF', 'PARTNER', 'CUSTOMER'] as const;
const selfService = ['STAFF', 'CUSTOMER'] as const;
const system = [] as const;

/** States and steps of a product instance. Steps without callers are taken by orders and by billing, never by hand. */
export const productInstanceLifecycle = defineLifecycle<ProductInstance, S, ProductInstanceStep>({
  name: 'productInstance',
  data: {
    suspendReason: oneOf(SuspendReason, 'Why it is, or was, suspended.').nullable(),
  },
  states: Object.values(S),
  initial: S.PENDING,
  final: [S.REMOVED],
  read: (instance) => instance.status,
  write: (instance, status) => {
    instance.status = status;
  },
  scope: (instance) => ({ customerId: instance.customer.id, regionId: instance.region.id }),
  transitions: [
    { action: 'activate', from: [S.PENDING], to: S.ACTIVE, who: system },
    { action: 'cancel', from: [S.PENDING], to: S.REMOVED, who: anyone },
    { action: 'suspend', from: [S.ACTIVE], to: S.SUSPENDED, who: selfService },
    { action: 'resume', from: [S.SUSPENDED], to: S.ACTIVE, who: selfService, guard: 'ownSuspension' },
    { action: 'resumeAfterPayment', from: [S.SUSPENDED], to: S.ACTIVE, who: system, guard: 'forArrears' },
    { action: 'startRemoval', from: [S.ACTIVE, S.SUSPENDED], to: S.REMOVING, who: anyone },
    { action: 'keepActive', from: [S.REMOVING], to: S.ACTIVE, who: anyone, guard: 'wasActive' },
    { action: 'keepSuspended', from: [S.REMOVING], to: S.SUSPENDED, who: anyone, guard: 'wasSuspended' },
    { action: 'remove', from: [S.REMOVING], to: S.REMOVED, who: system },
  ],
  guards: { ownSuspension, forArrears, wasActive, wasSuspended },
});

/** Customers lift only what they asked for themselves; arrears and violations are for staff to judge. */
function ownSuspension(instance: ProductInstance, tx: Transaction): string | undefined {
  if (tx.caller.kind !== 'CUSTOMER' || instance.suspendReason === SuspendReason.CUSTOMER_REQUEST) return undefined;
  return 'The operator suspended it; ask the operator to let it run again.';
}

function forArrears(instance: ProductInstance): string | undefined {
  return instance.suspendReason === SuspendReason.ARREARS
    ? undefined
    : 'It is not suspended for arrears, so a payment does not let it run again.';
}

function wasActive(instance: ProductInstance): string | undefined {
  return instance.suspendReason ? 'It was suspended before its removal began.' : undefined;
}

function wasSuspended(instance: ProductInstance): string | undefined {
  return instance.suspendReason ? undefined : 'It was not suspended before its removal began.';
}
