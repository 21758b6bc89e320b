import { Day, EnumOf, Instant, Int, Money, Node, Noun, One, Text, Value } from '../../kernel/model/index.js';
import { BusinessLine } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { DunningMode, RecoveryState } from './record-enums.js';

@Noun({
  tag: 'vj',
  description:
    'What a customer owes or owed, how they were reminded, and what came of it; for staff only (CUS-64, CRD-34).',
})
export class ArrearsRecord extends Node {
  @Text({ description: 'Number, unique: as given with it, or issued.', max: 60, access: 'unique' })
  recordNo!: string;

  @One(() => Customer, {
    description: 'The customer.',
    inverse: 'arrearsRecords',
    inverseDescription:
      'What the customer owes or owed (CUS-64); empty for customers and partners; for staff without `customer.query.unverified`, of a customer with a service password for queries, only with the proof of it in `customer-verification` (CUS-03).',
  })
  customer!: Customer;

  @One(() => BusinessLine, { description: 'Business that it is owed for; null for all.', nullable: true })
  businessLine?: BusinessLine | null;

  @Value(() => Money, { description: 'What is owed, or was.' })
  amount!: Money;

  @Day({ description: 'Day since when it is owed.', access: 'btree' })
  arrearsDate!: string;

  @EnumOf(() => RecoveryState, { description: 'What has come of it.', access: 'btree' })
  recovery!: RecoveryState;

  @Day({ description: 'Day when it was paid or given up; null before.', nullable: true, access: 'slow' })
  recoveredOn?: string | null;

  @EnumOf(() => DunningMode, { description: 'How they were reminded last; null when never.', nullable: true })
  dunningMode?: DunningMode | null;

  @Int({ description: 'How often they were reminded.', access: 'slow' })
  dunningCount: number = 0;

  @Text({ description: 'Who wrote it last.', max: 100, access: 'slow' })
  recordedBy!: string;

  @Instant({ description: 'When it was deleted; null while it counts.', nullable: true, access: 'slow' })
  deletedAt?: Date | null;
}
