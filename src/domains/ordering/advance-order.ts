import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { Refusal } from '../../kernel/errors/refusal.js';
import { CustomerServiceType } from '../catalogue/index.js';
import { checkState } from './action-check.js';
import { decompose } from './decompose.js';
import { Findings } from './findings.js';
import { OrderItem } from './order-item.js';
import { ExceptionCause, OrderStatus } from './order.enums.js';
import { Order } from './order.js';
import { orderLifecycle } from './order.lifecycle.js';
import { instancesOf } from './resolve-item.js';
import { reviewRuleFor } from './review.js';

/**
 * Takes the steps that an order can take without a person: approval when no rule demands a reviewer, then decomposition. What
 * cannot be decomposed any more, because an instance has changed since, goes back as a review return. May be repeated.
 */
export async function advanceOrder(context: CallContext, orderId: string): Promise<void> {
  try {
    await context.database.write(context, (tx) => stepForward(tx, orderId));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await context.database.write(context, (tx) => giveBack(tx, orderId, error));
  }
}

async function stepForward(tx: Transaction, orderId: string): Promise<void> {
  const order = await tx.find(Order, orderId);
  if (order?.status === OrderStatus.PENDING_REVIEW) {
    if (await reviewRuleFor(tx, order)) return;
    await orderLifecycle.move(tx, order, 'approveByRule');
  }
  if (order?.status !== OrderStatus.APPROVED) return;
  await checkInstances(tx, order);
  const serviceOrders = await decompose(tx, order);
  await orderLifecycle.move(tx, order, 'provision', { data: { serviceOrders: serviceOrders.length } });
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
    for (const instance of instances) await checkState(tx, instance, item.action, [String(item.itemNo)], findings);
  }
  findings.refuseIfAny();
}

async function giveBack(tx: Transaction, orderId: string, refusal: Refusal): Promise<void> {
  const order = await tx.find(Order, orderId);
  if (!order || !orderLifecycle.actionsFrom(order.status).includes('returnByRule')) return;
  order.exceptionCause = ExceptionCause.REVIEW;
  const reason = refusal.userErrors
    .map(({ message }) => message)
    .join(' ')
    .slice(0, 500);
  await orderLifecycle.move(tx, order, 'returnByRule', {
    reason,
    data: { codes: refusal.userErrors.map(({ code }) => code) },
  });
}
