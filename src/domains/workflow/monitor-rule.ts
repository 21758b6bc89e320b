import { Bool, DecimalNumber, EnumOf, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { ProcessAlarmLevel, ProcessOperatorKind, ProcessTemplate } from '../process/index.js';
import { Region } from '../region/index.js';
import { ProcessMetric } from './monitor.enums.js';

@Noun({
  tag: 'wx',
  description: 'What is measured of running instances, and from which value on an alarm is raised (监测规则, WFL-55).',
})
export class MonitorRule extends Node {
  @Text({ description: 'Number of the rule, such as `LONG_DWELL`.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name.' })
  name!: string;

  @EnumOf(() => ProcessMetric, { description: 'What is measured (监测指标).' })
  metric!: ProcessMetric;

  @One(() => ProcessTemplate, {
    description: 'Only instances of this template; null for all.',
    nullable: true,
    inverse: 'monitorRules',
    inverseDescription: 'What is measured of its instances.',
  })
  template?: ProcessTemplate | null;

  @Text({ description: 'Only this step; null for all.', nullable: true, max: 60, access: 'slow' })
  step?: string | null;

  @One(() => Region, {
    description: 'Only instances of this region and those inside it; null for everywhere.',
    nullable: true,
    inverse: 'monitorRules',
    inverseDescription: 'What is measured of processes in the region.',
  })
  region?: Region | null;

  @DecimalNumber({ description: 'Value from which on it is recorded and an alarm raised (告警值).', access: 'slow' })
  alarmValue!: string;

  @EnumOf(() => ProcessAlarmLevel, { description: 'Level of the alarm (告警等级).' })
  alarmLevel!: ProcessAlarmLevel;

  @EnumOf(() => ProcessOperatorKind, {
    description: 'What is told of the alarm; null for who is responsible for the instance.',
    nullable: true,
  })
  recipientKind?: ProcessOperatorKind | null;

  @Text({ description: 'Code of who is told.', nullable: true, max: 60 })
  recipientCode?: string | null;

  @Bool({ description: 'Whether it is measured.', access: 'slow' })
  active!: boolean;
}
