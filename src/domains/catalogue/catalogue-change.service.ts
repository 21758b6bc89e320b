import { LockMode } from '@mikro-orm/postgresql';
import { refuseMisuse, requirePermission } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import {
  type ApprovalRequest,
  askApproval,
  decideApproval,
  keepAsking,
  onVerdict,
  withdrawApproval,
} from '../../kernel/process/index.js';
import { admitApprover, offeringApproval, productApproval, refuseFirstPerson } from './catalogue-approvals.js';
import type { CatalogueChangeDecideInput, OfferingChangeInput, ProductChangeInput } from './catalogue-change.input.js';
import { requirePaymentMethods } from './payment-method.service.js';
import { CatalogueChangeAction, catalogueChangeLifecycle } from './catalogue-change.lifecycle.js';
import { CatalogueChange, CatalogueChangeStatus } from './catalogue-change.js';
import { guaranteeOf, namesGuarantee } from './guarantee-type.service.js';
import { requireMaintainer } from './maintenance.js';
import { readComponents, setComponents } from './offering-parts.js';
import { Offering, OfferingStatus } from './offering.js';
import { CATALOGUE_APPROVE } from './permissions.js';
import { ProductLine } from './product-line.js';
import { readAttributes, setAttributes, setServices } from './product-parts.js';
import { Product, ProductStatus } from './product.js';
import { refusingAt } from './refusing-at.js';
import { refuseDoubled } from './validity.js';
import { changingOffering, changingProduct, offeringVersion, productVersion, type Why } from './versions.js';

type ProductValues = Omit<ProductChangeInput, 'productId' | 'reason'>;
type OfferingValues = Omit<OfferingChangeInput, 'offeringId' | 'reason'>;

/** What a change did: at once, or when it is approved. */
export interface Changed<Item> {
  item: Item;
  /** The proposal, when what is to be changed has been approved before. */
  change?: CatalogueChange;
}

/**
 * Changes a product: at once while it waits for approval, else as a proposal that someone else approves (PRD-98). What customers have stays on
 * the version it was sold on.
 */
export async function changeProduct(context: CallContext, input: ProductChangeInput): Promise<Changed<Product>> {
  return context.database.write(context, async (tx) => {
    const { productId, reason, ...values } = input;
    const product = await tx.get(Product, productId, ['input', 'productId']);
    await requireMaintainer(tx, product, ['input', 'productId']);
    if (product.status === ProductStatus.VOID) refuseGone(['input', 'productId']);
    if (product.status === ProductStatus.PENDING_APPROVAL) {
      await changingProduct(tx, product, { reason }, () => applyToProduct(tx, product, values, ['input']));
      await keepAsking(tx, productApproval(product));
      return { item: product };
    }
    checkPeriod(product.validity.from, values.validTo, ['input']);
    if (values.attributes) readAttributes(values.attributes, ['input', 'attributes']);
    if (values.services) refuseDoubled(values.services, (item) => item.service, ['input', 'services'], 'service');
    const { number } = await productVersion(tx, product);
    return { item: product, change: await propose(tx, { product, offering: null }, number, values, reason) };
  });
}

/** Like {@link changeProduct}, for an offering (PRD-53, PRD-98). */
export async function changeOffering(context: CallContext, input: OfferingChangeInput): Promise<Changed<Offering>> {
  return context.database.write(context, async (tx) => {
    const { offeringId, reason, ...values } = input;
    const offering = await tx.get(Offering, offeringId, ['input', 'offeringId']);
    await requireMaintainer(tx, offering, ['input', 'offeringId']);
    if (offering.status === OfferingStatus.EXPIRED) refuseGone(['input', 'offeringId']);
    if (offering.status === OfferingStatus.PENDING_APPROVAL) {
      await changingOffering(tx, offering, { reason }, () => applyToOffering(tx, offering, values, ['input']));
      await keepAsking(tx, offeringApproval(offering));
      return { item: offering };
    }
    checkPeriod(offering.validity.from, values.validTo, ['input']);
    if (values.components) await readComponents(tx, offering, values.components, ['input', 'components']);
    if (values.paymentMethods) await requirePaymentMethods(tx, values.paymentMethods, ['input', 'paymentMethods']);
    await readTerms(tx, offering, values, ['input']);
    const { number } = await offeringVersion(tx, offering);
    return { item: offering, change: await propose(tx, { product: null, offering }, number, values, reason) };
  });
}

/** Approves, rejects or takes back a proposed change; approved, it is a new version in the name of who proposed it (PRD-98). */
export async function decideChange(context: CallContext, input: CatalogueChangeDecideInput): Promise<CatalogueChange> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'changeId'];
    // What is changed is locked before the change, as when it was proposed.
    const seen = await tx.get(CatalogueChange, input.changeId, path, { lock: false });
    const product = seen.product && (await tx.find(Product, seen.product.id));
    const offering = seen.offering && (await tx.find(Offering, seen.offering.id));
    const change = await tx.get(CatalogueChange, input.changeId, path);
    await requireMaintainer(tx, (product ?? offering)!, path);
    const { action, reason } = input;
    if (action !== CatalogueChangeAction.WITHDRAW) requirePermission(tx.caller, CATALOGUE_APPROVE);
    if (action === CatalogueChangeAction.REJECT && !reason)
      refuse('REQUIRED', 'REJECT needs a reason.', ['input', 'reason']);
    const decided = action !== CatalogueChangeAction.WITHDRAW && change.status === CatalogueChangeStatus.PROPOSED;
    if (decided) {
      const approved = action === CatalogueChangeAction.APPROVE;
      refuseFirstPerson(tx, { configuredBy: change.proposedBy }, { state: change.status, action });
      const decision = { ...changeApproval(change), approved, remark: reason ?? null };
      await refusingAt(path, () => decideApproval(tx, decision));
    } else {
      await catalogueChangeLifecycle.move(tx, change, action, { reason: reason ?? null });
      change.decidedAt = tx.at;
      await withdrawApproval(tx, CATALOGUE_CHANGE, change, reason ?? null);
    }
    return change;
  });
}

/** Kind of approval of a proposed change (WFL-28, PRD-98). */
const CATALOGUE_CHANGE = 'CATALOGUE_CHANGE';

/** What is asked about a proposed change, in the name of who proposed it. */
function changeApproval(change: CatalogueChange): ApprovalRequest {
  const item = (change.product ?? change.offering)!;
  return {
    ...{ kind: CATALOGUE_CHANGE, subject: change, title: `${item.code} ${item.name}` },
    ...{ reason: change.reason, changes: change.values, askedBy: change.proposedBy },
    regionId: item.owner?.id ?? null,
    variables: { level: item.level },
  };
}

/** What a change changes, locked before it, as when it was proposed. */
async function itemOf(tx: Transaction, change: Pick<CatalogueChange, 'product' | 'offering'>) {
  const how = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  await tx.em.flush();
  const product = change.product ? await tx.em.findOneOrFail(Product, { id: change.product.id }, how) : null;
  const offering = change.offering ? await tx.em.findOneOrFail(Offering, { id: change.offering.id }, how) : null;
  return { product, offering };
}

onVerdict<CatalogueChange>(CATALOGUE_CHANGE, {
  subject: CatalogueChange,
  admit: async (tx, change, path) => {
    const { product, offering } = await itemOf(tx, change);
    await admitApprover(tx, (product ?? offering)!, path);
  },
  lock: async (tx, id) => void (await itemOf(tx, await tx.em.findOneOrFail(CatalogueChange, { id }))),
  decided: async (tx, { subject: change, result, remark, approvalNo, decidedBy }) => {
    if (change.status !== CatalogueChangeStatus.PROPOSED) return;
    const { product, offering } = await itemOf(tx, change);
    const data = { approvalNo };
    change.decidedAt = tx.at;
    if (result === 'WITHDRAWN') {
      // Also when whoever dispatches processes has broken it off: nobody will decide.
      return catalogueChangeLifecycle.move(tx, change, CatalogueChangeAction.REJECT, { reason: remark, data });
    }
    const action = result === 'APPROVED' ? CatalogueChangeAction.APPROVE : CatalogueChangeAction.REJECT;
    await catalogueChangeLifecycle.move(tx, change, action, { reason: remark, data });
    change.decidedBy = decidedBy;
    if (result !== 'APPROVED') return;
    const why = { reason: change.reason, by: change.proposedBy };
    if (product) await approveProduct(tx, product, change, why, []);
    if (offering) await approveOffering(tx, offering, change, why, []);
  },
});

async function approveProduct(tx: Transaction, product: Product, change: CatalogueChange, why: Why, path: InputPath) {
  refuseOvertaken((await productVersion(tx, product)).number, change, path);
  if (product.status === ProductStatus.VOID) refuseGone(path);
  await changingProduct(tx, product, why, () => applyToProduct(tx, product, change.values as ProductValues, path));
}

async function approveOffering(
  tx: Transaction,
  offering: Offering,
  change: CatalogueChange,
  why: Why,
  path: InputPath,
) {
  refuseOvertaken((await offeringVersion(tx, offering)).number, change, path);
  await changingOffering(tx, offering, why, () => applyToOffering(tx, offering, change.values as OfferingValues, path));
}

async function applyToProduct(tx: Transaction, product: Product, values: ProductValues, path: InputPath) {
  checkPeriod(product.validity.from, values.validTo, path);
  if (values.name) product.name = values.name;
  if (values.description !== undefined) product.description = values.description;
  if (values.validTo !== undefined) product.validity = TimePeriod.since(product.validity.from, moment(values.validTo));
  if (values.attributes) await setAttributes(tx, product, values.attributes, [...path, 'attributes']);
  if (values.services) await setServices(tx, product, values.services, [...path, 'services']);
}

async function applyToOffering(tx: Transaction, offering: Offering, values: OfferingValues, path: InputPath) {
  checkPeriod(offering.validity.from, values.validTo, path);
  if (values.name) offering.name = values.name;
  if (values.salesTerms !== undefined) offering.salesTerms = values.salesTerms;
  if (values.serviceContent !== undefined) offering.serviceContent = values.serviceContent;
  if (values.validTo !== undefined)
    offering.validity = TimePeriod.since(offering.validity.from, moment(values.validTo));
  if (values.paymentMethods) {
    await requirePaymentMethods(tx, values.paymentMethods, [...path, 'paymentMethods']);
    offering.paymentMethods = values.paymentMethods;
  }
  Object.assign(offering, await readTerms(tx, offering, values, path));
  if (values.components) await setComponents(tx, offering, values.components, [...path, 'components']);
}

/** The line and the guarantee of an offering, as far as a change says something of them (PRD-42, PRD-95). */
async function readTerms(tx: Transaction, offering: Offering, values: OfferingValues, path: InputPath) {
  const { productLineId } = values;
  const at = [...path, 'productLineId'];
  const productLine = productLineId ? await tx.get(ProductLine, productLineId, at, { lock: false }) : null;
  if (productLineId !== undefined) refuseMisuse(tx.caller, { productLineId: productLine?.id ?? null }, at);
  return {
    ...(productLineId === undefined ? {} : { productLine }),
    ...(namesGuarantee(values) ? await guaranteeOf(tx, changedGuarantee(tx, offering, values), path) : {}),
  };
}

/** A kind that is named begins anew, with its number or amount; without one the present kind stays. */
function changedGuarantee(tx: Transaction, offering: Offering, values: OfferingValues) {
  if (values.guarantee !== undefined || values.guaranteeTypeId !== undefined) return values;
  const { guaranteeType, guaranteeCount, guaranteeAmount } = offering;
  return {
    ...{ guaranteeTypeId: guaranteeType ? tx.idOf(guaranteeType) : null },
    guaranteeCount: values.guaranteeCount === undefined ? (guaranteeCount ?? null) : values.guaranteeCount,
    guaranteeAmount: values.guaranteeAmount === undefined ? (guaranteeAmount ?? null) : values.guaranteeAmount,
  };
}

async function propose(
  tx: Transaction,
  of: { product: Product | null; offering: Offering | null },
  basedOn: number,
  values: object,
  reason: string,
): Promise<CatalogueChange> {
  const where = of.product ? { product: of.product.id } : { offering: of.offering!.id };
  if (await tx.em.findOne(CatalogueChange, { ...where, status: CatalogueChangeStatus.PROPOSED }))
    refuse('CHANGE_PENDING', 'Another change of it waits for a decision.', [
      'input',
      of.product ? 'productId' : 'offeringId',
    ]);
  // Only what was given: JSON has no undefined.
  const given = JSON.parse(JSON.stringify(values)) as Record<string, unknown>;
  if (Object.keys(given).length === 0) refuse('REQUIRED', 'Nothing is to be changed.', ['input']);
  const change = Object.assign(new CatalogueChange(), {
    ...of,
    basedOn,
    values: given,
    reason,
    proposedBy: tx.caller.subject,
    proposedAt: tx.at,
    decidedBy: null,
    decidedAt: null,
  });
  catalogueChangeLifecycle.begin(tx, tx.add(change), { reason });
  await askApproval(tx, changeApproval(change));
  return change;
}

function refuseOvertaken(current: number, change: CatalogueChange, path: InputPath): void {
  if (current !== change.basedOn)
    refuse('VERSION_CONFLICT', 'Another version is in force since the change was proposed; propose it anew.', path, {
      expected: change.basedOn,
      actual: current,
    });
}

function refuseGone(path: InputPath): never {
  return refuse('INVALID_TRANSITION', 'What has left the market is not changed any more.', path);
}

const moment = (text: string | null | undefined): Date | null => (text ? new Date(text) : null);

function checkPeriod(from: Date, to: string | null | undefined, path: InputPath): void {
  if (to && new Date(to) <= from)
    refuse('CONTRADICTORY', 'The period must end after it begins.', [...path, 'validTo'], { from: from.toISOString() });
}
