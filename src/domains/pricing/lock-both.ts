import type { Transaction } from '../../kernel/database/transaction.js';
import type { Class, Node } from '../../kernel/model/index.js';

/**
 * Both sides of a relation, locked in the order of their keys: two that relate the same ones the other way round never block each other,
 * and neither side comes to be sold while it is related.
 */
export async function lockBoth<N extends Node>(
  tx: Transaction,
  noun: Class<N>,
  input: { fromId: string; toId: string },
): Promise<[from: N, to: N]> {
  const found = new Map<string, N>();
  const seen: { field: 'fromId' | 'toId'; id: string }[] = [];
  for (const field of ['fromId', 'toId'] as const)
    seen.push({ field, id: (await tx.get(noun, input[field], ['input', field], { lock: false })).id });
  for (const { field } of seen.sort((a, b) => (a.id < b.id ? -1 : 1)))
    found.set(field, await tx.get(noun, input[field], ['input', field]));
  return [found.get('fromId')!, found.get('toId')!];
}
