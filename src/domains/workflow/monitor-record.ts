import { Day, DecimalNumber, EnumOf, Instant, Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { ProcessMetric } from './monitor.enums.js';
import { MonitorRule } from './monitor-rule.js';
import { ProcessInstance } from './process-instance.js';

@UniqueTogether(['rule', 'instance', 'day'])
@Noun({
  tag: 'wz',
  description:
    'That a measured value of an instance passed the one that a rule allows: the highest of a day (监测信息, WFL-56).',
})
export class MonitorRecord extends Node {
  @One(() => MonitorRule, {
    description: 'The rule; null for callers who may not see it.',
    hideable: true,
    inverse: 'records',
    inverseDescription: 'What was measured by it.',
  })
  rule!: MonitorRule;

  @One(() => ProcessInstance, {
    description: 'The instance.',
    inverse: 'monitorRecords',
    inverseDescription: 'Measured values of it that passed the ones that rules allow.',
  })
  instance!: ProcessInstance;

  @Day({ description: 'The day, where the operator is.', access: 'slow' })
  day!: string;

  @EnumOf(() => ProcessMetric, { description: 'What was measured.' })
  metric!: ProcessMetric;

  @DecimalNumber({ description: 'The highest value of the day.', access: 'slow' })
  value!: string;

  @Instant({ description: 'When it was measured.', access: 'slow' })
  measuredAt!: Date;
}
