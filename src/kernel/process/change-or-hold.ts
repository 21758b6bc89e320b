import { isDeepStrictEqual } from 'node:util';
import type { CallContext } from '../database/context.js';
import type { Transaction } from '../database/transaction.js';
import { Refusal, refuse } from '../errors/index.js';
import type { FieldChange } from '../record/index.js';
import type { ApprovalRequest, Verdict } from './approval.js';

/** What a change did, or would do. */
export interface Change<Item> {
  item: Item;
  /** What becomes different, as the person sees it who has to approve it; empty for nothing. */
  changes: readonly FieldChange[];
  /** Whether somebody else approves it first. */
  sold: boolean;
}

/** Something that was changed, or is to be. */
export interface Saved<Item> {
  /** As it stands; null for what comes to be by approval only. */
  item: Item | null;
  /** True: the change waits for approval, and nothing of it has happened yet. */
  held: boolean;
}

/** Who had proposed what is done now, for the history. */
export interface Approved {
  approvalNo: string;
  proposedBy: string;
}

/** Ends a trial of a change without writing it. */
class Tried extends Error {
  constructor(readonly changes: readonly FieldChange[]) {
    super('This change needs approval.');
  }
}

/**
 * Changes what is not sold yet. What is sold is tried, so that whoever asks learns of faults at once, and then held until somebody else
 * approves it. What it was tried on may change before it is held: its approval is refused then, see {@link refuseOvertaken}.
 */
export async function changeOrHold<Item>(
  context: CallContext,
  change: (tx: Transaction) => Promise<Change<Item> & { held?: boolean }>,
  hold: (tx: Transaction, changes: readonly FieldChange[]) => Promise<Item | null>,
): Promise<Saved<Item>> {
  try {
    return await context.database.write(context, async (tx) => {
      const { item, changes, sold, held = false } = await change(tx);
      await tx.em.flush();
      if (sold && changes.length > 0) throw new Tried(changes);
      return { item, held };
    });
  } catch (error) {
    if (!(error instanceof Tried)) throw error;
    const { changes } = error;
    return context.database.write(context, async (tx) => ({ item: await hold(tx, changes), held: true }));
  }
}

// As JSON keeps them: dates are texts, and what is undefined is not there.
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** What an approval of changes shows and holds. @param held what else is needed to make them */
export function holding(
  changes: readonly FieldChange[],
  held: object,
): Pick<ApprovalRequest, 'changes'> & { held: Record<string, unknown> } {
  const shown = plain(changes);
  return {
    changes: Object.fromEntries(shown.map((change) => [change.field, { old: change.old, new: change.new }])),
    held: { ...plain(held), changes: shown },
  };
}

/** Makes the change that an approval held, and refuses it with VERSION_CONFLICT when it is not what was approved any more. */
export async function makeHeld(
  { held, approvalNo, askedBy }: Pick<Verdict, 'held' | 'approvalNo' | 'askedBy'>,
  make: (approved: Approved) => Promise<{ changes: readonly FieldChange[] }>,
): Promise<void> {
  try {
    const { changes } = await make({ approvalNo, proposedBy: askedBy });
    refuseOvertaken(held!['changes'], changes);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // The fields that it names are those of the proposal, not of the decision.
    throw new Refusal(error.userErrors.map((each) => ({ ...each, path: [] })));
  }
}

/** Refuses what became different since it was proposed. */
export function refuseOvertaken(proposed: unknown, now: unknown): void {
  if (!isDeepStrictEqual(plain(now), proposed))
    refuse('VERSION_CONFLICT', 'What it changes is different since the change was proposed; propose it anew.', []);
}
