import { EnumOf, Instant, Node, Noun, One, Text, TextList, UniqueTogether } from '../../kernel/model/index.js';
import { Employee } from '../organisation/index.js';
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

  @Text({ description: 'Who asked.', max: 100, access: 'slow' })
  requestedBy!: string;

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

  @Instant({ description: 'When the approver answered; null before.', nullable: true, access: 'slow' })
  decidedAt?: Date | null;
}
