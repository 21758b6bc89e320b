import { Int, Node, Noun, One } from '../../kernel/model/index.js';
import { Product, ProductVersion } from '../catalogue/index.js';
import { OrderItem } from './order-item.js';

@Noun({
  tag: 'oe',
  root: false,
  description: 'A product of a bundle with the number ordered, on a line that installs (ORD-05, ORD-80).',
})
export class OrderItemComponent extends Node {
  @One(() => OrderItem, {
    description: 'The line.',
    inverse: 'components',
    inverseDescription: 'Products of the offering with the numbers ordered; empty for actions on what exists.',
  })
  orderItem!: OrderItem;

  @One(() => Product, { description: 'The product.' })
  product!: Product;

  @One(() => ProductVersion, {
    description: 'Version of the product that it was sold on (PRD-15); null for callers who may not see versions.',
    nullable: true,
    hideable: true,
  })
  productVersion?: ProductVersion | null;

  @Int({ description: "Pieces for each one of the line's quantity; at least 1." })
  quantity!: number;
}
