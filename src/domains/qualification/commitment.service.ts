import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { approvableChange, type Approved, type Change, type Saved } from '../../kernel/process/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { refuseBadRule } from '../../kernel/rules/index.js';
import {
  admitApprover,
  BreachAction,
  changingOffering,
  CustomerServiceType,
  LifecycleControl as Control,
  LifecycleControlKind,
  maintainedRequest,
  Offering,
  OfferingComponent,
  OfferingService,
  OfferingStatus,
  OfferingTariff,
  Product,
  ProductService,
  requireMaintainer,
  soldIn,
  TariffPlan,
} from '../catalogue/index.js';
import { requireExactly } from '../pricing/index.js';
import type { OfferingCommitmentSaveInput, OfferingServicesSaveInput } from './commitment.input.js';
import { penaltyVariables } from './commitment-variables.js';

const at = (field: string) => ['input', field];

/**
 * Says how long a bundled product must be kept, and what follows a breach (PRD-38 to PRD-40). What was sold before stays on what was agreed
 * (PRD-53). Once the offering has been approved, somebody else approves that first (WFL-28).
 */
export const saveCommitment = (context: CallContext, input: OfferingCommitmentSaveInput): Promise<Saved<Offering>> =>
  saved(context, { input });

/** Kind of approval of how long a bundled product must be kept (WFL-28, PRD-38). */
const OFFERING_COMMITMENT = 'OFFERING_COMMITMENT';

const saved = approvableChange(OFFERING_COMMITMENT, {
  ...{ subject: Offering, admit: admitApprover, make: commit },
  ask: async (tx, { input }) => {
    const offering = await tx.get(Offering, input.offeringId, at('offeringId'));
    return {
      request: { ...maintainedRequest(offering), reason: input.reason || null, path: at('offeringId') },
      item: offering,
    };
  },
});

async function commit(
  tx: Transaction,
  { input }: { input: OfferingCommitmentSaveInput },
  approved: Approved | null,
): Promise<Change<Offering>> {
  const offering = await tx.get(Offering, input.offeringId, at('offeringId'));
  if (!approved) await requireMaintainer(tx, offering, at('offeringId'));
  const product = await tx.get(Product, input.productId, at('productId'), { lock: false });
  const component = await tx.em.findOne(
    OfferingComponent,
    { offering: offering.id, product: product.id },
    { populate: ['controlKind', 'replacementPlan'] },
  );
  if (!component) return refuse('NOT_IN_OFFERING', 'The offering does not contain this product.', at('productId'));
  const values = await commitmentValues(tx, offering, input);
  const reason = input.reason ?? null;
  const why = { reason, told: true, ...(approved ? { by: approved.proposedBy } : {}) };
  const changed = await changingOffering(tx, offering, why, () => Promise.resolve(applyChanges(component, values)));
  const changes = changed.map(({ field, ...rest }) => ({ field: `${product.code}.${field}`, ...rest }));
  if (changes.length > 0)
    tx.record({
      ...{ kind: 'RECORD_CHANGE', type: 'offering.changed', subject: offering, reason },
      data: { changes, ...approved },
    });
  return { item: offering, changes, sold: offering.status !== OfferingStatus.PENDING_APPROVAL };
}

async function commitmentValues(tx: Transaction, offering: Offering, input: OfferingCommitmentSaveInput) {
  const { control, breachAction } = input;
  const controlled = control !== Control.NONE;
  requireExactly(control === Control.ABSOLUTE_TIME, input.keepUntil, 'The end of the commitment', at('keepUntil'));
  requireExactly(control === Control.RELATIVE_TIME, input.keepMonths, 'The number of months', at('keepMonths'));
  requireExactly(control === Control.SPEND_AMOUNT, input.keepUntilSpent, 'The amount', at('keepUntilSpent'));
  requireExactly(control === Control.OTHER, input.controlKindId, 'The kind of control', at('controlKindId'));
  requireExactly(controlled, breachAction, 'What follows a breach', at('breachAction'));
  // The usual penalty is of months or of an amount, and a kind of control counts neither: the breach would cost nothing.
  if (control === Control.OTHER && breachAction === BreachAction.PENALTY && !input.penaltyFormula)
    refuse('REQUIRED', 'A penalty under a kind of control needs a formula.', at('penaltyFormula'));
  const refuseStray = (stray: boolean, value: unknown, field: string) => {
    if (stray && value != null) refuse('CONTRADICTORY', 'This means nothing here.', at(field));
  };
  refuseStray(control !== Control.OTHER, input.controlValues, 'controlValues');
  refuseStray(breachAction !== BreachAction.PENALTY, input.penaltyFormula, 'penaltyFormula');
  refuseStray(breachAction !== BreachAction.REPLACE_PLAN, input.replacementPlanId, 'replacementPlanId');
  refuseStray(!controlled, input.guardedServices, 'guardedServices');
  refuseStray(!controlled, input.breachPrompt, 'breachPrompt');
  if (input.penaltyFormula) refuseBadRule(input.penaltyFormula, penaltyVariables, at('penaltyFormula'), 'number');
  const guardedServices = input.guardedServices ?? [CustomerServiceType.REMOVE];
  checkServices(guardedServices, 'guardedServices', [CustomerServiceType.INSTALL]);
  if (controlled && guardedServices.length === 0)
    refuse('TOO_FEW', 'A control guards against at least one service.', at('guardedServices'), { min: 1 });
  return {
    lifecycleControl: control,
    keepUntil: input.keepUntil ? new Date(input.keepUntil) : null,
    keepMonths: input.keepMonths ?? null,
    keepUntilSpent: input.keepUntilSpent ?? null,
    controlKind: input.controlKindId ? await activeKind(tx, offering, input.controlKindId) : null,
    controlValues: input.controlValues ?? [],
    guardedServices,
    breachAction: breachAction ?? null,
    penaltyFormula: input.penaltyFormula ?? null,
    replacementPlan: input.replacementPlanId ? await soldPlan(tx, offering, input.replacementPlanId) : null,
    breachPrompt: input.breachPrompt ?? null,
  };
}

/** A kind that bundles may use where the offering is maintained: one of the headquarters, or of a region around. */
async function activeKind(tx: Transaction, offering: Offering, id: string): Promise<LifecycleControlKind> {
  const path = at('controlKindId');
  const kind = await tx.get(LifecycleControlKind, id, path, { lock: false });
  if (!kind.active) refuse('INVALID_STATE', 'Bundles no longer use this kind.', path);
  await tx.em.populate(kind, ['owner']);
  await tx.em.populate(offering, ['owner']);
  if (kind.owner && !(offering.owner && soldIn(kind, offering.owner)))
    refuse('OUTSIDE_AREA', 'The kind is maintained for a smaller area than the offering.', path, {
      area: kind.owner.code,
    });
  return kind;
}

async function soldPlan(tx: Transaction, offering: Offering, id: string): Promise<TariffPlan> {
  const plan = await tx.get(TariffPlan, id, at('replacementPlanId'), { lock: false });
  const sold = await tx.em.findOne(OfferingTariff, { offering: offering.id, tariffPlan: plan.id });
  return sold ? plan : refuse('NOT_SOLD_WITH', 'The offering is not sold with this plan.', at('replacementPlanId'));
}

/**
 * Says which customer services are permitted on what is sold through an offering from now on, as a new version of it (PRD-41, PRD-53). What was
 * sold before stays on what its own version permits.
 */
export async function saveOfferingServices(context: CallContext, input: OfferingServicesSaveInput): Promise<Offering> {
  return context.database.write(context, async (tx) => {
    const offering = await tx.get(Offering, input.offeringId, at('offeringId'));
    await requireMaintainer(tx, offering, at('offeringId'));
    checkServices(input.services, 'services');
    const components = await tx.em.find(OfferingComponent, { offering: offering.id });
    const present = await tx.em.find(ProductService, { product: { $in: components.map(({ product }) => product.id) } });
    for (const [index, service] of input.services.entries())
      if (!present.some((each) => each.service === service))
        refuse('SERVICE_NOT_OFFERED', `None of its products has the service ${service}.`, ['input', 'services', index]);
    await changingOffering(tx, offering, { reason: input.reason ?? null }, async () => {
      const before = await tx.em.find(OfferingService, { offering: offering.id });
      for (const each of before) if (!input.services.includes(each.service)) tx.em.remove(each);
      for (const service of input.services as CustomerServiceType[])
        if (!before.some((each) => each.service === service))
          tx.add(Object.assign(new OfferingService(), { offering, service }));
    });
    return offering;
  });
}

function checkServices(services: readonly string[], field: string, without: readonly CustomerServiceType[] = []): void {
  const allowed: readonly string[] = Object.values(CustomerServiceType).filter((each) => !without.includes(each));
  for (const [index, service] of services.entries()) {
    const path = ['input', field, index];
    if (!allowed.includes(service)) refuse('BAD_VALUE', `One of ${allowed.join(', ')} is expected.`, path, { allowed });
    if (services.indexOf(service) !== index) refuse('DUPLICATE', 'The service is named twice.', path);
  }
}
