import { nounOf } from '../../kernel/model/index.js';
import { InternalOrganization } from '../party/index.js';
import { EmployeePosition } from './employee-position.js';
import { Employee, EmployeeStatus } from './employee.js';
import { PositionRole } from './position-role.js';
import { Position } from './position.js';
import { Role } from './role.js';

/** In what employees act: as themselves, in a position, with a role, or for a unit, also one above theirs. */
export type Acting = 'EMPLOYEE' | 'POSITION' | 'ROLE' | 'ORGANIZATION';

const table = (noun: Parameters<typeof nounOf>[0]): string => `"${nounOf(noun).table}"`;
const held = (employee: string): string =>
  `"h"."employee_id" = ${employee}."id" and ("h"."validity_to" is null or "h"."validity_to" > now())`;
const isUnit = (alias: string): string => `${alias}."kind" = '${nounOf(InternalOrganization).discriminator}'`;

/** SQL of the codes, as `code`, in which an employee acts now in one of these ways. @param employee alias of the row of the employee */
export function codesOfActing(kind: Acting, employee: string): string {
  const positions = `${table(EmployeePosition)} "h"`;
  switch (kind) {
    case 'EMPLOYEE':
      return `select ${employee}."employee_no" as "code"`;
    case 'POSITION':
      return `select "p"."code" from ${positions} join ${table(Position)} "p" on "p"."id" = "h"."position_id" where ${held(employee)}`;
    case 'ROLE':
      return `select "r"."code" from ${positions} join ${table(PositionRole)} "l" on "l"."position_id" = "h"."position_id"
        join ${table(Role)} "r" on "r"."id" = "l"."role_id" where ${held(employee)}`;
    case 'ORGANIZATION':
      return `select "o"."code" from ${table(InternalOrganization)} "own" join ${table(InternalOrganization)} "o" on starts_with("own"."path", "o"."path")
        where "own"."id" = ${employee}."organization_id" and ${isUnit('"o"')}`;
  }
}

/** SQL: whether there is somebody now who may act in one of these ways. @param code SQL of the code */
export function actingExists(kind: Acting, code: string): string {
  switch (kind) {
    case 'EMPLOYEE':
      return `exists (select 1 from ${table(Employee)} "x" where "x"."employee_no" = ${code} and ${isActive('"x"')})`;
    case 'POSITION':
      return `exists (select 1 from ${table(Position)} "x" where "x"."code" = ${code})`;
    case 'ROLE':
      return `exists (select 1 from ${table(Role)} "x" where "x"."code" = ${code})`;
    case 'ORGANIZATION':
      return `exists (select 1 from ${table(InternalOrganization)} "x" where ${isUnit('"x"')} and "x"."code" = ${code})`;
  }
}

/** SQL: whether an employee works. @param employee alias of the row */
export const isActive = (employee: string): string => `${employee}."status" = '${EmployeeStatus.ACTIVE}'`;

/** SQL of the employees, for a `from`. */
export const employeeRows = (): string => table(Employee);

/** SQL of the key of the region in which the unit of an employee lies; null for none. @param employeeNo SQL of their number */
export const regionOfUnit = (employeeNo: string): string =>
  `(select "u"."region_id" from ${table(Employee)} "e" join ${table(InternalOrganization)} "u" on "u"."id" = "e"."organization_id" where "e"."employee_no" = ${employeeNo})`;
