import { Decimal } from 'decimal.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../../kernel/database/transaction.js';
import { Money } from '../../kernel/model/index.js';
import { evaluateRule, ruleDecimal, ruleHolds } from '../../kernel/rules/index.js';
import { operatorZone } from '../calendar/index.js';
import {
  BreachAction,
  commitmentsOf,
  type CustomerServiceType,
  digitsOf,
  LifecycleControl as Control,
  OfferingTariff,
  type Product,
  type SoldCommitment,
  type TariffPlan,
} from '../catalogue/index.js';
import { CarriedCommitment, monthlyPrices, type OfferingInstance, type ProductInstance } from '../inventory/index.js';
import { momentOf } from '../pricing/index.js';

/** A control that a service would breach. */
export interface Breach {
  instance: ProductInstance;
  /** The sale that it comes from: its own, after a transfer that of the former owner, after an upgrade that of what was upgraded. */
  through: OfferingInstance;
  commitment: SoldCommitment;
  action: BreachAction;
  prompt: string;
  monthsShort: number;
  penalty: Money | null;
  replacementPlan: TariffPlan | null;
}

/** What is read of the sale of an instance, and of the sale that a transfer took it out of. */
const SALE = ['offeringInstance.offering', 'offeringInstance.tariffPlan'];
const FORMER_SALE = ['committedThrough.offering', 'committedThrough.tariffPlan'];

/**
 * Controls of bundles that a service on product instances would breach at a moment (PRD-38, PRD-39, PRD-112). Each is judged by what was
 * agreed when it was sold, whatever the offering has become (PRD-53). What has been spent is reckoned by the tariff: the price of a month for
 * each whole month in service.
 */
export async function findBreaches(
  { em, pool }: Pick<Transaction, 'em' | 'pool'>,
  instances: readonly ProductInstance[],
  service: CustomerServiceType,
  at: Date,
): Promise<Breach[]> {
  await em.populate([...instances], ['product', ...SALE, ...FORMER_SALE] as never);
  const sold = await salesOf(em, instances);
  if (sold.length === 0) return [];
  const agreed = await commitmentsOf(
    em,
    sold.map(({ through }) => through),
  );
  const guarded = sold.flatMap((sale, index) => {
    const commitment = agreed[index]!.find(({ productId }) => productId === sale.product.id);
    if (!commitment?.breachAction || !commitment.guardedServices.includes(service)) return [];
    // The benefits stayed with the former owner, or ended with the former offering: there is no plan that could be replaced.
    if (commitment.breachAction === BreachAction.REPLACE_PLAN && !sale.own) return [];
    return [{ ...sale, commitment }];
  });
  if (guarded.length === 0) return [];
  const throughs = guarded.map(({ through }) => through);
  const zone = await operatorZone({ pool });
  const around = { prices: await monthlyPrices(em, throughs, at), moment: momentOf(at, zone), at, zone };
  const found: Breach[] = [];
  for (const { commitment, ...sale } of guarded) {
    const breach = breachOf(commitment, sale, around);
    if (!breach) continue;
    if (breach.action === BreachAction.REPLACE_PLAN && !breach.replacementPlan)
      breach.replacementPlan = await defaultPlan(em, sale.through, at);
    found.push(breach);
  }
  return found.filter((breach) => !found.some((other) => outweighs(other, breach)));
}

/** What is left before two terms are over costs once: the more that either asks for. */
function outweighs(one: Breach, other: Breach): boolean {
  if (one === other || one.instance !== other.instance || !one.penalty || !other.penalty) return false;
  if (one.penalty.currency !== other.penalty.currency) return false;
  const more = new Decimal(one.penalty.amount).comparedTo(other.penalty.amount);
  // Of two that ask for the same, that of the present sale, which has no term of before.
  return more > 0 || (more === 0 && one.through === one.instance.offeringInstance);
}

/** An instance and a sale whose commitment holds for it. */
interface Sold {
  instance: ProductInstance;
  through: OfferingInstance;
  /** Whether it is still in that sale: it was neither transferred nor upgraded since. */
  own: boolean;
  /** What that sale said must be kept: what it is, or what it took the place of. */
  product: Product;
  /** When that came into service; null when nobody knows. */
  since: Date | null;
}

/** The sales whose commitments hold for instances: their own, those that transfers took them out of, and those that upgrades ended. */
async function salesOf(em: EntityManager, instances: readonly ProductInstance[]): Promise<Sold[]> {
  const carried = await em.find(
    CarriedCommitment,
    { instance: { $in: instances.map(({ id }) => id) } },
    { populate: ['product', 'through.offering', 'through.tariffPlan'] as never, orderBy: { id: 'asc' } },
  );
  return instances.flatMap((instance) => {
    const through = instance.offeringInstance ?? instance.committedThrough;
    const { product, activatedAt: since = null } = instance;
    const former = carried.filter((term) => term.instance.id === instance.id);
    return [
      ...(through ? [{ instance, through, own: through === instance.offeringInstance, product, since }] : []),
      ...former.map((term) => ({ instance, own: false, ...pick(term) })),
    ];
  });
}

const pick = ({ through, product, since = null }: CarriedCommitment) => ({ through, product, since });

/** The moment for which is asked, and what things cost then. */
interface Around {
  at: Date;
  /** The time zone of the operator, in which months are counted. */
  zone: string;
  /** The same as rules name it, where the operator is. */
  moment: ReturnType<typeof momentOf>;
  /** Price of a month by the key of the sale. */
  prices: ReadonlyMap<string, Decimal>;
}

function breachOf(commitment: SoldCommitment, sale: Sold, around: Around): Breach | null {
  const { instance, through, product } = sale;
  const facts = factsOf(sale, around);
  const short = shortOf(commitment, facts, around);
  if (!short) return null;
  const action = commitment.breachAction!;
  const penalty = action === BreachAction.PENALTY ? penaltyOf(commitment, through, facts, short, around) : null;
  return {
    instance,
    through,
    commitment,
    action,
    prompt: commitment.breachPrompt ?? `${product.name} is not kept as long as was agreed.`,
    monthsShort: short.months,
    penalty,
    replacementPlan: action === BreachAction.REPLACE_PLAN ? commitment.replacementPlan : null,
  };
}

interface Facts extends Record<string, unknown> {
  months: number;
  price: number;
  spent: number;
}

function factsOf({ instance, through, product, ...sale }: Sold, { prices, at, zone }: Around): Facts {
  const since = sale.since ?? at;
  const months = Math.max(0, wholeMonths(since, at, zone));
  const price = prices.get(through.id) ?? new Decimal(0);
  return {
    offering: through.offering.code,
    product: product.code,
    months,
    days: Math.max(0, Math.floor((at.getTime() - since.getTime()) / 86_400_000)),
    price: price.toNumber(),
    spent: price.times(months).toNumber(),
    attributes: instance.characteristics,
  };
}

/** What is missing until a control is met; null when it is. */
function shortOf(
  commitment: SoldCommitment,
  facts: Facts,
  { at, moment, zone }: Around,
): { months: number; amount: Decimal } | null {
  const none = new Decimal(0);
  switch (commitment.control) {
    case Control.NONE:
      return null;
    case Control.ABSOLUTE_TIME: {
      const until = commitment.keepUntil!;
      return at >= until ? null : { months: begunMonths(at, until, zone), amount: none };
    }
    case Control.RELATIVE_TIME: {
      const months = commitment.keepMonths! - facts.months;
      return months <= 0 ? null : { months, amount: none };
    }
    case Control.SPEND_AMOUNT: {
      const amount = new Decimal(commitment.keepUntilSpent!).minus(facts.spent);
      return amount.lte(0) ? null : { months: 0, amount };
    }
    case Control.OTHER: {
      const values = { held: facts, moment, values: commitment.controlValues };
      return ruleHolds(commitment.fulfilled!, values) ? null : { months: 0, amount: none };
    }
  }
}

function penaltyOf(
  commitment: SoldCommitment,
  through: OfferingInstance,
  facts: Facts,
  short: { months: number; amount: Decimal },
  { moment }: Around,
): Money {
  const currency = through.tariffPlan?.price.currency ?? 'CNY';
  const values = {
    ...{ held: facts, moment },
    monthsShort: short.months,
    amountShort: short.amount.toNumber(),
  };
  const usual = new Decimal(facts.price).times(short.months).plus(short.amount);
  const amount = commitment.penaltyFormula ? ruleDecimal(evaluateRule(commitment.penaltyFormula, values)) : usual;
  // A formula that yields nothing for this instance must not make the breach free.
  return Money.of(
    Decimal.max(amount ?? usual, 0)
      .toDecimalPlaces(digitsOf(currency), Decimal.ROUND_HALF_UP)
      .toFixed(),
    currency,
  );
}

/** The plan that an offering has by default at a moment, in the currency of the sale. */
async function defaultPlan(
  em: EntityManager,
  { offering, tariffPlan }: OfferingInstance,
  at: Date,
): Promise<TariffPlan | null> {
  const tied = await em.find(
    OfferingTariff,
    { offering: offering.id, isDefault: true },
    { populate: ['tariffPlan'], orderBy: { id: 'asc' } },
  );
  const defaults = tied.filter(({ validity: { from, to } }) => from <= at && (!to || to > at));
  const currency = tariffPlan?.price.currency;
  return (
    (defaults.find((each) => !currency || each.tariffPlan.price.currency === currency) ?? null)?.tariffPlan ?? null
  );
}

/** Time from one moment to a later one where the operator is. Months end on the same day, or on the last of shorter ones. */
function timeBetween(from: Date, to: Date, zone: string): Temporal.Duration {
  const there = (moment: Date) => Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone);
  return there(from).until(there(to), { largestUnit: 'month' });
}

const wholeMonths = (from: Date, to: Date, zone: string): number => timeBetween(from, to, zone).months;

/** A begun month is counted whole. */
function begunMonths(from: Date, to: Date, zone: string): number {
  const time = timeBetween(from, to, zone);
  return time.months + (time.with({ months: 0 }).sign > 0 ? 1 : 0);
}
