import { Field, ID, ObjectType } from 'type-graphql';
import { UserError } from '../../kernel/errors/index.js';
import { DateTime } from '../../kernel/model/index.js';
import { Offering, Product } from '../catalogue/index.js';
import { ResourceType } from '../resource/index.js';

@ObjectType({ description: 'A product of an offering that is out of stock where it is sold (RES-53).' })
export class ShortComponent {
  @Field(() => Product, { description: 'The product, one that every buyer of the offering gets.' })
  product!: Product;

  @Field(() => ResourceType, { description: 'What it is handed out as.' })
  resourceType!: ResourceType;

  @Field(() => DateTime, { description: 'Since when it is short.' })
  since!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it is expected again; null when nobody knows.' })
  expectedAt!: Date | null;
}

@ObjectType({ description: 'Whether an offering may be bought, and why not (PRD-110, TMF679).' })
export class QualifiedOffering {
  @Field(() => Offering, { description: 'The offering.' })
  offering!: Offering;

  @Field(() => Boolean, {
    description:
      'Whether it may be bought: nothing speaks against it. An order of one of it, as it is proposed, is then accepted together with `requires`, when it says what is asked for besides, such as guarantors, attribute values or which of several offerings it takes the place of.',
  })
  qualified!: boolean;

  @Field(() => [UserError], {
    description:
      'What speaks against it, in the order in which it was judged: NOT_IN_SALE, OUTSIDE_AREA, CHANNEL_NOT_OPEN, SELLER_NOT_ADMITTED, CUSTOMER_NOT_TARGETED, HOLDINGS_NOT_MET, for which staff find the rule and the values that it met in `details`; then, with the code and text with which `orderSubmit` refuses it, QUANTITY_OUT_OF_BOUNDS, ATTACHED_REQUIRED, NOTHING_TO_INSTALL, SERVICE_NOT_OFFERED, IN_FLIGHT_CONFLICT, NOT_PRICED, PLAN_CONDITION, PLAN_EXCLUDED, PLAN_REQUIRED, UPGRADE_ONLY, OFFERING_EXCLUDED, OFFERING_REQUIRED where what it needs cannot be bought either, PRODUCT_EXCLUDED, PRODUCT_REQUIRED or MAIN_PRODUCT_REQUIRED. What the customer has ordered and not yet got counts as had. For staff, the `details` of what a rule of sale or a relation of the offerings says hold as `judgedBy` the code and the version of the offering to which it belongs: the one that is sold, or the one on which the customer has it (PRD-53).',
  })
  objections!: readonly UserError[];

  @Field(() => [ShortComponent], {
    description:
      'Products of it that are out of stock where it is sold: it is ordered only by who accepts to wait, see `acceptShortage` of an order line (RES-53). Empty when neither customer nor region is named.',
  })
  shortages!: readonly ShortComponent[];

  @Field(() => [Offering], {
    description:
      'Offerings that must be bought with it, and those that they need in turn, since the customer has and gets none of them.',
  })
  requires!: readonly Offering[];
}

@ObjectType({ description: 'A page of offerings with whether they may be bought (PRD-110).' })
export class OfferingQualification {
  @Field(() => DateTime, { description: 'Moment of the sale.' })
  at!: Date;

  @Field(() => [QualifiedOffering], { description: 'The offerings, oldest first.' })
  items!: readonly QualifiedOffering[];

  @Field(() => Boolean, { description: 'Whether more offerings are to be judged.' })
  hasNextPage!: boolean;

  @Field(() => ID, { nullable: true, description: 'For `after` of the next page; null when nothing was judged.' })
  endCursor!: string | null;
}
