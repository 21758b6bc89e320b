import { Instant, Int, Node, Noun, One, Text, TextList } from '../../kernel/model/index.js';
import { CustomerFeedSystem } from './customer-feed-system.js';

@Noun({
  tag: 'zx',
  description: 'Records of another system that came together, and what became of them, counted; for staff (CUS-78).',
})
export class CustomerFeedRun extends Node {
  @One(() => CustomerFeedSystem, {
    description: 'The system.',
    inverse: 'runs',
    inverseDescription: 'When records of it came, and what became of them.',
  })
  system!: CustomerFeedSystem;

  @Text({
    description: 'Name of the file that they came in; null when they were handed over through the graph.',
    nullable: true,
    max: 255,
    access: 'slow',
  })
  file?: string | null;

  @Text({ description: 'Who handed them over.', max: 100, access: 'slow' })
  startedBy!: string;

  @Instant({ description: 'When they were handed over.', access: 'btree' })
  startedAt!: Date;

  @Instant({ description: 'When the last of them was dealt with; null before.', nullable: true, access: 'slow' })
  finishedAt?: Date | null;

  @Int({ description: 'Records that came; of a file, so far.' })
  records!: number;

  @Int({ description: 'Records that meet the definition of a customer; 0 before they are looked at.' })
  customers!: number;

  @Int({ description: 'Customers that were made.' })
  created!: number;

  @Int({ description: 'Customers that were changed.' })
  updated!: number;

  @Int({ description: 'Records that said nothing new, or belong to customers who were here already.' })
  unchanged!: number;

  @Int({ description: 'Records that could not be taken over.', access: 'slow' })
  rejected!: number;

  @TextList({ description: 'Fields of the records that no mapping reads, in alphabetical order.' })
  unmappedFields!: string[];
}
