import type { Transaction } from '../../kernel/database/transaction.js';
import {
  CustomerServiceType,
  exclusionsOf,
  OfferingRelation,
  OfferingRelationKind,
  OfferingStatus,
  type Offering,
  type TariffPlan,
  versionsInForce,
  type WithOffering,
} from '../catalogue/index.js';
import type { Account, Customer } from '../customer/index.js';
import { OfferingInstance, OfferingInstanceStatus } from '../inventory/index.js';
import { notPriced } from '../pricing/index.js';
import { individualPlansFor, isMadeFor } from '../pricing-order/index.js';
import {
  type BoughtLine,
  isToldReasons,
  notInSale,
  type OfferingLink,
  offeringObjections,
  type SoldExclusion,
} from '../qualification/index.js';
import type { CheckedItem } from './checked-item.js';
import type { Findings } from './findings.js';
import { OrderItem } from './order-item.js';
import { OrderStatus } from './order.enums.js';
import { covers, plansOf } from './pricing.js';

/** An offering is in sale while it is valid, and published or made for this customer (PRD-32, PRD-118). */
export async function checkInSale(
  tx: Transaction,
  customer: Customer,
  item: CheckedItem,
  findings: Findings,
): Promise<void> {
  const offering = item.offering!;
  const open =
    offering.status === OfferingStatus.IN_USE ||
    (offering.status === OfferingStatus.INDIVIDUAL && (await isMadeFor(tx, customer, offering)));
  if (open && covers(offering.validity, tx.at)) return;
  findings.addAll([notInSale(offering)], [...item.path, 'offeringId']);
}

/** The plan that prices a line: the one asked for, else the customer's own, else the default in the currency of the account. */
export async function choosePlan(
  tx: Transaction,
  customer: Customer,
  item: CheckedItem,
  account: Account | null,
  findings: Findings,
): Promise<TariffPlan | null> {
  const own = await individualPlansFor(tx, customer, item.offering!);
  const sold = await plansOf(tx, item.offering!);
  if (item.input.tariffPlanId) {
    const asked = [...own, ...sold.map(({ tariffPlan }) => tariffPlan)].find(
      (plan) => tx.idOf(plan) === item.input.tariffPlanId,
    );
    if (!asked)
      findings.add('NOT_SOLD_WITH', 'The offering is not sold with this tariff plan now.', [
        ...item.path,
        'tariffPlanId',
      ]);
    return asked ?? null;
  }
  const defaults = [...own, ...sold.filter((tariff) => tariff.isDefault).map((tariff) => tariff.tariffPlan)];
  const plan =
    defaults.find((candidate) => candidate.price.currency === account?.currency) ?? (account ? undefined : defaults[0]);
  if (plan) return plan;
  findings.addAll([notPriced(item.offering!, account?.currency ?? null)], [...item.path, 'offeringId']);
  return null;
}

/**
 * Refuses offerings that exclude one another, and those that need another one; held, pending and ordered ones count alike, what the order ends
 * does not (ORD-06, PRD-111). What is ordered is judged as it is sold now; what is held or under way excludes what it did when it was sold (PRD-53).
 */
export async function checkRelations(
  tx: Transaction,
  customer: Customer,
  items: readonly CheckedItem[],
  findings: Findings,
): Promise<void> {
  const installs = items.filter((item) => item.components.length > 0);
  if (installs.length === 0) return;
  const ordered = installs.map((item) => item.offering!);
  const leaving = items.flatMap(({ input, offeringInstance, replaces }) => [
    ...(input.action === CustomerServiceType.REMOVE && offeringInstance ? [offeringInstance.id] : []),
    ...(replaces ? [replaces.id] : []),
  ]);
  const held = await tx.em.find(
    OfferingInstance,
    {
      customer: customer.id,
      status: { $in: [OfferingInstanceStatus.ACTIVE, OfferingInstanceStatus.BROKEN] },
      id: { $nin: leaving },
    },
    { populate: ['offering'] },
  );
  const sold = [...held, ...(await pendingOfferings(tx, customer))];
  const present = new Set(sold.map(({ offering }) => offering.id));
  const objections = offeringObjections(
    ordered.map(({ id }): BoughtLine => ({ offeringId: id, products: [] })),
    await linksOf(tx, ordered),
    { hasOffering: (id) => present.has(id), exclusionsOf: await exclusionsAmong(tx, sold, ordered) },
    isToldReasons(tx.caller),
  );
  for (const [index, item] of installs.entries()) findings.addAll(objections[index]!, [...item.path, 'offeringId']);
}

/** What offerings exclude and need as they are sold now. */
async function linksOf(tx: Transaction, offerings: readonly Offering[]): Promise<OfferingLink[]> {
  const keys = [...new Set(offerings.map(({ id }) => id))];
  const relations = await tx.em.find(
    OfferingRelation,
    { from: { $in: keys }, kind: { $in: [OfferingRelationKind.EXCLUDE, OfferingRelationKind.DEPEND] } },
    { populate: ['from', 'to'], orderBy: { id: 'asc' } },
  );
  const versions = await versionsInForce(
    tx,
    relations.map(({ from }) => from.id),
  );
  return relations.map(({ kind, from, to }) => ({ kind, from, to, version: versions.get(from.id)! }));
}

/** Which offerings are excluded by what was sold before, in the order in which qualifications tell them. */
async function exclusionsAmong(
  tx: Transaction,
  sold: readonly WithOffering[],
  offerings: readonly Offering[],
): Promise<(id: string) => SoldExclusion[]> {
  const exclusions = (await exclusionsOf(tx, sold)).sort((a, b) =>
    a.offering.id === b.offering.id ? a.version - b.version : a.offering.id < b.offering.id ? -1 : 1,
  );
  const codes = new Map(offerings.map(({ id, code }) => [id, code]));
  return (id) =>
    exclusions
      .filter(({ excluded }) => excluded.includes(codes.get(id)!))
      .map(({ offering: from, version }) => ({ from, version }));
}

/** Offerings that the customer has ordered and not yet got, with the versions they were ordered on. */
async function pendingOfferings(tx: Transaction, customer: Customer): Promise<WithOffering[]> {
  const items = await tx.em.find(
    OrderItem,
    {
      action: CustomerServiceType.INSTALL,
      order: { customer: customer.id, status: { $nin: [OrderStatus.COMPLETED, OrderStatus.CANCELLED] } },
    },
    { populate: ['offering'] },
  );
  return items.flatMap(({ offering, offeringVersion }) => (offering ? [{ offering, offeringVersion }] : []));
}
