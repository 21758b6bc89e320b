import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { CustomerFeedRun } from './customer-feed-run.js';
import { CustomerFeedSystem } from './customer-feed-system.js';
import { CustomerFeedRetryInput, CustomerFeedStartInput, CustomerFeedSystemSaveInput } from './feed.inputs.js';
import { retryFeed, saveFeedSystem, startFeed } from './feed.service.js';

@ObjectType({ description: 'Answer of setting how records of another system become customers.' })
export class CustomerFeedSystemPayload extends Payload {
  @Field(() => CustomerFeedSystem, { nullable: true, description: 'The system; null when nothing was written.' })
  system?: CustomerFeedSystem;
}

@ObjectType({ description: 'Answer of handing records of another system over.' })
export class CustomerFeedRunPayload extends Payload {
  @Field(() => CustomerFeedRun, { nullable: true, description: 'The run; null when nothing was written.' })
  run?: CustomerFeedRun;
}

@Resolver()
export class FeedResolver {
  @Mutation(() => CustomerFeedSystemPayload, {
    description:
      'Sets which records of another system are customers, and how they become ours; for administrators (CUS-78, CUS-79). Refused with UNKNOWN_FIELD, DUPLICATE, REQUIRED, BAD_VALUE, RULE_SYNTAX, RULE_UNKNOWN_NAME, RULE_TYPE.',
  })
  customerFeedSystemSave(
    @Arg('input', () => CustomerFeedSystemSaveInput) input: CustomerFeedSystemSaveInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerFeedSystemPayload> {
    return answer(CustomerFeedSystemPayload, async () => ({ system: await saveFeedSystem(context, input) }));
  }

  @Mutation(() => CustomerFeedRunPayload, {
    description:
      'Hands records of another system over: a job normalises them and makes or changes customers by the ordinary rules; the same record never becomes a second one (CUS-78, CUS-79). Refused with NOT_FOUND, BAD_VALUE.',
  })
  customerFeedStart(
    @Arg('input', () => CustomerFeedStartInput) input: CustomerFeedStartInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerFeedRunPayload> {
    return answer(CustomerFeedRunPayload, async () => ({ run: await startFeed(context, input) }));
  }

  @Mutation(() => CustomerFeedRunPayload, {
    description:
      'Has the rejected records of a run tried again with the mappings of now (CUS-79). Refused with NOT_FOUND, INVALID_STATE.',
  })
  customerFeedRetry(
    @Arg('input', () => CustomerFeedRetryInput) input: CustomerFeedRetryInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerFeedRunPayload> {
    return answer(CustomerFeedRunPayload, async () => ({ run: await retryFeed(context, input) }));
  }
}
