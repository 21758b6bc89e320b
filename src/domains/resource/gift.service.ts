import type { CallContext } from '../../kernel/database/context.js';
import { refuse } from '../../kernel/errors/index.js';
import { Customer } from '../customer/index.js';
import { adjust, lockBalances, requireAvailable } from './balances.js';
import { GiftIssue } from './gift-issue.js';
import { holderFor } from './holder-for.js';
import { Reservation } from './reservation.js';
import { ResourceCategory, ResourceType } from './resource-type.js';
import { reservationLifecycle } from './resource.lifecycle.js';
import type { GiftIssueInput } from './stock-use.input.js';
import { StockNoteKind } from './stock-note.js';
import { noteNumber, writeNote } from './write-note.js';

/** Gives gifts from the stock; when none is left it is refused, before anything is paid (RES-35, RES-48). */
export async function issueGift(context: CallContext, input: GiftIssueInput): Promise<GiftIssue> {
  const noteNo = await noteNumber(context);
  return context.database.write(context, async (tx) => {
    const type = await tx.get(ResourceType, input.typeId, ['input', 'typeId'], { lock: false });
    if (type.category !== ResourceCategory.GIFT || type.serialised)
      refuse('CONTRADICTORY', 'Only counted pieces of category GIFT are given away.', ['input', 'typeId']);
    const holder = await holderFor(tx, input.holderId, ['input', 'holderId']);
    const customer = await tx.get(Customer, input.customerId, ['input', 'customerId'], { lock: false });
    const { cause, reference, quantity = 1 } = input;
    const balance = (await lockBalances(tx, type, [holder])).get(holder.id)!;
    if (await tx.em.findOne(GiftIssue, { type: type.id, cause, reference }))
      refuse('DUPLICATE', 'The gift has been given.', ['input', 'reference']);
    const pieces = quantity ?? 1;
    let reserved = 0;
    if (input.reservationId) {
      const path = ['input', 'reservationId'];
      const reservation = await tx.get(Reservation, input.reservationId, path);
      const fits = reservation.type.id === type.id && reservation.holder.id === holder.id;
      if (!fits || reservation.quantity !== pieces)
        refuse('CONTRADICTORY', 'The reservation keeps something else.', path);
      if (reservation.customer && reservation.customer.id !== customer.id)
        refuse('NOT_OF_CUSTOMER', 'It is kept for another customer.', path);
      if (reservation.expiresAt <= tx.at) refuse('EXPIRED', 'The reservation has expired.', path);
      await reservationLifecycle.move(tx, reservation, 'consume');
      reserved = pieces;
    } else requireAvailable(balance, pieces, ['input', 'quantity']);
    adjust(tx, type, holder, balance, { onHand: -pieces, reserved: -reserved });
    const movement = { kind: StockNoteKind.GIFT, type, from: holder, quantity: pieces, items: [] };
    const note = await writeNote(tx, noteNo, { ...movement, reason: `${cause} ${reference}` });
    const values = { type, customer, holder, note, quantity: pieces, cause, reference, issuedAt: tx.at };
    const gift = tx.add(Object.assign(new GiftIssue(), values));
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'gift.issued',
      subject: gift,
      regionId: holder.region.id,
      customerId: customer.id,
      data: { type: type.code, quantity: pieces, cause, reference },
    });
    return gift;
  });
}
