import type { Transaction } from '../../../kernel/database/transaction.js';
import type { Class, Node } from '../../../kernel/model/index.js';

/** Rows of a noun by their code, present ones and those made now. */
export interface ByCode<T> {
  /** The row with a code; a code that is missing is a fault of the baseline's data. */
  get(code: string): T;
  /** Whether the row was made now, so that what belongs to it has to be made too. */
  isNew(code: string): boolean;
}

/**
 * Makes the rows of the baseline that are missing. What is there already stays as it is: an operator may have changed it.
 * @param make the values of a new row
 */
export async function ensureByCode<T extends Node & { code: string }, Data extends { code: string }>(
  tx: Transaction,
  noun: Class<T> & (new () => T),
  data: readonly Data[],
  make: (data: Data) => Partial<T>,
): Promise<ByCode<T>> {
  const codes = data.map((each) => each.code);
  const present = (await tx.em.find(noun as never, { code: codes } as never)) as T[];
  const rows = new Map(present.map((row) => [row.code, row]));
  const made = new Set<string>();
  for (const each of data) {
    if (rows.has(each.code)) continue;
    rows.set(each.code, tx.add(Object.assign(new noun(), { code: each.code }, make(each))));
    made.add(each.code);
  }
  return {
    get: (code) => rows.get(code) ?? fail(`The baseline of the catalogue has no ${noun.name} with the code ${code}.`),
    isNew: (code) => made.has(code),
  };
}

function fail(message: string): never {
  throw new Error(message);
}
