import { rowRule } from '../../kernel/access/index.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import type { Class, Node } from '../../kernel/model/index.js';

/** Reads the row that an object refers to; null when there is none, or whoever looks may not know it. */
export type Eyes = (noun: Class<Node>, id: string) => Promise<Node | null>;

/** Eyes of the engine, which sees every row: what it chooses does not depend on who caused it. */
export const everything =
  ({ em }: Transaction): Eyes =>
  (noun, id) =>
    em.findOne(noun, id as never);

/** Eyes of the caller, for what is told to them. */
export const ofCaller =
  (tx: Transaction): Eyes =>
  (noun, id) =>
    tx.findExactly(noun, id, { lock: false });

/** Eyes of all staff together, for what is kept for whoever reads it: they see the nouns of which everybody sees every row. */
export const ofAllStaff =
  (tx: Transaction): Eyes =>
  async (noun, id) =>
    rowRule(noun, 'STAFF').rule === 'all' ? everything(tx)(noun, id) : null;
