import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';

/** By when replies are wanted; null without a limit. Refuses with IN_THE_PAST. */
export function limitOf(tx: Transaction, given: string | null | undefined): Date | null {
  if (!given) return null;
  const dueAt = new Date(given);
  if (dueAt <= tx.at) refuse('IN_THE_PAST', 'The limit is over already.', ['input', 'dueAt']);
  return dueAt;
}
