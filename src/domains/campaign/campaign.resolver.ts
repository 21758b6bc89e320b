import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import {
  CampaignDecideInput,
  CampaignMoveInput,
  CampaignResultReportInput,
  CampaignSaveInput,
  CampaignSubmitInput,
} from './campaign.inputs.js';
import { Campaign } from './campaign.js';
import { reportResult, saveCampaign } from './campaign.service.js';
import { decideCampaign, moveCampaign, submitCampaign } from './move.service.js';

@ObjectType({ description: 'Answer of mutations about a campaign.' })
export class CampaignPayload extends Payload {
  @Field(() => Campaign, { nullable: true, description: 'The campaign; null when nothing was written.' })
  campaign?: Campaign;
}

@Resolver()
export class CampaignResolver {
  @Mutation(() => CampaignPayload, {
    description:
      'Writes a campaign, which begins INITIAL, or changes one that is INITIAL (MOD-50, CMP-01, CMP-02). Refused with NOT_FOUND, INVALID_STATE, VERSION_CONFLICT, OUT_OF_SCOPE, LIMIT_EXCEEDED, CONTRADICTORY, DUPLICATE, NOT_ACTIVE, BAD_VALUE or TOO_SMALL.',
  })
  campaignSave(
    @Arg('input', () => CampaignSaveInput) input: CampaignSaveInput,
    @Ctx() context: CallContext,
  ): Promise<CampaignPayload> {
    return answer(CampaignPayload, async () => ({ campaign: await saveCampaign(context, input) }));
  }

  @Mutation(() => CampaignPayload, {
    description:
      'Takes down what a campaign has reached of an objective (CMP-07). Refused with NOT_FOUND, OUT_OF_SCOPE or INVALID_STATE.',
  })
  campaignResultReport(
    @Arg('input', () => CampaignResultReportInput) input: CampaignResultReportInput,
    @Ctx() context: CallContext,
  ): Promise<CampaignPayload> {
    return answer(CampaignPayload, async () => ({ campaign: await reportResult(context, input) }));
  }

  @Mutation(() => CampaignPayload, {
    description:
      'Sends a campaign for approval (CMP-40); it must aim at an offering or a segment, have a channel, and the IT unit must support its product plan (MOD-50, OPS-51). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_TRANSITION, GUARD_REFUSED or APPROVAL_PENDING.',
  })
  campaignSubmit(
    @Arg('input', () => CampaignSubmitInput) input: CampaignSubmitInput,
    @Ctx() context: CallContext,
  ): Promise<CampaignPayload> {
    return answer(CampaignPayload, async () => ({ campaign: await submitCampaign(context, input) }));
  }

  @Mutation(() => CampaignPayload, {
    description:
      'Decides on a campaign at the step at which its approval stands (CMP-40, WFL-28). Refused with NOT_FOUND, OUT_OF_SCOPE, LIMIT_EXCEEDED, INVALID_STATE, OWN_WORK, NOT_YOURS or REQUIRED.',
  })
  campaignDecide(
    @Arg('input', () => CampaignDecideInput) input: CampaignDecideInput,
    @Ctx() context: CallContext,
  ): Promise<CampaignPayload> {
    return answer(CampaignPayload, async () => ({ campaign: await decideCampaign(context, input) }));
  }

  @Mutation(() => CampaignPayload, {
    description:
      'Takes a step with a campaign: starts, pauses, resumes, ends, breaks off or gives up (CMP-95). Refused with NOT_FOUND, OUT_OF_SCOPE, REQUIRED, INVALID_TRANSITION or GUARD_REFUSED.',
  })
  campaignMove(
    @Arg('input', () => CampaignMoveInput) input: CampaignMoveInput,
    @Ctx() context: CallContext,
  ): Promise<CampaignPayload> {
    return answer(CampaignPayload, async () => ({ campaign: await moveCampaign(context, input) }));
  }
}
