import type { CallContext } from '../../kernel/database/context.js';
import { wakeProcess } from '../../kernel/process/index.js';
import { processOf } from './order-process.js';
import { Order } from './order.js';

/** Lets the process of an order go on that was left to a job before orders had processes. May be repeated. */
export async function advanceOrder(context: CallContext, orderId: string): Promise<void> {
  await context.database.write(context, async (tx) => {
    const order = await tx.find(Order, orderId);
    const process = order && (await processOf(tx, order));
    if (process) wakeProcess(tx, process.id);
  });
}
