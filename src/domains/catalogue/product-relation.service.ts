import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import type { Approved } from '../../kernel/process/index.js';
import { requireMaintainer } from './maintenance.js';
import type { ProductRelationAddInput } from './product-relation.input.js';
import { hasEnded, lockRelations, refuseContradiction } from './present-relations.js';
import { ProductRelation, ProductRelationKind, Selection } from './product-relation.js';
import { Product } from './product.js';
import { validityFrom } from './validity.js';
import { changingProduct } from './versions.js';

/** Like `addProductRelation`, in the transaction of the caller, and at once. @param approved when somebody else has approved it */
export async function relateProducts(
  tx: Transaction,
  input: ProductRelationAddInput,
  approved: Approved | null = null,
): Promise<ProductRelation> {
  await lockRelations(tx);
  const from = await tx.get(Product, input.fromId, ['input', 'fromId']);
  if (!approved) await requireMaintainer(tx, from, ['input', 'fromId']);
  const to = await tx.get(Product, input.toId, ['input', 'toId'], { lock: false });
  const { kind } = input;
  const selection = kind === ProductRelationKind.ATTACH ? (input.selection ?? Selection.OPTIONAL) : null;
  await refuseContradiction(tx, { from, to, kind, selection });
  const former = await tx.em.findOne(ProductRelation, { from: from.id, to: to.id, kind });
  if (former && !hasEnded(former, tx.at))
    refuse('DUPLICATE', 'The products are related so already.', ['input', 'kind']);
  if (input.selection && kind !== ProductRelationKind.ATTACH)
    refuse('CONTRADICTORY', 'Only ATTACH says how the product comes.', ['input', 'selection']);
  const validity = validityFrom(tx, input, ['input']);
  const relation = { from, to, kind, selection, validity, note: input.note ?? null };
  const reason = input.reason ?? null;
  tx.record({
    ...{ kind: 'RECORD_CHANGE', type: 'product.relation.added', subject: from, reason },
    data: { kind, selection, toId: tx.idOf(to), toCode: to.code, ...approved },
  });
  // One that has ended begins anew; how it was before stands in the versions of the product.
  const why = { reason, ...(approved ? { by: approved.proposedBy } : {}) };
  return changingProduct(tx, from, why, async () => tx.add(Object.assign(former ?? new ProductRelation(), relation)));
}
