import { definePermission, holds } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { operatorToday } from '../calendar/index.js';
import { ProductInstance, ProductInstanceStatus } from '../inventory/index.js';
import { adjust, lockBalances } from './balances.js';
import { requireLevel, startLevel } from './number-level.service.js';
import { requirePurpose } from './number-segment.service.js';
import { refuseHeldByOrder, refuseOrdered } from './number-objections.js';
import { expiryOf, isNumber, requireFree } from './pieces.js';
import { itemLifecycle, reservationLifecycle } from './resource.lifecycle.js';
import { endHold } from './number-hold.js';
import { restsUntil } from './delivered-numbers.js';
import { Reservation } from './reservation.js';
import type { ResourceAllocateInput, ResourceReplaceInput, ResourceReturnInput } from './resource.input.js';
import { ResourceItem, ResourceStatus } from './resource-item.js';
import { holderFor } from './holder-for.js';
import { RecallMode, StockNoteKind } from './stock-note.js';
import { noteNumber, writeNote } from './write-note.js';

/** Permission to hand out cards that expire within three months. */
export const SELL_NEAR_EXPIRY = 'resource.card.nearExpiry';

definePermission({
  name: SELL_NEAR_EXPIRY,
  area: 'resource',
  description: 'To hand out cards that expire within three months, which are in principle not sold any more (RES-21).',
});

/** A piece with its type and holder, its balance locked before it. */
async function lockedItem(tx: Transaction, id: string, path: InputPath) {
  const seen = await tx.get(ResourceItem, id, path, { lock: false });
  await tx.em.populate(seen, ['type']);
  const holder = await holderFor(tx, tx.idOf(seen.holder), path);
  const balance = (await lockBalances(tx, seen.type, [holder])).get(holder.id)!;
  const item = await tx.get(ResourceItem, id, path);
  // Between the first look and the lock it may have gone to another holder.
  if (item.holder.id !== holder.id) refuse('OUT_OF_STOCK', 'The piece has just been moved.', path);
  return { item, type: seen.type, holder, balance };
}

/** Gives a piece or number to a customer with a product instance; what is kept for someone else is refused. */
export async function allocate(context: CallContext, input: ResourceAllocateInput): Promise<ResourceItem> {
  const noteNo = await noteNumber(context);
  return context.database.write(context, async (tx) => {
    const path = ['input', 'itemId'];
    // The instance before the stock, as where an order is completed.
    const instance = await tx.get(ProductInstance, input.instanceId, ['input', 'instanceId']);
    const { item, type, holder, balance } = await lockedItem(tx, input.itemId, path);
    if (instance.status === ProductInstanceStatus.REMOVED)
      refuse('NOT_IN_SERVICE', 'The instance has been removed.', ['input', 'instanceId']);
    await requireUnexpired(tx, item, path);
    const kept = input.reservationId ? await consume(tx, item, instance, input.reservationId) : null;
    const reserved = kept?.quantity ?? 0;
    if (!reserved) requireFree(item, path);
    if (isNumber(type)) {
      await refuseOrdered(tx, item, path);
      const applicant = { customerId: instance.customer.id, deposit: kept?.deposit ?? null, at: tx.at };
      requireLevel(item, await startLevel(context, type.id, applicant), path);
      await requirePurpose(tx, item, instance.product.id, path);
    }
    await itemLifecycle.move(tx, item, 'allocate');
    item.instance = instance;
    if (isNumber(type)) await takeNumber(tx, instance, item);
    adjust(tx, type, holder, balance, { onHand: -1, reserved: -reserved });
    await writeNote(tx, noteNo, { kind: StockNoteKind.ALLOCATION, type, from: holder, quantity: 1, items: [item] });
    return item;
  });
}

/** Refuses a card that has expired, whoever hands it out, and one that is about to without the permission (RES-21, RES-22). */
async function requireUnexpired(tx: Transaction, item: ResourceItem, path: InputPath): Promise<void> {
  const expiry = expiryOf(item, await operatorToday(tx));
  if (expiry === 'EXPIRED' || (expiry && !holds(tx.caller, SELL_NEAR_EXPIRY)))
    refuse(expiry!, 'The card has expired or is about to.', path, { expiresOn: item.expiresOn });
}

async function consume(
  tx: Transaction,
  item: ResourceItem,
  instance: ProductInstance,
  id: string,
): Promise<Reservation> {
  const path = ['input', 'reservationId'];
  const reservation = await tx.get(Reservation, id, path);
  refuseHeldByOrder(reservation, path);
  if (reservation.item?.id !== item.id) refuse('CONTRADICTORY', 'The reservation keeps something else.', path);
  if (reservation.customer && reservation.customer.id !== instance.customer.id)
    refuse('NOT_OF_CUSTOMER', 'It is kept for another customer.', path);
  if (reservation.expiresAt <= tx.at) refuse('EXPIRED', 'The reservation has expired.', path);
  await reservationLifecycle.move(tx, reservation, 'consume');
  endHold(tx, reservation);
  return reservation;
}

/** The instance is reached under the number from now on; it can have one. */
async function takeNumber(tx: Transaction, instance: ProductInstance, item: ResourceItem): Promise<void> {
  if (instance.accessNumber && instance.accessNumber !== item.resourceNo)
    refuse('CONTRADICTORY', 'The instance has a number already.', ['input', 'instanceId'], {
      number: instance.accessNumber,
    });
  instance.accessNumber = item.resourceNo;
}

/** Takes back what a customer had; a number rests before it is free again (RES-10, RES-31). */
export async function returnResource(context: CallContext, input: ResourceReturnInput): Promise<ResourceItem> {
  const noteNo = await noteNumber(context);
  return context.database.write(context, async (tx) => {
    const path = ['input', 'itemId'];
    const seen = await tx.get(ResourceItem, input.itemId, path, { lock: false });
    const instance = seen.instance ? await tx.findExactly(ProductInstance, seen.instance.id) : null;
    const { item, type, holder, balance } = await lockedItem(tx, input.itemId, path);
    if (item.instance && item.instance.id !== instance?.id)
      refuse('OUT_OF_STOCK', 'Somebody else has just got it.', path, { status: item.status });
    if (isNumber(type)) await refuseOrdered(tx, item, path);
    const rests = type.coolingDays > 0;
    await itemLifecycle.move(tx, item, rests ? 'rest' : 'return', { reason: input.reason });
    if (instance && isNumber(type) && instance.accessNumber === item.resourceNo) instance.accessNumber = null;
    item.instance = null;
    item.coolsUntil = restsUntil(tx, type);
    if (!rests) adjust(tx, type, holder, balance, { onHand: 1 });
    const mode = RecallMode.DEPARTMENT_FROM_CUSTOMER;
    const movement = { kind: StockNoteKind.RETURN, type, to: holder, quantity: 1, items: [item], mode };
    await writeNote(tx, noteNo, { ...movement, reason: input.reason, counted: !rests });
    return item;
  });
}

/** Replaces a defective piece at the customer: it leaves, a new one of the same type takes its place (RES-11). */
export async function replaceResource(context: CallContext, input: ResourceReplaceInput): Promise<ResourceItem> {
  const noteNo = await noteNumber(context);
  return context.database.write(context, async (tx) => {
    const { item: by, type, holder, balance } = await lockedItem(tx, input.byId, ['input', 'byId']);
    const old = await tx.get(ResourceItem, input.itemId, ['input', 'itemId']);
    if (old.type.id !== type.id) refuse('CONTRADICTORY', 'The new piece is of another type.', ['input', 'byId']);
    if (old.status !== ResourceStatus.ALLOCATED || isNumber(type))
      refuse('INVALID_TRANSITION', 'Only a thing that a customer has is replaced.', ['input', 'itemId'], {
        status: old.status,
      });
    requireFree(by, ['input', 'byId']);
    await requireUnexpired(tx, by, ['input', 'byId']);
    const reason = { reason: input.reason };
    await itemLifecycle.move(tx, by, 'allocate', reason);
    await itemLifecycle.move(tx, old, 'replace', reason);
    by.instance = old.instance ?? null;
    old.instance = null;
    adjust(tx, type, holder, balance, { onHand: -1 });
    await writeNote(tx, noteNo, {
      kind: StockNoteKind.REPLACEMENT,
      type,
      from: holder,
      quantity: 1,
      items: [by, old],
      ...reason,
    });
    return by;
  });
}
