import { describeEnum, EnumOf, Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { Product } from './product.js';
import { CustomerServiceType } from './service-type.js';

export enum ServiceConflict {
  REJECT = 'REJECT',
  WAIT = 'WAIT',
  OVERRIDE = 'OVERRIDE',
  ALLOW = 'ALLOW',
}

describeEnum(ServiceConflict, 'ServiceConflict', 'What happens to a new service while another runs (PRD-28, ORD-10).', {
  REJECT: 'The new service is refused.',
  WAIT: 'It is accepted and starts when the running one has ended.',
  OVERRIDE: 'The running one is cancelled, then the new one starts.',
  ALLOW: 'Both run together.',
});

@UniqueTogether(['product', 'running', 'requested'])
@Noun({
  tag: 'sr',
  root: false,
  description:
    'What a service in flight on an instance of a product means for another one requested on it (PRD-28, ORD-10).',
})
export class ServiceRelation extends Node {
  @One(() => Product, {
    description: 'Product that the rule holds for.',
    inverse: 'serviceRelations',
    inverseDescription: 'How services in flight on one instance bear with each other (PRD-28).',
  })
  product!: Product;

  @EnumOf(() => CustomerServiceType, { description: 'The service in flight.' })
  running!: CustomerServiceType;

  @EnumOf(() => CustomerServiceType, { description: 'The service requested.' })
  requested!: CustomerServiceType;

  @EnumOf(() => ServiceConflict, { description: 'The decision.' })
  decision!: ServiceConflict;
}
