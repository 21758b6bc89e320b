import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '../../kernel/model/index.js';
import { BreachAction, LifecycleControl, OfferingComponent, TariffPlan } from '../catalogue/index.js';
import { ProductInstance } from '../inventory/index.js';

@ObjectType({ description: 'A life-cycle control that a customer service would breach (PRD-112).' })
export class CommitmentBreach {
  @Field(() => ProductInstance, { description: 'What is not kept long enough.' })
  productInstance!: ProductInstance;

  @Field(() => OfferingComponent, {
    nullable: true,
    description:
      'The product as its offering bundles it now, which may be controlled in another way than was agreed; null when it is not bundled any more.',
  })
  component!: OfferingComponent | null;

  @Field(() => LifecycleControl, { description: 'The control, as it was agreed at the sale (PRD-38, PRD-53).' })
  control!: LifecycleControl;

  @Field(() => BreachAction, { description: 'What follows: refusal, a penalty, or another plan (PRD-39).' })
  action!: BreachAction;

  @Field(() => String, { description: 'What to tell the customer (PRD-40).' })
  prompt!: string;

  @Field(() => Int, { description: 'Months that are missing, begun ones counted whole; 0 where none are counted.' })
  monthsShort!: number;

  @Field(() => Money, { nullable: true, description: 'What is to be paid, for PENALTY; null otherwise.' })
  penalty!: Money | null;

  @Field(() => TariffPlan, {
    nullable: true,
    description: 'The plan that holds afterwards, for REPLACE_PLAN; null otherwise.',
  })
  replacementPlan!: TariffPlan | null;
}

@ObjectType({ description: 'What a customer service would breach (PRD-112).' })
export class CommitmentCheck {
  @Field(() => Boolean, { description: 'Whether the service may go on, perhaps at a price: nothing forbids it.' })
  permitted!: boolean;

  @Field(() => [CommitmentBreach], { description: 'What it would breach; empty when nothing.' })
  breaches!: readonly CommitmentBreach[];
}
