import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { IdentityRuleSaveInput } from './identity-rule.inputs.js';
import { saveIdentityRule } from './identity-rule.service.js';
import { IdentityRule } from './identity-rule.js';

@ObjectType({ description: 'Answer of saving a rule of identity documents.' })
export class IdentityRulePayload extends Payload {
  @Field(() => IdentityRule, { nullable: true, description: 'The rule; null when nothing was written.' })
  rule?: IdentityRule;
}

@Resolver()
export class IdentityRuleResolver {
  @Mutation(() => IdentityRulePayload, {
    description: 'Replaces the rule of a kind of identity document; for administrators (CUS-11).',
  })
  identityRuleSave(
    @Arg('input', () => IdentityRuleSaveInput) input: IdentityRuleSaveInput,
    @Ctx() context: CallContext,
  ): Promise<IdentityRulePayload> {
    return answer(IdentityRulePayload, async () => ({ rule: await saveIdentityRule(context, input) }));
  }
}
