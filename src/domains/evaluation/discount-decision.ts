import {
  DecimalNumber,
  Int,
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
import { DiscountPolicy } from '../pricing/index.js';

@UniqueTogether(['customer', 'policy'], 'validity_to is null')
@Noun({
  tag: 'vs',
  description:
    'That a policy of discounts is for a customer, from when until when, and by what it was decided; for staff only (CUS-65).',
})
export class DiscountDecision extends Node {
  @Text({ description: 'Number, unique: as given with it, or issued.', max: 60, access: 'unique' })
  decisionNo!: string;

  @One(() => Customer, {
    description: 'The customer.',
    inverse: 'discountDecisions',
    inverseDescription:
      'Policies of discounts that are or were for the customer (CUS-65); empty for customers and partners; for staff without `customer.query.unverified`, of a customer with a service password for queries, only with the proof of it in `customer-verification` (CUS-03).',
  })
  customer!: Customer;

  @One(() => DiscountPolicy, {
    description: 'The policy.',
    inverse: 'decisions',
    inverseDescription: 'For whom it is or was (CUS-65).',
  })
  policy!: DiscountPolicy;

  @Text({ description: 'Name of the criterion that held.' })
  criterion!: string;

  @Int({ description: 'Installed lines of the customer then.', access: 'slow' })
  lines!: number;

  @DecimalNumber({ description: 'Score of credit then; null when not rated.', nullable: true, access: 'slow' })
  creditScore?: string | null;

  @Value(() => Money, { description: 'All that the customer had spent by then.' })
  totalCharges!: Money;

  @Value(() => TimePeriod, { description: 'From when until when it is for the customer.' })
  validity!: TimePeriod;
}
