import { GraphQLError } from 'graphql';
import { Decimal } from 'decimal.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import type { UserError } from '../../kernel/errors/index.js';
import { decodeId, encodeId, Money } from '../../kernel/model/index.js';
import { CustomerServiceType } from '../catalogue/index.js';
import { type CartPrice, type CartPriceInput, NO_OFFERING, prepareCart } from '../pricing/index.js';
import type { LineCost, LinePrice, SoldCharge } from './order-prices.js';
import type { OrderItemInput, OrderSubmitInput } from './order.inputs.js';
import { quoteCurrency } from './quote-currency.js';
import { type ServedItem, type ServedItems, servedItems } from './served-items.js';

/** What the prices of now say of a line, all its pieces together; penalties are not in it. */
export interface QuotedItem extends LineCost {
  /** Keys of the plans that price it, the main one first. */
  planIds: readonly string[];
  /** Key of the service level, chosen or preselected; null without one. */
  slaId: string | null;
  /** What speaks against its plans: with what the customer has, with those of other lines, or by their conditions. */
  objections: readonly UserError[];
}

/** What the lines of an order cost. */
export interface OrderQuote {
  /** Of all money in it; null when there is none. */
  currency: string | null;
  /** By their places in the input; a line that has no price is left out. */
  items: ReadonlyMap<number, QuotedItem>;
  /** What discounts on the whole order take off besides, not above zero. */
  off: LinePrice;
  /** Those discounts, one by one. */
  discounts: readonly SoldCharge[];
}

/** A quote that was made before the transaction of the order. */
export interface UnsettledQuote extends OrderQuote {
  /** What the lines cost by what has been held and ordered until the customer was locked: null when nothing has become different. */
  settle: (tx: Transaction) => Promise<OrderQuote | null>;
}

const NOTHING: UnsettledQuote = {
  currency: null,
  items: new Map(),
  off: { oneTime: null, recurring: null },
  discounts: [],
  settle: () => Promise.resolve(null),
};

/** Objections about the choices of a line; what else speaks against it the order finds by itself. */
const WITHOUT_VALUE = 'RULE_WITHOUT_VALUE';
const ABOUT_CHOICES = [
  'PLAN_CONDITION',
  'PLAN_EXCLUDED',
  'PLAN_REQUIRED',
  'UPGRADE_ONLY',
  'UNKNOWN_SLA',
  WITHOUT_VALUE,
];

interface Asked {
  item: OrderItemInput;
  index: number;
  /** What a service is done to; undefined for what is installed. */
  served?: ServedItem;
}

/**
 * Prices the lines as the price query does, so that an order costs what its cart was said to cost: by quantity, number, formula, attributes,
 * prepayment, service level, condition and discount, and services on what runs by their fees, with the standard ones of products (ORD-105,
 * PRD-62, PRD-68, PRD-83, PRD-114). What runs is priced as it was sold. Left out is what the order refuses by itself: what the caller may
 * not see, and what no plan prices.
 */
export async function quoteItems(context: CallContext, input: OrderSubmitInput): Promise<UnsettledQuote> {
  const served = await servedItems(context, input);
  let asked = input.items.flatMap((item, index): Asked[] => {
    const own = served.lines.get(index);
    if (own) return [{ item, index, served: own }];
    return item.action === CustomerServiceType.INSTALL && item.offeringId ? [{ item, index }] : [];
  });
  while (asked.length > 0) {
    try {
      return await quoteOf(context, input, asked, served);
    } catch (error) {
      const unseen = unseenIn(error);
      if (unseen?.at(-1) === 'customerId') return NOTHING;
      if (unseen?.at(-1) !== 'offeringId') throw error;
      const { offeringId } = asked[Number(unseen.at(-2))]!.item;
      asked = asked.filter(({ item }) => item.offeringId !== offeringId);
    }
  }
  return NOTHING;
}

/** Path of what the price query does not find for the caller; undefined of any other failure. */
function unseenIn(error: unknown): readonly (string | number)[] | undefined {
  if (!(error instanceof GraphQLError) || error.extensions['code'] !== 'NOT_FOUND') return undefined;
  return error.extensions['argumentPath'] as readonly (string | number)[] | undefined;
}

async function quoteOf(
  context: CallContext,
  input: OrderSubmitInput,
  asked: readonly Asked[],
  { endedPlanIds, endedInstanceIds }: ServedItems,
): Promise<UnsettledQuote> {
  const lines = new Map(asked.flatMap(({ served }, at) => (served ? [[at, served] as const] : [])));
  const { price, settle } = await prepareCart(context, await cartOf(context, input, asked), {
    ...{ lines, endedPlanIds, endedInstanceIds },
  });
  const quoteBy = (cart: CartPrice): OrderQuote => ({
    currency: cart.currency,
    items: new Map(cart.lines.flatMap((line, at) => quoted(line, asked[at]!))),
    off: offOf(cart),
    discounts: cart.discounts,
  });
  return {
    ...quoteBy(price),
    async settle(tx) {
      const now = await settle(tx);
      return now && quoteBy(now);
    },
  };
}

const keyOf = (id: string | null | undefined): string | null => (id && decodeId(id)?.uuid) || null;

async function cartOf(
  context: CallContext,
  { customerId, accountId, channel, prepaidAmount, prepaidMonths }: OrderSubmitInput,
  asked: readonly Asked[],
): Promise<CartPriceInput> {
  // What has no plan has no currency of its own.
  const { item: first, served: sold } = asked.find(({ served }) => served?.planIds.length !== 0) ?? asked[0]!;
  const currency = await quoteCurrency(context, {
    planId: sold ? (sold.planIds[0] ?? null) : keyOf(first.tariffPlanId),
    accountId: keyOf(accountId),
    customerId: keyOf(customerId),
    offeringId: keyOf(first.offeringId),
  });
  return {
    customerId,
    channel: channel ?? null,
    currency,
    prepaidAmount: prepaidAmount ?? null,
    prepaidMonths: prepaidMonths ?? null,
    lines: asked.map(({ item, served }) => ({
      offeringId: served ? encodeId('of', served.offeringId ?? NO_OFFERING) : item.offeringId!,
      service: item.action,
      quantity: item.quantity ?? 1,
      components: served ? null : (item.components ?? null),
      tariffPlanId: served ? null : (item.tariffPlanId ?? null),
      offeringSlaId: served ? null : (item.offeringSlaId ?? null),
      number: item.number ?? null,
      attributes: (item.characteristics ?? []).map(({ name, value }) => ({ name, value })),
    })),
  } as CartPriceInput;
}

function quoted(
  { tariffPlans, oneTime, recurring, charges, offeringSla, objections }: CartPrice['lines'][number],
  { index, served }: Asked,
): (readonly [number, QuotedItem])[] {
  if (tariffPlans.length === 0 && served?.planIds.length !== 0) return [];
  const planIds = tariffPlans.map(({ id }) => id);
  // Whoever has a plan is not asked again whether they may.
  const about = objections.filter(({ code }) => (served ? code === WITHOUT_VALUE : ABOUT_CHOICES.includes(code)));
  const price = { oneTime, recurring: served ? null : recurring, charges };
  return [[index, { ...price, planIds, slaId: offeringSla?.id ?? null, objections: about }]];
}

/** The total less what the lines cost. */
function offOf({ lines, oneTime, recurring, currency }: CartPrice): LinePrice {
  const less = (total: Money, each: readonly (Money | null)[]): Money | null => {
    const off = each.reduce((sum, money) => sum.minus(money?.amount ?? 0), new Decimal(total.amount));
    return off.isZero() ? null : Money.of(off.toFixed(), currency);
  };
  return {
    oneTime: less(
      oneTime,
      lines.map((line) => line.oneTime),
    ),
    recurring: less(
      recurring,
      lines.map((line) => line.recurring),
    ),
  };
}
