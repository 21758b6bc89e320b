import type { Transaction } from '../../kernel/database/transaction.js';
import { type Product, ProductKind } from '../catalogue/index.js';
import type { ProductInstance } from '../inventory/index.js';
import { ResourceCategory, ResourceItem, servesProduct } from '../resource/index.js';

/** The products that a number may serve, best first: main ones before attached ones, in the order given otherwise (RES-41). */
export async function productsFor(tx: Transaction, number: string, products: readonly Product[]): Promise<Product[]> {
  const inStock = { resourceNo: number, type: { category: ResourceCategory.NUMBER } };
  const items = await tx.em.find(ResourceItem, inStock, { orderBy: { id: 'asc' } });
  const fitting: Product[] = [];
  for (const product of new Set(products)) {
    const fits = await Promise.all(items.map((item) => servesProduct(tx, item, product.id)));
    if (fits.every(Boolean)) fitting.push(product);
  }
  const rank = ({ kind }: Product) => (kind === ProductKind.MAIN ? 0 : 1);
  return fitting.sort((one, other) => rank(one) - rank(other));
}

/**
 * Which of the instances of a line is reached under its number: the one that is already, else one of the product that the number suits best,
 * before the others one that gives up another number for it. Null when it may serve none of them.
 */
export async function numberTarget(
  tx: Transaction,
  number: string,
  instances: readonly ProductInstance[],
): Promise<ProductInstance | null> {
  const has = instances.find(({ accessNumber }) => accessNumber === number);
  if (has) return has;
  const [product] = await productsFor(
    tx,
    number,
    instances.map((instance) => instance.product),
  );
  const fitting = instances.filter((instance) => instance.product === product);
  return fitting.find(({ accessNumber }) => accessNumber) ?? fitting[0] ?? null;
}
