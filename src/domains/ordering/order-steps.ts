import type { Transaction } from '../../kernel/database/transaction.js';
import { Refusal, refuse } from '../../kernel/errors/refusal.js';
import { defineStepHandler, type StepHandler, type StepRun, type StepWork } from '../../kernel/process/index.js';
import { openServiceOrders, withdrawOrder } from './cancel-order.js';
import { completeOrder } from './complete-order.js';
import { decomposeOrder } from './decompose-order.js';
import { OrderWork } from './order-fulfilment.js';
import { moveOrder, orderOf, outcomeOf } from './order-process.js';
import { askReview } from './order-review-approval.js';
import { ExceptionCause, OrderStatus as S } from './order.enums.js';
import type { Order } from './order.js';
import { orderLifecycle } from './order.lifecycle.js';
import { reviewRuleFor } from './review.js';
import { sendOpen } from './send-out.js';
import { workStateOf } from './service-order.lifecycle.js';
import { approves, completes, decides, leavesNothing, provisions, reviews, splits } from './undo-steps.js';
import { letWait } from './wait-install.js';

// Each step looks at the state in which it finds the order: what is done already is not done again, so that a retry, an order that was
// under way before it had a process, and what people decided meanwhile all come out right.

const of = (tx: Transaction, { objectId }: StepRun): Promise<Order> => orderOf(tx, objectId!);

/** A step that works on the order; in a test of a template there is nothing to be done. */
function does(
  name: string,
  work: (tx: Transaction, order: Order) => Promise<Record<string, unknown>>,
  how: Partial<StepHandler> = {},
): void {
  defineStepHandler(name, { ...how, run: async (tx, step) => (step.test ? {} : work(tx, await of(tx, step))) });
}

/** A step that waits for what happens to the order. */
function awaits(
  name: string,
  work: (tx: Transaction, order: Order, step: StepRun) => Promise<StepWork> | StepWork,
  how: Pick<StepHandler, 'binds' | 'compensate'>,
): void {
  defineStepHandler(name, { ...how, begin: async (tx, step) => work(tx, await of(tx, step), step) });
}

/** What the business refuses sends the order back, with the reasons. */
async function sendBack(
  tx: Transaction,
  step: StepRun,
  { userErrors }: Refusal,
): Promise<Record<string, unknown> | void> {
  const order = await of(tx, step);
  if (!orderLifecycle.actionsFrom(order.status).includes('returnByRule')) return;
  order.exceptionCause = ExceptionCause.REVIEW;
  const reason = userErrors
    .map(({ message }) => message)
    .join(' ')
    .slice(0, 500);
  await moveOrder(tx, order, 'returnByRule', { reason, data: { codes: userErrors.map(({ code }) => code) } });
  return { verdict: 'RETURNED' };
}

const cameBack = ({ status, exceptionCause }: Order): boolean =>
  status === S.EXCEPTION && exceptionCause === ExceptionCause.REVIEW;

awaits(
  OrderWork.turn,
  (_tx, { status }) => (status === S.WAITING_CONFLICT ? { tasks: [] } : { outputs: {} }),
  leavesNothing,
);

does(
  OrderWork.check,
  async (tx, order) => {
    if (cameBack(order)) return { verdict: 'RETURNED' };
    if (order.status !== S.PENDING_REVIEW) return { verdict: 'APPROVED' };
    if (await reviewRuleFor(tx, order)) return { verdict: 'REVIEW' };
    await moveOrder(tx, order, 'approveByRule');
    return { verdict: 'APPROVED' };
  },
  { refused: sendBack, ...approves },
);

awaits(
  OrderWork.review,
  async (tx, order) => {
    if (order.status === S.PENDING_REVIEW) await askReview(tx, order);
    // It may have been decided at once, by a process that asks nobody.
    return order.status === S.PENDING_REVIEW
      ? { tasks: [] }
      : { outputs: { verdict: cameBack(order) ? 'RETURNED' : 'APPROVED' } };
  },
  reviews,
);

/** What came back goes on where people have brought the order, or is theirs to see to. */
const cameBackTo =
  (role: string) =>
  (_tx: Transaction, order: Order, step: StepRun): StepWork => {
    if (order.status === S.WAITING_INSTALL) return { outputs: { next: 'WAIT' } };
    if (order.status === S.PENDING_REVIEW) return { outputs: { next: 'CHECK' } };
    if (order.status !== S.EXCEPTION) return { outputs: { next: 'FULFIL' } };
    const operator = step.operator ?? ({ kind: 'ROLE', code: role } as const);
    return { tasks: [{ about: order, name: `${step.name} ${order.orderNo}`, operator }] };
  };

awaits(OrderWork.correct, cameBackTo('DESK_SUPERVISOR'), decides);
awaits(OrderWork.notify, cameBackTo('CLERK'), decides);

awaits(
  OrderWork.wait,
  async (tx, order) => {
    if (order.status === S.EXCEPTION && (await mayWait(tx, order)))
      await letWait(tx, order, 'The customer waits for the resource.');
    return [S.WAITING_INSTALL, S.EXCEPTION].includes(order.status) ? { tasks: [] } : { outputs: { next: 'FULFIL' } };
  },
  decides,
);

/** While provisioning works on other service orders of it an order cannot wait as a whole; it is looked at again when one of them ends. */
async function mayWait(tx: Transaction, order: Order): Promise<boolean> {
  try {
    await orderLifecycle.admit(tx, order, 'waitInstall');
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

does(
  OrderWork.cancel,
  async (tx, order) => {
    if (order.status === S.EXCEPTION) await withdrawOrder(tx, order, 'The customer does not wait for the resource.');
    return { tried: true };
  },
  // What is done is not undone: a clerk sees to the rest.
  { refused: async () => ({ tried: true }), ...decides },
);

does(
  OrderWork.decompose,
  async (tx, order) => {
    if (cameBack(order)) return { verdict: 'RETURNED' };
    if (order.status === S.PENDING_REVIEW) refuse('NOT_REVIEWED', 'The order is not approved.', []);
    if (order.status === S.APPROVED) await decomposeOrder(tx, order);
    return { verdict: 'APPROVED' };
  },
  { inline: 'IN_RUN', refused: sendBack, ...splits },
);

awaits(
  OrderWork.fulfil,
  async (tx, order, step) => {
    const open = await openServiceOrders(tx, order);
    const tasks = open.map((serviceOrder) => {
      const state = workStateOf(serviceOrder.status) ?? 'OPEN';
      return { about: serviceOrder, name: `${step.name} ${serviceOrder.serviceOrderNo}`, state };
    });
    if (order.status === S.EXCEPTION) return { outputs: outcomeOf(order), tasks };
    // Provisioning begins here, and not before (ORD-161).
    if (order.status === S.IN_PROVISIONING) await sendOpen(tx, order);
    return tasks.length > 0 ? { tasks } : { outputs: { outcome: 'DONE' } };
  },
  provisions,
);

does(
  OrderWork.complete,
  async (tx, order) => {
    if (order.status !== S.COMPLETED) await completeOrder(tx, order);
    return {};
  },
  { inline: 'ALWAYS', ...completes },
);
