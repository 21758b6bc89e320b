import type { CallContext } from '../../kernel/database/context.js';
import { refuse } from '../../kernel/errors/index.js';
import { askApproval, decideApproval } from '../../kernel/process/index.js';
import { openDispatch } from './collaboration-dispatch.service.js';
import type { CollaborationDispatch } from './collaboration-dispatch.js';
import { extensionApproval, withdrawExtension } from './collaboration-extension.js';
import type { CollaborationExtensionAskInput, CollaborationExtensionDecideInput } from './collaboration.inputs.js';
import { actsFor, requireUnit } from './require-unit.js';

const PATH = ['input', 'dispatchId'];

/** Asks for more time; what was asked before takes its place (OPS-49). */
export function askExtension(
  context: CallContext,
  input: CollaborationExtensionAskInput,
): Promise<CollaborationDispatch> {
  return context.database.write(context, async (tx) => {
    const { order, dispatch, said } = await openDispatch(tx, input.dispatchId);
    if (!actsFor(tx, dispatch.organization.id) && dispatch.assignee?.id !== tx.caller.employeeId)
      refuse('OUT_OF_SCOPE', 'You do not act for this unit.', PATH);
    if (order.system && order.requester.id === dispatch.organization.id)
      refuse('LIMIT_OF_SYSTEM', 'The limit is that of the other system, which alone gives more time.', PATH);
    const wanted = new Date(input.dueAt);
    if (!dispatch.dueAt) refuse('NO_LIMIT', 'It has no limit.', PATH);
    if (wanted <= dispatch.dueAt || wanted <= tx.at)
      refuse('TOO_EARLY', 'This is no later than the limit.', ['input', 'dueAt']);
    await withdrawExtension(tx, dispatch);
    dispatch.wantedDueAt = wanted;
    dispatch.extensionReason = input.reason;
    await askApproval(tx, extensionApproval(order, dispatch));
    const data = { ...said, wantedDueAt: wanted.toISOString() };
    const type = 'collaboration.extension.asked';
    tx.record({ kind: 'RECORD_CHANGE', type, subject: dispatch, reason: input.reason, data });
    return dispatch;
  });
}

/** Gives or refuses more time at the step at which the approval stands, with the reason on record (OPS-49). */
export function decideExtension(
  context: CallContext,
  input: CollaborationExtensionDecideInput,
): Promise<CollaborationDispatch> {
  return context.database.write(context, async (tx) => {
    const { order, dispatch } = await openDispatch(tx, input.dispatchId);
    requireUnit(tx, order.requester.id, PATH);
    if (!dispatch.wantedDueAt) refuse('NOT_ASKED', 'Nobody asks for more time.', PATH);
    const decision = { approved: input.granted, remark: input.reason, path: PATH };
    await decideApproval(tx, { ...extensionApproval(order, dispatch), ...decision });
    return dispatch;
  });
}
