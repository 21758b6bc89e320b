import { Field, ObjectType } from 'type-graphql';
import { Payload } from '../../kernel/errors/index.js';
import { OfferingTariff, TariffRule } from '../catalogue/index.js';
import { Discount } from './discount.js';
import { StaffDiscountRange } from './staff-discount-range.js';

@ObjectType({ description: 'Answer of mutations about one tariff rule.' })
export class TariffRulePayload extends Payload {
  @Field(() => TariffRule, { nullable: true, description: 'The rule after the operation; null when it was refused.' })
  tariffRule?: TariffRule;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True when the change waits for approval (`approvals` of the kind `TARIFF_RULE_CHANGE`), so that nothing has changed yet.',
  })
  held?: boolean;
}

@ObjectType({ description: 'Answer of mutations about the tie between an offering and a tariff plan.' })
export class OfferingTariffPayload extends Payload {
  @Field(() => OfferingTariff, {
    nullable: true,
    description: 'The tie after the operation; null when it was refused, or comes to be by approval.',
  })
  offeringTariff?: OfferingTariff;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True when the change waits for approval (`approvals` of the kind `OFFERING_TARIFF`), so that nothing has changed yet.',
  })
  held?: boolean;
}

@ObjectType({ description: 'Answer of mutations about one discount.' })
export class DiscountPayload extends Payload {
  @Field(() => Discount, { nullable: true, description: 'The discount after the operation; null when it was refused.' })
  discount?: Discount;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True when the change waits for approval (`approvals` of the kind `DISCOUNT_CHANGE`), so that nothing has changed yet.',
  })
  held?: boolean;
}

@ObjectType({ description: 'Answer of mutations about what salespeople may take off by themselves.' })
export class StaffDiscountRangePayload extends Payload {
  @Field(() => StaffDiscountRange, {
    nullable: true,
    description: 'The range as it holds; null when it was refused, or comes to be by approval.',
  })
  staffDiscountRange?: StaffDiscountRange;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True when the change waits for approval (`approvals` of the kind `STAFF_DISCOUNT_RANGE`), so that nothing has changed yet.',
  })
  held?: boolean;
}
