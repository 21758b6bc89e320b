import { actingUnder, refuseMisuse, requirePermission } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { decodeId } from '../../kernel/model/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { decideApproval, onVerdict, type Verdict } from '../../kernel/process/index.js';
import { refuseDoubled, refusingAt } from '../catalogue/index.js';
import { adjust, lockBalances, requireAvailable } from './balances.js';
import { piecesOf } from './pieces.js';
import { itemLifecycle } from './resource.lifecycle.js';
import { StockNoteKind } from './stock-note.js';
import type { StockTakePostInput } from './stock-planning.input.js';
import { stockTakeLifecycle } from './stock-planning.lifecycle.js';
import { STOCK_TAKE, stockTakeApproval } from './stock-take-approval.js';
import { StockTakeLine } from './stock-take-line.js';
import { differs, takeFor } from './stock-take.service.js';
import { StockTake, StockTakeStatus } from './stock-take.js';
import { writeNote } from './write-note.js';

const TAKE = ['input', 'takeId'];

/** Approves a stocktaking, with a treatment for each difference, at the step at which its approval stands (RES-16). */
export async function postStockTake(context: CallContext, input: StockTakePostInput): Promise<StockTake> {
  return context.database.write(context, async (tx) => {
    const take = await takeFor(tx, input.takeId);
    const path = ['input', 'treatments'];
    const treatments = input.treatments ?? [];
    refuseDoubled(treatments, ({ typeId }) => typeId, path, 'typeId');
    if (take.countedBy === tx.caller.subject) refuse('FOUR_EYES', 'Who counted does not approve.', TAKE);
    if (take.status !== StockTakeStatus.COUNTED) await stockTakeLifecycle.move(tx, take, 'post');
    for (const line of await linesOf(tx, take)) {
      const index = treatments.findIndex(({ typeId }) => decodeId(typeId)?.uuid === line.type.id);
      if (index >= 0 && !differs(line)) refuse('CONTRADICTORY', 'There is no difference.', [...path, index, 'typeId']);
      if (index >= 0) line.treatment = treatments[index]!.treatment;
    }
    await tx.em.flush();
    requireTreatments(await linesOf(tx, take), path);
    const request = await stockTakeApproval(tx, take);
    await refusingAt(TAKE, () => decideApproval(tx, { ...request, approved: true, path: TAKE }));
    return take;
  });
}

const linesOf = (tx: Transaction, take: StockTake): Promise<StockTakeLine[]> =>
  tx.em.find(StockTakeLine, { take: take.id }, { populate: ['type'], orderBy: { type: 'asc' } });

function requireTreatments(lines: readonly StockTakeLine[], path: InputPath): void {
  for (const line of lines)
    if (differs(line) && !line.treatment)
      refuse('REQUIRED', `How is the difference of ${line.type.code} treated?`, path, { type: line.type.code });
}

onVerdict<StockTake>(STOCK_TAKE, {
  subject: StockTake,
  admit: async (tx, take, path) => {
    requirePermission(tx.caller, 'stockTakePost');
    await tx.em.populate(take, ['holder']);
    refuseMisuse(actingUnder(tx.caller, 'stockTakePost'), { regionId: take.holder.region.id }, path);
  },
  decided: async (tx, verdict) => {
    const { subject: take, result, remark, approvalNo } = verdict;
    if (take.status !== StockTakeStatus.COUNTED) return;
    await tx.em.populate(take, ['holder']);
    const noted = { reason: remark, data: { approvalNo } };
    if (result === 'APPROVED') await bringIntoBooks(tx, take, verdict);
    await stockTakeLifecycle.move(tx, take, result === 'APPROVED' ? 'post' : 'recount', noted);
  },
});

/**
 * A note brings the books to what was found of each type. What moved since the count is not undone: the books change by the difference.
 */
async function bringIntoBooks(tx: Transaction, take: StockTake, { decidedBy }: Verdict): Promise<void> {
  const lines = await linesOf(tx, take);
  requireTreatments(lines, []);
  let surplus = 0;
  let deficit = 0;
  for (const line of lines) {
    const change = line.type.serialised ? -line.missingNos.length : line.counted - line.booked;
    surplus += Math.max(change, 0) + line.foundNos.length;
    deficit += Math.max(-change, 0);
    if (change !== 0) await correct(tx, take, line, change);
  }
  Object.assign(take, { approvedBy: decidedBy, postedAt: tx.at });
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'stock.take.posted',
    subject: take,
    regionId: take.holder.region.id,
    data: { takeNo: take.takeNo, holder: take.holder.code, surplus, deficit },
  });
}

async function correct(
  tx: Transaction,
  { holder }: StockTake,
  { type, missingNos, treatment }: StockTakeLine,
  change: number,
): Promise<void> {
  const noteNo = formatNumber('SN', await takeNumber(tx, 'stock-note'));
  const balance = (await lockBalances(tx, type, [holder])).get(holder.id)!;
  const quantity = Math.abs(change);
  const lost = type.serialised ? { resourceNos: missingNos } : { quantity };
  const { items } = change < 0 ? await refusingAt([], () => piecesOf(tx, type, holder, lost, [])) : { items: [] };
  if (change < 0) requireAvailable(balance, quantity, []);
  for (const item of items) await itemLifecycle.move(tx, item, 'lose', { reason: treatment ?? null });
  adjust(tx, type, holder, balance, { onHand: change });
  const side = change < 0 ? { kind: StockNoteKind.DEFICIT, from: holder } : { kind: StockNoteKind.SURPLUS, to: holder };
  await writeNote(tx, noteNo, { ...side, type, quantity, items, reason: treatment ?? null });
}
