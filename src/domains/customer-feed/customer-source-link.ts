import { Bool, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { Property } from '@mikro-orm/decorators/legacy';
import { Customer } from '../customer/index.js';
import { CustomerFeedSystem } from './customer-feed-system.js';

@UniqueTogether(['system', 'sourceId'])
@Noun({
  tag: 'zv',
  description:
    'Which customer a record of another system is: the same record never becomes a second one; for staff (CUS-79).',
})
export class CustomerSourceLink extends Node {
  @One(() => CustomerFeedSystem, {
    description: 'The system.',
    inverse: 'customerLinks',
    inverseDescription: 'The customers that its records are.',
  })
  system!: CustomerFeedSystem;

  @Text({ description: 'What names the record there.', max: 100, access: 'slow' })
  sourceId!: string;

  @One(() => Customer, {
    description: 'The customer.',
    inverse: 'sourceLinks',
    inverseDescription: 'What the customer is called in other systems (CUS-79); empty for customers and partners.',
  })
  customer!: Customer;

  @Bool({ description: 'Whether the customer was made of it; then it also changes them.', access: 'slow' })
  origin!: boolean;

  /** Digest of what it said last, normalised. */
  @Property({ type: 'string', columnType: 'varchar(64)', hidden: true })
  digest!: string;
}
