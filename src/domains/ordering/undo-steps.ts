import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/refusal.js';
import type { StepHandler, StepRun } from '../../kernel/process/index.js';
import { cancelServiceOrders } from './cancel-order.js';
import { moveOrder, orderOf } from './order-process.js';
import { OrderStatus as S } from './order.enums.js';
import type { Order } from './order.js';
import { ServiceOrderStatus } from './service-order-status.js';
import { ServiceOrder } from './service-order.js';

// What going back over a step of an order means for the order (WFL-42, WFL-43): the check, the review and the decomposition are undone, what
// provisioning or people have done is not.

type Undoing = Pick<StepHandler, 'binds' | 'compensate'>;
type Binds = (tx: Transaction, order: Order, isOver: boolean) => Promise<string | null> | string | null;

const bound = (binds: Binds): Undoing => ({
  binds: async (tx, { objectId }, outputs) => binds(tx, await orderOf(tx, objectId!), outputs !== null),
});

/** Undoes something on the order of which this is the process; in a test, and in another process about the order, there is nothing to be undone. */
const undoing =
  (undo: (tx: Transaction, order: Order) => Promise<void>) =>
  async (tx: Transaction, { objectId, instanceId, test }: StepRun): Promise<void> => {
    const order = test || !objectId ? null : await orderOf(tx, objectId);
    if (order?.processInstance?.id === instanceId) await undo(tx, order);
  };

const REASON = 'Its process has gone back.';

/** Its work leaves nothing behind, or is over only when the order is. */
export const leavesNothing = bound(() => null);

const APPROVED: readonly S[] = [S.PENDING_REVIEW, S.APPROVED, S.IN_PROVISIONING];

/** An approved order is to be checked again, and reviewed again where a rule says so (ORD-77). */
export const approves: Undoing = {
  ...bound((_tx, { status }, isOver) => {
    if (!isOver) return null;
    return APPROVED.includes(status) ? null : 'The order has come back: resend it, or cancel it.';
  }),
  compensate: undoing(async (tx, order) => {
    // An earlier decomposition that still counts says that it was approved before.
    if (order.status === S.APPROVED) await moveOrder(tx, order, 'reviewAgain', { reason: REASON });
  }),
};

/** What a reviewer is asked stands with them. */
export const reviews: Undoing = {
  ...approves,
  binds: (tx, step, outputs) => (outputs ? approves.binds!(tx, step, outputs) : 'The order is being reviewed.'),
};

const { CREATED, REOPENED, DEFERRED, WAITING_INSTALL, CANCELLED } = ServiceOrderStatus;
/** States of a service order in which provisioning has nothing of it, nor has done anything. */
const UNTOUCHED: readonly ServiceOrderStatus[] = [CREATED, REOPENED, DEFERRED, WAITING_INSTALL, CANCELLED];

/** Why provisioning keeps an order from going back before it; null when it has got nothing. */
async function withProvisioning(tx: Transaction, order: Order): Promise<string | null> {
  if (order.status === S.EXCEPTION) return 'The order has come back: resend it, or cancel it.';
  await tx.em.flush();
  const touched = { order: order.id, status: { $nin: [...UNTOUCHED] } };
  const held = await tx.em.findOne(ServiceOrder, touched, { orderBy: { serviceOrderNo: 'asc' } });
  return held ? `Provisioning has service order ${held.serviceOrderNo}, which is ${held.status}.` : null;
}

/** Service orders that provisioning has not got are withdrawn, and the order waits to be split again (ORD-80). */
export const splits: Undoing = {
  ...bound((tx, order, isOver) => (isOver ? withProvisioning(tx, order) : null)),
  compensate: undoing(async (tx, order) => {
    if (order.status !== S.IN_PROVISIONING) return;
    const why = await withProvisioning(tx, order);
    if (why) refuse('STEP_NOT_UNDONE', why, [], { orderNo: order.orderNo });
    await cancelServiceOrders(tx, order, REASON);
    await moveOrder(tx, order, 'takeBack', { reason: REASON });
  }),
};

/** What provisioning has, or has done, is ended with the order or by another one (ORD-62, ORD-63). */
export const provisions = bound((tx, order) => withProvisioning(tx, order));

/** What people, or the wish of the customer, have brought the order to stays so. */
export const decides = bound((_tx, _order, isOver) =>
  isOver ? 'What was decided about the order stays decided.' : null,
);

/** What is completed is changed by another order (ORD-63). */
export const completes = bound((_tx, { status }) => (status === S.COMPLETED ? 'The order is completed.' : null));
