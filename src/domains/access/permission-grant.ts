import { Bool, DecimalNumber, Node, Noun, One, Text, TimePeriod, Value } from '../../kernel/model/index.js';
import { Employee, Position, Role } from '../organisation/index.js';
import { ProductLine } from '../catalogue/index.js';
import { InternalOrganization } from '../party/index.js';
import { Region } from '../region/index.js';
import { FunctionPoint } from './function-point.js';

@Noun({
  tag: 'gr',
  description:
    'That a role or a function point was granted to an employee or to all holders of a position, for a time and a scope (SYS-23, SYS-24, SYS-27).',
})
export class PermissionGrant extends Node {
  @One(() => Role, {
    description: 'The granted role; null when a function point was granted.',
    nullable: true,
    inverse: 'grants',
    inverseDescription: 'Grants of the role.',
  })
  role?: Role | null;

  @One(() => FunctionPoint, {
    description: 'The granted function point; null when a role was granted.',
    nullable: true,
    inverse: 'grants',
    inverseDescription: 'Direct grants of the function point.',
  })
  functionPoint?: FunctionPoint | null;

  @One(() => Employee, {
    description: 'The employee who has it; null when it belongs to a position.',
    nullable: true,
    inverse: 'grants',
    inverseDescription: 'What was granted to the employee directly, besides the roles of their positions.',
  })
  employee?: Employee | null;

  @One(() => Position, {
    description: 'The position whose holders have it; null when it belongs to an employee.',
    nullable: true,
    inverse: 'grants',
    inverseDescription: 'What was granted to the holders of the position, besides its roles.',
  })
  position?: Position | null;

  @One(() => InternalOrganization, {
    description:
      'The part of the organisation where it counts: this unit and all below. Of a position, those holders have it who work there.',
    inverse: 'permissionGrants',
    inverseDescription: 'Permissions that were granted for exactly this unit and all below it.',
  })
  organization!: InternalOrganization;

  @One(() => Region, {
    description: 'The region where it may be used, with all inside; null for all regions of the holder.',
    nullable: true,
    inverse: 'permissionGrants',
    inverseDescription: 'Permissions that were granted for exactly this region.',
  })
  region?: Region | null;

  @One(() => ProductLine, {
    description: 'The product line for which it may be used, with all inside; null for all products (SYS-52).',
    nullable: true,
    inverse: 'permissionGrants',
    inverseDescription: 'Permissions that were granted for exactly this product line.',
  })
  productLine?: ProductLine | null;

  @DecimalNumber({
    description: 'Highest amount, in the currency of the operator, that it covers; null for no limit.',
    nullable: true,
    access: 'slow',
  })
  moneyLimit?: string | null;

  @Bool({ description: 'Whether the holder may grant it to others within this scope (SYS-27).', access: 'slow' })
  passable!: boolean;

  @Value(() => TimePeriod, { description: 'When it holds; a revoked grant ends at that moment.' })
  validity!: TimePeriod;

  @One(() => Employee, {
    description: 'The employee who granted it; null when an administrator or the system did.',
    nullable: true,
    inverse: 'grantsGiven',
    inverseDescription: 'What the employee granted to others.',
  })
  grantedBy?: Employee | null;

  @Text({ description: 'Stable name of who granted it, such as a staff number.', access: 'slow' })
  grantor!: string;

  @Text({ description: 'Shared by all grants of one operation.', max: 40, access: 'btree' })
  batchNo!: string;

  @Text({ description: 'Why it was granted.', nullable: true, max: 400 })
  reason?: string | null;
}
