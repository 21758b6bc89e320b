import { Int, Node, Noun, One } from '../../kernel/model/index.js';
import { CatalogueNode } from './catalogue-node.js';
import { Offering } from './offering.js';
import { Product } from './product.js';

@Noun({
  tag: 'cx',
  root: false,
  description:
    'A product or an offering under a heading of a catalogue: exactly one of the two; each may stand in many catalogues (PRD-94).',
})
export class CatalogueEntry extends Node {
  @One(() => CatalogueNode, {
    description: 'Heading that it stands under.',
    inverse: 'entries',
    inverseDescription: 'Products or offerings directly under this heading.',
  })
  heading!: CatalogueNode;

  @One(() => Offering, {
    description: 'The offering, in a catalogue of offerings.',
    nullable: true,
    inverse: 'catalogueEntries',
    inverseDescription: 'Where the offering stands in catalogues.',
  })
  offering?: Offering | null;

  @One(() => Product, {
    description: 'The product, in a catalogue of products.',
    nullable: true,
    inverse: 'catalogueEntries',
    inverseDescription: 'Where the product stands in catalogues.',
  })
  product?: Product | null;

  @Int({ description: 'Position under the heading, from 1.', access: 'slow' })
  position!: number;
}
