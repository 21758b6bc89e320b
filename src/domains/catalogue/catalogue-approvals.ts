import { actingUnder, refuseMisuse, requirePermission } from '../../kernel/access/index.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import type { Node } from '../../kernel/model/index.js';
import { type ApprovalRequest, type ChangeRequest, onVerdict, type Verdict } from '../../kernel/process/index.js';
import { type Maintained, requireMaintainer, secondPersonObjection } from './maintenance.js';
import { OfferingAction, offeringLifecycle } from './offering.lifecycle.js';
import { Offering, OfferingStatus } from './offering.js';
import { CATALOGUE_APPROVE } from './permissions.js';
import { ProductAction, productLifecycle } from './product.lifecycle.js';
import { Product, ProductStatus } from './product.js';
import { TariffRule } from './tariff-rule.js';

/** Kinds of approval of the catalogue (WFL-28). */
export const OFFERING = 'OFFERING';
export const PRODUCT = 'PRODUCT';
/** That an expired product comes into use again. */
export const PRODUCT_EXTENSION = 'PRODUCT_EXTENSION';

/** What is asked about whatever a level of the operator maintains. */
export const maintainedRequest = <Item extends Node & Maintained & { code: string; name: string }>(
  item: Item,
): ChangeRequest<Item> => ({
  ...{ subject: item, title: `${item.code} ${item.name}` },
  ...{ regionId: item.owner?.id ?? null, variables: { level: item.level } },
});

const configured = (item: Offering | Product) => ({
  ...maintainedRequest(item),
  ...(item.configuredBy ? { askedBy: item.configuredBy } : {}),
});

/** What is asked about a new offering, in the name of who configured it. */
export const offeringApproval = (offering: Offering): ApprovalRequest => ({
  ...{ kind: OFFERING, ...configured(offering) },
});

/** What is asked about a new or an expired product, in the name of who configured it. */
export const productApproval = (product: Product, kind = PRODUCT): ApprovalRequest => ({
  ...{ kind, ...configured(product) },
});

/** Whoever maintains an item and may approve decides about it where the operator has published no process of their own. */
export async function admitApprover(tx: Transaction, item: Maintained, path: InputPath): Promise<void> {
  requirePermission(tx.caller, CATALOGUE_APPROVE);
  // However the decision comes, what limits the permission to approve limits it.
  const use = { productLineId: item.productLine?.id ?? null };
  refuseMisuse(actingUnder(tx.caller, CATALOGUE_APPROVE), use, path);
  await requireMaintainer(tx, item, path);
}

/** Refuses who configured an item to decide about it, as its life cycle does. */
export function refuseFirstPerson(
  tx: Transaction,
  item: { configuredBy?: string | null },
  details: { state: string; action: string },
): void {
  const objection = secondPersonObjection(item, tx);
  if (objection) refuse('GUARD_REFUSED', objection, [], { ...details, guard: 'secondPerson' });
}

const noted = ({ remark, approvalNo }: Verdict) => ({ reason: remark, data: { approvalNo } });

onVerdict<Offering>(OFFERING, {
  subject: Offering,
  admit: admitApprover,
  // Whoever tied it to a plan is its author too.
  asItStands: () => Promise.resolve([]),
  decided: async (tx, verdict) => {
    if (verdict.result === 'WITHDRAWN') return;
    const action = verdict.result === 'APPROVED' ? OfferingAction.APPROVE : OfferingAction.RETURN;
    await offeringLifecycle.move(tx, verdict.subject, action, noted(verdict as Verdict));
  },
});

onVerdict<Product>(PRODUCT, {
  subject: Product,
  admit: admitApprover,
  // Its standard prices are approved along with it.
  asItStands: async (tx, { id }) => (await tx.em.find(TariffRule, { product: id })).map((price) => price.id),
  decided: async (tx, verdict) => {
    if (verdict.result === 'WITHDRAWN') return;
    const action = verdict.result === 'APPROVED' ? ProductAction.APPROVE : ProductAction.RETURN;
    await productLifecycle.move(tx, verdict.subject, action, noted(verdict as Verdict));
  },
});

onVerdict<Product>(PRODUCT_EXTENSION, {
  subject: Product,
  admit: admitApprover,
  decided: async (tx, verdict) => {
    if (verdict.result !== 'APPROVED') return;
    await productLifecycle.move(tx, verdict.subject, ProductAction.EXTEND, noted(verdict as Verdict));
  },
});

/** Whether an item is still to be approved. */
export const isUnapproved = ({ status }: Offering | Product): boolean =>
  status === OfferingStatus.PENDING_APPROVAL || status === ProductStatus.PENDING_APPROVAL;
