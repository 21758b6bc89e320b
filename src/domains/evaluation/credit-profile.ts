import {
  DecimalNumber,
  EnumOf,
  Instant,
  Money,
  Node,
  Noun,
  One,
  Text,
  UniqueTogether,
  Value,
} from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { CreditColour, CreditSource } from './credit-enums.js';
import { CreditGrade } from './credit-grade.js';

@UniqueTogether(['customer'])
@Noun({
  tag: 'vb',
  description:
    'How good the credit of a customer is now; one per customer, for staff only. What it was before stands in `creditHistories` (CRD-06, MOD-90, TMF629 CreditProfile).',
})
export class CreditProfile extends Node {
  @One(() => Customer, {
    description: 'The customer.',
    inverse: 'creditProfiles',
    inverseDescription: 'Credit of the customer as it is now, at most one; empty for customers and partners.',
  })
  customer!: Customer;

  @Text({ description: 'Number of the latest rating, unique.', max: 60, access: 'unique' })
  ratingNo!: string;

  @DecimalNumber({ description: 'Score, 0 to 100 with two decimals; higher is better.', access: 'btree' })
  score!: string;

  @One(() => CreditGrade, { description: 'Grade in whose band the score lies.' })
  grade!: CreditGrade;

  @EnumOf(() => CreditColour, { description: 'Colour of the grade (CUS-73).', access: 'btree' })
  colour!: CreditColour;

  @Value(() => Money, { description: 'Most that may be owed; null without a limit.', nullable: true })
  creditLimit?: Money | null;

  @EnumOf(() => CreditSource, { description: 'Who said so.' })
  source!: CreditSource;

  @Instant({ description: 'When it was rated so.', access: 'btree' })
  evaluatedAt!: Date;

  @Instant({ description: 'Until when the rating is good; null without an end.', nullable: true, access: 'slow' })
  validTo?: Date | null;

  @Instant({
    description: 'Until when only another adjustment by hand changes it; null when any rating does (CRD-08).',
    nullable: true,
    access: 'slow',
  })
  frozenUntil?: Date | null;
}
