import type { CallContext } from '../database/context.js';
import type { Transaction } from '../database/transaction.js';
import type { Node } from '../model/index.js';
import { type ApprovalKind, type ApprovalRequest, askApproval } from './approval.js';
import { onChangeVerdicts } from './approve-and-change.js';
import { type Approved, type Change, changeOrHold, holding, type Saved } from './change-or-hold.js';

/** What is asked about an object whose change is held, beside what changes. */
export type ChangeRequest<Subject extends Node> = Omit<ApprovalRequest, 'kind' | 'subject' | 'changes' | 'held'> & {
  subject: Subject;
};

/** A change that is made at once, or by the approval of somebody else where it is sold already (WFL-28). */
export interface ApprovableChange<Subject extends Node, Held extends object, Item> extends Pick<
  ApprovalKind<Subject>,
  'subject' | 'admit' | 'lock'
> {
  /** Makes it. Without an approval it refuses a caller who may not. */
  make: (tx: Transaction, held: Held, approved: Approved | null) => Promise<Change<Item>>;
  /** What is asked when it is held, about an object that it locks, and what the caller gets meanwhile. */
  ask: (tx: Transaction, held: Held) => Promise<{ request: ChangeRequest<Subject>; item: Item | null }>;
}

/**
 * Says what follows from verdicts about changes of a kind.
 * @returns makes such a change at once, or holds it; what is held is kept as it is given, as JSON
 */
export function approvableChange<Subject extends Node, Held extends object, Item>(
  kind: string,
  { make, ask, ...given }: ApprovableChange<Subject, Held, Item>,
): (context: CallContext, held: Held) => Promise<Saved<Item>> {
  onChangeVerdicts<Subject, Held>(kind, { ...given, make });
  return (context, held) =>
    changeOrHold(
      context,
      (tx) => make(tx, held, null),
      async (tx, changes) => {
        const { request, item } = await ask(tx, held);
        await askApproval(tx, { kind, ...request, ...holding(changes, held) });
        return item;
      },
    );
}
