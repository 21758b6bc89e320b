import { BoolInput, DecimalInput, IdInput, IdListInput, Input, TextInput } from '../../kernel/model/index.js';
import { InternalOrganization } from '../party/index.js';
import { Role } from '../organisation/index.js';
import { FunctionPoint } from './function-point.js';

@Input('A new role (SYS-20, SYS-22).')
export class RoleCreateInput {
  @TextInput({
    description: 'Stable code, such as `NIGHT_CLERK`: capital letters, digits and `_`; DUPLICATE when it is taken.',
    max: 60,
  })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @TextInput({ description: 'The duties, for people.', optional: true, max: 1000 })
  description?: string | null;

  @IdInput(() => InternalOrganization, {
    description:
      'The unit that defines it; left out, it is common to the whole operator, which only the headquarters may do.',
    optional: true,
  })
  organizationId?: string | null;

  @IdListInput(() => Role, { description: 'Roles that it is composed of.', optional: true, max: 50 })
  partIds?: string[] | null;

  @IdListInput(() => FunctionPoint, { description: 'Function points that it holds itself.', optional: true, max: 500 })
  functionPointIds?: string[] | null;
}

@Input('What to change of a role; what is left out stays (SYS-20, SYS-22).')
export class RoleChangeInput {
  @IdInput(() => Role, { description: 'The role.' })
  roleId!: string;

  @TextInput({ description: 'Name.', optional: true })
  name?: string | null;

  @TextInput({ description: 'The duties, for people; null removes them.', optional: true, max: 1000 })
  description?: string | null;

  @IdListInput(() => Role, {
    description:
      'All roles that it is composed of from now on; refused with CIRCLE when one of them contains this role.',
    optional: true,
    max: 50,
  })
  partIds?: string[] | null;
}

@Input('The role to remove (SYS-20).')
export class RoleRemoveInput {
  @IdInput(() => Role, { description: 'The role; refused with IN_USE while a valid person has it.' })
  roleId!: string;
}

@Input('Function points for a role (SYS-21).')
export class RolePermissionsGrantInput {
  @IdInput(() => Role, { description: 'The role.' })
  roleId!: string;

  @IdListInput(() => FunctionPoint, {
    description: 'One or many function points; those that it has get the new settings.',
    max: 500,
  })
  functionPointIds!: string[];

  @BoolInput({
    description: 'Whether those who have the role may grant them to others; false when left out (SYS-27).',
    optional: true,
  })
  passable?: boolean | null;

  @DecimalInput({
    description: 'Highest amount, in the currency of the operator, that they cover; left out for no limit.',
    optional: true,
    min: '0',
  })
  moneyLimit?: string | null;
}

@Input('Function points to take from a role (SYS-21).')
export class RolePermissionsRevokeInput {
  @IdInput(() => Role, { description: 'The role.' })
  roleId!: string;

  @IdListInput(() => FunctionPoint, {
    description: 'One or many function points; those that it does not have count as done.',
    max: 500,
  })
  functionPointIds!: string[];
}
