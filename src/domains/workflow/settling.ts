import type { Transaction } from '../../kernel/database/transaction.js';

/** Instances that a transaction is just settling, with why they are to be ended then: what happens meanwhile belongs to the same move. */
const settling = new WeakMap<Transaction, Map<string, string | null>>();

type End = (tx: Transaction, instanceId: string, reason: string) => Promise<unknown>;
let end: End;

/** Says what ends an instance. */
export const endsBy = (terminate: End): void => void (end = terminate);

/** Whether a transaction is just settling an instance. */
export const isSettling = (tx: Transaction, instanceId: string): boolean => settling.get(tx)?.has(instanceId) ?? false;

/** Has an instance ended when the move of which this is a part is done; nothing begins in it any more. */
export const endThen = (tx: Transaction, instanceId: string, reason: string): void =>
  void settling.get(tx)!.set(instanceId, reason);

/** Whether an instance is to be ended when the move is done. */
export const isEnding = (tx: Transaction, instanceId: string): boolean => Boolean(settling.get(tx)?.get(instanceId));

/** Does something as part of the settling of an instance. */
export async function whileSettling<T>(tx: Transaction, instanceId: string, work: () => Promise<T>): Promise<T> {
  if (isSettling(tx, instanceId)) return work();
  const instances = settling.get(tx) ?? new Map<string, string | null>();
  settling.set(tx, instances.set(instanceId, null));
  let reason: string | null | undefined;
  let result: T;
  try {
    result = await work();
  } finally {
    reason = instances.get(instanceId);
    instances.delete(instanceId);
  }
  if (reason) await end(tx, instanceId, reason);
  return result;
}
