import { Node, Noun, One, Text, TimePeriod, Value } from '../../kernel/model/index.js';
import { Product } from './product.js';

@Noun({
  tag: 'st',
  description: 'Indicators with the ranges in which a product can be promised (PRD-25, MOD-86).',
})
export class SlaTemplate extends Node {
  @Text({ description: 'Code unique among templates.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name in the language of the operator.', access: 'search' })
  name!: string;

  @One(() => Product, {
    description: 'Product that the template is for.',
    inverse: 'slaTemplates',
    inverseDescription: 'Service levels in which the product can be promised (PRD-25).',
  })
  product!: Product;

  @Value(() => TimePeriod, { description: 'When the template is in use.' })
  validity!: TimePeriod;
}
