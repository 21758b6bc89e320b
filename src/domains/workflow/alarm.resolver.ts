import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import type { HistoryEvent } from '../../kernel/events/index.js';
import { ALARM_LEVELS, type AlarmLevel } from '../../kernel/process/index.js';
import { ProcessAlarmLevel } from '../process/index.js';
import { regionsInside } from '../region/index.js';
import {
  ProcessAlarmAcknowledgeInput,
  ProcessAlarmSuppressInput,
  ProcessAlarmSuppressionEndInput,
} from './alarm.inputs.js';
import { acknowledgeAlarms, endSuppression, suppressAlarms } from './alarm.service.js';
import { AlarmSuppression } from './alarm-suppression.js';
import { ProcessAlarm } from './process-alarm.js';

@ObjectType({ description: 'Answer of operations on alarms.' })
export class ProcessAlarmsPayload extends Payload {
  @Field(() => [ProcessAlarm], {
    nullable: true,
    description: 'The alarms in the order of the input; null when nothing was written.',
  })
  alarms?: ProcessAlarm[];
}

@ObjectType({ description: 'Answer of operations on what keeps alarms quiet.' })
export class AlarmSuppressionPayload extends Payload {
  @Field(() => AlarmSuppression, {
    nullable: true,
    description: 'What keeps them quiet; null when nothing was written.',
  })
  suppression?: AlarmSuppression;
}

@ObjectType({ description: 'An alarm was raised. Each comes exactly once, in order (WFL-57, WFL-59).' })
export class ProcessAlarmRaised {
  @Field(() => String, { description: 'Its place; give it as `after` when subscribing again, to go on behind it.' })
  cursor!: string;

  @Field(() => ProcessAlarm, {
    nullable: true,
    description: 'The alarm as it is now; null when the caller may not see it.',
  })
  alarm!: ProcessAlarm | null;
}

interface Watching {
  args: { regionId?: string | null; minLevel?: ProcessAlarmLevel; after?: string | null };
  context: CallContext;
}

async function watchAlarms({ args, context }: Watching): Promise<AsyncIterable<HistoryEvent>> {
  const least = ALARM_LEVELS.indexOf(args.minLevel ?? 'INFO');
  const regions = args.regionId ? { regionIds: await regionsInside(context, args.regionId, 'regionId') } : {};
  return context.feed.watch({
    caller: context.caller,
    after: args.after ?? null,
    match: { types: ['process-alarm.raised'], ...regions },
    // Who was told by name sees the alarm wherever it comes from, as in reads.
    addressee: context.caller.employeeId ? context.caller.subject : undefined,
    choose: ({ data }) => ALARM_LEVELS.indexOf(data['level'] as AlarmLevel) >= least,
  });
}

@Resolver()
export class ProcessAlarmResolver {
  @Mutation(() => ProcessAlarmsPayload, { description: 'Takes note of alarms (WFL-57).' })
  processAlarmAcknowledge(
    @Arg('input', () => ProcessAlarmAcknowledgeInput) input: ProcessAlarmAcknowledgeInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessAlarmsPayload> {
    return answer(ProcessAlarmsPayload, async () => ({ alarms: await acknowledgeAlarms(context, input) }));
  }

  @Mutation(() => AlarmSuppressionPayload, {
    description:
      'Keeps alarms quiet for a while, such as during a cut-over: they are noted, but nobody is told. Fails with REQUIRED, OUT_OF_SCOPE, BEFORE_START.',
  })
  processAlarmSuppress(
    @Arg('input', () => ProcessAlarmSuppressInput) input: ProcessAlarmSuppressInput,
    @Ctx() context: CallContext,
  ): Promise<AlarmSuppressionPayload> {
    return answer(AlarmSuppressionPayload, async () => ({ suppression: await suppressAlarms(context, input) }));
  }

  @Mutation(() => AlarmSuppressionPayload, {
    description:
      'Lets alarms be raised again that were kept quiet. Fails with OUT_OF_SCOPE for those of other regions, INVALID_STATE.',
  })
  processAlarmSuppressionEnd(
    @Arg('input', () => ProcessAlarmSuppressionEndInput) input: ProcessAlarmSuppressionEndInput,
    @Ctx() context: CallContext,
  ): Promise<AlarmSuppressionPayload> {
    return answer(AlarmSuppressionPayload, async () => ({ suppression: await endSuppression(context, input) }));
  }

  @Subscription(() => ProcessAlarmRaised, {
    description:
      "Alarms about processes of the caller's regions, and those that are sent to the caller by name wherever they come from, as they are raised, each exactly once and in order (WFL-57, WFL-59). Without a cursor it begins now. Fails with NOT_FOUND, CURSOR_INVALID or CURSOR_EXPIRED.",
    subscribe: (watching: Watching) => watchAlarms(watching) as never,
  })
  processAlarmRaised(
    @Root() { cursor, subjectId: id }: HistoryEvent,
    @Arg('regionId', () => ID, { nullable: true, description: 'Only of this region and those inside it.' })
    _regionId?: string | null,
    @Arg('minLevel', () => ProcessAlarmLevel, {
      defaultValue: ProcessAlarmLevel.INFO,
      description: 'Only those that are as bad as this, or worse.',
    })
    _minLevel?: ProcessAlarmLevel,
    @Arg('after', () => String, {
      nullable: true,
      description: 'Cursor of the last alarm seen; those after it follow.',
    })
    _after?: string | null,
  ): ProcessAlarmRaised {
    const alarm = Object.assign(Object.create(ProcessAlarm.prototype as object) as ProcessAlarm, { id });
    return Object.assign(new ProcessAlarmRaised(), { cursor, alarm });
  }
}
