import type { CallContext } from '../../kernel/database/context.js';
import { refuse } from '../../kernel/errors/refusal.js';
import { decideApproval } from '../../kernel/process/index.js';
import { ReviewResult } from './order.enums.js';
import type { OrderReviewInput } from './order.inputs.js';
import { checkReviewer, reviewOf } from './order-review-approval.js';
import { Order } from './order.js';
import { orderLifecycle } from './order.lifecycle.js';

/** Decides the review of an order (ORD-78): on it goes to decomposition, or back to be corrected (ORD-79). */
export async function reviewOrder(context: CallContext, input: OrderReviewInput): Promise<Order> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'orderId'];
    const order = await tx.get(Order, input.orderId, path);
    const approved = input.result === ReviewResult.APPROVE;
    if (approved) await checkReviewer(tx, order, path);
    if (!approved && !input.reason) refuse('REQUIRED', 'Say what is wrong with the order.', ['input', 'reason']);
    await orderLifecycle.admit(tx, order, approved ? 'approve' : 'return');
    await decideApproval(tx, { ...reviewOf(order), approved, remark: input.reason ?? null, path });
    return order;
  });
}
