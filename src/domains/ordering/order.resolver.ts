import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { cancelOrder } from './cancel-order.js';
import { deferOrder, reopenOrder } from './defer-order.js';
import {
  OrderCancelInput,
  OrderDeferInput,
  OrderInstallNowInput,
  OrderReopenInput,
  OrderResendInput,
  OrderReviewInput,
  OrderSubmitInput,
  OrderWaitInput,
} from './order.inputs.js';
import { Order } from './order.js';
import { resendOrder } from './resend-order.js';
import { reviewOrder } from './review-order.js';
import { submitOrder } from './submit-order.js';
import { installNow, waitForResource } from './wait-install.js';

@ObjectType({ description: 'Answer of operations on an order.' })
export class OrderPayload extends Payload {
  @Field(() => Order, { nullable: true, description: 'The order as it is now; null when the operation was refused.' })
  order?: Order;
}

@Resolver()
export class OrderResolver {
  @Mutation(() => OrderPayload, {
    description:
      'Submits an order with several lines. It goes to review and, when no rule demands a reviewer, on to provisioning by itself; watch it with `orderProgress`. All that is wrong is refused at once, with OFFERING_CHANGED or PRICE_CHANGED also a line whose offering has got another version, or another price, while it was judged (ORD-07, ORD-50, PRD-53).',
  })
  orderSubmit(
    @Arg('input', () => OrderSubmitInput) input: OrderSubmitInput,
    @Ctx() context: CallContext,
  ): Promise<OrderPayload> {
    return answer(OrderPayload, async () => ({ order: await submitOrder(context, input) }));
  }

  @Mutation(() => OrderPayload, {
    description:
      'Approves or returns an order that waits for a reviewer; who entered it may not review it (ORD-78, ORD-79).',
  })
  orderReview(
    @Arg('input', () => OrderReviewInput) input: OrderReviewInput,
    @Ctx() context: CallContext,
  ): Promise<OrderPayload> {
    return answer(OrderPayload, async () => ({ order: await reviewOrder(context, input) }));
  }

  @Mutation(() => OrderPayload, {
    description:
      'Cancels an order with all its service orders. What provisioning works on waits in CANCEL_PENDING for its consent; what is done cannot be cancelled (ORD-59, ORD-62). When it is cancelled, an opportunity to win what it would have installed once more begins (ORD-97).',
  })
  orderCancel(
    @Arg('input', () => OrderCancelInput) input: OrderCancelInput,
    @Ctx() context: CallContext,
  ): Promise<OrderPayload> {
    return answer(OrderPayload, async () => ({ order: await cancelOrder(context, input) }));
  }

  @Mutation(() => OrderPayload, {
    description: 'Postpones an order that provisioning has nothing of, or gave back (ORD-66).',
  })
  orderDefer(
    @Arg('input', () => OrderDeferInput) input: OrderDeferInput,
    @Ctx() context: CallContext,
  ): Promise<OrderPayload> {
    return answer(OrderPayload, async () => ({ order: await deferOrder(context, input) }));
  }

  @Mutation(() => OrderPayload, { description: 'Takes a postponed order up again (ORD-68).' })
  orderReopen(
    @Arg('input', () => OrderReopenInput) input: OrderReopenInput,
    @Ctx() context: CallContext,
  ): Promise<OrderPayload> {
    return answer(OrderPayload, async () => ({ order: await reopenOrder(context, input) }));
  }

  @Mutation(() => OrderPayload, {
    description:
      'Sends an order in state EXCEPTION again, with or without corrections: after a review return to review, otherwise to provisioning (ORD-58, ORD-95).',
  })
  orderResend(
    @Arg('input', () => OrderResendInput) input: OrderResendInput,
    @Ctx() context: CallContext,
  ): Promise<OrderPayload> {
    return answer(OrderPayload, async () => ({ order: await resendOrder(context, input) }));
  }

  @Mutation(() => OrderPayload, {
    description:
      'Lets an order wait for a resource that the operator lacks, with the consent of the customer (ORD-99, ORD-100). Refused with NOT_A_SHORTAGE when something else sent it back.',
  })
  orderWait(
    @Arg('input', () => OrderWaitInput) input: OrderWaitInput,
    @Ctx() context: CallContext,
  ): Promise<OrderPayload> {
    return answer(OrderPayload, async () => ({ order: await waitForResource(context, input) }));
  }

  @Mutation(() => OrderPayload, {
    description: 'Sends an order to provisioning again that waited for a resource, because it is there (ORD-104).',
  })
  orderInstallNow(
    @Arg('input', () => OrderInstallNowInput) input: OrderInstallNowInput,
    @Ctx() context: CallContext,
  ): Promise<OrderPayload> {
    return answer(OrderPayload, async () => ({ order: await installNow(context, input) }));
  }
}
