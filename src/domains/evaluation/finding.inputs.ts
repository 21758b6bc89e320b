import { AnyIdInput, BoolInput, EnumInput, IdInput, Input, InstantInput, TextInput } from '../../kernel/model/index.js';
import { BusinessLine } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { DiscountPolicy } from '../pricing/index.js';
import { AbnormalKind, CriterionPurpose } from './finding-enums.js';
import { PotentialBigCustomer } from './potential-big-customer.js';
import { ValueClass } from './value-class.js';

@Input('A criterion by which customers are found (CUS-65..67, CUS-76).')
export class EvaluationCriterionSaveInput {
  @TextInput({ description: 'Code; an existing criterion is changed.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name for people.' })
  name!: string;

  @EnumInput(() => CriterionPurpose, { description: 'What it finds.' })
  purpose!: CriterionPurpose;

  @EnumInput(() => AbnormalKind, {
    description: 'For ABNORMAL (REQUIRED), and only there (CONTRADICTION).',
    optional: true,
  })
  kind?: AbnormalKind | null;

  @IdInput(() => DiscountPolicy, {
    description: 'For DISCOUNT (REQUIRED), and only there (CONTRADICTION).',
    optional: true,
  })
  policyId?: string | null;

  @TextInput({
    description:
      'Condition in FEEL over `customer`, `credit`, `spend`, `spendBefore`, `cost`, `consumptions`, `arrears`, `totalCharges` and `limit`. Refused with RULE_SYNTAX, RULE_UNKNOWN_NAME, RULE_TYPE.',
    max: 4000,
  })
  condition!: string;

  @BoolInput({ description: 'Whether it is in use; true when absent.', optional: true })
  active?: boolean | null;
}

@Input('A customer who may become a big one, found by hand (CUS-76).')
export class PotentialBigCustomerAddInput {
  @TextInput({ description: 'Number, unique (DUPLICATE); one is issued when absent.', max: 60, optional: true })
  findingNo?: string | null;

  @IdInput(() => Customer, {
    description: 'The customer; DUPLICATE when known already, INVALID_STATE when big already.',
  })
  customerId!: string;

  @IdInput(() => BusinessLine, { description: 'Business that it is about.', optional: true })
  businessLineId?: string | null;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}

@Input('An abnormal customer, found by hand (CUS-66).')
export class AbnormalCustomerAddInput {
  @TextInput({ description: 'Number, unique (DUPLICATE); one is issued when absent.', max: 60, optional: true })
  findingNo?: string | null;

  @IdInput(() => Customer, { description: 'The customer; DUPLICATE when known as that already.' })
  customerId!: string;

  @EnumInput(() => AbnormalKind, { description: 'In which way.' })
  kind!: AbnormalKind;

  @IdInput(() => BusinessLine, { description: 'Business that it is about.', optional: true })
  businessLineId?: string | null;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}

@Input('Begins to follow what a customer consumes (CUS-66, CUS-76).')
export class FindingTrackInput {
  @AnyIdInput({ description: 'The abnormal or potential big customer.' })
  findingId!: string;

  @InstantInput({ description: 'Until when; in the future (IN_PAST).' })
  until!: string;
}

@Input('What was seen or done while a customer is followed (CUS-66, CUS-76).')
export class FindingNoteInput {
  @AnyIdInput({ description: 'The abnormal or potential big customer; INVALID_STATE when not followed.' })
  findingId!: string;

  @TextInput({ description: 'What was seen or done.', max: 2000 })
  note!: string;
}

@Input('Ends what was found of a customer (CUS-66, CUS-76).')
export class FindingEndInput {
  @AnyIdInput({ description: 'The abnormal or potential big customer.' })
  findingId!: string;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}

@Input('Makes a big customer of one who was found (CUS-76).')
export class PotentialBigCustomerConvertInput {
  @IdInput(() => PotentialBigCustomer, { description: 'Who was found; INVALID_STATE when that has ended.' })
  findingId!: string;

  @TextInput({ description: 'Sub-type among big customers, such as `1A`; INVALID_SUB_TYPE.', max: 40, optional: true })
  subType?: string | null;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}

@Input('What a customer is worth, by hand (CUS-72).')
export class CustomerValueSetInput {
  @TextInput({ description: 'Number, unique (DUPLICATE); one is issued when absent.', max: 60, optional: true })
  valueNo?: string | null;

  @IdInput(() => Customer, { description: 'The customer.' })
  customerId!: string;

  @EnumInput(() => ValueClass, { description: 'The class.' })
  valueClass!: ValueClass;

  @InstantInput({
    description: 'Until when rules leave it; in the future (IN_PAST). When absent, until it is decided anew by hand.',
    optional: true,
  })
  heldUntil?: string | null;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}

@Input('Decides which policies of discounts are for a customer (CUS-65).')
export class DiscountDecideInput {
  @IdInput(() => Customer, { description: 'The customer.' })
  customerId!: string;
}
