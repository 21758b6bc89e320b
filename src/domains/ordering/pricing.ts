import { Decimal } from 'decimal.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { Money, type TimePeriod } from '../../kernel/model/index.js';
import type { Offering } from '../catalogue/index.js';
import {
  ChargeType,
  CustomerServiceType,
  EquivalentKind,
  OfferingTariff,
  type TariffPlan,
  TariffPlanMember,
  TariffPlanStatus,
} from '../catalogue/index.js';

/** What a line costs once and in its first period, for one piece. */
export interface ItemPrice {
  oneTime: Money;
  /** Null when the action does not change what runs. */
  recurring: Money | null;
}

/** Whether a moment lies in a period. */
export function covers(period: TimePeriod, at: Date): boolean {
  return period.from <= at && (!period.to || period.to > at);
}

/** Plans that the offering may be sold with now, defaults first. */
export async function plansOf(tx: Transaction, offering: Offering): Promise<OfferingTariff[]> {
  const tariffs = await tx.em.find(
    OfferingTariff,
    { offering: offering.id },
    { populate: ['tariffPlan'], orderBy: { id: 'asc' } },
  );
  const sold = tariffs.filter((tariff) => {
    const plan = tariff.tariffPlan;
    return covers(tariff.validity, tx.at) && covers(plan.validity, tx.at) && plan.status === TariffPlanStatus.ACTIVE;
  });
  return sold.sort((a, b) => Number(b.isDefault) - Number(a.isDefault));
}

/**
 * One-time and first-period price of one piece under a plan for a customer service (ORD-105, by the tariff valid now: ORD-107).
 * Fixed values of the plan, its rules and its nested plans add up; usage, points, allowances and formulas are billing's.
 */
export async function priceUnder(tx: Transaction, plan: TariffPlan, action: CustomerServiceType): Promise<ItemPrice> {
  const sums = { oneTime: new Decimal(0), recurring: new Decimal(0) };
  const { currency } = plan.price;
  for (let level: TariffPlan[] = [plan], seen = new Set<string>(); level.length > 0;) {
    for (const each of level) {
      seen.add(each.id);
      if (each.price.currency !== currency) continue;
      if (each.type !== ChargeType.ONE_TIME) sums.recurring = sums.recurring.plus(each.price.amount);
      else if (action === CustomerServiceType.INSTALL) sums.oneTime = sums.oneTime.plus(each.price.amount);
    }
    const members = await tx.em.find(
      TariffPlanMember,
      { plan: { $in: level.map((each) => each.id) } },
      { populate: ['rule', 'nestedPlan'] },
    );
    for (const { rule } of members) {
      if (
        !rule?.value ||
        rule.equivalent !== EquivalentKind.MONEY ||
        rule.currency !== currency ||
        !covers(rule.validity, tx.at)
      )
        continue;
      if (rule.type === ChargeType.PERIODIC) sums.recurring = sums.recurring.plus(rule.value);
      if (rule.type === ChargeType.ONE_TIME && (rule.service ?? action) === action)
        sums.oneTime = sums.oneTime.plus(rule.value);
    }
    level = members.flatMap(({ nestedPlan }) => (nestedPlan && !seen.has(nestedPlan.id) ? [nestedPlan] : []));
  }
  return {
    oneTime: Money.of(sums.oneTime.toFixed(), currency),
    recurring: Money.of(sums.recurring.toFixed(), currency),
  };
}

/** The amount for a number of pieces. */
export function times(price: Money, pieces: number): Money {
  return Money.of(new Decimal(price.amount).times(pieces).toFixed(), price.currency);
}

/** What lines cost in all at once and in the first period, as decimal text. */
export function sumOf(
  lines: readonly { oneTime?: Money | null; recurring?: Money | null; quantity?: number }[],
): string {
  const costs = lines.flatMap(({ oneTime, recurring, quantity = 1 }) =>
    [oneTime, recurring].map((money) => new Decimal(money?.amount ?? 0).times(quantity)),
  );
  return Decimal.sum(0, ...costs).toFixed();
}

/** The sum of amounts of one currency; null of none. */
export function total(prices: readonly Money[]): Money | null {
  if (prices.length === 0) return null;
  return Money.of(prices.reduce((sum, price) => sum.plus(price.amount), new Decimal(0)).toFixed(), prices[0]!.currency);
}
