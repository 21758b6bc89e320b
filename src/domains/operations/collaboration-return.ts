import type { Transaction } from '../../kernel/database/transaction.js';
import { CollaborationDispatch, CollaborationDispatchStatus } from './collaboration-dispatch.js';
import { answerSystem } from './collaboration-exchange.jobs.js';
import type { CollaborationOrder } from './collaboration-order.js';
import { judgeOverdue } from './order-overdue.js';
import { CollaborationSystemDispatch, OPEN_AT_SYSTEMS } from './collaboration-system-dispatch.js';
import { collaborationLifecycle } from './collaboration.lifecycle.js';

/** An order has returned with the last reply of units and systems (OPS-40, OPS-42); who asked from outside is told (OPS-43). */
export async function returnWhenDone(tx: Transaction, order: CollaborationOrder): Promise<void> {
  await tx.em.flush();
  const open =
    (await tx.em.count(CollaborationDispatch, { order: order.id, status: CollaborationDispatchStatus.SENT })) +
    (await tx.em.count(CollaborationSystemDispatch, { order: order.id, status: { $in: [...OPEN_AT_SYSTEMS] } }));
  await judgeOverdue(tx, order);
  if (open > 0) return;
  await collaborationLifecycle.move(tx, order, 'return');
  answerSystem(tx, order);
}
