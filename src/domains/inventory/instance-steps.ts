import type { DataOf, EventTypes } from '../../kernel/events/event-type.js';
import type { inventoryEvents } from './inventory.events.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { InstanceParty } from './instance-party.js';
import { productInstanceLifecycle } from './product-instance.lifecycle.js';
import type { SuspendReason } from './product-instance.js';
import { type InFlightChange, type ProductInstance, ProductInstanceStatus } from './product-instance.js';
import { ProductGroupMember } from './product-group-member.js';
import { settleOfferingInstance } from './settle-offering-instance.js';

/** The product is in service: PENDING becomes ACTIVE. */
export async function activateInstance(tx: Transaction, instance: ProductInstance, reason?: string): Promise<void> {
  await productInstanceLifecycle.move(tx, instance, 'activate', { reason: reason ?? null });
  instance.activatedAt = tx.at;
}

/** The order is withdrawn before the product came into service: PENDING becomes REMOVED. */
export async function cancelInstance(tx: Transaction, instance: ProductInstance, reason?: string): Promise<void> {
  await productInstanceLifecycle.move(tx, instance, 'cancel', { reason: reason ?? null });
  await close(tx, instance);
}

/** Stops an instance in service for a time. */
export async function suspendInstance(
  tx: Transaction,
  instance: ProductInstance,
  why: SuspendReason,
  note?: string | null,
): Promise<void> {
  await productInstanceLifecycle.move(tx, instance, 'suspend', { reason: note ?? null, data: { suspendReason: why } });
  instance.suspendReason = why;
}

/**
 * Lets a suspended instance run again. After a payment only a suspension for arrears ends; one for a violation stays.
 */
export async function resumeInstance(
  tx: Transaction,
  instance: ProductInstance,
  options: { afterPayment?: boolean; note?: string | null } = {},
): Promise<void> {
  const data = { suspendReason: instance.suspendReason ?? null };
  await productInstanceLifecycle.move(tx, instance, options.afterPayment ? 'resumeAfterPayment' : 'resume', {
    reason: options.note ?? null,
    data,
  });
  instance.suspendReason = null;
}

/** The removal has been ordered: ACTIVE or SUSPENDED becomes REMOVING. */
export async function startRemoval(tx: Transaction, instance: ProductInstance, reason?: string | null): Promise<void> {
  await productInstanceLifecycle.move(tx, instance, 'startRemoval', { reason: reason ?? null });
}

/** The order to remove it is withdrawn: the instance returns to the state from before. */
export async function keepInstance(tx: Transaction, instance: ProductInstance, reason?: string | null): Promise<void> {
  await productInstanceLifecycle.move(tx, instance, instance.suspendReason ? 'keepSuspended' : 'keepActive', {
    reason: reason ?? null,
  });
}

/** The product is taken away: REMOVING becomes REMOVED, and its offering instance is ended or broken where that follows. */
export async function removeInstance(
  tx: Transaction,
  instance: ProductInstance,
  reason?: string | null,
): Promise<void> {
  await productInstanceLifecycle.move(tx, instance, 'remove', { reason: reason ?? null });
  await close(tx, instance);
}

/** What is true of every instance that has ended, however it came to it. */
async function close(tx: Transaction, instance: ProductInstance): Promise<void> {
  instance.endedAt = tx.at;
  instance.suspendReason = null;
  instance.inFlight = null;
  const open = { instance: instance.id, validity: { to: null } };
  for (const party of await tx.em.find(InstanceParty, open)) party.validity.to = tx.at;
  for (const membership of await tx.em.find(ProductGroupMember, open)) membership.validity.to = tx.at;
  await settleOfferingInstance(tx, instance);
}

/** An order begins to move or change an instance; refuses while another order does. */
export function startChange(tx: Transaction, instance: ProductInstance, change: InFlightChange): void {
  if (instance.inFlight)
    refuse('IN_FLIGHT', `An order is already at work on this instance: ${instance.inFlight}.`, [], {
      inFlight: instance.inFlight,
    });
  if (instance.status !== ProductInstanceStatus.ACTIVE && instance.status !== ProductInstanceStatus.SUSPENDED)
    refuse('INVALID_TRANSITION', `An instance in state ${instance.status} cannot be changed.`, [], {
      state: instance.status,
    });
  instance.inFlight = change;
  recordChange(tx, instance, 'productInstance.change.started', { change });
}

/** What an order changed on an instance; what is absent stays. */
export interface InstanceChange {
  accessNumber?: string | null;
  installAddress?: string | null;
  farEndAddress?: string | null;
  /** Merged over the present ones by name. */
  characteristics?: Record<string, unknown>;
}

/** The order has moved or changed the instance: the new values hold from now on. */
export function completeChange(tx: Transaction, instance: ProductInstance, to: InstanceChange): void {
  const { characteristics, ...plain } = to;
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(plain) as [keyof typeof plain, string | null | undefined][]) {
    if (value === undefined || value === (instance[field] ?? null)) continue;
    before[field] = instance[field] ?? null;
    after[field] = value;
    instance[field] = value;
  }
  if (characteristics) {
    before.characteristics = instance.characteristics;
    after.characteristics = instance.characteristics = { ...instance.characteristics, ...characteristics };
  }
  const change = instance.inFlight ?? null;
  instance.inFlight = null;
  recordChange(tx, instance, 'productInstance.changed', { change, before, after });
}

/** Another instance that takes its place is reached under its number from now on. */
export function giveUpNumber(tx: Transaction, instance: ProductInstance): void {
  const before = { accessNumber: instance.accessNumber ?? null };
  instance.accessNumber = null;
  recordChange(tx, instance, 'productInstance.changed', { change: null, before, after: { accessNumber: null } });
}

/** The order to move or change the instance is withdrawn: everything stays as it is. */
export function abandonChange(tx: Transaction, instance: ProductInstance): void {
  const change = instance.inFlight ?? null;
  instance.inFlight = null;
  recordChange(tx, instance, 'productInstance.change.abandoned', { change });
}

function recordChange<Type extends keyof DataOf<typeof inventoryEvents>>(
  tx: Transaction,
  instance: ProductInstance,
  type: Type,
  data: EventTypes[Type],
): void {
  tx.recordAny({
    kind: 'RECORD_CHANGE',
    type,
    subject: instance,
    customerId: instance.customer.id,
    regionId: instance.region.id,
    data,
  });
}
