import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { InstanceStateRuleSaveInput } from './instance-state-rule.input.js';
import { saveStateRule } from './instance-state-rule.service.js';
import { InstanceStateRule } from './instance-state-rule.js';

@ObjectType({ description: 'Answer of mutations about one rule of what is possible in which state.' })
export class InstanceStateRulePayload extends Payload {
  @Field(() => InstanceStateRule, { nullable: true, description: 'The rule; null when it was refused or removed.' })
  instanceStateRule?: InstanceStateRule | null;
}

@Resolver()
export class InstanceStateRuleResolver {
  @Mutation(() => InstanceStateRulePayload, {
    description:
      'Says whether a customer service may be ordered on instances in a state, or removes what was said. Refused with NOT_FOUND, NOT_MAINTAINER, REQUIRED or CONTRADICTORY (PRD-29).',
  })
  instanceStateRuleSave(
    @Arg('input', () => InstanceStateRuleSaveInput, { description: 'The rule.' }) input: InstanceStateRuleSaveInput,
    @Ctx() context: CallContext,
  ): Promise<InstanceStateRulePayload> {
    return answer(InstanceStateRulePayload, async () => ({ instanceStateRule: await saveStateRule(context, input) }));
  }
}
