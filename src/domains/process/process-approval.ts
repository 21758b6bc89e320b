import { EnumOf, Instant, Node, Noun, One, Text, TextList, UniqueTogether } from '../../kernel/model/index.js';
import { Employee } from '../organisation/index.js';
import { InternalOrganization } from '../party/index.js';
import { ApprovalResult } from './process.enums.js';
import { ProcessTemplateVersion } from './process-template-version.js';

@UniqueTogether(['version', 'approver', 'requestedAt'])
@Noun({
  tag: 'wp',
  root: false,
  description: 'That somebody was asked to approve a version of a template, and what they said (WFL-28, WFL-29).',
})
export class ProcessApproval extends Node {
  @One(() => ProcessTemplateVersion, {
    description: 'The version.',
    inverse: 'approvals',
    inverseDescription: 'Who was asked to approve it, and what they said.',
  })
  version!: ProcessTemplateVersion;

  @One(() => Employee, {
    description: 'Who is asked.',
    inverse: 'processApprovals',
    inverseDescription: 'Process templates that the employee was asked to approve.',
  })
  approver!: Employee;

  @One(() => InternalOrganization, {
    description:
      'The unit in which the approver worked when they were asked, wherever they work now (WFL-28); null where that was not kept.',
    nullable: true,
  })
  approverOrganization?: InternalOrganization | null;

  @Text({ description: 'Who asked.', max: 100, access: 'slow' })
  requestedBy!: string;

  @One(() => InternalOrganization, {
    description:
      'The unit in which the one who asked worked then (WFL-28); null for one who is no employee, and where that was not kept.',
    nullable: true,
  })
  requesterOrganization?: InternalOrganization | null;

  @Instant({ description: 'When.', access: 'slow' })
  requestedAt!: Date;

  @Instant({ description: 'By when an answer is wanted; null when any time will do.', nullable: true, access: 'slow' })
  dueAt?: Date | null;

  @TextList({ description: 'Names or addresses of documents that go along (WFL-29).' })
  attachments!: string[];

  @EnumOf(() => ApprovalResult, { description: 'What the approver said.' })
  result!: ApprovalResult;

  @Text({ description: 'Changes that the approver suggests; null for none.', nullable: true, max: 2000 })
  suggestion?: string | null;

  @Text({
    description:
      'Who answered: the approver, or whoever decides last where an approval of the operator has more steps; null before, and where that was not kept.',
    nullable: true,
    max: 100,
    access: 'slow',
  })
  decidedBy?: string | null;

  @One(() => InternalOrganization, {
    description:
      'The unit in which the one who answered worked then (WFL-28); null before, for one who is no employee, and where that was not kept.',
    nullable: true,
  })
  deciderOrganization?: InternalOrganization | null;

  @Instant({ description: 'When they answered; null before.', nullable: true, access: 'slow' })
  decidedAt?: Date | null;
}
