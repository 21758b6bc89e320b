import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import {
  type Approved,
  askApproval,
  type Change,
  changeOrHold,
  holding,
  onChangeVerdicts,
  type Saved,
} from '../../kernel/process/index.js';
import { admitApprover } from './catalogue-approvals.js';
import { requireMaintainer } from './maintenance.js';
import { OfferingComponent } from './offering-component.js';
import type { OfferingSlaCreateInput, OfferingSlaItemInput } from './offering-sla.input.js';
import { OfferingSlaItem } from './offering-sla-item.js';
import { OfferingSla } from './offering-sla.js';
import { Offering, OfferingStatus } from './offering.js';
import { SlaIndicator } from './sla-indicator.js';
import { type Promised, readPromise } from './sla-promise.js';
import { slaPromiseObjection, slaRangeObjection } from './sla-range.js';
import { SlaTemplateItem } from './sla-template-item.js';
import { SlaTemplate } from './sla-template.js';
import { TariffPlan, TariffPlanStatus } from './tariff-plan.js';
import { refuseDoubled } from './validity.js';
import { changingOffering } from './versions.js';

const OFFERING = ['input', 'offeringId'];

/**
 * Gives an offering one more standard service level; a promise outside the range of the product is refused (PRD-59). One that has a price
 * of its own changes what is paid: once the offering has been approved, somebody else approves that first (WFL-28).
 */
export const createOfferingSla = (context: CallContext, input: OfferingSlaCreateInput): Promise<Saved<OfferingSla>> =>
  changeOrHold(
    context,
    (tx) => create(tx, input, null),
    async (tx, changes) => {
      const offering = await tx.get(Offering, input.offeringId, OFFERING);
      await askApproval(tx, {
        ...{ kind: OFFERING_SLA, subject: offering, title: `${offering.code} ${offering.name}`, path: OFFERING },
        ...{
          ...holding(changes, { input }),
          regionId: offering.owner?.id ?? null,
          variables: { level: offering.level },
        },
      });
      return null;
    },
  );

/** Kind of approval of a service level with a price, for an offering that has been approved (WFL-28, PRD-57). */
const OFFERING_SLA = 'OFFERING_SLA';

onChangeVerdicts<Offering, { input: OfferingSlaCreateInput }>(OFFERING_SLA, {
  ...{ subject: Offering, admit: admitApprover },
  make: (tx, { input }, approved) => create(tx, input, approved),
});

async function create(
  tx: Transaction,
  input: OfferingSlaCreateInput,
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
  const tariffPlan = input.tariffPlanId
    ? await tx.get(TariffPlan, input.tariffPlanId, ['input', 'tariffPlanId'], { lock: false })
    : null;
  // Else nobody would have approved what its customers pay.
  if (tariffPlan?.status === TariffPlanStatus.DRAFT)
    refuse('NOT_SELLABLE', 'The tariff plan is not approved yet.', ['input', 'tariffPlanId']);
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

async function addItems(
  tx: Transaction,
  offeringSla: OfferingSla,
  inputs: readonly OfferingSlaItemInput[],
  path: InputPath,
): Promise<void> {
  refuseDoubled(inputs, (item) => item.indicatorId, path, 'indicatorId');
  for (const [index, input] of inputs.entries()) {
    const { indicatorId } = input;
    const at = [...path, index];
    const indicator = await tx.get(SlaIndicator, indicatorId, [...at, 'indicatorId'], { lock: false });
    const key = { template: offeringSla.template.id, indicator: indicator.id };
    const range = await tx.em.findOne(SlaTemplateItem, key);
    if (!range)
      return refuse('CONTRADICTORY', `The template has no indicator ${indicator.code}.`, [...at, 'indicatorId']);
    const promise = readPromise(indicator, input, at);
    const objection = slaPromiseObjection(range, promise);
    if (objection)
      refuse(
        'OUT_OF_RANGE',
        `What is promised for ${indicator.code} is outside the range of the product: ${objection}.`,
        [...at, fieldOf(range, promise)],
        {
          indicator: indicator.code,
          min: range.min ?? null,
          max: range.max ?? null,
        },
      );
    tx.add(Object.assign(new OfferingSlaItem(), { offeringSla, indicator, ...promise }));
  }
}

/** The field of an input whose value lies outside of the range. */
function fieldOf(range: SlaTemplateItem, { min = null, max = null, allowedValues }: Promised): string {
  if (allowedValues.length > 0) return 'allowedValues';
  if (min === null && max === null) return 'value';
  const low = min === null ? range.min != null : slaRangeObjection({ ...range, max: null }, min) !== undefined;
  return low ? 'min' : 'max';
}
