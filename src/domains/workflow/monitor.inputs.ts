import {
  BoolInput,
  DecimalInput,
  EnumInput,
  IdInput,
  Input,
  ObjectInput,
  TextInput,
} from '../../kernel/model/index.js';
import { ProcessAlarmLevel, ProcessOperatorInput, ProcessTemplate } from '../process/index.js';
import { Region } from '../region/index.js';
import { ProcessMetric } from './monitor.enums.js';

@Input('A monitoring rule, whole: what is absent is no condition (WFL-55).')
export class MonitorRuleSaveInput {
  @TextInput({
    description: 'Number of the rule; the one with this number is replaced, otherwise one is made.',
    max: 60,
  })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @EnumInput(() => ProcessMetric, { description: 'What is measured.' })
  metric!: ProcessMetric;

  @IdInput(() => ProcessTemplate, { description: 'Only instances of this template.', optional: true })
  templateId?: string | null;

  @TextInput({ description: 'Only this step; REQUIRED for `DWELL`, and not for `AGE`.', max: 60, optional: true })
  step?: string | null;

  @IdInput(() => Region, {
    description:
      'Only instances of this region and those inside it; OUT_OF_SCOPE for regions of others, and when absent for staff of a region.',
    optional: true,
  })
  regionId?: string | null;

  @DecimalInput({ description: 'Value from which on an alarm is raised, above 0.', min: '0.01', max: '100000000' })
  alarmValue!: string;

  @EnumInput(() => ProcessAlarmLevel, { description: 'Level of the alarm.' })
  alarmLevel!: ProcessAlarmLevel;

  @ObjectInput(() => ProcessOperatorInput, {
    description: 'Who is told; absent for who is responsible for the instance. OPERATOR_UNKNOWN.',
    optional: true,
  })
  recipient?: ProcessOperatorInput | null;

  @BoolInput({ description: 'Whether it is measured; true when absent.', optional: true })
  active?: boolean | null;
}
