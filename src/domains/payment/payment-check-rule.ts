import { Bool, EnumOf, Int, Node, Noun, Text } from '../../kernel/model/index.js';
import { PaymentMode } from '../customer/index.js';

@Noun({
  tag: 'qp',
  description:
    'What must hold for an account to be paid in a way; accounts are checked against all rules in use (CUS-43).',
})
export class PaymentCheckRule extends Node {
  @Text({ description: 'Code, such as `CARD_VALID`.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name for people.' })
  name!: string;

  @EnumOf(() => PaymentMode, { description: 'Way of paying that it is for; null for all.', nullable: true })
  paymentMode?: PaymentMode | null;

  @Text({
    description:
      'Condition over `account`, `customer` and `payment` in FEEL that must hold, such as `payment.daysValid = null or payment.daysValid >= 30`.',
    max: 2000,
  })
  condition!: string;

  @Text({ description: 'What to tell those who break it.', max: 500 })
  message!: string;

  @Int({ description: 'Order in which the rules are asked, from 1.', access: 'slow' })
  position!: number;

  @Bool({ description: 'Whether it is in use.', access: 'slow' })
  active!: boolean;
}
