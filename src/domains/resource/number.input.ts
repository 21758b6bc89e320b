import {
  BoolInput,
  IdInput,
  Input,
  InstantInput,
  IntInput,
  MoneyInput,
  ObjectInput,
  TextInput,
} from '../../kernel/model/index.js';
import { Product } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { NumberLevelRule } from './number-level-rule.js';
import { ResourceType } from './resource-type.js';
import { StockHolder } from './stock-holder.js';

@Input('Who may choose numbers of which level, new or changed (RES-38).')
export class NumberLevelRuleSaveInput {
  @IdInput(() => NumberLevelRule, { description: 'The rule to change; a new one when absent.', optional: true })
  ruleId?: string | null;

  @IdInput(() => ResourceType, { description: 'Type of numbers; never changed later.' })
  typeId!: string;

  @TextInput({ description: 'Name, unique among the rules of the type.' })
  name!: string;

  @TextInput({
    description:
      'Condition in FEEL over `customer`, as rules of sale know it, and `deposit`, an amount; such as `deposit >= 1000`.',
    max: 2000,
  })
  condition!: string;

  @IntInput({ description: 'Best level from which numbers may be chosen when it holds.', min: 1, max: 5 })
  startLevel!: number;
}

@Input('For whom the best level of numbers is asked (RES-38).')
export class NumberStartLevelInput {
  @IdInput(() => ResourceType, { description: 'Type of numbers.' })
  typeId!: string;

  @IdInput(() => Customer, { description: 'The customer; nobody in particular when absent.', optional: true })
  customerId?: string | null;

  @ObjectInput(() => MoneyInput, { description: 'What is deposited; nothing when absent.', optional: true })
  deposit?: MoneyInput | null;
}

@Input('Which free numbers are offered to choose from (RES-39).')
export class NumberChoicesInput {
  @IdInput(() => ResourceType, { description: 'Type of numbers, such as those of telephones, of 800 or IP addresses.' })
  typeId!: string;

  @IdInput(() => StockHolder, { description: 'Whose numbers; of all whose stock you see when absent.', optional: true })
  holderId?: string | null;

  @TextInput({ description: 'Exchange that they belong to; any when absent.', optional: true, max: 20 })
  exchange?: string | null;

  @TextInput({ description: 'Digits that they begin with; any when absent.', optional: true, max: 30 })
  head?: string | null;

  @TextInput({ description: 'Digits that they end with, such as `888`; any when absent.', optional: true, max: 30 })
  tail?: string | null;

  @IntInput({ description: 'Exactly this level; any when absent.', optional: true, min: 1, max: 5 })
  level?: number | null;

  @IdInput(() => Customer, {
    description: 'For whom: numbers of levels that the customer may not choose are left out (RES-38).',
    optional: true,
  })
  customerId?: string | null;

  @ObjectInput(() => MoneyInput, { description: 'What the customer deposits, for the level.', optional: true })
  deposit?: MoneyInput | null;

  @BoolInput({ description: 'True: some by chance; in their order when absent.', optional: true })
  random?: boolean | null;

  @IntInput({ description: 'At most so many; 20 when absent.', optional: true, min: 1, max: 100 })
  count?: number | null;
}

@Input('A range of numbers for one product (RES-41).')
export class NumberSegmentCreateInput {
  @IdInput(() => ResourceType, { description: 'Type of the numbers, of category NUMBER.' })
  typeId!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @TextInput({ description: 'First number, digits only.', max: 30 })
  firstNo!: string;

  @TextInput({ description: 'Last number, with as many digits.', max: 30 })
  lastNo!: string;

  @IdInput(() => Product, { description: 'Product whose instances alone get them.' })
  productId!: string;
}

@Input('Numbers in a row to be kept for someone (RES-40).')
export class NumbersReserveInput {
  @IdInput(() => StockHolder, { description: 'Whose numbers.' })
  holderId!: string;

  @IdInput(() => ResourceType, { description: 'Type of numbers.' })
  typeId!: string;

  @IntInput({ description: 'How many in a row, such as 30 for ISDN 30B+D.', min: 2, max: 200 })
  count!: number;

  @TextInput({
    description: 'Digits that they begin with, such as an exchange; any when absent.',
    optional: true,
    max: 30,
  })
  startsWith?: string | null;

  @IdInput(() => Customer, { description: 'For whom.', optional: true })
  customerId?: string | null;

  @InstantInput({
    description: 'When it expires, at most 30 days from now; in 30 minutes when absent.',
    optional: true,
  })
  expiresAt?: string | null;

  @ObjectInput(() => MoneyInput, { description: 'What is deposited, for the level (RES-38).', optional: true })
  deposit?: MoneyInput | null;

  @TextInput({ description: 'Why.', optional: true, max: 500 })
  reason?: string | null;
}
