import type { Transaction } from '../../kernel/database/transaction.js';
import {
  CustomerServiceType,
  type Product,
  ProductKind,
  ProductRelation,
  ProductRelationKind as Kind,
} from '../catalogue/index.js';
import type { Customer } from '../customer/index.js';
import { ProductInstance, ProductInstanceStatus } from '../inventory/index.js';
import type { CheckedItem } from './checked-item.js';
import type { Findings } from './findings.js';
import { OrderItemComponent } from './order-item-component.js';
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
  const present = new PresentProducts(tx, customer, items);
  const relations = await relationsOf(tx, present.ordered);
  for (const item of installs) {
    const path = [...item.path, 'offeringId'];
    for (const { product } of item.components) {
      for (const { kind, from, to } of relations) {
        const other = from.id === product.id ? to : to.id === product.id ? from : null;
        if (!other) continue;
        const details = { product: product.code, other: other.code };
        if (kind === Kind.EXCLUDE && (await present.has(other)))
          findings.add('PRODUCT_EXCLUDED', `${product.name} cannot be had together with ${other.name}.`, path, details);
        if (kind === Kind.DEPEND && from.id === product.id && !(await present.has(to)))
          findings.add('PRODUCT_REQUIRED', `${product.name} can be had only with ${other.name}.`, path, details);
      }
      if (product.kind === ProductKind.ATTACHED) await checkMain(product, relations, present, path, findings);
    }
  }
}

/** An attached product exists only with a main product that carries it; with any, where nobody said which. */
async function checkMain(
  product: Product,
  relations: readonly ProductRelation[],
  present: PresentProducts,
  path: CheckedItem['path'],
  findings: Findings,
): Promise<void> {
  const carriers = relations.filter(({ kind, to }) => kind === Kind.ATTACH && to.id === product.id);
  for (const { from } of carriers) if (await present.has(from)) return;
  if (carriers.length === 0 && (await present.hasMain())) return;
  const mains = carriers.map(({ from }) => from.code).sort();
  findings.add('MAIN_PRODUCT_REQUIRED', `${product.name} can be had only with a main product that carries it.`, path, {
    ...{ product: product.code, mains },
  });
}

async function relationsOf(tx: Transaction, products: readonly Product[]): Promise<ProductRelation[]> {
  const keys = products.map(({ id }) => id);
  const found = await tx.em.find(
    ProductRelation,
    {
      kind: { $in: [Kind.EXCLUDE, Kind.DEPEND, Kind.ATTACH] },
      $or: [{ from: { $in: keys } }, { to: { $in: keys } }],
    },
    { populate: ['from', 'to'], orderBy: { id: 'asc' } },
  );
  return found.filter(({ validity }) => covers(validity, tx.at));
}

/** The products that a customer has, is to get, or orders now. Each is asked for once: some customers have very many. */
class PresentProducts {
  readonly ordered: readonly Product[];
  private readonly asked = new Map<string, Promise<boolean>>();
  private readonly leaving: readonly string[];
  private readonly replaced: readonly string[];

  constructor(
    private readonly tx: Transaction,
    private readonly customer: Customer,
    items: readonly CheckedItem[],
  ) {
    const all = items.flatMap(({ components }) => components.map(({ product }) => product));
    this.ordered = [...new Map(all.map((product) => [product.id, product])).values()];
    this.leaving = items
      .filter(({ input }) => input.action === CustomerServiceType.REMOVE)
      .flatMap(({ instances }) => instances.map(({ id }) => id));
    this.replaced = items.flatMap(({ replaces }) => replaces?.id ?? []);
  }

  has({ id }: Product): Promise<boolean> {
    if (this.ordered.some((product) => product.id === id)) return Promise.resolve(true);
    return this.once(id, { product: id });
  }

  hasMain(): Promise<boolean> {
    if (this.ordered.some(({ kind }) => kind === ProductKind.MAIN)) return Promise.resolve(true);
    return this.once('MAIN', { product: { kind: ProductKind.MAIN } });
  }

  private once(key: string, where: { product: string | { kind: ProductKind } }): Promise<boolean> {
    const present = this.asked.get(key) ?? this.find(where);
    this.asked.set(key, present);
    return present;
  }

  private async find(where: { product: string | { kind: ProductKind } }): Promise<boolean> {
    const { em } = this.tx;
    const customer = this.customer.id;
    const gone = [ProductInstanceStatus.REMOVING, ProductInstanceStatus.REMOVED];
    const stays = { $or: [{ offeringInstance: null }, { offeringInstance: { $nin: [...this.replaced] } }] };
    const kept = { customer, status: { $nin: gone }, id: { $nin: [...this.leaving] }, ...stays, ...where };
    if (await em.findOne(ProductInstance, kept)) return true;
    const open = { customer, status: { $nin: [OrderStatus.COMPLETED, OrderStatus.CANCELLED] } };
    const orderItem = { action: CustomerServiceType.INSTALL, order: open };
    return (await em.findOne(OrderItemComponent, { orderItem, ...where })) !== null;
  }
}
