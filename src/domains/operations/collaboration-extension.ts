import { LockMode } from '@mikro-orm/postgresql';
import { requirePermission } from '../../kernel/access/index.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type ApprovalRequest, onVerdict, withdrawApproval } from '../../kernel/process/index.js';
import { InternalOrganization } from '../party/index.js';
import { CollaborationDispatch, CollaborationDispatchStatus as D } from './collaboration-dispatch.js';
import { CollaborationOrder } from './collaboration-order.js';
import { judgeOverdue } from './order-overdue.js';
import { requireUnit } from './require-unit.js';

/** Kind of approval of more time for a unit (OPS-49). */
export const COLLABORATION_EXTENSION = 'COLLABORATION_EXTENSION';

/** What is asked about a dispatch whose unit wants more time. */
export const extensionApproval = (order: CollaborationOrder, dispatch: CollaborationDispatch): ApprovalRequest => ({
  ...{
    kind: COLLABORATION_EXTENSION,
    subject: dispatch,
    title: order.orderNo,
    reason: dispatch.extensionReason ?? null,
  },
  changes: { dueAt: dispatch.wantedDueAt?.toISOString() ?? null },
  variables: { orderKind: order.kind, level: order.alarmLevel },
});

/** A dispatch that ends, or whose unit asks anew, waits for no decision any more. */
export async function withdrawExtension(tx: Transaction, dispatch: CollaborationDispatch): Promise<void> {
  if (dispatch.wantedDueAt) await withdrawApproval(tx, COLLABORATION_EXTENSION, dispatch, 'Not wanted any more.');
}

/** The order of a dispatch, locked before it, as whoever sends it anew locks them. */
async function lockOrder(tx: Transaction, id: string): Promise<CollaborationOrder> {
  await tx.em.flush();
  const how = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  return tx.em.findOneOrFail(CollaborationOrder, { id }, how);
}

/** The limit of an order is that of the unit that has longest: sent anew, it is not earlier than what was given (OPS-49). */
async function extendOrder(tx: Transaction, order: CollaborationOrder, dueAt: Date): Promise<void> {
  if (order.dueAt && order.dueAt < dueAt) order.dueAt = dueAt;
  await judgeOverdue(tx, order);
}

onVerdict<CollaborationDispatch>(COLLABORATION_EXTENSION, {
  subject: CollaborationDispatch,
  lock: async (tx, id) => {
    const { order } = await tx.em.findOneOrFail(CollaborationDispatch, { id });
    await lockOrder(tx, order.id);
  },
  admit: async (tx, dispatch, path) => {
    requirePermission(tx.caller, 'collaborationExtensionDecide');
    const order = await tx.em.findOneOrFail(CollaborationOrder, { id: dispatch.order.id });
    requireUnit(tx, order.requester.id, path);
  },
  decided: async (tx, { subject: dispatch, result, remark }) => {
    const wanted = dispatch.wantedDueAt;
    dispatch.wantedDueAt = null;
    if (!wanted || dispatch.status !== D.SENT || result === 'WITHDRAWN') return;
    if (result === 'APPROVED') {
      dispatch.dueAt = wanted;
      dispatch.overdue = wanted <= tx.at && dispatch.overdue;
    }
    const order = await tx.em.findOneOrFail(CollaborationOrder, { id: dispatch.order.id });
    if (result === 'APPROVED') await extendOrder(tx, order, wanted);
    const { orderNo } = order;
    const { code } = await tx.em.findOneOrFail(InternalOrganization, { id: dispatch.organization.id });
    const data = { orderNo, organization: code, dueAt: dispatch.dueAt?.toISOString() ?? null };
    const type = 'collaboration.extension.decided';
    tx.record({ kind: 'RECORD_CHANGE', type, subject: dispatch, reason: remark, data });
  },
});
