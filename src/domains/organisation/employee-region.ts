import { Node, Noun, One, TimePeriod, UniqueTogether, Value } from '../../kernel/model/index.js';
import { Region } from '../region/index.js';
import { Employee } from './employee.js';

@UniqueTogether(['employee', 'region'], 'validity_to is null')
@Noun({
  tag: 'er',
  root: false,
  description:
    'A region for which an employee works, such as the acceptance area of a clerk (SYS-16). Who has such regions sees these instead of those that the unit serves.',
})
export class EmployeeRegion extends Node {
  @One(() => Employee, {
    description: 'The employee.',
    inverse: 'regions',
    inverseDescription: 'Regions for which the employee works or worked.',
  })
  employee!: Employee;

  @One(() => Region, {
    description: 'The region, with all regions inside.',
    inverse: 'regionEmployees',
    inverseDescription: 'Employees who work or worked for exactly this region.',
  })
  region!: Region;

  @Value(() => TimePeriod, { description: 'When the employee works for it.' })
  validity!: TimePeriod;
}
