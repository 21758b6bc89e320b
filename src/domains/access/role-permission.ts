import { Bool, DecimalNumber, Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { Role } from '../organisation/index.js';
import { FunctionPoint } from './function-point.js';

@UniqueTogether(['role', 'functionPoint'])
@Noun({ tag: 'rf', root: false, description: 'That a role holds a function point (SYS-21).' })
export class RolePermission extends Node {
  @One(() => Role, {
    description: 'The role.',
    inverse: 'permissions',
    inverseDescription:
      'Function points that the role holds itself, besides those of the roles that it is composed of.',
  })
  role!: Role;

  @One(() => FunctionPoint, {
    description: 'The function point.',
    inverse: 'roles',
    inverseDescription: 'Roles that hold the function point themselves.',
  })
  functionPoint!: FunctionPoint;

  @Bool({
    description: 'Whether those who have the role may grant the function point to others (SYS-27).',
    access: 'slow',
  })
  passable!: boolean;

  @DecimalNumber({
    description: 'Highest amount, in the currency of the operator, that the function point covers; null for no limit.',
    nullable: true,
    access: 'slow',
  })
  moneyLimit?: string | null;
}
