import { Field, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../kernel/errors/index.js';
import { DateTime, Decimal, Money } from '../../kernel/model/index.js';
import { ChargeType, Offering, OfferingSla, TariffPlan, TariffRule } from '../catalogue/index.js';
import { ChargeMeasure } from './charge-measure.js';
import { ChargeSource } from './charge-source.js';
import { Discount } from './discount.js';
import { TierBasis } from './tariff-tier.js';

@ObjectType({ description: 'An allowance, such as of data, that prices bring (PRD-67).' })
export class CartTraffic {
  @Field(() => String, { description: 'Unit, such as `GB`.' })
  unit!: string;

  @Field(() => Decimal, { description: 'How much, of all pieces together.' })
  amount!: string;
}

@ObjectType({ description: 'The quantity that a price was chosen by (PRD-76, PRD-77).' })
export class AppliedTier {
  @Field(() => TierBasis, { description: 'What was counted.' })
  basis!: TierBasis;

  @Field(() => Int, { description: 'Quantity that was reached.' })
  threshold!: number;
}

@ObjectType({ description: 'One thing that a line costs, gives or takes off, with the rule that says so.' })
export class PricedCharge extends ChargeMeasure {
  @Field(() => ChargeSource, { description: 'Where it comes from.' })
  source!: ChargeSource;

  @Field(() => String, {
    description: 'Code of the rule, plan or discount; `STAFF_DISCOUNT` for the discount of the seller.',
  })
  code!: string;

  @Field(() => String, { description: 'Its name, such as an entry on the bill.' })
  name!: string;

  @Field(() => TariffRule, { nullable: true, description: 'The rule; null when it comes from elsewhere.' })
  rule?: TariffRule | null;

  @Field(() => TariffPlan, {
    nullable: true,
    description: 'The plan in which the rule or the price stands, perhaps nested in that of the line; null otherwise.',
  })
  tariffPlan?: TariffPlan | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Number of the version of the rule, or of the plan whose main price it is, that says so; null for discounts (PRD-72).',
  })
  versionNumber!: number | null;

  @Field(() => Discount, { nullable: true, description: 'The discount; null when it is none.' })
  discount?: Discount | null;

  @Field(() => ChargeType, { description: 'Class of charge (PRD-61).' })
  type!: ChargeType;

  @Field(() => String, { nullable: true, description: 'Code of the fee that it is; null for one of its own (PRD-73).' })
  feeItem!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: 'Per piece or unit of use; per cent for such discounts; null where none can be named.',
  })
  unitPrice!: string | null;

  @Field(() => Int, { description: 'Pieces; for free periods their number.' })
  quantity!: number;

  @Field(() => Decimal, {
    nullable: true,
    description:
      'For all pieces, money rounded half up to the smallest coin; negative for discounts; null for usage and gifts.',
  })
  amount!: string | null;

  @Field(() => AppliedTier, { nullable: true, description: 'The quantity that chose the price; null when none did.' })
  tier!: AppliedTier | null;

  @Field(() => String, {
    nullable: true,
    description: 'The formula that yielded the price; null for a fixed one (PRD-71).',
  })
  formula!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Months after the service opens from which it is charged, then not part of the totals; null at once.',
  })
  afterMonths!: number | null;

  @Field(() => Int, { nullable: true, description: 'For how many months it is charged; null without end.' })
  forMonths!: number | null;
}

@ObjectType({ description: 'What a line of a cart costs, with every rule that applied.' })
export class CartLinePrice {
  @Field(() => Int, { description: 'Place in the input, from 0.' })
  line!: number;

  @Field(() => Offering, { description: 'The offering.' })
  offering!: Offering;

  @Field(() => OfferingSla, { nullable: true, description: 'The service level; null without one.' })
  offeringSla?: OfferingSla | null;

  @Field(() => Int, { description: 'Pieces.' })
  quantity!: number;

  @Field(() => [TariffPlan], {
    description: 'Plans that price it, the main one first; empty when it cannot be priced.',
  })
  tariffPlans!: TariffPlan[];

  @Field(() => [PricedCharge], { description: 'Charges, then discounts, in the order in which they applied.' })
  charges!: PricedCharge[];

  @Field(() => Money, { nullable: true, description: 'One-time price after discounts; null when it cannot be priced.' })
  oneTime!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: 'Price of the first period after discounts; null when it cannot be priced.',
  })
  recurring!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description:
      'What must be deposited besides, for all pieces, given back one day; null for nothing, or when it cannot be priced (PRD-42, ORD-110).',
  })
  deposit!: Money | null;

  @Field(() => Decimal, { description: 'Points that it costs (PRD-67).' })
  points!: string;

  @Field(() => Decimal, { description: 'Points that it brings.' })
  pointsAwarded!: string;

  @Field(() => [CartTraffic], {
    description:
      'Allowances for the first period and once, by unit (PRD-67); those that begin months later are not among them.',
  })
  traffic!: CartTraffic[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the price differs from the one shown before; null when none was given (PRD-115).',
  })
  changed!: boolean | null;

  @Field(() => [UserError], {
    description:
      'What speaks against it: NOT_IN_SALE, NOT_SOLD_WITH, NOT_PRICED, PLAN_CONDITION, PLAN_EXCLUDED, PLAN_REQUIRED, UPGRADE_ONLY, RULE_WITHOUT_VALUE, UNKNOWN_SLA, PAYMENT_METHOD, or DISCOUNT_OUT_OF_RANGE, with which the discount is left out.',
  })
  objections!: readonly UserError[];
}

@ObjectType({ description: 'What a cart costs, line by line (PRD-114).' })
export class CartPrice {
  @Field(() => String, { description: 'Currency of all money in it.' })
  currency!: string;

  @Field(() => DateTime, { description: 'Moment whose tariffs hold.' })
  at!: Date;

  @Field(() => [CartLinePrice], { description: 'The lines in the order of the input.' })
  lines!: CartLinePrice[];

  @Field(() => [PricedCharge], { description: 'Discounts on the whole cart.' })
  discounts!: PricedCharge[];

  @Field(() => Money, { description: 'Sum of the one-time prices after all discounts.' })
  oneTime!: Money;

  @Field(() => Money, { description: 'Sum of the prices of the first period after all discounts.' })
  recurring!: Money;

  @Field(() => Money, {
    nullable: true,
    description: 'Sum of what must be deposited, no part of the prices; null for nothing (PRD-42, ORD-110).',
  })
  deposit!: Money | null;

  @Field(() => Decimal, { description: 'Points that it costs.' })
  points!: string;

  @Field(() => Decimal, { description: 'Points that it brings.' })
  pointsAwarded!: string;

  @Field(() => [CartTraffic], {
    description:
      'Allowances for the first period and once, by unit (PRD-67); those that begin months later are not among them.',
  })
  traffic!: CartTraffic[];
}
