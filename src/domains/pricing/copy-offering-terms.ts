import { LockMode } from '@mikro-orm/postgresql';
import type { Transaction } from '../../kernel/database/transaction.js';
import { copyRows, type Offering, offeringParts } from '../catalogue/index.js';
import { Discount } from './discount.js';
import { OfferingDiscount } from './offering-discount.js';
import { StaffDiscountRange } from './staff-discount-range.js';
import { TariffPlanRelation } from './tariff-plan-relation.js';

offeringParts.copying(copyTerms);

/**
 * A copy of an offering has its discounts, the ranges of those that salespeople grant on it, and the relations that its plans have within it
 * (PRD-50): without them it would be sold at other terms than the original.
 */
async function copyTerms(tx: Transaction, source: Offering, made: Offering): Promise<void> {
  await copyRows(tx, StaffDiscountRange, 'offering', source, made);
  await copyRows(tx, TariffPlanRelation, 'offering', source, made);
  await copyDiscounts(tx, source, made);
}

/** Discounts say in their histories of which offerings they lower the price. */
async function copyDiscounts(tx: Transaction, source: Offering, made: Offering): Promise<void> {
  const links = await tx.em.find(OfferingDiscount, { offering: source.id });
  const discounts = await tx.em.find(
    Discount,
    { id: { $in: links.map(({ discount }) => discount.id) } },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  for (const discount of discounts) {
    const before = await tx.em.find(OfferingDiscount, { discount: discount.id }, { populate: ['offering'] });
    const old = before.map(({ offering }) => offering.code).sort();
    tx.add(Object.assign(new OfferingDiscount(), { discount, offering: made }));
    discount.version += 1;
    const changes = [{ field: 'offerings', old, new: [...old, made.code].sort() }];
    tx.record({ kind: 'RECORD_CHANGE', type: 'discount.changed', subject: discount, data: { changes } });
  }
}
