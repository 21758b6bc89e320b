import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { SalesChannelSaveInput } from './sales-channel.input.js';
import { saveSalesChannel } from './sales-channel.service.js';
import { SalesChannel } from './sales-channel.js';

@ObjectType({ description: 'Answer of mutations about one sales channel.' })
export class SalesChannelPayload extends Payload {
  @Field(() => SalesChannel, { nullable: true, description: 'The channel; null when it was refused.' })
  salesChannel?: SalesChannel;
}

@Resolver()
export class SalesChannelResolver {
  @Mutation(() => SalesChannelPayload, {
    description: 'Adds a sales channel, or changes one. Refused with NOT_MAINTAINER (PRD-48).',
  })
  salesChannelSave(
    @Arg('input', () => SalesChannelSaveInput, { description: 'The channel.' }) input: SalesChannelSaveInput,
    @Ctx() context: CallContext,
  ): Promise<SalesChannelPayload> {
    return answer(SalesChannelPayload, async () => ({ salesChannel: await saveSalesChannel(context, input) }));
  }
}
