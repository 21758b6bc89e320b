import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { operatorToday } from '../calendar/index.js';
import { requireMaintainer } from './maintenance.js';
import { relateProducts } from './product-relation.service.js';
import { hasEnded } from './present-relations.js';
import { ProductRelation, ProductRelationKind } from './product-relation.js';
import type { ProductWithdrawalCancelInput, ProductWithdrawalPlanInput } from './product-withdrawal.input.js';
import { ProductWithdrawal } from './product-withdrawal.js';
import { Product, ProductStatus } from './product.js';
import { refusingAt } from './refusing-at.js';

const PATH = ['input', 'productId'];
const WITHDRAWN: readonly ProductStatus[] = [ProductStatus.IN_USE, ProductStatus.EXPIRED];

/** Plans how a product leaves the market, or changes the plan (PRD-98). */
export function planWithdrawal(context: CallContext, input: ProductWithdrawalPlanInput): Promise<ProductWithdrawal> {
  return context.database.write(context, async (tx) => {
    const product = await maintainedProduct(tx, input.productId);
    if (!WITHDRAWN.includes(product.status))
      refuse('INVALID_STATE', 'Only what is or was sold is withdrawn.', PATH, { state: product.status });
    const present = await tx.em.findOne(ProductWithdrawal, { product: product.id });
    // What was extended after its sale had stopped is sold again: it is withdrawn anew.
    if (present?.saleStoppedAt && product.status === ProductStatus.IN_USE)
      Object.assign(present, { saleStoppedAt: null, serviceEndToldAt: null });
    await checkDays(tx, input, present);
    const replacedBy = await replacement(tx, product, input.replacedById);
    const withdrawal = present ?? tx.add(Object.assign(new ProductWithdrawal(), { product }));
    const { stopSaleOn, endOfServiceOn = null, reason } = input;
    const changes = applyChanges(withdrawal, { stopSaleOn, replacedBy, endOfServiceOn, reason });
    // Another day is told of anew.
    if (changes.some(({ field }) => field === 'endOfServiceOn')) withdrawal.serviceEndToldAt = null;
    withdrawal.plannedBy = tx.caller.subject;
    if (changes.length > 0)
      tx.record({
        kind: 'RECORD_CHANGE',
        type: 'product.withdrawal.planned',
        subject: product,
        reason,
        data: { changes },
      });
    return withdrawal;
  });
}

/** The product, locked, so that two plans at once become one. */
async function maintainedProduct(tx: Transaction, id: string): Promise<Product> {
  const product = await tx.get(Product, id, PATH);
  await requireMaintainer(tx, product, PATH);
  return product;
}

async function checkDays(
  tx: Transaction,
  { stopSaleOn, endOfServiceOn }: ProductWithdrawalPlanInput,
  present: ProductWithdrawal | null,
): Promise<void> {
  const today = await operatorToday(tx);
  const path = ['input', 'stopSaleOn'];
  if (present?.saleStoppedAt) {
    if (present.stopSaleOn !== stopSaleOn) refuse('INVALID_STATE', 'Its sale has stopped already.', path);
  } else if (stopSaleOn < today) refuse('IN_THE_PAST', 'The sale stops today or later.', path);
  if (endOfServiceOn && endOfServiceOn < stopSaleOn)
    refuse('CONTRADICTORY', 'The service does not end before the sale.', ['input', 'endOfServiceOn']);
}

async function replacement(tx: Transaction, product: Product, id: string | null | undefined): Promise<Product | null> {
  if (!id) return null;
  const path = ['input', 'replacedById'];
  const by = await tx.get(Product, id, path, { lock: false });
  if (by.id === product.id) refuse('CONTRADICTORY', 'It does not take its own place.', path);
  if (by.kind !== product.kind) refuse('CONTRADICTORY', 'It is of another layer.', path, { kind: by.kind });
  if (by.status !== ProductStatus.IN_USE) refuse('INVALID_STATE', 'It is not sold.', path, { state: by.status });
  const kind = ProductRelationKind.REPLACE;
  const related = await tx.em.findOne(ProductRelation, { from: product.id, to: by.id, kind });
  if (!related || hasEnded(related, tx.at))
    await refusingAt(path, () => relateProducts(tx, { fromId: tx.idOf(product), toId: tx.idOf(by), kind }));
  return by;
}

/** Gives a withdrawal up while the product is sold: before its sale has stopped, or after it was extended (PRD-98). */
export function cancelWithdrawal(context: CallContext, input: ProductWithdrawalCancelInput): Promise<Product> {
  return context.database.write(context, async (tx) => {
    const product = await maintainedProduct(tx, input.productId);
    const present = await tx.em.findOne(ProductWithdrawal, { product: product.id });
    if (!present) return refuse('NOT_FOUND', 'Its withdrawal is not planned.', PATH);
    if (present.saleStoppedAt && product.status !== ProductStatus.IN_USE)
      refuse('INVALID_STATE', 'Its sale has stopped already.', PATH);
    tx.em.remove(present);
    const { reason } = input;
    tx.record({ kind: 'RECORD_CHANGE', type: 'product.withdrawal.cancelled', subject: product, reason, data: {} });
    return product;
  });
}
