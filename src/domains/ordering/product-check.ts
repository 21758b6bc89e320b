import type { Transaction } from '../../kernel/database/transaction.js';
import { ProductKind, ProductRelation, ProductRelationKind as Kind } from '../catalogue/index.js';
import type { Customer } from '../customer/index.js';
import { type BoughtLine, productObjections } from '../qualification/index.js';
import type { CheckedItem } from './checked-item.js';
import type { Findings } from './findings.js';
import { ANY_MAIN, leavingOf, presentProducts } from './present-products.js';
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
  const carried = new Set(relations.flatMap(({ kind, to }) => (kind === Kind.ATTACH ? [to.id] : [])));
  const present = await presentProducts(tx, customer, leavingOf(items), {
    products: relations.flatMap(({ kind, from, to }) => [
      ...(kind === Kind.DEPEND ? [] : [from.id]),
      ...(kind === Kind.ATTACH ? [] : [to.id]),
    ]),
    anyMain: lines.some(({ products }) =>
      products.some(({ id, kind }) => kind === ProductKind.ATTACHED && !carried.has(id)),
    ),
  });
  const objections = productObjections(lines, relations, {
    hasProduct: (id) => present.has(id),
    hasMain: () => present.has(ANY_MAIN),
  });
  for (const [index, item] of installs.entries()) findings.addAll(objections[index]!, [...item.path, 'offeringId']);
}

/** How products exclude, need and carry each other at the moment. @param keys of products: relations that start from or lead to them */
export async function relationsOf(tx: Transaction, keys: readonly string[]): Promise<ProductRelation[]> {
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
