import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { Alarm } from './alarm.js';
import { reportValue } from './monitoring.js';
import {
  MonitoredValueReportInput,
  ParameterCreateInput,
  ParameterRemoveInput,
  ParameterSetInput,
} from './parameter.inputs.js';
import { Parameter } from './parameter.js';
import { createParameter, removeParameter, setParameter } from './parameter.service.js';

@ObjectType({ description: 'Answer of a mutation of a parameter.' })
export class ParameterPayload extends Payload {
  @Field(() => Parameter, {
    nullable: true,
    description: 'The parameter; null when nothing was written, or when it was removed.',
  })
  parameter?: Parameter | null;
}

@ObjectType({ description: 'Answer to a measured value.' })
export class MonitoredValuePayload extends Payload {
  @Field(() => [Alarm], { description: 'Alarms that it raised or cleared.' })
  alarms: readonly Alarm[] = [];
}

@Resolver()
export class ParameterResolver {
  @Mutation(() => ParameterPayload, {
    description: 'Creates a parameter, such as a threshold, schedule, alarm, filter or action (SYS-28…32).',
  })
  parameterCreate(
    @Arg('input', () => ParameterCreateInput) input: ParameterCreateInput,
    @Ctx() context: CallContext,
  ): Promise<ParameterPayload> {
    return answer(ParameterPayload, async () => ({ parameter: await createParameter(context, input) }));
  }

  @Mutation(() => ParameterPayload, {
    description:
      'Sets the next version of a value, now or from a moment to come; effective without a restart (SYS-28…35).',
  })
  parameterSet(
    @Arg('input', () => ParameterSetInput) input: ParameterSetInput,
    @Ctx() context: CallContext,
  ): Promise<ParameterPayload> {
    return answer(ParameterPayload, async () => ({ parameter: await setParameter(context, input) }));
  }

  @Mutation(() => ParameterPayload, { description: 'Removes a parameter that the operator created.' })
  parameterRemove(
    @Arg('input', () => ParameterRemoveInput) input: ParameterRemoveInput,
    @Ctx() context: CallContext,
  ): Promise<ParameterPayload> {
    return answer(ParameterPayload, async () => {
      await removeParameter(context, input);
      return { parameter: null };
    });
  }

  @Mutation(() => MonitoredValuePayload, {
    description:
      'Reports a measured value of an item: raises the alarms whose threshold it violates, and clears those that it no longer does (SYS-28, SYS-30).',
  })
  monitoredValueReport(
    @Arg('input', () => MonitoredValueReportInput) input: MonitoredValueReportInput,
    @Ctx() context: CallContext,
  ): Promise<MonitoredValuePayload> {
    return answer(MonitoredValuePayload, async () => ({ alarms: await reportValue(context, input) }));
  }
}
