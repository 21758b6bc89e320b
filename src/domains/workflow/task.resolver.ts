import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer } from '../../kernel/errors/index.js';
import {
  assignTask,
  claimTask,
  completeTask,
  delegateTask,
  forwardTask,
  progressTask,
  rejectTask,
  releaseTask,
} from './task.service.js';
import {
  ProcessTaskAssignInput,
  ProcessTaskCompleteInput,
  ProcessTaskForwardInput,
  ProcessTaskProgressInput,
  ProcessTaskRejectInput,
  ProcessTaskStepInput,
} from './task.inputs.js';
import { ProcessTaskPayload } from './workflow.payloads.js';

@Resolver()
export class ProcessTaskResolver {
  @Mutation(() => ProcessTaskPayload, {
    description:
      'Takes a task out of the common list (签收), or back from whom one has delegated it to. Refuses with NOT_YOURS, CONFLICT (WFL-40, WFL-41).',
  })
  processTaskClaim(
    @Arg('input', () => ProcessTaskStepInput) input: ProcessTaskStepInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessTaskPayload> {
    return answer(ProcessTaskPayload, async () => ({ task: await claimTask(context, input) }));
  }

  @Mutation(() => ProcessTaskPayload, {
    description: 'Gives a task to one of those who may do it (WFL-39).',
  })
  processTaskAssign(
    @Arg('input', () => ProcessTaskAssignInput) input: ProcessTaskAssignInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessTaskPayload> {
    return answer(ProcessTaskPayload, async () => ({ task: await assignTask(context, input) }));
  }

  @Mutation(() => ProcessTaskPayload, {
    description: 'Lets somebody do a task in place of its holder.',
  })
  processTaskDelegate(
    @Arg('input', () => ProcessTaskAssignInput) input: ProcessTaskAssignInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessTaskPayload> {
    return answer(ProcessTaskPayload, async () => ({ task: await delegateTask(context, input) }));
  }

  @Mutation(() => ProcessTaskPayload, {
    description:
      'Passes a task on to another position, role, unit or person (转派). Also what others have, for those who hold `processInstanceDispatch` in its region (WFL-39). Fails with NOT_YOURS, CONFLICT, OPERATOR_UNKNOWN.',
  })
  processTaskForward(
    @Arg('input', () => ProcessTaskForwardInput) input: ProcessTaskForwardInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessTaskPayload> {
    return answer(ProcessTaskPayload, async () => ({ task: await forwardTask(context, input) }));
  }

  @Mutation(() => ProcessTaskPayload, {
    description:
      'Gives a task back: to who has delegated it, while they work here, else into the common list. Who has delegated it takes it back so, and so do those who hold `processInstanceDispatch` in its region, whoever has it (WFL-39).',
  })
  processTaskRelease(
    @Arg('input', () => ProcessTaskStepInput) input: ProcessTaskStepInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessTaskPayload> {
    return answer(ProcessTaskPayload, async () => ({ task: await releaseTask(context, input) }));
  }

  @Mutation(() => ProcessTaskPayload, {
    description: 'Tells of progress with a task.',
  })
  processTaskProgress(
    @Arg('input', () => ProcessTaskProgressInput) input: ProcessTaskProgressInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessTaskPayload> {
    return answer(ProcessTaskPayload, async () => ({ task: await progressTask(context, input) }));
  }

  @Mutation(() => ProcessTaskPayload, {
    description:
      'Ends a task with what came out of it (回单); the process goes on (WFL-36, WFL-41). A second one gets CONFLICT.',
  })
  processTaskComplete(
    @Arg('input', () => ProcessTaskCompleteInput) input: ProcessTaskCompleteInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessTaskPayload> {
    return answer(ProcessTaskPayload, async () => ({ task: await completeTask(context, input) }));
  }

  @Mutation(() => ProcessTaskPayload, {
    description: 'Sends a task back (退单): the process goes to an earlier step, or to a dispatcher (WFL-42).',
  })
  processTaskReject(
    @Arg('input', () => ProcessTaskRejectInput) input: ProcessTaskRejectInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessTaskPayload> {
    return answer(ProcessTaskPayload, async () => ({ task: await rejectTask(context, input) }));
  }
}
