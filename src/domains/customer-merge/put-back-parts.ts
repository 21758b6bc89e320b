import type { Transaction } from '../../kernel/database/transaction.js';
import { putBack } from './move-rows.js';

/** Fields of a customer that hold several values, each of which a merge takes over, and a split gives back, by itself. */
export const FIELDS_OF_PARTS: ReadonlySet<string> = new Set(['characteristics', 'operators']);

/** What is left when a merge is taken out of a value, and whether nothing of the merge is left in it. */
interface Freed {
  value: unknown;
  whole: boolean;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Of attributes by name, each that is as the merge left it becomes what it was; others were changed since, and stay. */
function freedAttributes(now: object, before: object, after: object): Freed {
  const [held, was, became] = [now, before, after].map((all) => new Map(Object.entries(all))) as [
    Map<string, unknown>,
    Map<string, unknown>,
    Map<string, unknown>,
  ];
  let whole = true;
  for (const name of new Set([...was.keys(), ...became.keys()])) {
    if (isSame(was.get(name), became.get(name)) || isSame(held.get(name), was.get(name))) continue;
    if (!isSame(held.get(name), became.get(name))) whole = false;
    else if (was.has(name)) held.set(name, was.get(name));
    else held.delete(name);
  }
  return { value: Object.fromEntries(held), whole };
}

/** Of a list, what the merge added goes; what came since stays. */
const freedList = (now: readonly unknown[], before: readonly unknown[], after: readonly unknown[]): Freed => ({
  value: now.filter((item) => before.includes(item) || !after.includes(item)),
  whole: true,
});

/**
 * Takes a merge out of a field of several values of a locked customer, and keeps each value that was changed since.
 * @param now the value as it is in the database
 * @returns whether nothing of the merge is left in it
 */
export async function putBackParts(
  tx: Transaction,
  column: string,
  customerId: string,
  { now, before, after }: Record<'now' | 'before' | 'after', unknown>,
): Promise<boolean> {
  const { value, whole } = Array.isArray(now)
    ? freedList(now, (before ?? []) as unknown[], (after ?? []) as unknown[])
    : freedAttributes((now ?? {}) as object, (before ?? {}) as object, (after ?? {}) as object);
  return (await putBack(tx, { table: 'customer', column }, customerId, value, now)) && whole;
}
