import type { Transaction } from '../../kernel/database/transaction.js';
import type { Product } from './product.js';

/** How many instances of a product customers still have. */
export type LiveInstances = (tx: Transaction, product: Product) => Promise<number>;

let answer: LiveInstances | undefined;

/** The inventory answers the question; the catalogue cannot look forward to it. */
export function answerLiveInstances(count: LiveInstances): void {
  answer = count;
}

export const countLiveInstances: LiveInstances = (tx, product) => {
  if (!answer) throw new Error('Nobody answers how many instances of a product are live: load the domain inventory.');
  return answer(tx, product);
};
