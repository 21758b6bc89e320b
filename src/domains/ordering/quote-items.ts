import { GraphQLError } from 'graphql';
import { Decimal } from 'decimal.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { UserError } from '../../kernel/errors/index.js';
import { decodeId, Money } from '../../kernel/model/index.js';
import { CustomerServiceType } from '../catalogue/index.js';
import { Account } from '../customer/index.js';
import { type CartPrice, type CartPriceInput, priceCart } from '../pricing/index.js';
import type { LinePrice } from './order-prices.js';
import type { OrderItemInput, OrderSubmitInput } from './order.inputs.js';

/** What the prices of now say of a line that installs, all its pieces together. */
export interface QuotedItem extends LinePrice {
  /** Key of the plan that prices it, the main one of several. */
  planId: string;
  /** What speaks against its plans: with what the customer has, with those of other lines, or by their conditions. */
  objections: readonly UserError[];
}

/** What the lines of an order cost that install something. */
export interface OrderQuote {
  /** By their places in the input; a line that has no price is left out. */
  items: ReadonlyMap<number, QuotedItem>;
  /** What discounts on the whole order take off besides, not above zero. */
  off: LinePrice;
}

const NOTHING: OrderQuote = { items: new Map(), off: { oneTime: null, recurring: null } };

/** Objections about plans; what else speaks against a line the order finds by itself. */
const ABOUT_PLANS = ['PLAN_CONDITION', 'PLAN_EXCLUDED', 'PLAN_REQUIRED', 'UPGRADE_ONLY', 'RULE_WITHOUT_VALUE'];

interface Asked {
  item: OrderItemInput;
  index: number;
}

/**
 * Prices the lines that install something as the price query does, so that an order costs what its cart was said to cost: by quantity, formula,
 * attributes, condition and discount (ORD-105, PRD-114). Nothing for what the caller may not see: the order itself will say so.
 */
export async function quoteItems(context: CallContext, input: OrderSubmitInput): Promise<OrderQuote> {
  const asked = input.items.flatMap((item, index) =>
    item.action === CustomerServiceType.INSTALL && item.offeringId ? [{ item, index }] : [],
  );
  if (asked.length === 0) return NOTHING;
  try {
    const cart = await priceCart(context, await cartOf(context, input, asked));
    return { items: new Map(cart.lines.flatMap((line, at) => quoted(line, asked[at]!.index))), off: offOf(cart) };
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
    lines: asked.map(({ item }) => ({
      offeringId: item.offeringId!,
      quantity: item.quantity ?? 1,
      tariffPlanId: item.tariffPlanId ?? null,
      attributes: (item.characteristics ?? []).map(({ name, value }) => ({ name, value })),
    })),
  } as CartPriceInput;
}

function quoted(
  { tariffPlans, oneTime, recurring, objections }: CartPrice['lines'][number],
  index: number,
): (readonly [number, QuotedItem])[] {
  const [plan] = tariffPlans;
  if (!plan) return [];
  const about = objections.filter(({ code }) => ABOUT_PLANS.includes(code));
  const item: QuotedItem = { planId: plan.id, oneTime, recurring, objections: about };
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
