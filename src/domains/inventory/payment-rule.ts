import {
  DecimalNumber,
  describeEnum,
  EnumOf,
  Int,
  Node,
  Noun,
  One,
  Text,
  TimePeriod,
  Value,
} from '../../kernel/model/index.js';
import { Account } from '../customer/index.js';
import { ProductInstance } from './product-instance.js';

export enum ShareType {
  PERCENT = 'PERCENT',
  AMOUNT = 'AMOUNT',
}

describeEnum(ShareType, 'ShareType', 'How the part that an account pays is said (ORD-46).', {
  PERCENT: 'A percentage of the charge.',
  AMOUNT: 'At most an amount of money per bill, in the currency of the account.',
});

@Noun({
  tag: 'pm',
  root: false,
  description:
    'Which account pays which charges of a product instance; the account may belong to another customer (MOD-41, R49).',
})
export class PaymentRule extends Node {
  @One(() => ProductInstance, {
    description: 'Instance whose charges are paid.',
    inverse: 'paymentRules',
    inverseDescription: 'Which accounts pay which of its charges (MOD-41).',
  })
  instance!: ProductInstance;

  @Text({
    description: 'Code of the charge item type that the rule is for; null for all charges.',
    nullable: true,
    max: 60,
    access: 'slow',
  })
  chargeItemType?: string | null;

  @One(() => Account, {
    description: 'Account that pays.',
    hideable: true,
    inverse: 'paymentRules',
    inverseDescription: 'Charges of product instances that the account pays by rule.',
  })
  account!: Account;

  @EnumOf(() => ShareType, { description: 'How the part is said.' })
  shareType!: ShareType;

  @DecimalNumber({ description: 'The part: 0 to 100 for PERCENT, money for AMOUNT.' })
  shareValue!: string;

  @Int({ description: 'Rules with a smaller number pay first.', access: 'slow' })
  priority!: number;

  @Value(() => TimePeriod, { description: 'When the rule holds.' })
  validity!: TimePeriod;
}
