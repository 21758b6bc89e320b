import { Bool, Node, Noun, One, TimePeriod, UniqueTogether, Value } from '../../kernel/model/index.js';
import { Employee } from './employee.js';
import { Position } from './position.js';

@UniqueTogether(['employee', 'position'], 'validity_to is null')
@Noun({ tag: 'ep', root: false, description: 'That an employee holds a position during a period (R09, SYS-15).' })
export class EmployeePosition extends Node {
  @One(() => Employee, {
    description: 'The holder.',
    inverse: 'positions',
    inverseDescription: 'Positions that the employee holds or held.',
  })
  employee!: Employee;

  @One(() => Position, {
    description: 'The position.',
    inverse: 'holders',
    inverseDescription: 'Employees who hold or held the position.',
  })
  position!: Position;

  @Bool({ description: "Whether it is the employee's main position.", access: 'slow' })
  main: boolean = false;

  @Value(() => TimePeriod, { description: 'When the position is held.' })
  validity!: TimePeriod;
}
