import { Node, Noun, One, Text } from '../../kernel/model/index.js';
import { InternalOrganization } from '../party/index.js';

@Noun({
  tag: 'ro',
  table: 'job_role',
  description: 'A set of job duties, such as clerk or desk supervisor (MOD-12, SYS-20).',
})
export class Role extends Node {
  @Text({ description: 'Stable code, such as `CLERK`.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @Text({ description: 'The duties, for people.', nullable: true, max: 1000 })
  description?: string | null;

  @One(() => InternalOrganization, {
    description: 'The unit that defined it and may change it; null when it is common to the whole operator (SYS-26).',
    nullable: true,
    inverse: 'ownRoles',
    inverseDescription: 'Roles that this unit defined.',
  })
  organization?: InternalOrganization | null;
}
