import type { Transaction } from '../../kernel/database/transaction.js';
import type { UserError } from '../../kernel/errors/index.js';
import type { Product } from '../catalogue/index.js';
import type { Customer } from '../customer/index.js';
import { type OfferingInstance, ProductInstance, ProductInstanceStatus } from '../inventory/index.js';
import { lockNumbers, type NumberApplicant, takenNumber } from '../resource/index.js';
import type { CheckedItem } from './checked-item.js';
import type { Findings } from './findings.js';
import { productsFor } from './number-target.js';
import { openOrderOf } from './orders-of-number.js';
import type { OrderSubmitInput } from './order.inputs.js';
import { instancesOf } from './resolve-item.js';

/** Lets orders that choose the same numbers come one after another, whether they are in stock or not. */
export async function takeTurns(tx: Transaction, { items }: OrderSubmitInput): Promise<void> {
  const numbers = items.flatMap(({ number }) => number ?? []);
  if (numbers.length > 0) await lockNumbers(tx, numbers);
}

/** What a submission says about the numbers that it chooses. */
interface NumberSurroundings {
  /** Key of the order to be. */
  orderId: string;
  /** What speaks against the levels of the numbers, by number. */
  levels: ReadonlyMap<string, readonly UserError[]>;
}

/**
 * Refuses a number that somebody else has, keeps or has ordered, one that an instance is reached under that the line neither acts on nor
 * replaces, one that may not serve what is ordered or is too good for the customer, and one that two lines choose (RES-31, RES-38, RES-41,
 * RES-42).
 */
export async function checkNumbers(
  tx: Transaction,
  customer: Customer,
  items: readonly CheckedItem[],
  { orderId, levels }: NumberSurroundings,
  findings: Findings,
): Promise<void> {
  const chosen = new Set<string>();
  for (const item of items) {
    const { number } = item.input;
    if (!number) continue;
    const at = [...item.path, 'number'];
    if (chosen.has(number) || item.quantity > 1) findings.add('CONTRADICTORY', 'Only one can have the number.', at);
    chosen.add(number);
    const own = await ownInstances(tx, item.instances, item.replaces);
    const applicant = { customerId: customer.id, subject: tx.caller.subject, instanceIds: own.map(({ id }) => id) };
    const objection = await objectionTo(tx, number, applicant, orderId);
    if (objection) findings.add(objection.code, objection.message, at, objection.details);
    for (const { code, message, details } of levels.get(number) ?? []) findings.add(code, message, at, details ?? {});
    const products = item.components.length > 0 ? item.components : item.instances;
    const wanted = products.map(({ product }): Product => product);
    if (wanted.length > 0 && (await productsFor(tx, number, wanted)).length === 0)
      findings.add('NUMBER_PURPOSE', 'The number may not serve what is ordered.', at);
  }
}

/** Instances that may have the number already: those that a line acts on, and those that it takes the place of. */
export async function ownInstances(
  tx: Transaction,
  instances: readonly ProductInstance[],
  replaces: OfferingInstance | null | undefined,
): Promise<ProductInstance[]> {
  return [...instances, ...(replaces ? await instancesOf(tx, replaces) : [])];
}

/** Why somebody may not have a number for an order. The number is locked. */
export async function objectionTo(
  tx: Transaction,
  number: string,
  applicant: NumberApplicant,
  orderId: string,
): Promise<{ code: string; message: string; details?: Record<string, unknown> } | null> {
  const status = await takenNumber(tx.em, number, applicant);
  if (status) return { code: 'OUT_OF_STOCK', message: 'The number is not free.', details: { status } };
  // Before the instances: an order that ends meanwhile has given it to one of them.
  if (await openOrderOf(tx, number, orderId))
    return { code: 'OUT_OF_STOCK', message: 'The number has just been ordered.', details: { status: 'RESERVED' } };
  const live = { accessNumber: number, status: { $ne: ProductInstanceStatus.REMOVED } };
  const others = { id: { $nin: [...applicant.instanceIds] } };
  return (await tx.em.count(ProductInstance, { $and: [live, others] })) > 0
    ? { code: 'NUMBER_IN_USE', message: 'Something else is reached under the number.' }
    : null;
}
