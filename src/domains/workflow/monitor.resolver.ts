import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { requireKind } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { pictureOfInstance } from './instance-picture.js';
import { MonitorRuleSaveInput } from './monitor.inputs.js';
import { MonitorRule } from './monitor-rule.js';
import { saveMonitorRule } from './monitor.service.js';

@ObjectType({ description: 'Answer of saving a monitoring rule.' })
export class MonitorRulePayload extends Payload {
  @Field(() => MonitorRule, { nullable: true, description: 'The rule; null when nothing was written.' })
  rule?: MonitorRule;
}

@Resolver()
export class ProcessMonitorResolver {
  @Mutation(() => MonitorRulePayload, {
    description:
      'Makes or replaces a monitoring rule (WFL-55). Fails with REQUIRED, CONTRADICTION, OUT_OF_SCOPE, OPERATOR_UNKNOWN.',
  })
  processMonitorRuleSave(
    @Arg('input', () => MonitorRuleSaveInput) input: MonitorRuleSaveInput,
    @Ctx() context: CallContext,
  ): Promise<MonitorRulePayload> {
    return answer(MonitorRulePayload, async () => ({ rule: await saveMonitorRule(context, input) }));
  }

  @Query(() => String, {
    nullable: true,
    description:
      'An instance drawn as an SVG document on its version: what is done, where it stands, and what cannot go on is marked (WFL-50, WFL-61); null while it has no template. For staff. Fails with NOT_FOUND.',
  })
  processInstancePicture(
    @Ctx() context: CallContext,
    @Arg('instanceId', () => ID, { description: 'The instance.' }) instanceId: string,
  ): Promise<string | null> {
    requireKind(context.caller, 'STAFF');
    return pictureOfInstance(context, instanceId);
  }
}
