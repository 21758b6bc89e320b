import type { Transaction } from '../../kernel/database/transaction.js';
import { giveUpNumber, type ProductInstance, ProductInstanceStatus } from '../inventory/index.js';
import {
  ceaseNumbers,
  deliverNumber,
  keepForOrder,
  letGoOfOrder,
  lockNumbers,
  OutsideHold,
} from '../resource/index.js';
import { Findings } from './findings.js';
import { objectionTo, ownInstances } from './number-check.js';
import { productsFor } from './number-target.js';
import { OrderItemComponent } from './order-item-component.js';
import { OrderItem } from './order-item.js';
import type { Order } from './order.js';
import { instancesOf } from './resolve-item.js';
import type { ServiceOrder } from './service-order.js';

/** Lines of an order that want a number. */
const linesOf = (tx: Transaction, order: Order): Promise<OrderItem[]> =>
  tx.em.find(
    OrderItem,
    { order: order.id, number: { $ne: null } },
    { populate: ['productInstance.product', 'offeringInstance', 'replaces'], orderBy: { itemNo: 'asc' } },
  );

/** Keeps the numbers of a new order in stock until it is done (RES-31, RES-42). They are locked and found free. */
export async function keepNumbers(tx: Transaction, order: Order): Promise<void> {
  await tx.em.flush();
  for (const line of await linesOf(tx, order)) await keepNumber(tx, order, line);
}

async function keepNumber(tx: Transaction, order: Order, line: OrderItem): Promise<void> {
  const components = await tx.em.find(OrderItemComponent, { orderItem: line.id }, { populate: ['product'] });
  const products = (components.length > 0 ? components : await actedOn(tx, line)).map(({ product }) => product);
  const [product = null] = await productsFor(tx, line.number!, products);
  line.numberReservation = await keepForOrder(tx, {
    ...{ number: line.number!, customer: order.customer, product, installAddress: line.installAddress ?? null },
    reason: `Order ${order.orderNo}.`,
  });
}

async function actedOn(tx: Transaction, { productInstance, offeringInstance }: OrderItem): Promise<ProductInstance[]> {
  if (productInstance) return [productInstance];
  return offeringInstance ? instancesOf(tx, offeringInstance) : [];
}

/** Keeps the numbers of an order that is taken up again after it was sent back; refused where somebody else has got one meanwhile. */
export async function keepNumbersAgain(tx: Transaction, order: Order): Promise<void> {
  const lines = await linesOf(tx, order);
  if (lines.length === 0) return;
  await lockNumbers(
    tx,
    lines.map(({ number }) => number!),
  );
  const findings = new Findings();
  for (const line of lines) {
    const own = await ownInstances(tx, await actedOn(tx, line), line.replaces);
    const applicant = {
      customerId: order.customer.id,
      subject: tx.caller.subject,
      instanceIds: own.map(({ id }) => id),
    };
    const objection = await objectionTo(tx, line.number!, applicant, order.id);
    if (objection)
      findings.add(objection.code, `${line.number}: ${objection.message}`, ['input', 'orderId'], {
        ...objection.details,
        ...{ number: line.number, itemNo: line.itemNo },
      });
  }
  findings.refuseIfAny();
  for (const line of lines) await keepNumber(tx, order, line);
}

/** Lets the numbers of an order go that was cancelled or sent back, so that they are free again. May be repeated. */
export async function letNumbersGo(tx: Transaction, order: Order, reason: string | null): Promise<void> {
  await tx.em.flush();
  const lines = await tx.em.find(
    OrderItem,
    { order: order.id, numberReservation: { $ne: null } },
    { orderBy: { itemNo: 'asc' } },
  );
  await lockNumbers(
    tx,
    lines.map(({ number }) => number!),
  );
  for (const { numberReservation } of lines) await letGoOfOrder(tx, numberReservation!, reason);
}

/** Notes for each line whose number the number subsystem does not hold that it cannot be had (RES-42). */
export async function checkHeldNumbers(tx: Transaction, order: Order, findings: Findings): Promise<void> {
  const lines = await tx.em.find(
    OrderItem,
    { order: order.id, numberReservation: { outsideHold: OutsideHold.REFUSED } },
    { orderBy: { itemNo: 'asc' } },
  );
  for (const { itemNo, number } of lines)
    findings.add('NUMBER_NOT_HELD', `The number subsystem does not hold ${number}.`, [String(itemNo)], { number });
}

/**
 * The instance of a completed service order is reached under the number of its line; what it was reached under before goes back to the stock,
 * and so does all that a removed one had (RES-10, RES-31).
 * @param before number of the instance before the service order was completed
 */
export async function settleNumbers(
  tx: Transaction,
  { number, orderItem, order, productInstance: instance }: ServiceOrder,
  before: string | null,
): Promise<void> {
  const reason = `Order ${order.orderNo}.`;
  if (instance.status === ProductInstanceStatus.REMOVED) return ceaseNumbers(tx, instance, { reason });
  if (!number) return;
  const formers = (await ownInstances(tx, [], orderItem.replaces)).filter(({ id }) => id !== instance.id);
  const formerIds = formers.map(({ id }) => id);
  const reservation = orderItem.numberReservation ?? null;
  await deliverNumber(tx, { number, instance, reservation, formerIds });
  for (const former of formers) if (former.accessNumber === number) giveUpNumber(tx, former);
  if (before && before !== number) await ceaseNumbers(tx, instance, { number: before, reason });
}
