import { Bool, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { InternalOrganization } from '../party/index.js';
import { Employee } from './employee.js';

@Noun({
  tag: 'vt',
  description: 'A virtual team: employees formed for a specific task irrespective of administrative lines (MOD-13).',
})
export class VirtualTeam extends Node {
  @Text({ description: 'Stable code, such as `SPRING_SALES`.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @Text({ description: 'The task for which it was formed.', max: 500 })
  task!: string;

  @One(() => InternalOrganization, {
    description: 'The unit that formed it and looks after it.',
    inverse: 'virtualTeams',
    inverseDescription: 'Virtual teams that the unit formed.',
  })
  organization!: InternalOrganization;

  @Bool({ description: 'False when it was dissolved; its members then belong to no such team.', access: 'slow' })
  active: boolean = true;
}

@UniqueTogether(['team', 'employee'])
@Noun({ tag: 'vx', root: false, description: 'That an employee belongs to a virtual team (MOD-13).' })
export class VirtualTeamMember extends Node {
  @One(() => VirtualTeam, {
    description: 'The team.',
    inverse: 'members',
    inverseDescription: 'Who belongs to it, of whatever units.',
  })
  team!: VirtualTeam;

  @One(() => Employee, {
    description: 'The employee.',
    inverse: 'virtualTeams',
    inverseDescription: 'Virtual teams that the employee belongs to.',
  })
  employee!: Employee;
}
