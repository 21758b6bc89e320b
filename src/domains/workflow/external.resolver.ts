import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer } from '../../kernel/errors/index.js';
import { ProcessExternalAnswerInput, ProcessExternalProgressInput } from './external.inputs.js';
import { takeAnswer, takeProgress } from './external.service.js';
import { ProcessTaskPayload } from './workflow.payloads.js';

@Resolver()
export class ProcessExternalResolver {
  @Mutation(() => ProcessTaskPayload, {
    description: 'Takes progress of a task that an outside system does (WFL-52).',
  })
  processExternalProgress(
    @Arg('input', () => ProcessExternalProgressInput) input: ProcessExternalProgressInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessTaskPayload> {
    return answer(ProcessTaskPayload, async () => ({ task: await takeProgress(context, input) }));
  }

  @Mutation(() => ProcessTaskPayload, {
    description: 'Takes the answer of an outside system to a task; one that comes again changes nothing (WFL-52).',
  })
  processExternalAnswer(
    @Arg('input', () => ProcessExternalAnswerInput) input: ProcessExternalAnswerInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessTaskPayload> {
    return answer(ProcessTaskPayload, async () => ({ task: await takeAnswer(context, input) }));
  }
}
