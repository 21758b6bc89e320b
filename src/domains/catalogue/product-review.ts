import { Day, EnumOf, Instant, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { ProductLifecycle, ProductPhase } from './product-lifecycle.js';

@Noun({
  tag: 'yr',
  root: false,
  description: 'A review of where a product stands in its life, kept for good (PRD-105).',
})
export class ProductReview extends Node {
  @One(() => ProductLifecycle, {
    description: 'Whose life was reviewed.',
    inverse: 'reviews',
    inverseDescription: 'Its reviews.',
  })
  lifecycle!: ProductLifecycle;

  @Day({ description: 'Day for which it was planned; null when it was not.', nullable: true, access: 'slow' })
  plannedOn?: string | null;

  @Instant({ description: 'When it took place.', access: 'btree' })
  reviewedAt!: Date;

  @Text({ description: 'Who reviewed it: the subject of the caller.', max: 100, access: 'slow' })
  reviewedBy!: string;

  @EnumOf(() => ProductPhase, { description: 'Phase before; null at the first review.', nullable: true })
  formerPhase?: ProductPhase | null;

  @EnumOf(() => ProductPhase, { description: 'Phase that the review found.' })
  phase!: ProductPhase;

  @Text({ description: 'What was found, and what is to be done.', max: 2000 })
  finding!: string;
}
