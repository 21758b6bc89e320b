import type { Transaction } from '../database/transaction.js';
import { refuse } from '../errors/index.js';
import { hasWritten } from '../events/index.js';
import type { Node } from '../model/index.js';

/**
 * Refuses with OWN_WORK whoever has written what is approved, whether first, last or between, or anything that is approved along with it;
 * what the system does by itself is not asked.
 * @param item locked
 * @param parts keys of what is approved along with it
 */
export async function refuseAuthors(
  tx: Transaction,
  item: Node & { configuredBy?: string | null },
  parts: readonly string[] = [],
): Promise<void> {
  const { kind, subject } = tx.caller;
  if (kind === 'SYSTEM') return;
  if (item.configuredBy === subject || (await hasWritten(tx, [item.id, ...parts])))
    refuse('OWN_WORK', 'Nobody approves their own work.', []);
}
