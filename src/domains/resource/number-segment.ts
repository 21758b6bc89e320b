import { Node, Noun, One, Text } from '../../kernel/model/index.js';
import { Product } from '../catalogue/index.js';
import { ResourceType } from './resource-type.js';

@Noun({
  tag: 'nx',
  description:
    'A range of numbers with a purpose, such as those for Centrex alone; ranges of a type never overlap (RES-41).',
})
export class NumberSegment extends Node {
  @One(() => ResourceType, {
    description: 'Type of the numbers.',
    inverse: 'segments',
    inverseDescription: 'Ranges of its numbers that have a purpose (RES-41).',
  })
  type!: ResourceType;

  @Text({ description: 'Name.', access: 'slow' })
  name!: string;

  @Text({ description: 'First number, digits only.', max: 30, access: 'btree' })
  firstNo!: string;

  @Text({ description: 'Last number, with as many digits.', max: 30, access: 'slow' })
  lastNo!: string;

  @One(() => Product, {
    description: 'Product whose instances alone get these numbers, and get no others of the type.',
    inverse: 'numberSegments',
    inverseDescription: 'Ranges of numbers from which its instances are served (RES-41).',
  })
  product!: Product;
}
