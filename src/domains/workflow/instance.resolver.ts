import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer } from '../../kernel/errors/index.js';
import { changeInstance } from './change.service.js';
import {
  ProcessInstanceChangeInput,
  ProcessInstanceHandOverInput,
  ProcessInstanceMoveInput,
  ProcessInstancePassOverInput,
  ProcessInstanceRetryInput,
  ProcessInstanceRollBackInput,
  ProcessInstancesInput,
  ProcessInstanceTryStepInput,
  ProcessInstanceValuesSetInput,
} from './dispatch.inputs.js';
import {
  moveInstance,
  resumeInstances,
  retryInstance,
  rollBackInstance,
  suspendInstances,
  terminateInstances,
} from './dispatch.service.js';
import { handOver } from './hand-over.service.js';
import { endWait, settleUndoing } from './pass-over.service.js';
import { setValues } from './set-values.service.js';
import { ProcessInstanceDispatchInput, ProcessInstanceStartInput } from './start.inputs.js';
import { dispatchInstance, startByHand } from './start.service.js';
import { tryStep } from './try-step.js';
import { ProcessInstancePayload, ProcessInstancesPayload } from './workflow.payloads.js';

@Resolver()
export class ProcessInstanceResolver {
  @Mutation(() => ProcessInstancePayload, {
    description:
      'Starts a process by hand; for an object that has one already, that one is answered (WFL-34, WFL-35). Refuses with NO_TEMPLATE, NOT_PUBLISHED, TEMPLATE_UNFIT and what is wrong with its values.',
  })
  processInstanceStart(
    @Arg('input', () => ProcessInstanceStartInput) input: ProcessInstanceStartInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessInstancePayload> {
    return answer(ProcessInstancePayload, async () => ({ instance: await startByHand(context, input) }));
  }

  @Mutation(() => ProcessInstancePayload, {
    description:
      'Lets an instance begin that waits in the dispatch centre, also on another template (WFL-21, WFL-38, WFL-39).',
  })
  processInstanceDispatch(
    @Arg('input', () => ProcessInstanceDispatchInput) input: ProcessInstanceDispatchInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessInstancePayload> {
    return answer(ProcessInstancePayload, async () => ({ instance: await dispatchInstance(context, input) }));
  }

  @Mutation(() => ProcessInstancesPayload, {
    description:
      'Holds instances: nothing in them goes on, and their limits stand still (WFL-45). A ticket is held with its process. Refused with NOT_FOUND, INVALID_STATE, and STEERED for one that is held by what is done to its object, such as the deferral of an order.',
  })
  processInstanceSuspend(
    @Arg('input', () => ProcessInstancesInput) input: ProcessInstancesInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessInstancesPayload> {
    return answer(ProcessInstancesPayload, () => suspendInstances(context, input));
  }

  @Mutation(() => ProcessInstancesPayload, {
    description:
      'Lets held instances go on, with the tickets that were held with them (WFL-45). Refused with NOT_FOUND, INVALID_STATE, STEERED.',
  })
  processInstanceResume(
    @Arg('input', () => ProcessInstancesInput) input: ProcessInstancesInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessInstancesPayload> {
    return answer(ProcessInstancesPayload, () => resumeInstances(context, input));
  }

  @Mutation(() => ProcessInstancesPayload, {
    description:
      'Ends instances by hand, with all that their steps have started: open tasks are taken back, outside systems and owners told; nothing is undone (WFL-44). Refused with NOT_FOUND, INVALID_STATE, and STEERED for one that ends with what is done to its object, such as the cancellation of an order or a ticket.',
  })
  processInstanceTerminate(
    @Arg('input', () => ProcessInstancesInput) input: ProcessInstancesInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessInstancesPayload> {
    return answer(ProcessInstancesPayload, () => terminateInstances(context, input));
  }

  @Mutation(() => ProcessInstancePayload, {
    description: 'Lets what has failed in an instance be tried again (WFL-47).',
  })
  processInstanceRetry(
    @Arg('input', () => ProcessInstanceRetryInput) input: ProcessInstanceRetryInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessInstancePayload> {
    return answer(ProcessInstancePayload, async () => ({ instance: await retryInstance(context, input) }));
  }

  @Mutation(() => ProcessInstancePayload, {
    description:
      'Sets values of a running instance by hand, such as wrong ones that let a step fail; a roll-back leaves them (WFL-46, WFL-47).',
  })
  processInstanceValuesSet(
    @Arg('input', () => ProcessInstanceValuesSetInput) input: ProcessInstanceValuesSetInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessInstancePayload> {
    return answer(ProcessInstancePayload, async () => ({ instance: await setValues(context, input) }));
  }

  @Mutation(() => ProcessInstancePayload, {
    description:
      'Lets a visit go on that waits for other instances, or for one that will not come: it waits for nobody any more (WFL-22, WFL-47, WFL-49).',
  })
  processInstanceWaitEnd(
    @Arg('input', () => ProcessInstancePassOverInput) input: ProcessInstancePassOverInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessInstancePayload> {
    return answer(ProcessInstancePayload, async () => ({ instance: await endWait(context, input) }));
  }

  @Mutation(() => ProcessInstancePayload, {
    description:
      'Notes that what was done at a visit was undone otherwise, or stays: a roll-back goes on with what was done before it (WFL-43, WFL-47). Only the visit whose turn it is; its sub-processes by themselves.',
  })
  processInstanceUndone(
    @Arg('input', () => ProcessInstancePassOverInput) input: ProcessInstancePassOverInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessInstancePayload> {
    return answer(ProcessInstancePayload, async () => ({ instance: await settleUndoing(context, input) }));
  }

  @Mutation(() => ProcessInstancePayload, {
    description:
      'Names the next step by hand (WFL-37). Refused with NOT_FOUND, INVALID_STATE, STEP_UNKNOWN, NOT_PARALLEL, SPLIT_OPEN, and for a process that goes where its object goes with STEP_NEEDED, which names the step that the object needs first, or STEP_NOT_UNDONE, which names one that cannot be left.',
  })
  processInstanceMove(
    @Arg('input', () => ProcessInstanceMoveInput) input: ProcessInstanceMoveInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessInstancePayload> {
    return answer(ProcessInstancePayload, async () => ({ instance: await moveInstance(context, input) }));
  }

  @Mutation(() => ProcessInstancePayload, {
    description:
      'Ends a step at which a test stands, with what came of it, in place of whoever or whatever would do it: so that each branch can be tried (WFL-27). Refused with NOT_FOUND, NOT_A_TEST, INVALID_STATE and what is wrong with the outputs.',
  })
  processInstanceTryStep(
    @Arg('input', () => ProcessInstanceTryStepInput) input: ProcessInstanceTryStepInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessInstancePayload> {
    return answer(ProcessInstancePayload, async () => ({ instance: await tryStep(context, input) }));
  }

  @Mutation(() => ProcessInstancePayload, {
    description:
      'Names the process that goes on after a step, for the same object; answers its instance (WFL-38). Refuses with INVALID_STATE, NOT_PUBLISHED, TEMPLATE_UNFIT and what is wrong with its values.',
  })
  processInstanceHandOver(
    @Arg('input', () => ProcessInstanceHandOverInput) input: ProcessInstanceHandOverInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessInstancePayload> {
    return answer(ProcessInstancePayload, async () => ({ instance: await handOver(context, input) }));
  }

  @Mutation(() => ProcessInstancePayload, {
    description:
      'Goes back to a step: what followed, in parallel branches and in the sub-processes of steps too, is taken back or undone, the newest first (WFL-04, WFL-42, WFL-43).',
  })
  processInstanceRollBack(
    @Arg('input', () => ProcessInstanceRollBackInput) input: ProcessInstanceRollBackInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessInstancePayload> {
    return answer(ProcessInstancePayload, async () => ({ instance: await rollBackInstance(context, input) }));
  }

  @Mutation(() => ProcessInstancePayload, {
    description:
      'Adds or removes steps of a running instance that have not begun (WFL-48). Refused with STEP_UNKNOWN, STEP_USED, FLOW_UNKNOWN, INVALID_STATE and the faults of the changed definition; NO_CLOSING_STEP, NO_VERDICT or TEMPLATE_UNFIT when it would not fit its object any more (WFL-35).',
  })
  processInstanceChange(
    @Arg('input', () => ProcessInstanceChangeInput) input: ProcessInstanceChangeInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessInstancePayload> {
    return answer(ProcessInstancePayload, async () => ({ instance: await changeInstance(context, input) }));
  }
}
