import { describeEnum, EnumOf, Instant, Node, Noun, One, Text, TextList } from '../../kernel/model/index.js';
import { Employee } from '../organisation/index.js';
import { MEANS_TEXT } from './reminder-means.js';
import { WorkLogPeriod } from './work-log-period.js';

export enum MemoStatus {
  PENDING = 'PENDING',
  TRIGGERED = 'TRIGGERED',
  ACKNOWLEDGED = 'ACKNOWLEDGED',
  CANCELLED = 'CANCELLED',
}

describeEnum(MemoStatus, 'MemoStatus', 'State of a memo (OPS-25).', {
  PENDING: 'Its moment has not come, or it has none.',
  TRIGGERED: 'Its moment has come and the receiver was told.',
  ACKNOWLEDGED: 'The receiver has taken note.',
  CANCELLED: 'Given up.',
});

@Noun({
  tag: 'mm',
  description:
    'What is to be remembered, and when who is told of it (备忘, OPS-18). Seen by its author, its receiver, and the head of the author.',
})
export class Memo extends Node {
  @Text({ description: 'Number for people, such as `ME-00000012`.', max: 40, access: 'unique' })
  memoNo!: string;

  @One(() => Employee, {
    description: 'Who wrote it.',
    inverse: 'memos',
    inverseDescription: 'Memos that the employee wrote, as far as the caller may see them.',
  })
  author!: Employee;

  @One(() => Employee, {
    description: 'Who is told.',
    inverse: 'receivedMemos',
    inverseDescription: 'Memos for the employee, as far as the caller may see them.',
  })
  receiver!: Employee;

  @One(() => WorkLogPeriod, {
    description: 'Whose head sees it too; null for nobody.',
    nullable: true,
    inverse: 'memos',
    inverseDescription: 'Memos of its staff, as far as the caller may see them.',
  })
  period?: WorkLogPeriod | null;

  @Text({ description: 'What is to be remembered.', max: 2000 })
  content!: string;

  @Instant({ description: 'When the receiver is told; null for never.', nullable: true, access: 'btree' })
  remindAt?: Date | null;

  @TextList({ description: `Ways of telling, of ${MEANS_TEXT}.` })
  notifyBy: string[] = [];

  @EnumOf(() => MemoStatus, { description: 'State; changes only by its life cycle.', access: 'btree' })
  status!: MemoStatus;

  @Instant({ description: 'When the receiver was told; null before.', nullable: true, access: 'slow' })
  triggeredAt?: Date | null;
}
