import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { requireKind } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { ExternalOrdersInput, ProcessExternalQueryInput, ProcessExternalSettleInput } from './exchange.inputs.js';
import { askSystem, takeOrders } from './exchange.service.js';
import { ProcessStatusForSystem, statusForSystem } from './external-status.js';
import { ProcessExchange } from './process-exchange.js';
import { settleExchange } from './untold.js';
import { ProcessInstancesPayload } from './workflow.payloads.js';

@ObjectType({ description: 'Answer of operations on a message to an outside system.' })
export class ProcessExchangePayload extends Payload {
  @Field(() => ProcessExchange, {
    nullable: true,
    description:
      'The message, such as what was asked and answered, also when the system gave no answer; null when nothing was written.',
  })
  exchange?: ProcessExchange;
}

@Resolver()
export class ProcessExchangeResolver {
  @Mutation(() => ProcessInstancesPayload, {
    description:
      'Takes the task list of an outside system: each becomes an instance, once however often it comes, and its result is told back (WFL-53, WFL-54). Refuses all of it with UNKNOWN_SYSTEM, NOT_PUBLISHED and what is wrong with values.',
  })
  processExternalOrders(
    @Arg('input', () => ExternalOrdersInput) input: ExternalOrdersInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessInstancesPayload> {
    return answer(ProcessInstancesPayload, async () => ({ instances: await takeOrders(context, input) }));
  }

  @Mutation(() => ProcessExchangePayload, {
    description:
      'Asks an outside system how far a task is that it does for us, and keeps the answer with the instance (WFL-66). Refuses with NOT_EXTERNAL, NOT_SUPPORTED.',
  })
  processExternalAsk(
    @Arg('input', () => ProcessExternalQueryInput) input: ProcessExternalQueryInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessExchangePayload> {
    return answer(ProcessExchangePayload, async () => ({ exchange: await askSystem(context, input) }));
  }

  @Mutation(() => ProcessExchangePayload, {
    description:
      'Says that a person has seen to what an outside system cannot be told, such as by telephone: it is not tried any more, and the alarm about it ends (WFL-43, WFL-44, WFL-54). The same again changes nothing. Refuses with NOT_FOUND, INVALID_STATE.',
  })
  processExternalSettle(
    @Arg('input', () => ProcessExternalSettleInput) input: ProcessExternalSettleInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessExchangePayload> {
    return answer(ProcessExchangePayload, async () => ({ exchange: await settleExchange(context, input) }));
  }

  @Query(() => ProcessStatusForSystem, {
    description:
      'How far a process is, for an outside system that takes part in it; for others it is not there (WFL-65). For systems, and for staff in their place. Fails with NOT_FOUND.',
  })
  processExternalStatus(
    @Ctx() context: CallContext,
    @Arg('reference', () => String, {
      description:
        'Number of the instance, or the message with which the system gave it to us, or we a task of it to them.',
    })
    reference: string,
    @Arg('system', () => String, {
      nullable: true,
      description: 'Name of the system; of one that calls with a key of its own that is its name.',
    })
    system: string | null,
  ): Promise<ProcessStatusForSystem> {
    requireKind(context.caller, 'STAFF');
    return statusForSystem(context, system, reference);
  }
}
