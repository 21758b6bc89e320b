import type { Transaction } from '../../kernel/database/transaction.js';

/** What decides prices. */
export type PriceSource = 'rule' | 'plan' | 'offering' | 'discount';

/** A change, in force now, of something that decides the prices of what is sold. */
export interface PriceChange {
  source: PriceSource;
  /** Key of what has changed. */
  id: string;
  /** Tells this change of it from all others, such as the number of the version that it made. */
  mark: string;
}

type Listener = (tx: Transaction, change: PriceChange) => void;

/** Changes of prices, for later domains that must follow them: the catalogue cannot look forward to those. */
class PriceChanges {
  private readonly listeners: Listener[] = [];

  /** @param listener called inside the transaction of each change; what takes long it leaves to a job */
  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Says that something has changed. */
  tell(tx: Transaction, change: PriceChange): void {
    for (const listener of this.listeners) listener(tx, change);
  }
}

export const priceChanges = new PriceChanges();
