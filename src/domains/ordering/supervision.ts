import { Field, Float, Int, ObjectType } from 'type-graphql';
import { IdInput, Input, InstantInput } from '../../kernel/model/index.js';
import { Product } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { Region } from '../region/index.js';
import { InterventionKind } from './intervention.enums.js';
import { ExceptionCause } from './order.enums.js';
import { ServiceOrderStatus } from './service-order-status.js';

@Input('Of which service orders of group customers, and of which time (WFL-73).')
export class SupervisionFilter {
  @InstantInput({ description: 'Only those written at or after this moment.', optional: true })
  from?: string | null;

  @InstantInput({ description: 'Only those written before this moment.', optional: true })
  to?: string | null;

  @IdInput(() => Region, { description: 'Only those handled in this region or inside it.', optional: true })
  regionId?: string | null;

  @IdInput(() => Customer, { description: 'Only those of this customer.', optional: true })
  customerId?: string | null;

  @IdInput(() => Product, { description: 'Only those on instances of this product.', optional: true })
  productId?: string | null;
}

@ObjectType({ description: 'Counts of supervised service orders (WFL-73).' })
export class SupervisionCounts {
  @Field(() => Int, { description: 'Number of service orders.' })
  total!: number;

  @Field(() => Int, { description: 'Not ended.' })
  open!: number;

  @Field(() => Int, { description: 'Given back by provisioning, and not sent again.' })
  returned!: number;

  @Field(() => Int, { description: 'Held by provisioning at the wish of a supervisor.' })
  held!: number;

  @Field(() => Int, { description: 'Open although the limit of their task in the process of the order has passed.' })
  overdue!: number;

  @Field(() => Int, { description: 'Completed.' })
  completed!: number;

  @Field(() => Int, { description: 'Completed after that limit.' })
  completedLate!: number;

  @Field(() => Int, { description: 'Sent more than once, because provisioning gave them back.' })
  sentAgain!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Minutes from the first writing to the completion, on average of the completed; null for none.',
  })
  averageMinutes!: number | null;
}

@ObjectType({ description: 'How many supervised service orders are in one state (WFL-73).' })
export class SupervisionState {
  @Field(() => ServiceOrderStatus, { description: 'The state.' })
  status!: ServiceOrderStatus;

  @Field(() => Int, { description: 'Number of them.' })
  count!: number;
}

@ObjectType({ description: 'Why supervised service orders came back and were not sent again (WFL-73).' })
export class SupervisionException {
  @Field(() => ExceptionCause, { description: 'The cause.' })
  cause!: ExceptionCause;

  @Field(() => Int, { description: 'Number of service orders.' })
  count!: number;
}

@ObjectType({ description: 'Supervised service orders of one product (WFL-73).' })
export class SupervisionOfProduct extends SupervisionCounts {
  @Field(() => String, { description: 'Code of the product.' })
  code!: string;

  @Field(() => String, { description: 'Name of the product.' })
  name!: string;
}

@ObjectType({ description: 'What supervisors have asked of provisioning, of one kind (WFL-73).' })
export class SupervisionInterventions {
  @Field(() => InterventionKind, { description: 'What was asked.' })
  kind!: InterventionKind;

  @Field(() => Int, { description: 'Not answered.' })
  requested!: number;

  @Field(() => Int, { description: 'Accepted, and not done yet.' })
  accepted!: number;

  @Field(() => Int, { description: 'Done.' })
  done!: number;

  @Field(() => Int, { description: 'Refused.' })
  refused!: number;
}

@ObjectType({
  description:
    'How the fulfilment of orders of group customers goes, of the service orders that the caller may see (WFL-73). The service orders themselves: `serviceOrders` of orders that are supervised.',
})
export class FulfilmentSupervision extends SupervisionCounts {
  @Field(() => [SupervisionState], { description: 'By state, in alphabetical order; states without any are left out.' })
  byState!: SupervisionState[];

  @Field(() => [SupervisionException], { description: 'By cause of what came back, in alphabetical order.' })
  exceptions!: SupervisionException[];

  @Field(() => [SupervisionOfProduct], { description: 'By product, those with most open first; at most 100.' })
  byProduct!: SupervisionOfProduct[];

  @Field(() => [SupervisionInterventions], { description: 'By kind of intervention, in alphabetical order.' })
  interventions!: SupervisionInterventions[];
}
