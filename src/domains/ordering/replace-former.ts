import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { encodeId } from '../../kernel/model/index.js';
import { CustomerServiceType, ServiceConflict } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import {
  OfferingInstance,
  OfferingInstanceStatus,
  offeringInstanceLifecycle,
  type ProductInstance,
  ProductInstanceStatus,
  SubscribedTariff,
} from '../inventory/index.js';
import type { CheckedItem } from './checked-item.js';
import { conflictsOn } from './in-flight.js';
import { removeFormerLater } from './order-jobs.js';
import { OrderItem } from './order-item.js';
import type { OrderItemInput, OrderSubmitInput } from './order.inputs.js';
import { Order } from './order.js';
import type { OrderPrices } from './order-prices.js';
import { instancesOf } from './resolve-item.js';
import { HELD } from './served-items.js';
import type { ServiceOrder } from './service-order.js';
import { earlierSubmission } from './submission.js';
import { writeOrder } from './write-order.js';

/**
 * Ends what the lines of a completed order take the place of, with its plans (PRD-54, PRD-84). What runs of it is taken away by an order of
 * its own. What has ended meanwhile, or gone to somebody else, is left as it is.
 * @param done service orders of the order that are completed; a line without one has opened nothing
 */
export async function replaceFormers(tx: Transaction, order: Order, done: readonly ServiceOrder[]): Promise<void> {
  const opened = [...new Set(done.map(({ orderItem }) => orderItem))].filter(({ replaces }) => replaces);
  for (const { id, replaces } of opened) {
    const former = await tx.find(OfferingInstance, replaces!.id);
    if (!former || former.customer.id !== order.customer.id || !HELD.includes(former.status)) continue;
    await offeringInstanceLifecycle.move(tx, former, 'replace', { reason: `Upgraded by order ${order.orderNo}.` });
    former.validity.to = tx.at;
    const open = { offeringInstance: former.id, validity: { to: null } };
    for (const tariff of await tx.em.find(SubscribedTariff, open)) tariff.validity.to = tx.at;
    removeFormerLater(tx, id);
  }
}

/** Orders that what was upgraded is taken away, for nothing. May be repeated: there is one such order of a line. */
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
    const line = lineOf(item, former);
    const input: OrderSubmitInput = {
      customerId: tx.idOf(customer),
      externalKey: `upgrade:${tx.idOf(item)}`,
      items: [line],
    };
    if (await earlierSubmission(tx, customer, input)) return;
    const order = new Order();
    const items = [await removal(tx, line, former, running, order.id)];
    await writeOrder(tx, { order, customer, input, checked: { account: null, items }, prices: FREE });
  });
}

const FREE: OrderPrices = {
  lines: [{ oneTime: null, recurring: null, charges: [] }],
  ...{ oneTime: null, recurring: null, discounts: [] },
};

const lineOf = ({ order }: OrderItem, former: OfferingInstance): OrderItemInput => ({
  action: CustomerServiceType.REMOVE,
  offeringInstanceId: encodeId('ni', former.id),
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
