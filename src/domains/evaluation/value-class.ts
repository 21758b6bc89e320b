import {
  describeEnum,
  EnumOf,
  Instant,
  Money,
  Node,
  Noun,
  One,
  Text,
  TimePeriod,
  UniqueTogether,
  Value,
} from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { FoundBy } from './finding-enums.js';

export enum ValueClass {
  LOW_LET_GO = 'LOW_LET_GO',
  LOW_KEEP = 'LOW_KEEP',
  NORMAL = 'NORMAL',
  HIGH = 'HIGH',
  IMPORTANT = 'IMPORTANT',
}

describeEnum(ValueClass, 'ValueClass', 'What a customer is worth to the operator (CUS-72).', {
  LOW_LET_GO: 'Spends less than the lower standard and costs more than that.',
  LOW_KEEP: 'Spends less than the lower standard and does not cost more.',
  NORMAL: 'Spends what lies between the standards, both included.',
  HIGH: 'Spends more than the upper standard.',
  IMPORTANT: 'Has a strong influence on opinion or on the market; by hand only.',
});

@UniqueTogether(['customer'], 'validity_to is null')
@Noun({
  tag: 'vr',
  plural: 'customerValues',
  description:
    'What a customer was worth, from when until when, and by which criteria; for staff only. The present one has no end (CUS-72).',
})
export class CustomerValue extends Node {
  @Text({ description: 'Number, unique: as given with it, or issued.', max: 60, access: 'unique' })
  valueNo!: string;

  @One(() => Customer, {
    description: 'The customer.',
    inverse: 'values',
    inverseDescription:
      'What the customer is and was worth (CUS-72); empty for customers and partners; for staff without `customer.query.unverified`, of a customer with a service password for queries, only with the proof of it in `customer-verification` (CUS-03).',
  })
  customer!: Customer;

  @EnumOf(() => ValueClass, { description: 'The class.', access: 'btree' })
  valueClass!: ValueClass;

  @Value(() => Money, { description: 'What the customer spent in the days that were looked at.' })
  spend!: Money;

  @Value(() => Money, { description: 'What the customer cost in them.' })
  cost!: Money;

  @Text({ description: 'By what it was decided: the standards then, or the reason given.', max: 500 })
  criteria!: string;

  @EnumOf(() => FoundBy, { description: 'By rules or by hand.' })
  decidedBy!: FoundBy;

  @Instant({
    description: 'Until when rules leave what was decided by hand; null: until it is decided anew by hand.',
    nullable: true,
    access: 'slow',
  })
  heldUntil?: Date | null;

  @Value(() => TimePeriod, { description: 'From when until when.' })
  validity!: TimePeriod;
}
