import { Index } from '@mikro-orm/decorators/legacy';
import {
  Bool,
  describeEnum,
  EnumOf,
  Instant,
  Int,
  Node,
  Noun,
  One,
  Text,
  TextList,
  UniqueTogether,
} from '../../kernel/model/index.js';
import { Employee } from '../organisation/index.js';
import { InternalOrganization } from '../party/index.js';
import { MEANS_TEXT } from './reminder-means.js';

export enum FillingPeriod {
  DAY = 'DAY',
  WEEK = 'WEEK',
  MONTH = 'MONTH',
}

describeEnum(FillingPeriod, 'FillingPeriod', 'How often staff write a work log (OPS-23).', {
  DAY: 'Every day.',
  WEEK: 'Every week, which begins on Monday.',
  MONTH: 'Every month.',
});

@UniqueTogether(['organization'])
@Index({ name: 'work_log_period_ends', properties: ['endsAt'] })
@Noun({
  tag: 'wu',
  description:
    'How often the staff of a department or shift team write a work log, and who heads it and reviews them (OPS-19..24). It holds for units below that have none of their own, and for those whose head has left, until another is set.',
})
export class WorkLogPeriod extends Node {
  @One(() => InternalOrganization, {
    description: 'The department or shift team.',
    inverse: 'workLogPeriods',
    inverseDescription: 'How often its staff write a work log; at most one.',
  })
  organization!: InternalOrganization;

  @One(() => Employee, {
    description:
      'Who heads it: reads what its staff release, and gives opinions. Who has this part now sees earlier logs.',
    inverse: 'headedWorkLogPeriods',
    inverseDescription: 'Departments and teams whose work logs the employee reviews.',
  })
  superior!: Employee;

  @EnumOf(() => FillingPeriod, { description: 'How often a log is due.' })
  period!: FillingPeriod;

  @Text({ description: 'Time zone in which days begin, such as `Asia/Shanghai`.', max: 60, access: 'slow' })
  timeZone!: string;

  @Bool({ description: 'Whether drafts are released to the head when the period ends (OPS-20).', access: 'slow' })
  autoRelease!: boolean;

  @Int({
    description: 'How many minutes before its end who has written nothing is reminded; 0 for never (OPS-24).',
    access: 'slow',
  })
  remindMinutes!: number;

  @TextList({ description: `Ways of reminding, of ${MEANS_TEXT}.` })
  remindBy: string[] = [];

  @Instant({ description: 'When the running period began.', access: 'slow' })
  startsAt!: Date;

  @Instant({ description: 'When the running period ends.', access: 'slow' })
  endsAt!: Date;

  @Instant({
    description: 'When reminders of the running period went out by themselves; null before.',
    nullable: true,
    access: 'slow',
  })
  remindedAt?: Date | null;
}
