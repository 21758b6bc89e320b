import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { ProcessTrigger } from './process-trigger.js';
import { ProcessTriggerSaveInput } from './trigger.inputs.js';
import { saveTrigger } from './trigger.service.js';

@ObjectType({ description: 'Answer of saving a trigger.' })
export class ProcessTriggerPayload extends Payload {
  @Field(() => ProcessTrigger, { nullable: true, description: 'The trigger; null when nothing was written.' })
  trigger?: ProcessTrigger;
}

@Resolver()
export class ProcessTriggerResolver {
  @Mutation(() => ProcessTriggerPayload, {
    description:
      'Makes or replaces a trigger, which starts processes on events, numbers of events or moments, at the latest a minute later (WFL-34). Refused with REQUIRED, CONTRADICTION, NOT_FOUND, EVENT_TYPE_UNKNOWN, TEMPLATE_UNFIT, OUT_OF_SCOPE, and what is wrong with a rule.',
  })
  processTriggerSave(
    @Arg('input', () => ProcessTriggerSaveInput) input: ProcessTriggerSaveInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessTriggerPayload> {
    return answer(ProcessTriggerPayload, async () => ({ trigger: await saveTrigger(context, input) }));
  }
}
