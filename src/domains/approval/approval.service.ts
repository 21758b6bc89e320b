import type { CallContext } from '../../kernel/database/context.js';
import { refuse } from '../../kernel/errors/index.js';
import { Approval } from './approval.js';
import type { ApprovalDecideInput, ApprovalWithdrawInput } from './approval.inputs.js';
import { decideOn, lockApproval, settle } from './provide-approvals.js';

const APPROVAL = ['input', 'approvalId'];

/** Decides at the step at which an approval stands. */
export function decideByHand(context: CallContext, input: ApprovalDecideInput): Promise<Approval> {
  return context.database.write(context, async (tx) => {
    const seen = await tx.get(Approval, input.approvalId, APPROVAL, { lock: false });
    const approval = await lockApproval(tx, seen.id);
    await decideOn(tx, approval, input.approved, input.remark ?? null, {
      path: APPROVAL,
      remarkPath: ['input', 'remark'],
    });
    return approval;
  });
}

/** Takes an approval back; only who asked for it does, and administrators. */
export function withdrawByHand(context: CallContext, input: ApprovalWithdrawInput): Promise<Approval> {
  return context.database.write(context, async (tx) => {
    const seen = await tx.get(Approval, input.approvalId, APPROVAL, { lock: false });
    const approval = await lockApproval(tx, seen.id);
    if (tx.caller.kind === 'STAFF' && approval.askedBy !== tx.caller.subject)
      refuse('NOT_YOURS', 'Only who asked for it takes it back.', APPROVAL);
    await settle(tx, approval, 'WITHDRAWN', input.reason ?? null);
    return approval;
  });
}
