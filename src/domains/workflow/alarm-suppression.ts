import { EnumOf, Node, Noun, One, Text, TimePeriod, Value } from '../../kernel/model/index.js';
import { ProcessAlarmLevel, ProcessTemplate } from '../process/index.js';
import { Region } from '../region/index.js';
import { ProcessInstance } from './process-instance.js';

@Noun({
  tag: 'wq',
  description:
    'Keeps alarms quiet for a while, such as during a cut-over: they are noted, but nobody is told and nothing is escalated (告警抑制).',
})
export class AlarmSuppression extends Node {
  @One(() => ProcessTemplate, {
    description: 'Only alarms of instances of this template; null for all.',
    nullable: true,
    inverse: 'alarmSuppressions',
    inverseDescription: 'What keeps alarms of its instances quiet.',
  })
  template?: ProcessTemplate | null;

  @One(() => ProcessInstance, {
    description: 'Only alarms of this instance; null for all, and for callers who may not see it.',
    nullable: true,
    hideable: true,
    inverse: 'alarmSuppressions',
    inverseDescription: 'What keeps its alarms quiet.',
  })
  instance?: ProcessInstance | null;

  @Text({ description: 'Only alarms about this step; null for all.', nullable: true, max: 60, access: 'slow' })
  step?: string | null;

  @One(() => Region, {
    description: 'Only alarms of this region and those inside it; null for everywhere.',
    nullable: true,
    inverse: 'alarmSuppressions',
    inverseDescription: 'What keeps alarms of processes in the region quiet.',
  })
  region?: Region | null;

  @EnumOf(() => ProcessAlarmLevel, { description: 'Alarms up to this level; worse ones are raised all the same.' })
  maxLevel!: ProcessAlarmLevel;

  @Value(() => TimePeriod, { description: 'When.' })
  validity!: TimePeriod;

  @Text({ description: 'Why.', max: 2000 })
  reason!: string;

  @Text({ description: 'Who said so.', max: 100, access: 'slow' })
  createdBy!: string;
}
