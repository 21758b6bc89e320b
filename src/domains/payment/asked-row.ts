import type { Transaction } from '../../kernel/database/transaction.js';
import { codedError } from '../../kernel/errors/index.js';
import { type Class, type Node, nounOf, uuidOf } from '../../kernel/model/index.js';

/**
 * The row that an argument of a query names.
 * @throws BAD_USER_INPUT for an id of something else, NOT_FOUND when it is missing or the caller does not see it
 */
export async function askedRow<T extends Node>(tx: Transaction, noun: Class<T>, id: string, name: string): Promise<T> {
  const found = await tx.find(noun, uuidOf(id, nounOf(noun).tag!, [name]), { lock: false });
  if (!found) throw codedError('NOT_FOUND', `There is no ${nounOf(noun).name} with this id.`, { path: [name] });
  return found;
}
