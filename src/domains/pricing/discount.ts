import {
  Bool,
  DecimalNumber,
  describeEnum,
  EnumOf,
  Int,
  Node,
  Noun,
  Text,
  TimePeriod,
  Value,
} from '../../kernel/model/index.js';
import { ChargeType, CustomerServiceType } from '../catalogue/index.js';

export enum DiscountKind {
  AMOUNT = 'AMOUNT',
  PERCENT = 'PERCENT',
  TOTAL = 'TOTAL',
  WAIVE = 'WAIVE',
  FREE_PERIODS = 'FREE_PERIODS',
  GIFT = 'GIFT',
  POINTS = 'POINTS',
}

describeEnum(DiscountKind, 'DiscountKind', 'What a discount gives (PRD-68, PRD-75).', {
  AMOUNT: 'An amount of money off each piece, of all lines for scope CART; of a piece that costs less, what it costs.',
  PERCENT: 'A percentage off.',
  TOTAL: 'An amount off the whole, after all others.',
  WAIVE: 'The fee is not charged.',
  FREE_PERIODS: 'A number of periods free of charge.',
  GIFT: 'A thing besides, named in `gift`.',
  POINTS: 'Points of the loyalty programme.',
});

export enum DiscountScope {
  OFFERING = 'OFFERING',
  CART = 'CART',
}

describeEnum(DiscountScope, 'DiscountScope', 'Where a discount applies.', {
  OFFERING: 'To lines of the offerings that it is tied to.',
  CART: 'To the whole order.',
});

export enum DiscountBasis {
  PREPAID_AMOUNT = 'PREPAID_AMOUNT',
  PREPAID_MONTHS = 'PREPAID_MONTHS',
  ORDER_TOTAL = 'ORDER_TOTAL',
  QUANTITY = 'QUANTITY',
}

describeEnum(DiscountBasis, 'DiscountBasis', 'What must reach the threshold of a discount (PRD-68).', {
  PREPAID_AMOUNT: 'Money paid in advance, in the currency of the order.',
  PREPAID_MONTHS: 'Months paid in advance.',
  ORDER_TOTAL: 'One-time charges of the order before discounts.',
  QUANTITY:
    'Pieces on the line; for scope CART those in the order: of the service of the discount, or, without one, all but what is taken away.',
});

export enum DiscountStatus {
  DRAFT = 'DRAFT',
  ACTIVE = 'ACTIVE',
}

describeEnum(DiscountStatus, 'DiscountStatus', 'State of a discount (WFL-28).', {
  DRAFT: 'Nobody else has approved it yet; it is granted to nobody.',
  ACTIVE: 'Approved: it is granted while its period lasts.',
});

@Noun({
  tag: 'dd',
  description: 'A discount on top of the tariffs: what it takes off, when, and for what (PRD-68, PRD-75, TMF671).',
})
export class Discount extends Node {
  @Text({ description: 'Code unique among discounts.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name in the language of the operator.', access: 'search' })
  name!: string;

  @EnumOf(() => DiscountStatus, { description: 'State; changes only through its life cycle.', access: 'btree' })
  status!: DiscountStatus;

  @EnumOf(() => DiscountKind, { description: 'What it gives.' })
  kind!: DiscountKind;

  @EnumOf(() => DiscountScope, { description: 'Where it applies.', access: 'btree' })
  scope!: DiscountScope;

  @EnumOf(() => ChargeType, { description: 'Class of charges that it lowers, of those due from the start.' })
  chargeType!: ChargeType;

  @Text({ description: 'Code of the one fee that it lowers; null for all.', nullable: true, max: 60 })
  feeItem?: string | null;

  @DecimalNumber({
    description:
      'How much: money in whole coins for AMOUNT and TOTAL, per cent for PERCENT, whole periods for FREE_PERIODS, points for POINTS; null for WAIVE and GIFT, or when a formula gives it.',
    nullable: true,
  })
  value?: string | null;

  @Text({ description: 'Formula in FEEL that gives the value; null when it is fixed.', nullable: true, max: 2000 })
  formula?: string | null;

  @Text({ description: 'Currency of AMOUNT and TOTAL, ISO 4217; null otherwise.', nullable: true, max: 3 })
  currency?: string | null;

  @Text({ description: 'What is given for GIFT, such as an umbrella; null otherwise.', nullable: true })
  gift?: string | null;

  @EnumOf(() => CustomerServiceType, {
    description: 'Customer service to which it applies, and whose lines alone it lowers; null for any.',
    nullable: true,
  })
  service?: CustomerServiceType | null;

  @Text({
    description: 'Condition in FEEL over customer, line, order and date; null for always.',
    nullable: true,
    max: 2000,
  })
  condition?: string | null;

  @EnumOf(() => DiscountBasis, {
    description: 'What must reach the threshold; null without one (PRD-68).',
    nullable: true,
  })
  basis?: DiscountBasis | null;

  @DecimalNumber({ description: 'Smallest amount or number of `basis`; null without one.', nullable: true })
  threshold?: string | null;

  @Text({
    description: 'Code of a ladder: of its steps only the one with the highest threshold reached applies (PRD-68).',
    nullable: true,
    max: 60,
  })
  ladder?: string | null;

  @Bool({
    description: 'Whether it may apply together with others; if not, only with those that a relation COMBINE names.',
  })
  combinable!: boolean;

  @Int({ description: 'Those with a smaller number are granted first.', access: 'slow' })
  priority!: number;

  @Value(() => TimePeriod, { description: 'When it is granted.' })
  validity!: TimePeriod;

  @Int({ description: 'Grows by one with every change.' })
  version: number = 1;

  @Text({
    description: 'Who wrote it last, and so does not approve it; null for those of before this was noted.',
    nullable: true,
    max: 100,
    access: 'slow',
  })
  configuredBy?: string | null = null;
}
