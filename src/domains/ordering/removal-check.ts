import type { Transaction } from '../../kernel/database/transaction.js';
import {
  CustomerServiceType,
  ProductKind,
  type ProductRelation,
  ProductRelationKind as Kind,
  Selection,
} from '../catalogue/index.js';
import type { Customer } from '../customer/index.js';
import { ProductInstance, ProductInstanceStatus } from '../inventory/index.js';
import { attachedLeft, type Departure, type LeavingInstance } from './attached-left.js';
import type { CheckedItem } from './checked-item.js';
import type { Findings } from './findings.js';
import { presentProducts } from './present-products.js';
import { relationsOf } from './product-check.js';

/** How many of what stands against a removal are named. */
const NAMED = 10;

/**
 * Refuses to remove what something needs that stays: a product that another one depends on (PRODUCT_NEEDED, PRD-19), one that always comes with
 * a main product that stays (ATTACHED_REQUIRED, PRD-17), and a main product without what it carries alone (ATTACHED_LEFT, PRD-02).
 */
export async function checkRemovals(
  tx: Transaction,
  customer: Customer,
  items: readonly CheckedItem[],
  findings: Findings,
): Promise<void> {
  const departure = departureOf(items);
  const { leaving, replaced } = departure;
  if (leaving.length === 0) return;
  await tx.em.populate(
    leaving.map(({ instance }) => instance),
    ['product'],
  );
  const pathOf = (line: number) => {
    const { path, productInstance } = items.find((item) => item.path.at(-1) === line)!;
    return [...path, productInstance ? 'productInstanceId' : 'offeringInstanceId'];
  };
  for (const { instance, line } of await attachedLeft(tx, customer, departure)) {
    const message = `${instance.product.name} would be left without its main product; look at the order again.`;
    findings.add('ATTACHED_LEFT', message, pathOf(line), named(instance));
  }
  const products = [...new Set(leaving.map(({ instance }) => instance.product.id))];
  const relations = await relationsOf(tx, products);
  await checkNeeded(tx, customer, departure, relations, (line, message, details) =>
    findings.add('PRODUCT_NEEDED', message, pathOf(line), details),
  );
  const attached = leaving.filter(({ instance }) => instance.product.kind === ProductKind.ATTACHED);
  for (const { instance, line } of attached) {
    const main = await mainThatStays(tx, customer, instance, relations, departure, replaced);
    if (!main) continue;
    const message = `${instance.product.name} always comes with ${main.product.name}, which stays.`;
    findings.add('ATTACHED_REQUIRED', message, pathOf(line), { ...named(instance), main: named(main) });
  }
}

const named = ({ instanceNo, product }: ProductInstance) => ({ instanceNo, product: product.code });

/** What the lines of an order take away and open. */
function departureOf(items: readonly CheckedItem[]): Departure {
  const removals = items.filter(({ input }) => input.action === CustomerServiceType.REMOVE);
  return {
    leaving: removals.flatMap(({ instances, path }) =>
      instances.map((instance): LeavingInstance => ({ instance, line: Number(path.at(-1)) })),
    ),
    replaced: items.flatMap(({ replaces }) => replaces?.id ?? []),
    bought: items.flatMap(({ components }) => components.map(({ product }) => product)),
  };
}

/** Tells of each product that others depend on, of which nothing would be there any more. */
async function checkNeeded(
  tx: Transaction,
  customer: Customer,
  { leaving, replaced, bought }: Departure,
  relations: readonly ProductRelation[],
  tell: (line: number, message: string, details: Record<string, unknown>) => void,
): Promise<void> {
  const needs = relations.filter(({ kind }) => kind === Kind.DEPEND);
  if (needs.length === 0) return;
  const gone = leaving.map(({ instance }) => instance.id);
  const asked = needs.flatMap(({ from, to }) => [from.id, to.id]);
  const around = { instances: gone, replaced };
  const present = await presentProducts(tx, customer, around, { products: asked, anyMain: false });
  const there = (id: string) => present.has(id) || bought.some((product) => product.id === id);
  for (const { from, to } of needs) {
    const first = leaving.find(({ instance }) => instance.product.id === to.id);
    if (!first || there(to.id) || !present.has(from.id)) continue;
    const holding = await tx.em.find(
      ProductInstance,
      { ...stays(customer, gone), product: from.id },
      { orderBy: { instanceNo: 'asc' }, limit: NAMED },
    );
    const numbers = holding.map(({ instanceNo }) => instanceNo);
    const message = `${from.name} depends on ${to.name}${numbers.length > 0 ? ` (${numbers.join(', ')})` : ''}; remove it as well.`;
    tell(first.line, message, { ...named(first.instance), neededBy: from.code, instanceNos: numbers });
  }
}

const stays = (customer: Customer, gone: readonly string[]) => ({
  customer: customer.id,
  id: { $nin: [...gone] },
  status: { $nin: [ProductInstanceStatus.REMOVING, ProductInstanceStatus.REMOVED] },
});

/**
 * A main product that stays without the attached one that always comes with it; null when there is none, or another piece of the attached one
 * stays with it: in the same offering, else anywhere.
 */
async function mainThatStays(
  tx: Transaction,
  customer: Customer,
  attached: ProductInstance,
  relations: readonly ProductRelation[],
  { leaving }: Departure,
  replaced: readonly string[],
): Promise<ProductInstance | null> {
  const mains = relations.flatMap(({ kind, from, to, selection }) =>
    kind === Kind.ATTACH && selection === Selection.REQUIRED && to.id === attached.product.id ? [from.id] : [],
  );
  if (mains.length === 0) return null;
  const gone = leaving.map(({ instance }) => instance.id);
  const found = await tx.em.find(
    ProductInstance,
    { ...stays(customer, gone), product: { $in: [...mains, attached.product.id] } },
    { populate: ['product'], orderBy: { instanceNo: 'asc' } },
  );
  const kept = found.filter(({ offeringInstance }) => !replaced.includes(offeringInstance?.id ?? ''));
  const own = kept.filter(
    ({ offeringInstance }) => offeringInstance && offeringInstance.id === attached.offeringInstance?.id,
  );
  const isMain = ({ product }: ProductInstance) => mains.includes(product.id);
  const scope = own.some(isMain) ? own : kept;
  return scope.every(isMain) ? (scope[0] ?? null) : null;
}
