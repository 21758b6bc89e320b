import { LockMode } from '@mikro-orm/postgresql';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/refusal.js';
import type { MoveOptions } from '../../kernel/lifecycle/lifecycle.js';
import { decodeId } from '../../kernel/model/index.js';
import {
  defineTaskRule,
  endProcess,
  endStep,
  holdProcess,
  onProcessEnd,
  refuseBeforeTurn,
  resumeProcess,
  startProcess,
  type StepEnds,
} from '../../kernel/process/index.js';
import { ruleNumber } from '../../kernel/rules/index.js';
import { Customer } from '../customer/index.js';
import type { ProcessInstance } from '../workflow/index.js';
import { keepNumbersAgain, letNumbersGo } from './number-life.js';
import { OrderWork as W } from './order-fulfilment.js';
import { OrderItem } from './order-item.js';
import { ExceptionCause, OrderStatus as S } from './order.enums.js';
import { Order } from './order.js';
import { orderLifecycle, type OrderStep } from './order.lifecycle.js';
import { ServiceOrderStatus } from './service-order-status.js';
import { ServiceOrder } from './service-order.js';
import { templateOfProducts } from './product-template.js';

/** Orders whose process a transaction starts: steps that begin at once find them before they are written. */
const starting = new WeakMap<Transaction, Map<string, Order>>();

/** The order that a process is about; it is locked, or new. */
export async function orderOf(tx: Transaction, objectId: string): Promise<Order> {
  const { uuid } = decodeId(objectId)!;
  return starting.get(tx)?.get(uuid) ?? tx.em.findOneOrFail(Order, { id: uuid });
}

const FULFIL = { next: 'FULFIL' };
const WAIT = { next: 'WAIT' };

/** Steps of the process that are over when an order has come into a state, with what came out of them. */
const ENDS: Partial<Record<S, StepEnds>> = {
  PENDING_REVIEW: { [W.turn]: {}, [W.correct]: { next: 'CHECK' } },
  APPROVED: { [W.check]: { verdict: 'APPROVED' }, [W.review]: { verdict: 'APPROVED' } },
  IN_PROVISIONING: { [W.correct]: FULFIL, [W.notify]: FULFIL, [W.wait]: FULFIL },
  WAITING_INSTALL: { [W.correct]: WAIT, [W.notify]: WAIT },
};

/** What is over when an order has come back: from the review, or from provisioning. */
const endsOfReturn = (order: Order): StepEnds =>
  order.exceptionCause === ExceptionCause.REVIEW
    ? { [W.check]: { verdict: 'RETURNED' }, [W.review]: { verdict: 'RETURNED' } }
    : { [W.fulfil]: outcomeOf(order) };

/** What became of the service orders when one came back: for a lack of resources it goes as the customer wanted it (ORD-31). */
export const outcomeOf = ({ exceptionCause, onShortage }: Order): Record<string, unknown> => ({
  outcome: (exceptionCause === ExceptionCause.RESOURCE && onShortage) || 'RETURNED',
});

/** Steps after which an order needs its numbers no more; of one that is completed, those that it has not delivered. */
const LETS_NUMBERS_GO: readonly OrderStep[] = ['withdraw', 'confirmCancel', 'return', 'returnByRule', 'complete'];

const ENDED: readonly S[] = [S.COMPLETED, S.CANCELLED];

/** Steps with which people do what belongs to a step of the process; others concern the order as a whole, or follow by themselves. */
const OF_STEPS: readonly OrderStep[] = ['approve', 'return', 'resubmit', 'resend', 'waitInstall', 'installNow'];

/** Refuses what belongs to a step of the process while that stands before it, at what an operator has drawn there (WFL-36). */
async function refuseEarly(tx: Transaction, order: Order, step: OrderStep): Promise<void> {
  if (!order.processInstance || tx.caller.kind === 'SYSTEM' || !OF_STEPS.includes(step)) return;
  await orderLifecycle.admit(tx, order, step);
  await refuseBeforeTurn(tx.em, order.processInstance.id, await needsOf(tx, order), []);
}

/** Takes a step of a locked order, and lets its process go with it in the same transaction: neither is ever where the other is not. */
export async function moveOrder(
  tx: Transaction,
  order: Order,
  step: OrderStep,
  options: MoveOptions = {},
): Promise<void> {
  const before = order.status;
  await refuseEarly(tx, order, step);
  await orderLifecycle.move(tx, order, step, options);
  if (LETS_NUMBERS_GO.includes(step)) await letNumbersGo(tx, order, options.reason ?? null);
  if (step === 'resubmit') await keepNumbersAgain(tx, order);
  const process = await processOf(tx, order);
  if (!process) return;
  const reason = options.reason ?? null;
  if (order.status === S.CANCELLED) return endProcess(tx, process.id, reason ?? 'The order is cancelled.');
  if (order.status === S.DEFERRED) return holdProcess(tx, process.id, reason);
  if (before === S.DEFERRED) await resumeProcess(tx, process.id, reason);
  const ends = order.status === S.EXCEPTION ? endsOfReturn(order) : (ENDS[order.status] ?? {});
  if (Object.keys(ends).length > 0) await endStep(tx, process.id, ends);
}

/**
 * The process of an order. One that was under way before orders had processes gets its own with the first thing that happens to it: its
 * steps look at the state in which they find it, so that it goes through those that are done. Null for one that has ended without.
 */
export async function processOf(tx: Transaction, order: Order): Promise<ProcessInstance | null> {
  if (order.processInstance || ENDED.includes(order.status)) return order.processInstance ?? null;
  const items = await tx.em.find(OrderItem, { order: order.id }, { orderBy: { itemNo: 'asc' } });
  return startOrderProcess(
    tx,
    order,
    items.map(({ action }) => action),
  );
}

/** Starts the process that applies to an order; when none does, the order waits for a dispatcher who names one (WFL-35, WFL-39). */
export async function startOrderProcess(
  tx: Transaction,
  order: Order,
  actions: readonly string[],
): Promise<ProcessInstance> {
  const { region } = order;
  // Of an order that is read its customer may be known by its key only.
  const customer = await tx.em.findOneOrFail(Customer, { id: order.customer.id });
  starting.set(tx, (starting.get(tx) ?? new Map<string, Order>()).set(order.id, order));
  const request = {
    ...{ objectType: 'Order', objectId: tx.idOf(order), subject: order.orderNo, regionId: region.id },
    ...{ ownTemplatesOnly: true, handler: W.fulfil, fresh: true, toDispatcher: true },
    variables: {
      ...{ kind: order.kind, channel: order.source, operationType: actions[0] ?? null, operations: [...actions] },
      ...{ customerLevel: customer.serviceLevel, customerType: customer.customerType ?? null },
      ...{ amount: ruleNumber(order.oneTimeTotal?.amount ?? '0'), priority: order.priority },
    },
  };
  const template = await templateOfProducts(tx, order);
  const started = await startProcess(tx, { ...request, ...(template ? { template } : {}) });
  order.processInstance = started!.instance as ProcessInstance;
  return order.processInstance;
}

const { COMPLETED, CANCELLED } = ServiceOrderStatus;

/** The steps one of which an order needs next, by its state. */
const NEEDS: Partial<Record<S, readonly string[]>> = {
  WAITING_CONFLICT: [W.turn],
  PENDING_REVIEW: [W.check, W.review],
  APPROVED: [W.decompose],
  EXCEPTION: [W.correct, W.notify, W.wait, W.cancel],
  WAITING_INSTALL: [W.wait],
  CHANGE_PENDING: [W.fulfil],
};

/** The same while its service orders may be done already. */
async function needsOf(tx: Transaction, { id, status }: Order): Promise<readonly string[]> {
  if (status !== S.IN_PROVISIONING) return NEEDS[status] ?? [];
  await tx.em.flush();
  const open = await tx.em.count(ServiceOrder, { order: id, status: { $nin: [COMPLETED, CANCELLED] } });
  return [open > 0 ? W.fulfil : W.complete];
}

defineTaskRule('Order', {
  handler: W.fulfil,
  // As every operation on an order does: the customer, whom its end changes, before the order.
  lock: async (tx, objectId) => {
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
    await tx.em.flush();
    const { id, customer } = await tx.em.findOneOrFail(Order, { id: decodeId(objectId)!.uuid });
    await tx.em.findOneOrFail(Customer, { id: customer.id }, lock);
    await tx.em.findOneOrFail(Order, { id }, lock);
  },
  steers: async (tx, { instanceId, objectId }) => {
    const { processInstance, status } = await orderOf(tx, objectId);
    const follows = processInstance?.id === instanceId && !ENDED.includes(status);
    return follows ? 'This process goes where its order goes: defer, reopen, resend or cancel the order.' : null;
  },
  needs: async (tx, objectId) => needsOf(tx, await orderOf(tx, objectId)),
});

// A process that an operator has drawn so that it ends too early keeps standing, for a dispatcher.
onProcessEnd('Order', async (tx, { instanceId, objectId }) => {
  const order = await orderOf(tx, objectId);
  if (order.processInstance?.id === instanceId && !ENDED.includes(order.status))
    refuse('ORDER_OPEN', `Order ${order.orderNo} is not completed.`, [], { status: order.status });
});
