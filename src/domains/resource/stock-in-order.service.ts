import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { ResourceType } from './resource-type.js';
import type { StockHolder } from './stock-holder.js';
import { StockInOrder, StockInOrderStatus } from './stock-in-order.js';
import { holderFor } from './holder-for.js';
import { stockInHours } from './stock-parameters.js';
import type { StockInOrderCancelInput, StockInOrderOpenInput } from './stock-planning.input.js';
import { stockInOrderLifecycle } from './stock-planning.lifecycle.js';

const HOUR = 60 * 60_000;
/** Orders that the clock handles at a time. */
const BATCH = 200;

/** Says that stock is to be taken in by a moment (RES-02). */
export async function openStockInOrder(context: CallContext, input: StockInOrderOpenInput): Promise<StockInOrder> {
  const orderNo = formatNumber('SI', await takeNumber(context.database, 'stock-in-order'));
  const hours = await stockInHours.read(context.database);
  return context.database.write(context, async (tx) => {
    const holder = await holderFor(tx, input.holderId, ['input', 'holderId']);
    const type = await tx.get(ResourceType, input.typeId, ['input', 'typeId'], { lock: false });
    const dueAt = input.dueAt ? new Date(input.dueAt) : new Date(tx.at.getTime() + hours * HOUR);
    if (dueAt <= tx.at) refuse('IN_PAST', 'This has passed.', ['input', 'dueAt']);
    const values = { orderNo, type, holder, quantity: input.quantity, dueAt, openedBy: tx.caller.subject };
    const order = tx.add(Object.assign(new StockInOrder(), values));
    stockInOrderLifecycle.begin(tx, order);
    return order;
  });
}

/** Says that the stock of an order will not come. */
export async function cancelStockInOrder(context: CallContext, input: StockInOrderCancelInput): Promise<StockInOrder> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'orderId'];
    const order = await tx.get(StockInOrder, input.orderId, path);
    await tx.em.populate(order, ['holder']);
    await holderFor(tx, tx.idOf(order.holder), path);
    await stockInOrderLifecycle.move(tx, order, 'cancel', { reason: input.reason });
    return order;
  });
}

/** Notes that stock of an order was taken in, and posts it with the last piece. */
export async function receiveOrder(
  tx: Transaction,
  id: string | null | undefined,
  receipt: { type: ResourceType; to: StockHolder; quantity: number },
): Promise<void> {
  if (!id) return;
  const path = ['input', 'orderId'];
  const order = await tx.get(StockInOrder, id, path);
  await tx.em.populate(order, ['holder']);
  if (order.type.id !== receipt.type.id || order.holder.id !== receipt.to.id)
    refuse('CONTRADICTORY', 'The order is for something else or for another holder.', path);
  if (order.status !== StockInOrderStatus.OPEN)
    refuse('INVALID_TRANSITION', 'The order is not open.', path, { status: order.status });
  const left = order.quantity - order.received;
  if (receipt.quantity > left) refuse('TOO_MUCH', `Only ${left} are still to come.`, path, { left });
  order.received += receipt.quantity;
  if (order.received === order.quantity) await stockInOrderLifecycle.move(tx, order, 'post');
}

/** Warns of orders that were not posted in time, once of each; the clock calls it (RES-02). */
export async function warnOfOverdue(context: CallContext, at: Date = new Date()): Promise<void> {
  const { rows } = await context.database.pool.query<{ id: string }>(
    `select "id" from "stock_in_order" where "status" = 'OPEN' and not "overdue" and "due_at" <= $1 order by "due_at" limit ${BATCH}`,
    [at],
  );
  for (const { id } of rows)
    await context.database.write(context, async (tx) => {
      const order = await tx.find(StockInOrder, id);
      if (!order || order.overdue || order.status !== StockInOrderStatus.OPEN) return;
      await tx.em.populate(order, ['holder', 'type']);
      order.overdue = true;
      tx.record({
        kind: 'BUSINESS_FACT',
        type: 'stock.in.overdue',
        subject: order,
        regionId: order.holder.region.id,
        data: {
          orderNo: order.orderNo,
          type: order.type.code,
          holder: order.holder.code,
          quantity: order.quantity - order.received,
          dueAt: order.dueAt.toISOString(),
        },
      });
    });
}
