import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { decodeId } from '../../kernel/model/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { InternalOrganization } from '../party/index.js';
import { ProcessAlarmLevel } from '../process/index.js';
import { newDispatch } from './collaboration-dispatch.js';
import { sendToSystem, takeBack } from './collaboration-exchange.jobs.js';
import { CollaborationKind, CollaborationOrder } from './collaboration-order.js';
import { returnWhenDone } from './collaboration-return.js';
import {
  CollaborationSystemDispatch,
  CollaborationSystemDispatchStatus as S,
  OPEN_AT_SYSTEMS,
} from './collaboration-system-dispatch.js';
import type { CollaborationOrderReceiveInput, CollaborationSystemReplyInput } from './collaboration-system.inputs.js';
import { callingSystem, collaborationSystem } from './collaboration-system.js';
import { collaborationLifecycle } from './collaboration.lifecycle.js';
import { limitOf } from './limit-of.js';
import { refuseClosed } from './order-units.js';

/** Refuses with UNKNOWN_SYSTEM names of systems that are not connected, and with DUPLICATE one that is named twice. */
export function requireSystems(names: readonly string[], path: InputPath): void {
  for (const [index, name] of names.entries()) {
    if (!collaborationSystem(name))
      refuse('UNKNOWN_SYSTEM', 'No other system of this name is connected.', [...path, index]);
    if (names.indexOf(name) !== index) refuse('DUPLICATE', 'The system is named twice.', [...path, index]);
  }
}

/** Sends an order to other systems, in its present wording and round; each gets it after the transaction (OPS-41). */
export function sendToSystems(tx: Transaction, order: CollaborationOrder, names: readonly string[]): void {
  for (const system of names) {
    const { rounds: round, detail, dueAt = null } = order;
    const dispatch = Object.assign(new CollaborationSystemDispatch(), {
      ...{ order, system, round, detail, dueAt, status: S.WAITING },
      ...{ dispatchedAt: null, error: null, externalRef: null },
      ...{ handler: null, result: null, reply: null, repliedAt: null, endedAt: null },
    });
    sendToSystem(tx, tx.add(dispatch));
  }
}

/** Ends what other systems still have of an order, and takes it back from them (OPS-46, OPS-47). */
export async function endAtSystems(tx: Transaction, order: CollaborationOrder, status: S): Promise<void> {
  const open = { order: order.id, status: { $in: [...OPEN_AT_SYSTEMS] } };
  for (const dispatch of await tx.em.find(CollaborationSystemDispatch, open)) {
    Object.assign(dispatch, { status, endedAt: tx.at });
    takeBack(tx, dispatch);
  }
  await tx.em.flush();
}

/** Takes the reply of another system, once: who handled it, when, and how it came out (OPS-42). */
export function takeSystemReply(
  context: CallContext,
  input: CollaborationSystemReplyInput,
): Promise<CollaborationSystemDispatch> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'messageId'];
    const system = callingSystem(tx.caller, input.system, ['input', 'system']);
    const decoded = decodeId(input.messageId);
    const seen =
      decoded?.tag === 'ya' ? await tx.em.findOne(CollaborationSystemDispatch, { id: decoded.uuid, system }) : null;
    if (!seen) return refuse('NOT_FOUND', 'The system was asked nothing by this message.', path);
    // The order first, as whoever sends it anew holds it.
    const order = (await tx.find(CollaborationOrder, seen.order.id))!;
    const dispatch = (await tx.find(CollaborationSystemDispatch, seen.id))!;
    if (dispatch.status === S.REPLIED) return dispatch;
    if (dispatch.status !== S.WAITING && dispatch.status !== S.SENT)
      refuse('INVALID_STATE', 'It is not wanted any more.', path, { state: dispatch.status });
    const repliedAt = input.repliedAt ? new Date(input.repliedAt) : tx.at;
    if (repliedAt > tx.at) refuse('IN_FUTURE', 'The moment lies in the future.', ['input', 'repliedAt']);
    const { handler, result, reply } = input;
    Object.assign(dispatch, { status: S.REPLIED, handler, result, reply, repliedAt, endedAt: tx.at });
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'collaboration.system.replied',
      subject: dispatch,
      data: { orderNo: order.orderNo, system, handler, result },
    });
    await returnWhenDone(tx, order);
    return dispatch;
  });
}

/** Takes what another system asks of a unit, once; the unit has it at once, and its reply goes back (OPS-43). */
export function receiveOrder(context: CallContext, input: CollaborationOrderReceiveInput): Promise<CollaborationOrder> {
  return context.database.write(context, async (tx) => {
    const system = callingSystem(tx.caller, input.system, ['input', 'system']);
    const { messageId, event, detail } = input;
    // Two copies of one message may come at once.
    await tx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
      `collaboration ${system} ${messageId}`,
    ]);
    const known = await tx.em.findOne(CollaborationOrder, { system, systemMessageId: messageId });
    if (known) return known;
    const unit = await tx.em.findOne(InternalOrganization, { code: input.organizationCode });
    if (!unit) return refuse('NOT_FOUND', 'There is no unit with this code.', ['input', 'organizationCode']);
    refuseClosed(unit, ['input', 'organizationCode']);
    const sentAt = input.sentAt ? new Date(input.sentAt) : tx.at;
    if (sentAt > tx.at) refuse('IN_FUTURE', 'The moment lies in the future.', ['input', 'sentAt']);
    const order = Object.assign(new CollaborationOrder(), {
      orderNo: formatNumber('CO', await takeNumber(tx, 'collaboration-order')),
      ...{ kind: CollaborationKind.COLLABORATION, event, detail, requester: unit, cancelReason: null },
      ...{ requestedBy: system, objectType: null, objectKey: null, alarmLevel: ProcessAlarmLevel.MINOR },
      ...{ system, systemMessageId: messageId, systemRequester: input.requester, systemSentAt: sentAt },
      dueAt: limitOf(tx, input.dueAt),
    });
    collaborationLifecycle.begin(tx, tx.add(order));
    await collaborationLifecycle.move(tx, order, 'dispatch');
    order.rounds = 1;
    const subject = tx.add(newDispatch(tx, order, unit));
    const data = { orderNo: order.orderNo, organization: unit.code, round: 1 };
    tx.record({ kind: 'BUSINESS_FACT', type: 'collaboration.received', subject: order, data: { ...data, system } });
    tx.record({ kind: 'BUSINESS_FACT', type: 'collaboration.sent', subject, data });
    return order;
  });
}
