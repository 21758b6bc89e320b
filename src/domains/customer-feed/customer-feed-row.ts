import { EnumOf, Int, JsonValue, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { CustomerFeedRun } from './customer-feed-run.js';
import { FeedRowStatus } from './feed-enums.js';

@UniqueTogether(['run', 'line'])
@Noun({
  tag: 'zy',
  description:
    'One record of another system as it came, as it was normalised, and what became of it; for staff. What it says needs the permission `customer.feed.read` (CUS-79).',
})
export class CustomerFeedRow extends Node {
  @One(() => CustomerFeedRun, {
    description: 'The run that it came with.',
    inverse: 'rows',
    inverseDescription: 'Its records.',
  })
  run!: CustomerFeedRun;

  @Int({ description: 'Its place in the run, from 1.', access: 'slow' })
  line!: number;

  @Text({
    description: 'What names it in the other system; null when it does not say.',
    nullable: true,
    max: 100,
    access: 'btree',
  })
  sourceId?: string | null;

  @EnumOf(() => FeedRowStatus, { description: 'What became of it.', access: 'btree' })
  status!: FeedRowStatus;

  @One(() => Customer, {
    description: 'The customer that it became or belongs to; null for none.',
    nullable: true,
    inverse: 'feedRows',
    inverseDescription: 'Records of other systems about the customer (CUS-79); empty for customers and partners.',
  })
  customer?: Customer | null;

  @JsonValue({ description: 'The record as it came; null for those who may not read it.', nullable: true })
  record!: Record<string, unknown> | null;

  @JsonValue({
    description: 'The fields of the uniform customer by name; null before it is normalised.',
    nullable: true,
  })
  normalised?: Record<string, string> | null;

  @JsonValue({
    description:
      'Why it was rejected: a list of `{field, value, reason}`, `field` being one of the customer; null when it was not.',
    nullable: true,
  })
  reasons?: unknown;
}
