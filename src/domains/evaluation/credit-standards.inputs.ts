import {
  BoolInput,
  DecimalInput,
  EnumInput,
  Input,
  IntInput,
  MoneyInput,
  ObjectInput,
  TextInput,
} from '../../kernel/model/index.js';
import { CreditColour } from './credit-enums.js';

@Input('A grade of credit (CRD-22, CRD-24).')
export class CreditGradeSaveInput {
  @TextInput({ description: 'Code; an existing grade is changed.', max: 20 })
  code!: string;

  @TextInput({ description: 'Name for people.' })
  name!: string;

  @DecimalInput({
    description:
      'Lowest score of the band, included; one grade in use begins at 0 (BAND_NEEDED), no two at the same (DUPLICATE).',
    min: '0',
    max: '100',
  })
  scoreFrom!: string;

  @EnumInput(() => CreditColour, { description: 'Colour of customers of the grade.' })
  colour!: CreditColour;

  @ObjectInput(() => MoneyInput, { description: 'Most that they may owe; no limit when absent.', optional: true })
  creditLimit?: MoneyInput | null;

  @TextInput({ description: 'For what a customer gets the grade.', max: 2000, optional: true })
  criteria?: string | null;

  @BoolInput({ description: 'Whether it is in use; true when absent.', optional: true })
  active?: boolean | null;
}

@Input('A rule for the credit of new customers (CRD-01).')
export class InitialCreditRuleSaveInput {
  @TextInput({ description: 'Code; an existing rule is changed.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name for people.' })
  name!: string;

  @TextInput({
    description:
      'Condition over `customer` in FEEL. Refused with RULE_SYNTAX, RULE_UNKNOWN_NAME, RULE_TYPE. Absent for the one rule that holds when no other does: it must stay (FALLBACK_NEEDED), and there is one only (DUPLICATE).',
    max: 4000,
    optional: true,
  })
  condition?: string | null;

  @DecimalInput({ description: 'Score that it gives, 0 to 100.', min: '0', max: '100' })
  score!: string;

  @IntInput({ description: 'Order in which the rules are asked, from 1; lower first.', min: 1, max: 100000 })
  priority!: number;

  @BoolInput({ description: 'Whether it is in use; true when absent.', optional: true })
  active?: boolean | null;
}
