import type { Transaction } from '../../kernel/database/transaction.js';
import type { Class, Node } from '../../kernel/model/index.js';

/** A new row with the values of another one, save its identity and what is given. */
export function copyRow<T extends Node>(noun: Class<T> & (new () => T), source: T, values: Partial<T>): T {
  const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...rest } = { ...source };
  return Object.assign(new noun(), rest, values);
}

/** Copies the rows that belong to the original by a reference, for the copy. */
export async function copyRows<T extends Node>(
  tx: Transaction,
  noun: Class<T> & (new () => T),
  owner: keyof T & string,
  source: Node,
  made: Node,
  where: object = {},
): Promise<void> {
  for (const part of (await tx.em.find(noun as never, { [owner]: source.id, ...where } as never)) as T[])
    tx.add(copyRow(noun, part, { [owner]: made } as unknown as Partial<T>));
}
