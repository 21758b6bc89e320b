import { Day, describeEnum, EnumOf, Instant, Int, Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { Product } from './product.js';

export enum ProductPhase {
  INTRODUCTION = 'INTRODUCTION',
  GROWTH = 'GROWTH',
  MATURITY = 'MATURITY',
  DECLINE = 'DECLINE',
}

describeEnum(ProductPhase, 'ProductPhase', 'Where a product stands in its life on the market (PRD-105).', {
  INTRODUCTION: 'New: few customers, sales still to be built up.',
  GROWTH: 'Sales rise.',
  MATURITY: 'Sales are high and level.',
  DECLINE: 'Sales fall; to be renewed, replaced or withdrawn.',
});

@UniqueTogether(['product'])
@Noun({
  tag: 'yu',
  description:
    'Where a product stands in its life on the market, and when that is looked at again (PRD-105). One for each product whose life is managed.',
})
export class ProductLifecycle extends Node {
  @One(() => Product, {
    description: 'The product.',
    inverse: 'lifecycles',
    inverseDescription: 'Where it stands in its life on the market: at most one entry (PRD-105).',
  })
  product!: Product;

  @EnumOf(() => ProductPhase, { description: 'The phase, as the last review found it.', access: 'btree' })
  phase!: ProductPhase;

  @Instant({ description: 'Since when it is in the phase.', access: 'btree' })
  since!: Date;

  @Day({
    description: 'When it is to be reviewed next, a day in UTC; null when no review is planned.',
    nullable: true,
    access: 'btree',
  })
  nextReviewOn?: string | null;

  @Int({ description: 'Days before the review on which its maintainers are reminded.', access: 'slow' })
  remindDays!: number;

  @Day({
    description: 'Planned day of the review that was reminded of last; null before the first reminder.',
    nullable: true,
    access: 'slow',
  })
  remindedFor?: string | null;
}
