import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { VirtualTeamSaveInput } from './virtual-team.inputs.js';
import { saveTeam } from './virtual-team.service.js';
import { VirtualTeam } from './virtual-team.js';

@ObjectType({ description: 'Answer of the mutation of a virtual team.' })
export class VirtualTeamPayload extends Payload {
  @Field(() => VirtualTeam, { nullable: true, description: 'The team; null when it was refused.' })
  team?: VirtualTeam;
}

@Resolver()
export class VirtualTeamResolver {
  @Mutation(() => VirtualTeamPayload, {
    description:
      'Forms a virtual team of employees of any units, changes or dissolves it (MOD-13). Refused with NOT_FOUND, OUT_OF_SCOPE, NOT_ACTIVE.',
  })
  virtualTeamSave(
    @Arg('input', () => VirtualTeamSaveInput) input: VirtualTeamSaveInput,
    @Ctx() context: CallContext,
  ): Promise<VirtualTeamPayload> {
    return answer(VirtualTeamPayload, async () => ({ team: await saveTeam(context, input) }));
  }
}
