import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { approvableChange, type Approved, type Change, type Saved } from '../../kernel/process/index.js';
import { admitApprover, maintainedRequest } from './catalogue-approvals.js';
import { requireMaintainer } from './maintenance.js';
import { OfferingComponent } from './offering-component.js';
import type { OfferingSlaCreateInput } from './offering-sla.input.js';
import { addItems } from './offering-sla-items.js';
import { OfferingSla } from './offering-sla.js';
import { Offering, OfferingStatus } from './offering.js';
import { SlaTemplate } from './sla-template.js';
import { TariffPlan, TariffPlanStatus } from './tariff-plan.js';
import { changingOffering } from './versions.js';

const OFFERING = ['input', 'offeringId'];

/**
 * Gives an offering one more standard service level; a promise outside the range of the product is refused (PRD-59). One that has a price
 * of its own changes what is paid: once the offering has been approved, somebody else approves that first (WFL-28).
 */
export const createOfferingSla = (context: CallContext, input: OfferingSlaCreateInput): Promise<Saved<OfferingSla>> =>
  created(context, { input });

/** Kind of approval of a service level with a price, for an offering that has been approved (WFL-28, PRD-57). */
const OFFERING_SLA = 'OFFERING_SLA';

const created = approvableChange(OFFERING_SLA, {
  ...{ subject: Offering, admit: admitApprover, make: create },
  ask: async (tx, { input }) => {
    const offering = await tx.get(Offering, input.offeringId, OFFERING);
    return { request: { ...maintainedRequest(offering), path: OFFERING }, item: null };
  },
});

async function create(
  tx: Transaction,
  { input }: { input: OfferingSlaCreateInput },
  approved: Approved | null,
): Promise<Change<OfferingSla>> {
  const offering = await tx.get(Offering, input.offeringId, OFFERING);
  if (!approved) await requireMaintainer(tx, offering, OFFERING);
  const template = await tx.get(SlaTemplate, input.templateId, ['input', 'templateId']);
  if (!(await tx.em.findOne(OfferingComponent, { offering: offering.id, product: template.product.id })))
    refuse('CONTRADICTORY', 'The template is for a product that the offering does not contain.', [
      'input',
      'templateId',
    ]);
  if (await tx.em.findOne(OfferingSla, { code: input.code }))
    refuse('DUPLICATE', 'Another service level has this code.', ['input', 'code']);
  // The lock on the offering keeps a second default from being made at the same time.
  if (input.isDefault && (await tx.em.findOne(OfferingSla, { offering: offering.id, isDefault: true })))
    refuse('CONTRADICTORY', 'The offering has a default service level already.', ['input', 'isDefault']);
  const tariffPlan = await approvedPlan(tx, input.tariffPlanId);
  const offeringSla = Object.assign(new OfferingSla(), {
    code: input.code,
    name: input.name,
    offering,
    template,
    tariffPlan,
    isDefault: input.isDefault ?? false,
  });
  const by = approved ? { by: approved.proposedBy } : {};
  await changingOffering(tx, offering, by, () => addItems(tx, tx.add(offeringSla), input.items, ['input', 'items']));
  const data = { slaCode: input.code, ...approved };
  tx.record({ kind: 'RECORD_CHANGE', type: 'offering.sla.added', subject: offering, data });
  const { code, name, isDefault = false, items } = input;
  const shown = { name, template: template.code, tariffPlan: tariffPlan?.code ?? null, isDefault, items };
  return {
    item: offeringSla,
    changes: [{ field: `service level ${code}`, old: null, new: shown }],
    sold: tariffPlan !== null && offering.status !== OfferingStatus.PENDING_APPROVAL,
  };
}

/** The plan that goes with a service level, which somebody has approved: else nobody would have approved what its customers pay. */
export async function approvedPlan(tx: Transaction, id: string | null | undefined): Promise<TariffPlan | null> {
  if (!id) return null;
  const path = ['input', 'tariffPlanId'];
  const plan = await tx.get(TariffPlan, id, path, { lock: false });
  if (plan.status === TariffPlanStatus.DRAFT) refuse('NOT_SELLABLE', 'The tariff plan is not approved yet.', path);
  return plan;
}
