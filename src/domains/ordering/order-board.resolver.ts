import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { OrdersByState, watchOrdersByState } from './order-board.js';

@Resolver()
export class OrderBoardResolver {
  @Subscription(() => OrdersByState, {
    description:
      'Orders counted by state (ORD-58): at once as it is now, then each change, at most five times a second. Fails with NOT_FOUND.',
    subscribe: ({ args, context }: { args: { regionId?: string | null }; context: CallContext }) =>
      watchOrdersByState(context, args.regionId ?? null) as never,
  })
  ordersByState(
    @Root() counts: OrdersByState,
    @Arg('regionId', () => ID, {
      nullable: true,
      description: 'Only orders handled in this region or inside it; without it all that the caller may see.',
    })
    _regionId?: string | null,
  ): OrdersByState {
    return counts;
  }
}
