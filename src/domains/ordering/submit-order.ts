import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { decodeId } from '../../kernel/model/index.js';
import { Customer, requireVerified } from '../customer/index.js';
import { asGiven, withAttached } from './attached-removals.js';
import { checkSubmission } from './check-submission.js';
import { type JudgedItems, judgeItems } from './judge-items.js';
import { takeTurns } from './number-check.js';
import type { OrderSource } from './order.enums.js';
import type { OrderSubmitInput } from './order.inputs.js';
import { Order } from './order.js';
import { agreedPrices, type OrderPrices, tariffPrices } from './order-prices.js';
import { refuseChangedPrices } from './priced-versions.js';
import { quoteItems, type UnsettledQuote } from './quote-items.js';
import { earlierSubmission } from './submission.js';
import { writeOrder } from './write-order.js';

/** What a system may say about an order that a person may not. */
export interface SubmitOptions {
  /** Where the order came from, when the kind of caller does not tell. */
  source?: OrderSource;
  /** What was agreed with the customer, in place of the tariffs of now; the lines in the order of the input. */
  agreed?: OrderPrices;
  /** Moment of the tariffs by which that was agreed; now when left out. */
  agreedAt?: Date;
  /** The submission as it was given, where lines were added to it: by that it is known again. */
  given?: OrderSubmitInput;
  /** What {@link quoteItems} has said before the transaction; null, or left out, where prices were agreed. */
  quote?: UnsettledQuote | null;
}

/**
 * Takes an order with its lines: checks it (ORD-07), prices it (ORD-105), writes it (ORD-50) and sets it on its way. Refused with
 * all findings at once. What is attached to what it removes goes with it (ORD-11). The same customer's submissions run one after another,
 * and each is priced by what those before it have ordered.
 */
export async function submitOrder(
  context: CallContext,
  input: OrderSubmitInput,
  options: SubmitOptions = {},
): Promise<Order> {
  const whole = await withAttached(context, input);
  return asGiven(input, whole, () => submitWhole(context, input, whole.input, options));
}

async function submitWhole(
  context: CallContext,
  given: OrderSubmitInput,
  input: OrderSubmitInput,
  options: SubmitOptions,
): Promise<Order> {
  // Read before the transaction: a connection of its own is not waited for while locks are held.
  const [sale, quote] = await Promise.all([
    judgeItems(context, input),
    options.agreed ? null : quoteItems(context, input),
  ]);
  return context.database.write(context, async (tx) => {
    const path = ['input', 'customerId'];
    await requireVerified(context, tx, await tx.get(Customer, input.customerId, path), path);
    const order = await placeOrder(tx, input, sale, { ...options, given, quote });
    // Who takes something over takes over what is owed for it.
    for (const [index, { newOwnerId }] of input.items.entries()) {
      const at = ['input', 'items', index, 'newOwnerId'];
      if (newOwnerId) await requireVerified(context, tx, await tx.get(Customer, newOwnerId, at, { lock: false }), at);
    }
    return order;
  });
}

/**
 * Like {@link submitOrder}, in the transaction of the caller.
 * @param sale what {@link judgeItems} has said before the transaction
 */
export async function placeOrder(
  tx: Transaction,
  input: OrderSubmitInput,
  sale: JudgedItems,
  options: SubmitOptions = {},
): Promise<Order> {
  await lockOwners(tx, input);
  const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
  const { agreed, agreedAt, given = input, source } = options;
  const earlier = await earlierSubmission(tx, customer, given);
  if (earlier) return earlier;
  await takeTurns(tx, input);
  const order = new Order();
  const quote = (await options.quote?.settle(tx)) ?? options.quote ?? null;
  const checked = await checkSubmission(tx, customer, input, {
    ...{ before: order.id, sale: sale.against, quote, agreed: agreed ?? null },
  });
  if (quote) await refuseChangedPrices(tx, quote);
  const whole = quote ?? { off: { oneTime: null, recurring: null }, discounts: [] };
  const prices = agreed ? agreedPrices(agreed) : tariffPrices(checked.items, whole);
  const written = { order, customer, input: given, checked, prices, judged: sale.versions };
  return writeOrder(tx, { ...written, pricedAt: agreedAt, source });
}

/** Locks who hands over and who takes over, in the order of their keys: two orders may hand over to each other's customers. */
async function lockOwners(tx: Transaction, { customerId, items }: OrderSubmitInput): Promise<void> {
  const owners = items.flatMap(({ newOwnerId }) => newOwnerId ?? []);
  if (owners.length === 0) return;
  const keys = new Set([customerId, ...owners].flatMap((id) => decodeId(id)?.uuid ?? []));
  for (const key of [...keys].toSorted()) await tx.find(Customer, key);
}
