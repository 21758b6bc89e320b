import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';

/**
 * Looks at what an operation will be about before it begins, where what it then asks uses connections of its own. It writes nothing, and
 * takes no part in the idempotency of the request.
 */
export const peek = <T>(
  { caller, requestId, database }: CallContext,
  look: (tx: Transaction) => Promise<T>,
): Promise<T> => database.write({ caller, requestId }, look);
