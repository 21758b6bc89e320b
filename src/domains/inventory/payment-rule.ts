import {
  Computed,
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
  PERCENT: 'A percentage of what the amounts leave of the charge.',
  AMOUNT:
    'At most this amount, in the currency of the account, of all charges of one charge item type in one bill period; a rule for all charges gives it for each type of each period anew. Less where there are less charges: what they do not take up is not carried over.',
});

const byOther = (rule: string): string =>
  `(select "a"."owner_id" <> "i"."customer_id" from "account" "a", "product_instance" "i" where "a"."id" = ${rule}."account_id" and "i"."id" = ${rule}."instance_id")`;

@Noun({
  tag: 'pm',
  root: false,
  description:
    'Which account pays which charges of a product instance; the account may belong to another customer (MOD-41, R49). Seen by who sees the instance, with the account only where the caller sees that as well: who does not, learns that the account of another customer pays, and how much, but not whose it is.',
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
    description: 'Account that pays; null when you may not see it.',
    hideable: true,
    inverse: 'paymentRules',
    inverseDescription: 'Charges of product instances that the account pays by rule.',
  })
  account!: Account;

  @Computed('boolean', byOther, {
    description:
      'Whether the account belongs to another customer than the instance; also where you may not see it. Null as of a moment in the past.',
    nullable: true,
  })
  paidByOther?: boolean | null;

  @EnumOf(() => ShareType, { description: 'How the part is said.' })
  shareType!: ShareType;

  @DecimalNumber({ description: 'The part: 0 to 100 for PERCENT, money for AMOUNT.' })
  shareValue!: string;

  @Int({
    description:
      'Amounts are taken in this order, smaller numbers first, each at most what those before it have left. Percentages come after all amounts, in no order: all are of the same rest.',
    access: 'slow',
  })
  priority!: number;

  @Value(() => TimePeriod, { description: 'When the rule holds.' })
  validity!: TimePeriod;
}
