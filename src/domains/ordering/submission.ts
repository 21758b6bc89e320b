import { createHash } from 'node:crypto';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/refusal.js';
import type { Customer } from '../customer/index.js';
import { Order } from './order.js';
import type { OrderSubmitInput } from './order.inputs.js';

/** A digest of what is asked for; the key under which it is asked does not count. */
export function digestOf(input: OrderSubmitInput): string {
  return createHash('sha256')
    .update(JSON.stringify({ ...input, externalKey: undefined }, sortedKeys))
    .digest('hex');
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value ?? undefined;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The order that the customer has under the same key already, so that a submission may be repeated after a lost answer.
 * The customer's row is locked by the caller, so of two submissions at once the second one finds the order of the first.
 */
export async function earlierSubmission(
  tx: Transaction,
  customer: Customer,
  input: OrderSubmitInput,
): Promise<Order | null> {
  if (!input.externalKey) return null;
  const earlier = await tx.em.findOne(Order, { customer: customer.id, externalKey: input.externalKey });
  if (earlier && earlier.contentDigest !== digestOf(input)) {
    return refuse('KEY_REUSED', 'An order with other content was submitted under this key.', ['input', 'externalKey'], {
      orderNo: earlier.orderNo,
    });
  }
  return earlier;
}
