import { Field, ObjectType } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import type { HistoryEvent } from '../../kernel/events/index.js';
import { DateTime, uuidOf } from '../../kernel/model/index.js';
import { Order } from './order.js';
import { ServiceOrder } from './service-order.js';

@ObjectType({ description: 'A change of state of an order or of one of its service orders: what, who, when and why.' })
export class OrderProgress {
  @Field(() => String, {
    description: 'Place of the change in the order of events; give it as `after` to go on without gap or repetition.',
  })
  cursor!: string;

  @Field(() => Order, {
    nullable: true,
    description: 'The order as it is now; null when the caller may no longer see it.',
  })
  order!: Order;

  @Field(() => ServiceOrder, {
    nullable: true,
    description: 'The service order that changed, as it is now; null when the order itself did.',
  })
  serviceOrder!: ServiceOrder | null;

  @Field(() => String, {
    nullable: true,
    description: 'State before, an OrderStatus or ServiceOrderStatus; null when it was created.',
  })
  from!: string | null;

  @Field(() => String, { description: 'State after, an OrderStatus or ServiceOrderStatus.' })
  to!: string;

  @Field(() => String, { nullable: true, description: 'The step that was taken, such as `approve`.' })
  action!: string | null;

  @Field(() => String, { description: 'Stable name of who took it, such as a staff number or the name of a job.' })
  actor!: string;

  @Field(() => String, { description: 'Name of who took it, for people.' })
  actorName!: string;

  @Field(() => DateTime, { description: 'When it was taken.' })
  occurredAt!: string;

  @Field(() => String, { nullable: true, description: 'Why, in the words of who took it.' })
  reason!: string | null;
}

/** The message of a subscription for an event; the graph reads order and service order by their keys. */
export function progressOf(event: HistoryEvent, context: CallContext): OrderProgress {
  const em = context.database.orm.em.fork();
  const isOrder = event.subjectType === 'Order';
  const orderKey = isOrder ? event.subjectId : uuidOf(String(event.data.orderId), 'or', []);
  return Object.assign(new OrderProgress(), {
    cursor: event.cursor,
    order: em.getReference(Order, orderKey),
    serviceOrder: isOrder ? null : em.getReference(ServiceOrder, event.subjectId),
    from: event.from,
    to: event.to!,
    action: event.action,
    actor: event.actor,
    actorName: event.actorName,
    occurredAt: event.occurredAt,
    reason: event.reason,
  });
}
