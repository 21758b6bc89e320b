import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { requireKind } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { rowOf, uuidOf } from '../../kernel/model/index.js';
import { Customer, ServiceLevel } from '../customer/index.js';
import { setLevel } from './give-level.js';
import { CustomerLevelSetInput, LevelRuleSaveInput } from './level.inputs.js';
import { LevelRule } from './level-rule.js';
import { askForLevels, saveLevelRule, suggestLevel } from './level.service.js';

@ObjectType({ description: 'Answer of saving a rule of service levels.' })
export class LevelRulePayload extends Payload {
  @Field(() => LevelRule, { nullable: true, description: 'The rule; null when nothing was written.' })
  rule?: LevelRule;
}

@ObjectType({ description: 'Answer of giving a customer a service level.' })
export class CustomerLevelPayload extends Payload {
  @Field(() => Customer, {
    nullable: true,
    description: 'The customer, as it was while the level is held; null when nothing was written.',
  })
  customer?: Customer;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True when the level waits for the approval of somebody else; else null.',
  })
  held?: boolean;
}

@ObjectType({ description: 'Answer of asking for the rules of service levels to be applied.' })
export class LevelRulesApplyPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'Number of rules in use; with none, nobody is moved.' })
  rules?: number;
}

@ObjectType({ description: 'The level that the rules give to a customer as the data are now (CUS-82).' })
export class CustomerLevelSuggestion {
  @Field(() => ServiceLevel, { description: 'Level that the rules give.' })
  level!: ServiceLevel;

  @Field(() => ServiceLevel, { description: 'Level that the customer has.' })
  present!: ServiceLevel;

  @Field(() => LevelRule, { nullable: true, description: 'The rule that gives it; null when none holds.' })
  rule!: LevelRule | null;
}

@Resolver()
export class LevelResolver {
  @Query(() => CustomerLevelSuggestion, {
    description:
      'Suggests a level from the data of a customer, such as after a change; nothing is changed (CUS-81, CUS-82). For staff. Fails with NOT_FOUND.',
  })
  async customerLevelSuggestion(
    @Ctx() context: CallContext,
    @Arg('customerId', () => ID, { description: 'The customer.' }) customerId: string,
  ): Promise<CustomerLevelSuggestion> {
    requireKind(context.caller, 'STAFF');
    const { rule, ...levels } = await suggestLevel(context, uuidOf(customerId, 'cu', ['customerId']));
    return { ...levels, rule: rule && rowOf(LevelRule, rule.id) };
  }

  @Mutation(() => LevelRulePayload, {
    description: 'Makes or changes a rule of service levels; for administrators (CUS-86, CUS-87).',
  })
  levelRuleSave(
    @Arg('input', () => LevelRuleSaveInput) input: LevelRuleSaveInput,
    @Ctx() context: CallContext,
  ): Promise<LevelRulePayload> {
    return answer(LevelRulePayload, async () => ({ rule: await saveLevelRule(context, input) }));
  }

  @Mutation(() => LevelRulesApplyPayload, {
    description:
      'Has all customers moved up and down by the rules, by a job; it runs each month by itself (CUS-87). A level that needs approval is proposed; one that somebody refused is not proposed again, as the parameter `customer.level.refusal.days` says (WFL-93).',
  })
  levelRulesApply(@Ctx() context: CallContext): Promise<LevelRulesApplyPayload> {
    return answer(LevelRulesApplyPayload, async () => ({ rules: await askForLevels(context) }));
  }

  @Mutation(() => CustomerLevelPayload, {
    description:
      'Gives a customer a service level by hand, up or down, for a time if wanted (CUS-87, CUS-88). Where the parameters `customer.approval.fields` and `customer.approval.types` name it, it is held until somebody else approves it (WFL-93); refused with APPROVAL_PENDING while another one waits. Refused with NOT_FOUND, IN_PAST.',
  })
  customerLevelSet(
    @Arg('input', () => CustomerLevelSetInput) input: CustomerLevelSetInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerLevelPayload> {
    return answer(CustomerLevelPayload, async () => {
      const { item, held } = await setLevel(context, input);
      return { customer: item!, ...(held ? { held } : {}) };
    });
  }
}
