import { EnumOf, Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { Product } from './product.js';
import { CustomerServiceType } from './service-type.js';

@UniqueTogether(['product', 'service'])
@Noun({
  tag: 'pv',
  root: false,
  description: 'A customer service that may be ordered on a product; others are refused at order entry (PRD-27).',
})
export class ProductService extends Node {
  @One(() => Product, {
    description: 'Product that the service is for.',
    inverse: 'services',
    inverseDescription: 'Customer services that may be ordered on the product (PRD-27).',
  })
  product!: Product;

  @EnumOf(() => CustomerServiceType, { description: 'The service.' })
  service!: CustomerServiceType;
}
