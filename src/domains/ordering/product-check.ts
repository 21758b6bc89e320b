import type { Transaction } from '../../kernel/database/transaction.js';
import { CustomerServiceType, ProductKind, ProductRelation, ProductRelationKind as Kind } from '../catalogue/index.js';
import type { Customer } from '../customer/index.js';
import { ProductInstanceStatus } from '../inventory/index.js';
import { type BoughtLine, productObjections } from '../qualification/index.js';
import type { CheckedItem } from './checked-item.js';
import type { Findings } from './findings.js';
import { OrderStatus } from './order.enums.js';
import { covers } from './pricing.js';

/**
 * Refuses products that exclude what the customer has, need what is not there, or are attached to a main product that is not there
 * (PRD-02, PRD-18, PRD-19). What is held, what is on its way and what the same order opens count alike; what the order takes away, or upgrades, does not.
 */
export async function checkProducts(
  tx: Transaction,
  customer: Customer,
  items: readonly CheckedItem[],
  findings: Findings,
): Promise<void> {
  const installs = items.filter((item) => item.components.length > 0);
  if (installs.length === 0) return;
  const lines = installs.map((item): BoughtLine => ({
    offeringId: item.offering!.id,
    products: item.components.map(({ product }) => product),
  }));
  const relations = await relationsOf(
    tx,
    lines.flatMap(({ products }) => products.map(({ id }) => id)),
  );
  const present = await presentProducts(tx, customer, items, relations);
  const objections = productObjections(lines, relations, {
    hasProduct: (id) => present.has(id),
    hasMain: () => present.has(ANY_MAIN),
  });
  for (const [index, item] of installs.entries()) findings.addAll(objections[index]!, [...item.path, 'offeringId']);
}

async function relationsOf(tx: Transaction, keys: readonly string[]): Promise<ProductRelation[]> {
  const found = await tx.em.find(
    ProductRelation,
    {
      kind: { $in: [Kind.EXCLUDE, Kind.DEPEND, Kind.ATTACH] },
      $or: [{ from: { $in: [...keys] } }, { to: { $in: [...keys] } }],
    },
    { populate: ['from', 'to'], orderBy: { id: 'asc' } },
  );
  return found.filter(({ validity }) => covers(validity, tx.at));
}

/** Stands for any main product among the keys of those that are present. */
const ANY_MAIN = 'MAIN';
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

/** Keys of the products in question that a customer has and keeps, or is to get by earlier orders. */
async function presentProducts(
  tx: Transaction,
  customer: Customer,
  items: readonly CheckedItem[],
  relations: readonly ProductRelation[],
): Promise<ReadonlySet<string>> {
  const leaving = items
    .filter(({ input }) => input.action === CustomerServiceType.REMOVE)
    .flatMap(({ instances }) => instances.map(({ id }) => id));
  const replaced = items.flatMap(({ replaces }) => replaces?.id ?? []);
  const values = [customer.id, GONE, `{${leaving.join(',')}}`, `{${replaced.join(',')}}`, customer.id, ENDED];
  const asked = new Set(
    relations.flatMap(({ kind, from, to }) => [
      ...(kind === Kind.DEPEND ? [] : [from.id]),
      ...(kind === Kind.ATTACH ? [] : [to.id]),
    ]),
  );
  const found =
    asked.size > 0 ? await tx.em.execute<{ id: string }[]>(PRESENT, [`{${[...asked].join(',')}}`, ...values]) : [];
  const present = new Set(found.map(({ id }) => id));
  const carried = new Set(relations.flatMap(({ kind, to }) => (kind === Kind.ATTACH ? [to.id] : [])));
  const alone = items.some(({ components }) =>
    components.some(({ product }) => product.kind === ProductKind.ATTACHED && !carried.has(product.id)),
  );
  if (alone && (await tx.em.execute<unknown[]>(ANY, values)).length > 0) present.add(ANY_MAIN);
  return present;
}
