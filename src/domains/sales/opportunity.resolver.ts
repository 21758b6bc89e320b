import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { handOver } from './hand-over.service.js';
import { linkContract, stepOpportunity } from './opportunity-close.service.js';
import { convertOpportunity, mergeOpportunities, splitOpportunity } from './opportunity-rearrange.service.js';
import {
  OpportunityChangeInput,
  OpportunityContractLinkInput,
  OpportunityConvertInput,
  OpportunityCreateInput,
  OpportunityHandOverInput,
  OpportunityMergeInput,
  OpportunitySplitInput,
  OpportunityStepInput,
} from './opportunity.inputs.js';
import { Opportunity } from './opportunity.js';
import { changeOpportunity, createOpportunity } from './opportunity.service.js';

@ObjectType({ description: 'Answer of mutations of one opportunity.' })
export class OpportunityPayload extends Payload {
  @Field(() => Opportunity, { nullable: true, description: 'The opportunity; null when nothing was written.' })
  opportunity?: Opportunity;
}

@ObjectType({ description: 'Answer of the mutation that writes an opportunity.' })
export class OpportunityCreatePayload extends OpportunityPayload {
  @Field(() => [Opportunity], {
    description: 'Open opportunities of the customer about one of the offerings, which may be the same (SAL-01).',
  })
  similar: Opportunity[] = [];
}

@ObjectType({ description: 'Answer of mutations of several opportunities.' })
export class OpportunitiesPayload extends Payload {
  @Field(() => [Opportunity], {
    description: 'The opportunities in the order of the input; none when nothing was written.',
  })
  opportunities: Opportunity[] = [];
}

@Resolver()
export class OpportunityResolver {
  @Mutation(() => OpportunityCreatePayload, {
    description:
      'Writes a new opportunity (SAL-02, SAL-07, MOD-52). Refused with NOT_FOUND, CUSTOMER_LEFT, REQUIRED, CONTRADICTORY, NOT_OF_CUSTOMER, DUPLICATE, NOT_ACTIVE, IN_THE_PAST, BAD_VALUE, TOO_SMALL, OUT_OF_SCOPE or LIMIT_EXCEEDED.',
  })
  opportunityCreate(
    @Arg('input', () => OpportunityCreateInput, { description: 'The opportunity.' }) input: OpportunityCreateInput,
    @Ctx() context: CallContext,
  ): Promise<OpportunityCreatePayload> {
    return answer(OpportunityCreatePayload, () => createOpportunity(context, input));
  }

  @Mutation(() => OpportunityPayload, {
    description:
      'Changes an open opportunity, such as its probability (SAL-24, SAL-25). Refused with NOT_FOUND, CLOSED, VERSION_CONFLICT, CONTRADICTORY, NOT_OF_CUSTOMER, DUPLICATE, IN_THE_PAST, BAD_VALUE, TOO_SMALL or LIMIT_EXCEEDED.',
  })
  opportunityChange(
    @Arg('input', () => OpportunityChangeInput, { description: 'What changes.' }) input: OpportunityChangeInput,
    @Ctx() context: CallContext,
  ): Promise<OpportunityPayload> {
    return answer(OpportunityPayload, async () => ({ opportunity: await changeOpportunity(context, input) }));
  }

  @Mutation(() => OpportunityPayload, {
    description:
      'Takes a step with an opportunity (SAL-03, SAL-28, SAL-29, SAL-30). Refused with NOT_FOUND, VERSION_CONFLICT, INVALID_TRANSITION, REQUIRED, CONTRADICTORY, NOT_OF_CUSTOMER, or GUARD_REFUSED without a need, or without a signed contract or an order.',
  })
  opportunityStep(
    @Arg('input', () => OpportunityStepInput, { description: 'The step.' }) input: OpportunityStepInput,
    @Ctx() context: CallContext,
  ): Promise<OpportunityPayload> {
    return answer(OpportunityPayload, async () => ({ opportunity: await stepOpportunity(context, input) }));
  }

  @Mutation(() => OpportunityPayload, {
    description:
      'Says which contract is about an opportunity; its signature wins it (SAL-27, SAL-31). Refused with NOT_FOUND, CLOSED, NOT_OF_CUSTOMER or CONTRADICTORY.',
  })
  opportunityContractLink(
    @Arg('input', () => OpportunityContractLinkInput, { description: 'Which contract.' })
    input: OpportunityContractLinkInput,
    @Ctx() context: CallContext,
  ): Promise<OpportunityPayload> {
    return answer(OpportunityPayload, async () => ({ opportunity: await linkContract(context, input) }));
  }

  @Mutation(() => OpportunitiesPayload, {
    description:
      'Gives opportunities to another seller or to a team, one or many at once, or back (SAL-14, SAL-23). Refused with NOT_FOUND, CLOSED, NOT_ACTIVE, REQUIRED, CONTRADICTORY, UNCHANGED or RANK_TOO_LOW; then none changes hands.',
  })
  opportunityHandOver(
    @Arg('input', () => OpportunityHandOverInput, { description: 'Which, and to whom.' })
    input: OpportunityHandOverInput,
    @Ctx() context: CallContext,
  ): Promise<OpportunitiesPayload> {
    return answer(OpportunitiesPayload, async () => ({ opportunities: await handOver(context, input) }));
  }

  @Mutation(() => OpportunitiesPayload, {
    description:
      'Splits an opportunity into parts, which go on in its place; it becomes SUPERSEDED and keeps its history (SAL-04, R70). Refused with NOT_FOUND, CLOSED, REQUIRED, DUPLICATE, CONTRADICTORY, NOT_ACTIVE, BAD_VALUE or TOO_SMALL.',
  })
  opportunitySplit(
    @Arg('input', () => OpportunitySplitInput, { description: 'The parts.' }) input: OpportunitySplitInput,
    @Ctx() context: CallContext,
  ): Promise<OpportunitiesPayload> {
    return answer(OpportunitiesPayload, async () => ({ opportunities: await splitOpportunity(context, input) }));
  }

  @Mutation(() => OpportunityPayload, {
    description:
      'Merges opportunities of one customer into a new one; they become SUPERSEDED and keep their histories (SAL-04, R70). Refused with NOT_FOUND, CLOSED, NOT_OF_CUSTOMER, CONTRADICTORY or NOT_ACTIVE.',
  })
  opportunityMerge(
    @Arg('input', () => OpportunityMergeInput, { description: 'Which.' }) input: OpportunityMergeInput,
    @Ctx() context: CallContext,
  ): Promise<OpportunityPayload> {
    return answer(OpportunityPayload, async () => ({ opportunity: await mergeOpportunities(context, input) }));
  }

  @Mutation(() => OpportunityPayload, {
    description:
      'Goes on with an opportunity for another customer or other offerings: a new one; the earlier becomes SUPERSEDED (SAL-04, R70). Refused with NOT_FOUND, CLOSED, REQUIRED, CUSTOMER_LEFT, DUPLICATE, CONTRADICTORY, BAD_VALUE or TOO_SMALL.',
  })
  opportunityConvert(
    @Arg('input', () => OpportunityConvertInput, { description: 'To what.' }) input: OpportunityConvertInput,
    @Ctx() context: CallContext,
  ): Promise<OpportunityPayload> {
    return answer(OpportunityPayload, async () => ({ opportunity: await convertOpportunity(context, input) }));
  }
}
