import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { approvableChange, type Approved, type Change, type Saved } from '../../kernel/process/index.js';
import { applyChanges, expectVersion } from '../../kernel/record/index.js';
import { refuseBadRule } from '../../kernel/rules/index.js';
import {
  admitApprover,
  LifecycleControlKind,
  maintainedRequest,
  OfferingComponent,
  OfferingStatus,
  ownershipFor,
  requireLevel,
} from '../catalogue/index.js';
import type { LifecycleControlKindSaveInput } from './commitment.input.js';
import { controlVariables } from './commitment-variables.js';

const at = (field: string) => ['input', field];
const KIND = at('lifecycleControlKindId');

/**
 * Writes a kind of life-cycle control, which belongs to the level at which it is written, or changes it (PRD-09, PRD-38). Sales of all
 * offerings that use it follow a change: once one of them has been approved, somebody else approves the change first (WFL-28).
 */
export const saveLifecycleControlKind = (
  context: CallContext,
  input: LifecycleControlKindSaveInput,
): Promise<Saved<LifecycleControlKind>> => saved(context, { input });

/** Kind of approval of a change of a kind of life-cycle control that is in use (WFL-28, PRD-38). */
const LIFECYCLE_CONTROL_KIND = 'LIFECYCLE_CONTROL_KIND';

const saved = approvableChange(LIFECYCLE_CONTROL_KIND, {
  ...{ subject: LifecycleControlKind, admit: admitApprover, make: save },
  ask: async (tx, { input }) => {
    const kind = await tx.get(LifecycleControlKind, input.lifecycleControlKindId!, KIND);
    return { request: { ...maintainedRequest(kind), path: KIND }, item: kind };
  },
});

async function save(
  tx: Transaction,
  { input }: { input: LifecycleControlKindSaveInput },
  approved: Approved | null,
): Promise<Change<LifecycleControlKind>> {
  const { lifecycleControlKindId: id } = input;
  const existing = id ? await tx.get(LifecycleControlKind, id, KIND) : null;
  if (existing && !approved) await requireLevel(tx, existing, KIND);
  if (existing && (input.level || input.ownerId))
    refuse('CONTRADICTORY', 'Who owns a kind never changes.', at(input.level ? 'level' : 'ownerId'));
  if (existing) expectVersion(existing, input.expectedVersion, at('expectedVersion'));
  const kind = existing ?? (await newKind(tx, input));
  const changes = applyChanges(kind, {
    name: input.name ?? undefined,
    fulfilled: input.fulfilled ?? undefined,
    active: input.active ?? undefined,
  });
  if (!kind.name) refuse('REQUIRED', 'A kind needs a name.', at('name'));
  if (!kind.fulfilled) refuse('REQUIRED', 'A kind needs a condition.', at('fulfilled'));
  refuseBadRule(kind.fulfilled, controlVariables, at('fulfilled'));
  if (!existing) {
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'lifecycleControlKind.created',
      subject: tx.add(kind),
      data: { code: kind.code },
    });
    return { item: kind, changes: [], sold: false };
  }
  if (changes.length > 0) {
    kind.version += 1;
    tx.record({
      kind: 'RECORD_CHANGE',
      type: 'lifecycleControlKind.changed',
      subject: kind,
      data: { changes, ...approved },
    });
  }
  return { item: kind, changes, sold: await isInUse(tx, kind) };
}

async function newKind(tx: Transaction, input: LifecycleControlKindSaveInput): Promise<LifecycleControlKind> {
  const { code, level, ownerId } = input;
  const ownership = await ownershipFor(tx, { level: level ?? null, ownerId: ownerId ?? null }, ['input']);
  if (!code) return refuse('REQUIRED', 'A new kind needs a code.', at('code'));
  if (await tx.em.findOne(LifecycleControlKind, { code }))
    refuse('DUPLICATE', 'Another kind has this code.', at('code'));
  return Object.assign(new LifecycleControlKind(), { code, active: true, ...ownership });
}

/** Whether an offering that has been approved bundles something that is kept by it. */
async function isInUse(tx: Transaction, kind: LifecycleControlKind): Promise<boolean> {
  const approvedOnes = { offering: { status: { $ne: OfferingStatus.PENDING_APPROVAL } } };
  return (await tx.em.findOne(OfferingComponent, { controlKind: kind.id, ...approvedOnes })) !== null;
}
