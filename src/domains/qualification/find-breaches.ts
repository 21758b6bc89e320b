import { Decimal } from 'decimal.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Money } from '../../kernel/model/index.js';
import { evaluateRule, ruleDecimal, ruleHolds } from '../../kernel/rules/index.js';
import type { ChargePeriod } from '../catalogue/index.js';
import {
  BreachAction,
  type CustomerServiceType,
  LifecycleControl as Control,
  OfferingComponent,
  OfferingTariff,
  type TariffPlan,
} from '../catalogue/index.js';
import type { OfferingInstance, ProductInstance } from '../inventory/index.js';
import { momentOf } from '../pricing/index.js';

/** A control that a service would breach. */
export interface Breach {
  instance: ProductInstance;
  component: OfferingComponent;
  action: BreachAction;
  prompt: string;
  monthsShort: number;
  penalty: Money | null;
  replacementPlan: TariffPlan | null;
}

/** How many months a period of charging has; a day is none, since months are counted. */
const MONTHS: Readonly<Record<ChargePeriod, number>> = { DAY: 1 / 30, MONTH: 1, QUARTER: 3, YEAR: 12 };

/**
 * Controls of bundles that a service on product instances would breach at a moment (PRD-38, PRD-39, PRD-112). What has been spent is
 * reckoned by the tariff: the price of a month for each whole month in service.
 */
export async function findBreaches(
  em: EntityManager,
  instances: readonly ProductInstance[],
  service: CustomerServiceType,
  at: Date,
): Promise<Breach[]> {
  const sold = instances.filter(({ offeringInstance }) => offeringInstance);
  if (sold.length === 0) return [];
  await em.populate([...sold], ['product', 'offeringInstance.offering', 'offeringInstance.tariffPlan'] as never);
  const components = await em.find(
    OfferingComponent,
    {
      offering: { $in: [...new Set(sold.map((instance) => instance.offeringInstance!.offering.id))] },
      product: { $in: [...new Set(sold.map(({ product }) => product.id))] },
      lifecycleControl: { $ne: Control.NONE },
    },
    { populate: ['controlKind', 'replacementPlan'], orderBy: { id: 'asc' } },
  );
  const found: Breach[] = [];
  for (const instance of sold) {
    const component = components.find(
      ({ offering, product }) =>
        offering.id === instance.offeringInstance!.offering.id && product.id === instance.product.id,
    );
    if (!component?.breachAction || !component.guardedServices.includes(service)) continue;
    const breach = breachOf(component, instance, at);
    if (!breach) continue;
    if (breach.action === BreachAction.REPLACE_PLAN && !breach.replacementPlan)
      breach.replacementPlan = await defaultPlan(em, instance.offeringInstance!);
    found.push(breach);
  }
  return found;
}

function breachOf(component: OfferingComponent, instance: ProductInstance, at: Date): Breach | null {
  const facts = factsOf(instance, at);
  const short = shortOf(component, facts, at);
  if (!short) return null;
  const action = component.breachAction!;
  const penalty = action === BreachAction.PENALTY ? penaltyOf(component, instance, facts, short, at) : null;
  return {
    instance,
    component,
    action,
    prompt: component.breachPrompt ?? `${instance.product.name} is not kept as long as was agreed.`,
    monthsShort: short.months,
    penalty,
    replacementPlan: action === BreachAction.REPLACE_PLAN ? (component.replacementPlan ?? null) : null,
  };
}

interface Facts extends Record<string, unknown> {
  months: number;
  price: number;
  spent: number;
}

function factsOf(instance: ProductInstance, at: Date): Facts {
  const since = instance.activatedAt ?? at;
  const months = Math.max(0, wholeMonths(since, at));
  const price = monthlyPrice(instance.offeringInstance!);
  return {
    offering: instance.offeringInstance!.offering.code,
    product: instance.product.code,
    months,
    days: Math.max(0, Math.floor((at.getTime() - since.getTime()) / 86_400_000)),
    price: price.toNumber(),
    spent: price.times(months).toNumber(),
    attributes: instance.characteristics,
  };
}

/** What is missing until a control is met; null when it is. */
function shortOf(component: OfferingComponent, facts: Facts, at: Date): { months: number; amount: Decimal } | null {
  const none = new Decimal(0);
  switch (component.lifecycleControl) {
    case Control.NONE:
      return null;
    case Control.ABSOLUTE_TIME: {
      const until = component.keepUntil!;
      return at >= until ? null : { months: begunMonths(at, until), amount: none };
    }
    case Control.RELATIVE_TIME: {
      const months = component.keepMonths! - facts.months;
      return months <= 0 ? null : { months, amount: none };
    }
    case Control.SPEND_AMOUNT: {
      const amount = new Decimal(component.keepUntilSpent!).minus(facts.spent);
      return amount.lte(0) ? null : { months: 0, amount };
    }
    case Control.OTHER: {
      const values = { held: facts, moment: momentOf(at), values: component.controlValues };
      return ruleHolds(component.controlKind!.fulfilled, values) ? null : { months: 0, amount: none };
    }
  }
}

function penaltyOf(
  component: OfferingComponent,
  instance: ProductInstance,
  facts: Facts,
  short: { months: number; amount: Decimal },
  at: Date,
): Money {
  const currency = instance.offeringInstance!.tariffPlan?.price.currency ?? 'CNY';
  const values = {
    held: facts,
    moment: momentOf(at),
    monthsShort: short.months,
    amountShort: short.amount.toNumber(),
  };
  const usual = new Decimal(facts.price).times(short.months).plus(short.amount);
  const amount = component.penaltyFormula ? ruleDecimal(evaluateRule(component.penaltyFormula, values)) : usual;
  // A formula that yields nothing for this instance must not make the breach free.
  return Money.of(
    Decimal.max(amount ?? usual, 0)
      .toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
      .toFixed(),
    currency,
  );
}

function monthlyPrice({ tariffPlan, agreedPrice }: OfferingInstance): Decimal {
  if (!tariffPlan?.period) return new Decimal(0);
  return new Decimal((agreedPrice ?? tariffPlan.price).amount).div(MONTHS[tariffPlan.period]);
}

async function defaultPlan(em: EntityManager, { offering, tariffPlan }: OfferingInstance): Promise<TariffPlan | null> {
  const defaults = await em.find(
    OfferingTariff,
    { offering: offering.id, isDefault: true },
    { populate: ['tariffPlan'], orderBy: { id: 'asc' } },
  );
  const currency = tariffPlan?.price.currency;
  return (
    (defaults.find((each) => !currency || each.tariffPlan.price.currency === currency) ?? null)?.tariffPlan ?? null
  );
}

/** Whole months from one moment to a later one, in UTC. */
function wholeMonths(from: Date, to: Date): number {
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  const inMonth = (moment: Date) => moment.getTime() - Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), 1);
  return months - (inMonth(to) < inMonth(from) ? 1 : 0);
}

/** Months from one moment to a later one, a begun one counted whole. */
function begunMonths(from: Date, to: Date): number {
  const whole = wholeMonths(from, to);
  const reached = new Date(from);
  reached.setUTCMonth(reached.getUTCMonth() + whole);
  return reached < to ? whole + 1 : whole;
}
