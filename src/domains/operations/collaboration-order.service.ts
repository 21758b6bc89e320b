import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { type Class, decodeId, nounByTag } from '../../kernel/model/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { InternalOrganization } from '../party/index.js';
import { ProcessAlarmLevel } from '../process/index.js';
import { CollaborationDispatch, CollaborationDispatchStatus as D } from './collaboration-dispatch.js';
import { CollaborationKind, CollaborationOrder, CollaborationOrderStatus } from './collaboration-order.js';
import type {
  CollaborationOrderCancelInput,
  CollaborationOrderCreateInput,
  CollaborationOrderDispatchInput,
} from './collaboration.inputs.js';
import { withdrawExtension } from './collaboration-extension.js';
import { collaborationLifecycle } from './collaboration.lifecycle.js';
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
      ...{ kind, event, detail, requester, dueAt, cancelReason: null },
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

function limitOf(tx: Transaction, given: string | null | undefined): Date | null {
  if (!given) return null;
  const dueAt = new Date(given);
  if (dueAt <= tx.at) refuse('IN_THE_PAST', 'The limit is over already.', ['input', 'dueAt']);
  return dueAt;
}

async function requesterOf(tx: Transaction, id: string | null): Promise<InternalOrganization> {
  const path = ['input', 'requesterId'];
  const own = tx.caller.organisationId;
  const unit = id
    ? await tx.get(InternalOrganization, id, path, { lock: false })
    : own
      ? await tx.em.findOne(InternalOrganization, { id: own })
      : null;
  if (!unit) return refuse('REQUIRED', 'Which unit asks?', path);
  requireUnit(tx, unit.id, path);
  return unit;
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
    for (const [index, id] of input.organizationIds.entries())
      // Any unit of the operator may be asked, also one that the caller may not look into.
      units.push(await anyUnit(tx, id, ['input', 'organizationIds', index]));
    await collaborationLifecycle.move(tx, order, first ? 'dispatch' : 'redispatch');
    order.detail = input.detail ?? order.detail;
    order.dueAt = dueAt ?? order.dueAt ?? null;
    order.rounds++;
    await endOpen(tx, order, D.REPLACED);
    for (const organization of units) {
      const dispatch = Object.assign(new CollaborationDispatch(), {
        ...{ order, organization, round: order.rounds, detail: order.detail, dueAt: order.dueAt },
        ...{
          status: D.SENT,
          sentAt: tx.at,
          assignee: null,
          reply: null,
          repliedBy: null,
          endedAt: null,
          urgedAt: null,
        },
        ...{ wantedDueAt: null, extensionReason: null },
      });
      tx.record({
        kind: 'BUSINESS_FACT',
        type: 'collaboration.sent',
        subject: tx.add(dispatch),
        data: { orderNo: order.orderNo, organization: organization.code, round: order.rounds },
      });
    }
    return order;
  });
}

async function anyUnit(tx: Transaction, id: string, path: InputPath): Promise<InternalOrganization> {
  const decoded = decodeId(id);
  const unit = decoded ? await tx.em.findOne(InternalOrganization, { id: decoded.uuid }) : null;
  return unit ?? refuse('NOT_FOUND', 'There is no InternalOrganization with this id.', path);
}

/** Gives up what was asked (OPS-47). */
export function cancelOrder(context: CallContext, input: CollaborationOrderCancelInput): Promise<CollaborationOrder> {
  return context.database.write(context, async (tx) => {
    const order = await ownOrder(tx, input.orderId);
    await collaborationLifecycle.move(tx, order, 'cancel', { reason: input.reason });
    order.cancelReason = input.reason;
    await endOpen(tx, order, D.CANCELLED);
    return order;
  });
}

/** The order, for those who ask by it: units that are asked see it too. */
async function ownOrder(tx: Transaction, id: string): Promise<CollaborationOrder> {
  const order = await tx.get(CollaborationOrder, id, ['input', 'orderId']);
  requireUnit(tx, order.requester.id, ['input', 'orderId']);
  return order;
}

async function endOpen(tx: Transaction, order: CollaborationOrder, status: D): Promise<void> {
  for (const open of await tx.em.find(CollaborationDispatch, { order: order.id, status: D.SENT })) {
    await withdrawExtension(tx, open);
    open.status = status;
    open.endedAt = tx.at;
  }
  // Before a unit is sent the order anew: it has it once at a time.
  await tx.em.flush();
}
