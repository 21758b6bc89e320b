import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { approvableChange, type Approved, type Change, type Saved } from '../../kernel/process/index.js';
import type { FieldChange } from '../../kernel/record/index.js';
import { admitApprover, maintainedRequest } from './catalogue-approvals.js';
import { requireMaintainer } from './maintenance.js';
import type { OfferingSlaChangeInput } from './offering-sla.input.js';
import { OfferingSlaItem } from './offering-sla-item.js';
import { addItems } from './offering-sla-items.js';
import { approvedPlan } from './offering-sla.service.js';
import { OfferingSla } from './offering-sla.js';
import { Offering, OfferingStatus } from './offering.js';
import { changingOffering } from './versions.js';

const PATH = ['input', 'offeringSlaId'];

/**
 * Changes what a standard service level of an offering promises, costs and is called, and whether it is preselected (PRD-57 to PRD-60). The
 * offering gets a new version; once it has been approved, somebody else approves the change first (WFL-28).
 */
export const changeOfferingSla = (context: CallContext, input: OfferingSlaChangeInput): Promise<Saved<OfferingSla>> =>
  changed(context, { input });

/** Kind of approval of a changed service level of an offering that has been approved (WFL-28). */
const OFFERING_SLA_CHANGE = 'OFFERING_SLA_CHANGE';

const changed = approvableChange(OFFERING_SLA_CHANGE, {
  ...{ subject: Offering, admit: admitApprover, make: change },
  ask: async (tx, { input }) => {
    const level = await leveled(tx, input.offeringSlaId, null);
    const title = `${level.offering.code} ${level.code}`;
    const reason = input.reason ?? null;
    return { request: { ...maintainedRequest(level.offering), title, reason, path: PATH }, item: level };
  },
});

/** The level with its offering, both locked, which the caller must maintain. */
async function leveled(tx: Transaction, id: string, approved: Approved | null): Promise<OfferingSla> {
  const seen = await tx.get(OfferingSla, id, PATH, { lock: false });
  const offering = (await tx.find(Offering, seen.offering.id))!;
  if (!approved) await requireMaintainer(tx, offering, PATH);
  if (offering.status === OfferingStatus.EXPIRED)
    refuse('INVALID_TRANSITION', 'What has left the market is not changed any more.', PATH);
  const level = await tx.get(OfferingSla, id, PATH);
  await tx.em.populate(level, ['offering', 'template', 'tariffPlan']);
  return level;
}

async function change(
  tx: Transaction,
  { input }: { input: OfferingSlaChangeInput },
  approved: Approved | null,
): Promise<Change<OfferingSla>> {
  const level = await leveled(tx, input.offeringSlaId, approved);
  const { offering } = level;
  const levels = () => tx.em.find(OfferingSla, { offering: offering.id }, { populate: ['tariffPlan'] });
  const before = await shown(tx, await levels());
  const plan = input.tariffPlanId === undefined ? level.tariffPlan : await approvedPlan(tx, input.tariffPlanId);
  const reason = input.reason ?? null;
  const why = { reason, ...(approved ? { by: approved.proposedBy } : {}) };
  await changingOffering(tx, offering, why, async () => {
    if (input.name) level.name = input.name;
    level.tariffPlan = plan ?? null;
    if (input.isDefault) for (const other of await levels()) other.isDefault = other.id === level.id;
    else if (input.isDefault === false) level.isDefault = false;
    if (!input.items) return;
    // The same indicator may be promised anew.
    await tx.em.flush();
    await tx.em.nativeDelete(OfferingSlaItem, { offeringSla: level.id });
    await addItems(tx, level, input.items, ['input', 'items']);
  });
  await tx.em.flush();
  const after = await shown(tx, await levels());
  const changes = Object.keys(after).flatMap((field): FieldChange[] => {
    const [old, now] = [before[field] ?? null, after[field] ?? null];
    return JSON.stringify(old) === JSON.stringify(now) ? [] : [{ field, old, new: now }];
  });
  if (changes.length > 0)
    tx.record({
      ...{ kind: 'RECORD_CHANGE', type: 'offering.sla.changed', subject: offering, reason },
      data: { slaCode: level.code, changes, ...approved },
    });
  return { item: level, changes, sold: offering.status !== OfferingStatus.PENDING_APPROVAL };
}

/** The levels of an offering as a person sees them who approves a change of them, by code. */
async function shown(tx: Transaction, levels: readonly OfferingSla[]): Promise<Record<string, unknown>> {
  const promises = await tx.em.find(
    OfferingSlaItem,
    { offeringSla: levels.map(({ id }) => id) },
    { populate: ['indicator'] },
  );
  return Object.fromEntries(
    levels.map(({ id, code, name, tariffPlan, isDefault }) => {
      const items = promises
        .filter(({ offeringSla }) => offeringSla.id === id)
        .map(({ indicator, value, min, max, allowedValues }) => ({
          ...{ indicator: indicator.code, value: value ?? null, min: min ?? null, max: max ?? null, allowedValues },
        }))
        .sort((one, other) => (one.indicator < other.indicator ? -1 : 1));
      return [`service level ${code}`, { name, tariffPlan: tariffPlan?.code ?? null, isDefault, items }];
    }),
  );
}
