import { DecimalInput, Input, TextInput } from './inputs.js';

@Input('An exact amount of money in one currency.')
export class MoneyInput {
  @DecimalInput({ description: 'The amount, exact.' })
  amount!: string;

  @TextInput({ description: 'ISO 4217 code, such as `CNY`.', max: 3 })
  currency!: string;
}
