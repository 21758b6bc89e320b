import type { Transaction } from '../../kernel/database/transaction.js';
import {
  attributeKinds,
  bundleOf,
  CustomerServiceType,
  defaultValues,
  normalValues,
  ProductKind,
  templatesOf,
} from '../catalogue/index.js';
import { createInstances, type NewInstances, type ProductInstance, standFor } from '../inventory/index.js';
import { adapterInstructions } from './fulfilment.port.js';
import { beginOnInstance } from './instance-effects.js';
import { numberTarget } from './number-target.js';
import { OrderGuarantee } from './order-guarantee.js';
import { OrderItemComponent } from './order-item-component.js';
import { OrderItem } from './order-item.js';
import type { Order } from './order.js';
import { instancesOf } from './resolve-item.js';
import { ServiceOrder } from './service-order.js';
import { beginServiceOrder } from './service-order.lifecycle.js';
import { keptOf } from './upgrade-pieces.js';

/** Work on one instance, before it has a number. */
interface Piece {
  item: OrderItem;
  instance: ProductInstance;
  action: CustomerServiceType;
  /** Values that the offering fixes for what an upgrade keeps. */
  fixed?: Readonly<Record<string, unknown>>;
}

/**
 * Splits an order: one service order for each instance of each line, so that a bundle gives one per product, ten lines give ten,
 * and two services on one instance give two (ORD-80). They share an association key and know how many they are (ORD-81, ORD-82).
 */
export async function decompose(tx: Transaction, order: Order): Promise<ServiceOrder[]> {
  const items = await tx.em.find(
    OrderItem,
    { order: order.id },
    {
      orderBy: { itemNo: 'asc' },
      populate: ['offering', 'offeringInstance', 'productInstance.product', 'tariffPlan', 'replaces'],
    },
  );
  const pieces: Piece[] = [];
  for (const item of items) pieces.push(...(await piecesFor(tx, order, item)));
  const templates = await templatesOf(
    tx,
    pieces.map(({ instance }) => instance),
  );

  const targets = await numberTargets(tx, pieces);
  // What an earlier decomposition made and took back again keeps its numbers.
  const before = await tx.em.count(ServiceOrder, { order: order.id });
  const serviceOrders: ServiceOrder[] = [];
  for (const [index, { item, instance, action, fixed }] of pieces.entries()) {
    const names = templates[index]!.map((attribute) => attribute.code);
    const serviceOrder = tx.add(newServiceOrder(order, { item, instance, action }, before + index + 1, pieces.length));
    const opens = action === CustomerServiceType.INSTALL;
    serviceOrder.characteristics = {
      ...(opens ? instance.characteristics : {}),
      ...(opens ? {} : normalValues(attributeKinds(templates[index]!), pick(item.characteristics, names))),
      ...pick(item.characteristics, adapterInstructions()),
      ...fixed,
    };
    serviceOrder.number = targets.get(instance) === item ? item.number! : null;
    beginServiceOrder(tx, serviceOrder);
    await beginOnInstance(tx, serviceOrder);
    serviceOrders.push(serviceOrder);
  }
  const data = {
    orderNo: order.orderNo,
    associationKey: order.orderNo,
    serviceOrderNos: serviceOrders.map(({ serviceOrderNo }) => serviceOrderNo),
  };
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'order.decomposed',
    subject: order,
    customerId: order.customer.id,
    regionId: order.region.id,
    data,
  });
  return serviceOrders;
}

/** Which instances get the number of which line. */
async function numberTargets(
  tx: Transaction,
  pieces: readonly Piece[],
): Promise<ReadonlyMap<ProductInstance, OrderItem>> {
  const targets = new Map<ProductInstance, OrderItem>();
  for (const item of new Set(pieces.map((piece) => piece.item))) {
    if (!item.number) continue;
    const own = pieces.filter((piece) => piece.item === item).map(({ instance }) => instance);
    const target = await numberTarget(tx, item.number, own);
    if (target && target.accessNumber !== item.number) targets.set(target, item);
  }
  return targets;
}

function newServiceOrder(
  order: Order,
  { item: orderItem, instance: productInstance, action }: Piece,
  number: number,
  total: number,
): ServiceOrder {
  return Object.assign(new ServiceOrder(), {
    serviceOrderNo: `${order.orderNo}-${String(number).padStart(2, '0')}`,
    order,
    orderItem,
    product: productInstance.product,
    productInstance,
    action,
    progress: 0,
    attempt: 0,
    externalRef: null,
    formerRefs: [],
    associationKey: order.orderNo,
    associatedTotal: total,
    canOpenAlone: productInstance.product.kind === ProductKind.MAIN,
    returnCause: null,
    returnReason: null,
    plannedInstallAt: null,
    dispatchedAt: null,
    doneAt: null,
    completedAt: null,
  } satisfies Partial<ServiceOrder>);
}

async function piecesFor(tx: Transaction, order: Order, item: OrderItem): Promise<Piece[]> {
  const { action } = item;
  if (action === CustomerServiceType.INSTALL) return openInstances(tx, order, item);
  const instances = item.productInstance ? [item.productInstance] : await instancesOf(tx, item.offeringInstance!);
  return instances.map((instance) => ({ item, instance, action }));
}

/**
 * Opens what a line buys: for each one of its quantity an offering instance with its product instances, all PENDING. What an upgrade has in
 * common with what it takes the place of is kept and changed instead, and comes under the new offering when the order is completed.
 */
async function openInstances(tx: Transaction, order: Order, item: OrderItem): Promise<Piece[]> {
  const wanted = await tx.em.find(
    OrderItemComponent,
    { orderItem: item.id },
    { populate: ['product'], orderBy: { id: 'asc' } },
  );
  const bundled = await bundleOf(tx, { offering: item.offering!, offeringVersion: item.offeringVersion ?? null });
  const templates = await templatesOf(tx, wanted);
  const kept = item.replaces ? await keptOf(tx, item.replaces, wanted) : [];
  const fixedOf = (productId: string) =>
    bundled.find((component) => component.productId === productId)?.fixedValues ?? {};
  const pieces = wanted.flatMap(({ product, productVersion, quantity }, index) => {
    const attributes = templates[index]!;
    const names = attributes.map((attribute) => attribute.code);
    const given = { ...pick(item.characteristics, names), ...fixedOf(product.id) };
    const characteristics = { ...defaultValues(attributes), ...normalValues(attributeKinds(attributes), given) };
    return Array.from({ length: quantity }, () => ({
      product,
      productVersion: productVersion ?? null,
      characteristics: { ...characteristics },
    }));
  });
  const guarantors = await tx.em.find(
    OrderGuarantee,
    { orderItem: item.id, productInstance: { $ne: null } },
    { populate: ['productInstance'] },
  );
  const opened: ProductInstance[] = [];
  for (let copy = 0; copy < item.quantity; copy++) {
    const alongside = copy === 0 ? kept : [];
    const missing = without(pieces, alongside);
    if (missing.length === 0) continue;
    const { productInstances } = await createInstances(tx, { ...soldBy(order, item), pieces: missing, alongside });
    opened.push(...productInstances);
  }
  for (const { productInstance } of guarantors) standFor(tx, productInstance!, opened);
  return [
    ...kept.map((instance) => ({
      ...{ item, instance, action: CustomerServiceType.CHANGE, fixed: fixedOf(instance.product.id) },
    })),
    ...opened.map((instance) => ({ item, instance, action: item.action })),
  ];
}

/** Pieces less one for each instance of their products. */
function without<Wanted extends { product: { id: string } }>(
  pieces: readonly Wanted[],
  instances: readonly ProductInstance[],
): Wanted[] {
  const left = [...pieces];
  for (const { product } of instances) {
    const place = left.findIndex((piece) => piece.product.id === product.id);
    if (place >= 0) left.splice(place, 1);
  }
  return left;
}

/** The offering as a line has sold it, without its pieces. */
export const soldBy = (order: Order, item: OrderItem): NewInstances => ({
  customer: order.customer,
  region: order.region,
  offering: item.offering!,
  offeringVersion: item.offeringVersion ?? null,
  tariffPlan: item.tariffPlan ?? null,
  pricedAt: order.pricedAt ?? order.enteredAt,
  offeringSla: item.offeringSla ?? null,
  account: order.account ?? null,
  installAddress: item.installAddress ?? null,
  pieces: [],
});

function pick(values: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}
