import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import {
  SalesActivityAssessInput,
  SalesActivityCancelInput,
  SalesActivityPlanInput,
  SalesActivityRecordInput,
  SalesActivitySubmitInput,
} from './sales-activity.inputs.js';
import {
  assessActivity,
  cancelActivity,
  planActivity,
  recordActivity,
  submitActivity,
} from './sales-activity.service.js';
import { SalesActivity } from './sales-activity.js';

@ObjectType({ description: 'Answer of mutations of a sales activity.' })
export class SalesActivityPayload extends Payload {
  @Field(() => SalesActivity, { nullable: true, description: 'The activity; null when nothing was written.' })
  activity?: SalesActivity;
}

@Resolver()
export class SalesActivityResolver {
  @Mutation(() => SalesActivityPayload, {
    description:
      'Plans a sales activity for an opportunity, or changes its plan (SAL-46, MOD-51). Refused with NOT_FOUND, REQUIRED, CLOSED, READ_ONLY, VERSION_CONFLICT, CONTRADICTORY, TOO_EARLY, TOO_SMALL, BAD_VALUE, NOT_ACTIVE or NOT_AN_EMPLOYEE.',
  })
  salesActivityPlan(
    @Arg('input', () => SalesActivityPlanInput, { description: 'The plan.' }) input: SalesActivityPlanInput,
    @Ctx() context: CallContext,
  ): Promise<SalesActivityPayload> {
    return answer(SalesActivityPayload, async () => ({ activity: await planActivity(context, input) }));
  }

  @Mutation(() => SalesActivityPayload, {
    description:
      'Has the plan of a sales activity approved: a process of the kind SALES_ACTIVITY decides (SAL-47). Refused with NOT_FOUND, INVALID_TRANSITION or APPROVAL_PENDING.',
  })
  salesActivitySubmit(
    @Arg('input', () => SalesActivitySubmitInput, { description: 'Which.' }) input: SalesActivitySubmitInput,
    @Ctx() context: CallContext,
  ): Promise<SalesActivityPayload> {
    return answer(SalesActivityPayload, async () => ({ activity: await submitActivity(context, input) }));
  }

  @Mutation(() => SalesActivityPayload, {
    description:
      'Records what was done in a sales activity, and what came of it (SAL-57, SAL-60). Refused with NOT_FOUND, INVALID_TRANSITION, IN_FUTURE, TOO_SMALL or BAD_VALUE.',
  })
  salesActivityRecord(
    @Arg('input', () => SalesActivityRecordInput, { description: 'What was done.' }) input: SalesActivityRecordInput,
    @Ctx() context: CallContext,
  ): Promise<SalesActivityPayload> {
    return answer(SalesActivityPayload, async () => ({ activity: await recordActivity(context, input) }));
  }

  @Mutation(() => SalesActivityPayload, {
    description:
      'Assesses a sales activity of somebody else; who may, may decide on plans too (SAL-47, SAL-62). Refused with NOT_FOUND, OWN_WORK or INVALID_TRANSITION.',
  })
  salesActivityAssess(
    @Arg('input', () => SalesActivityAssessInput, { description: 'The assessment.' }) input: SalesActivityAssessInput,
    @Ctx() context: CallContext,
  ): Promise<SalesActivityPayload> {
    return answer(SalesActivityPayload, async () => ({ activity: await assessActivity(context, input) }));
  }

  @Mutation(() => SalesActivityPayload, {
    description: 'Gives up a sales activity that did not take place. Refused with NOT_FOUND or INVALID_TRANSITION.',
  })
  salesActivityCancel(
    @Arg('input', () => SalesActivityCancelInput, { description: 'Which, and why.' }) input: SalesActivityCancelInput,
    @Ctx() context: CallContext,
  ): Promise<SalesActivityPayload> {
    return answer(SalesActivityPayload, async () => ({ activity: await cancelActivity(context, input) }));
  }
}
