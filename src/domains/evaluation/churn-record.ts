import { Day, EnumOf, Instant, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { BusinessLine } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { ChurnKind } from './record-enums.js';

@Noun({ tag: 'vk', description: 'That and why a customer went away, wholly or in part; for staff only (CUS-68).' })
export class ChurnRecord extends Node {
  @Text({ description: 'Number, unique: as given with it, or issued.', max: 60, access: 'unique' })
  recordNo!: string;

  @One(() => Customer, {
    description: 'The customer.',
    inverse: 'churnRecords',
    inverseDescription: 'What the operator lost of the customer (CUS-68); empty for customers and partners.',
  })
  customer!: Customer;

  @One(() => BusinessLine, { description: 'Business that was lost; null for all.', nullable: true })
  businessLine?: BusinessLine | null;

  @EnumOf(() => ChurnKind, { description: 'How.', access: 'btree' })
  kind!: ChurnKind;

  @Text({ description: 'Why.', max: 500, access: 'slow', grouped: true })
  reason!: string;

  @Text({
    description: 'The operator that the customer went to; null when not known.',
    nullable: true,
    access: 'slow',
    grouped: true,
  })
  competitor?: string | null;

  @Day({ description: 'Day when it happened.', access: 'btree' })
  churnedOn!: string;

  @Text({ description: 'Who wrote it last.', max: 100, access: 'slow' })
  recordedBy!: string;

  @Instant({ description: 'When it was deleted; null while it counts.', nullable: true, access: 'slow' })
  deletedAt?: Date | null;
}
