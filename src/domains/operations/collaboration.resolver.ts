import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { CollaborationDispatch } from './collaboration-dispatch.js';
import { acceptDispatch, assignDispatch, replyTo, urge } from './collaboration-dispatch.service.js';
import { askExtension, decideExtension } from './collaboration-extension.service.js';
import { CollaborationOrder } from './collaboration-order.js';
import { cancelOrder, closeOrder, createOrder, dispatchOrder } from './collaboration-order.service.js';
import {
  CollaborationOrderCreateInput,
  CollaborationOrderDispatchInput,
  CollaborationOrderCancelInput,
  CollaborationOrderCloseInput,
  CollaborationAcceptInput,
  CollaborationAssignInput,
  CollaborationReplyInput,
  CollaborationUrgeInput,
  CollaborationExtensionAskInput,
  CollaborationExtensionDecideInput,
} from './collaboration.inputs.js';

@ObjectType({ description: 'Answer of mutations about a collaboration order.' })
export class CollaborationOrderPayload extends Payload {
  @Field(() => CollaborationOrder, { nullable: true, description: 'The order; null when it was refused.' })
  order?: CollaborationOrder;
}

@ObjectType({ description: 'Answer of mutations about what one unit was asked.' })
export class CollaborationDispatchPayload extends Payload {
  @Field(() => CollaborationDispatch, { nullable: true, description: 'The dispatch; null when it was refused.' })
  dispatch?: CollaborationDispatch;
}

@Resolver()
export class CollaborationResolver {
  @Mutation(() => CollaborationOrderPayload, {
    description:
      'Writes what a unit asks of others (OPS-37, OPS-38, OPS-54). Refused with REQUIRED, IN_THE_PAST, NOT_FOUND, OUT_OF_SCOPE.',
  })
  collaborationOrderCreate(
    @Arg('input', () => CollaborationOrderCreateInput) input: CollaborationOrderCreateInput,
    @Ctx() context: CallContext,
  ): Promise<CollaborationOrderPayload> {
    return answer(CollaborationOrderPayload, async () => ({ order: await createOrder(context, input) }));
  }

  @Mutation(() => CollaborationOrderPayload, {
    description:
      'Sends it to units, also again after a change (OPS-39, OPS-45, OPS-46). Refused with NOT_FOUND, NOT_ACTIVE, OUT_OF_SCOPE, IN_THE_PAST, REQUIRED, INVALID_TRANSITION.',
  })
  collaborationOrderDispatch(
    @Arg('input', () => CollaborationOrderDispatchInput) input: CollaborationOrderDispatchInput,
    @Ctx() context: CallContext,
  ): Promise<CollaborationOrderPayload> {
    return answer(CollaborationOrderPayload, async () => ({ order: await dispatchOrder(context, input) }));
  }

  @Mutation(() => CollaborationOrderPayload, {
    description: 'Gives it up, with a reason (OPS-47). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_TRANSITION.',
  })
  collaborationOrderCancel(
    @Arg('input', () => CollaborationOrderCancelInput) input: CollaborationOrderCancelInput,
    @Ctx() context: CallContext,
  ): Promise<CollaborationOrderPayload> {
    return answer(CollaborationOrderPayload, async () => ({ order: await cancelOrder(context, input) }));
  }

  @Mutation(() => CollaborationOrderPayload, {
    description:
      'Closes it when every unit has replied, or earlier with a reason: what units and systems still have of it is taken back (OPS-40). Refused with NOT_FOUND, OUT_OF_SCOPE, REQUIRED, INVALID_TRANSITION.',
  })
  collaborationOrderClose(
    @Arg('input', () => CollaborationOrderCloseInput) input: CollaborationOrderCloseInput,
    @Ctx() context: CallContext,
  ): Promise<CollaborationOrderPayload> {
    return answer(CollaborationOrderPayload, async () => ({ order: await closeOrder(context, input) }));
  }

  @Mutation(() => CollaborationDispatchPayload, {
    description:
      'Takes on for a unit what it was asked, so that who asks knows; again, it changes nothing (OPS-44). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_STATE.',
  })
  collaborationAccept(
    @Arg('input', () => CollaborationAcceptInput) input: CollaborationAcceptInput,
    @Ctx() context: CallContext,
  ): Promise<CollaborationDispatchPayload> {
    return answer(CollaborationDispatchPayload, async () => ({ dispatch: await acceptDispatch(context, input) }));
  }

  @Mutation(() => CollaborationDispatchPayload, {
    description:
      'Names who does it for the unit (OPS-44). Refused with NOT_FOUND, NOT_ACTIVE, OUT_OF_SCOPE, INVALID_STATE, WRONG_UNIT.',
  })
  collaborationAssign(
    @Arg('input', () => CollaborationAssignInput) input: CollaborationAssignInput,
    @Ctx() context: CallContext,
  ): Promise<CollaborationDispatchPayload> {
    return answer(CollaborationDispatchPayload, async () => ({ dispatch: await assignDispatch(context, input) }));
  }

  @Mutation(() => CollaborationDispatchPayload, {
    description:
      'Replies for a unit, which the assignee may do too; with the last reply the order has returned (OPS-40). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_STATE, REQUIRED.',
  })
  collaborationReply(
    @Arg('input', () => CollaborationReplyInput) input: CollaborationReplyInput,
    @Ctx() context: CallContext,
  ): Promise<CollaborationDispatchPayload> {
    return answer(CollaborationDispatchPayload, async () => ({ dispatch: await replyTo(context, input) }));
  }

  @Mutation(() => CollaborationDispatchPayload, {
    description:
      'Urges a unit that is late (OPS-48). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_STATE, NOT_OVERDUE.',
  })
  collaborationUrge(
    @Arg('input', () => CollaborationUrgeInput) input: CollaborationUrgeInput,
    @Ctx() context: CallContext,
  ): Promise<CollaborationDispatchPayload> {
    return answer(CollaborationDispatchPayload, async () => ({ dispatch: await urge(context, input) }));
  }

  @Mutation(() => CollaborationDispatchPayload, {
    description:
      'Asks for more time; what the unit asked before is taken back (OPS-49). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_STATE, NO_LIMIT, LIMIT_OF_SYSTEM, TOO_EARLY.',
  })
  collaborationExtensionAsk(
    @Arg('input', () => CollaborationExtensionAskInput) input: CollaborationExtensionAskInput,
    @Ctx() context: CallContext,
  ): Promise<CollaborationDispatchPayload> {
    return answer(CollaborationDispatchPayload, async () => ({ dispatch: await askExtension(context, input) }));
  }

  @Mutation(() => CollaborationDispatchPayload, {
    description:
      'Gives or refuses more time at the step at which the approval stands (OPS-49). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_STATE, NOT_ASKED, OWN_WORK, NOT_YOURS.',
  })
  collaborationExtensionDecide(
    @Arg('input', () => CollaborationExtensionDecideInput) input: CollaborationExtensionDecideInput,
    @Ctx() context: CallContext,
  ): Promise<CollaborationDispatchPayload> {
    return answer(CollaborationDispatchPayload, async () => ({ dispatch: await decideExtension(context, input) }));
  }
}
