import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { PartnerCreateInput, PartnerExitInput, PartnerMoveInput } from './partner.inputs.js';
import { createPartner, exitPartner, movePartner } from './partner.service.js';
import { Partner } from './partner.js';

@ObjectType({ description: 'Answer of mutations about one partner.' })
export class PartnerPayload extends Payload {
  @Field(() => Partner, { nullable: true, description: 'The partner after the operation; null when it was refused.' })
  partner?: Partner;
}

@Resolver()
export class PartnerResolver {
  @Mutation(() => PartnerPayload, {
    description:
      'Records a partner, PROSPECT, with its organisation (MOD-14, PAR-06). Refused with DUPLICATE, OUT_OF_SCOPE, NOT_FOUND or what is wrong with the organisation.',
  })
  partnerCreate(
    @Arg('input', () => PartnerCreateInput, { description: 'The partner.' }) input: PartnerCreateInput,
    @Ctx() context: CallContext,
  ): Promise<PartnerPayload> {
    return answer(PartnerPayload, async () => ({ partner: await createPartner(context, input) }));
  }

  @Mutation(() => PartnerPayload, {
    description:
      'Rests or resumes the relation to a partner, or asks for the approval with which it begins: the partner stays a PROSPECT until somebody else decides by `approvalDecide` or in their work list. Refused with NOT_FOUND, INVALID_TRANSITION, VERSION_CONFLICT or APPROVAL_PENDING.',
  })
  partnerMove(
    @Arg('input', () => PartnerMoveInput, { description: 'The partner and the step.' }) input: PartnerMoveInput,
    @Ctx() context: CallContext,
  ): Promise<PartnerPayload> {
    return answer(PartnerPayload, async () => ({ partner: await movePartner(context, input) }));
  }

  @Mutation(() => PartnerPayload, {
    description:
      'Ends the relation to a partner: its customers go to the successor or the operator (CUS-94, PAR-76), all its keys end (SYS-53, PAR-75), and it is a PROSPECT again (PAR-78). Refused with NOT_FOUND, INVALID_TRANSITION, NOT_ACTIVE or CONTRADICTION.',
  })
  partnerExit(
    @Arg('input', () => PartnerExitInput, { description: 'Who leaves, who takes over, and why.' })
    input: PartnerExitInput,
    @Ctx() context: CallContext,
  ): Promise<PartnerPayload> {
    return answer(PartnerPayload, async () => ({ partner: await exitPartner(context, input) }));
  }
}
