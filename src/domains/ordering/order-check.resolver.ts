import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { checkOrder } from './check-order.js';
import { OrderCheck } from './order-check.js';
import { OrderSubmitInput } from './order.inputs.js';

@Resolver()
export class OrderCheckResolver {
  @Query(() => OrderCheck, {
    description:
      'What would become of an order if it were submitted now: what excludes what, what must be added, what it would wait for or override, what it would breach; nothing is written. Fails with NOT_FOUND or BAD_USER_INPUT (PRD-111).',
  })
  orderCheck(
    @Arg('input', () => OrderSubmitInput, { description: 'The order.' }) input: OrderSubmitInput,
    @Ctx() context: CallContext,
  ): Promise<OrderCheck> {
    return checkOrder(context, input);
  }
}
