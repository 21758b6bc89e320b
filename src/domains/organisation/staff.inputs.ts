import {
  BoolInput,
  IdInput,
  IdListInput,
  Input,
  InstantInput,
  IntInput,
  ListInput,
  ObjectInput,
  TextInput,
  TextListInput,
} from '../../kernel/model/index.js';
import { IndividualInput, InternalOrganization } from '../party/index.js';
import { Region } from '../region/index.js';
import { Employee } from './employee.js';
import { Position } from './position.js';
import { Role } from './role.js';

@Input('A new employee (SYS-09).')
export class EmployeeCreateInput {
  @TextInput({
    description:
      'Staff number: 3 to 20 capital letters, digits and `-` (SYS-13). Left out, the next free one of the unit is taken (SYS-14). DUPLICATE when it is in use, NOT_YET_FREE when it was deleted too recently (SYS-12).',
    optional: true,
    max: 20,
  })
  employeeNo?: string | null;

  @ObjectInput(() => IndividualInput, { description: 'The person.' })
  person!: IndividualInput;

  @IdInput(() => InternalOrganization, { description: 'The unit in which the employee works.' })
  organizationId!: string;

  @IdListInput(() => Position, {
    description: 'Positions that the employee holds; the first is the main one.',
    optional: true,
    min: 0,
    max: 20,
  })
  positionIds?: string[] | null;

  @IdListInput(() => Region, {
    description: 'Regions for which the employee works, when they are not all of the unit (SYS-16).',
    optional: true,
    min: 0,
  })
  regionIds?: string[] | null;

  @InstantInput({
    description: 'When the staff number begins to be valid; now when left out (SYS-18).',
    optional: true,
  })
  from?: string | null;

  @InstantInput({ description: 'When it ceases to be valid; left out for no end (SYS-18).', optional: true })
  until?: string | null;

  @TextInput({ description: 'Telephone number at work.', optional: true, max: 30 })
  phone?: string | null;

  @TextInput({ description: 'E-mail address at work.', optional: true })
  email?: string | null;

  @TextListInput({ description: 'Skills, used to route work.', optional: true })
  skills?: string[] | null;
}

@Input('What to change of an employee; what is left out stays. The staff number never changes (SYS-11).')
export class EmployeeChangeInput {
  @IdInput(() => Employee, { description: 'The employee.' })
  employeeId!: string;

  @TextInput({ description: 'Name.', optional: true })
  name?: string | null;

  @TextInput({ description: 'Telephone number at work; null removes it.', optional: true, max: 30 })
  phone?: string | null;

  @TextInput({ description: 'E-mail address at work; null removes it.', optional: true })
  email?: string | null;

  @TextListInput({ description: 'All skills from now on.', optional: true })
  skills?: string[] | null;

  @InstantInput({
    description:
      'When the staff number ceases to be valid. A later moment makes an invalid number valid again (SYS-18).',
    optional: true,
  })
  until?: string | null;

  @IdListInput(() => Region, {
    description:
      'All regions for which the employee works from now on; an empty list means those of the unit (SYS-16).',
    optional: true,
    min: 0,
  })
  regionIds?: string[] | null;
}

@Input('To which unit an employee goes (SYS-15).')
export class EmployeeMoveInput {
  @IdInput(() => Employee, { description: 'The employee. Positions, regions and permissions of the old unit end.' })
  employeeId!: string;

  @IdInput(() => InternalOrganization, { description: 'The new unit.' })
  organizationId!: string;

  @IdListInput(() => Position, {
    description: 'Positions in the new unit; the first is the main one.',
    optional: true,
    min: 0,
    max: 20,
  })
  positionIds?: string[] | null;
}

@Input('An employee who leaves (SYS-12).')
export class EmployeeLeaveInput {
  @IdInput(() => Employee, { description: 'The employee. The record is marked as deleted and stays.' })
  employeeId!: string;

  @TextInput({ description: 'Why.', max: 400 })
  reason!: string;
}

@Input('Positions for an employee, or to take from one (SYS-09).')
export class EmployeePositionsInput {
  @IdInput(() => Employee, { description: 'The employee.' })
  employeeId!: string;

  @IdListInput(() => Position, {
    description:
      'Positions to hold from now on, besides the present ones; the first becomes the main one when there is none.',
    optional: true,
    min: 0,
    max: 20,
  })
  assignIds?: string[] | null;

  @IdListInput(() => Position, { description: 'Positions to hold no longer.', optional: true, min: 0, max: 20 })
  endIds?: string[] | null;

  @InstantInput({ description: 'When the assigned positions end; left out for no end.', optional: true })
  until?: string | null;
}

@Input('One row of a batch: exactly one of the operations.')
export class EmployeeRowInput {
  @ObjectInput(() => EmployeeCreateInput, { description: 'An employee to create.', optional: true })
  create?: EmployeeCreateInput | null;

  @ObjectInput(() => EmployeeChangeInput, { description: 'An employee to change.', optional: true })
  change?: EmployeeChangeInput | null;

  @ObjectInput(() => EmployeeMoveInput, { description: 'An employee to move.', optional: true })
  move?: EmployeeMoveInput | null;

  @ObjectInput(() => EmployeeLeaveInput, { description: 'An employee who leaves.', optional: true })
  leave?: EmployeeLeaveInput | null;

  @ObjectInput(() => EmployeePositionsInput, { description: 'Positions to assign or end.', optional: true })
  positions?: EmployeePositionsInput | null;
}

@Input('Operations on many employees, one after another, each by itself.')
export class EmployeeBatchInput {
  @ListInput(() => EmployeeRowInput, { description: 'The operations, in their order.', min: 1, max: 500 })
  rows!: EmployeeRowInput[];
}

@Input('A position, new or changed (SYS-10, SYS-26).')
export class PositionSaveInput {
  @IdInput(() => Position, { description: 'The position to change; left out, a new one is made.', optional: true })
  positionId?: string | null;

  @TextInput({
    description: 'Stable code: capital letters, digits and `_`; needed and used for a new position only.',
    optional: true,
    max: 60,
  })
  code?: string | null;

  @TextInput({ description: 'Name; needed for a new position.', optional: true })
  name?: string | null;

  @IntInput({ description: 'Rank, 1 is the highest; needed for a new position.', optional: true, min: 1, max: 99 })
  level?: number | null;

  @IdListInput(() => Role, {
    description: 'All roles that make up the position from now on; the first is the default one.',
    optional: true,
    max: 20,
  })
  roleIds?: string[] | null;

  @IdInput(() => InternalOrganization, {
    description: 'The unit that defines a new position; left out, it is common to the whole operator.',
    optional: true,
  })
  organizationId?: string | null;

  @BoolInput({ description: 'True to remove the position: IN_USE while someone holds it.', optional: true })
  remove?: boolean | null;
}
