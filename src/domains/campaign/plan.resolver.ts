import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer } from '../../kernel/errors/index.js';
import { CampaignPayload } from './campaign.resolver.js';
import {
  CampaignConfigurationConfirmInput,
  CampaignConfigurationRequestInput,
  CampaignPlanSetInput,
  CampaignSupportRequestInput,
} from './plan.inputs.js';
import { setPlan } from './plan.service.js';
import { confirmConfiguration, requestConfiguration, requestSupport } from './support.service.js';

@Resolver()
export class CampaignPlanResolver {
  @Mutation(() => CampaignPayload, {
    description:
      'Writes the product plan of a campaign in place of the one there was: new products, bundles, prices and discounts (OPS-51, CMP-09). What was answered about the one before does not hold any more. Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_STATE, VERSION_CONFLICT, REQUIRED, CONTRADICTORY, BAD_VALUE or TOO_SMALL.',
  })
  campaignPlanSet(
    @Arg('input', () => CampaignPlanSetInput) input: CampaignPlanSetInput,
    @Ctx() context: CallContext,
  ): Promise<CampaignPayload> {
    return answer(CampaignPayload, async () => ({ campaign: await setPlan(context, input) }));
  }

  @Mutation(() => CampaignPayload, {
    description:
      'Asks the IT unit by a collaboration order whether it can support the product plan; it answers with `collaborationReply` (OPS-51, CMP-30). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_STATE, REQUIRED, DUPLICATE or IN_THE_PAST.',
  })
  campaignSupportRequest(
    @Arg('input', () => CampaignSupportRequestInput) input: CampaignSupportRequestInput,
    @Ctx() context: CallContext,
  ): Promise<CampaignPayload> {
    return answer(CampaignPayload, async () => ({ campaign: await requestSupport(context, input) }));
  }

  @Mutation(() => CampaignPayload, {
    description:
      'Has the offerings of an approved campaign configured, by a collaboration order (OPS-51, CMP-46). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_STATE, REQUIRED, DUPLICATE or IN_THE_PAST.',
  })
  campaignConfigurationRequest(
    @Arg('input', () => CampaignConfigurationRequestInput) input: CampaignConfigurationRequestInput,
    @Ctx() context: CallContext,
  ): Promise<CampaignPayload> {
    return answer(CampaignPayload, async () => ({ campaign: await requestConfiguration(context, input) }));
  }

  @Mutation(() => CampaignPayload, {
    description:
      'Confirms that the offerings of a campaign are configured, and by what; each is looked up: published, with the price or discount of the plan (OPS-51, CMP-46). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_STATE, DUPLICATE, REQUIRED, CONTRADICTORY or NOT_CONFIGURED.',
  })
  campaignConfigurationConfirm(
    @Arg('input', () => CampaignConfigurationConfirmInput) input: CampaignConfigurationConfirmInput,
    @Ctx() context: CallContext,
  ): Promise<CampaignPayload> {
    return answer(CampaignPayload, async () => ({ campaign: await confirmConfiguration(context, input) }));
  }
}
