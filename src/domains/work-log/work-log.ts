import { describeEnum, EnumOf, Instant, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { Employee } from '../organisation/index.js';
import { InternalOrganization } from '../party/index.js';
import { WorkLogPeriod } from './work-log-period.js';

export enum WorkLogStatus {
  DRAFT = 'DRAFT',
  SUBMITTED = 'SUBMITTED',
  REVIEWED = 'REVIEWED',
}

describeEnum(WorkLogStatus, 'WorkLogStatus', 'State of a work log (OPS-20, OPS-21).', {
  DRAFT: 'Being written; only its author sees it.',
  SUBMITTED: 'Released to the head of the department or team.',
  REVIEWED: 'The head gave an opinion.',
});

@Noun({
  tag: 'wr',
  description:
    'What an employee writes down of their work (工作日志, OPS-16, OPS-17). Seen by its author and, once released, by the head of the department or team.',
})
export class WorkLog extends Node {
  @One(() => Employee, {
    description: 'Who wrote it.',
    inverse: 'workLogs',
    inverseDescription: 'Work logs of the employee, as far as the caller may see them.',
  })
  author!: Employee;

  @One(() => InternalOrganization, {
    description: 'Department or shift team of the author when it was written.',
    inverse: 'workLogs',
    inverseDescription: 'Work logs of its staff, as far as the caller may see them.',
  })
  organization!: InternalOrganization;

  @Instant({ description: 'When it was begun.', access: 'btree' })
  filledAt!: Date;

  @Text({ description: 'Keywords, with spaces between.', access: 'search' })
  keywords!: string;

  @Text({ description: 'What was done.', max: 4000 })
  content!: string;

  @EnumOf(() => WorkLogStatus, { description: 'State; changes only by its life cycle.', access: 'btree' })
  status!: WorkLogStatus;

  @One(() => WorkLogPeriod, {
    description: 'To whose head it was released; null before.',
    nullable: true,
    inverse: 'workLogs',
    inverseDescription: 'Logs released to its head, as far as the caller may see them.',
  })
  period?: WorkLogPeriod | null;

  @Instant({ description: 'When it was released; null before.', nullable: true, access: 'slow' })
  submittedAt?: Date | null;

  @Text({ description: "The head's opinion; null before (OPS-21).", nullable: true, max: 2000 })
  superiorOpinion?: string | null;

  @Instant({ description: 'When the head first read it; null before.', nullable: true, access: 'slow' })
  superiorReadAt?: Date | null;

  @Text({ description: 'Who was visited; null for nobody (OPS-17).', nullable: true, access: 'search' })
  visited?: string | null;

  @Text({ description: 'Where; null when not said.', nullable: true })
  place?: string | null;

  @Instant({ description: 'When it really was; null when not said.', nullable: true, access: 'slow' })
  actualAt?: Date | null;

  @Text({ description: 'What for; null when not said.', nullable: true, max: 500 })
  purpose?: string | null;

  @Text({ description: 'What the visit was about; null when not said.', nullable: true, max: 2000 })
  visitContent?: string | null;

  @Text({ description: 'What came of it; null when not said.', nullable: true, max: 1000 })
  effect?: string | null;

  @Text({ description: 'Problems that were met; null for none.', nullable: true, max: 1000 })
  problems?: string | null;
}
