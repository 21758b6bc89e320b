import type { CallerKind } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import type { UserError } from '../../kernel/errors/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { ServiceConflict } from '../catalogue/index.js';
import type { ServiceLevel } from '../customer/index.js';
import { Customer, requireVerified } from '../customer/index.js';
import type { CheckedItem } from './checked-item.js';
import { type CheckedOrder, checkSubmission } from './check-submission.js';
import { OrderGuarantee } from './order-guarantee.js';
import { OrderItemComponent } from './order-item-component.js';
import { OrderItem } from './order-item.js';
import { OrderKind, OrderSource } from './order.enums.js';
import type { OrderSubmitInput } from './order.inputs.js';
import { isGroupCustomer } from './group-customer.js';
import { judgeItems } from './judge-items.js';
import { Order } from './order.js';
import { agreedPrices, type LinePrice, type OrderPrices, tariffPrices } from './order-prices.js';
import { orderLifecycle } from './order.lifecycle.js';
import { startOrderProcess } from './order-process.js';
import { overrideRunning } from './override.js';
import { type OrderQuote, quoteItems } from './quote-items.js';
import { digestOf, earlierSubmission } from './submission.js';
import { type VersionsSold, versionsSold } from './versions-sold.js';

const sourceOf: Record<CallerKind, OrderSource> = {
  ADMIN: OrderSource.INTERNAL_MODULE,
  STAFF: OrderSource.INTERNAL_MODULE,
  CUSTOMER: OrderSource.ACCESS_PLATFORM,
  PARTNER: OrderSource.PARTNER_PORTAL,
  SYSTEM: OrderSource.OTHER,
};

const usualPriority: Record<ServiceLevel, number> = { DIAMOND: 1, JADE: 2, SAPPHIRE: 2, STANDARD: 3 };

/** What a system may say about an order that a person may not. */
export interface SubmitOptions {
  /** Where the order came from, when the kind of caller does not tell. */
  source?: OrderSource;
  /** What was agreed with the customer, in place of the tariffs of now; the lines in the order of the input. */
  agreed?: OrderPrices;
  /** What {@link quoteItems} has said before the transaction; null, or left out, where prices were agreed. */
  quote?: OrderQuote | null;
}

/**
 * Takes an order with its lines: checks it (ORD-07), prices it (ORD-105), writes it (ORD-50) and sets it on its way. Refused with
 * all findings at once. The same customer's submissions run one after another.
 */
export async function submitOrder(
  context: CallContext,
  input: OrderSubmitInput,
  options: SubmitOptions = {},
): Promise<Order> {
  // Read before the transaction: a connection of its own is not waited for while locks are held.
  const [sale, quote] = await Promise.all([
    judgeItems(context, input),
    options.agreed ? null : quoteItems(context, input),
  ]);
  return context.database.write(context, async (tx) => {
    const path = ['input', 'customerId'];
    await requireVerified(context, tx, await tx.get(Customer, input.customerId, path), path);
    return placeOrder(tx, input, sale, { ...options, quote });
  });
}

/**
 * Like {@link submitOrder}, in the transaction of the caller.
 * @param sale what {@link judgeItems} has said before the transaction
 */
export async function placeOrder(
  tx: Transaction,
  input: OrderSubmitInput,
  sale: ReadonlyMap<string, readonly UserError[]>,
  options: SubmitOptions = {},
): Promise<Order> {
  const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
  const earlier = await earlierSubmission(tx, customer, input);
  if (earlier) return earlier;
  const order = new Order();
  const { agreed, quote = null } = options;
  const checked = await checkSubmission(tx, customer, input, { before: order.id, sale, quote });
  const off = quote?.off ?? { oneTime: null, recurring: null };
  const prices = agreed ? agreedPrices(agreed) : tariffPrices(checked.items, off);
  fill(tx, order, customer, checked, input, prices);
  order.supervised = isGroupCustomer(customer);
  const number = await takeNumber(tx, 'order');
  order.orderNo = formatNumber('OR', number);
  order.archiveNo = formatNumber('AR', number);
  order.source = options.source ?? sourceOf[tx.caller.kind];
  const versions = await versionsSold(tx, checked.items);
  tx.add(order);
  checked.items.forEach((item, index) =>
    addItem(tx, order, { item, itemNo: index + 1, sold: versions[index]!, price: prices.lines[index]! }),
  );
  await setOut(tx, order, checked);
  return order;
}

function fill(
  tx: Transaction,
  order: Order,
  customer: Customer,
  { account }: CheckedOrder,
  input: OrderSubmitInput,
  { oneTime: oneTimeTotal, recurring: recurringTotal }: OrderPrices,
): void {
  Object.assign(order, {
    kind: OrderKind.NORMAL,
    exceptionCause: null,
    priority: input.priority ?? usualPriority[customer.serviceLevel],
    customer,
    customerName: customer.name,
    account,
    region: customer.region,
    externalKey: input.externalKey ?? null,
    contentDigest: input.externalKey ? digestOf(input) : null,
    enteredBy: tx.caller.subject,
    enteredAt: tx.at,
    onShortage: input.onShortage ?? null,
    completesTogether: input.completeTogether ?? false,
    expectedAt: input.expectedAt ? new Date(input.expectedAt) : null,
    completedAt: null,
    cancelReason: null,
    ...{ oneTimeTotal, recurringTotal },
  } satisfies Partial<Order>);
}

/** A line to be written: which, what versions it sells, and what it costs. */
interface NewLine {
  item: CheckedItem;
  itemNo: number;
  sold: VersionsSold;
  price: LinePrice;
}

function addItem(tx: Transaction, order: Order, { item, itemNo, sold, price }: NewLine): void {
  const { input, quantity } = item;
  const line = tx.add(
    Object.assign(new OrderItem(), {
      order,
      itemNo,
      action: input.action,
      offering: item.offering,
      offeringVersion: sold.offeringVersion,
      offeringInstance: item.offeringInstance,
      productInstance: item.productInstance,
      quantity,
      tariffPlan: item.tariffPlan,
      oneTimePrice: price.oneTime,
      recurringPrice: price.recurring,
      penalty: item.penalty,
      replacementPlan: item.replacementPlan,
      waitsForStock: item.waitsForStock,
      characteristics: item.characteristics,
      newOwner: item.newOwner,
      installAddress: input.installAddress ?? null,
      reason: input.reason ?? null,
    } satisfies Partial<OrderItem>),
  );
  for (const guarantee of item.guarantees)
    tx.add(Object.assign(new OrderGuarantee(), { orderItem: line, ...guarantee }));
  for (const { product, quantity: pieces } of item.components) {
    const productVersion = sold.productVersions.get(product.id) ?? null;
    tx.add(Object.assign(new OrderItemComponent(), { orderItem: line, product, productVersion, quantity: pieces }));
  }
}

/** Records the order and takes its first step: to review, or to wait for what is in flight (ORD-10). */
async function setOut(tx: Transaction, order: Order, { items }: CheckedOrder): Promise<void> {
  orderLifecycle.begin(tx, order);
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'order.created',
    subject: order,
    action: 'submit',
    customerId: order.customer.id,
    regionId: order.region.id,
    data: {
      orderNo: order.orderNo,
      kind: order.kind,
      source: order.source,
      items: items.map(({ input, quantity }) => ({ action: input.action, quantity })),
    },
  });
  const conflicts = items.flatMap((item) => item.conflicts);
  const running = await overrideRunning(
    tx,
    order,
    conflicts.filter((conflict) => conflict.decision === ServiceConflict.OVERRIDE),
  );
  const waited = conflicts
    .filter((conflict) => conflict.decision === ServiceConflict.WAIT)
    .map((conflict) => conflict.orderNo);
  const blockers = [...new Set([...running, ...waited])];
  if (blockers.length > 0) {
    await orderLifecycle.move(tx, order, 'awaitConflict', {
      reason: `Waits for ${blockers.join(', ')}.`,
      data: { blockingOrderNos: blockers },
    });
  } else await orderLifecycle.move(tx, order, 'submit');
  await startOrderProcess(
    tx,
    order,
    items.map(({ input }) => input.action),
  );
}
