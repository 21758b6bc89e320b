import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { operatorToday } from '../calendar/index.js';
import { Product, refusingAt } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { adjust, lockBalances, requireAvailable } from './balances.js';
import { requireLevel, startLevel } from './number-level.service.js';
import { requirePurpose } from './number-segment.service.js';
import { refuseHeldByOrder, refuseOrdered } from './number-objections.js';
import { expiryOf, isNumber, piecesOf } from './pieces.js';
import { itemLifecycle, reservationLifecycle } from './resource.lifecycle.js';
import { askForHold, endHold } from './number-hold.js';
import { noteRefusal, type NumberRefusal } from './number-refusal.js';
import { OrderHold, OutsideHold, Reservation, ReservationStatus } from './reservation.js';
import type { ReservationReleaseInput, ResourceReserveInput } from './resource.input.js';
import { ResourceItem, ResourceStatus } from './resource-item.js';
import { ResourceType } from './resource-type.js';
import { holderFor } from './holder-for.js';
import { StockNoteKind } from './stock-note.js';
import { noteNumber, writeNote } from './write-note.js';

const MINUTE = 60_000;
/** A number is held so long at the counter when nothing else is said. */
const COUNTER_HOLD_MS = 30 * MINUTE;
/** Longest time for which something is reserved; what an order keeps is renewed. */
export const LONGEST_MS = 30 * 24 * 60 * MINUTE;
/** What an order keeps is renewed so long before it would expire, so that nobody frees it meanwhile. */
const RENEW_AHEAD_MS = 24 * 60 * MINUTE;
/** Rows handled in one transaction by the clock. */
const BATCH = 200;

/** When a reservation ends: as asked for, or after the hold at the counter. */
export function expiryOfReservation(tx: Transaction, asked: string | null | undefined): Date {
  const expiresAt = asked ? new Date(asked) : new Date(tx.at.getTime() + COUNTER_HOLD_MS);
  if (expiresAt <= tx.at) refuse('IN_PAST', 'This has passed.', ['input', 'expiresAt']);
  if (expiresAt.getTime() > tx.at.getTime() + LONGEST_MS)
    refuse('TOO_LATE', 'At most 30 days from now.', ['input', 'expiresAt']);
  return expiresAt;
}

/** Keeps stock or a number for someone until a moment; of two callers who want the same one gets it (RES-14, RES-42). */
export async function reserve(context: CallContext, input: ResourceReserveInput): Promise<Reservation> {
  return context.database.write(context, async (tx) => {
    const type = await tx.get(ResourceType, input.typeId, ['input', 'typeId'], { lock: false });
    const holder = await holderFor(tx, input.holderId, ['input', 'holderId']);
    const customer = input.customerId
      ? await tx.get(Customer, input.customerId, ['input', 'customerId'], { lock: false })
      : null;
    const expiresAt = expiryOfReservation(tx, input.expiresAt);
    const deposit = input.deposit?.amount ?? null;
    if (type.serialised && !input.resourceNo)
      refuse('REQUIRED', 'Each piece of this type is named by its number.', ['input', 'resourceNo']);
    if (!type.serialised && input.resourceNo)
      refuse('CONTRADICTORY', 'Pieces of this type have no numbers.', ['input', 'resourceNo']);
    const balance = (await lockBalances(tx, type, [holder])).get(holder.id)!;
    const amount = { quantity: input.quantity ?? null, resourceNos: input.resourceNo ? [input.resourceNo] : null };
    const path = ['input', type.serialised ? 'resourceNo' : 'quantity'];
    const { quantity, items } = await refusingAt(path, () => piecesOf(tx, type, holder, amount, ['input']));
    requireAvailable(balance, quantity, ['input', 'quantity']);
    const item = items[0] ?? null;
    if (item && expiryOf(item, await operatorToday(tx)) === 'EXPIRED')
      refuse('EXPIRED', 'The card has expired.', ['input', 'resourceNo']);
    if (item?.level != null && customer) {
      const from = await startLevel(context, type.id, { customerId: customer.id, deposit, at: tx.at });
      requireLevel(item, from, ['input', 'resourceNo']);
    }
    const product = input.productId
      ? await tx.get(Product, input.productId, ['input', 'productId'], { lock: false })
      : null;
    if (item && product && isNumber(type)) await requirePurpose(tx, item, product.id, ['input', 'productId']);
    if (item && isNumber(type)) await refuseOrdered(tx, item, ['input', 'resourceNo']);
    if (item) await itemLifecycle.move(tx, item, 'reserve');
    adjust(tx, type, holder, balance, { reserved: quantity });
    const values = {
      ...{ type, item, holder, quantity, customer, expiresAt, reason: input.reason ?? null, deposit },
      ...{ product, installAddress: input.installAddress ?? null, reservedBy: tx.caller.subject },
    };
    const reservation = tx.add(Object.assign(new Reservation(), values));
    reservationLifecycle.begin(tx, reservation, { reason: input.reason ?? null });
    askForHold(tx, reservation);
    return reservation;
  });
}

/** Gives up a reservation before its time. */
export async function releaseReservation(context: CallContext, input: ReservationReleaseInput): Promise<Reservation> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'reservationId'];
    const seen = await tx.get(Reservation, input.reservationId, path, { lock: false });
    await holderFor(tx, tx.idOf(seen.holder), path);
    return end(tx, seen, 'release', undefined, path);
  });
}

/** Ends a reservation; what it kept is free again. Locks the balance, the piece, then the reservation, as when it was made. */
async function end(
  tx: Transaction,
  seen: Reservation,
  action: 'release' | 'expire',
  reason?: string,
  path: InputPath = [],
): Promise<Reservation> {
  await tx.em.populate(seen, ['type', 'holder']);
  const { type, holder } = seen;
  const balance = (await lockBalances(tx, type, [holder])).get(holder.id)!;
  const item = seen.item ? await tx.find(ResourceItem, seen.item.id) : null;
  const reservation = (await tx.find(Reservation, seen.id))!;
  refuseHeldByOrder(reservation, path);
  await reservationLifecycle.move(tx, reservation, action, { reason: reason ?? null });
  endHold(tx, reservation);
  if (item) await itemLifecycle.move(tx, item, 'release');
  adjust(tx, type, holder, balance, { reserved: -reservation.quantity });
  return reservation;
}

/** Ends what has expired, and frees numbers that have rested; the clock calls it each minute (RES-14, RES-31). */
export async function expireResources(context: CallContext, at: Date = new Date()): Promise<void> {
  const { rows } = await context.database.pool.query<{ id: string }>(
    `select "id" from "reservation" where "status" = 'ACTIVE' and ("expires_at" <= $1 or "order_hold" = 'OWN' and "expires_at" <= $2)
     order by "expires_at" limit ${BATCH}`,
    [at, new Date(at.getTime() + RENEW_AHEAD_MS)],
  );
  // One by one: a reservation that is consumed meanwhile does not keep the others.
  for (const { id } of rows)
    await context.database.write(context, async (tx) => {
      const seen = await tx.find(Reservation, id, { lock: false });
      if (seen?.status === ReservationStatus.ACTIVE) await endIfActive(tx, seen, at);
    });
  const rested = await context.database.pool.query<{ id: string }>(
    `select "id" from "resource_item" where "status" = 'COOLING' and "cools_until" <= $1 limit ${BATCH}`,
    [at],
  );
  const noteNos = await Promise.all(rested.rows.map(() => noteNumber(context)));
  if (noteNos.length > 0) await context.database.write(context, (tx) => freeRested(tx, at, noteNos));
}

/**
 * The number subsystem does not hold a number: it cannot be kept here either, and is not offered for now. A reservation that has ended
 * meanwhile stays as it is. What an order needs stays reserved for it, so that nobody else gets it before the order is sent back.
 * It is asked about again later.
 * @param refusal what the subsystem answered
 */
export async function refuseOutside(
  context: CallContext,
  id: string,
  refusal: { code?: NumberRefusal; reason: string; externalRef: string | null },
): Promise<void> {
  await context.database.write(context, async (tx) => {
    const seen = (await tx.find(Reservation, id, { lock: false }))!;
    await tx.em.populate(seen, ['type', 'holder']);
    await lockBalances(tx, seen.type, [seen.holder]);
    const item = (await tx.find(ResourceItem, seen.item!.id))!;
    const reservation = (await tx.find(Reservation, id))!;
    if (reservation.status === ReservationStatus.ACTIVE && !reservation.orderHold)
      await end(tx, reservation, 'release', `The number subsystem refuses it: ${refusal.reason}`.slice(0, 500));
    Object.assign(reservation, { outsideHold: OutsideHold.REFUSED, outsideRef: refusal.externalRef, outsideAt: tx.at });
    if (item.status === ResourceStatus.IN_STOCK || reservation.orderHold) noteRefusal(item, refusal, tx.at);
  });
}

async function endIfActive(tx: Transaction, seen: Reservation, at: Date): Promise<void> {
  await tx.em.populate(seen, ['type', 'holder']);
  await lockBalances(tx, seen.type, [seen.holder]);
  const locked = await tx.find(Reservation, seen.id);
  if (locked?.status !== ReservationStatus.ACTIVE) return;
  if (locked.orderHold) renew(tx, locked, at);
  // An order may have let it go while the lock was waited for.
  else if (locked.expiresAt <= at) await end(tx, locked, 'expire');
}

/** What an order under way keeps does not expire; of what the customer had reserved before, that time is over then. */
function renew(tx: Transaction, reservation: Reservation, at: Date): void {
  reservation.orderHold = OrderHold.OWN;
  reservation.expiresAt = new Date(at.getTime() + LONGEST_MS);
  if (reservation.outsideHold === OutsideHold.HELD) askForHold(tx, reservation);
}

async function freeRested(tx: Transaction, at: Date, noteNos: string[]): Promise<void> {
  const rested = await tx.em.find(
    ResourceItem,
    { status: ResourceStatus.COOLING, coolsUntil: { $lte: at } },
    { limit: noteNos.length, orderBy: { coolsUntil: 'asc' }, populate: ['type', 'holder'] },
  );
  for (const { id, type, holder } of rested) {
    const balance = (await lockBalances(tx, type, [holder])).get(holder.id)!;
    const item = await tx.find(ResourceItem, id);
    if (item?.status !== ResourceStatus.COOLING) continue;
    await itemLifecycle.move(tx, item, 'cool');
    item.coolsUntil = null;
    adjust(tx, type, holder, balance, { onHand: 1 });
    await writeNote(tx, noteNos.pop()!, { kind: StockNoteKind.RELEASE, type, to: holder, quantity: 1, items: [item] });
  }
}
