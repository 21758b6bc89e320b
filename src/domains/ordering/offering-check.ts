import type { Transaction } from '../../kernel/database/transaction.js';
import {
  CustomerServiceType,
  exclusionsOf,
  OfferingRelation,
  OfferingRelationKind,
  OfferingStatus,
  type Offering,
  type TariffPlan,
  versionInForce,
  type WithOffering,
} from '../catalogue/index.js';
import type { Account, Customer } from '../customer/index.js';
import { OfferingInstance, OfferingInstanceStatus } from '../inventory/index.js';
import { individualPlansFor, isMadeFor } from '../pricing-order/index.js';
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
  findings.add('NOT_IN_SALE', `Offering ${offering.code} is not sold now.`, [...item.path, 'offeringId'], {
    status: offering.status,
  });
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
  const inCurrency = account ? ` in ${account.currency}` : '';
  findings.add('NOT_PRICED', `Offering ${item.offering!.code} has no default tariff plan${inCurrency} now.`, [
    ...item.path,
    'offeringId',
  ]);
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
  const present = new Map<string, Offering>(
    [...sold.map(({ offering }) => offering), ...ordered].map((offering) => [offering.id, offering]),
  );
  const keys = ordered.map((offering) => offering.id);
  const relations = await tx.em.find(OfferingRelation, { from: { $in: keys } }, { populate: ['from', 'to'] });
  const asSold = await exclusionsOf(tx, sold);
  for (const item of installs) {
    const path = [...item.path, 'offeringId'];
    const excluded = new Set<string>();
    const exclude = async (other: Offering, from: Offering, version: number | null) => {
      if (excluded.has(other.id)) return;
      excluded.add(other.id);
      findings.add('OFFERING_EXCLUDED', `It cannot be had together with ${other.name}.`, path, {
        offeringId: tx.idOf(other),
        code: other.code,
        judgedBy: { offering: from.code, version: version ?? (await versionInForce(tx, from)) },
      });
    };
    for (const { kind, from, to } of relations) {
      const other = from.id === item.offering!.id ? to : to.id === item.offering!.id ? from : null;
      if (!other) continue;
      if (kind === OfferingRelationKind.EXCLUDE && present.has(other.id)) await exclude(other, from, null);
      if (kind === OfferingRelationKind.DEPEND && from.id === item.offering!.id && !present.has(to.id)) {
        findings.add('OFFERING_REQUIRED', `It can be had only with ${to.name}; order that as well.`, path, {
          offeringId: tx.idOf(to),
          code: to.code,
          judgedBy: { offering: from.code, version: await versionInForce(tx, from) },
        });
      }
    }
    for (const { offering, excluded: codes, version } of asSold)
      if (codes.includes(item.offering!.code)) await exclude(offering, offering, version);
  }
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
