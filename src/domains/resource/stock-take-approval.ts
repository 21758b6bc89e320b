import { Decimal } from 'decimal.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import type { ApprovalRequest } from '../../kernel/process/index.js';
import { ruleNumber } from '../../kernel/rules/index.js';
import { StockTakeLine } from './stock-take-line.js';
import type { StockTake } from './stock-take.js';

/** Kind of approval of what a stocktaking found (RES-16). */
export const STOCK_TAKE = 'STOCK_TAKE';

/** What is asked about a counted stocktaking, in the name of who counted; rules see how much is missing or too much. */
export async function stockTakeApproval(tx: Transaction, take: StockTake): Promise<ApprovalRequest> {
  await tx.em.populate(take, ['holder']);
  const lines = await tx.em.find(StockTakeLine, { take: take.id }, { populate: ['type'], orderBy: { type: 'asc' } });
  const changes: Record<string, unknown> = {};
  let amount = new Decimal(0);
  let pieces = 0;
  for (const { type, booked, counted, missingNos, foundNos, differenceValue, treatment = null } of lines) {
    const off = type.serialised ? missingNos.length + foundNos.length : Math.abs(counted - booked);
    if (off === 0) continue;
    pieces += off;
    if (differenceValue) amount = amount.plus(new Decimal(differenceValue.amount).abs());
    changes[type.code] = { booked, counted, missingNos, foundNos, treatment };
  }
  return {
    ...{ kind: STOCK_TAKE, subject: take, title: `${take.takeNo} ${take.holder.name}` },
    ...{
      changes,
      regionId: take.holder.region.id,
      variables: { category: take.category, pieces, amount: ruleNumber(amount.toFixed()) },
    },
    ...(take.countedBy ? { askedBy: take.countedBy } : {}),
  };
}
