import type { Transaction } from '../../kernel/database/transaction.js';
import { CustomerServiceType, ProductKind, ProductRelationKind as Kind } from '../catalogue/index.js';
import type { Customer } from '../customer/index.js';
import { ProductInstance, ProductInstanceStatus } from '../inventory/index.js';
import { OrderStatus } from './order.enums.js';
import { ANY_MAIN, presentProducts } from './present-products.js';
import { relationsOf } from './product-check.js';

/** An instance that an order removes, and the line that does. */
export interface LeavingInstance {
  instance: ProductInstance;
  /** Place of the line in the input. */
  line: number;
}

/** What an order changes about what a customer has. */
export interface Departure {
  /** What it removes, with its products read. */
  leaving: readonly LeavingInstance[];
  /** Keys of the offering instances that it upgrades. */
  replaced: readonly string[];
  /** Products that it opens. */
  bought: readonly { id: string; kind: ProductKind }[];
}

const HELD = `{${ProductInstanceStatus.ACTIVE},${ProductInstanceStatus.SUSPENDED}}`;

const ENDED = `('${OrderStatus.COMPLETED}', '${OrderStatus.CANCELLED}')`;

/** What a customer has in service that one of some products carries, or that any main product does since nobody said which; not what another order removes. */
const CARRIED = `
  select "i"."id" from "product_instance" "i" join "product" "p" on "p"."id" = "i"."product_id" and "p"."kind" = '${ProductKind.ATTACHED}'
  where "i"."customer_id" = ? and "i"."status" = any(?::text[]) and "i"."id" <> all(?::uuid[])
    and ("i"."offering_instance_id" is null or "i"."offering_instance_id" <> all(?::uuid[]))
    and ("p"."id" = any(?::uuid[]) or not exists (select 1 from "product_relation" "r" where "r"."to_id" = "p"."id" and "r"."kind" = '${Kind.ATTACH}'
      and "r"."validity_from" <= ? and ("r"."validity_to" is null or "r"."validity_to" > ?)))
    and not exists (select 1 from "order_item" "l" join "customer_order" "o" on "o"."id" = "l"."order_id" and "o"."status" not in ${ENDED}
      where "l"."action" = '${CustomerServiceType.REMOVE}' and "l"."product_instance_id" = "i"."id")
    and not exists (select 1 from "order_item" "l" join "customer_order" "o" on "o"."id" = "l"."order_id" and "o"."status" not in ${ENDED}
      where "l"."action" = '${CustomerServiceType.REMOVE}' and "l"."offering_instance_id" = "i"."offering_instance_id")`;

const list = (keys: readonly string[]): string => `{${keys.join(',')}}`;

/**
 * What exists only with a main product that an order removes, and would be left without another one (PRD-02, ORD-11), by number of the
 * instance; each with the line that removes the main one.
 */
export async function attachedLeft(
  tx: Transaction,
  customer: Pick<Customer, 'id'>,
  { leaving, replaced, bought }: Departure,
): Promise<LeavingInstance[]> {
  const mains = leaving.filter(({ instance }) => instance.product.kind === ProductKind.MAIN);
  if (mains.length === 0) return [];
  const gone = leaving.map(({ instance }) => instance.id);
  const carrying = await relationsOf(
    tx,
    mains.map(({ instance }) => instance.product.id),
  );
  const carried = carrying.flatMap(({ kind, to }) => (kind === Kind.ATTACH ? [to.id] : []));
  const values = [customer.id, HELD, list(gone), list(replaced), list(carried), tx.at, tx.at];
  const found = await tx.em.execute<{ id: string }[]>(CARRIED, values);
  if (found.length === 0) return [];
  const instances = await tx.em.find(
    ProductInstance,
    { id: { $in: found.map(({ id }) => id) } },
    { populate: ['product'], orderBy: { instanceNo: 'asc' } },
  );
  const carriers = await carriersOf(tx, instances);
  const present = await presentProducts(
    tx,
    customer,
    { instances: gone, replaced },
    { products: [...carriers.values()].flat(), anyMain: true },
  );
  for (const { id, kind } of bought) {
    present.add(id);
    if (kind === ProductKind.MAIN) present.add(ANY_MAIN);
  }
  return instances.flatMap((instance) => {
    const needed = carriers.get(instance.product.id) ?? [];
    if (needed.length === 0 ? present.has(ANY_MAIN) : needed.some((id) => present.has(id))) return [];
    const cause = mains.find((main) => needed.includes(main.instance.product.id)) ?? mains[0]!;
    return [{ instance, line: cause.line }];
  });
}

/** Keys of the main products that carry attached ones, by the keys of those. */
async function carriersOf(tx: Transaction, instances: readonly ProductInstance[]): Promise<Map<string, string[]>> {
  const relations = await relationsOf(tx, [...new Set(instances.map(({ product }) => product.id))]);
  const carriers = new Map<string, string[]>();
  for (const { kind, from, to } of relations)
    if (kind === Kind.ATTACH) carriers.set(to.id, [...(carriers.get(to.id) ?? []), from.id]);
  return carriers;
}
