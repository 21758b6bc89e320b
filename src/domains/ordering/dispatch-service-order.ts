import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type FulfilmentRequest, fulfilment } from './fulfilment.port.js';
import { cancelLater } from './order-jobs.js';
import { OrderStatus } from './order.enums.js';
import { Order } from './order.js';
import { mayGoOut, sendable } from './send-out.js';
import { ServiceOrderStatus } from './service-order-status.js';
import { ServiceOrder } from './service-order.js';
import { moveServiceOrder } from './service-order.lifecycle.js';

/** What provisioning is told of a service order; its instance, product and line must be loaded. */
export function fulfilmentRequest(serviceOrder: ServiceOrder, attempt = serviceOrder.attempt): FulfilmentRequest {
  const { order, orderItem, product, productInstance } = serviceOrder;
  return {
    serviceOrderNo: serviceOrder.serviceOrderNo,
    attempt,
    orderNo: order.orderNo,
    associationKey: serviceOrder.associationKey,
    associatedTotal: serviceOrder.associatedTotal,
    action: serviceOrder.action,
    productCode: product.code,
    instanceNo: productInstance.instanceNo,
    accessNumber: productInstance.accessNumber ?? null,
    newNumber: serviceOrder.number ?? null,
    installAddress: orderItem.installAddress ?? productInstance.installAddress ?? null,
    progress: serviceOrder.progress,
    priority: order.priority,
    characteristics: serviceOrder.characteristics,
    externalRef: serviceOrder.externalRef ?? null,
  };
}

export const requestParts = ['order', 'orderItem', 'product', 'productInstance'] as const;

/**
 * Hands a service order to provisioning and notes its reference (ORD-161). Provisioning is called outside any transaction, so what
 * happened meanwhile is looked at again: a report may have come first, or the order may have been cancelled.
 */
export async function dispatchServiceOrder(context: CallContext, serviceOrderId: string): Promise<void> {
  const em = context.database.orm.em.fork();
  const found = await em.findOne(ServiceOrder, serviceOrderId, { populate: [...requestParts] });
  if (!found || !sendable.includes(found.status) || !(await mayGoOut(em, found.order))) return;
  const request = fulfilmentRequest(found, found.attempt + 1);
  const { externalRef } = await fulfilment.adapter.dispatch(request, context);
  const kept = await context.database.write(context, (tx) =>
    noteDispatch(tx, found.order.id, serviceOrderId, externalRef),
  );
  if (!kept) await fulfilment.adapter.cancel([{ ...request, externalRef }], context);
}

/**
 * Hands the service orders of an order that complete together to provisioning in one request (WFL-68, ORD-81); where the adapter takes
 * them one by one only, one after another.
 */
export async function dispatchTogether(context: CallContext, orderId: string): Promise<void> {
  const em = context.database.orm.em.fork();
  const found = await em.find(
    ServiceOrder,
    { order: orderId, status: { $in: [...sendable] } },
    { populate: [...requestParts], orderBy: { serviceOrderNo: 'asc' } },
  );
  if (found.length === 0 || !(await mayGoOut(em, found[0]!.order))) return;
  const { adapter } = fulfilment;
  if (!adapter.dispatchTogether) {
    for (const { id } of found) await dispatchServiceOrder(context, id);
    return;
  }
  const requests = found.map((serviceOrder) => fulfilmentRequest(serviceOrder, serviceOrder.attempt + 1));
  const answers = await adapter.dispatchTogether(requests, context);
  const gone = await context.database.write(context, async (tx) => {
    const cancelled: FulfilmentRequest[] = [];
    for (const [index, { id }] of found.entries()) {
      const { externalRef } = answers[index]!;
      if (!(await noteDispatch(tx, orderId, id, externalRef))) cancelled.push({ ...requests[index]!, externalRef });
    }
    return cancelled;
  });
  if (gone.length > 0) await adapter.cancel(gone, context);
}

/** @returns false when the service order was cancelled meanwhile, so that provisioning must be told. */
async function noteDispatch(
  tx: Transaction,
  orderId: string,
  serviceOrderId: string,
  externalRef: string,
): Promise<boolean> {
  const order = (await tx.find(Order, orderId))!;
  const serviceOrder = (await tx.find(ServiceOrder, serviceOrderId))!;
  if (!sendable.includes(serviceOrder.status)) return serviceOrder.status !== ServiceOrderStatus.CANCELLED;
  await takeOver(tx, serviceOrder, externalRef);
  if (order.status === OrderStatus.CANCEL_PENDING) {
    await moveServiceOrder(tx, serviceOrder, 'requestCancel', { reason: order.cancelReason ?? null });
    cancelLater(tx, order);
  }
  return true;
}

/** Provisioning has taken a service order, as its answer or its first report says. */
export async function takeOver(tx: Transaction, serviceOrder: ServiceOrder, externalRef: string): Promise<void> {
  serviceOrder.attempt += 1;
  serviceOrder.externalRef = externalRef;
  serviceOrder.dispatchedAt = tx.at;
  serviceOrder.returnCause = null;
  serviceOrder.returnReason = null;
  await moveServiceOrder(tx, serviceOrder, 'dispatch', { data: { externalRef, attempt: serviceOrder.attempt } });
}
