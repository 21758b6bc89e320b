import type { CallContext } from '../../kernel/database/context.js';
import { codedError } from '../../kernel/errors/index.js';
import { encodeCursor, type HistoryEvent } from '../../kernel/events/index.js';
import { uuidOf } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { Order } from './order.js';

/** Types of the events that orders and their service orders change state by. */
export const ORDER_CHANGES = ['order.status.changed', 'serviceOrder.status.changed'];

/**
 * Changes of state of an order and its service orders, each once and in order: after the cursor, or from the first one on.
 * @throws NOT_FOUND when there is no such order for the caller; CURSOR_INVALID and CURSOR_EXPIRED as `EventFeed.watch` does.
 */
export async function watchOrder(
  context: CallContext,
  orderId: string,
  after?: string | null,
): Promise<AsyncIterableIterator<HistoryEvent>> {
  const key = uuidOf(orderId, 'or', ['orderId']);
  const order = await context.database.write(context, (tx) => tx.find(Order, key, { lock: false }));
  if (!order) throw codedError('NOT_FOUND', 'There is no Order with this id.', { path: ['orderId'] });
  const start = after ?? (await beforeFirst(context, key));
  return context.feed.watch({
    caller: context.caller,
    after: start,
    match: { customerId: order.customer.id, types: ORDER_CHANGES },
    choose: (event) => event.subjectId === key || event.data.orderId === orderId,
  });
}

/** The cursor just before the first event of an order; before the present when that event has no place yet. */
async function beforeFirst(context: CallContext, key: string): Promise<string> {
  const present = context.feed.tail.position;
  const { rows } = await context.database.pool.query<{ first: string | null }>(
    'select min("position") as "first" from "history_entry" where "subject_id" = $1',
    [key],
  );
  return encodeCursor(rows[0]?.first == null ? present : Number(rows[0].first) - 1);
}

/**
 * Changes of state of all orders of a customer and their service orders, each once and in order: after the cursor, or from now on.
 * @throws NOT_FOUND when there is no such customer for the caller; CURSOR_INVALID and CURSOR_EXPIRED as `EventFeed.watch` does.
 */
export async function watchCustomerOrders(
  context: CallContext,
  customerId: string,
  after?: string | null,
): Promise<AsyncIterableIterator<HistoryEvent>> {
  const key = uuidOf(customerId, 'cu', ['customerId']);
  const customer = await context.database.write(context, (tx) => tx.find(Customer, key, { lock: false }));
  if (!customer) throw codedError('NOT_FOUND', 'There is no Customer with this id.', { path: ['customerId'] });
  return context.feed.watch({
    caller: context.caller,
    after: after ?? null,
    match: { customerId: key, types: ORDER_CHANGES },
  });
}
