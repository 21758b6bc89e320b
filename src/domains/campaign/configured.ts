import { Decimal } from 'decimal.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import type { TimePeriod } from '../../kernel/model/index.js';
import {
  type Offering,
  OfferingComponent,
  OfferingStatus,
  OfferingTariff,
  TariffPlanStatus,
} from '../catalogue/index.js';
import { DiscountScope, DiscountStatus, OfferingDiscount } from '../pricing/index.js';
import { type CampaignPlanItem, CampaignPlanKind } from './campaign-plan-item.js';

const holds = ({ from, to }: TimePeriod, at: Date): boolean => from <= at && (!to || to > at);

/** Tariffs that an offering may be sold with now. */
async function tariffsOf(tx: Transaction, offering: Offering): Promise<OfferingTariff[]> {
  const tariffs = await tx.em.find(OfferingTariff, { offering: offering.id }, { populate: ['tariffPlan'] });
  return tariffs.filter(
    ({ validity, tariffPlan }) =>
      holds(validity, tx.at) && tariffPlan.status === TariffPlanStatus.ACTIVE && holds(tariffPlan.validity, tx.at),
  );
}

/** Why an offering cannot be sold now; undefined when it is published and has a price (CMP-46). */
export async function offeringFault(tx: Transaction, offering: Offering): Promise<string | undefined> {
  const { code, status, validity } = offering;
  if (status !== OfferingStatus.IN_USE) return `${code} is not published (${status}).`;
  if (!holds(validity, tx.at)) return `${code} is not sold now.`;
  return (await tariffsOf(tx, offering)).length > 0 ? undefined : `${code} has no price that holds now.`;
}

/** Why a row of a product plan is not configured; undefined when it is really so (OPS-51, CMP-46). Needs its references at hand. */
export async function configurationFault(tx: Transaction, item: CampaignPlanItem): Promise<string | undefined> {
  const { kind, offering } = item;
  if (!offering) return 'There is no offering for it.';
  const fault = await offeringFault(tx, offering);
  if (fault) return fault;
  switch (kind) {
    case CampaignPlanKind.NEW_PRODUCT:
      return undefined;
    case CampaignPlanKind.BUNDLE:
      return (await tx.em.count(OfferingComponent, { offering: offering.id })) > 1
        ? undefined
        : `${offering.code} bundles less than two products.`;
    case CampaignPlanKind.PRICE:
      return priceFault(tx, item, offering);
    case CampaignPlanKind.DISCOUNT:
      return discountFault(tx, item, offering);
  }
}

async function priceFault(tx: Transaction, item: CampaignPlanItem, offering: Offering): Promise<string | undefined> {
  const { price, tariffPlan } = item;
  if (!tariffPlan) return 'No tariff plan was named that has the price.';
  const tariffs = await tariffsOf(tx, offering);
  if (!tariffs.some((tariff) => tariff.tariffPlan.id === tariffPlan.id))
    return `${offering.code} is not sold with ${tariffPlan.code} now.`;
  const { amount, currency } = tariffPlan.price;
  return currency === price!.currency && new Decimal(amount).eq(price!.amount)
    ? undefined
    : `${tariffPlan.code} costs ${amount} ${currency}, not ${price!.amount} ${price!.currency}.`;
}

async function discountFault(tx: Transaction, item: CampaignPlanItem, offering: Offering): Promise<string | undefined> {
  const { discount, discountKind, discountValue, discountCurrency } = item;
  if (!discount) return 'No discount was named.';
  if (discount.status !== DiscountStatus.ACTIVE) return `${discount.code} is not approved.`;
  if (!holds(discount.validity, tx.at)) return `${discount.code} is not granted now.`;
  const tied = { discount: discount.id, offering: offering.id };
  if (discount.scope === DiscountScope.OFFERING && (await tx.em.count(OfferingDiscount, tied)) === 0)
    return `${discount.code} does not apply to ${offering.code}.`;
  const equal =
    discount.kind === discountKind &&
    (discount.currency ?? null) === (discountCurrency ?? null) &&
    same(discount.value ?? null, discountValue ?? null);
  return equal ? undefined : `${discount.code} gives something else than the plan says.`;
}

const same = (one: string | null, other: string | null): boolean =>
  one === null || other === null ? one === other : new Decimal(one).eq(other);
