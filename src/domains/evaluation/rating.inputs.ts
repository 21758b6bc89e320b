import { DecimalInput, EnumInput, IdInput, Input, InstantInput, TextInput } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { RatingKind, RatingLevel, RatingSource } from './rating-enums.js';

@Input('Satisfaction or loyalty of a customer as it was found elsewhere, such as in a survey (MOD-90).')
export class CustomerRatingRecordInput {
  @IdInput(() => Customer, { description: 'The customer.' })
  customerId!: string;

  @EnumInput(() => RatingKind, { description: 'What is rated.' })
  kind!: RatingKind;

  @DecimalInput({ description: 'Score, 0 to 100 with at most two decimals (BAD_SCORE).', min: '0', max: '100' })
  score!: string;

  @EnumInput(() => RatingSource, {
    description: 'Who said so; `SURVEY` when absent, never MANUAL (BAD_VALUE).',
    optional: true,
  })
  source?: RatingSource | null;

  @TextInput({ description: 'Number, unique (DUPLICATE); one is issued when absent.', max: 60, optional: true })
  ratingNo?: string | null;

  @InstantInput({
    description: 'From when it holds; now when absent. IN_FUTURE, or OUTDATED when a later one is there.',
    optional: true,
  })
  ratedAt?: string | null;

  @TextInput({ description: 'Remark.', max: 500, optional: true })
  reason?: string | null;
}

@Input('Satisfaction or loyalty of a customer that an assessor sets by hand (MOD-90).')
export class CustomerRatingAdjustInput {
  @IdInput(() => Customer, { description: 'The customer.' })
  customerId!: string;

  @EnumInput(() => RatingKind, { description: 'What is rated.' })
  kind!: RatingKind;

  @DecimalInput({ description: 'Score, 0 to 100 with at most two decimals (BAD_SCORE).', min: '0', max: '100' })
  score!: string;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}

@Input('From which score on a level begins (CUS-73).')
export class RatingBandSaveInput {
  @EnumInput(() => RatingKind, { description: 'What is rated.' })
  kind!: RatingKind;

  @EnumInput(() => RatingLevel, { description: 'The level; VERY_LOW always begins at 0 (CONTRADICTION).' })
  level!: RatingLevel;

  @DecimalInput({
    description: 'Lowest score of the level, included; between those of its neighbours (BAD_ORDER).',
    min: '0',
    max: '100',
  })
  scoreFrom!: string;
}
