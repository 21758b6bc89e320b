import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { productsOfLine } from './bundled-products.js';
import { openServiceOrders } from './cancel-order.js';
import { checkFixedValues, checkValues, normalGiven } from './characteristics-check.js';
import { Findings } from './findings.js';
import { OrderItem } from './order-item.js';
import { moveOrder } from './order-process.js';
import { ExceptionCause } from './order.enums.js';
import type { OrderItemCorrectionInput, OrderResendInput } from './order.inputs.js';
import { Order } from './order.js';
import { sendOut } from './send-out.js';
import { ServiceOrderStatus } from './service-order-status.js';
import { ServiceOrder } from './service-order.js';
import { moveServiceOrder } from './service-order.lifecycle.js';

/**
 * Sends a returned order again, with corrections (ORD-58, ORD-95): after a review return to review, otherwise what provisioning gave
 * back to provisioning, as a new attempt.
 */
export async function resendOrder(context: CallContext, input: OrderResendInput): Promise<Order> {
  return context.database.write(context, async (tx) => {
    const order = await tx.get(Order, input.orderId, ['input', 'orderId']);
    const { reason } = input;
    const corrected = await correct(tx, order, input.corrections ?? []);
    const data = { orderItemIds: corrected.map((item) => tx.idOf(item)) };
    if (order.exceptionCause === ExceptionCause.REVIEW) {
      await moveOrder(tx, order, 'resubmit', { reason, data });
      order.exceptionCause = null;
    } else await resendLocked(tx, order, reason, data);
    return order;
  });
}

/** Sends what provisioning gave back of a locked order to provisioning again, as a new attempt. */
export async function resendLocked(
  tx: Transaction,
  order: Order,
  reason: string,
  data: Record<string, unknown> = { orderItemIds: [] },
): Promise<void> {
  await moveOrder(tx, order, 'resend', { reason, data });
  await sendAgain(tx, order, reason);
  order.exceptionCause = null;
}

async function sendAgain(tx: Transaction, order: Order, reason: string): Promise<void> {
  for (const serviceOrder of await openServiceOrders(tx, order)) {
    if (serviceOrder.status !== ServiceOrderStatus.RETURNED) continue;
    serviceOrder.startAnew();
    await moveServiceOrder(tx, serviceOrder, 'resend', { reason });
  }
  await sendOut(tx, order);
}

async function correct(
  tx: Transaction,
  order: Order,
  corrections: readonly OrderItemCorrectionInput[],
): Promise<OrderItem[]> {
  const findings = new Findings();
  const corrected: OrderItem[] = [];
  for (const [index, { orderItemId, characteristics }] of corrections.entries()) {
    const path = ['input', 'corrections', index];
    const item = await findings.lookup(tx, OrderItem, orderItemId, [...path, 'orderItemId']);
    if (item && item.order.id !== order.id)
      findings.add('NOT_OF_ORDER', 'This line belongs to another order.', [...path, 'orderItemId']);
    if (!item || item.order.id !== order.id) continue;
    const serviceOrders = await tx.em.find(ServiceOrder, { orderItem: item.id });
    const products = await productsOfLine(tx, item);
    const at = [...path, 'characteristics'];
    const given = characteristics.filter(({ value }) => value !== null);
    const sold = products.map((product) => product.sold);
    const template = await checkValues(tx, sold, given, at, findings);
    await checkFixedValues(tx, products, characteristics, at, findings);
    const changes = normalGiven(template, characteristics);
    item.characteristics = merge(item.characteristics, changes);
    for (const serviceOrder of serviceOrders) {
      if (serviceOrder.status === ServiceOrderStatus.RETURNED)
        serviceOrder.characteristics = merge(serviceOrder.characteristics, changes);
    }
    corrected.push(item);
  }
  findings.refuseIfAny();
  return corrected;
}

/** Values with changes, of which null takes one away. */
export function merge(
  values: Record<string, unknown>,
  changes: readonly { name: string; value: unknown }[],
): Record<string, unknown> {
  const merged = { ...values, ...Object.fromEntries(changes.map(({ name, value }) => [name, value])) };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null && value !== undefined));
}
