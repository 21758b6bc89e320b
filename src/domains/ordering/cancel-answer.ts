import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { confirmCancel, openServiceOrders } from './cancel-order.js';
import { completeOrderIfDone } from './complete-order.js';
import { fulfilmentRequest, requestParts } from './dispatch-service-order.js';
import { type CancelAnswer, fulfilment } from './fulfilment.port.js';
import { cancelLater } from './order-jobs.js';
import { moveOrder } from './order-process.js';
import { OrderStatus } from './order.enums.js';
import { Order } from './order.js';
import { sendOut } from './send-out.js';
import { ServiceOrderStatus as S } from './service-order-status.js';
import { ServiceOrder } from './service-order.js';
import { moveServiceOrder } from './service-order.lifecycle.js';
import { refuseCancels } from './settle-intervention.js';

/** Asks provisioning whether an order may be cancelled, and does what it answers (ORD-62, ORD-63). May be repeated. */
export async function settleCancel(context: CallContext, orderId: string): Promise<void> {
  const em = context.database.orm.em.fork();
  const asked = await em.find(
    ServiceOrder,
    { order: orderId, status: S.CANCEL_PENDING },
    { populate: [...requestParts] },
  );
  if (asked.length === 0) return;
  const answer = await fulfilment.adapter.cancel(
    asked.map((serviceOrder) => fulfilmentRequest(serviceOrder)),
    context,
  );
  const keys = new Set(asked.map(({ id }) => id));
  await context.database.write(context, (tx) => applyAnswer(tx, orderId, keys, answer));
}

async function applyAnswer(
  tx: Transaction,
  orderId: string,
  asked: ReadonlySet<string>,
  answer: CancelAnswer,
): Promise<void> {
  const order = await tx.find(Order, orderId);
  if (order?.status !== OrderStatus.CANCEL_PENDING) return;
  const pending = (await openServiceOrders(tx, order)).filter(({ status }) => status === S.CANCEL_PENDING);
  // A service order that provisioning took while it was being asked about the others is asked about by itself.
  if (pending.some(({ id }) => !asked.has(id))) return cancelLater(tx, order);
  if (answer.accepted) return confirmCancel(tx, order);
  await refuseCancel(tx, order, pending, answer.reason ?? null);
}

async function refuseCancel(
  tx: Transaction,
  order: Order,
  pending: readonly ServiceOrder[],
  reason: string | null,
): Promise<void> {
  for (const serviceOrder of pending) await moveServiceOrder(tx, serviceOrder, 'refuseCancel', { reason });
  await refuseCancels(tx, order, reason);
  order.cancelReason = null;
  await moveOrder(tx, order, 'refuseCancel', { reason });
  const open = await openServiceOrders(tx, order);
  await sendOut(tx, order);
  const returned = open.find(({ status }) => status === S.RETURNED);
  if (returned)
    await moveOrder(tx, order, 'fail', {
      reason: returned.returnReason ?? null,
      data: { cause: returned.returnCause },
    });
  else await completeOrderIfDone(tx, order);
}
