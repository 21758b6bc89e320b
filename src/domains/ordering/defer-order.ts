import type { CallContext } from '../../kernel/database/context.js';
import { refuse } from '../../kernel/errors/refusal.js';
import { openServiceOrders } from './cancel-order.js';
import { moveOrder } from './order-process.js';
import type { OrderDeferInput, OrderReopenInput } from './order.inputs.js';
import { Order } from './order.js';
import { sendOut } from './send-out.js';
import { ServiceOrderStatus } from './service-order-status.js';
import { moveServiceOrder } from './service-order.lifecycle.js';

/** Postpones an order and its open service orders at the wish of the customer (ORD-66). */
export async function deferOrder(context: CallContext, input: OrderDeferInput): Promise<Order> {
  return context.database.write(context, async (tx) => {
    const plannedInstallAt = new Date(input.plannedInstallAt);
    if (plannedInstallAt <= tx.at)
      refuse('IN_THE_PAST', 'The moment must lie in the future.', ['input', 'plannedInstallAt']);
    const order = await tx.get(Order, input.orderId, ['input', 'orderId']);
    const { reason } = input;
    await moveOrder(tx, order, 'defer', {
      reason,
      data: { plannedInstallAt: plannedInstallAt.toISOString() },
    });
    for (const serviceOrder of await openServiceOrders(tx, order)) {
      serviceOrder.plannedInstallAt = plannedInstallAt;
      await moveServiceOrder(tx, serviceOrder, 'defer', { reason });
    }
    return order;
  });
}

/** Takes a postponed order up again: what was postponed is sent to provisioning (ORD-68). */
export async function reopenOrder(context: CallContext, input: OrderReopenInput): Promise<Order> {
  return context.database.write(context, async (tx) => {
    const order = await tx.get(Order, input.orderId, ['input', 'orderId']);
    await moveOrder(tx, order, 'reopen');
    order.exceptionCause = null;
    for (const serviceOrder of await openServiceOrders(tx, order)) {
      if (serviceOrder.status !== ServiceOrderStatus.DEFERRED) continue;
      serviceOrder.startAnew();
      await moveServiceOrder(tx, serviceOrder, 'reopen');
    }
    await sendOut(tx, order);
    return order;
  });
}
