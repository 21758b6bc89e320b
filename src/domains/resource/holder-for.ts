import { refuseMisuse } from '../../kernel/access/index.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { StockHolder } from './stock-holder.js';

/** A holder whose stock the caller may move; a closed one has none (RES-49). */
export async function holderFor(tx: Transaction, id: string, path: InputPath): Promise<StockHolder> {
  const holder = await tx.get(StockHolder, id, path, { lock: false });
  refuseMisuse(tx.caller, { regionId: holder.region.id }, path);
  if (holder.closedAt)
    refuse('CLOSED', 'The holder has been closed.', path, { closedAt: holder.closedAt.toISOString() });
  return holder;
}
