import { Property } from '@mikro-orm/decorators/legacy';
import {
  Any,
  describeEnum,
  EnumOf,
  Instant,
  JsonValue,
  Node,
  Noun,
  One,
  Text,
  UniqueTogether,
} from '../../kernel/model/index.js';
import { Region } from '../region/index.js';
import { ProcessInstance } from '../workflow/index.js';

export enum ApprovalStatus {
  ASKED = 'ASKED',
  APPROVED = 'APPROVED',
  REJECTED = 'REJECTED',
  WITHDRAWN = 'WITHDRAWN',
}
describeEnum(ApprovalStatus, 'ApprovalStatus', 'State of an approval.', {
  ASKED: 'Somebody has it to decide; what is asked for has no effect yet.',
  APPROVED: 'Approved: what was asked for has taken effect.',
  REJECTED: 'Refused: the object is back with whoever works on it.',
  WITHDRAWN: 'Taken back, or not needed any more.',
});

@UniqueTogether(['subjectId', 'kind'], `status = 'ASKED'`)
@Noun({
  tag: 'av',
  description:
    'That something was to be approved, such as an offering or a change of a customer, and what was decided by the process that ran for it (WFL-28, WFL-34).',
})
export class Approval extends Node {
  @Text({ description: 'Number for people, such as `APR-00000012`.', max: 40, access: 'unique' })
  approvalNo!: string;

  @Text({
    description: 'What kind of approval, such as `OFFERING`; it chooses the process (WFL-05).',
    max: 60,
    access: 'slow',
    grouped: true,
  })
  kind!: string;

  @Text({ description: 'Type of the object, such as `Offering`.', max: 60, access: 'slow', grouped: true })
  subjectType!: string;

  @Text({ description: 'Opaque id of the object.', max: 60, access: 'btree' })
  subjectId!: string;

  @Any({
    description: 'The object; null when the caller may not see it.',
    typeColumn: 'subject_type',
    idColumn: 'subject_key',
  })
  subject!: Node | null;

  @Property({ type: 'uuid', columnType: 'uuid', nullable: true, hidden: true })
  subjectKey?: string | null;

  @Text({ description: 'What it is about, for people.', access: 'search' })
  title!: string;

  @Text({ description: 'Why it is wanted; null when nobody said.', nullable: true, max: 2000 })
  reason?: string | null;

  @JsonValue({ description: 'What changes, by name; null when the whole object is new.', nullable: true })
  changes!: Record<string, unknown> | null;

  /** What the domain needs when it is approved; nobody reads it, for it has what policies hide. */
  @Property({ type: 'json', columnType: 'jsonb', nullable: true, hidden: true })
  held?: Record<string, unknown> | null;

  /** How far it had been changed when somebody approved it as it stands, by step, in their order; null for what is not, or by nobody yet. */
  @Property({ type: 'json', columnType: 'jsonb', nullable: true, hidden: true })
  judged?: { step: string; mark: string }[] | null;

  @EnumOf(() => ApprovalStatus, { description: 'State; changes only through its life cycle.', access: 'btree' })
  status!: ApprovalStatus;

  @Text({ description: 'Who asked, such as a staff number.', max: 100, access: 'btree' })
  askedBy!: string;

  @Instant({ description: 'When it was asked for.', access: 'btree' })
  askedAt!: Date;

  @Text({
    description: 'Who decided, at the last step so far; null while nobody has. They did not ask for it.',
    nullable: true,
    max: 100,
    access: 'slow',
  })
  decidedBy?: string | null;

  @Instant({ description: 'When it was decided or taken back; null before.', nullable: true, access: 'slow' })
  decidedAt?: Date | null;

  @Text({ description: 'What the last to decide remarked, or why it was taken back.', nullable: true, max: 2000 })
  remark?: string | null;

  @One(() => Region, {
    description: 'Region whose staff see and decide it.',
    inverse: 'approvals',
    inverseDescription: 'Approvals that staff of the region decide.',
  })
  region!: Region;

  @One(() => ProcessInstance, {
    description:
      'The process that decides; its tasks stand in the work lists. When no process is published for it, it waits for a dispatcher who names one (WFL-39). Null for callers who may not see it.',
    nullable: true,
    hideable: true,
    inverse: 'approvals',
    inverseDescription: 'The approval for which the process runs.',
  })
  instance?: ProcessInstance | null;
}
