import { Field, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../kernel/errors/index.js';
import { Money } from '../../kernel/model/index.js';
import { CustomerServiceType, Offering, ServiceConflict, TariffPlan } from '../catalogue/index.js';
import { OfferingInstance, ProductInstance } from '../inventory/index.js';
import { CommitmentBreach } from '../qualification/index.js';

@ObjectType({ description: 'A service in flight that bears on a line (PRD-111, ORD-10).' })
export class InFlightConflict {
  @Field(() => ProductInstance, { description: 'Where it runs.' })
  productInstance!: ProductInstance;

  @Field(() => CustomerServiceType, { description: 'The service in flight.' })
  running!: CustomerServiceType;

  @Field(() => String, { description: 'Number of the order that it belongs to.' })
  orderNo!: string;

  @Field(() => ServiceConflict, {
    description: 'What would happen: refusal, waiting, or the running one is cancelled.',
  })
  decision!: ServiceConflict;
}

@ObjectType({ description: 'A line of an order as it would be taken.' })
export class CheckedOrderLine {
  @Field(() => Int, { description: 'Place in the input, from 0; lines that are added follow (ORD-11).' })
  line!: number;

  @Field(() => TariffPlan, { nullable: true, description: 'Plan that would price it; null when none does.' })
  tariffPlan!: TariffPlan | null;

  @Field(() => Money, {
    nullable: true,
    description: 'One-time price of one piece by the plan alone, penalties included; null without a price.',
  })
  oneTime!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description:
      'One-time price of all pieces, by quantity, attributes and discounts of the line, penalties included; null without a price (PRD-114).',
  })
  oneTimeTotal!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: 'Price of the first period of all pieces, after discounts; null when nothing new runs (PRD-114).',
  })
  recurringTotal!: Money | null;

  @Field(() => Money, { nullable: true, description: 'Penalty in it; null without one (PRD-39).' })
  penalty!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: 'Deposit for the whole quantity, besides the price; null when none is asked for (PRD-42, ORD-110).',
  })
  deposit!: Money | null;

  @Field(() => OfferingInstance, {
    nullable: true,
    description: 'What of the customer it would take the place of; null for none (PRD-84).',
  })
  replaces!: OfferingInstance | null;

  @Field(() => [CommitmentBreach], {
    description:
      'How long what it takes the place of must be kept: what would be breached by a removal now, and goes on under it (PRD-38, PRD-112).',
  })
  carriedCommitments!: readonly CommitmentBreach[];

  @Field(() => [InFlightConflict], { description: 'Services in flight that bear on it.' })
  conflicts!: readonly InFlightConflict[];
}

@ObjectType({ description: 'An attached product that goes with a main one that an order removes (ORD-11, PRD-02).' })
export class AttachedRemoval {
  @Field(() => Int, { description: 'Place of the line that is added for it, after those of the input.' })
  line!: number;

  @Field(() => Int, { description: 'Place in the input of the line that removes what it is attached to, from 0.' })
  forLine!: number;

  @Field(() => ProductInstance, { description: 'What goes.' })
  productInstance!: ProductInstance;

  @Field(() => String, { description: 'What to tell the customer.' })
  prompt!: string;
}

@ObjectType({ description: 'What would become of an order if it were submitted now (PRD-111).' })
export class OrderCheck {
  @Field(() => Boolean, { description: 'Whether it would be taken: nothing speaks against it.' })
  orderable!: boolean;

  @Field(() => [UserError], { description: 'Everything that `orderSubmit` would refuse it with.' })
  findings!: readonly UserError[];

  @Field(() => [Offering], {
    description:
      'Offerings to be added, since what is ordered needs them and the customer neither has nor ordered them.',
  })
  additions!: readonly Offering[];

  @Field(() => [AttachedRemoval], {
    description:
      'What the order would remove besides, since it exists only with what it removes; `lines` tell what that costs, and the order has lines for it (ORD-11).',
  })
  attachedRemovals!: readonly AttachedRemoval[];

  @Field(() => [CheckedOrderLine], { description: 'The lines whose references were found.' })
  lines!: readonly CheckedOrderLine[];
}
