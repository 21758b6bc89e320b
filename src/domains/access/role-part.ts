import { Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { Role } from '../organisation/index.js';

@UniqueTogether(['role', 'part'])
@Noun({
  tag: 'rc',
  root: false,
  description: 'That a role is composed of another one and has all its function points; never in a circle (SYS-22).',
})
export class RolePart extends Node {
  @One(() => Role, {
    description: 'The composed role.',
    inverse: 'parts',
    inverseDescription: 'Roles that this one is composed of.',
  })
  role!: Role;

  @One(() => Role, {
    description: 'The role that it contains.',
    inverse: 'partOf',
    inverseDescription: 'Composed roles that contain this one.',
  })
  part!: Role;
}
