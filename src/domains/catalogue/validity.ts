import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';

/** A period from the fields `validFrom` and `validTo` of an input; refuses with CONTRADICTORY one that ends before it begins. */
export function validityFrom(
  tx: Transaction,
  input: { validFrom?: string | null; validTo?: string | null },
  path: InputPath,
): TimePeriod {
  const from = input.validFrom ? new Date(input.validFrom) : tx.at;
  const to = input.validTo ? new Date(input.validTo) : null;
  if (to && to <= from)
    refuse('CONTRADICTORY', 'The period must end after it begins.', [...path, 'validTo'], { from: from.toISOString() });
  return TimePeriod.since(from, to);
}

/** Refuses with DUPLICATE the second of two items of a list that have the same key, naming its field. */
export function refuseDoubled<Item>(
  items: readonly Item[],
  key: (item: Item) => string,
  path: InputPath,
  field: string,
): void {
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    if (seen.has(key(item))) refuse('DUPLICATE', `"${key(item)}" stands in the list twice.`, [...path, index, field]);
    seen.add(key(item));
  }
}
