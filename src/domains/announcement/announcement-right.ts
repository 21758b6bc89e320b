import { Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { Employee } from '../organisation/index.js';
import { InternalOrganization } from '../party/index.js';

@UniqueTogether(['organization'], 'employee_id is null')
@UniqueTogether(['employee'], 'employee_id is not null')
@Noun({ tag: 'nr', description: 'The right of a department or of one employee to publish announcements (OPS-34).' })
export class AnnouncementRight extends Node {
  @One(() => InternalOrganization, {
    description: 'The department whose staff has it, or the unit of the employee when it was granted.',
    inverse: 'announcementRights',
    inverseDescription: 'Rights of it and of its staff to publish announcements.',
  })
  organization!: InternalOrganization;

  @One(() => Employee, {
    description: 'The one employee who has it; null for all of the department.',
    nullable: true,
    inverse: 'announcementRights',
    inverseDescription: 'Right of the employee alone to publish announcements.',
  })
  employee?: Employee | null;

  @Text({ description: 'Who granted it.', max: 100, access: 'slow' })
  grantedBy!: string;
}
