import type { Transaction } from '../../kernel/database/transaction.js';
import type { CustomerServiceType as A } from '../catalogue/index.js';
import { Account, AccountStatus } from '../customer/index.js';
import {
  abandonChange,
  activateInstance,
  cancelInstance,
  completeChange,
  InFlightChange,
  keepInstance,
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
  complete: (tx, instance, serviceOrder) => completeChange(tx, instance, { characteristics: valuesOf(serviceOrder) }),
  release: releases,
};

const effects: Record<A, Effect> = {
  INSTALL: {
    complete: (tx, instance) => activateInstance(tx, instance),
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
  const account = await tx.em.findOne(Account, { owner: customer.id, isDefault: true, status: AccountStatus.IN_USE });
  await transferInstance(tx, instance, { customer, account });
}

/** A service order has been split from its order: the instance shows that something is coming. */
export async function beginOnInstance(tx: Transaction, serviceOrder: ServiceOrder): Promise<void> {
  await effects[serviceOrder.action].begin?.(tx, serviceOrder.productInstance, serviceOrder);
}

/** A service order is done: the instance is as it was ordered. */
export async function completeOnInstance(tx: Transaction, serviceOrder: ServiceOrder): Promise<void> {
  await effects[serviceOrder.action].complete(tx, serviceOrder.productInstance, serviceOrder);
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
