import {
  DecimalNumber,
  describeEnum,
  EnumOf,
  Instant,
  Node,
  Noun,
  One,
  Text,
  TextList,
  UniqueTogether,
} from '../../kernel/model/index.js';
import { InternalOrganization } from '../party/index.js';
import { Parameter } from './parameter.js';

export enum AlarmStatus {
  RAISED = 'RAISED',
  CLEARED = 'CLEARED',
}

describeEnum(AlarmStatus, 'AlarmStatus', 'State of an alarm (17.5.2).', {
  RAISED: 'The trigger condition was met, and the clear condition has not been since.',
  CLEARED: 'The clear condition was met.',
});

@UniqueTogether(['parameter', 'organization'], `"status" = 'RAISED'`)
@Noun({
  tag: 'al',
  description:
    'A violation of a threshold by a monitored item, from the value that raised it to the one that cleared it (SYS-28, SYS-30).',
})
export class Alarm extends Node {
  @One(() => Parameter, {
    description: 'The parameter that says what is watched; null when it was removed since.',
    nullable: true,
    inverse: 'alarms',
    inverseDescription: 'Alarms that were raised by it.',
  })
  parameter?: Parameter | null;

  @Text({ description: 'Code of that parameter.', max: 100, access: 'btree', grouped: true })
  code!: string;

  @Text({ description: 'The monitored item.', max: 100, access: 'btree', grouped: true })
  item!: string;

  @One(() => InternalOrganization, {
    description: 'The unit where the value was measured.',
    inverse: 'alarms',
    inverseDescription: 'Alarms about exactly this unit.',
  })
  organization!: InternalOrganization;

  @EnumOf(() => AlarmStatus, { description: 'State.', access: 'btree' })
  status!: AlarmStatus;

  @DecimalNumber({ description: 'The value that raised it.' })
  value!: string;

  @Text({ description: 'Message of the threshold, of the latest change of state.', max: 400 })
  message!: string;

  @Instant({ description: 'When it was raised.', access: 'btree' })
  raisedAt!: Date;

  @Instant({ description: 'When it was cleared; null while it is raised.', nullable: true, access: 'slow' })
  clearedAt?: Date | null;

  @TextList({ description: 'Codes of the actions that were run when it was raised (SYS-32).' })
  actions: string[] = [];

  @Text({
    description: 'Code of the filter because of which no action was run; null when there is none (SYS-31).',
    nullable: true,
    max: 100,
  })
  suppressedBy?: string | null;
}
