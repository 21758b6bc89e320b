import type { Transaction } from '../../kernel/database/transaction.js';

/** Instances that a transaction is just settling: what happens meanwhile belongs to the same move. */
const settling = new WeakMap<Transaction, Set<string>>();

/** Whether a transaction is just settling an instance. */
export const isSettling = (tx: Transaction, instanceId: string): boolean => settling.get(tx)?.has(instanceId) ?? false;

/** Does something as part of the settling of an instance. */
export async function whileSettling<T>(tx: Transaction, instanceId: string, work: () => Promise<T>): Promise<T> {
  const instances = settling.get(tx) ?? new Set();
  settling.set(tx, instances);
  const outer = instances.has(instanceId);
  instances.add(instanceId);
  try {
    return await work();
  } finally {
    if (!outer) instances.delete(instanceId);
  }
}
