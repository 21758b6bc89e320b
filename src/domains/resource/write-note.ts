import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import type { Money } from '../../kernel/model/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import type { ResourceItem } from './resource-item.js';
import type { ResourceType } from './resource-type.js';
import type { StockHolder } from './stock-holder.js';
import { valueAt, valueOf } from './stock-value.js';
import { type RecallMode, StockNote, type StockNoteKind } from './stock-note.js';

/** What a movement was. */
export interface Movement {
  kind: StockNoteKind;
  type: ResourceType;
  from?: StockHolder | null;
  to?: StockHolder | null;
  quantity: number;
  items: readonly ResourceItem[];
  /** Of a stock-in and what undoes one; what else moves is worth what was paid for it. */
  unitPrice?: Money | null;
  mode?: RecallMode | null;
  reason?: string | null;
  reverses?: StockNote | null;
  /** False when the stock did not change by it. */
  counted?: boolean;
  /** Who moved it, when somebody else approved that; the caller otherwise. */
  movedBy?: string | undefined;
  /** Number of the approval that allowed it. */
  approvalNo?: string | undefined;
}

/** A number for a note; taken before the transaction, so that notes do not queue for each other. */
export const noteNumber = async (context: CallContext): Promise<string> =>
  formatNumber('SN', await takeNumber(context.database, 'stock-note'));

/** Writes the note of a movement and tells the region of each holder. */
export async function writeNote(tx: Transaction, noteNo: string, movement: Movement): Promise<StockNote> {
  const { kind, type, from = null, to = null, quantity, items, unitPrice } = movement;
  const value =
    unitPrice === undefined
      ? await valueOf(tx, type, quantity, items.slice(0, quantity))
      : { unitPrice, total: unitPrice && valueAt(unitPrice, quantity) };
  const note = tx.add(
    Object.assign(new StockNote(), {
      noteNo,
      kind,
      type,
      from,
      to,
      quantity,
      resourceNos: movement.items.map(({ resourceNo }) => resourceNo).sort(),
      ...value,
      mode: movement.mode ?? null,
      reason: movement.reason ?? null,
      reverses: movement.reverses ?? null,
      counted: movement.counted ?? true,
      movedBy: movement.movedBy ?? tx.caller.subject,
      movedAt: tx.at,
    }),
  );
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'stock.moved',
    subject: note,
    regionId: (from ?? to)!.region.id,
    reason: movement.reason ?? null,
    data: {
      ...{ kind, noteNo, type: type.code, quantity, from: from?.code ?? null, to: to?.code ?? null },
      ...(movement.approvalNo ? { approvalNo: movement.approvalNo } : {}),
    },
  });
  return note;
}
