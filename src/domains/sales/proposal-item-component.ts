import { Int, Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { Product } from '../catalogue/index.js';
import { ProposalItem } from './proposal-item.js';

@UniqueTogether(['proposalItem', 'product'])
@Noun({
  tag: 'xc',
  root: false,
  description: 'How many pieces of a bundled product a line of a proposal has, where that was chosen (PRD-33, SAL-64).',
})
export class ProposalItemComponent extends Node {
  @One(() => ProposalItem, {
    description: 'The line.',
    inverse: 'components',
    inverseDescription: 'Pieces of bundled products that were chosen; of the others it has what the offering proposes.',
  })
  proposalItem!: ProposalItem;

  @One(() => Product, { description: 'The product.', hideable: true })
  product!: Product;

  @Int({ description: "Pieces for each one of the line's quantity; 0 when it is left out." })
  quantity!: number;
}
