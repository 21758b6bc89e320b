import type { CallContext } from '../../kernel/database/context.js';
import { Transaction } from '../../kernel/database/transaction.js';
import { decodeId } from '../../kernel/model/index.js';
import { Offering } from '../catalogue/index.js';
import { OfferingInstance, ProductInstance } from '../inventory/index.js';
import type { OrderSubmitInput } from './order.inputs.js';

/** What a line does a service to, by its keys. */
export interface ServedItem {
  offeringId: string;
  /** The plan that the customer has. */
  planId: string;
  /** The product, where the line is about one of the offering; null for all of them. */
  productId: string | null;
}

/**
 * What the lines of an order act on that belongs to the customer and has a plan, by their places. Offerings that the caller may not see, such as
 * those not sold any more, are left out: the price query would not know them either.
 */
export async function servedItems(
  { caller, database, requestId }: CallContext,
  { customerId, items }: OrderSubmitInput,
): Promise<Map<number, ServedItem>> {
  const customer = decodeId(customerId)?.uuid;
  const keys = (ids: readonly (string | null | undefined)[]) => ids.flatMap((id) => (id && decodeId(id)?.uuid) || []);
  const [whole, single] = [
    keys(items.map(({ offeringInstanceId }) => offeringInstanceId)),
    keys(items.map(({ productInstanceId }) => productInstanceId)),
  ];
  const served = new Map<number, ServedItem>();
  if (!customer || whole.length + single.length === 0) return served;
  const tx = new Transaction(database.orm.em.fork() as never, caller, requestId, database.pool);
  const instances = await tx.em.find(OfferingInstance, { id: { $in: whole }, customer });
  const products = await tx.em.find(
    ProductInstance,
    { id: { $in: single }, customer },
    { populate: ['offeringInstance'] as never },
  );
  const visible = new Map<string, boolean>();
  for (const [index, item] of items.entries()) {
    const [key] = keys([item.productInstanceId ?? item.offeringInstanceId]);
    const product = item.productInstanceId ? products.find(({ id }) => id === key) : undefined;
    const instance = product ? product.offeringInstance : instances.find(({ id }) => id === key);
    if (!instance?.tariffPlan) continue;
    const { offering, tariffPlan } = instance;
    if (!visible.has(offering.id))
      visible.set(offering.id, (await tx.find(Offering, offering.id, { lock: false })) !== null);
    if (visible.get(offering.id))
      served.set(index, { offeringId: offering.id, planId: tariffPlan.id, productId: product?.product.id ?? null });
  }
  return served;
}
