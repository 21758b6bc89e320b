import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { requireMaintainer } from './maintenance.js';
import type { ProductRelationAddInput } from './product-relation.input.js';
import { ProductRelation, ProductRelationKind, Selection } from './product-relation.js';
import { Product } from './product.js';
import { relationObjection } from './relation-rules.js';
import { validityFrom } from './validity.js';
import { changingProduct } from './versions.js';

/** Key of the lock under which relations are added, so that two of them cannot close a circle together. */
const lockKey = 7_201_402;

/** Relates two products (PRD-16 to PRD-20); refused with CONTRADICTORY when their kinds or present relations forbid it. */
export async function addProductRelation(
  context: CallContext,
  input: ProductRelationAddInput,
): Promise<ProductRelation> {
  return context.database.write(context, (tx) => relateProducts(tx, input));
}

/** Like {@link addProductRelation}, in the transaction of the caller. */
export async function relateProducts(tx: Transaction, input: ProductRelationAddInput): Promise<ProductRelation> {
  await tx.em.execute('select pg_advisory_xact_lock(?)', [lockKey]);
  const from = await tx.get(Product, input.fromId, ['input', 'fromId']);
  await requireMaintainer(tx, from, ['input', 'fromId']);
  const to = await tx.get(Product, input.toId, ['input', 'toId'], { lock: false });
  const { kind } = input;
  const judged = [ProductRelationKind.DEPEND, ProductRelationKind.EXCLUDE];
  const present = await tx.em.find(ProductRelation, { kind: judged }, { populate: ['from', 'to'] });
  const facts = present.map((relation) => ({
    from: relation.from.code,
    to: relation.to.code,
    kind: relation.kind,
  }));
  const objection = relationObjection(from, to, kind, facts);
  if (objection) refuse('CONTRADICTORY', objection, ['input', 'kind']);
  if (await tx.em.findOne(ProductRelation, { from: from.id, to: to.id, kind }))
    refuse('DUPLICATE', 'The products are related so already.', ['input', 'kind']);
  if (input.selection && kind !== ProductRelationKind.ATTACH)
    refuse('CONTRADICTORY', 'Only ATTACH says how the product comes.', ['input', 'selection']);
  const selection = kind === ProductRelationKind.ATTACH ? (input.selection ?? Selection.OPTIONAL) : null;
  const relation = { from, to, kind, selection, validity: validityFrom(tx, input, ['input']) };
  tx.record({
    kind: 'RECORD_CHANGE',
    type: 'product.relation.added',
    subject: from,
    data: { kind, selection, toId: tx.idOf(to), toCode: to.code },
  });
  return changingProduct(tx, from, {}, async () => tx.add(Object.assign(new ProductRelation(), relation)));
}
