import {
  DecimalInput,
  EnumInput,
  IdInput,
  Input,
  InstantInput,
  MoneyInput,
  ObjectInput,
  TextInput,
} from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { CreditSource } from './credit-enums.js';

@Input('Credit of a customer that an assessor sets by hand (CRD-08).')
export class CreditAdjustInput {
  @IdInput(() => Customer, { description: 'The customer.' })
  customerId!: string;

  @DecimalInput({
    description: 'Score, 0 to 100 with at most two decimals (BAD_SCORE); the grade follows from it.',
    min: '0',
    max: '100',
  })
  score!: string;

  @ObjectInput(() => MoneyInput, {
    description: 'Most that may be owed, not negative; that of the grade when absent.',
    optional: true,
  })
  creditLimit?: MoneyInput | null;

  @InstantInput({
    description:
      'Until when ratings leave it; in the future (IN_PAST). When absent, for the days of the parameter `evaluation.credit.manual.days`.',
    optional: true,
  })
  frozenUntil?: string | null;

  @TextInput({ description: 'Why; kept in the history.', max: 500 })
  reason!: string;
}

@Input('A rating of one customer that came from elsewhere (CRD-09).')
export class CreditRateInput {
  @IdInput(() => Customer, { description: 'The customer; FROZEN while credit that was set by hand holds.' })
  customerId!: string;

  @TextInput({
    description: 'Number of the rating, unique (DUPLICATE); one is issued when absent.',
    max: 60,
    optional: true,
  })
  ratingNo?: string | null;

  @DecimalInput({
    description: 'Score, 0 to 100 with at most two decimals (BAD_SCORE); the grade follows from it.',
    min: '0',
    max: '100',
  })
  score!: string;

  @EnumInput(() => CreditSource, {
    description: 'Who said so; `BILLING` when absent, never MANUAL or INITIAL (BAD_VALUE).',
    optional: true,
  })
  source?: CreditSource | null;

  @InstantInput({
    description:
      'When it was rated so; now when absent. IN_FUTURE, or OUTDATED when the customer was rated later already.',
    optional: true,
  })
  evaluatedAt?: string | null;

  @TextInput({ description: 'Remark, kept in the history as the reason.', max: 500, optional: true })
  reason?: string | null;
}
