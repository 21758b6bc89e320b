import type { Transaction } from '../../kernel/database/transaction.js';
import type { InputPath } from '../../kernel/errors/refusal.js';
import { CustomerServiceType, Offering } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { OfferingInstance, ProductInstance, ProductInstanceStatus } from '../inventory/index.js';
import type { CheckedItem } from './checked-item.js';
import type { Findings } from './findings.js';
import { fitsAction } from './item-fields.js';
import type { OrderItemInput } from './order.inputs.js';

type Subject = Pick<CheckedItem, 'offering' | 'offeringInstance' | 'productInstance' | 'instances'>;

/** Finds what a line refers to and checks that its fields do not contradict each other; null when something is wrong. */
export async function resolveItem(
  tx: Transaction,
  customer: Customer,
  input: OrderItemInput,
  path: InputPath,
  findings: Findings,
): Promise<CheckedItem | null> {
  if (!fitsAction(input, path, findings)) return null;
  const subject = await subjectOf(tx, customer, input, path, findings);
  const newOwner = input.newOwnerId
    ? await findings.lookup(tx, Customer, input.newOwnerId, [...path, 'newOwnerId'])
    : null;
  if (!subject || (input.newOwnerId && !newOwner)) return null;
  if (newOwner?.id === customer.id)
    findings.add('CONTRADICTORY', 'The customer owns it already.', [...path, 'newOwnerId']);
  const characteristics = Object.fromEntries((input.characteristics ?? []).map(({ name, value }) => [name, value]));
  return {
    ...subject,
    input,
    path,
    quantity: input.quantity ?? 1,
    newOwner,
    components: [],
    conflicts: [],
    tariffPlan: null,
    planIds: [],
    offeringSla: null,
    replaces: null,
    price: null,
    quoted: null,
    penalty: null,
    replacementPlan: null,
    guarantees: [],
    waitsForStock: false,
    characteristics,
  };
}

async function subjectOf(
  tx: Transaction,
  customer: Customer,
  input: OrderItemInput,
  path: InputPath,
  findings: Findings,
): Promise<Subject | null> {
  if (input.action === CustomerServiceType.INSTALL) {
    const offering = await findings.lookup(tx, Offering, input.offeringId!, [...path, 'offeringId']);
    return offering && { offering, offeringInstance: null, productInstance: null, instances: [] };
  }
  return input.productInstanceId
    ? oneInstance(tx, customer, input.productInstanceId, [...path, 'productInstanceId'], findings)
    : wholeOffering(tx, customer, input.offeringInstanceId!, [...path, 'offeringInstanceId'], findings);
}

async function oneInstance(
  tx: Transaction,
  customer: Customer,
  id: string,
  path: InputPath,
  findings: Findings,
): Promise<Subject | null> {
  const productInstance = await findings.lookup(tx, ProductInstance, id, path);
  if (!productInstance) return null;
  if (productInstance.customer.id !== customer.id) return foreign('product instance', path, findings);
  await tx.em.populate(productInstance, ['offeringInstance.offering', 'product'] as never);
  const offering = productInstance.offeringInstance?.offering ?? null;
  return { offering, offeringInstance: null, productInstance, instances: [productInstance] };
}

async function wholeOffering(
  tx: Transaction,
  customer: Customer,
  id: string,
  path: InputPath,
  findings: Findings,
): Promise<Subject | null> {
  const offeringInstance = await findings.lookup(tx, OfferingInstance, id, path);
  if (!offeringInstance) return null;
  if (offeringInstance.customer.id !== customer.id) return foreign('offering instance', path, findings);
  await tx.em.populate(offeringInstance, ['offering'] as never);
  const instances = await instancesOf(tx, offeringInstance);
  if (instances.length === 0)
    findings.add('NOTHING_TO_ACT_ON', 'All product instances of this offering instance have been removed.', path);
  return { offering: offeringInstance.offering, offeringInstance, productInstance: null, instances };
}

/** Product instances of an offering instance that have not been removed, by number. */
export async function instancesOf(tx: Transaction, offeringInstance: OfferingInstance): Promise<ProductInstance[]> {
  const present = { offeringInstance: offeringInstance.id, status: { $ne: ProductInstanceStatus.REMOVED } };
  return tx.em.find(ProductInstance, present, { populate: ['product'], orderBy: { instanceNo: 'asc' } });
}

function foreign(what: string, path: InputPath, findings: Findings): null {
  findings.add('NOT_OF_CUSTOMER', `This ${what} does not belong to the customer of the order.`, path);
  return null;
}
