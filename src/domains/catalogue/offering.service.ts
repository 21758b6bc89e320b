import { refuseMisuse, requirePermission } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { askApproval, decideApproval, withdrawApproval } from '../../kernel/process/index.js';
import { isUnapproved, OFFERING, offeringApproval, refuseFirstPerson } from './catalogue-approvals.js';
import { guaranteeOf } from './guarantee-type.service.js';
import { ownerFor, requireMaintainer, secondPersonObjection } from './maintenance.js';
import { addPlacements, addTariffs, setComponents } from './offering-parts.js';
import type { OfferingCreateInput, OfferingStatusChangeInput } from './offering.input.js';
import { OfferingAction, offeringLifecycle } from './offering.lifecycle.js';
import { Offering } from './offering.js';
import { ProductLine } from './product-line.js';
import { CATALOGUE_APPROVE } from './permissions.js';
import { requirePaymentMethods } from './payment-method.service.js';
import { packageComponents } from './product-package.service.js';
import { validityFrom } from './validity.js';
import { offeringVersion } from './versions.js';

/** Writes a new offering, PENDING_APPROVAL, with its products, tariff plans and places in catalogues. */
export async function createOffering(context: CallContext, input: OfferingCreateInput): Promise<Offering> {
  return context.database.write(context, async (tx) => {
    if (await tx.em.findOne(Offering, { code: input.code }))
      refuse('DUPLICATE', 'Another offering has this code.', ['input', 'code']);
    await requirePaymentMethods(tx, input.paymentMethods ?? [], ['input', 'paymentMethods']);
    const { productPackage, components } = await packageComponents(tx, input.packageId, ['input', 'packageId']);
    const own = input.components ?? [];
    if (own.length + components.length === 0)
      refuse('TOO_FEW', 'At least 1 needed.', ['input', 'components'], { min: 1 });
    const offering = Object.assign(new Offering(), {
      productPackage,
      code: input.code,
      name: input.name,
      salesTerms: input.salesTerms ?? null,
      serviceContent: input.serviceContent ?? null,
      level: input.level,
      owner: await ownerFor(tx, input, ['input']),
      configuredBy: tx.caller.subject,
      configuredAt: tx.at,
      validity: validityFrom(tx, input, ['input']),
      productLine: input.productLineId
        ? await tx.get(ProductLine, input.productLineId, ['input', 'productLineId'], { lock: false })
        : null,
      paymentMethods: input.paymentMethods ?? [],
      clonedFrom: null,
      ...(await guaranteeOf(tx, input)),
    });
    refuseMisuse(tx.caller, { productLineId: offering.productLine?.id ?? null }, ['input', 'productLineId']);
    offeringLifecycle.begin(tx, tx.add(offering));
    // What the caller gave comes first, so that its faults name its places in the list.
    await setComponents(tx, offering, [...own, ...components], ['input', 'components']);
    await addTariffs(tx, offering, input.tariffs, ['input', 'tariffs']);
    await addPlacements(tx, offering, input.placements ?? [], ['input', 'placements']);
    await offeringVersion(tx, offering);
    await askApproval(tx, offeringApproval(offering));
    return offering;
  });
}

const approvals: readonly OfferingAction[] = [OfferingAction.APPROVE, OfferingAction.RETURN];
const needsReason: readonly OfferingAction[] = [OfferingAction.RETURN, OfferingAction.WITHDRAW_PRICING];

/** Steps that nobody takes by themselves: what takes them (PRD-51, PRD-52, PRD-118). */
const follows: Partial<Record<OfferingAction, string>> = {
  [OfferingAction.REQUEST_PRICING]: 'offeringPricingRequest sends it to billing, with an order.',
  [OfferingAction.ACCEPT_PRICE]: 'The reply of billing to a pricing order accepts its price; see pricingReply.',
  [OfferingAction.REFUSE_PRICE]: 'The reply of billing to a pricing order refuses its price; see pricingReply.',
  [OfferingAction.OPEN_TO_CUSTOMER]: 'The reply of billing to an individual plan opens it.',
};

/**
 * Takes an offering from one state to another (PRD-32): to approve it, or to send it back, decides the approval that was asked for; who
 * configured it takes that back instead. Publishing is refused with GUARD_REFUSED while something is missing.
 */
export async function changeOfferingStatus(context: CallContext, input: OfferingStatusChangeInput): Promise<Offering> {
  return context.database.write(context, async (tx) => {
    const offering = await tx.get(Offering, input.offeringId, ['input', 'offeringId']);
    if (approvals.includes(input.action)) requirePermission(tx.caller, CATALOGUE_APPROVE);
    await requireMaintainer(tx, offering, ['input', 'offeringId']);
    const follow = follows[input.action];
    if (follow) refuse('CONTRADICTORY', follow, ['input', 'action']);
    if (needsReason.includes(input.action) && !input.reason)
      refuse('REQUIRED', `${input.action} needs a reason.`, ['input', 'reason']);
    if (approvals.includes(input.action) && isUnapproved(offering)) await decide(tx, offering, input);
    else await offeringLifecycle.move(tx, offering, input.action, { reason: input.reason ?? null });
    return offering;
  });
}

async function decide(tx: Transaction, offering: Offering, { action, reason = null }: OfferingStatusChangeInput) {
  const approved = action === OfferingAction.APPROVE;
  const path = ['input', 'offeringId'];
  if (approved) refuseFirstPerson(tx, offering, { state: offering.status, action });
  else if (secondPersonObjection(offering, tx)) {
    await withdrawApproval(tx, OFFERING, offering, reason);
    return offeringLifecycle.move(tx, offering, action, { reason });
  }
  await decideApproval(tx, { ...offeringApproval(offering), approved, remark: reason, path });
}
