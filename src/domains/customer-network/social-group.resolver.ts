import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { SocialGroup } from '../party/index.js';
import { SocialGroupCreateInput, SocialGroupMembersInput } from './network.inputs.js';
import { createSocialGroup, joinSocialGroup, leaveSocialGroup } from './social-group.service.js';

@ObjectType({ description: 'Answer of a mutation of a social group.' })
export class SocialGroupPayload extends Payload {
  @Field(() => SocialGroup, { nullable: true, description: 'The group; null when nothing was written.' })
  socialGroup?: SocialGroup;
}

@Resolver()
export class SocialGroupResolver {
  @Mutation(() => SocialGroupPayload, { description: 'Makes an empty family, club or other social group (MOD-07).' })
  socialGroupCreate(
    @Arg('input', () => SocialGroupCreateInput) input: SocialGroupCreateInput,
    @Ctx() context: CallContext,
  ): Promise<SocialGroupPayload> {
    return answer(SocialGroupPayload, async () => ({ socialGroup: await createSocialGroup(context, input) }));
  }

  @Mutation(() => SocialGroupPayload, {
    description: 'Takes parties into a social group; those who are in it stay as they are (MOD-07).',
  })
  socialGroupMembersAdd(
    @Arg('input', () => SocialGroupMembersInput) input: SocialGroupMembersInput,
    @Ctx() context: CallContext,
  ): Promise<SocialGroupPayload> {
    return answer(SocialGroupPayload, async () => ({ socialGroup: await joinSocialGroup(context, input) }));
  }

  @Mutation(() => SocialGroupPayload, {
    description: 'Takes parties out of a social group; the past stays readable (MOD-07).',
  })
  socialGroupMembersRemove(
    @Arg('input', () => SocialGroupMembersInput) input: SocialGroupMembersInput,
    @Ctx() context: CallContext,
  ): Promise<SocialGroupPayload> {
    return answer(SocialGroupPayload, async () => ({ socialGroup: await leaveSocialGroup(context, input) }));
  }
}
