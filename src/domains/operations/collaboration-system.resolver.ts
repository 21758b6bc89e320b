import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { receiveOrder, takeSystemReply } from './collaboration-exchange.service.js';
import { CollaborationSystemDispatch } from './collaboration-system-dispatch.js';
import { CollaborationOrderReceiveInput, CollaborationSystemReplyInput } from './collaboration-system.inputs.js';
import { CollaborationOrderPayload } from './collaboration.resolver.js';

@ObjectType({ description: 'Answer to the reply of another system.' })
export class CollaborationSystemDispatchPayload extends Payload {
  @Field(() => CollaborationSystemDispatch, { nullable: true, description: 'The dispatch; null when it was refused.' })
  dispatch?: CollaborationSystemDispatch;
}

@Resolver()
export class CollaborationSystemResolver {
  @Mutation(() => CollaborationSystemDispatchPayload, {
    description:
      'What another system replies to what it was asked, for that system; sending it again changes nothing. With the last reply the order has returned (OPS-42). Refused with UNKNOWN_SYSTEM, NOT_FOUND, INVALID_STATE, IN_FUTURE.',
  })
  collaborationSystemReply(
    @Arg('input', () => CollaborationSystemReplyInput) input: CollaborationSystemReplyInput,
    @Ctx() context: CallContext,
  ): Promise<CollaborationSystemDispatchPayload> {
    return answer(CollaborationSystemDispatchPayload, async () => ({
      dispatch: await takeSystemReply(context, input),
    }));
  }

  @Mutation(() => CollaborationOrderPayload, {
    description:
      'What another system asks of a unit, for that system; sending it again changes nothing. The unit has it at once, and the system is told what was replied (OPS-43). Refused with UNKNOWN_SYSTEM, NOT_FOUND, IN_FUTURE, IN_THE_PAST.',
  })
  collaborationOrderReceive(
    @Arg('input', () => CollaborationOrderReceiveInput) input: CollaborationOrderReceiveInput,
    @Ctx() context: CallContext,
  ): Promise<CollaborationOrderPayload> {
    return answer(CollaborationOrderPayload, async () => ({ order: await receiveOrder(context, input) }));
  }
}
