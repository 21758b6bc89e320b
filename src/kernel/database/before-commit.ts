import type { WriteContext } from './database.js';
import type { Transaction } from './transaction.js';

/** Looks at what an operation has done, before anything of it is written for good. @throws a refusal that undoes it */
export type CommitGuard = (context: WriteContext, tx: Transaction) => Promise<void>;

const guards = new Set<CommitGuard>();

/** Has a guard look at the transactions of all operations, so that a rule for many of them stands in one place. It is to be quick where it has nothing to say. */
export const beforeCommit = (guard: CommitGuard): void => void guards.add(guard);

export async function askGuards(context: WriteContext, tx: Transaction): Promise<void> {
  for (const guard of guards) await guard(context, tx);
}
