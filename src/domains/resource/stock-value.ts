import { Decimal } from 'decimal.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { Money } from '../../kernel/model/index.js';
import type { ResourceItem } from './resource-item.js';
import { ResourceCategory, type ResourceType } from './resource-type.js';
import { StockNote, StockNoteKind } from './stock-note.js';

/** What pieces are worth: one, and all; null where it is not known, one also where they differ. */
export interface StockValue {
  unitPrice: Money | null;
  total: Money | null;
}

const UNKNOWN: StockValue = { unitPrice: null, total: null };

const priced = (type: ResourceType) => ({
  ...{ type: type.id, kind: StockNoteKind.STOCK_IN },
  unitPrice: { amount: { $ne: null } },
});

/** The price of the latest stock-in of a type that had one; null when none had. */
export async function latestPrice(tx: Transaction, type: ResourceType): Promise<Money | null> {
  const [latest] = await tx.em.find(StockNote, priced(type) as never, { orderBy: { movedAt: 'desc' }, limit: 1 });
  return latest?.unitPrice ?? null;
}

/** So many times a price. */
export const valueAt = (price: Money, quantity: number): Money =>
  Money.of(new Decimal(price.amount).times(quantity).toFixed(), price.currency);

/**
 * What moves is worth what was paid for it: a piece with a number by its own stock-in, what is only counted by the latest one
 * (RES-08, RES-09, RES-11, RES-12). Numbers have no price.
 */
export async function valueOf(
  tx: Transaction,
  type: ResourceType,
  quantity: number,
  items: readonly ResourceItem[],
): Promise<StockValue> {
  if (type.category === ResourceCategory.NUMBER) return UNKNOWN;
  if (!type.serialised) {
    const unitPrice = await latestPrice(tx, type);
    return { unitPrice, total: unitPrice && valueAt(unitPrice, quantity) };
  }
  const numbers = items.map(({ resourceNo }) => resourceNo);
  const notes = await tx.em.find(StockNote, { ...priced(type), resourceNos: { $overlap: numbers } } as never, {
    orderBy: { movedAt: 'asc' },
  });
  // Of a number that came twice the later price.
  const paid = new Map(notes.flatMap(({ resourceNos, unitPrice }) => resourceNos.map((no) => [no, unitPrice])));
  const prices = numbers.map((no) => paid.get(no));
  const [first] = prices;
  if (!first || prices.some((price) => price?.currency !== first.currency)) return UNKNOWN;
  const sum = prices.reduce((total, price) => total.plus(price!.amount), new Decimal(0));
  const alike = prices.every((price) => new Decimal(price!.amount).eq(first.amount));
  return {
    unitPrice: alike ? Money.of(first.amount, first.currency) : null,
    total: Money.of(sum.toFixed(), first.currency),
  };
}
