import type { Transaction } from '../../kernel/database/transaction.js';
import { CustomerServiceType } from '../catalogue/index.js';
import type { ProductInstance } from '../inventory/index.js';
import type { BundledProduct } from './characteristics-check.js';
import { OrderItemComponent } from './order-item-component.js';
import type { OrderItem } from './order-item.js';
import { instancesOf } from './resolve-item.js';
import type { ServiceOrder } from './service-order.js';

const bundledBy = (instance: ProductInstance): BundledProduct => ({
  sold: instance,
  bundle: instance.offeringInstance ?? null,
});

/** Products of a line that is written, with the bundles that they are sold in or were: of what it opens, or of what it acts on. */
export async function productsOfLine(tx: Transaction, item: OrderItem): Promise<BundledProduct[]> {
  if (item.action === CustomerServiceType.INSTALL) {
    const components = await tx.em.find(OrderItemComponent, { orderItem: item.id }, { populate: ['product'] });
    const bundle = { offering: item.offering!, offeringVersion: item.offeringVersion ?? null };
    return components.map((sold) => ({ sold, bundle }));
  }
  await tx.em.populate(item, ['productInstance.offeringInstance', 'offeringInstance'] as never);
  if (item.productInstance) return [bundledBy(item.productInstance)];
  return item.offeringInstance ? (await instancesOf(tx, item.offeringInstance)).map(bundledBy) : [];
}

/** The product of a service order with its bundle. What an upgrade keeps is in the bundle of the upgrade already. */
export async function productOfServiceOrder(tx: Transaction, serviceOrder: ServiceOrder): Promise<BundledProduct> {
  await tx.em.populate(serviceOrder, ['product', 'productInstance.offeringInstance', 'orderItem'] as never);
  const { product, productInstance, orderItem } = serviceOrder;
  const { offering, offeringVersion = null } = orderItem;
  const opened = orderItem.action === CustomerServiceType.INSTALL && offering ? { offering, offeringVersion } : null;
  return {
    sold: { product, productVersion: productInstance.productVersion ?? null },
    bundle: opened ?? productInstance.offeringInstance ?? null,
  };
}
