import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { ProductRelation, ProductRelationKind } from './product-relation.js';
import { relationObjection } from './relation-rules.js';

/** Key of the lock under which relations are written, so that two of them cannot close a circle together. */
const lockKey = 7_201_402;

/** Lets nobody else relate products until the transaction ends; it comes before the locks on products. */
export const lockRelations = (tx: Transaction): Promise<unknown> =>
  tx.em.execute('select pg_advisory_xact_lock(?)', [lockKey]);

/** Whether a relation held before a moment, and will not hold again. */
export const hasEnded = ({ validity }: Pick<ProductRelation, 'validity'>, at: Date): boolean =>
  validity.to !== null && validity.to <= at;

/** Refuses with CONTRADICTORY a relation that its kind, or others that hold or will hold, forbid (PRD-16, PRD-18, PRD-19). */
export async function refuseContradiction(
  tx: Transaction,
  { id, from, to, kind }: Pick<ProductRelation, 'from' | 'to' | 'kind'> & { id?: string },
): Promise<void> {
  const judged = [ProductRelationKind.DEPEND, ProductRelationKind.EXCLUDE];
  const present = await tx.em.find(ProductRelation, { kind: judged }, { populate: ['from', 'to'] });
  const facts = present
    .filter((relation) => relation.id !== id && !hasEnded(relation, tx.at))
    .map((relation) => ({ from: relation.from.code, to: relation.to.code, kind: relation.kind }));
  const objection = relationObjection(from, to, kind, facts);
  if (objection) refuse('CONTRADICTORY', objection, ['input', 'kind']);
}
