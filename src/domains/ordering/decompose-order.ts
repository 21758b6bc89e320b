import type { Transaction } from '../../kernel/database/transaction.js';
import { CustomerServiceType } from '../catalogue/index.js';
import { checkState } from './action-check.js';
import { decompose } from './decompose.js';
import { Findings } from './findings.js';
import { checkHeldNumbers } from './number-life.js';
import { OrderItem } from './order-item.js';
import { moveOrder } from './order-process.js';
import type { Order } from './order.js';
import { instancesOf } from './resolve-item.js';

/**
 * Splits an approved order into service orders (ORD-80); provisioning gets them when its process comes to that. Refused with all reasons when
 * it cannot be done any more, because an instance has changed since.
 */
export async function decomposeOrder(tx: Transaction, order: Order): Promise<void> {
  await checkInstances(tx, order);
  const serviceOrders = await decompose(tx, order);
  await moveOrder(tx, order, 'provision', { data: { serviceOrders: serviceOrders.length } });
}

/** The state of the instances counts now: it may have changed since the order was entered (ORD-09). */
async function checkInstances(tx: Transaction, order: Order): Promise<void> {
  const items = await tx.em.find(
    OrderItem,
    { order: order.id },
    { populate: ['productInstance', 'offeringInstance'], orderBy: { itemNo: 'asc' } },
  );
  const findings = new Findings();
  for (const item of items) {
    if (item.action === CustomerServiceType.INSTALL) continue;
    const instances = item.productInstance ? [item.productInstance] : await instancesOf(tx, item.offeringInstance!);
    // What it was about may have gone meanwhile, or goes on under its upgrade.
    if (instances.length === 0)
      findings.add('NOTHING_TO_ACT_ON', 'Nothing is left that this line is about.', [String(item.itemNo)]);
    for (const instance of instances) await checkState(tx, instance, item.action, [String(item.itemNo)], findings);
  }
  await checkHeldNumbers(tx, order, findings);
  findings.refuseIfAny();
}
