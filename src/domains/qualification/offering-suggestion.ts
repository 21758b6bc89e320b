import { Field, ObjectType } from 'type-graphql';
import { Offering, OfferingRelationKind } from '../catalogue/index.js';

@ObjectType({ description: 'An offering that suits a customer because of another one (PRD-55).' })
export class OfferingSuggestion {
  @Field(() => OfferingRelationKind, { description: 'UPGRADE: in the place of `because`; CROSS_SELL: besides.' })
  kind!: OfferingRelationKind;

  @Field(() => Offering, { description: 'The offering that the customer has, or that is in the cart.' })
  because!: Offering;

  @Field(() => Offering, { description: 'What to offer; it may be bought by the rules of sale.' })
  offering!: Offering;

  @Field(() => String, { nullable: true, description: 'What to say about it; null for nothing special.' })
  prompt!: string | null;
}
