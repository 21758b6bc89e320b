import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/refusal.js';
import { endStep } from '../../kernel/process/index.js';
import { Customer, customerLeaveObjections, enterNetwork, leaveNetwork } from '../customer/index.js';
import { ProductInstance, ProductInstanceStatus } from '../inventory/index.js';
import { openServiceOrders } from './cancel-order.js';
import { releaseLater } from './order-jobs.js';
import { OrderWork } from './order-fulfilment.js';
import { moveOrder, processOf } from './order-process.js';
import { OrderStatus } from './order.enums.js';
import { replaceFormers } from './replace-former.js';
import type { Order } from './order.js';
import { ServiceOrderStatus } from './service-order-status.js';
import { ServiceOrder } from './service-order.js';

/**
 * Ends the fulfilment of an order when none of its service orders is open (ORD-88). Unless its process has more to be done, the order is
 * completed at once.
 */
export async function completeOrderIfDone(tx: Transaction, order: Order): Promise<void> {
  if (order.status !== OrderStatus.IN_PROVISIONING) return;
  if ((await openServiceOrders(tx, order)).length > 0) return;
  const process = await processOf(tx, order);
  if (process) await endStep(tx, process.id, { [OrderWork.fulfil]: { outcome: 'DONE' } });
}

/**
 * Completes an order (ORD-88): its customer is in the network from now on, what it is an upgrade of ends, and what waited for it may go on. Customer, order and its
 * service orders are written in one transaction. Refuses with SERVICE_ORDERS_OPEN while provisioning has yet to end one of them, wherever
 * its process leads it.
 */
export async function completeOrder(tx: Transaction, order: Order): Promise<void> {
  const open = (await openServiceOrders(tx, order)).map(({ serviceOrderNo }) => serviceOrderNo);
  if (open.length > 0)
    refuse('SERVICE_ORDERS_OPEN', `Order ${order.orderNo} has service orders that are not done.`, [], { open });
  order.completedAt = tx.at;
  order.exceptionCause = null;
  await moveOrder(tx, order, 'complete');
  await tx.em.flush();
  const done = await tx.em.find(
    ServiceOrder,
    { order: order.id, status: ServiceOrderStatus.COMPLETED },
    { populate: ['productInstance', 'orderItem'] },
  );
  const productInstanceIds = [...new Set(done.map(({ productInstance }) => tx.idOf(productInstance)))];
  const data = { orderNo: order.orderNo, productInstanceIds };
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'order.completed',
    subject: order,
    customerId: order.customer.id,
    regionId: order.region.id,
    data,
  });
  await replaceFormers(tx, order, done);
  releaseLater(tx, order);
  const customers = [order.customer.id, ...done.flatMap(({ orderItem }) => orderItem.newOwner?.id ?? [])];
  for (const id of new Set(customers)) await settleCustomer(tx, id, order.orderNo);
}

/** A customer with something in service is in the network; one who gave the last thing up has left (CUS-17). */
async function settleCustomer(tx: Transaction, id: string, orderNo: string): Promise<void> {
  const customer = await tx.find(Customer, id);
  if (!customer) return;
  const { PENDING, REMOVED } = ProductInstanceStatus;
  const inService = await tx.em.count(ProductInstance, { customer: id, status: { $nin: [PENDING, REMOVED] } });
  const reason = `Order ${orderNo} is completed.`;
  if (inService > 0) await enterNetwork(tx, customer, reason);
  else if (!(await customerLeaveObjections.against(customer, tx))) await leaveNetwork(tx, customer, reason);
}
