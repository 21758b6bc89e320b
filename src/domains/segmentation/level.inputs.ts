import {
  BoolInput,
  EnumInput,
  IdInput,
  Input,
  InstantInput,
  IntInput,
  TextInput,
  TextListInput,
} from '../../kernel/model/index.js';
import { Customer, ServiceLevel } from '../customer/index.js';

@Input('A rule that gives customers a service level (CUS-87).')
export class LevelRuleSaveInput {
  @TextInput({ description: 'Code; an existing rule is changed.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name for people.' })
  name!: string;

  @EnumInput(() => ServiceLevel, { description: 'Level that it gives.' })
  serviceLevel!: ServiceLevel;

  @TextInput({
    description: 'Condition over `customer` in FEEL. Refused with RULE_SYNTAX, RULE_UNKNOWN_NAME, RULE_TYPE.',
    max: 4000,
  })
  condition!: string;

  @TextListInput({ description: 'Services that the level entitles to.', optional: true, max: 30 })
  benefits?: string[] | null;

  @IntInput({ description: 'Order in which the rules are asked, from 1.', min: 1, max: 1000 })
  position!: number;

  @BoolInput({ description: 'Whether it is in use; true when absent.', optional: true })
  active?: boolean | null;
}

@Input('A service level that staff give by hand (CUS-87).')
export class CustomerLevelSetInput {
  @IdInput(() => Customer, { description: 'The customer.' })
  customerId!: string;

  @EnumInput(() => ServiceLevel, { description: 'The level, higher or lower than now.' })
  serviceLevel!: ServiceLevel;

  @InstantInput({
    description:
      'Until when rules leave it; in the future (IN_PAST). When absent, the next application of rules may change it.',
    optional: true,
  })
  heldUntil?: Date | null;

  @TextInput({ description: 'Why; kept in the history.', max: 500 })
  reason!: string;
}
