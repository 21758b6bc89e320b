import { DecimalNumber, Text } from './fields.js';
import { ValueObject } from './noun.js';

@ValueObject({ description: 'An exact amount of money in one currency (MOD-83).' })
export class Money {
  @DecimalNumber({ description: 'The amount, exact; negative for credits.', access: 'slow' })
  amount!: string;

  @Text({ description: 'ISO 4217 code, such as `CNY` or `USD`.', max: 3, access: 'slow' })
  currency!: string;

  static of(amount: string, currency: string): Money {
    return Object.assign(new Money(), { amount, currency });
  }
}
