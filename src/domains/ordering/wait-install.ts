import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/refusal.js';
import { openServiceOrders } from './cancel-order.js';
import { moveOrder } from './order-process.js';
import { ExceptionCause } from './order.enums.js';
import type { OrderInstallNowInput, OrderWaitInput } from './order.inputs.js';
import { Order } from './order.js';
import { sendOut } from './send-out.js';
import { ServiceOrderStatus } from './service-order-status.js';
import { moveServiceOrder } from './service-order.lifecycle.js';

/** Lets an order wait for a resource of the operator, with the consent of the customer (ORD-99, ORD-100). */
export async function waitForResource(context: CallContext, input: OrderWaitInput): Promise<Order> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'orderId'];
    const order = await tx.get(Order, input.orderId, path);
    if (order.exceptionCause && order.exceptionCause !== ExceptionCause.RESOURCE)
      refuse('NOT_A_SHORTAGE', 'The order came back for another cause.', path, { cause: order.exceptionCause });
    await letWait(tx, order, input.reason);
    return order;
  });
}

/** Lets a locked order wait with those of its service orders that came back. */
export async function letWait(tx: Transaction, order: Order, reason: string): Promise<void> {
  await moveOrder(tx, order, 'waitInstall', { reason });
  for (const serviceOrder of await openServiceOrders(tx, order))
    if (serviceOrder.status === ServiceOrderStatus.RETURNED)
      await moveServiceOrder(tx, serviceOrder, 'waitInstall', { reason });
}

/** The resource is there for which an order waits: what waited is sent to provisioning as a new attempt (ORD-104). */
export async function installNow(context: CallContext, input: OrderInstallNowInput): Promise<Order> {
  return context.database.write(context, async (tx) => {
    const order = await tx.get(Order, input.orderId, ['input', 'orderId']);
    const reason = input.reason ?? null;
    await moveOrder(tx, order, 'installNow', { reason });
    order.exceptionCause = null;
    for (const serviceOrder of await openServiceOrders(tx, order)) {
      if (serviceOrder.status !== ServiceOrderStatus.WAITING_INSTALL) continue;
      serviceOrder.startAnew();
      await moveServiceOrder(tx, serviceOrder, 'installNow', { reason });
    }
    await sendOut(tx, order);
    return order;
  });
}
