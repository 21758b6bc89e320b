import { Index, Property } from '@mikro-orm/decorators/legacy';
import { Bool, EnumOf, Instant, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { Employee } from '../organisation/index.js';
import { ProcessAlarmLevel, ProcessOperatorKind } from '../process/index.js';
import { Region } from '../region/index.js';
import { ProcessAlarmReason } from './alarm.enums.js';
import { AlarmSuppression } from './alarm-suppression.js';
import { ProcessInstance } from './process-instance.js';
import { ProcessTask } from './process-task.js';

@Noun({
  tag: 'wb',
  description: 'An alarm about an instance or one of its steps (流程告警信息, WFL-57, WFL-59). Each is raised once.',
})
@Index({ name: 'process_alarm_open', properties: ['instance'], where: '"cleared_at" is null' })
export class ProcessAlarm extends Node {
  @Text({ description: 'Number for people, such as `PA-00000012`.', max: 40, access: 'unique' })
  alarmNo!: string;

  @One(() => ProcessInstance, {
    description: 'The instance; null when it is about none, or for callers who may not see it.',
    nullable: true,
    hideable: true,
    inverse: 'alarms',
    inverseDescription: 'Alarms about it and its steps.',
  })
  instance?: ProcessInstance | null;

  @One(() => ProcessTask, {
    description: 'The task that is late; null when no task is, or for callers who may not see it.',
    nullable: true,
    hideable: true,
    inverse: 'alarms',
    inverseDescription: 'Alarms about the task.',
  })
  task?: ProcessTask | null;

  @Text({
    description: 'Code of the step; null when it is about the whole process.',
    nullable: true,
    max: 60,
    access: 'slow',
    grouped: true,
  })
  step?: string | null;

  @Text({ description: 'Code of the rule that raised it, such as `LIMIT`.', max: 60, access: 'slow', grouped: true })
  code!: string;

  @EnumOf(() => ProcessAlarmReason, { description: 'What it is about.' })
  reason!: ProcessAlarmReason;

  @EnumOf(() => ProcessAlarmLevel, { description: 'How bad it is.' })
  level!: ProcessAlarmLevel;

  @Text({ description: 'The situation, for people.', max: 2000 })
  message!: string;

  @Instant({ description: 'The limit that it is about; null for none.', nullable: true, access: 'slow' })
  dueAt?: Date | null;

  @EnumOf(() => ProcessOperatorKind, { description: 'What the recipient is.' })
  recipientKind!: ProcessOperatorKind;

  @Text({ description: 'Code of the recipient; of an employee the staff number.', max: 60, access: 'btree' })
  recipientCode!: string;

  @One(() => Employee, {
    description: 'The recipient, when it is one person.',
    nullable: true,
    inverse: 'processAlarms',
    inverseDescription: 'Alarms of processes that were sent to the employee.',
  })
  recipient?: Employee | null;

  @Bool({ description: 'True when it was also put into the work list of its recipient (WFL-19).', access: 'slow' })
  escalated: boolean = false;

  @One(() => AlarmSuppression, {
    description: 'What keeps it quiet: nobody is told of it; null when they are.',
    nullable: true,
    inverse: 'alarms',
    inverseDescription: 'Alarms that it keeps quiet.',
  })
  suppressedBy?: AlarmSuppression | null;

  @One(() => Region, {
    description: 'Region whose staff see it.',
    nullable: true,
    inverse: 'processAlarms',
    inverseDescription: 'Alarms of processes in the region.',
  })
  region?: Region | null;

  @Instant({ description: 'When it was raised.', access: 'btree' })
  raisedAt!: Date;

  @Instant({ description: 'When what it is about was over; null before (WFL-57).', nullable: true, access: 'slow' })
  clearedAt?: Date | null;

  @Instant({ description: 'When somebody took note of it; null before.', nullable: true, access: 'slow' })
  acknowledgedAt?: Date | null;

  @Text({ description: 'Who took note of it; null before.', nullable: true, max: 100, access: 'slow' })
  acknowledgedBy?: string | null;

  @Text({ description: 'What they said.', nullable: true, max: 2000 })
  note?: string | null;

  /** What it is about and by which rule: raised once. */
  @Property({ type: 'string', columnType: 'varchar(160)', hidden: true, unique: true })
  key!: string;

  /** The visit that it is about. */
  @Property({ type: 'uuid', columnType: 'uuid', nullable: true, hidden: true })
  tokenId?: string | null;
}
