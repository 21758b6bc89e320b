import { Node, Noun, One, Text } from '../../kernel/model/index.js';
import { BusinessLine } from './business-line.js';

@Noun({ tag: 'pl', description: 'A line of products with common features, a tree inside a business line (PRD-95).' })
export class ProductLine extends Node {
  @Text({ description: 'Code unique among product lines, such as `BROADBAND`.', max: 40, access: 'unique' })
  code!: string;

  @Text({ description: 'Name in the language of the operator.', access: 'search' })
  name!: string;

  @Text({
    description: 'The product features by which products are grouped into the line.',
    nullable: true,
    max: 2000,
  })
  description?: string | null;

  @One(() => BusinessLine, {
    description: 'Business that the line belongs to.',
    inverse: 'productLines',
    inverseDescription: 'Product lines of the business.',
  })
  businessLine!: BusinessLine;

  @One(() => ProductLine, {
    description: 'Line that this one refines; null at the top.',
    nullable: true,
    inverse: 'children',
    inverseDescription: 'Lines directly inside this one.',
  })
  parent?: ProductLine | null;
}
