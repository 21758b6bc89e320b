import type { Transaction } from '../../kernel/database/transaction.js';
import { CollaborationDispatch, CollaborationDispatchStatus } from './collaboration-dispatch.js';
import type { CollaborationOrder } from './collaboration-order.js';
import { CollaborationSystemDispatch, OPEN_AT_SYSTEMS } from './collaboration-system-dispatch.js';

/** Says anew whether a reply to an order, which is locked, is late: more time was given, it was sent anew, or a reply has come (OPS-48). */
export async function judgeOverdue(tx: Transaction, order: CollaborationOrder): Promise<void> {
  await tx.em.flush();
  const late = { order: order.id, overdue: true };
  order.overdue =
    (await tx.em.count(CollaborationDispatch, { ...late, status: CollaborationDispatchStatus.SENT })) > 0 ||
    (await tx.em.count(CollaborationSystemDispatch, { ...late, status: { $in: [...OPEN_AT_SYSTEMS] } })) > 0;
}
