import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { type Class, decodeId, nounByTag } from '../../kernel/model/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import type { InternalOrganization } from '../party/index.js';
import { ProcessAlarmLevel } from '../process/index.js';
import type { Employee } from '../organisation/index.js';
import { CollaborationDispatch, CollaborationDispatchStatus as D, newDispatch } from './collaboration-dispatch.js';
import { answerSystem } from './collaboration-exchange.jobs.js';
import { endAtSystems, requireSystems, sendToSystems } from './collaboration-exchange.service.js';
import { CollaborationKind, CollaborationOrder, CollaborationOrderStatus } from './collaboration-order.js';
import type {
  CollaborationOrderCancelInput,
  CollaborationOrderCloseInput,
  CollaborationOrderCreateInput,
  CollaborationOrderDispatchInput,
} from './collaboration.inputs.js';
import { withdrawExtension } from './collaboration-extension.js';
import { collaborationLifecycle } from './collaboration.lifecycle.js';
import { CollaborationSystemDispatchStatus as S } from './collaboration-system-dispatch.js';
import { limitOf } from './limit-of.js';
import { judgeOverdue } from './order-overdue.js';
import { anyUnit, requesterOf } from './order-units.js';
import { requireUnit } from './require-unit.js';

/** Writes what a unit asks of others (OPS-37, OPS-38, OPS-54). */
export function createOrder(context: CallContext, input: CollaborationOrderCreateInput): Promise<CollaborationOrder> {
  return context.database.write(context, async (tx) => {
    const { event, detail, objectId } = input;
    const kind = input.kind ?? CollaborationKind.COLLABORATION;
    const dueAt = limitOf(tx, input.dueAt);
    if (kind === CollaborationKind.SUPERVISION && !dueAt)
      refuse('REQUIRED', 'A directive says by when it is to be answered.', ['input', 'dueAt']);
    const requester = await requesterOf(tx, input.requesterId ?? null);
    const object = objectId ? await objectOf(tx, objectId, ['input', 'objectId']) : null;
    const order = Object.assign(new CollaborationOrder(), {
      ...{ kind, event, detail, requester, dueAt, cancelReason: null, closeReason: null },
      orderNo: formatNumber('CO', await takeNumber(tx, 'collaboration-order')),
      requestedBy: tx.caller.subject,
      objectType: object?.type ?? null,
      objectKey: object?.key ?? null,
      alarmLevel: input.alarmLevel ?? ProcessAlarmLevel.MINOR,
    });
    collaborationLifecycle.begin(tx, tx.add(order));
    return order;
  });
}

async function objectOf(tx: Transaction, id: string, path: InputPath): Promise<{ type: string; key: string }> {
  const decoded = decodeId(id);
  const noun = decoded ? nounByTag(decoded.tag) : undefined;
  if (!noun) return refuse('NOT_FOUND', 'There is nothing with this id.', path);
  await tx.get(noun.target as Class<never>, id, path, { lock: false });
  return { type: noun.name, key: decoded!.uuid };
}

/** Sends an order, also again: who had not replied gets the new wording or is let go; every dispatch stays on record (OPS-39, OPS-45, OPS-46). */
export function dispatchOrder(
  context: CallContext,
  input: CollaborationOrderDispatchInput,
): Promise<CollaborationOrder> {
  return context.database.write(context, async (tx) => {
    const order = await ownOrder(tx, input.orderId);
    const dueAt = limitOf(tx, input.dueAt);
    const first = order.status === CollaborationOrderStatus.CREATED;
    const units: InternalOrganization[] = [];
    const systems = input.systems ?? [];
    requireSystems(systems, ['input', 'systems']);
    const organizationIds = input.organizationIds ?? [];
    if (organizationIds.length + systems.length === 0)
      refuse('TOO_FEW', 'Whom to ask: at least 1 unit or system.', ['input', 'organizationIds'], { min: 1 });
    for (const [index, id] of organizationIds.entries())
      // Any unit of the operator may be asked, also one that the caller may not look into.
      units.push(await anyUnit(tx, id, ['input', 'organizationIds', index]));
    await collaborationLifecycle.move(tx, order, first ? 'dispatch' : 'redispatch');
    order.detail = input.detail ?? order.detail;
    order.dueAt = dueAt ?? order.dueAt ?? null;
    if (order.dueAt && order.dueAt <= tx.at)
      refuse('REQUIRED', 'Its limit is over: by when is it wanted now?', ['input', 'dueAt']);
    order.rounds++;
    const holders = await endOpen(tx, order, D.REPLACED);
    await endAtSystems(tx, order, S.REPLACED);
    sendToSystems(tx, order, systems);
    for (const organization of units) {
      const dispatch = newDispatch(tx, order, organization, holders.get(organization.id));
      tx.record({
        kind: 'BUSINESS_FACT',
        type: 'collaboration.sent',
        subject: tx.add(dispatch),
        data: { orderNo: order.orderNo, organization: organization.code, round: order.rounds },
      });
    }
    await judgeOverdue(tx, order);
    return order;
  });
}

/** Gives up what was asked (OPS-47). */
export function cancelOrder(context: CallContext, input: CollaborationOrderCancelInput): Promise<CollaborationOrder> {
  return context.database.write(context, async (tx) => {
    const order = await ownOrder(tx, input.orderId);
    await collaborationLifecycle.move(tx, order, 'cancel', { reason: input.reason });
    order.cancelReason = input.reason;
    await endOpen(tx, order, D.CANCELLED);
    await endAtSystems(tx, order, S.CANCELLED);
    await judgeOverdue(tx, order);
    answerSystem(tx, order);
    return order;
  });
}

/** Ends an order whose replies do, or before all have come, with a reason; what is still open is wanted no more (OPS-40). */
export function closeOrder(context: CallContext, input: CollaborationOrderCloseInput): Promise<CollaborationOrder> {
  return context.database.write(context, async (tx) => {
    const order = await ownOrder(tx, input.orderId);
    const isEarly = order.status !== CollaborationOrderStatus.RETURNED;
    const reason = input.reason ?? null;
    await collaborationLifecycle.move(tx, order, 'close', { reason });
    if (isEarly && !reason) refuse('REQUIRED', 'Not every unit has replied: why is it closed?', ['input', 'reason']);
    order.closeReason = reason;
    await endOpen(tx, order, D.CANCELLED);
    await endAtSystems(tx, order, S.CANCELLED);
    await judgeOverdue(tx, order);
    if (isEarly) answerSystem(tx, order);
    return order;
  });
}

/** The order, for those who ask by it: units that are asked see it too. */
async function ownOrder(tx: Transaction, id: string): Promise<CollaborationOrder> {
  const order = await tx.get(CollaborationOrder, id, ['input', 'orderId']);
  requireUnit(tx, order.requester.id, ['input', 'orderId']);
  return order;
}

/** @returns who had it in the units, by the keys of these */
async function endOpen(tx: Transaction, order: CollaborationOrder, status: D): Promise<Map<string, Employee | null>> {
  const holders = new Map<string, Employee | null>();
  for (const open of await tx.em.find(CollaborationDispatch, { order: order.id, status: D.SENT })) {
    await withdrawExtension(tx, open);
    holders.set(open.organization.id, open.assignee ?? null);
    open.status = status;
    open.endedAt = tx.at;
  }
  // Before a unit is sent the order anew: it has it once at a time.
  await tx.em.flush();
  return holders;
}
