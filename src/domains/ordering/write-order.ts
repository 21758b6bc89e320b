import type { CallerKind } from '../../kernel/access/index.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { Money } from '../../kernel/model/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { ServiceConflict } from '../catalogue/index.js';
import type { Account, Customer, ServiceLevel } from '../customer/index.js';
import type { CheckedItem } from './checked-item.js';
import type { CheckedOrder } from './check-submission.js';
import { isGroupCustomer } from './group-customer.js';
import { keepCharges } from './keep-charges.js';
import { keepNumbers } from './number-life.js';
import { OrderGuarantee } from './order-guarantee.js';
import { OrderItemComponent } from './order-item-component.js';
import { OrderItem } from './order-item.js';
import { OrderKind, OrderSource } from './order.enums.js';
import type { OrderSubmitInput } from './order.inputs.js';
import type { Order } from './order.js';
import type { LineCost, OrderPrices } from './order-prices.js';
import { orderLifecycle } from './order.lifecycle.js';
import { startOrderProcess } from './order-process.js';
import { overrideRunning } from './override.js';
import { digestOf } from './submission.js';
import { refuseOvertakenSale, type VersionsSold, versionsSold } from './versions-sold.js';

const sourceOf: Record<CallerKind, OrderSource> = {
  ADMIN: OrderSource.INTERNAL_MODULE,
  STAFF: OrderSource.INTERNAL_MODULE,
  CUSTOMER: OrderSource.ACCESS_PLATFORM,
  PARTNER: OrderSource.PARTNER_PORTAL,
  SYSTEM: OrderSource.OTHER,
};

/** Of an order that nothing tells the currency of. */
const FALLBACK_CURRENCY = 'CNY';

const usualPriority: Record<ServiceLevel, number> = { DIAMOND: 1, JADE: 2, SAPPHIRE: 2, STANDARD: 3 };

/** An order that was found good, to be written. */
export interface NewOrder {
  /** New and empty; only its key counts so far. */
  order: Order;
  customer: Customer;
  input: OrderSubmitInput;
  checked: CheckedOrder;
  prices: OrderPrices;
  /** Numbers of the versions by whose rules the offerings of its lines were judged, by their keys; left out where none were. */
  judged?: ReadonlyMap<string, number>;
  /** Moment whose tariffs the prices are of; now when left out. */
  pricedAt?: Date | undefined;
  /** Where it came from; the kind of caller tells when left out. */
  source?: OrderSource | undefined;
}

/** Writes an order with its lines and all that they cost (ORD-50, PRD-114), and sets it on its way. The customer is locked. */
export async function writeOrder(
  tx: Transaction,
  { order, customer, input, checked, prices, judged, pricedAt, source }: NewOrder,
): Promise<Order> {
  fill(tx, order, customer, checked, input, prices);
  order.supervised = isGroupCustomer(customer);
  const number = await takeNumber(tx, 'order');
  order.orderNo = formatNumber('OR', number);
  order.archiveNo = formatNumber('AR', number);
  order.pricedAt = pricedAt ?? tx.at;
  order.source = source ?? sourceOf[tx.caller.kind];
  const versions = await versionsSold(tx, checked.items);
  if (judged) refuseOvertakenSale(checked.items, versions, judged);
  tx.add(order);
  checked.items.forEach((item, index) =>
    addItem(tx, order, { item, itemNo: index + 1, sold: versions[index]!, price: prices.lines[index]! }),
  );
  keepCharges(tx, order, null, prices.discounts);
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
    prepaid: prepaidOf(input, oneTimeTotal ?? recurringTotal, account),
    prepaidMonths: input.prepaidMonths ?? null,
    ...{ oneTimeTotal, recurringTotal },
  } satisfies Partial<Order>);
}

/** What is paid in advance, in the currency in which the order is priced. */
function prepaidOf({ prepaidAmount }: OrderSubmitInput, priced: Money | null, account: Account | null): Money | null {
  if (prepaidAmount == null) return null;
  return Money.of(prepaidAmount, priced?.currency ?? account?.currency ?? FALLBACK_CURRENCY);
}

/** A line to be written: which, what versions it sells, and what it costs. */
interface NewLine {
  item: CheckedItem;
  itemNo: number;
  sold: VersionsSold;
  price: LineCost;
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
      offeringSla: item.offeringSla,
      number: input.number ?? null,
      replaces: item.replaces,
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
  keepCharges(tx, order, line, price.charges);
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
  if (items.some(({ input }) => input.number)) await keepNumbers(tx, order);
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
