import { CustomerServiceType as A } from '../../../src/domains/catalogue/index.js';
import {
  Order,
  OrderItem,
  OrderItemComponent,
  OrderKind,
  orderLifecycle,
  OrderSource,
  type OrderStep,
} from '../../../src/domains/ordering/index.js';
import { encodeId } from '../../../src/kernel/model/index.js';
import { base32 } from '../../bulk/base32.js';
import type { Step } from '../../bulk/chronicle.js';
import type { Story } from '../story.js';
import { activate, beginChange, type Change, completeChange } from './changes.js';
import type { HeldInstance } from './holding.js';
import { buy } from './instances.js';
import type { Line, OrderStory } from './order-story.js';
import type { Outcome } from './outcomes.js';
import { addServiceOrder } from './service-orders.js';

const usualPriority: Record<string, number> = { DIAMOND: 1, JADE: 2, SAPPHIRE: 2, STANDARD: 3 };
const systemSteps: readonly OrderStep[] = ['approveByRule', 'provision', 'fail', 'complete', 'confirmCancel'];

/** Writes an order with its lines and service orders, and lets it act on the instances. Answers when it was completed, if it was. */
export function addOrder(story: Story, order: OrderStory): Date | undefined {
  const id = story.id(Order);
  const { enteredAt, enteredBy, outcome, who } = order;
  const body = `${base32(enteredAt.getTime())}-${base32(story.population.seed)}${base32(story.index, 5)}${base32(order.number, 2)}`;
  const orderNo = `OR${body}`;
  const lines = addLines(story, id, order);
  const status = tellOrder(story, id, orderNo, order, lines);
  const completedAt = status === 'COMPLETED' ? order.until : undefined;
  work(story, { id, orderNo }, order, lines);
  const oneTime = order.installs.reduce((sum, { offering }) => sum + offering.oneTime, 0);
  const monthly = order.installs.reduce((sum, { offering }) => sum + offering.monthly, 0);
  const priced = order.installs.length > 0;
  story.add(Order, {
    id,
    createdAt: enteredAt,
    orderNo,
    archiveNo: `AR${body}`,
    kind: outcome.orderSteps[0] === 'acceptInAdvance' ? OrderKind.PRE_ACCEPTED : OrderKind.NORMAL,
    source: enteredBy.kind === 'CUSTOMER' ? OrderSource.ACCESS_PLATFORM : OrderSource.INTERNAL_MODULE,
    status,
    exceptionCause: ['EXCEPTION', 'WAITING_INSTALL', 'DEFERRED'].includes(status) ? (outcome.cause ?? null) : null,
    priority: usualPriority[who.serviceLevel] ?? 3,
    customer: story.customerId,
    customerName: who.name,
    account: order.account,
    region: story.region.id,
    enteredBy: enteredBy.subject,
    enteredAt,
    expectedAt: story.random.chance(0.4) ? new Date(enteredAt.getTime() + story.random.int(2, 20) * 86_400_000) : null,
    completedAt: completedAt ?? null,
    completesTogether: false,
    supervised: who.customerType === 'BIG' || who.customerType === 'COMMERCIAL',
    cancelReason: status === 'CANCELLED' || status === 'CANCEL_PENDING' ? '客户改变主意' : null,
    oneTimeTotal: priced ? { amount: String(oneTime), currency: 'CNY' } : null,
    recurringTotal: priced ? { amount: String(monthly), currency: 'CNY' } : null,
  });
  return completedAt;
}

function addLines(
  story: Story,
  order: string,
  { installs, changes, removals, enteredAt, who, outcome }: OrderStory,
): Line[] {
  const lines: Line[] = [];
  const base = { createdAt: enteredAt, order, quantity: 1, waitsForStock: false };
  const next = (action: A) => ({ ...base, id: story.id(OrderItem), itemNo: lines.length + 1, action });
  for (const holding of installs) {
    const { offering } = holding;
    // Its instances come into being when the order is split.
    if (outcome.serviceOrderSteps)
      buy(story, holding, story.bySystem(story.after(enteredAt, { seconds: 3 })), who.address);
    const row = next(A.INSTALL);
    story.add(OrderItem, {
      ...row,
      offering: offering.id,
      tariffPlan: offering.planId,
      oneTimePrice: { amount: String(offering.oneTime), currency: 'CNY' },
      recurringPrice: { amount: String(offering.monthly), currency: 'CNY' },
      characteristics: {},
      installAddress: who.address,
    });
    for (const { product, quantity } of holding.pieces)
      story.add(OrderItemComponent, { createdAt: enteredAt, orderItem: row.id, product: product.id, quantity });
    lines.push({ id: row.id, action: A.INSTALL, instances: holding.instances, reason: null });
  }
  for (const change of changes) {
    const { action, instance, characteristics, address, reason } = change;
    const row = next(action);
    story.add(OrderItem, {
      ...row,
      offering: instance.holding.offering.id,
      productInstance: instance.id,
      characteristics,
      installAddress: address,
      reason,
    });
    lines.push({ id: row.id, action, instances: [instance], change, reason });
  }
  for (const holding of removals) {
    const row = next(A.REMOVE);
    const reason = story.random.pick(['改用其他运营商', '资费太贵', '搬离本地', '不再需要']);
    story.add(OrderItem, {
      ...row,
      offering: holding.offering.id,
      offeringInstance: holding.id,
      characteristics: {},
      reason,
    });
    lines.push({
      id: row.id,
      action: A.REMOVE,
      instances: holding.instances.filter(({ endedAt }) => !endedAt),
      reason,
    });
  }
  return lines;
}

/** Takes the order through its states. */
function tellOrder(story: Story, id: string, orderNo: string, order: OrderStory, lines: readonly Line[]) {
  const { enteredAt, enteredBy, reviewer, until, outcome } = order;
  const entered = story.by(enteredBy, enteredAt);
  const steps = outcome.orderSteps.map((action): Step<OrderStep> => {
    const at =
      action === 'submit' || action === 'acceptInAdvance'
        ? enteredAt
        : action === 'approveByRule' || action === 'provision'
          ? story.after(enteredAt, { seconds: 3 })
          : until;
    const actor = action === 'return' ? reviewer : enteredBy;
    const occasion = systemSteps.includes(action) ? story.bySystem(at) : story.by(actor, at);
    return { ...occasion, action };
  });
  const source = enteredBy.kind === 'CUSTOMER' ? OrderSource.ACCESS_PLATFORM : OrderSource.INTERNAL_MODULE;
  const status = story.chronicle.life(orderLifecycle, Order, id, entered, steps);
  story.chronicle.fact(
    'order.created',
    Order,
    id,
    {
      ...entered,
      data: { orderNo, kind: 'NORMAL', source, items: lines.map(({ action }) => ({ action, quantity: 1 })) },
    },
    'submit',
  );
  if (status === 'COMPLETED') {
    const instances = [...new Set(lines.flatMap((line) => line.instances.map((instance) => instance.id)))];
    story.chronicle.fact(
      'order.completed',
      Order,
      id,
      story.bySystem(until, { data: { orderNo, productInstanceIds: instances.map((key) => encodeId('ii', key)) } }),
    );
  }
  return status;
}

/** The service orders of an order, each on one instance, and what they do to it. */
function work(
  story: Story,
  { id, orderNo }: { id: string; orderNo: string },
  order: OrderStory,
  lines: readonly Line[],
): void {
  const { outcome, enteredAt, until, detailed } = order;
  if (!outcome.serviceOrderSteps) return;
  const pieces = lines.flatMap((line) => line.instances.map((instance) => ({ line, instance })));
  const numbers = pieces.map((_, index) => `${orderNo}-${String(index + 1).padStart(2, '0')}`);
  const split = story.after(enteredAt, { seconds: 3 });
  if (detailed)
    story.chronicle.fact(
      'order.decomposed',
      Order,
      id,
      story.bySystem(split, { data: { orderNo, associationKey: orderNo, serviceOrderNos: numbers } }),
    );
  const span = until.getTime() - split.getTime();
  for (const [index, { line, instance }] of pieces.entries()) {
    const last = index === pieces.length - 1;
    const end = last ? until : new Date(split.getTime() + span * (0.6 + 0.4 * story.random.next()));
    act(story, line, instance, outcome, split, end);
    if (detailed)
      addServiceOrder(
        story,
        { orderId: id, orderNo, number: numbers[index]!, total: pieces.length },
        line,
        instance,
        order,
        split,
        end,
      );
  }
  settle(story, order, until);
}

/** What the work means for the instance. */
function act(
  story: Story,
  line: Line,
  instance: HeldInstance,
  { serviceOrderSteps }: Outcome,
  begun: Date,
  end: Date,
): void {
  const done = serviceOrderSteps!.includes('complete');
  const change: Change = line.change ?? {
    action: line.action,
    instance,
    characteristics: {},
    address: null,
    reason: line.reason,
  };
  if (line.action === A.INSTALL) {
    if (done) activate(instance, story.bySystem(end));
    return;
  }
  beginChange(change, story.bySystem(begun));
  if (done) completeChange(change, story.bySystem(end));
  else if (serviceOrderSteps!.includes('cancel')) instance.inFlight = null;
}

/** An offering of which nothing is left has ended. */
function settle(story: Story, { removals, outcome }: OrderStory, at: Date): void {
  if (!outcome.serviceOrderSteps?.includes('complete')) return;
  for (const holding of removals) {
    holding.steps.push({ ...story.bySystem(at), action: 'end' });
    holding.endedAt = at;
  }
}
