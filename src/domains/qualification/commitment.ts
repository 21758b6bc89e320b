import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '../../kernel/model/index.js';
import { BreachAction, LifecycleControl, OfferingComponent, TariffPlan } from '../catalogue/index.js';
import { ProductInstance } from '../inventory/index.js';

@ObjectType({ description: 'A life-cycle control that a customer service would breach (PRD-112).' })
export class CommitmentBreach {
  @Field(() => ProductInstance, { description: 'What is not kept long enough.' })
  productInstance!: ProductInstance;

  @Field(() => OfferingComponent, { description: 'The bundled product, with its control.' })
  component!: OfferingComponent;

  @Field(() => LifecycleControl, { description: 'The control (PRD-38).' })
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
