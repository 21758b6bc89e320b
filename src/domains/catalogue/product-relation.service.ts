import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { requireMaintainer } from './maintenance.js';
import type { ProductRelationAddInput } from './product-relation.input.js';
import { hasEnded, lockRelations, refuseContradiction } from './present-relations.js';
import { ProductRelation, ProductRelationKind, Selection } from './product-relation.js';
import { Product } from './product.js';
import { validityFrom } from './validity.js';
import { changingProduct } from './versions.js';

/** Relates two products (PRD-16 to PRD-20); refused with CONTRADICTORY when their kinds or present relations forbid it. */
export async function addProductRelation(
  context: CallContext,
  input: ProductRelationAddInput,
): Promise<ProductRelation> {
  return context.database.write(context, (tx) => relateProducts(tx, input));
}

/** Like {@link addProductRelation}, in the transaction of the caller. */
export async function relateProducts(tx: Transaction, input: ProductRelationAddInput): Promise<ProductRelation> {
  await lockRelations(tx);
  const from = await tx.get(Product, input.fromId, ['input', 'fromId']);
  await requireMaintainer(tx, from, ['input', 'fromId']);
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
  tx.record({
    kind: 'RECORD_CHANGE',
    type: 'product.relation.added',
    subject: from,
    data: { kind, selection, toId: tx.idOf(to), toCode: to.code },
  });
  // One that has ended begins anew; how it was before stands in the versions of the product.
  return changingProduct(tx, from, {}, async () => tx.add(Object.assign(former ?? new ProductRelation(), relation)));
}
