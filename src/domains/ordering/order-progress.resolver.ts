import { Arg, Ctx, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import type { HistoryEvent } from '../../kernel/events/index.js';
import { OrderProgress, progressOf } from './order-progress.js';
import { watchCustomerOrders, watchOrder } from './watch-orders.js';
import { watchOrganizationOrders } from './watch-organization-orders.js';

/** What type-graphql hands to `subscribe`. */
interface Watch<Args> {
  args: Args;
  context: CallContext;
}

@Resolver()
export class OrderProgressResolver {
  @Subscription(() => OrderProgress, {
    description:
      'Changes of state of one order and its service orders, each exactly once and in order. Without a cursor it begins with the first state of the order. Fails with NOT_FOUND, CURSOR_INVALID or CURSOR_EXPIRED.',
    subscribe: ({ args, context }: Watch<{ orderId: string; after?: string | null }>) =>
      watchOrder(context, args.orderId, args.after),
  })
  orderProgress(
    @Root() event: HistoryEvent,
    @Arg('orderId', () => ID, { description: 'The order.' }) _orderId: string,
    @Arg('after', () => String, {
      nullable: true,
      description: 'Cursor of the last change seen; the changes after it follow.',
    })
    _after: string | undefined,
    @Ctx() context: CallContext,
  ): OrderProgress {
    return progressOf(event, context);
  }

  @Subscription(() => OrderProgress, {
    description:
      'Changes of state of all orders of a customer and their service orders, each exactly once and in order. Without a cursor it begins now. Fails with NOT_FOUND, CURSOR_INVALID or CURSOR_EXPIRED.',
    subscribe: ({ args, context }: Watch<{ customerId: string; after?: string | null }>) =>
      watchCustomerOrders(context, args.customerId, args.after),
  })
  customerOrderProgress(
    @Root() event: HistoryEvent,
    @Arg('customerId', () => ID, { description: 'The customer.' }) _customerId: string,
    @Arg('after', () => String, {
      nullable: true,
      description: 'Cursor of the last change seen; the changes after it follow.',
    })
    _after: string | undefined,
    @Ctx() context: CallContext,
  ): OrderProgress {
    return progressOf(event, context);
  }

  @Subscription(() => OrderProgress, {
    description:
      "Changes of state of an organisation's orders and their service orders, each exactly once and in order: of a unit of the operator, orders handled in the regions that it serves; of an external organisation, orders of the customers that it is. Without a cursor it begins now. Fails with NOT_FOUND, CURSOR_INVALID or CURSOR_EXPIRED.",
    subscribe: ({ args, context }: Watch<{ organizationId: string; after?: string | null }>) =>
      watchOrganizationOrders(context, args.organizationId, args.after ?? null),
  })
  organizationOrderProgress(
    @Root() event: HistoryEvent,
    @Arg('organizationId', () => ID, { description: 'The organisation, internal or external.' })
    _organizationId: string,
    @Arg('after', () => String, {
      nullable: true,
      description: 'Cursor of the last change seen; the changes after it follow.',
    })
    _after: string | undefined,
    @Ctx() context: CallContext,
  ): OrderProgress {
    return progressOf(event, context);
  }
}
