import { Decimal } from 'decimal.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { codedError } from '../../kernel/errors/index.js';
import { type Class, Money, type Node, uuidOf } from '../../kernel/model/index.js';
import {
  ChargeType,
  CustomerServiceType,
  EquivalentKind,
  Offering,
  OfferingSla,
  TariffPlan,
  TariffRule,
  toCoins,
} from '../catalogue/index.js';
import { AppliedTier, CartLinePrice, CartPrice, CartTraffic, PricedCharge } from './cart-price.js';
import type { CartLineInput, CartPriceInput } from './cart-price.input.js';
import { cartLines, lineObjections, offeringIdsOf } from './cart-lines.js';
import { type CartKeys, type CartRows, readCartRows } from './cart-rows.js';
import { ChargeSource } from './charge-source.js';
import { type CartLine, type Charge, type PricedLine, ZERO } from './charge.js';
import { runsWithoutPlan } from './choose-plans.js';
import { Discount } from './discount.js';
import { countedTotals, type HeldPieces, readTotals, recountTotals } from './held-pieces.js';
import { heldPlans, upgradedPlans } from './held-plans.js';
import { type PricedCart, priceLines, sumOf } from './price-lines.js';
import { readSaleFacts } from './sale-facts.js';
import { type CartHoldings, NO_HOLDINGS } from './sold-line.js';
import { readDiscountRanges } from './staff-discount.js';

const FALLBACK_CURRENCY = 'CNY';
const currencies = new Set(Intl.supportedValuesOf('currency'));

/** A cart of which all that its price depends on has been read. */
export interface PreparedCart {
  /** What it costs by what the customer has, and has ordered, now. */
  price: CartPrice;
  /**
   * Counts again, with the customer locked, what the prices by totals go by: of orders that come at once each sees the pieces of those
   * before it, as if it had come after them (PRD-76, PRD-77). Groups whose totals count are locked too, until the end.
   * @returns what it costs then; null when nothing has become different
   */
  settle: (tx: Transaction) => Promise<CartPrice | null>;
}

/**
 * What a cart costs, line by line, with every rule that applied (PRD-114). What stands in the way of a line is said with it; the others
 * are priced all the same.
 * @param holdings what the customer has already, as far as the cart is about it
 * @throws NOT_FOUND for a customer, region or offering that the caller may not see
 */
export const priceCart = async (
  context: CallContext,
  input: CartPriceInput,
  holdings: CartHoldings = NO_HOLDINGS,
): Promise<CartPrice> => (await prepareCart(context, input, holdings)).price;

/** Like {@link priceCart}, for who writes down what it costs: that is settled in the transaction which does so. */
export async function prepareCart(
  context: CallContext,
  input: CartPriceInput,
  holdings: CartHoldings = NO_HOLDINGS,
): Promise<PreparedCart> {
  const at = input.at ? new Date(input.at) : new Date();
  const keys = keysOf(context, input, holdings);
  const { offeringIds } = keys;
  const [facts, rows] = await Promise.all([readSaleFacts(context, input, at), readCartRows(context, keys, at)]);
  const currency = input.currency ?? facts.customer?.currency ?? FALLBACK_CURRENCY;
  if (!currencies.has(currency))
    throw codedError('BAD_USER_INPUT', 'This is no currency of ISO 4217.', { path: ['input', 'currency'] });
  const lines = cartLines(input, rows, { facts, currency, holdings });
  const counted = facts.customer && countedTotals(facts.customer.id, rows.rules, holdings.endedInstanceIds ?? [], at);
  const [ranges, pieces] = await Promise.all([
    input.lines.some(({ discountPercent }) => discountPercent)
      ? readDiscountRanges(context.database.pool, facts.positionIds, offeringIds)
      : [],
    counted ? readTotals(context.database.pool, counted) : new Map<string, HeldPieces[]>(),
  ]);
  const priceBy = (totals: ReadonlyMap<string, readonly HeldPieces[]>): CartPrice => {
    const priced = priceLines(lines, rows, {
      currency,
      prepaidAmount: new Decimal(input.prepaidAmount ?? 0),
      prepaidMonths: input.prepaidMonths ?? 0,
      heldPlans: heldPlans(facts.customer),
      endedPlanIds: [...holdings.endedPlanIds, ...upgradedPlans(lines, rows, facts.customer, holdings.endedPlanIds)],
      held: totals,
      ended: (id) => (holdings.endedInstanceIds ? 0 : takenFrom(id, lines, rows)),
      ranges,
    });
    for (const each of priced.lines) each.objections.unshift(...lineObjections(each.line, input));
    return shown(priced, input.lines, currency, at);
  };
  return {
    price: priceBy(pieces),
    async settle(tx) {
      const now = counted ? await recountTotals(tx, counted, pieces) : null;
      return now && priceBy(now);
    },
  };
}

/** Pieces of an offering that lines take away, or that upgrades on them take the place of (PRD-54). */
function takenFrom(offeringId: string, lines: readonly CartLine[], { upgrades }: CartRows): number {
  const upgraded = new Set(upgrades.filter(({ formerId }) => formerId === offeringId).map((each) => each.offeringId));
  return lines
    .filter(({ offering, service }) =>
      service === CustomerServiceType.REMOVE
        ? offering.id === offeringId
        : service === CustomerServiceType.INSTALL && upgraded.has(offering.id),
    )
    .reduce((sum, { quantity }) => sum + quantity, 0);
}

/** The keys by which the rows of a cart are read. */
function keysOf(context: CallContext, input: CartPriceInput, { lines }: CartHoldings): CartKeys {
  const sold = [...lines.values()];
  return {
    offeringIds: offeringIdsOf(input.lines),
    customerId: buyerOf(context, input),
    heldOfferingIds: offeringIdsOf(input.lines.filter((_line, index) => lines.has(index))),
    heldPlanIds: sold.flatMap(({ planIds }) => planIds),
    heldProductIds: sold.flatMap(({ pieces }) => [...pieces.keys()]),
  };
}

/** Key of the customer whose own plans count; partners do not see them. */
function buyerOf({ caller }: CallContext, { customerId }: CartPriceInput): string | null {
  if (caller.kind === 'PARTNER') return null;
  return customerId ? uuidOf(customerId, 'cu', ['input', 'customerId']) : (caller.customerId ?? null);
}

function shown(priced: PricedCart, asked: readonly CartLineInput[], currency: string, at: Date): CartPrice {
  const all = [...priced.lines.flatMap(({ charges }) => charges), ...priced.discounts];
  return Object.assign(new CartPrice(), {
    currency,
    at,
    lines: priced.lines.map((line) => shownLine(line, asked[line.line.index]!, currency)),
    discounts: priced.discounts.map(shownCharge),
    oneTime: Money.of(sumOf(all, ChargeType.ONE_TIME).toFixed(), currency),
    recurring: Money.of(sumOf(all, ChargeType.PERIODIC).toFixed(), currency),
    deposit: depositOf(priced.lines, currency),
    ...pointsOf(all),
    traffic: trafficOf(all),
  });
}

function shownLine(
  { line, planIds, charges, objections }: PricedLine,
  asked: CartLineInput,
  currency: string,
): CartLinePrice {
  const isPriced = planIds.length > 0 || runsWithoutPlan(line);
  const oneTime = isPriced ? Money.of(sumOf(charges, ChargeType.ONE_TIME).toFixed(), currency) : null;
  const recurring = isPriced ? Money.of(sumOf(charges, ChargeType.PERIODIC).toFixed(), currency) : null;
  const compared = [
    [asked.shownOneTime, oneTime],
    [asked.shownRecurring, recurring],
  ] as const;
  const given = compared.filter(([before]) => before);
  return Object.assign(new CartLinePrice(), {
    line: line.index,
    offering: row(Offering, line.offering.id),
    offeringSla: line.sla && row(OfferingSla, line.sla.id),
    quantity: line.quantity,
    tariffPlans: planIds.map((id) => row(TariffPlan, id)),
    charges: charges.map(shownCharge),
    oneTime,
    recurring,
    deposit: depositOf([{ line, planIds }], currency),
    ...pointsOf(charges),
    traffic: trafficOf(charges),
    changed: given.length > 0 ? given.some(([before, now]) => !sameMoney(before!, now)) : null,
    objections,
  });
}

/** What must be deposited for lines that open something and have a price, for each piece in whole coins (PRD-42). */
function depositOf(lines: readonly Pick<PricedLine, 'line' | 'planIds'>[], currency: string): Money | null {
  const asked = lines.filter(
    ({ line, planIds }) => line.offering.deposit && line.service === CustomerServiceType.INSTALL && planIds.length > 0,
  );
  if (asked.length === 0) return null;
  const sum = asked.reduce(
    (total, { line }) => total.plus(toCoins(new Decimal(line.offering.deposit!), currency).times(line.quantity)),
    ZERO,
  );
  return Money.of(sum.toFixed(), currency);
}

const sameMoney = (before: { amount: string; currency: string }, now: Money | null): boolean =>
  now !== null && now.currency === before.currency && new Decimal(now.amount).eq(before.amount);

function shownCharge(charge: Charge): PricedCharge {
  const { ruleId, planId, discountId, tier, unitPrice, amount, left: _left, ...rest } = charge;
  return Object.assign(new PricedCharge(), {
    ...rest,
    rule: ruleId && row(TariffRule, ruleId),
    tariffPlan: planId && row(TariffPlan, planId),
    discount: discountId && row(Discount, discountId),
    unitPrice: unitPrice?.toFixed() ?? null,
    amount: amount?.toFixed() ?? null,
    tier: tier && Object.assign(new AppliedTier(), tier),
  });
}

function pointsOf(charges: readonly Charge[]): { points: string; pointsAwarded: string } {
  const sum = (own: (charge: Charge) => boolean) =>
    charges
      .filter((charge) => charge.equivalent === EquivalentKind.POINTS && own(charge))
      .reduce((total, { amount }) => total.plus(amount ?? 0), ZERO)
      .toFixed();
  return {
    points: sum(({ source, afterMonths }) => source !== ChargeSource.DISCOUNT && !afterMonths),
    pointsAwarded: sum(({ source }) => source === ChargeSource.DISCOUNT),
  };
}

/** Allowances by unit, in the order in which they first come. */
function trafficOf(charges: readonly Charge[]): CartTraffic[] {
  const brought = charges.filter(
    ({ equivalent, afterMonths }) => equivalent === EquivalentKind.TRAFFIC && !afterMonths,
  );
  return [...Map.groupBy(brought, ({ unit }) => unit ?? '')].map(([unit, each]) => {
    const amount = each.reduce((sum, { amount }) => sum.plus(amount ?? 0), ZERO).toFixed();
    return Object.assign(new CartTraffic(), { unit, amount });
  });
}

/** Stands for a row by its key; what is selected of it is read when it is answered. */
const row = <T extends Node>(noun: Class<T> & (new () => T), id: string): T => Object.assign(new noun(), { id });
