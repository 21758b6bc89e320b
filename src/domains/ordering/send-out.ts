import type { EntityManager } from '@mikro-orm/postgresql';
import type { Transaction } from '../../kernel/database/transaction.js';
import { standsAt } from '../../kernel/process/index.js';
import { openServiceOrders } from './cancel-order.js';
import { OrderWork } from './order-fulfilment.js';
import { dispatchLater } from './order-jobs.js';
import { OrderStatus } from './order.enums.js';
import type { Order } from './order.js';
import { ServiceOrderStatus } from './service-order-status.js';

/** States of a service order in which provisioning is to get it. */
export const sendable: readonly ServiceOrderStatus[] = [ServiceOrderStatus.CREATED, ServiceOrderStatus.REOPENED];

/**
 * Whether provisioning may get service orders of an order now: while its process stands at the step in which they are done. What an operator
 * has drawn before that step is done first (WFL-36, WFL-67).
 */
export async function mayGoOut(
  em: EntityManager,
  { status, processInstance }: Pick<Order, 'status' | 'processInstance'>,
): Promise<boolean> {
  if (status !== OrderStatus.IN_PROVISIONING) return false;
  return !processInstance || standsAt(em, processInstance.id, OrderWork.fulfil);
}

/** Has provisioning get what it has not got of a locked order, or has got back; what its process has something before waits for that. */
export async function sendOut(tx: Transaction, order: Order): Promise<void> {
  if (await mayGoOut(tx.em, order)) await sendOpen(tx, order);
}

/** The same when the process is just coming to that step. */
export async function sendOpen(tx: Transaction, order: Order): Promise<void> {
  for (const serviceOrder of await openServiceOrders(tx, order))
    if (sendable.includes(serviceOrder.status)) dispatchLater(tx, serviceOrder);
}
