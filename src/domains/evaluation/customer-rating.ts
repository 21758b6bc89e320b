import {
  DecimalNumber,
  EnumOf,
  Node,
  Noun,
  One,
  Text,
  TimePeriod,
  UniqueTogether,
  Value,
} from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { RatingKind, RatingLevel, RatingSource } from './rating-enums.js';

@UniqueTogether(['customer', 'kind'], 'validity_to is null')
@Noun({
  tag: 'vh',
  description:
    'How satisfied or loyal a customer was found to be, from when until when; for staff only. The present ones have no end (MOD-90, CUS-73).',
})
export class CustomerRating extends Node {
  @Text({ description: 'Number of the rating, unique: as given with it, or issued.', max: 60, access: 'unique' })
  ratingNo!: string;

  @One(() => Customer, {
    description: 'The customer.',
    inverse: 'ratings',
    inverseDescription: 'Satisfaction and loyalty of the customer, present and past; empty for customers and partners.',
  })
  customer!: Customer;

  @EnumOf(() => RatingKind, { description: 'What is rated.', access: 'btree' })
  kind!: RatingKind;

  @DecimalNumber({ description: 'Score, 0 to 100 with two decimals.', access: 'slow' })
  score!: string;

  @EnumOf(() => RatingLevel, { description: 'Level that the score had then.', access: 'btree' })
  level!: RatingLevel;

  @EnumOf(() => RatingSource, { description: 'Who said so.' })
  source!: RatingSource;

  @Value(() => TimePeriod, { description: 'From when it held, and until a later one.' })
  validity!: TimePeriod;

  @Text({ description: 'Why, or a remark.', nullable: true, max: 500 })
  reason?: string | null;

  @Text({
    description: 'Staff number of the assessor, or the name of the system.',
    max: 100,
    access: 'slow',
    grouped: true,
  })
  assessorNo!: string;

  @Text({ description: 'Name of the assessor at that time.' })
  assessorName!: string;

  @Text({ description: 'Name of the unit of the assessor at that time; null for systems.', nullable: true })
  assessorUnit?: string | null;
}
