import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { Customer } from '../customer/index.js';
import { conflictsOn } from './in-flight.js';
import { OrderItemComponent } from './order-item-component.js';
import { OrderItem } from './order-item.js';
import { moveOrder } from './order-process.js';
import { OrderStatus } from './order.enums.js';
import { Order } from './order.js';
import { instancesOf } from './resolve-item.js';
import { conflictsOnFormer } from './upgrade-pieces.js';

/** Lets orders of a customer go on whose blockers have ended, oldest first (ORD-10). May be repeated. */
export async function releaseWaiting(context: CallContext, customerId: string): Promise<void> {
  await context.database.write(context, async (tx) => {
    await tx.find(Customer, customerId);
    const waiting = await tx.em.find(
      Order,
      { customer: customerId, status: OrderStatus.WAITING_CONFLICT },
      { orderBy: { id: 'asc' } },
    );
    for (const { id } of waiting) {
      const order = await tx.find(Order, id);
      if (order?.status !== OrderStatus.WAITING_CONFLICT || (await isBlocked(tx, order))) continue;
      await moveOrder(tx, order, 'resolveConflict');
    }
  });
}

/** Any older service still in flight on the same instances blocks, whatever the rule said when the order came. */
async function isBlocked(tx: Transaction, order: Order): Promise<boolean> {
  const items = await tx.em.find(
    OrderItem,
    { order: order.id },
    { populate: ['productInstance.product', 'offeringInstance', 'replaces'] },
  );
  for (const item of items) {
    const instances = item.productInstance
      ? [item.productInstance]
      : item.offeringInstance
        ? await instancesOf(tx, item.offeringInstance)
        : [];
    if ((await conflictsOn(tx, instances, item.action, order.id)).length > 0) return true;
    if (!item.replaces) continue;
    const wanted = await tx.em.find(OrderItemComponent, { orderItem: item.id }, { populate: ['product'] });
    if ((await conflictsOnFormer(tx, item.replaces, wanted, order.id)).length > 0) return true;
  }
  return false;
}
