import type { CallContext } from '../../kernel/database/context.js';
import { OfferingComponent, Product, ProductNature } from '../catalogue/index.js';
import { ResourceType, shortProducts } from '../resource/index.js';
import { type QualifiedOffering, ShortComponent } from './qualification.js';

/**
 * Says of offerings which of the products that every buyer gets are out of stock where they are sold (RES-53).
 * @param regions codes of the region of the sale and of all around it, from the root
 */
export async function addShortages(
  { database }: CallContext,
  items: readonly QualifiedOffering[],
  regions: readonly string[],
): Promise<void> {
  if (items.length === 0 || regions.length === 0) return;
  const em = database.orm.em.fork();
  const components = await em.find(OfferingComponent, {
    offering: { $in: items.map(({ offering }) => offering.id) },
    minQuantity: { $gt: 0 },
    product: { nature: ProductNature.PHYSICAL },
  });
  const ids = components.map(({ product }) => product.id);
  const short = new Map(
    (await shortProducts(em as never, ids, `/${regions.join('/')}/`)).map((each) => [each.productId, each]),
  );
  if (short.size === 0) return;
  for (const item of items)
    item.shortages = components
      .filter(({ offering }) => offering.id === item.offering.id)
      .flatMap(({ product }) => short.get(product.id) ?? [])
      .map(({ productId, typeId, since, expectedAt }) =>
        Object.assign(new ShortComponent(), {
          product: Object.assign(new Product(), { id: productId }),
          resourceType: Object.assign(new ResourceType(), { id: typeId }),
          ...{ since, expectedAt },
        }),
      );
}
