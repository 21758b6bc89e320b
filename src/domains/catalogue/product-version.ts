import { JsonValue, Noun, One, TimePeriod, UniqueTogether, Value } from '../../kernel/model/index.js';
import { KeptVersion } from './kept-version.js';
import { Product } from './product.js';

@UniqueTogether(['product'], 'validity_to is null')
@UniqueTogether(['product', 'number'])
@Noun({
  tag: 'vp',
  root: false,
  description:
    'How a product was configured for a time. The one without an end is how it is now; what was sold before stays on the one it was sold on (PRD-15, MOD-81).',
})
export class ProductVersion extends KeptVersion {
  @One(() => Product, {
    description: 'What was configured so.',
    inverse: 'versions',
    inverseDescription:
      'Every version, for any moment of the past: the one whose `validity` covers the moment (PRD-15, MOD-81).',
  })
  product!: Product;

  @Value(() => TimePeriod, { description: 'When it was configured so; open while it still is.' })
  validity!: TimePeriod;

  @JsonValue({
    description:
      'The whole configuration: name, description, validity, template of attributes, services, relations to other products, and SLA templates with their ranges.',
  })
  content!: Record<string, unknown>;
}
