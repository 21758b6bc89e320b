import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { ApprovalDecideInput, ApprovalWithdrawInput } from './approval.inputs.js';
import { decideByHand, withdrawByHand } from './approval.service.js';
import { Approval } from './approval.js';

@ObjectType({ description: 'Answer of operations on an approval.' })
export class ApprovalPayload extends Payload {
  @Field(() => Approval, { nullable: true, description: 'The approval; null when nothing was written.' })
  approval?: Approval;
}

@Resolver()
export class ApprovalResolver {
  @Mutation(() => ApprovalPayload, {
    description:
      'Decides at the step at which the approval stands; the verdict of the last one takes effect at once (WFL-28). Refuses with NOT_FOUND, INVALID_TRANSITION, OWN_WORK, NOT_YOURS, REQUIRED, and what the object refuses.',
  })
  approvalDecide(
    @Arg('input', () => ApprovalDecideInput) input: ApprovalDecideInput,
    @Ctx() context: CallContext,
  ): Promise<ApprovalPayload> {
    return answer(ApprovalPayload, async () => ({ approval: await decideByHand(context, input) }));
  }

  @Mutation(() => ApprovalPayload, {
    description:
      'Takes back what the caller asked for, and ends its process (WFL-44). Refuses with NOT_FOUND, INVALID_TRANSITION, NOT_YOURS.',
  })
  approvalWithdraw(
    @Arg('input', () => ApprovalWithdrawInput) input: ApprovalWithdrawInput,
    @Ctx() context: CallContext,
  ): Promise<ApprovalPayload> {
    return answer(ApprovalPayload, async () => ({ approval: await withdrawByHand(context, input) }));
  }
}
