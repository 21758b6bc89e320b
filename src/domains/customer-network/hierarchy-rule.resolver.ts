import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { HierarchyRule } from './hierarchy-rule.js';
import { HierarchyRuleSaveInput } from './hierarchy-rule.inputs.js';
import { saveHierarchyRule } from './hierarchy-rule.service.js';

@ObjectType({ description: 'Answer of saving a rule of the hierarchy of customers.' })
export class HierarchyRulePayload extends Payload {
  @Field(() => HierarchyRule, { nullable: true, description: 'The rule; null when nothing was written.' })
  rule?: HierarchyRule;
}

@Resolver()
export class HierarchyRuleResolver {
  @Mutation(() => HierarchyRulePayload, {
    description:
      'Makes a rule of the hierarchy of customers, or replaces the one with the same code; it counts for relations that are made from now on (CUS-90, CUS-91, CUS-93). Refused with UNKNOWN_SUB_TYPE.',
  })
  hierarchyRuleSave(
    @Arg('input', () => HierarchyRuleSaveInput) input: HierarchyRuleSaveInput,
    @Ctx() context: CallContext,
  ): Promise<HierarchyRulePayload> {
    return answer(HierarchyRulePayload, async () => ({ rule: await saveHierarchyRule(context, input) }));
  }
}
