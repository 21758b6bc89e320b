import type { Transaction } from '../../kernel/database/transaction.js';
import { CustomerServiceType, ProductKind } from '../catalogue/index.js';
import type { Customer } from '../customer/index.js';
import { ProductInstanceStatus } from '../inventory/index.js';
import type { CheckedItem } from './checked-item.js';
import { OrderStatus } from './order.enums.js';

/** Stands for any main product among the keys of those that are present. */
export const ANY_MAIN = 'MAIN';
const GONE = `{${ProductInstanceStatus.REMOVING},${ProductInstanceStatus.REMOVED}}`;
const ENDED = `{${OrderStatus.COMPLETED},${OrderStatus.CANCELLED}}`;

// Some customers have very many products: of each one in question it is asked whether there is any.
const isPresent = (product: (alias: string) => string): string => `(
  exists (select 1 from "product_instance" "i" where "i"."customer_id" = ? and ${product('"i"')} and "i"."status" <> all(?::text[])
    and "i"."id" <> all(?::uuid[]) and ("i"."offering_instance_id" is null or "i"."offering_instance_id" <> all(?::uuid[])))
  or exists (select 1 from "customer_order" "o" join "order_item" "l" on "l"."order_id" = "o"."id" and "l"."action" = '${CustomerServiceType.INSTALL}'
    join "order_item_component" "c" on "c"."order_item_id" = "l"."id" and ${product('"c"')}
    where "o"."customer_id" = ? and "o"."status" <> all(?::text[])))`;

const PRESENT = `select "p"."id" from unnest(?::uuid[]) "p"("id") where ${isPresent((alias) => `${alias}."product_id" = "p"."id"`)}`;
const ANY = `select 1 where ${isPresent(
  (alias) => `${alias}."product_id" in (select "m"."id" from "product" "m" where "m"."kind" = '${ProductKind.MAIN}')`,
)}`;

/** What an order takes away from a customer, by keys. */
export interface Leaving {
  /** Product instances that it removes. */
  instances: readonly string[];
  /** Offering instances that it upgrades. */
  replaced: readonly string[];
}

/** What the lines of an order take away. */
export const leavingOf = (items: readonly CheckedItem[]): Leaving => ({
  instances: items
    .filter(({ input }) => input.action === CustomerServiceType.REMOVE)
    .flatMap(({ instances }) => instances.map(({ id }) => id)),
  replaced: items.flatMap(({ replaces }) => replaces?.id ?? []),
});

/**
 * Keys of the products in question that a customer has and keeps, or is to get by earlier orders.
 * @param asked keys of products, and whether it is asked for any main product, which stands as {@link ANY_MAIN} then
 */
export async function presentProducts(
  tx: Transaction,
  customer: Pick<Customer, 'id'>,
  { instances, replaced }: Leaving,
  { products, anyMain }: { products: readonly string[]; anyMain: boolean },
): Promise<Set<string>> {
  const values = [customer.id, GONE, `{${instances.join(',')}}`, `{${replaced.join(',')}}`, customer.id, ENDED];
  const asked = [...new Set(products)];
  const found =
    asked.length > 0 ? await tx.em.execute<{ id: string }[]>(PRESENT, [`{${asked.join(',')}}`, ...values]) : [];
  const present = new Set(found.map(({ id }) => id));
  if (anyMain && (await tx.em.execute<unknown[]>(ANY, values)).length > 0) present.add(ANY_MAIN);
  return present;
}
