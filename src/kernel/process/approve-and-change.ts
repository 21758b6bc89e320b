import type { Transaction } from '../database/transaction.js';
import type { InputPath } from '../errors/index.js';
import type { Class, Node } from '../model/index.js';
import type { FieldChange } from '../record/index.js';
import { type ApprovalKind, type ApprovalRequest, askApproval, onVerdict } from './approval.js';
import { type Approved, holding, makeHeld } from './change-or-hold.js';
import { refuseAuthors } from './refuse-authors.js';

/** What somebody writes and somebody else approves: once as a whole, and every change from then on (WFL-28). */
export interface ApprovedConfiguration<Item extends Node, What> extends Pick<ApprovalKind<Item>, 'admit'> {
  subject: Class<Item>;
  /** Lets an approved item hold. */
  approve: (tx: Transaction, item: Item, by: { reason: string | null; data: { approvalNo: string } }) => Promise<void>;
  /** Makes a change that was held. */
  make: (tx: Transaction, what: What, approved: Approved) => Promise<{ changes: readonly FieldChange[] }>;
}

/** Kind of approval of a change of what was approved as a whole by the kind that is given. */
export const changeOf = (kind: string): string => `${kind}_CHANGE`;

/** Says what follows from both kinds of verdicts about items that are configured; see {@link holdChange}. */
export function onConfigurationVerdicts<Item extends Node & { configuredBy?: string | null }, What>(
  kind: string,
  { approve, make, ...given }: ApprovedConfiguration<Item, What>,
): void {
  onVerdict<Item>(kind, {
    ...given,
    decided: async (tx, { subject: item, result, remark, approvalNo }) => {
      // Refused, it stays a draft; the next change asks anew.
      if (result !== 'APPROVED') return;
      await refuseAuthors(tx, item);
      await approve(tx, item, { reason: remark, data: { approvalNo } });
    },
  });
  onVerdict<Item>(changeOf(kind), {
    ...given,
    decided: async (tx, { result, ...verdict }) => {
      if (result !== 'APPROVED') return;
      const { what } = verdict.held as unknown as { what: What };
      await makeHeld(verdict, (approved) => make(tx, what, approved));
    },
  });
}

/** Asks for the approval of a change, in the name of the caller. @param request that of the item as a whole */
export function holdChange(
  tx: Transaction,
  { askedBy: _askedBy, ...request }: ApprovalRequest,
  { what, changes, path }: { what: object; changes: readonly FieldChange[]; path: InputPath },
): Promise<void> {
  return askApproval(tx, { ...request, kind: changeOf(request.kind), ...holding(changes, { what }), path });
}
