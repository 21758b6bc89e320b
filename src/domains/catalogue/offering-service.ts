import { EnumOf, Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { Offering } from './offering.js';
import { CustomerServiceType } from './service-type.js';

@UniqueTogether(['offering', 'service'])
@Noun({
  tag: 'qs',
  root: false,
  description:
    'A customer service that is permitted on what was sold through an offering; one without any permits all that its products have (PRD-41).',
})
export class OfferingService extends Node {
  @One(() => Offering, {
    description: 'The offering.',
    inverse: 'allowedServices',
    inverseDescription:
      'The only customer services permitted on what was sold through it; none: all that its products have (PRD-41).',
  })
  offering!: Offering;

  @EnumOf(() => CustomerServiceType, { description: 'The service.' })
  service!: CustomerServiceType;
}
