import { Int, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { InternalOrganization } from '../party/index.js';
import { Role } from './role.js';

@Noun({
  tag: 'ps',
  table: 'job_position',
  description: 'A position (岗位), such as call-centre agent; one or several roles together make it up (SYS-10).',
})
export class Position extends Node {
  @Text({ description: 'Stable code, such as `HALL_CLERK`.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @Int({ description: 'Rank: 1 is the highest.', access: 'slow' })
  level!: number;

  @One(() => Role, {
    description: 'Role that a holder of the position has unless told otherwise.',
    nullable: true,
    inverse: 'defaultForPositions',
    inverseDescription: 'Positions whose default role this is.',
  })
  defaultRole?: Role | null;

  @One(() => InternalOrganization, {
    description: 'The unit that defined it and may change it; null when it is common to the whole operator (SYS-26).',
    nullable: true,
    inverse: 'ownPositions',
    inverseDescription: 'Positions that this unit defined.',
  })
  organization?: InternalOrganization | null;
}
