import { applyChanges } from '../../kernel/record/index.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import type { CustomerServiceType as A } from '../catalogue/index.js';
import { heldAccount } from '../customer/index.js';
import {
  abandonChange,
  activateInstance,
  cancelInstance,
  completeChange,
  InFlightChange,
  keepInstance,
  OfferingInstance,
  OfferingInstanceStatus,
  type ProductInstance,
  ProductInstanceStatus,
  removeInstance,
  resumeInstance,
  startChange,
  startRemoval,
  SuspendReason,
  suspendInstance,
  transferInstance,
} from '../inventory/index.js';
import { adapterInstructions } from './fulfilment.port.js';
import { settleNumbers } from './number-life.js';
import type { ServiceOrder } from './service-order.js';

/** What a service order means for its instance from the moment it exists until it is done or withdrawn. */
interface Effect {
  begin?: (tx: Transaction, instance: ProductInstance, serviceOrder: ServiceOrder) => Promise<void> | void;
  complete: (tx: Transaction, instance: ProductInstance, serviceOrder: ServiceOrder) => Promise<void> | void;
  release?: (tx: Transaction, instance: ProductInstance, reason: string | null) => Promise<void> | void;
}

// Two lines of one order may change the same instance (ORD-19); the first marks it, the last unmarks it.
const begins = (change: InFlightChange) => (tx: Transaction, instance: ProductInstance) => {
  if (!instance.inFlight) startChange(tx, instance, change);
};
const releases = (tx: Transaction, instance: ProductInstance) => {
  if (instance.inFlight) abandonChange(tx, instance);
};
/** What the instance shall carry from now on; instructions for the adapter are not part of it. */
function valuesOf({ characteristics }: ServiceOrder): Record<string, unknown> {
  return Object.fromEntries(Object.entries(characteristics).filter(([name]) => !adapterInstructions().includes(name)));
}

const changes: Effect = {
  begin: begins(InFlightChange.CHANGING),
  complete: (tx, instance, serviceOrder) =>
    completeChange(tx, instance, {
      ...(serviceOrder.number ? { accessNumber: serviceOrder.number } : {}),
      characteristics: valuesOf(serviceOrder),
    }),
  release: releases,
};

const effects: Record<A, Effect> = {
  INSTALL: {
    complete: (tx, instance, { number }) => {
      instance.accessNumber = number ?? instance.accessNumber ?? null;
      return activateInstance(tx, instance);
    },
    release: (tx, instance, reason) => cancelInstance(tx, instance, reason ?? undefined),
  },
  REMOVE: {
    begin: (tx, instance, { orderItem }) => startRemoval(tx, instance, orderItem.reason),
    complete: (tx, instance, { orderItem }) => removeInstance(tx, instance, orderItem.reason),
    release: (tx, instance, reason) => keepInstance(tx, instance, reason),
  },
  MOVE: {
    begin: begins(InFlightChange.MOVING),
    complete: (tx, instance, serviceOrder) => {
      completeChange(tx, instance, {
        installAddress: serviceOrder.orderItem.installAddress!,
        characteristics: valuesOf(serviceOrder),
      });
    },
    release: releases,
  },
  CHANGE: changes,
  SWAP: changes,
  SUSPEND: {
    complete: (tx, instance, { orderItem }) =>
      suspendInstance(tx, instance, SuspendReason.CUSTOMER_REQUEST, orderItem.reason),
  },
  RESUME: {
    complete: (tx, instance, { orderItem }) => resumeInstance(tx, instance, { note: orderItem.reason ?? null }),
  },
  TRANSFER: { complete: handOver },
};

async function handOver(tx: Transaction, instance: ProductInstance, { orderItem }: ServiceOrder): Promise<void> {
  const customer = orderItem.newOwner!;
  await tx.em.refresh(customer);
  // What was agreed is done: an account that was suspended meanwhile has it, and collects when it is resumed.
  const account = await heldAccount(tx, customer.id);
  await transferInstance(tx, instance, { customer, account });
}

/** A service order has been split from its order: the instance shows that something is coming. */
export async function beginOnInstance(tx: Transaction, serviceOrder: ServiceOrder): Promise<void> {
  await effects[serviceOrder.action].begin?.(tx, serviceOrder.productInstance, serviceOrder);
}

/** A service order is done: the instance is as it was ordered. */
export async function completeOnInstance(tx: Transaction, serviceOrder: ServiceOrder): Promise<void> {
  const before = serviceOrder.productInstance.accessNumber ?? null;
  await effects[serviceOrder.action].complete(tx, serviceOrder.productInstance, serviceOrder);
  await settleNumbers(tx, serviceOrder, before);
  await replacePlan(tx, serviceOrder);
}

/** What follows a breach of the bundle: its benefits end, and the plan that was accepted holds for what is left of it (PRD-39). */
async function replacePlan(tx: Transaction, { orderItem, productInstance }: ServiceOrder): Promise<void> {
  if (!orderItem.replacementPlan || !productInstance.offeringInstance) return;
  const held = await tx.find(OfferingInstance, productInstance.offeringInstance.id);
  if (!held || held.tariffPlan?.id === orderItem.replacementPlan.id) return;
  if (held.status !== OfferingInstanceStatus.ACTIVE && held.status !== OfferingInstanceStatus.BROKEN) return;
  const changes = applyChanges(held, { tariffPlan: orderItem.replacementPlan, agreedPrice: null });
  // The other plan holds as it is now, not as it was when what it replaces was sold.
  held.pricedAt = tx.at;
  tx.record({
    kind: 'RECORD_CHANGE',
    type: 'offering-instance.plan-replaced',
    subject: held,
    customerId: held.customer.id,
    regionId: held.region.id,
    data: { changes },
  });
}

/** A service order has been withdrawn: the instance is as it was before. An instance that never came into service ends. */
export async function releaseInstance(
  tx: Transaction,
  serviceOrder: ServiceOrder,
  reason: string | null,
): Promise<void> {
  const { productInstance, action } = serviceOrder;
  if (productInstance.status === ProductInstanceStatus.REMOVED) return;
  await effects[action].release?.(tx, productInstance, reason);
}
