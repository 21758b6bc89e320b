import { BoolInput, EnumInput, Input, TextInput } from '../../kernel/model/index.js';
import { CustomerType } from './customer-enums.js';

@Input('A sub-type of a market group (CUS-16).')
export class CustomerSubTypeSaveInput {
  @EnumInput(() => CustomerType, { description: 'Market group.' })
  customerType!: CustomerType;

  @TextInput({ description: 'Value, such as `3A`; an existing one of the market group is changed.', max: 40 })
  value!: string;

  @TextInput({ description: 'Name for people.' })
  name!: string;

  @BoolInput({
    description: 'Whether customers may get it; true when absent. Those who have it keep it in any case.',
    optional: true,
  })
  active?: boolean | null;
}
