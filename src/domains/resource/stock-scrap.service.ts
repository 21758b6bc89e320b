import { actingUnder, definePermission, refuseMisuse, requirePermission } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { approvableChange, type Approved, type Change, type Saved } from '../../kernel/process/index.js';
import { adjust, lockBalances, requireAvailable } from './balances.js';
import { holderFor } from './holder-for.js';
import { piecesOf } from './pieces.js';
import type { StockScrapInput } from './resource.input.js';
import { itemLifecycle } from './resource.lifecycle.js';
import { ResourceType } from './resource-type.js';
import { StockBalance } from './stock-balance.js';
import { type StockNote, StockNoteKind } from './stock-note.js';
import { writeNote } from './write-note.js';

/** Kind of approval that stock is destroyed (RES-12). */
const STOCK_SCRAP = 'STOCK_SCRAP';

const APPROVE = 'stock.scrap.approve';
definePermission({
  name: APPROVE,
  // Of an area of its own: those who keep stock do not get it along.
  area: 'stock-approval',
  description: 'Decide whether stock is destroyed that others want to scrap (RES-12).',
});

/** Destroys stock when somebody else has approved that (RES-12); until then it stays where it is, and may be moved or sold. */
export function scrapStock(context: CallContext, input: StockScrapInput): Promise<Saved<StockNote>> {
  return scrapped(context, { input });
}

async function scrap(
  tx: Transaction,
  { input }: { input: StockScrapInput },
  approved: Approved | null,
): Promise<Change<StockNote>> {
  const { reason } = input;
  const type = await tx.get(ResourceType, input.typeId, ['input', 'typeId'], { lock: false });
  const from = await holderFor(tx, input.holderId, ['input', 'holderId']);
  const balance = (await lockBalances(tx, type, [from])).get(from.id)!;
  const { quantity, items } = await piecesOf(tx, type, from, input, ['input']);
  requireAvailable(balance, quantity, ['input', 'quantity']);
  for (const item of items) await itemLifecycle.move(tx, item, 'scrap', { reason });
  adjust(tx, type, from, balance, { onHand: -quantity });
  const noteNo = formatNumber('SN', await takeNumber(tx, 'stock-note'));
  const movement = { kind: StockNoteKind.SCRAP, type, from, quantity, items, reason };
  const note = await writeNote(tx, noteNo, {
    ...movement,
    movedBy: approved?.proposedBy,
    approvalNo: approved?.approvalNo,
  });
  const pieces = items.map(({ resourceNo }) => resourceNo).sort();
  const gone = { type: type.code, holder: from.code, quantity, ...(pieces.length > 0 ? { pieces } : {}) };
  return { item: note, changes: [{ field: 'scrapped', old: null, new: gone }], sold: true };
}

const scrapped = approvableChange(STOCK_SCRAP, {
  subject: StockBalance,
  admit: async (tx, balance, path) => {
    requirePermission(tx.caller, APPROVE);
    await tx.em.populate(balance, ['holder']);
    refuseMisuse(actingUnder(tx.caller, APPROVE), { regionId: balance.holder.region.id }, path);
  },
  // Holders come before what they have, as in every movement.
  lock: async (tx, id) => {
    const sql = `select 1 from "stock_holder" where "id" = (select "holder_id" from "stock_balance" where "id" = ?) for share`;
    await tx.em.execute(sql, [id]);
  },
  make: scrap,
  ask: async (tx, { input }) => {
    const type = await tx.get(ResourceType, input.typeId, ['input', 'typeId'], { lock: false });
    const holder = await holderFor(tx, input.holderId, ['input', 'holderId']);
    const balance = (await lockBalances(tx, type, [holder])).get(holder.id)!;
    return {
      request: {
        ...{ subject: balance, title: `${type.code} ${holder.name}`, reason: input.reason },
        regionId: holder.region.id,
        variables: { category: type.category, quantity: input.resourceNos?.length ?? input.quantity ?? 0 },
        path: ['input', 'holderId'],
      },
      item: null,
    };
  },
});
