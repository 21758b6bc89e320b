import { LockMode } from '@mikro-orm/postgresql';
import type { Transaction } from '../../kernel/database/transaction.js';
import type { Product } from '../catalogue/index.js';
import type { Customer } from '../customer/index.js';
import { adjust, lockBalances } from './balances.js';
import { askForHold, endHold } from './number-hold.js';
import { LONGEST_MS } from './reservation.service.js';
import { OrderHold, OutsideHold, Reservation, ReservationStatus } from './reservation.js';
import { itemLifecycle, reservationLifecycle } from './resource.lifecycle.js';
import { type ResourceItem, ResourceStatus } from './resource-item.js';
import { lockItems, lockNumbers } from './taken-numbers.js';

/** A number that an order line wants. */
export interface OrderedNumber {
  number: string;
  customer: Customer;
  /** Product that it is to serve; null when none is known. */
  product: Product | null;
  installAddress: string | null;
  /** Which order, for a person. */
  reason: string;
}

/**
 * Keeps a number of the stock for an order line, until the order delivers it or lets it go (RES-31, RES-42). What the customer had reserved
 * before is taken over. The number must be locked and found free for the customer (`lockNumbers`, `takenNumber`).
 * @returns null for a number that is not in stock, or that the customer has already
 */
export async function keepForOrder(tx: Transaction, wish: OrderedNumber): Promise<Reservation | null> {
  const items = await lockNumbers(tx, [wish.number]);
  const item =
    items.find(({ status }) => status === ResourceStatus.RESERVED) ??
    items.find(({ status }) => status === ResourceStatus.IN_STOCK);
  if (!item) return null;
  return item.status === ResourceStatus.RESERVED ? takeOver(tx, item, wish) : reserveFor(tx, item, wish);
}

async function takeOver(tx: Transaction, item: ResourceItem, wish: OrderedNumber): Promise<Reservation> {
  const { customer, product, installAddress, reason } = wish;
  const reservation = (await activeOf(tx, { item: item.id }))!;
  reservation.orderHold = OrderHold.TAKEN_OVER;
  reservation.customer ??= customer;
  reservation.product ??= product;
  reservation.installAddress ??= installAddress;
  record(tx, reservation, 'reservation.takenOver', reason);
  return reservation;
}

async function reserveFor(tx: Transaction, item: ResourceItem, wish: OrderedNumber): Promise<Reservation> {
  const { customer, product, installAddress, reason } = wish;
  const { type, holder } = item;
  const balance = (await lockBalances(tx, type, [holder])).get(holder.id)!;
  await itemLifecycle.move(tx, item, 'order', { reason });
  adjust(tx, type, holder, balance, { reserved: 1 });
  const reservation = tx.add(
    Object.assign(new Reservation(), {
      ...{ type, item, holder, quantity: 1, customer, product, installAddress, reason, deposit: null },
      ...{ reservedBy: tx.caller.subject, expiresAt: new Date(tx.at.getTime() + LONGEST_MS), orderHold: OrderHold.OWN },
    }),
  );
  reservationLifecycle.begin(tx, reservation, { reason });
  askForHold(tx, reservation);
  return reservation;
}

/**
 * Lets a number go that an order does not need any more, so that it is free again; what the customer had reserved before stays reserved for
 * the rest of its time. May be repeated.
 */
export async function letGoOfOrder(tx: Transaction, { id }: { id: string }, reason: string | null): Promise<void> {
  const seen = await tx.em.findOneOrFail(Reservation, id, { populate: ['type', 'holder'] });
  const { type, holder } = seen;
  const balance = (await lockBalances(tx, type, [holder], { closedToo: true })).get(holder.id)!;
  const [item] = await lockItems(tx, [seen.item!.id]);
  const reservation = await activeOf(tx, { id });
  if (!reservation?.orderHold) return;
  const refused = reservation.outsideHold === OutsideHold.REFUSED;
  if (reservation.orderHold === OrderHold.TAKEN_OVER && reservation.expiresAt > tx.at && !refused) {
    reservation.orderHold = null;
    record(tx, reservation, 'reservation.givenBack', reason);
    return;
  }
  await reservationLifecycle.move(tx, reservation, 'unorder', { reason });
  endHold(tx, reservation);
  await itemLifecycle.move(tx, item!, 'unorder', { reason });
  adjust(tx, type, holder, balance, { reserved: -reservation.quantity });
}

/** The ACTIVE reservation, locked. */
async function activeOf(tx: Transaction, where: { id: string } | { item: string }): Promise<Reservation | null> {
  await tx.em.flush();
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  return tx.em.findOne(Reservation, { ...where, status: ReservationStatus.ACTIVE }, lock);
}

function record(
  tx: Transaction,
  reservation: Reservation,
  type: 'reservation.takenOver' | 'reservation.givenBack',
  reason: string | null,
): void {
  const { item, holder, customer } = reservation;
  tx.record({
    ...{ kind: 'BUSINESS_FACT', type, subject: reservation, reason, regionId: holder.region.id },
    ...(customer ? { customerId: customer.id } : {}),
    data: { resourceNo: item!.resourceNo },
  });
}
