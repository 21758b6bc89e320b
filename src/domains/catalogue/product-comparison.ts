import { Node, Noun, One, Text, TextList, UniqueTogether } from '../../kernel/model/index.js';
import { CompetitorProduct } from './competitor-product.js';
import { Product } from './product.js';

@UniqueTogether(['product', 'competitorProduct'])
@Noun({ tag: 'kv', description: 'An own product held against one of a competitor (PRD-21).' })
export class ProductComparison extends Node {
  @One(() => Product, {
    description: 'The own product.',
    inverse: 'comparisons',
    inverseDescription: 'How the product compares with those of competitors (PRD-21).',
  })
  product!: Product;

  @One(() => CompetitorProduct, {
    description: 'The product of the competitor.',
    inverse: 'comparisons',
    inverseDescription: 'Own products that it is held against (PRD-21).',
  })
  competitorProduct!: CompetitorProduct;

  @TextList({ description: 'Segments or groups of customers for which both compete.' })
  overlappingSegments!: string[];

  @Text({ description: 'How the prices compare.', max: 2000 })
  priceComparison!: string;

  @Text({ description: 'How the features compare.', max: 2000 })
  featureComparison!: string;

  @Text({ description: 'What the operator will likely do when the competitor acts.', nullable: true, max: 2000 })
  reaction?: string | null;

  @Text({ description: 'Who wrote the comparison last.', max: 100, access: 'slow' })
  comparedBy!: string;
}
