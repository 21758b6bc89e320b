import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { decodeId } from '../../kernel/model/index.js';
import { bundleOf, CustomerServiceType } from '../catalogue/index.js';
import {
  HeldPlanSource,
  heldPlansOf,
  OfferingInstance,
  OfferingInstanceStatus,
  ProductInstance,
} from '../inventory/index.js';
import type { CartHoldings, SoldLine } from '../pricing/index.js';
import type { OrderSubmitInput } from './order.inputs.js';
import { instancesOf } from './resolve-item.js';

/** What a line does a service to, as it was sold. */
export interface ServedItem extends SoldLine {
  /** Key of the offering; null for what came without one. */
  offeringId: string | null;
}

/** What an order is about that the customer has already. */
export interface ServedItems extends CartHoldings {
  lines: ReadonlyMap<number, ServedItem>;
}

/** Of what came without an offering, or has left it with a former owner: only the standard prices of its product count. */
const NO_OFFERING = { offeringId: null, planIds: [], fixed: {}, slaId: null };

const NOTHING: ServedItems = { lines: new Map(), endedPlanIds: [], endedInstanceIds: [] };

const keys = (ids: readonly (string | null | undefined)[]): string[] =>
  ids.flatMap((id) => (id && decodeId(id)?.uuid) || []);

/**
 * What the lines of an order act on that belongs to the customer, by their places, and the plans that end with the order. It stays on what was
 * sold: the plan, the bundle and what everybody had to have then, whether they are sold now or not (PRD-15, PRD-53).
 */
export async function servedItems(context: CallContext, { customerId, items }: OrderSubmitInput): Promise<ServedItems> {
  const customer = decodeId(customerId)?.uuid;
  const whole = keys(items.flatMap(({ offeringInstanceId, replacesId }) => [offeringInstanceId, replacesId]));
  const single = keys(items.map(({ productInstanceId }) => productInstanceId));
  if (!customer || whole.length + single.length === 0) return NOTHING;
  return context.database.read(context, async (tx) => {
    const products = await tx.em.find(
      ProductInstance,
      { id: { $in: single }, customer },
      { populate: ['offeringInstance'] as never },
    );
    const instances = await tx.em.find(OfferingInstance, { id: { $in: whole }, customer });
    const lines = new Map<number, ServedItem>();
    for (const [index, { productInstanceId, offeringInstanceId }] of items.entries()) {
      const [key] = keys([productInstanceId ?? offeringInstanceId]);
      const product = productInstanceId ? products.find(({ id }) => id === key) : undefined;
      const instance = product ? product.offeringInstance : instances.find(({ id }) => id === key);
      if (instance) lines.set(index, await asSold(tx, instance, product));
      else if (product)
        lines.set(index, {
          ...NO_OFFERING,
          pieces: new Map([[product.product.id, 1]]),
          carried: product.characteristics,
        });
    }
    const ended = await endedInstances(tx, items, [...instances, ...products]);
    return {
      ...{ lines, endedPlanIds: await plansOfInstances(tx, ended) },
      endedInstanceIds: ended.map(({ id }) => id),
    };
  });
}

async function asSold(tx: Transaction, instance: OfferingInstance, product?: ProductInstance): Promise<ServedItem> {
  const bundle = await bundleOf(tx, instance);
  const carrying = product ? [product] : await instancesOf(tx, instance);
  const plans = instance.tariffPlan ? await heldPlansOf(tx.em, [instance.id], tx.at) : [];
  return {
    offeringId: instance.offering.id,
    // That of the service level comes with the level that holds after the order.
    planIds: keysOf(plans.filter(({ source }) => source !== HeldPlanSource.LEVEL)),
    pieces: countedBy(product ? [product] : await instancesOf(tx, instance)),
    fixed: Object.assign({}, ...bundle.map(({ fixedValues }) => fixedValues)) as Record<string, unknown>,
    carried: Object.assign({}, ...carrying.map(({ characteristics }) => characteristics)) as Record<string, unknown>,
    slaId: instance.offeringSla?.id ?? null,
  };
}

/** How many of each product there are, by its key. */
function countedBy(instances: readonly ProductInstance[]): Map<string, number> {
  const pieces = new Map<string, number>();
  for (const { product } of instances) pieces.set(product.id, (pieces.get(product.id) ?? 0) + 1);
  return pieces;
}

/** Offerings that the customer holds no more after the order: what is taken away as a whole, or piece by piece, or upgraded. */
async function endedInstances(
  tx: Transaction,
  items: OrderSubmitInput['items'],
  found: readonly (OfferingInstance | ProductInstance)[],
): Promise<OfferingInstance[]> {
  const taken = items.filter(({ action }) => action === CustomerServiceType.REMOVE);
  const whole = keys([
    ...taken.map(({ offeringInstanceId }) => offeringInstanceId),
    ...items.map(({ replacesId }) => replacesId),
  ]);
  const pieces = keys(taken.map(({ productInstanceId }) => productInstanceId));
  const ended = new Map<string, OfferingInstance>();
  for (const each of found) {
    if (each instanceof OfferingInstance && whole.includes(each.id)) ended.set(each.id, each);
    if (!(each instanceof ProductInstance) || !each.offeringInstance || !pieces.includes(each.id)) continue;
    const all = await instancesOf(tx, each.offeringInstance);
    if (all.every(({ id }) => pieces.includes(id))) ended.set(each.offeringInstance.id, each.offeringInstance);
  }
  return [...ended.values()].filter(({ status }) => HELD.includes(status));
}

/** States in which a customer has an offering. */
export const HELD: readonly OfferingInstanceStatus[] = [OfferingInstanceStatus.ACTIVE, OfferingInstanceStatus.BROKEN];

const keysOf = (plans: readonly { planId: string }[]): string[] => [...new Set(plans.map(({ planId }) => planId))];

/** Keys of the plans of offering instances, of each instance once. */
async function plansOfInstances(tx: Transaction, instances: readonly OfferingInstance[]): Promise<string[]> {
  const plans = await heldPlansOf(
    tx.em,
    instances.map(({ id }) => id),
    tx.at,
  );
  return instances.flatMap(({ id }) => keysOf(plans.filter(({ instanceId }) => instanceId === id)));
}
