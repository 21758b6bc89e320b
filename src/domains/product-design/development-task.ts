import { Day, Instant, Money, Node, Noun, One, Text, Value } from '../../kernel/model/index.js';
import { ProductDesign } from './product-design.js';

@Noun({ tag: 'eb', description: 'A task in the development of a product, with its day and cost (PRD-97).' })
export class DevelopmentTask extends Node {
  @One(() => ProductDesign, {
    description: 'Design that it belongs to.',
    inverse: 'tasks',
    inverseDescription: 'Tasks of the development (PRD-97).',
  })
  design!: ProductDesign;

  @Text({ description: 'What is to be done.', max: 500 })
  name!: string;

  @Text({ description: 'Who does it.', max: 100, access: 'btree' })
  responsible!: string;

  @Day({ description: 'Day on which it shall be done.', access: 'btree' })
  dueOn!: string;

  @Instant({ description: 'When it was done; null while it is not.', nullable: true, access: 'slow' })
  doneAt?: Date | null;

  @Value(() => Money, {
    description: 'What it cost; becomes a cost of the product at the launch (PRD-06). Null when nothing.',
    nullable: true,
  })
  cost?: Money | null;
}
