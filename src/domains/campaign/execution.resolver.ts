import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { CampaignParticipation } from './campaign-participation.js';
import { CampaignOutcomeRecordInput } from './outcome.inputs.js';
import { recordOutcome } from './outcome.service.js';
import {
  CampaignTargetListChangeInput,
  CampaignTargetListCreateInput,
  CampaignTargetListDiscardInput,
  CampaignTargetListPublishInput,
} from './target-list.inputs.js';
import { TargetList } from './target-list.js';
import { changeList, createList, discardList, publishList } from './target-list.service.js';
import { CampaignWaveMoveInput, CampaignWaveSaveInput } from './wave.inputs.js';
import { Wave } from './wave.js';
import { moveWave, saveWave } from './wave.service.js';

@ObjectType({ description: 'Answer of mutations about a wave of a campaign.' })
export class WavePayload extends Payload {
  @Field(() => Wave, { nullable: true, description: 'The wave; null when nothing was written.' })
  wave?: Wave;
}

@ObjectType({ description: 'Answer of mutations about a target list.' })
export class TargetListPayload extends Payload {
  @Field(() => TargetList, { nullable: true, description: 'The list; null when nothing was written.' })
  targetList?: TargetList;
}

@ObjectType({ description: 'Answer of taking down an outcome.' })
export class CampaignParticipationPayload extends Payload {
  @Field(() => CampaignParticipation, {
    nullable: true,
    description: 'The part of the customer in the campaign; null when nothing was written.',
  })
  participation?: CampaignParticipation;
}

@Resolver()
export class CampaignExecutionResolver {
  @Mutation(() => WavePayload, {
    description:
      'Plans a wave of a campaign, or changes one that has not begun (CMP-19). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_STATE, DUPLICATE or CONTRADICTORY.',
  })
  campaignWaveSave(
    @Arg('input', () => CampaignWaveSaveInput) input: CampaignWaveSaveInput,
    @Ctx() context: CallContext,
  ): Promise<WavePayload> {
    return answer(WavePayload, async () => ({ wave: await saveWave(context, input) }));
  }

  @Mutation(() => WavePayload, {
    description:
      'Takes a step with a wave; waves also begin and end by themselves (CMP-19). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_TRANSITION or GUARD_REFUSED.',
  })
  campaignWaveMove(
    @Arg('input', () => CampaignWaveMoveInput) input: CampaignWaveMoveInput,
    @Ctx() context: CallContext,
  ): Promise<WavePayload> {
    return answer(WavePayload, async () => ({ wave: await moveWave(context, input) }));
  }

  @Mutation(() => TargetListPayload, {
    description:
      'Chooses customers of a campaign by a condition, from segments or by hand (CMP-41, CMP-42); each once, without those who must not be contacted, with a control group by chance (CMP-33). READY at once when chosen by hand, else when a job has found them. Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_STATE, CONTRADICTORY, RULE_SYNTAX, RULE_UNKNOWN_NAME or RULE_TYPE.',
  })
  campaignTargetListCreate(
    @Arg('input', () => CampaignTargetListCreateInput) input: CampaignTargetListCreateInput,
    @Ctx() context: CallContext,
  ): Promise<TargetListPayload> {
    return answer(TargetListPayload, async () => ({ targetList: await createList(context, input) }));
  }

  @Mutation(() => TargetListPayload, {
    description:
      'Adds customers to a list that is not published, and removes some (CMP-42). Refused with NOT_FOUND, OUT_OF_SCOPE or INVALID_STATE.',
  })
  campaignTargetListChange(
    @Arg('input', () => CampaignTargetListChangeInput) input: CampaignTargetListChangeInput,
    @Ctx() context: CallContext,
  ): Promise<TargetListPayload> {
    return answer(TargetListPayload, async () => ({ targetList: await changeList(context, input) }));
  }

  @Mutation(() => TargetListPayload, {
    description:
      'Freezes a list, whose customers may be contacted from now on (CMP-42). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_STATE, INVALID_TRANSITION or GUARD_REFUSED.',
  })
  campaignTargetListPublish(
    @Arg('input', () => CampaignTargetListPublishInput) input: CampaignTargetListPublishInput,
    @Ctx() context: CallContext,
  ): Promise<TargetListPayload> {
    return answer(TargetListPayload, async () => ({ targetList: await publishList(context, input) }));
  }

  @Mutation(() => TargetListPayload, {
    description:
      'Gives up a list that is not published. Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_STATE or INVALID_TRANSITION.',
  })
  campaignTargetListDiscard(
    @Arg('input', () => CampaignTargetListDiscardInput) input: CampaignTargetListDiscardInput,
    @Ctx() context: CallContext,
  ): Promise<TargetListPayload> {
    return answer(TargetListPayload, async () => ({ targetList: await discardList(context, input) }));
  }

  @Mutation(() => CampaignParticipationPayload, {
    description:
      'Takes down a contact with a customer in a campaign, an answer or a purchase (CMP-62, CMP-63, CMP-65). Refused with NOT_FOUND, INVALID_STATE, NOT_A_TARGET, CONTROL_GROUP, EXCLUDED, TOO_OFTEN, CONTRADICTORY, IN_THE_FUTURE or TOO_EARLY.',
  })
  campaignOutcomeRecord(
    @Arg('input', () => CampaignOutcomeRecordInput) input: CampaignOutcomeRecordInput,
    @Ctx() context: CallContext,
  ): Promise<CampaignParticipationPayload> {
    return answer(CampaignParticipationPayload, async () => ({ participation: await recordOutcome(context, input) }));
  }
}
