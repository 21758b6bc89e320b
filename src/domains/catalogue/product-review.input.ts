import { DayInput, EnumInput, IdInput, Input, IntInput, TextInput } from '../../kernel/model/index.js';
import { ProductPhase } from './product-lifecycle.js';
import { Product } from './product.js';

@Input('A review of where a product stands in its life that has taken place (PRD-105).')
export class ProductReviewRecordInput {
  @IdInput(() => Product, { description: 'The product; not VOID.' })
  productId!: string;

  @EnumInput(() => ProductPhase, {
    description: 'Phase that was found; it may also lead back, such as after a relaunch.',
  })
  phase!: ProductPhase;

  @TextInput({ description: 'What was found, and what is to be done.', max: 2000 })
  finding!: string;

  @DayInput({
    description: 'Day of the next review, later than today in UTC; none is planned when absent.',
    optional: true,
  })
  nextReviewOn?: string | null;
}

@Input('When a product is to be reviewed next (PRD-105).')
export class ProductReviewPlanInput {
  @IdInput(() => Product, { description: 'The product; it must have been reviewed before, so that it has a phase.' })
  productId!: string;

  @DayInput({ description: 'The day, later than today in UTC; null when no review is to come.', optional: true })
  nextReviewOn?: string | null;

  @IntInput({
    description: 'Days before the review on which its maintainers are reminded; as it was when absent, 7 at first.',
    optional: true,
    min: 0,
    max: 90,
  })
  remindDays?: number | null;
}
