import { EnumInput, IdInput, IdListInput, Input, InstantInput, TextInput } from '../../kernel/model/index.js';
import { ProcessAlarmLevel, ProcessTemplate } from '../process/index.js';
import { Region } from '../region/index.js';
import { AlarmSuppression } from './alarm-suppression.js';
import { ProcessAlarm } from './process-alarm.js';
import { ProcessInstance } from './process-instance.js';

@Input('Takes note of alarms (WFL-57).')
export class ProcessAlarmAcknowledgeInput {
  @IdListInput(() => ProcessAlarm, { description: 'The alarms; all of them or none.', max: 200 })
  alarmIds!: string[];

  @TextInput({ description: 'What is done about them.', max: 2000, optional: true })
  note?: string | null;
}

@Input('Keeps alarms quiet for a while; of several conditions all hold.')
export class ProcessAlarmSuppressInput {
  @IdInput(() => ProcessTemplate, { description: 'Only alarms of instances of this template.', optional: true })
  templateId?: string | null;

  @IdInput(() => ProcessInstance, { description: 'Only alarms of this instance.', optional: true })
  instanceId?: string | null;

  @TextInput({ description: 'Only alarms about this step.', max: 60, optional: true })
  step?: string | null;

  @IdInput(() => Region, {
    description:
      'Only alarms of this region and those inside it. REQUIRED for staff of a region who name no instance; OUT_OF_SCOPE for regions of others.',
    optional: true,
  })
  regionId?: string | null;

  @EnumInput(() => ProcessAlarmLevel, {
    description: 'Alarms up to this level; `CRITICAL` when absent.',
    optional: true,
  })
  maxLevel?: ProcessAlarmLevel | null;

  @InstantInput({ description: 'From when; at once when absent.', optional: true })
  from?: string | null;

  @InstantInput({ description: 'Until when; BEFORE_START when that is over.' })
  until!: string;

  @TextInput({ description: 'Why.', max: 2000 })
  reason!: string;
}

@Input('Lets alarms be raised again that were kept quiet.')
export class ProcessAlarmSuppressionEndInput {
  @IdInput(() => AlarmSuppression, { description: 'What keeps them quiet; INVALID_STATE when it has ended.' })
  suppressionId!: string;

  @TextInput({ description: 'Why.', max: 2000, optional: true })
  reason?: string | null;
}
