import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import { approvableChange, type Approved, type Change, type Saved } from '../../kernel/process/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import {
  admitApprover,
  changingOffering,
  maintainedRequest,
  Offering,
  OfferingStatus,
  OfferingTariff,
  priceChanges,
  requireMaintainer,
  TariffPlan,
  TariffPlanStatus,
} from '../catalogue/index.js';
import { changedPeriod } from './changed-period.js';
import type { OfferingTariffSaveInput } from './tariff-plan.input.js';

/**
 * Ties a plan to an offering or changes how it is tied: default, required, for how long (PRD-86 to PRD-90). Once the offering has been
 * approved, somebody else approves that first (WFL-28).
 */
export function saveOfferingTariff(
  context: CallContext,
  input: OfferingTariffSaveInput,
): Promise<Saved<OfferingTariff>> {
  return saved(context, { input });
}

async function tie(
  tx: Transaction,
  { input }: { input: OfferingTariffSaveInput },
  approved: Approved | null,
): Promise<Change<OfferingTariff>> {
  const offering = await tx.get(Offering, input.offeringId, ['input', 'offeringId']);
  if (!approved) await requireMaintainer(tx, offering, ['input', 'offeringId']);
  const tariffPlan = await tx.get(TariffPlan, input.tariffPlanId, ['input', 'tariffPlanId'], { lock: false });
  if (tariffPlan.status === TariffPlanStatus.EXPIRED)
    refuse('NOT_SELLABLE', 'The tariff plan has expired.', ['input', 'tariffPlanId']);
  const present = await tx.em.findOne(OfferingTariff, { offering: offering.id, tariffPlan: tariffPlan.id });
  const validity = changedPeriod(present?.validity ?? TimePeriod.since(tx.at), input);
  const { required, priority } = input;
  const make = () => {
    const link =
      present ?? tx.add(Object.assign(new OfferingTariff(), { offering, tariffPlan, isDefault: false, validity }));
    const changed = applyChanges(link, {
      ...{ isDefault: input.isDefault ?? undefined, required: required ?? undefined, priority, validity },
    });
    return Promise.resolve({ link, changed });
  };
  // What was sold stays on the plans that everybody had to have then; what nobody could buy yet has no versions of its prices.
  const { link, changed } =
    offering.status === OfferingStatus.PENDING_APPROVAL
      ? await make()
      : await changingOffering(tx, offering, { told: true, ...(approved ? { by: approved.proposedBy } : {}) }, make);
  if (link.isDefault) await refuseSecondDefault(tx, link, offering, tariffPlan);
  const tied = { field: `tariff ${tariffPlan.code}`, old: present ? true : null, new: true };
  const different = changed.length > 0 || !present;
  if (different) {
    priceChanges.tell(tx, { source: 'offering', id: offering.id, mark: tx.at.toISOString() });
    tx.record({
      kind: 'RECORD_CHANGE',
      type: 'offering.changed',
      subject: offering,
      data: { changes: [tied, ...changed], ...approved },
    });
  }
  // A new tie without a first moment begins when it is approved.
  const since = { field: 'validity', old: null, new: { from: input.validFrom ?? null, to: input.validTo ?? null } };
  return {
    item: link,
    changes: different ? [tied, ...changed, ...(present ? [] : [since])] : [],
    sold: offering.status !== OfferingStatus.PENDING_APPROVAL,
  };
}

/** Kind of approval of how an offering is tied to a tariff plan (WFL-28, PRD-86). */
const OFFERING_TARIFF = 'OFFERING_TARIFF';

const saved = approvableChange(OFFERING_TARIFF, {
  ...{ subject: Offering, admit: admitApprover, make: tie },
  ask: async (tx, { input }) => {
    const offering = await tx.get(Offering, input.offeringId, ['input', 'offeringId']);
    const plan = await tx.get(TariffPlan, input.tariffPlanId, ['input', 'tariffPlanId'], { lock: false });
    return {
      request: { ...maintainedRequest(offering), path: ['input', 'offeringId'] },
      item: await tx.em.findOne(OfferingTariff, { offering: offering.id, tariffPlan: plan.id }),
    };
  },
});

/** One default at a time in each currency; a successor may wait for the end of its predecessor (PRD-88, PRD-90). */
async function refuseSecondDefault(
  tx: Transaction,
  { validity: own }: OfferingTariff,
  offering: Offering,
  plan: TariffPlan,
): Promise<void> {
  const others = await tx.em.find(
    OfferingTariff,
    { offering: offering.id, isDefault: true, tariffPlan: { $ne: plan.id } },
    { populate: ['tariffPlan'] },
  );
  const same = others.find(
    ({ tariffPlan, validity }) =>
      tariffPlan.price.currency === plan.price.currency &&
      (!validity.to || validity.to > own.from) &&
      (!own.to || own.to > validity.from) &&
      // What is over is in nobody's way, even where a new tie is said to have begun long ago.
      (!validity.to || validity.to > tx.at),
  );
  if (same)
    refuse('CONTRADICTORY', `${same.tariffPlan.code} is the default in ${plan.price.currency}.`, [
      'input',
      'isDefault',
    ]);
}
