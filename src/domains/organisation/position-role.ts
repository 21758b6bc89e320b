import { Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { Position } from './position.js';
import { Role } from './role.js';

@UniqueTogether(['position', 'role'])
@Noun({ tag: 'rp', root: false, description: 'That a position includes a role (R09).' })
export class PositionRole extends Node {
  @One(() => Position, {
    description: 'The position.',
    inverse: 'roles',
    inverseDescription: 'Roles that make up the position.',
  })
  position!: Position;

  @One(() => Role, {
    description: 'The role.',
    inverse: 'positions',
    inverseDescription: 'Positions that include the role.',
  })
  role!: Role;
}
