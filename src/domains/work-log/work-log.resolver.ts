import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { Employee } from '../organisation/index.js';
import { remind, savePeriod } from './work-log-period.service.js';
import { WorkLogPeriod } from './work-log-period.js';
import { WorkLog } from './work-log.js';
import {
  WorkLogInput,
  WorkLogPeriodSaveInput,
  WorkLogRemindInput,
  WorkLogReviewInput,
  WorkLogSaveInput,
} from './work-log.inputs.js';
import { readLog, reviewLog, saveLog, submitLog } from './work-log.service.js';

@ObjectType({ description: 'Answer of the mutation that sets how often work logs are written.' })
export class WorkLogPeriodPayload extends Payload {
  @Field(() => WorkLogPeriod, { nullable: true, description: 'The setting; null when it was refused.' })
  period?: WorkLogPeriod;
}

@ObjectType({ description: 'Answer of mutations about a work log.' })
export class WorkLogPayload extends Payload {
  @Field(() => WorkLog, { nullable: true, description: 'The log; null when it was refused.' })
  workLog?: WorkLog;
}

@ObjectType({ description: 'Answer of the mutation that reminds staff of their work logs.' })
export class WorkLogRemindPayload extends Payload {
  @Field(() => [Employee], { nullable: true, description: 'Who was reminded; null when it was refused.' })
  reminded?: Employee[];
}

@Resolver()
export class WorkLogResolver {
  @Mutation(() => WorkLogPeriodPayload, {
    description:
      'Sets how often a department or team writes work logs, and who heads it (OPS-19..24). Refused with NOT_FOUND, OUT_OF_SCOPE, NOT_ACTIVE, TIME_ZONE_UNKNOWN, INVALID_VALUE.',
  })
  workLogPeriodSave(
    @Arg('input', () => WorkLogPeriodSaveInput) input: WorkLogPeriodSaveInput,
    @Ctx() context: CallContext,
  ): Promise<WorkLogPeriodPayload> {
    return answer(WorkLogPeriodPayload, async () => ({ period: await savePeriod(context, input) }));
  }

  @Mutation(() => WorkLogPayload, {
    description:
      'Writes a work log, or changes a draft (OPS-16, OPS-17). Refused with NOT_AN_EMPLOYEE, REQUIRED, NOT_FOUND, OUT_OF_SCOPE, INVALID_STATE.',
  })
  workLogSave(
    @Arg('input', () => WorkLogSaveInput) input: WorkLogSaveInput,
    @Ctx() context: CallContext,
  ): Promise<WorkLogPayload> {
    return answer(WorkLogPayload, async () => ({ workLog: await saveLog(context, input) }));
  }

  @Mutation(() => WorkLogPayload, {
    description:
      'Releases a draft to the head (OPS-20). Refused with NOT_AN_EMPLOYEE, NOT_FOUND, OUT_OF_SCOPE, INVALID_STATE, NO_SUPERIOR.',
  })
  workLogSubmit(
    @Arg('input', () => WorkLogInput) input: WorkLogInput,
    @Ctx() context: CallContext,
  ): Promise<WorkLogPayload> {
    return answer(WorkLogPayload, async () => ({ workLog: await submitLog(context, input.workLogId) }));
  }

  @Mutation(() => WorkLogPayload, {
    description: 'Keeps when the head first read a log (OPS-16). Refused with NOT_FOUND, OUT_OF_SCOPE.',
  })
  workLogRead(
    @Arg('input', () => WorkLogInput) input: WorkLogInput,
    @Ctx() context: CallContext,
  ): Promise<WorkLogPayload> {
    return answer(WorkLogPayload, async () => ({ workLog: await readLog(context, input.workLogId) }));
  }

  @Mutation(() => WorkLogPayload, {
    description:
      "Records the head's opinion, which the author is told (OPS-21). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_TRANSITION.",
  })
  workLogReview(
    @Arg('input', () => WorkLogReviewInput) input: WorkLogReviewInput,
    @Ctx() context: CallContext,
  ): Promise<WorkLogPayload> {
    return answer(WorkLogPayload, async () => ({ workLog: await reviewLog(context, input) }));
  }

  @Mutation(() => WorkLogRemindPayload, {
    description:
      'Reminds who has written no log in the running period (OPS-24). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_VALUE.',
  })
  workLogRemind(
    @Arg('input', () => WorkLogRemindInput) input: WorkLogRemindInput,
    @Ctx() context: CallContext,
  ): Promise<WorkLogRemindPayload> {
    return answer(WorkLogRemindPayload, async () => ({ reminded: await remind(context, input) }));
  }
}
