import { LockMode } from '@mikro-orm/postgresql';
import { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { ResourceItem, ResourceStatus } from './resource-item.js';
import { ResourceCategory, type ResourceType } from './resource-type.js';
import type { StockHolder } from './stock-holder.js';

/** What an input says about how much moves. */
export interface Amount {
  quantity?: number | null;
  resourceNos?: string[] | null;
}

/** The pieces that move: single ones of a serialised type, locked in the order of their keys, or only their number. */
export async function piecesOf(
  tx: Transaction,
  type: ResourceType,
  holder: StockHolder,
  { quantity, resourceNos }: Amount,
  path: InputPath,
): Promise<{ quantity: number; items: ResourceItem[] }> {
  const at = [...path, 'resourceNos'];
  if (!type.serialised) {
    if (resourceNos?.length) refuse('CONTRADICTORY', 'Pieces of this type have no numbers.', at);
    return { quantity: quantity ?? refuse('REQUIRED', 'How many?', [...path, 'quantity']), items: [] };
  }
  if (quantity != null)
    refuse('CONTRADICTORY', 'Each piece of this type is named by its number.', [...path, 'quantity']);
  if (!resourceNos?.length) return refuse('REQUIRED', 'Each piece of this type is named by its number.', at);
  const items = await tx.em.find(
    ResourceItem,
    { type: type.id, resourceNo: resourceNos },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  for (const [index, resourceNo] of resourceNos.entries()) {
    const item = items.find((candidate) => candidate.resourceNo === resourceNo);
    if (resourceNos.indexOf(resourceNo) !== index) refuse('DUPLICATE', 'The piece is named twice.', [...at, index]);
    if (!item || item.holder.id !== holder.id)
      return refuse('NOT_FOUND', 'The holder has no piece with this number.', [...at, index]);
    requireFree(item, [...at, index]);
  }
  return { quantity: items.length, items };
}

/** Refuses with OUT_OF_STOCK a piece that is not free, whatever holds it. */
export function requireFree(item: ResourceItem, path: InputPath): void {
  if (item.status !== ResourceStatus.IN_STOCK)
    refuse('OUT_OF_STOCK', 'The piece is not free.', path, { status: item.status });
}

/** Months before its last day in which a card is in principle not sold any more. */
export const NEAR_EXPIRY_MONTHS = 3;

/**
 * Why a card may not be given out now: EXPIRED for good, NEAR_EXPIRY only in principle (RES-21, RES-22). Of a month that is too short for
 * the day, the last day counts.
 * @param today the day that it is where the operator is, `YYYY-MM-DD`
 */
export function expiryOf(item: Pick<ResourceItem, 'expiresOn'>, today: string): 'EXPIRED' | 'NEAR_EXPIRY' | undefined {
  if (!item.expiresOn) return undefined;
  if (item.expiresOn < today) return 'EXPIRED';
  const limit = Temporal.PlainDate.from(item.expiresOn).subtract({ months: NEAR_EXPIRY_MONTHS });
  return limit.toString() <= today ? 'NEAR_EXPIRY' : undefined;
}

export const isNumber = (type: ResourceType): boolean => type.category === ResourceCategory.NUMBER;
