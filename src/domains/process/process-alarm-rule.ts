import { EnumOf, Int, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { ProcessAlarmAction, ProcessAlarmLevel, ProcessOperatorKind } from './process.enums.js';
import { ProcessTemplateVersion } from './process-template-version.js';

@Noun({
  tag: 'wg',
  root: false,
  description: 'When an alarm is raised about a limit of a process or one of its steps, and to whom (WFL-19, WFL-20).',
})
export class ProcessAlarmRule extends Node {
  @One(() => ProcessTemplateVersion, {
    description: 'The version.',
    inverse: 'alarmRules',
    inverseDescription: 'When alarms are raised about its limits.',
  })
  version!: ProcessTemplateVersion;

  @Text({ description: 'Step; null for the whole process.', nullable: true, max: 60, access: 'slow' })
  step?: string | null;

  @Int({ description: 'Place in its list, from 0.', access: 'slow' })
  place!: number;

  @Text({ description: 'Code, unique in its list.', max: 60, access: 'slow' })
  code!: string;

  @Int({ description: 'Minutes after the limit, counted by its clock; negative before it.', access: 'slow' })
  offsetMinutes!: number;

  @EnumOf(() => ProcessAlarmLevel, { description: 'How bad it is.' })
  level!: ProcessAlarmLevel;

  @EnumOf(() => ProcessOperatorKind, {
    description: 'What the recipient is; null for whoever is responsible.',
    nullable: true,
  })
  recipientKind?: ProcessOperatorKind | null;

  @Text({ description: 'Code of the recipient; null for whoever is responsible.', nullable: true, max: 60 })
  recipientCode?: string | null;

  @EnumOf(() => ProcessAlarmAction, { description: 'What it does.' })
  action!: ProcessAlarmAction;

  @Text({ description: 'Step at which a MOVE goes on; null for other actions.', nullable: true, max: 60 })
  toStep?: string | null;
}
