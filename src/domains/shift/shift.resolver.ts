import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { fillTasks, handOver, saveRecord, takeOver } from './duty.service.js';
import { DutyRecord } from './duty-record.js';
import { cancelPlan, savePlan } from './shift-plan.service.js';
import { ShiftPlan } from './shift-plan.js';
import { createReport } from './shift-report.service.js';
import { ShiftReport } from './shift-report.js';
import {
  DutyRecordSaveInput,
  ShiftHandOverInput,
  ShiftInput,
  ShiftPlanSaveInput,
  ShiftReportCreateInput,
  ShiftTasksFillInput,
} from './shift.inputs.js';

@ObjectType({ description: 'Answer of mutations about a shift.' })
export class ShiftPlanPayload extends Payload {
  @Field(() => ShiftPlan, { nullable: true, description: 'The shift; null when it was refused.' })
  shift?: ShiftPlan;
}

@ObjectType({ description: 'Answer of the mutation that writes down what happened on duty.' })
export class DutyRecordPayload extends Payload {
  @Field(() => DutyRecord, { nullable: true, description: 'The record; null when it was refused.' })
  record?: DutyRecord;
}

@ObjectType({ description: 'Answer of the mutation that makes a report on shifts.' })
export class ShiftReportPayload extends Payload {
  @Field(() => ShiftReport, { nullable: true, description: 'The report; null when it was refused.' })
  report?: ShiftReport;
}

@Resolver()
export class ShiftResolver {
  @Mutation(() => ShiftPlanPayload, {
    description:
      'Plans a shift with its reminder and tasks, or changes one that nobody has taken over (OPS-26, OPS-27, OPS-30). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_STATE, NOT_ACTIVE, IN_THE_PAST, INVALID_PERIOD, OVERLAP, INVALID_VALUE.',
  })
  shiftPlanSave(
    @Arg('input', () => ShiftPlanSaveInput) input: ShiftPlanSaveInput,
    @Ctx() context: CallContext,
  ): Promise<ShiftPlanPayload> {
    return answer(ShiftPlanPayload, async () => ({ shift: await savePlan(context, input) }));
  }

  @Mutation(() => ShiftPlanPayload, {
    description: 'Takes a shift off the plan (OPS-26). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_TRANSITION.',
  })
  shiftPlanCancel(
    @Arg('input', () => ShiftInput) input: ShiftInput,
    @Ctx() context: CallContext,
  ): Promise<ShiftPlanPayload> {
    return answer(ShiftPlanPayload, async () => ({ shift: await cancelPlan(context, input.shiftId) }));
  }

  @Mutation(() => ShiftPlanPayload, {
    description:
      'Takes a shift over, by its person; its tasks are in the answer (OPS-28, OPS-30). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_TRANSITION.',
  })
  shiftTakeOver(
    @Arg('input', () => ShiftInput) input: ShiftInput,
    @Ctx() context: CallContext,
  ): Promise<ShiftPlanPayload> {
    return answer(ShiftPlanPayload, async () => ({ shift: await takeOver(context, input.shiftId) }));
  }

  @Mutation(() => ShiftPlanPayload, {
    description:
      'Hands a shift over, by its person (OPS-28). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_TRANSITION.',
  })
  shiftHandOver(
    @Arg('input', () => ShiftHandOverInput) input: ShiftHandOverInput,
    @Ctx() context: CallContext,
  ): Promise<ShiftPlanPayload> {
    return answer(ShiftPlanPayload, async () => ({ shift: await handOver(context, input) }));
  }

  @Mutation(() => ShiftPlanPayload, {
    description:
      'Fills in what was done of the tasks, by the one on duty (OPS-30). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_STATE.',
  })
  shiftTasksFill(
    @Arg('input', () => ShiftTasksFillInput) input: ShiftTasksFillInput,
    @Ctx() context: CallContext,
  ): Promise<ShiftPlanPayload> {
    return answer(ShiftPlanPayload, async () => ({ shift: await fillTasks(context, input) }));
  }

  @Mutation(() => DutyRecordPayload, {
    description:
      'Writes down what happened on duty, by the one on duty (OPS-29). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_STATE.',
  })
  dutyRecordSave(
    @Arg('input', () => DutyRecordSaveInput) input: DutyRecordSaveInput,
    @Ctx() context: CallContext,
  ): Promise<DutyRecordPayload> {
    return answer(DutyRecordPayload, async () => ({ record: await saveRecord(context, input) }));
  }

  @Mutation(() => ShiftReportPayload, {
    description:
      'Makes a report on shifts with their violations; one of each day is made by itself (OPS-31). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_PERIOD.',
  })
  shiftReportCreate(
    @Arg('input', () => ShiftReportCreateInput) input: ShiftReportCreateInput,
    @Ctx() context: CallContext,
  ): Promise<ShiftReportPayload> {
    return answer(ShiftReportPayload, async () => ({ report: await createReport(context, input) }));
  }
}
