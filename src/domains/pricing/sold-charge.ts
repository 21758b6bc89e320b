import { Field, Int, ObjectType } from 'type-graphql';
import { Characteristic, DateTime, Decimal } from '../../kernel/model/index.js';
import { ChargeType, TariffPlan, TariffRule } from '../catalogue/index.js';
import { ChargeMeasure } from './charge-measure.js';

@ObjectType({
  description:
    'A recurring or usage charge of something that a customer has, as it was sold, and the version of the plan or rule that says so (PRD-53, PRD-72).',
})
export class SoldTariffCharge extends ChargeMeasure {
  @Field(() => TariffPlan, {
    nullable: true,
    description:
      'The plan in which it stands, perhaps nested in that of the instance, as it is now; null for callers who may not see it.',
  })
  tariffPlan?: TariffPlan | null;

  @Field(() => TariffRule, {
    nullable: true,
    description: 'The rule as it is now; null for the main price of a plan, and for callers who may not see it.',
  })
  rule?: TariffRule | null;

  @Field(() => String, { description: 'Code of the rule; that of the plan for its main price.' })
  code!: string;

  @Field(() => String, { description: 'Name that it has in that version, such as an entry on the bill.' })
  name!: string;

  @Field(() => ChargeType, { description: 'Class of charge: PERIODIC or USAGE (PRD-61).' })
  type!: ChargeType;

  @Field(() => Decimal, {
    nullable: true,
    description: 'Per piece or unit of use, and period; null when a formula gives it.',
  })
  value!: string | null;

  @Field(() => String, { nullable: true, description: 'Formula in FEEL that gives the value; null for a fixed one.' })
  formula!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Condition in FEEL under which it is charged; null for always.',
  })
  condition!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Code of the fee that it prices: of the rules of one fee one is charged (PRD-73); null for a fee of its own.',
  })
  feeItem!: string | null;

  @Field(() => [Characteristic], {
    description:
      'Attribute values that a product must carry for it to be charged, in that version; empty for whatever it carries (PRD-74).',
  })
  attributeValues!: Characteristic[];

  @Field(() => Boolean, {
    description:
      'Whether it is charged for what the products of the instance carry now: false where none carries the attribute values, or where another rule of the same fee without a condition fits more of them (PRD-74). Its own condition, season, and months after the sale are not judged here.',
  })
  applies!: boolean;

  @Field(() => Int, {
    description:
      'Pieces for which it is charged: of its product where it is the price of one, else 1 (PRD-33, PRD-62).',
  })
  quantity!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Months after the sale from which it is charged; null from the beginning (PRD-66).',
  })
  afterMonths!: number | null;

  @Field(() => Int, { nullable: true, description: 'For how many months it is charged; null without end (PRD-66).' })
  forMonths!: number | null;

  @Field(() => Boolean, {
    description: 'Whether the price was agreed with the customer in place of the main price of the plan.',
  })
  agreed!: boolean;

  @Field(() => Int, {
    description: 'Number of the version of the rule, or of the plan whose main price it is, by which it is charged.',
  })
  versionNumber!: number;

  @Field(() => Int, {
    description:
      'Number of the version that is in force for new sales; greater than `versionNumber` for what has changed since and does not apply to this sale.',
  })
  versionInForce!: number;
}

@ObjectType({
  description: 'What an offering instance is charged, period by period and by use, as it was sold (PRD-53).',
})
export class OfferingInstanceCharges {
  @Field(() => DateTime, { description: 'Moment for which is asked.' })
  at!: Date;

  @Field(() => DateTime, {
    description:
      'Moment whose tariffs hold for it: when it was ordered, or was moved to another main plan since. Later versions count where they apply to what was sold before.',
  })
  pricedAt!: Date;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of the version of the offering that was sold; null when sold before versions were kept.',
  })
  offeringVersion!: number | null;

  @Field(() => [SoldTariffCharge], {
    description:
      'The charges: main prices first, then rules by their code. Those that hold for some attributes, seasons or conditions only are among them.',
  })
  charges!: SoldTariffCharge[];
}
