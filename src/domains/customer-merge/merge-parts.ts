import type { Transaction } from '../../kernel/database/transaction.js';
import type { Customer } from '../customer/index.js';
import type { CustomerMerge } from './customer-merge.js';

/** What a domain behind this one moves itself, because changing a reference is not enough (CUS-80). */
export interface MergePart {
  /**
   * Moves what the absorbed customer has; run again, it moves only what came since. Both customers are locked.
   * @param survivor who has it from now on: where the survivor of the merge was merged too, the last of them
   */
  merged(tx: Transaction, merge: CustomerMerge, survivor: Customer, absorbed: Customer): Promise<void>;
  /** Gives the absorbed customer back what is still there. Both customers are locked. */
  split(tx: Transaction, merge: CustomerMerge, survivor: Customer, absorbed: Customer): Promise<void>;
}

/** The parts that domains have declared. */
export const mergeParts = new Set<MergePart>();

/** Declares what a domain moves itself; its nouns are declared by `stayWithAbsorbed` too. */
export const onMerge = (part: MergePart): void => void mergeParts.add(part);
