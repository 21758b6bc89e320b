import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { requireKind } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { pictureOfInstance } from './instance-picture.js';
import { MonitorRuleSaveInput } from './monitor.inputs.js';
import { MonitorRule } from './monitor-rule.js';
import { saveMonitorRule } from './monitor.service.js';
import {
  ProcessErrors,
  processErrors,
  ProcessStatisticsFilter,
  StepDwell,
  stepDwell,
  StepTraffic,
  stepTraffic,
  TaskHolding,
  taskHoldings,
} from './process-statistics.js';
import { RelatedProcess, relatedProcesses } from './related.js';

@ObjectType({ description: 'Answer of saving a monitoring rule.' })
export class MonitorRulePayload extends Payload {
  @Field(() => MonitorRule, { nullable: true, description: 'The rule; null when nothing was written.' })
  rule?: MonitorRule;
}

const FILTER = {
  nullable: true,
  description: 'Which processes and which time; all that the caller may see when absent.',
} as const;

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

  @Query(() => [StepTraffic], {
    description:
      'How much went through each step (WFL-62), at most 1000 rows. For staff. Fails with BAD_USER_INPUT, NOT_FOUND.',
  })
  processStepTraffic(
    @Ctx() context: CallContext,
    @Arg('filter', () => ProcessStatisticsFilter, FILTER) filter: ProcessStatisticsFilter | null,
  ): Promise<StepTraffic[]> {
    requireKind(context.caller, 'STAFF');
    return stepTraffic(context, filter ?? {});
  }

  @Query(() => [ProcessErrors], {
    description:
      'How many processes went wrong, were late, and how long they took (WFL-63), at most 1000 rows. For staff. Fails with BAD_USER_INPUT, NOT_FOUND.',
  })
  processErrors(
    @Ctx() context: CallContext,
    @Arg('filter', () => ProcessStatisticsFilter, FILTER) filter: ProcessStatisticsFilter | null,
  ): Promise<ProcessErrors[]> {
    requireKind(context.caller, 'STAFF');
    return processErrors(context, filter ?? {});
  }

  @Query(() => [StepDwell], {
    description:
      'What stands at each step now, and for how long (WFL-64), at most 1000 rows. For staff. Fails with BAD_USER_INPUT, NOT_FOUND.',
  })
  processStepDwell(
    @Ctx() context: CallContext,
    @Arg('filter', () => ProcessStatisticsFilter, FILTER) filter: ProcessStatisticsFilter | null,
  ): Promise<StepDwell[]> {
    requireKind(context.caller, 'STAFF');
    return stepDwell(context, filter ?? {});
  }

  @Query(() => [TaskHolding], {
    description:
      'Who holds how many open tasks for how long (WFL-64), at most 1000 rows. For staff. Fails with BAD_USER_INPUT, NOT_FOUND.',
  })
  processTaskHoldings(
    @Ctx() context: CallContext,
    @Arg('filter', () => ProcessStatisticsFilter, FILTER) filter: ProcessStatisticsFilter | null,
  ): Promise<TaskHolding[]> {
    requireKind(context.caller, 'STAFF');
    return taskHoldings(context, filter ?? {});
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

  @Query(() => [RelatedProcess], {
    description:
      'Instances that are related to one, with where each stands: a case from end to end (WFL-61, WFL-70), at most 200. For staff. Fails with NOT_FOUND.',
  })
  processRelated(
    @Ctx() context: CallContext,
    @Arg('instanceId', () => ID, { description: 'The instance.' }) instanceId: string,
  ): Promise<RelatedProcess[]> {
    requireKind(context.caller, 'STAFF');
    return relatedProcesses(context, instanceId);
  }
}
