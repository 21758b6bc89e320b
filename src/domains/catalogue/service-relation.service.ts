import type { CallContext } from '../../kernel/database/context.js';
import { EnumInput, IdInput, Input } from '../../kernel/model/index.js';
import { requireMaintainer } from './maintenance.js';
import { Product } from './product.js';
import { ServiceConflict, ServiceRelation } from './service-relation.js';
import { CustomerServiceType } from './service-type.js';
import { changingProduct } from './versions.js';

@Input('What a service in flight on an instance of a product means for another one requested on it (PRD-28).')
export class ServiceRelationSaveInput {
  @IdInput(() => Product, { description: 'The product.' })
  productId!: string;

  @EnumInput(() => CustomerServiceType, { description: 'The service in flight.' })
  running!: CustomerServiceType;

  @EnumInput(() => CustomerServiceType, { description: 'The service requested.' })
  requested!: CustomerServiceType;

  @EnumInput(() => ServiceConflict, { description: 'The decision; it takes the place of the one there was.' })
  decision!: ServiceConflict;
}

/** Says how two services on one instance of a product bear with each other (PRD-28). */
export async function saveServiceRelation(context: CallContext, input: ServiceRelationSaveInput): Promise<Product> {
  return context.database.write(context, async (tx) => {
    const product = await tx.get(Product, input.productId, ['input', 'productId']);
    await requireMaintainer(tx, product, ['input', 'productId']);
    const { running, requested, decision } = input;
    await changingProduct(tx, product, {}, async () => {
      const present = await tx.em.findOne(ServiceRelation, { product: product.id, running, requested });
      if (present) present.decision = decision;
      else tx.add(Object.assign(new ServiceRelation(), { product, running, requested, decision }));
    });
    return product;
  });
}
