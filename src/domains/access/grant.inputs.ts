import {
  BoolInput,
  DecimalInput,
  IdInput,
  IdListInput,
  Input,
  InstantInput,
  TextInput,
} from '../../kernel/model/index.js';
import { Employee, Position, Role } from '../organisation/index.js';
import { ProductLine } from '../catalogue/index.js';
import { InternalOrganization } from '../party/index.js';
import { Region } from '../region/index.js';
import { FunctionPoint } from './function-point.js';
import { PermissionGrant } from './permission-grant.js';

@Input('Roles and function points for employees and positions, one or many (SYS-23, SYS-24).')
export class PermissionGrantInput {
  @IdListInput(() => Employee, { description: 'Employees who get them.', optional: true, max: 500 })
  employeeIds?: string[] | null;

  @IdListInput(() => Position, { description: 'Positions whose holders get them.', optional: true, max: 100 })
  positionIds?: string[] | null;

  @IdListInput(() => Role, { description: 'Roles to grant.', optional: true, max: 50 })
  roleIds?: string[] | null;

  @IdListInput(() => FunctionPoint, { description: 'Function points to grant directly.', optional: true, max: 200 })
  functionPointIds?: string[] | null;

  @IdInput(() => InternalOrganization, {
    description: "Where they count: this unit and all below. Left out, each employee's own unit; needed for positions.",
    optional: true,
  })
  organizationId?: string | null;

  @IdInput(() => Region, {
    description: 'Where they may be used, with all inside; left out for all regions of the holder.',
    optional: true,
  })
  regionId?: string | null;

  @IdInput(() => ProductLine, {
    description: 'For which products they may be used: this product line and all inside; left out for all.',
    optional: true,
  })
  productLineId?: string | null;

  @DecimalInput({
    description: 'Highest amount, in the currency of the operator, that they cover; left out for no limit.',
    optional: true,
    min: '0',
  })
  moneyLimit?: string | null;

  @BoolInput({
    description: 'Whether the holders may grant them on within this scope; false when left out (SYS-27).',
    optional: true,
  })
  passable?: boolean | null;

  @InstantInput({ description: 'First moment; now when left out.', optional: true })
  from?: string | null;

  @InstantInput({ description: 'First moment when they no longer hold; left out for no end.', optional: true })
  until?: string | null;

  @TextInput({ description: 'Why.', optional: true, max: 400 })
  reason?: string | null;
}

@Input('Grants to end now.')
export class PermissionRevokeInput {
  @IdListInput(() => PermissionGrant, {
    description: 'One or many grants. What their holders granted on and could no longer grant ends with them (SYS-27).',
    max: 500,
  })
  grantIds!: string[];

  @TextInput({ description: 'Why.', max: 400 })
  reason!: string;
}
