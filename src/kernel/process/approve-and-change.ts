import type { Transaction } from '../database/transaction.js';
import type { InputPath } from '../errors/index.js';
import type { Class, Node } from '../model/index.js';
import type { FieldChange } from '../record/index.js';
import { type ApprovalKind, type ApprovalRequest, askApproval, onVerdict } from './approval.js';
import { type Approved, holding, makeHeld } from './change-or-hold.js';

/** What is held until somebody else approves it, and then made (WFL-28). */
export interface ApprovedChange<Item extends Node, Held> extends Pick<ApprovalKind<Item>, 'admit' | 'lock'> {
  subject: Class<Item>;
  /** Makes what was held, as it was held; what it answers has become different must be what was approved. */
  make: (
    tx: Transaction,
    held: Held,
    approved: Approved,
    subject: Item,
    remark: string | null,
  ) => Promise<{ changes: readonly FieldChange[] }>;
  /** What follows when somebody refuses it; nothing when absent. */
  refused?: (tx: Transaction, held: Held, subject: Item) => void;
}

/** Says what follows from verdicts about changes of a kind: one that is approved is made, any other changes nothing of it. */
export function onChangeVerdicts<Item extends Node, Held>(
  kind: string,
  { make, refused, ...given }: ApprovedChange<Item, Held>,
): void {
  onVerdict<Item>(kind, {
    ...given,
    decided: async (tx, { result, ...verdict }) => {
      if (result === 'REJECTED') refused?.(tx, verdict.held as Held, verdict.subject);
      if (result !== 'APPROVED') return;
      await makeHeld(verdict, (approved) => make(tx, verdict.held as Held, approved, verdict.subject, verdict.remark));
    },
  });
}

/** What somebody writes and somebody else approves: once as a whole, and every change from then on (WFL-28). */
export interface ApprovedConfiguration<Item extends Node, What> extends Pick<ApprovalKind<Item>, 'admit' | 'lock'> {
  subject: Class<Item>;
  /** Lets an approved item hold. */
  approve: (tx: Transaction, item: Item, by: { reason: string | null; data: { approvalNo: string } }) => Promise<void>;
  /** Makes a change that was held. */
  make: (tx: Transaction, what: What, approved: Approved) => Promise<{ changes: readonly FieldChange[] }>;
}

/** Kind of approval of a change of what was approved as a whole by the kind that is given. */
export const changeOf = (kind: string): string => `${kind}_CHANGE`;

/** Says what follows from both kinds of verdicts about items that are configured; see {@link holdChange}. */
export function onConfigurationVerdicts<Item extends Node, What>(
  kind: string,
  { approve, make, ...given }: ApprovedConfiguration<Item, What>,
): void {
  onVerdict<Item>(kind, {
    ...given,
    asItStands: () => Promise.resolve([]),
    decided: async (tx, { subject: item, result, remark, approvalNo }) => {
      // Refused, it stays a draft; the next change asks anew.
      if (result === 'APPROVED') await approve(tx, item, { reason: remark, data: { approvalNo } });
    },
  });
  onChangeVerdicts<Item, { what: What }>(changeOf(kind), {
    ...given,
    make: (tx, { what }, approved) => make(tx, what, approved),
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
