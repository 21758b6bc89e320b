import type { Transaction } from '../../kernel/database/transaction.js';

/** A circle can close over customers that nobody has locked, and a tree grow too deep, so steps of ownership are taken one after another. */
export async function lockOwnership(tx: Transaction): Promise<void> {
  await tx.em.execute(`select pg_advisory_xact_lock(hashtext('customer.ownership'))`);
}
