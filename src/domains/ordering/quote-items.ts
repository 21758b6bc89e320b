import { GraphQLError } from 'graphql';
import { Decimal } from 'decimal.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { UserError } from '../../kernel/errors/index.js';
import { decodeId, encodeId, Money } from '../../kernel/model/index.js';
import { CustomerServiceType } from '../catalogue/index.js';
import { Account } from '../customer/index.js';
import { type CartPrice, type CartPriceInput, priceCart } from '../pricing/index.js';
import type { LinePrice } from './order-prices.js';
import type { OrderItemInput, OrderSubmitInput } from './order.inputs.js';
import { type ServedItem, servedItems } from './served-items.js';

/** What the prices of now say of a line, all its pieces together; penalties are not in it. */
export interface QuotedItem extends LinePrice {
  /** Key of the plan that prices it, the main one of several. */
  planId: string;
  /** What speaks against its plans: with what the customer has, with those of other lines, or by their conditions. */
  objections: readonly UserError[];
}

/** What the lines of an order cost. */
export interface OrderQuote {
  /** By their places in the input; a line that has no price is left out. */
  items: ReadonlyMap<number, QuotedItem>;
  /** What discounts on the whole order take off besides, not above zero. */
  off: LinePrice;
}

const NOTHING: OrderQuote = { items: new Map(), off: { oneTime: null, recurring: null } };

/** Objections about plans; what else speaks against a line the order finds by itself. */
const WITHOUT_VALUE = 'RULE_WITHOUT_VALUE';
const ABOUT_PLANS = ['PLAN_CONDITION', 'PLAN_EXCLUDED', 'PLAN_REQUIRED', 'UPGRADE_ONLY', WITHOUT_VALUE];

interface Asked {
  item: OrderItemInput;
  index: number;
  /** What a service is done to; undefined for what is installed. */
  served?: ServedItem;
}

/**
 * Prices the lines as the price query does, so that an order costs what its cart was said to cost: by quantity, formula, attributes, condition
 * and discount, and services on what runs by their fees, with the standard ones of products (ORD-105, PRD-62, PRD-114). Nothing for what the
 * caller may not see: the order itself will say so.
 */
export async function quoteItems(context: CallContext, input: OrderSubmitInput): Promise<OrderQuote> {
  const services = await servedItems(context, input);
  const asked = input.items.flatMap((item, index): Asked[] => {
    const served = services.get(index);
    if (served) return [{ item, index, served }];
    return item.action === CustomerServiceType.INSTALL && item.offeringId ? [{ item, index }] : [];
  });
  if (asked.length === 0) return NOTHING;
  const products = asked.flatMap(({ served }, at) => (served?.productId ? [[at, [served.productId]] as const] : []));
  try {
    const cart = await priceCart(context, await cartOf(context, input, asked), new Map(products));
    return { items: new Map(cart.lines.flatMap((line, at) => quoted(line, asked[at]!))), off: offOf(cart) };
  } catch (error) {
    if (error instanceof GraphQLError && error.extensions['code'] === 'NOT_FOUND') return NOTHING;
    throw error;
  }
}

async function cartOf(
  { database }: CallContext,
  { customerId, accountId, channel }: OrderSubmitInput,
  asked: readonly Asked[],
): Promise<CartPriceInput> {
  const key = accountId ? decodeId(accountId)?.uuid : undefined;
  const account = key ? await database.orm.em.fork().findOne(Account, { id: key }, { fields: ['currency'] }) : null;
  return {
    customerId,
    channel: channel ?? null,
    currency: account?.currency ?? null,
    lines: asked.map(({ item, served }) => ({
      offeringId: served ? encodeId('of', served.offeringId) : item.offeringId!,
      service: item.action,
      quantity: item.quantity ?? 1,
      tariffPlanId: served ? encodeId('tp', served.planId) : (item.tariffPlanId ?? null),
      attributes: (item.characteristics ?? []).map(({ name, value }) => ({ name, value })),
    })),
  } as CartPriceInput;
}

function quoted(
  { tariffPlans, oneTime, recurring, objections }: CartPrice['lines'][number],
  { index, served }: Asked,
): (readonly [number, QuotedItem])[] {
  const [plan] = tariffPlans;
  if (!plan) return [];
  // Whoever has a plan is not asked again whether they may.
  const about = objections.filter(({ code }) => (served ? code === WITHOUT_VALUE : ABOUT_PLANS.includes(code)));
  const item: QuotedItem = { planId: plan.id, oneTime, recurring: served ? null : recurring, objections: about };
  return [[index, item]];
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
