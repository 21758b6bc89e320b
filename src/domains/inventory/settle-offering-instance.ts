import type { Transaction } from '../../kernel/database/transaction.js';
import { bundleOf } from '../catalogue/index.js';
import { offeringInstanceLifecycle } from './offering-instance.lifecycle.js';
import { OfferingInstance, OfferingInstanceStatus } from './offering-instance.js';
import { ProductInstance, ProductInstanceStatus } from './product-instance.js';

/**
 * What the loss of one product instance means for its offering instance (MOD-77): without any other it ends; with fewer pieces of
 * the product than the bundle asks for it is broken.
 */
export async function settleOfferingInstance(tx: Transaction, lost: ProductInstance): Promise<void> {
  if (!lost.offeringInstance) return;
  const offeringInstance = await tx.find(OfferingInstance, lost.offeringInstance.id);
  // A final state came before, such as when the whole offering was replaced.
  if (!offeringInstance || !offeringInstanceLifecycle.actionsFrom(offeringInstance.status).includes('end')) return;

  const kept = await tx.em.find(ProductInstance, {
    offeringInstance: offeringInstance.id,
    status: { $ne: ProductInstanceStatus.REMOVED },
    id: { $ne: lost.id },
  });
  if (kept.length === 0) {
    await offeringInstanceLifecycle.move(tx, offeringInstance, 'end');
    offeringInstance.validity.to = tx.at;
    return;
  }
  // The bundle that was sold counts, not what the offering has become.
  const component = (await bundleOf(tx, offeringInstance)).find(({ productId }) => productId === lost.product.id);
  const pieces = kept.filter((instance) => instance.product.id === lost.product.id).length;
  if (component && pieces < component.minQuantity && offeringInstance.status === OfferingInstanceStatus.ACTIVE)
    await offeringInstanceLifecycle.move(tx, offeringInstance, 'break', {
      reason: 'A product that the bundle requires is gone.',
    });
}
