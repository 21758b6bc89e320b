import {
  Bool,
  EnumOf,
  Instant,
  Int,
  Node,
  Noun,
  One,
  Text,
  TimePeriod,
  UniqueTogether,
  Value,
} from '../../kernel/model/index.js';
import { InternalOrganization } from '../party/index.js';
import { ProcessOperatorKind, ProcessVersionStatus } from './process.enums.js';
import { ProcessTemplate } from './process-template.js';

@UniqueTogether(['template', 'number'], 'instance_own = false')
@Noun({
  tag: 'wv',
  description:
    'A version of a process template: its steps and flows, when it applies, and how far it has come from draft to publication. Only a draft can be edited; instances stay on the version with which they began (WFL-23..31).',
})
export class ProcessTemplateVersion extends Node {
  @One(() => ProcessTemplate, {
    description: 'The template.',
    inverse: 'versions',
    inverseDescription: 'Its versions, among them those that single instances have of their own.',
  })
  template!: ProcessTemplate;

  @Int({ description: 'Number within the template, from 1.', access: 'slow' })
  number!: number;

  @EnumOf(() => ProcessVersionStatus, { description: 'How far it has come.', access: 'btree' })
  status!: ProcessVersionStatus;

  @Bool({ description: 'True for a changed copy that belongs to one running instance (WFL-48).', access: 'slow' })
  instanceOwn: boolean = false;

  @Value(() => TimePeriod, { description: 'When it makes instances (WFL-24).' })
  validity!: TimePeriod;

  @Text({
    description: 'FEEL over the object: for which it applies (适用场合, WFL-05); null for all.',
    nullable: true,
    max: 4000,
  })
  applicability?: string | null;

  @Int({
    description: 'How many conditions the applicability joins by `and`: the more, the more specific.',
    access: 'slow',
  })
  specificity: number = 0;

  @Text({
    description:
      'FEEL over the object that gives the handling grade of an instance that was given none, such as `if customerLevel = "GOLD" then "FAST" else "NORMAL"` (WFL-16); null for none.',
    nullable: true,
    max: 4000,
  })
  gradeRule?: string | null;

  @EnumOf(() => ProcessOperatorKind, {
    description:
      'What is responsible for its instances: told of alarms about them, and of those that cannot go on (WFL-59); null for the position `PROCESS_MANAGER`.',
    nullable: true,
  })
  responsibleKind?: ProcessOperatorKind | null;

  @Text({ description: 'Code of who is responsible; of an employee the staff number.', nullable: true, max: 60 })
  responsibleCode?: string | null;

  @Text({ description: 'Why this version was made.', nullable: true, max: 500 })
  changeReason?: string | null;

  @Int({ description: 'Counts the edits of the draft; an edit names the one that it saw.', access: 'slow' })
  revision: number = 0;

  @One(() => ProcessTemplateVersion, {
    description: 'The version from which it was copied; null when it was made anew (WFL-03).',
    nullable: true,
    inverse: 'copies',
    inverseDescription: 'Versions that were copied from it.',
  })
  basedOn?: ProcessTemplateVersion | null;

  @Text({ description: 'Who made it.', max: 100, access: 'slow' })
  createdBy!: string;

  @Text({ description: 'Who sent it for approval; null before.', nullable: true, max: 100, access: 'slow' })
  submittedBy?: string | null;

  @One(() => InternalOrganization, {
    description:
      'The unit in which whoever sent it for approval worked then (WFL-28); null before, for one who is no employee, and where that was not kept.',
    nullable: true,
  })
  submitterOrganization?: InternalOrganization | null;

  @Instant({ description: 'When it was sent for approval; null before.', nullable: true, access: 'slow' })
  submittedAt?: Date | null;

  @Text({ description: 'Who published it; null before (WFL-31).', nullable: true, max: 100, access: 'slow' })
  publishedBy?: string | null;

  @Instant({ description: 'When it was published; null before (WFL-31).', nullable: true, access: 'slow' })
  publishedAt?: Date | null;
}
