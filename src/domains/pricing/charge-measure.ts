import { Field, ObjectType } from 'type-graphql';
import { ChargePeriod, EquivalentKind } from '../catalogue/index.js';

/** What both a charge of a cart and one of what a customer has are counted in. */
@ObjectType({ description: 'What a charge is counted in.' })
export abstract class ChargeMeasure {
  @Field(() => EquivalentKind, { description: 'What it is counted in (PRD-67).' })
  equivalent!: EquivalentKind;

  @Field(() => String, { nullable: true, description: 'Currency when it is money; null otherwise.' })
  currency!: string | null;

  @Field(() => String, { nullable: true, description: 'Unit that is charged for, such as `min`; null for one piece.' })
  unit!: string | null;

  @Field(() => ChargePeriod, { nullable: true, description: 'Period of a PERIODIC charge; null otherwise.' })
  period!: ChargePeriod | null;
}
