import {
  describeEnum,
  EnumOf,
  Instant,
  Node,
  Noun,
  One,
  Text,
  TextList,
  TimePeriod,
  Value,
} from '../../kernel/model/index.js';
import { Individual, InternalOrganization } from '../party/index.js';

export enum EmployeeStatus {
  ACTIVE = 'ACTIVE',
  INVALID = 'INVALID',
  DELETED = 'DELETED',
}

describeEnum(EmployeeStatus, 'EmployeeStatus', 'State of a staff number (SYS-12, SYS-19).', {
  ACTIVE: 'May sign in within its validity.',
  INVALID: 'Validity has ended.',
  DELETED: 'Marked as deleted; kept for logs.',
});

@Noun({ tag: 'em', description: 'A natural person with a labour contract with the operator (MOD-11, SYS-09).' })
export class Employee extends Node {
  @Text({
    description:
      'Staff number (工号); never changes while its holder works here. When it is issued anew, the record of the former holder keeps it with a mark, such as `G1001~1` (SYS-12).',
    max: 40,
    access: 'unique',
  })
  employeeNo!: string;

  @Text({ description: "The person's name, kept here for lists.", access: 'search' })
  name!: string;

  @One(() => Individual, {
    description: 'The person.',
    hideable: true,
    inverse: 'employments',
    inverseDescription: 'Staff numbers that the person holds or held.',
  })
  person!: Individual;

  @One(() => InternalOrganization, {
    description: 'The unit in which the employee works.',
    inverse: 'employees',
    inverseDescription: 'Employees who work directly in this unit.',
  })
  organization!: InternalOrganization;

  @EnumOf(() => EmployeeStatus, { description: 'State of the staff number.' })
  status!: EmployeeStatus;

  @Value(() => TimePeriod, { description: 'When the staff number may be used (SYS-18).' })
  validity!: TimePeriod;

  @Text({ description: 'Telephone number at work.', nullable: true, max: 30 })
  phone?: string | null;

  @Text({ description: 'E-mail address at work.', nullable: true })
  email?: string | null;

  @TextList({ description: 'Skills, such as languages or services, used to route work.' })
  skills: string[] = [];

  @Instant({ description: 'When the employee left; null while they have not.', nullable: true, access: 'slow' })
  deletedAt?: Date | null;
}
