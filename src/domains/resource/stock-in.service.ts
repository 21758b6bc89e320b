import { Decimal } from 'decimal.js';
import { Temporal } from 'temporal-polyfill';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { Money } from '../../kernel/model/index.js';
import { operatorToday } from '../calendar/index.js';
import { requireCurrency } from '../catalogue/index.js';
import { adjust, lockBalances, requireAvailable } from './balances.js';
import { expiryOf, isNumber, piecesOf } from './pieces.js';
import { itemLifecycle } from './resource.lifecycle.js';
import type { StockInInput, StockInItemInput, StockReverseInput } from './resource.input.js';
import { ResourceItem } from './resource-item.js';
import { ResourceType } from './resource-type.js';
import { deliverRequest } from './resource-request.service.js';
import { holderFor } from './holder-for.js';
import type { StockHolder } from './stock-holder.js';
import { receiveOrder } from './stock-in-order.service.js';
import { StockNote, StockNoteKind } from './stock-note.js';
import { noteNumber, writeNote } from './write-note.js';

/** Takes stock in from outside: it raises what the holder has (RES-01). */
export async function stockIn(context: CallContext, input: StockInInput): Promise<StockNote> {
  const noteNo = await noteNumber(context);
  return context.database.write(context, (tx) => takeIn(tx, noteNo, input));
}

/** The same as part of another operation. @param noteNo see {@link noteNumber} */
export async function takeIn(tx: Transaction, noteNo: string, input: StockInInput): Promise<StockNote> {
  const type = await tx.get(ResourceType, input.typeId, ['input', 'typeId'], { lock: false });
  const to = await holderFor(tx, input.holderId, ['input', 'holderId']);
  const { unitPrice: price } = input;
  if (price) requireCurrency(price.currency, ['input', 'unitPrice', 'currency']);
  if (price && new Decimal(price.amount).isNegative())
    refuse('TOO_SMALL', 'A value is not negative.', ['input', 'unitPrice', 'amount']);
  const balance = (await lockBalances(tx, type, [to])).get(to.id)!;
  const items = type.serialised ? await newItems(tx, type, to, input) : [];
  if (!type.serialised && input.items?.length)
    refuse('CONTRADICTORY', 'Pieces of this type have no numbers.', ['input', 'items']);
  const quantity = type.serialised
    ? items.length
    : (input.quantity ?? refuse('REQUIRED', 'How many?', ['input', 'quantity']));
  adjust(tx, type, to, balance, { onHand: quantity });
  await receiveOrder(tx, input.orderId, { type, to, quantity });
  const resourceNos = items.map(({ resourceNo }) => resourceNo);
  await deliverRequest(tx, input.requestId, { type, to, quantity, resourceNos });
  const unitPrice = price ? Money.of(price.amount, price.currency) : null;
  return writeNote(tx, noteNo, { kind: StockNoteKind.STOCK_IN, type, to, quantity, items, unitPrice });
}

async function newItems(tx: Transaction, type: ResourceType, holder: StockHolder, input: StockInInput) {
  const path = ['input', 'items'];
  if (input.quantity != null)
    refuse('CONTRADICTORY', 'Each piece of this type is named by its number.', ['input', 'quantity']);
  const given = input.items ?? [];
  if (given.length === 0) return refuse('REQUIRED', 'Each piece of this type is named by its number.', path);
  // Two stock-ins of the same numbers wait for one another: the second one finds the pieces of the first.
  await tx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`stock-in ${type.code}`]);
  const present = await tx.em.find(ResourceItem, {
    type: type.id,
    resourceNo: given.map(({ resourceNo }) => resourceNo),
  });
  const today = await operatorToday(tx);
  const taken = new Set(present.map(({ resourceNo }) => resourceNo));
  return given.map((piece, index) => {
    const at = [...path, index];
    if (taken.has(piece.resourceNo))
      refuse('DUPLICATE', 'A piece with this number exists already.', [...at, 'resourceNo']);
    taken.add(piece.resourceNo);
    checkPiece(type, piece, at, today);
    const item = tx.add(
      Object.assign(new ResourceItem(), {
        resourceNo: piece.resourceNo,
        type,
        holder,
        stockedAt: tx.at,
        warrantyUntil: warrantyEnd(today, type.warrantyMonths),
        expiresOn: piece.expiresOn ?? null,
        expiry: null,
        level: piece.level ?? null,
        exchange: piece.exchange ?? null,
        coolsUntil: null,
        instance: null,
      }),
    );
    itemLifecycle.begin(tx, item);
    return item;
  });
}

function checkPiece(type: ResourceType, piece: StockInItemInput, at: InputPath, today: string): void {
  const number = isNumber(type);
  if (number && piece.level == null) refuse('REQUIRED', 'A number has a level.', [...at, 'level']);
  if (!number && piece.level != null) refuse('CONTRADICTORY', 'Only numbers have a level.', [...at, 'level']);
  if (!number && piece.exchange) refuse('CONTRADICTORY', 'Only numbers have an exchange.', [...at, 'exchange']);
  if (expiryOf({ expiresOn: piece.expiresOn ?? null }, today) === 'EXPIRED')
    refuse('EXPIRED', 'The card has expired.', [...at, 'expiresOn']);
}

/** The last day of a warranty of whole months; of a month that is too short for the day, its last. */
function warrantyEnd(today: string, months: number | null | undefined): string | null {
  return months == null ? null : Temporal.PlainDate.from(today).add({ months }).toString();
}

/** Undoes a stock-in, in full or in part: at most what remains of it, free, at the holder (RES-05). */
export async function reverseStockIn(context: CallContext, input: StockReverseInput): Promise<StockNote> {
  const noteNo = await noteNumber(context);
  return context.database.write(context, async (tx) => {
    const path = ['input', 'noteId'];
    const note = await tx.get(StockNote, input.noteId, path);
    if (note.kind !== StockNoteKind.STOCK_IN)
      refuse('CONTRADICTORY', 'Only a stock-in is reversed.', path, { kind: note.kind });
    await tx.em.populate(note, ['type', 'to']);
    const type = note.type;
    const holder = await holderFor(tx, tx.idOf(note.to!), path);
    const earlier = await tx.em.find(StockNote, { reverses: note.id });
    const left = note.quantity - earlier.reduce((sum, { quantity }) => sum + quantity, 0);
    const balance = (await lockBalances(tx, type, [holder])).get(holder.id)!;
    const foreign = (input.resourceNos ?? []).findIndex((resourceNo) => !note.resourceNos.includes(resourceNo));
    if (type.serialised && foreign >= 0)
      refuse('NOT_FOUND', 'The piece did not come with this stock-in.', ['input', 'resourceNos', foreign]);
    const amount = type.serialised
      ? input
      : { quantity: input.quantity ?? left, resourceNos: input.resourceNos ?? null };
    const { quantity, items } = await piecesOf(tx, type, holder, amount, ['input']);
    if (quantity > left || left === 0)
      refuse('TOO_MUCH', `Only ${left} of the stock-in have not been reversed.`, ['input', 'quantity'], { left });
    requireAvailable(balance, quantity, ['input', 'quantity']);
    for (const item of items) await itemLifecycle.move(tx, item, 'reverse', { reason: input.reason });
    adjust(tx, type, holder, balance, { onHand: -quantity });
    const movement = { kind: StockNoteKind.REVERSAL, type, from: holder, quantity, items, reason: input.reason };
    return writeNote(tx, noteNo, { ...movement, unitPrice: note.unitPrice ?? null, reverses: note });
  });
}
