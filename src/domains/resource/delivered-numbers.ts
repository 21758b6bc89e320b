import { LockMode } from '@mikro-orm/postgresql';
import type { Transaction } from '../../kernel/database/transaction.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import type { ProductInstance } from '../inventory/index.js';
import { adjust, lockBalances } from './balances.js';
import { endHold } from './number-hold.js';
import { Reservation, ReservationStatus } from './reservation.js';
import { itemLifecycle, reservationLifecycle } from './resource.lifecycle.js';
import { ResourceItem, ResourceStatus } from './resource-item.js';
import { ResourceCategory, type ResourceType } from './resource-type.js';
import { StockHolder } from './stock-holder.js';
import { RecallMode, StockNoteKind } from './stock-note.js';
import { lockItems, lockNumbers } from './taken-numbers.js';
import { type Movement, writeNote } from './write-note.js';

const DAY = 24 * 60 * 60_000;

/** A number that an order has brought to an instance. */
export interface DeliveredNumber {
  number: string;
  instance: ProductInstance;
  /** What has kept it for the order; null when nothing has. */
  reservation: { id: string } | null;
  /** Keys of instances whose place the instance takes: they give it up. */
  formerIds: readonly string[];
}

/**
 * The instance is reached under the number from now on: what was kept for the order is given out, and what another instance had that it takes
 * the place of is handed over (RES-31, RES-42). Of a number that is not in stock nothing is written. May be repeated.
 */
export async function deliverNumber(tx: Transaction, delivered: DeliveredNumber): Promise<void> {
  const { number, instance, reservation, formerIds } = delivered;
  const items = await lockNumbers(tx, [number]);
  if (items.some((item) => item.status === ResourceStatus.ALLOCATED && item.instance?.id === instance.id)) return;
  const kept = reservation && (await activeReservation(tx, reservation.id));
  const former = items.find(
    (item) => item.status === ResourceStatus.ALLOCATED && item.instance && formerIds.includes(item.instance.id),
  );
  if (kept)
    await handOut(
      tx,
      items.find(({ id }) => id === kept.item!.id)!,
      instance,
      kept,
    );
  else if (former) {
    await itemLifecycle.move(tx, former, 'handOver');
    former.instance = instance;
  } else {
    // Of an order that is older than such reservations.
    const free = items.find(({ status }) => status === ResourceStatus.IN_STOCK);
    if (free) await handOut(tx, free, instance, null);
  }
}

async function activeReservation(tx: Transaction, id: string): Promise<Reservation | null> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  return tx.em.findOne(Reservation, { id, status: ReservationStatus.ACTIVE }, lock);
}

async function handOut(
  tx: Transaction,
  item: ResourceItem,
  instance: ProductInstance,
  kept: Reservation | null,
): Promise<void> {
  const { type, holder } = item;
  const balance = (await lockBalances(tx, type, [holder], { closedToo: true })).get(holder.id)!;
  if (kept) {
    await reservationLifecycle.move(tx, kept, 'deliver');
    endHold(tx, kept);
  }
  await itemLifecycle.move(tx, item, 'deliver');
  item.instance = instance;
  adjust(tx, type, holder, balance, { onHand: -1, reserved: kept ? -kept.quantity : 0 });
  await note(tx, { kind: StockNoteKind.ALLOCATION, type, from: holder, quantity: 1, items: [item] });
}

/**
 * Takes back numbers of the stock that an instance had: each rests before it is free again, where its type says so (RES-10, RES-31).
 * @param number the only one that it gives up; all when absent
 */
export async function ceaseNumbers(
  tx: Transaction,
  { id: instance }: ProductInstance,
  { number, reason }: { number?: string; reason: string | null },
): Promise<void> {
  const has = {
    ...{ instance, status: ResourceStatus.ALLOCATED, type: { category: ResourceCategory.NUMBER } },
    ...(number ? { resourceNo: number } : {}),
  };
  const seen = await tx.em.find(ResourceItem, has, { populate: ['type', 'holder'], orderBy: { id: 'asc' } });
  for (const { id, type, holder: last } of seen) {
    const rests = type.coolingDays > 0;
    const to = await openHolder(tx, last);
    const balance = (await lockBalances(tx, type, [to], { closedToo: true })).get(to.id)!;
    const [item] = await lockItems(tx, [id]);
    if (item!.status !== ResourceStatus.ALLOCATED || item!.instance?.id !== instance) continue;
    await itemLifecycle.move(tx, item!, rests ? 'ceaseToRest' : 'cease', { reason });
    Object.assign(item!, { instance: null, holder: to, coolsUntil: restsUntil(tx, type) });
    if (!rests) adjust(tx, type, to, balance, { onHand: 1 });
    const mode = RecallMode.DEPARTMENT_FROM_CUSTOMER;
    const movement = { kind: StockNoteKind.RETURN, type, to, quantity: 1, items: [item!], mode };
    await note(tx, { ...movement, reason, counted: !rests });
  }
}

/** When a number that is given back now is free again; null at once. */
export const restsUntil = (tx: Transaction, { coolingDays }: ResourceType): Date | null =>
  coolingDays > 0 ? new Date(tx.at.getTime() + coolingDays * DAY) : null;

/** Who takes back what a holder had: one that has been closed is stood in for by who supplied it. */
async function openHolder(tx: Transaction, last: StockHolder): Promise<StockHolder> {
  for (let holder = last; ;) {
    if (!holder.closedAt) return holder;
    const parent = holder.parent && (await tx.em.findOne(StockHolder, holder.parent.id));
    if (!parent) return last;
    holder = parent;
  }
}

const note = async (tx: Transaction, movement: Movement) =>
  writeNote(tx, formatNumber('SN', await takeNumber(tx, 'stock-note')), movement);
