import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { operatorToday } from '../calendar/index.js';
import { adjust, lockBalances, requireAvailable } from './balances.js';
import { expiryOf, piecesOf } from './pieces.js';
import type { StockTransferInput } from './resource.input.js';
import { deliverRequest } from './resource-request.service.js';
import { ResourceType } from './resource-type.js';
import { type StockHolder, StockHolderKind } from './stock-holder.js';
import { holderFor } from './holder-for.js';
import { RecallMode, type StockNote, StockNoteKind } from './stock-note.js';
import { noteNumber, writeNote } from './write-note.js';

/** Hands stock out to another holder, or takes it back from one (RES-08, RES-09, RES-10). */
export async function transferStock(context: CallContext, input: StockTransferInput): Promise<StockNote> {
  const noteNo = await noteNumber(context);
  return context.database.write(context, async (tx) => {
    const type = await tx.get(ResourceType, input.typeId, ['input', 'typeId'], { lock: false });
    const from = await holderFor(tx, input.fromId, ['input', 'fromId']);
    const to = await holderFor(tx, input.toId, ['input', 'toId']);
    if (from.id === to.id) refuse('CONTRADICTORY', 'It is there already.', ['input', 'toId']);
    if (input.recall) await checkRecall(tx, input, from, to);
    const balances = await lockBalances(tx, type, [from, to]);
    const { quantity, items } = await piecesOf(tx, type, from, input, ['input']);
    // What has expired is not handed out for sale; back it may go (RES-22).
    const today = await operatorToday(tx);
    const expired = items.find((item) => !input.recall && expiryOf(item, today) === 'EXPIRED');
    if (expired) refuse('EXPIRED', `The card ${expired.resourceNo} has expired.`, ['input', 'resourceNos']);
    requireAvailable(balances.get(from.id)!, quantity, ['input', 'quantity']);
    adjust(tx, type, from, balances.get(from.id)!, { onHand: -quantity });
    adjust(tx, type, to, balances.get(to.id)!, { onHand: quantity });
    for (const item of items) item.holder = to;
    const resourceNos = items.map(({ resourceNo }) => resourceNo);
    if (input.requestId && input.recall)
      refuse('CONTRADICTORY', 'A recall answers no request.', ['input', 'requestId']);
    await deliverRequest(tx, input.requestId, { type, to, quantity, resourceNos });
    const kind = input.recall ? StockNoteKind.RECALL : StockNoteKind.DISPATCH;
    return writeNote(tx, noteNo, {
      kind,
      type,
      from,
      to,
      quantity,
      items,
      mode: input.recall ?? null,
      reason: input.reason ?? null,
    });
  });
}

async function checkRecall(
  tx: Transaction,
  { recall, reason }: StockTransferInput,
  from: StockHolder,
  to: StockHolder,
) {
  const path = ['input', 'recall'];
  if (!reason) refuse('REQUIRED', 'A recall needs a reason.', ['input', 'reason']);
  if (recall === RecallMode.DEPARTMENT_FROM_CUSTOMER)
    refuse('CONTRADICTORY', 'What a customer gives back is returned piece by piece.', path);
  if (recall === RecallMode.OPERATOR_FROM_PARTNER && from.kind !== StockHolderKind.PARTNER)
    refuse('CONTRADICTORY', 'The holder is no partner.', path, { kind: from.kind });
  if (recall !== RecallMode.UPPER_FROM_LOWER) return;
  for (let at = from.parent ?? null; at?.id !== to.id;) {
    if (!at) return refuse('CONTRADICTORY', 'The receiver does not supply the holder.', path);
    await tx.em.populate(at, ['parent']);
    at = at.parent ?? null;
  }
}
