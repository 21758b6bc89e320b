import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { CustomerServiceType, ServiceConflict } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import {
  carryCommitments,
  carryOver,
  createInstances,
  OfferingInstance,
  OfferingInstanceStatus,
  offeringInstanceLifecycle,
  type ProductInstance,
  ProductInstanceStatus,
  standFor,
  SubscribedTariff,
} from '../inventory/index.js';
import type { CheckedItem } from './checked-item.js';
import { soldBy } from './decompose.js';
import { conflictsOn } from './in-flight.js';
import { removeFormerLater } from './order-jobs.js';
import { OrderGuarantee } from './order-guarantee.js';
import { OrderItem } from './order-item.js';
import type { OrderItemInput, OrderSubmitInput } from './order.inputs.js';
import { Order } from './order.js';
import type { OrderPrices } from './order-prices.js';
import { instancesOf } from './resolve-item.js';
import { HELD } from './served-items.js';
import type { ServiceOrder } from './service-order.js';
import { writeOrder } from './write-order.js';

/**
 * Ends what the lines of a completed order take the place of, with its plans (PRD-54, PRD-84). What it has of the same products goes on under
 * the upgrade (MOD-76); the rest is taken away by an order of its own. How long it all must be kept goes on (PRD-38). What has ended meanwhile, or gone to somebody else, is left as it is.
 * @param done service orders of the order that are completed; a line without one has changed nothing
 */
export async function replaceFormers(tx: Transaction, order: Order, done: readonly ServiceOrder[]): Promise<void> {
  const lines = [...new Set(done.map(({ orderItem }) => orderItem))].filter(({ replaces }) => replaces);
  for (const line of lines) {
    const former = await tx.find(OfferingInstance, line.replaces!.id);
    if (!former || former.customer.id !== order.customer.id || !HELD.includes(former.status)) continue;
    await offeringInstanceLifecycle.move(tx, former, 'replace', { reason: `Upgraded by order ${order.orderNo}.` });
    former.validity.to = tx.at;
    const open = { offeringInstance: former.id, validity: { to: null } };
    for (const tariff of await tx.em.find(SubscribedTariff, open)) tariff.validity.to = tx.at;
    const pieces = await instancesOf(tx, former);
    const instances = done.filter(({ orderItem }) => orderItem === line).map(({ productInstance }) => productInstance);
    await keepPieces(tx, order, line, instances);
    const there = instances.filter(({ status }) => status !== ProductInstanceStatus.REMOVED);
    await carryCommitments(tx, former, pieces, there);
    removeFormerLater(tx, line.id);
  }
}

/** Lets what stays of the former go on under the offering that the line has opened, which is opened now where all of it stays. */
async function keepPieces(
  tx: Transaction,
  order: Order,
  line: OrderItem,
  instances: readonly ProductInstance[],
): Promise<void> {
  const stays = ({ offeringInstance }: ProductInstance) => offeringInstance?.id === line.replaces!.id;
  const kept = instances.filter((instance) => stays(instance) && instance.status !== ProductInstanceStatus.REMOVED);
  if (kept.length === 0) return;
  const opened = instances.flatMap((instance) => (stays(instance) ? [] : (instance.offeringInstance ?? [])));
  const [first, ...others] = [...new Set(opened)].sort((one, other) => (one.id < other.id ? -1 : 1));
  // Of several only what all stays of opened nothing of its own: the first.
  const isFirst = first && others.length + 1 === line.quantity;
  await tx.em.populate(line, ['offering', 'offeringVersion', 'tariffPlan', 'offeringSla']);
  const successor = isFirst ? first : (await createInstances(tx, soldBy(order, line))).offeringInstance;
  carryOver(tx, kept, successor);
  const guarantees = await tx.em.find(
    OrderGuarantee,
    { orderItem: line.id, productInstance: { $ne: null } },
    { populate: ['productInstance'] },
  );
  for (const { productInstance } of guarantees) standFor(tx, productInstance!, kept);
}

/** Orders that what does not stay of what was upgraded is taken away, for nothing. May be repeated: there is one such order of a line. */
export async function removeFormer(context: CallContext, orderItemId: string): Promise<void> {
  await context.database.write(context, async (tx) => {
    const item = await tx.em.findOneOrFail(OrderItem, orderItemId, {
      populate: ['order', 'replaces.offering'] as never,
    });
    const customer = await tx.find(Customer, item.order.customer.id);
    const former = item.replaces!;
    if (!customer || former.status !== OfferingInstanceStatus.REPLACED) return;
    const running = (await instancesOf(tx, former)).filter(({ status, customer: owner }) => {
      const there = status === ProductInstanceStatus.ACTIVE || status === ProductInstanceStatus.SUSPENDED;
      return there && owner.id === customer.id;
    });
    if (running.length === 0) return;
    // By who ordered it, not by a key: keys are the callers', and somebody might have taken it.
    const own = { enteredBy: tx.caller.subject };
    const { REMOVE: action } = CustomerServiceType;
    if (await tx.em.findOne(OrderItem, { action, offeringInstance: former.id, order: own })) return;
    const line = lineOf(tx, item, former);
    const input: OrderSubmitInput = { customerId: tx.idOf(customer), items: [line] };
    const order = new Order();
    const items = [await removal(tx, line, former, running, order.id)];
    await writeOrder(tx, { order, customer, input, checked: { account: null, items }, prices: FREE });
  });
}

const FREE: OrderPrices = {
  lines: [{ oneTime: null, recurring: null, charges: [] }],
  ...{ oneTime: null, recurring: null, discounts: [] },
};

const lineOf = (tx: Transaction, { order }: OrderItem, former: OfferingInstance): OrderItemInput => ({
  action: CustomerServiceType.REMOVE,
  offeringInstanceId: tx.idOf(former),
  reason: `Upgraded by order ${order.orderNo}.`,
});

/** The line as it is written. It waits for what is in flight: who has the new one already does not lose it. */
async function removal(
  tx: Transaction,
  input: OrderItemInput,
  former: OfferingInstance,
  instances: readonly ProductInstance[],
  before: string,
): Promise<CheckedItem> {
  const conflicts = await conflictsOn(tx, instances, CustomerServiceType.REMOVE, before);
  return {
    ...{ input, path: ['input', 'items', 0], quantity: 1, instances, components: [], guarantees: [] },
    ...{ offering: former.offering, offeringInstance: former, productInstance: null, newOwner: null },
    conflicts: conflicts.map((conflict) => ({ ...conflict, decision: ServiceConflict.WAIT })),
    ...{ tariffPlan: null, planIds: [], offeringSla: null, replaces: null, price: null, quoted: null },
    ...{ penalty: null, replacementPlan: null, waitsForStock: false, characteristics: {} },
  };
}
