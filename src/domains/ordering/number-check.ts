import type { Transaction } from '../../kernel/database/transaction.js';
import type { Customer } from '../customer/index.js';
import { lockNumbers, takenNumber } from '../resource/index.js';
import type { CheckedItem } from './checked-item.js';
import type { Findings } from './findings.js';
import { OrderItem } from './order-item.js';
import { OrderStatus } from './order.enums.js';
import type { OrderSubmitInput } from './order.inputs.js';
import { instancesOf } from './resolve-item.js';

/** Lets orders that choose the same numbers of the stock come one after another. */
export async function takeTurns(tx: Transaction, { items }: OrderSubmitInput): Promise<void> {
  const numbers = items.flatMap(({ number }) => number ?? []);
  if (numbers.length > 0) await lockNumbers(tx.em, numbers);
}

/** Refuses a number that somebody else has, keeps or has ordered, and one that two lines choose (RES-31, RES-42). */
export async function checkNumbers(
  tx: Transaction,
  customer: Customer,
  items: readonly CheckedItem[],
  before: string,
  findings: Findings,
): Promise<void> {
  const chosen = new Set<string>();
  for (const { input, instances, replaces, path, quantity } of items) {
    const { number } = input;
    if (!number) continue;
    const at = [...path, 'number'];
    if (chosen.has(number) || quantity > 1) findings.add('CONTRADICTORY', 'Only one can have the number.', at);
    chosen.add(number);
    const own = [...instances, ...(replaces ? await instancesOf(tx, replaces) : [])];
    const applicant = { customerId: customer.id, subject: tx.caller.subject, instanceIds: own.map(({ id }) => id) };
    const status = await takenNumber(tx.em, number, applicant);
    if (status) findings.add('OUT_OF_STOCK', 'The number is not free.', at, { status });
    const open = { id: { $lt: before }, status: { $nin: [OrderStatus.COMPLETED, OrderStatus.CANCELLED] } };
    if (!status && (await tx.em.count(OrderItem, { number, order: open })) > 0)
      findings.add('OUT_OF_STOCK', 'The number has just been ordered.', at, { status: 'RESERVED' });
  }
}
