import {
  Instant,
  Int,
  JsonValue,
  Node,
  Noun,
  One,
  Text,
  TextList,
  TimePeriod,
  UniqueTogether,
  Value,
} from '../../kernel/model/index.js';
import { Product } from './product.js';

@UniqueTogether(['product'], 'validity_to is null')
@UniqueTogether(['product', 'number'])
@Noun({
  tag: 'vp',
  root: false,
  description:
    'How a product was configured for a time. The one without an end is how it is now; what was sold before stays on the one it was sold on (PRD-15, MOD-81).',
})
export class ProductVersion extends Node {
  @One(() => Product, {
    description: 'What was configured so.',
    inverse: 'versions',
    inverseDescription:
      'Every version, for any moment of the past: the one whose `validity` covers the moment (PRD-15, MOD-81).',
  })
  product!: Product;

  @Int({ description: 'Number of the version, from 1.', access: 'slow' })
  number!: number;

  @Value(() => TimePeriod, { description: 'When it was configured so; open while it still is.' })
  validity!: TimePeriod;

  @JsonValue({
    description:
      'The whole configuration: name, description, validity, template of attributes, services, relations to other products, and SLA templates with their ranges.',
  })
  content!: Record<string, unknown>;

  @TextList({
    description: 'Top-level fields of `content` that differ from the version before; empty for the first one.',
  })
  changedFields!: string[];

  @Text({
    description: 'Who made the change, such as a staff number; null for what came with the system.',
    nullable: true,
    max: 100,
    access: 'slow',
  })
  changedBy?: string | null;

  @Instant({ description: 'When the change was made.' })
  changedAt!: Date;

  @Text({ description: 'Why, in the words of who made or asked for it.', nullable: true, max: 500 })
  reason?: string | null;
}
