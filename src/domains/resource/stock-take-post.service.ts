import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { decodeId } from '../../kernel/model/index.js';
import { refuseDoubled, refusingAt } from '../catalogue/index.js';
import { adjust, lockBalances, requireAvailable } from './balances.js';
import { piecesOf } from './pieces.js';
import { itemLifecycle } from './resource.lifecycle.js';
import { StockNoteKind } from './stock-note.js';
import type { StockTakePostInput } from './stock-planning.input.js';
import { stockTakeLifecycle } from './stock-planning.lifecycle.js';
import { StockTakeLine } from './stock-take-line.js';
import { takeFor } from './stock-take.service.js';
import type { StockTake } from './stock-take.js';
import { noteNumber, writeNote } from './write-note.js';

/**
 * Approves a stocktaking: each difference has a treatment, and a note brings the books to what was found (RES-16). What moved since the
 * count is not undone: the books change by the difference.
 */
export async function postStockTake(context: CallContext, input: StockTakePostInput): Promise<StockTake> {
  const noteNos = await Promise.all((input.treatments ?? []).map(() => noteNumber(context)));
  return context.database.write(context, async (tx) => {
    const take = await takeFor(tx, input.takeId);
    const path = ['input', 'treatments'];
    const treatments = input.treatments ?? [];
    refuseDoubled(treatments, ({ typeId }) => typeId, path, 'typeId');
    if (take.countedBy === tx.caller.subject) refuse('FOUR_EYES', 'Who counted does not approve.', ['input', 'takeId']);
    await stockTakeLifecycle.move(tx, take, 'post');
    const lines = await tx.em.find(StockTakeLine, { take: take.id }, { populate: ['type'], orderBy: { type: 'asc' } });
    let surplus = 0;
    let deficit = 0;
    for (const line of lines) {
      const change = line.type.serialised ? -line.missingNos.length : line.counted - line.booked;
      const index = treatments.findIndex(({ typeId }) => decodeId(typeId)?.uuid === line.type.id);
      const differs = change !== 0 || line.foundNos.length > 0;
      if (differs && index < 0)
        refuse('REQUIRED', `How is the difference of ${line.type.code} treated?`, path, { type: line.type.code });
      if (!differs && index >= 0) refuse('CONTRADICTORY', 'There is no difference.', [...path, index, 'typeId']);
      if (!differs) continue;
      line.treatment = treatments[index]!.treatment;
      surplus += Math.max(change, 0) + line.foundNos.length;
      deficit += Math.max(-change, 0);
      if (change !== 0) await correct(tx, take, line, change, noteNos[index]!, [...path, index, 'typeId']);
    }
    Object.assign(take, { approvedBy: tx.caller.subject, postedAt: tx.at });
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'stock.take.posted',
      subject: take,
      regionId: take.holder.region.id,
      data: { takeNo: take.takeNo, holder: take.holder.code, surplus, deficit },
    });
    return take;
  });
}

async function correct(
  tx: Transaction,
  { holder }: StockTake,
  { type, missingNos, treatment }: StockTakeLine,
  change: number,
  noteNo: string,
  path: InputPath,
): Promise<void> {
  const balance = (await lockBalances(tx, type, [holder])).get(holder.id)!;
  const quantity = Math.abs(change);
  const lost = type.serialised ? { resourceNos: missingNos } : { quantity };
  const { items } = change < 0 ? await refusingAt(path, () => piecesOf(tx, type, holder, lost, path)) : { items: [] };
  if (change < 0) requireAvailable(balance, quantity, path);
  for (const item of items) await itemLifecycle.move(tx, item, 'lose', { reason: treatment ?? null });
  adjust(tx, type, holder, balance, { onHand: change });
  const side = change < 0 ? { kind: StockNoteKind.DEFICIT, from: holder } : { kind: StockNoteKind.SURPLUS, to: holder };
  writeNote(tx, noteNo, { ...side, type, quantity, items, reason: treatment ?? null });
}
